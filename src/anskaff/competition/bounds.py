"""What fits in a field: lengths, signs and ranges, told as findings and not one at a time."""

import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from anskaff.competition.plan import mark
from anskaff.concepts.errors import Conflict, Invalid, errors_in
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words

TITLE = 200
LINE = 300
UNIT = 40
TEXT = 20_000
ROWS = 500
LARGEST_AMOUNT = Decimal(10) ** 15
DECIMALS = 4

TEXT_MISSING = FindingKind(
    code="text-missing",
    text=Words(nb="Feltet er tomt.", nn="Feltet er tomt.", en="The field is empty."),
    cure=Words(nb="Fyll ut feltet.", nn="Fyll ut feltet.", en="Fill in the field."),
)
TEXT_TOO_LONG = FindingKind(
    code="text-too-long",
    text=Words(
        nb="Teksten har {length} tegn; høyst {limit} er tillatt.",
        nn="Teksten har {length} teikn; høgst {limit} er tillate.",
        en="The text has {length} characters; at most {limit} are allowed.",
    ),
    cure=Words(nb="Kort ned teksten.", nn="Kort ned teksten.", en="Shorten the text."),
)
TEXT_HAS_NULL = FindingKind(
    code="text-has-null-sign",
    text=Words(
        nb="Teksten inneholder et tegn som ikke kan lagres.",
        nn="Teksten inneheld eit teikn som ikkje kan lagrast.",
        en="The text contains a character that cannot be stored.",
    ),
    cure=Words(nb="Skriv teksten på nytt.", nn="Skriv teksten på nytt.", en="Type the text again."),
)
NUMBER_OUT_OF_RANGE = FindingKind(
    code="number-out-of-range",
    text=Words(
        nb="Tallet {value} er ikke mellom {lowest} og {highest}.",
        nn="Talet {value} er ikkje mellom {lowest} og {highest}.",
        en="The number {value} is not between {lowest} and {highest}.",
    ),
    cure=Words(
        nb="Skriv et tall innenfor grensene.",
        nn="Skriv eit tal innanfor grensene.",
        en="Write a number within the limits.",
    ),
)
TOO_MANY_ROWS = FindingKind(
    code="too-many-rows",
    text=Words(
        nb="Det er {count} rader; høyst {limit} er tillatt.",
        nn="Det er {count} rader; høgst {limit} er tillate.",
        en="There are {count} rows; at most {limit} are allowed.",
    ),
    cure=Words(
        nb="Slå sammen eller fjern rader.",
        nn="Slå saman eller fjern rader.",
        en="Merge or remove rows.",
    ),
)
SAME_KEY_TWICE = FindingKind(
    code="same-key-twice",
    text=Words(
        nb="Nøkkelen «{key}» står på flere rader.",
        nn="Nøkkelen «{key}» står på fleire rader.",
        en="The key “{key}” stands on several rows.",
    ),
    cure=Words(
        nb="Last siden på nytt og prøv igjen.",
        nn="Last sida på nytt og prøv igjen.",
        en="Reload the page and try again.",
    ),
)
UNKNOWN_LOT = FindingKind(
    code="unknown-lot",
    text=Words(
        nb="Delkontrakten «{lot}» finnes ikke.",
        nn="Delkontrakten «{lot}» finst ikkje.",
        en="There is no lot “{lot}”.",
    ),
    cure=Words(
        nb="Velg en av delkontraktene i saken.",
        nn="Vel ein av delkontraktane i saka.",
        en="Choose one of the lots of the case.",
    ),
)
CHANGED_MEANWHILE = FindingKind(
    code="changed-meanwhile",
    text=Words(
        nb="Noen andre har endret dette mens du skrev.",
        nn="Nokon andre har endra dette medan du skreiv.",
        en="Someone else changed this while you were writing.",
    ),
    cure=Words(
        nb="Last siden på nytt, se hva som er endret, og gjør endringen din igjen.",
        nn="Last sida på nytt, sjå kva som er endra, og gjer endringa di igjen.",
        en="Reload the page, see what has changed, and make your change again.",
    ),
)


def text(where: str, value: str, limit: int = TEXT, *, required: bool = False) -> list[Finding]:
    """What is wrong with a text.

    >>> [finding.code for finding in text("title", "", 200, required=True)]
    ['text-missing']
    """
    findings = []
    if required and not value.strip():
        findings.append(TEXT_MISSING.at(where))
    if len(value) > limit:
        findings.append(TEXT_TOO_LONG.at(where, length=len(value), limit=limit))
    if any(sign == "\x00" or unicodedata.category(sign) == "Cs" for sign in value):
        findings.append(TEXT_HAS_NULL.at(where))
    return findings


def amount(where: str, value: Decimal | None, *, above_zero: bool = False) -> list[Finding]:
    """What is wrong with an amount or quantity: negative, not finite, too large or too fine."""
    if value is None:
        return []
    fine = value.is_finite() and 0 <= value < LARGEST_AMOUNT and not (above_zero and value == 0)
    exponent = value.as_tuple().exponent
    if fine and isinstance(exponent, int) and exponent >= -DECIMALS:
        return []
    lowest = Decimal(1).scaleb(-DECIMALS) if above_zero else Decimal(0)
    return [
        NUMBER_OUT_OF_RANGE.at(where, value=str(value), lowest=lowest, highest=LARGEST_AMOUNT - 1)
    ]


def whole(where: str, value: int | None, lowest: int, highest: int) -> list[Finding]:
    """What is wrong with a whole number."""
    if value is None or lowest <= value <= highest:
        return []
    return [NUMBER_OUT_OF_RANGE.at(where, value=value, lowest=lowest, highest=highest)]


def rows(where: str, keys: Iterable[str], lots: Iterable[str], known: set[str]) -> list[Finding]:
    """What is wrong with rows as a whole: too many, a key twice, a lot that is not there."""
    listed = list(keys)
    findings = []
    if len(listed) > ROWS:
        findings.append(TOO_MANY_ROWS.at(where, count=len(listed), limit=ROWS))
    named = [key for key in listed if key]
    findings += [SAME_KEY_TWICE.at(where, key=key) for key in named if named.count(key) > 1]
    findings += [UNKNOWN_LOT.at(where, lot=lot) for lot in lots if lot and lot not in known]
    return findings


def require(findings: Iterable[Finding]) -> None:
    """Refuse what cannot be stored.

    Raises:
        Invalid: with all errors among the findings.
    """
    errors = errors_in(tuple(findings))
    if errors:
        raise Invalid(*errors)


def require_unchanged(seen: str, current: object) -> None:
    """Refuse a change that was made on the basis of something older; an empty stamp is no check.

    Raises:
        Conflict: someone else changed the section after `seen` was read.
    """
    if seen and seen != mark(current):
        raise Conflict(CHANGED_MEANWHILE.at("mark"))


FINDING_KINDS = (
    TEXT_MISSING,
    TEXT_TOO_LONG,
    TEXT_HAS_NULL,
    NUMBER_OUT_OF_RANGE,
    TOO_MANY_ROWS,
    SAME_KEY_TWICE,
    UNKNOWN_LOT,
    CHANGED_MEANWHILE,
)
