"""What is missing or wrong in the values of a notice, before any official rule is asked."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import InvalidOperation

from anskaff.competition import bounds
from anskaff.competition.announcing.fields import Kind
from anskaff.competition.announcing.values import FieldValue, Values, amount_of, wanted
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words

LONGEST = 4_000
SHORT = 400
LONG_KINDS = frozenset({Kind.LONG, Kind.CODES})

FIELD_MISSING = FindingKind(
    code="announcement-field-missing",
    text=Words(
        nb="«{field}» mangler i kunngjøringen.",
        nn="«{field}» manglar i kunngjeringa.",
        en="“{field}” is missing in the notice.",
    ),
    cure=Words(
        nb="Fyll ut feltet. Kunngjøringstypen krever det ({term}).",
        nn="Fyll ut feltet. Kunngjeringstypen krev det ({term}).",
        en="Fill in the field. This type of notice demands it ({term}).",
    ),
    source="FOR-2025-06-21-1437",
)
TRANSLATION_MISSING = FindingKind(
    code="announcement-translation-missing",
    text=Words(
        nb="«{field}» mangler på språket {language}.",
        nn="«{field}» manglar på språket {language}.",
        en="“{field}” is missing in the language {language}.",
    ),
    cure=Words(
        nb="Skriv teksten på dette språket også ({term}).",
        nn="Skriv teksten på dette språket også ({term}).",
        en="Write the text in this language too ({term}).",
    ),
    source="FOA § 21-1(2)",
)
FIELD_WRONG = FindingKind(
    code="announcement-field-wrong",
    text=Words(
        nb="«{field}»: ventet {expected}, fant «{got}».",
        nn="«{field}»: venta {expected}, fann «{got}».",
        en="“{field}”: expected {expected}, found “{got}”.",
    ),
    cure=Words(
        nb="Rett feltet ({term}).", nn="Rett feltet ({term}).", en="Correct the field ({term})."
    ),
)

A_DAY = Words(
    nb="en dato, som 17.12.2026", nn="ein dato, som 17.12.2026", en="a date, such as 17.12.2026"
)
AN_INSTANT = Words(
    nb="dato og klokkeslett", nn="dato og klokkeslett", en="a date and a time of day"
)
A_WHOLE = Words(nb="et helt tall", nn="eit heilt tal", en="a whole number")
AN_AMOUNT = Words(nb="et beløp i kroner", nn="eit beløp i kroner", en="an amount in kroner")
AN_EMAIL = Words(nb="en e-postadresse", nn="ei e-postadresse", en="an e-mail address")
A_URL = Words(
    nb="en nettadresse som begynner med https://",
    nn="ei nettadresse som byrjar med https://",
    en="a web address that begins with https://",
)
A_CHOICE = Words(nb="et av valgene", nn="eit av vala", en="one of the choices")
TWO_LOTS = Words(nb="minst to delkontrakter", nn="minst to delkontraktar", en="two lots or more")
A_CPV = Words(nb="åtte sifre fra CPV", nn="åtte siffer frå CPV", en="eight digits of CPV")
A_NUTS = Words(
    nb="en NUTS-kode med fem tegn, som NO060",
    nn="ein NUTS-kode med fem teikn, som NO060",
    en="a NUTS code of five characters, such as NO060",
)
LANGUAGE_NAMES = {
    "no": Words(nb="norsk", nn="norsk", en="Norwegian"),
    "en": Words(nb="engelsk", nn="engelsk", en="English"),
    "dan": Words(nb="dansk", nn="dansk", en="Danish"),
    "swe": Words(nb="svensk", nn="svensk", en="Swedish"),
    "deu": Words(nb="tysk", nn="tysk", en="German"),
    "fra": Words(nb="fransk", nn="fransk", en="French"),
}
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL = re.compile(r"https?://[^\s]+")
_CPV = re.compile(r"\d{8}(-\d)?( \d{8}(-\d)?)*")
_NUTS = re.compile(r"[A-Z]{2}[0-9A-Z]{3}")


def faults(values: Values) -> tuple[Finding, ...]:
    """Everything that is missing or wrong; `where` is the key of the value."""
    return (*_missing(values), *_wrong(values))


def _missing(values: Values) -> Iterator[Finding]:
    several = len(values.languages) > 1
    for each in wanted(values):
        facts: dict[str, Words | str] = {
            "field": each.field.label,
            "term": each.field.official(values.subtype),
        }
        if several and each.field.translated:
            language = LANGUAGE_NAMES[each.language]
            yield TRANSLATION_MISSING.at(each.key, language=language, **facts)
        else:
            yield FIELD_MISSING.at(each.key, **facts)


def _wrong(values: Values) -> Iterator[Finding]:
    for each in values:
        expected = wrong(each)
        if expected is not None:
            yield FIELD_WRONG.at(
                each.key,
                field=each.field.label,
                expected=expected,
                got=each.value[:80],
                term=each.field.official(values.subtype),
            )
        yield from bounds.text(
            each.key, each.value, LONGEST if each.field.kind in LONG_KINDS else SHORT
        )


def wrong(each: FieldValue) -> Words | None:
    """What was expected where the value is something else; None when it is right or empty."""
    if not each.value:
        return None
    field = each.field
    if field.id == "BT-1375-Procedure" and len(each.value.split()) == 1:
        return TWO_LOTS
    if field.codes:
        known = set(each.value.split()) if field.kind is Kind.CODES else {each.value}
        return None if known <= set(field.codes) else A_CHOICE
    if field.code_list == "cpv":
        return None if _CPV.fullmatch(each.value) else A_CPV
    if field.code_list == "nuts-lvl3":
        return None if _NUTS.fullmatch(each.value) else A_NUTS
    if field.kind not in _RIGHT:
        return None
    right, expected = _RIGHT[field.kind]
    return None if _is(right, each.value) else expected


def _is(right: Callable[[str], object], value: str) -> bool:
    try:
        return bool(right(value))
    except (ValueError, InvalidOperation):
        return False


def _amount(value: str) -> bool:
    amount = amount_of(value)
    return amount.is_finite() and 0 <= amount < bounds.LARGEST_AMOUNT


def _aware(value: str) -> bool:
    return datetime.fromisoformat(value).tzinfo is not None


_RIGHT: Mapping[Kind, tuple[Callable[[str], object], Words]] = {
    Kind.DAY: (date.fromisoformat, A_DAY),
    Kind.INSTANT: (_aware, AN_INSTANT),
    Kind.WHOLE: (lambda value: value.isascii() and value.isdecimal() and len(value) < 6, A_WHOLE),  # noqa: PLR2004
    Kind.NUMBER: (_amount, AN_AMOUNT),
    Kind.MONEY: (_amount, AN_AMOUNT),
    Kind.YES_NO: ({"true", "false"}.__contains__, A_CHOICE),
    Kind.EMAIL: (_EMAIL.fullmatch, AN_EMAIL),
    Kind.URL: (_URL.fullmatch, A_URL),
}
FINDING_KINDS = (FIELD_MISSING, TRANSLATION_MISSING, FIELD_WRONG)
