"""Amounts as people write them: decimal comma, thousands apart by space (UX S8)."""

import re
from decimal import Decimal

from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words

MOST_DIGITS = 15
MOST_DECIMALS = 4

NOT_AN_AMOUNT = FindingKind(
    code="amount-unreadable",
    text=Words(
        nb="«{text}» er ikke et beløp.",
        nn="«{text}» er ikkje eit beløp.",
        en="“{text}” is not an amount.",
    ),
    cure=Words(
        nb="Skriv beløpet med sifre, for eksempel 1 234,50.",
        nn="Skriv beløpet med siffer, til dømes 1 234,50.",
        en="Write the amount in digits, for example 1 234.50.",
    ),
)
NEGATIVE = FindingKind(
    code="amount-negative",
    text=Words(
        nb="«{text}» er under null.", nn="«{text}» er under null.", en="“{text}” is below zero."
    ),
    cure=Words(
        nb="Skriv et beløp som er null eller mer.",
        nn="Skriv eit beløp som er null eller meir.",
        en="Write an amount of zero or more.",
    ),
)
TOO_EXACT = FindingKind(
    code="amount-too-long",
    text=Words(
        nb="«{text}» har for mange sifre; høyst {digits} sifre og {decimals} desimaler er tillatt.",
        nn="«{text}» har for mange siffer; høgst {digits} siffer og {decimals} desimalar er "
        "tillatne.",
        en="“{text}” has too many digits; at most {digits} digits and {decimals} decimals are "
        "allowed.",
    ),
    cure=Words(
        nb="Rund av beløpet, og kontroller enheten.",
        nn="Rund av beløpet, og kontroller eininga.",
        en="Round the amount and check the unit.",
    ),
)
AMBIGUOUS = FindingKind(
    code="amount-ambiguous",
    text=Words(
        nb="«{text}» kan leses på to måter: punktum kan være desimaltegn eller skille tusener.",
        nn="«{text}» kan lesast på to måtar: punktum kan vere desimalteikn eller skilje tusen.",
        en="“{text}” can be read in two ways: the point may mark decimals or thousands.",
    ),
    cure=Words(
        nb="Bruk komma som desimaltegn og mellomrom mellom tusener.",
        nn="Bruk komma som desimalteikn og mellomrom mellom tusen.",
        en="Use a comma for decimals and a space between thousands.",
    ),
)

_SPACES = re.compile(r"[\s']+")
_CURRENCY = r"(?:kr\.?|nok)"
_AMOUNT = re.compile(
    rf"(?:{_CURRENCY} ?)?(?P<sign>- ?)?"
    r"(?P<whole>[0-9]{1,3}(?: [0-9]{3})+|[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)"
    r"(?: ?(?P<mark>[.,])(?P<decimals>[0-9]+))?(?:,[-–])?"
    rf"(?: ?{_CURRENCY})?"
)


def parse(text: str, where: str = "") -> Decimal | Finding:
    """The amount in a text, zero or more, or what is wrong with it.

    Thousands are apart by a space of any kind, an apostrophe or a point, in groups of three.

    >>> parse("1 234,50"), parse("1.234.567,5 kr"), parse("99.9"), parse("1500,-")
    (Decimal('1234.50'), Decimal('1234567.5'), Decimal('99.9'), Decimal('1500'))
    >>> parse("1.234").code, parse("-5").code, parse("fem").code, parse("1 234 50").code
    ('amount-ambiguous', 'amount-negative', 'amount-unreadable', 'amount-unreadable')
    """
    shown = text.strip()[:40]
    plain = _SPACES.sub(" ", text.strip()).casefold().replace("−", "-")
    match = _AMOUNT.fullmatch(plain)
    if not match or ("." in match["whole"] and match["mark"] == "."):
        return NOT_AN_AMOUNT.at(where, text=shown)
    if match["whole"].count(".") == 1 and not match["mark"]:
        return AMBIGUOUS.at(where, text=shown)
    whole, decimals = re.sub("[ .]", "", match["whole"]), match["decimals"] or ""
    if match["sign"] and (whole + decimals).strip("0"):
        return NEGATIVE.at(where, text=shown)
    if len(whole) > MOST_DIGITS or len(decimals) > MOST_DECIMALS:
        return TOO_EXACT.at(where, text=shown, digits=MOST_DIGITS, decimals=MOST_DECIMALS)
    return Decimal(f"{whole}.{decimals}" if decimals else whole)
