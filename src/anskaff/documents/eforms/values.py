"""How the kinds of values in eForms become ours: text, codes, money, days, instants."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from enum import StrEnum

from lxml import etree

from anskaff.concepts.days import OSLO
from anskaff.concepts.finding import FindingKind, Severity
from anskaff.concepts.money import Money
from anskaff.concepts.notice import Duration, DurationUnit, Texts
from anskaff.concepts.words import Words
from anskaff.documents.mapping import Converter, Found, Odd, Reader

LANGUAGE_TAGS = {"NOR": "no", "NOB": "nb", "NNO": "nn", "ENG": "en", "SME": "se"}
UNITS = {
    "DAY": DurationUnit.DAY,
    "WEEK": DurationUnit.WEEK,
    "MONTH": DurationUnit.MONTH,
    "YEAR": DurationUnit.YEAR,
}
LATEST_YEAR = 2090
DUMMY_AWARD_DAY = date(2000, 1, 1)

NO_TIME_ZONE = FindingKind(
    code="notice-no-time-zone",
    severity=Severity.WARNING,
    text=Words(
        nb="{term} på linje {line} har ingen tidssone: «{got}». Norsk tid er brukt.",
        nn="{term} på linje {line} har inga tidssone: «{got}». Norsk tid er brukt.",
        en="{term} on line {line} has no time zone: “{got}”. Norwegian time is used.",
    ),
    cure=Words(
        nb="Kontroller klokkeslettet mot originalen.",
        nn="Kontroller klokkeslettet mot originalen.",
        en="Check the time against the original.",
    ),
)
TWO_TIME_ZONES = FindingKind(
    code="notice-two-time-zones",
    severity=Severity.WARNING,
    text=Words(
        nb="{term} på linje {line}: datoen «{got}» og klokkeslettet «{clock}» har ulik tidssone. "
        "Tidssonen til klokkeslettet er brukt.",
        nn="{term} på linje {line}: datoen «{got}» og klokkeslettet «{clock}» har ulik tidssone. "
        "Tidssona til klokkeslettet er brukt.",
        en="{term} on line {line}: the date “{got}” and the time “{clock}” have different time "
        "zones. The zone of the time is used.",
    ),
    cure=Words(
        nb="Kontroller klokkeslettet mot originalen.",
        nn="Kontroller klokkeslettet mot originalen.",
        en="Check the time against the original.",
    ),
)
FAR_DAY = FindingKind(
    code="notice-far-day",
    severity=Severity.WARNING,
    text=Words(
        nb="{term} på linje {line} er uvanlig: «{got}». Det er trolig en utfyllingsverdi.",
        nn="{term} på linje {line} er uvanleg: «{got}». Det er truleg ein utfyllingsverdi.",
        en="{term} on line {line} is unusual: “{got}”. It is probably a placeholder.",
    ),
    cure=Words(
        nb="Skriv den rette datoen, eller la feltet stå tomt.",
        nn="Skriv den rette datoen, eller la feltet stå tomt.",
        en="Enter the right date, or leave the field empty.",
    ),
)

A_NUMBER = Words(nb="et tall", nn="eit tal", en="a number")
A_WHOLE = Words(nb="et helt tall", nn="eit heilt tal", en="a whole number")
AN_AMOUNT = Words(nb="et beløp med valuta", nn="eit beløp med valuta", en="an amount with currency")
A_DAY = Words(nb="en dato", nn="ein dato", en="a date")
A_CLOCK = Words(
    nb="en dato med klokkeslett", nn="ein dato med klokkeslett", en="a date with a time"
)
TRUE_FALSE = Words(nb="true eller false", nn="true eller false", en="true or false")
A_DURATION = Words(
    nb="en varighet i dager, uker, måneder eller år",
    nn="ei lengd i dagar, veker, månader eller år",
    en="a duration in days, weeks, months or years",
)
A_CODE = Words(nb="en kjent kode", nn="ein kjend kode", en="a known code")

_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,9})?")
_ZONE = re.compile(r"(Z|[+-][0-9]{2}:[0-9]{2})?$")
_CURRENCY = re.compile(r"[A-Z]{3}")


def language_tag(code: str) -> str:
    """Our tag for a language code of the EU list; one we do not know is kept, in small letters.

    >>> language_tag("NOB"), language_tag("DEU")
    ('nb', 'deu')
    """
    return LANGUAGE_TAGS.get(code.upper(), code.lower())


def text(*lists: str) -> Converter:
    """One text or code. `lists` are the names its scheme or code list may have here."""

    def convert(found: Sequence[Found], reader: Reader) -> str:
        first = reader.first(found, _term_of(found))
        return _taken(first, lists, reader)

    return convert


def texts(*lists: str) -> Converter:
    """All texts or codes, in the order of the document."""

    def convert(found: Sequence[Found], reader: Reader) -> tuple[str, ...]:
        return tuple(_taken(each, lists, reader) for each in found)

    return convert


def number_plate(found: Sequence[Found], reader: Reader) -> str:
    """A registration number without the spaces people put in it."""
    first = reader.first(found, _term_of(found))
    return re.sub(r"\s", "", reader.take(first, "schemeID", "schemeName"))


def words(found: Sequence[Found], reader: Reader) -> Texts:
    """A text in its languages; several in one language are joined by a line break."""
    by_language: dict[str, dict[str, None]] = {}
    for each in found:
        tag = language_tag(each.element.get("languageID") or reader.language or "und")
        by_language.setdefault(tag, {})[reader.take(each, "languageID")] = None
    return Texts({tag: "\n\n".join(values) for tag, values in by_language.items()})


def languages(found: Sequence[Found], reader: Reader) -> tuple[str, ...]:
    """Language tags, each once."""
    tags = (language_tag(reader.take(each, "listName")) for each in found)
    return tuple(dict.fromkeys(tags))


def choice(kinds: Mapping[str, StrEnum], *lists: str) -> Converter:
    """One of our own words for a code."""

    def convert(found: Sequence[Found], reader: Reader) -> StrEnum:
        first = reader.first(found, _term_of(found))
        kind = kinds.get(first.text.lower())
        if kind is None:
            raise Odd(A_CODE, first)
        _taken(first, lists, reader)
        return kind

    return convert


def choices(kinds: Mapping[str, StrEnum], *lists: str) -> Converter:
    """Our own words for several codes, each once."""
    one = choice(kinds, *lists)

    def convert(found: Sequence[Found], reader: Reader) -> tuple[object, ...]:
        return tuple(dict.fromkeys(one([each], reader) for each in found))

    return convert


def number(found: Sequence[Found], reader: Reader) -> Decimal:
    """An exact number; its unit, when it has one, stays with the field's name."""
    first = reader.first(found, _term_of(found))
    value = _decimal(first, A_NUMBER)
    reader.take(first)
    return value


def whole(found: Sequence[Found], reader: Reader) -> int:
    """A whole number, zero or more."""
    first = reader.first(found, _term_of(found))
    value = _decimal(first, A_WHOLE)
    if value < 0 or value != value.to_integral_value():
        raise Odd(A_WHOLE, first)
    reader.take(first)
    return int(value)


def money(found: Sequence[Found], reader: Reader) -> Money:
    """An amount with its currency, zero or more."""
    first = reader.first(found, _term_of(found))
    currency = (first.element.get("currencyID") or "").strip()
    value = _decimal(first, AN_AMOUNT)
    if value < 0 or not _CURRENCY.fullmatch(currency):
        raise Odd(AN_AMOUNT, first)
    reader.take(first, "currencyID")
    return Money(value, currency)


def flag(found: Sequence[Found], reader: Reader) -> bool:
    """Yes or no."""
    first = reader.first(found, _term_of(found))
    if first.text not in ("true", "false", "1", "0"):
        raise Odd(TRUE_FALSE, first)
    return reader.take(first, "listName") in ("true", "1")


def duration(found: Sequence[Found], reader: Reader) -> Duration:
    """A duration in the unit that was stated."""
    first = reader.first(found, _term_of(found))
    unit = UNITS.get((first.element.get("unitCode") or "").upper())
    value = _decimal(first, A_DURATION)
    if unit is None or value < 0:
        raise Odd(A_DURATION, first)
    reader.take(first, "unitCode")
    return Duration(amount=value, unit=unit)


def day(found: Sequence[Found], reader: Reader) -> date:
    """A calendar day as written; its time zone only says where the day was written."""
    first = reader.first(found, _term_of(found))
    value, _ = _day_and_zone(first)
    if value.year >= LATEST_YEAR:
        reader.note(FAR_DAY, _term_of(found), first)
    reader.take(first)
    return value


def award_day(found: Sequence[Found], reader: Reader) -> date | None:
    """A day, or nothing for the dummy that eForms writes because UBL asks for one (OPT-999)."""
    value = day(found, reader)
    return None if value == DUMMY_AWARD_DAY else value


def instant(found: Sequence[Found], reader: Reader) -> datetime:
    """The UTC instant of a date element and the time element beside it.

    `cbc:EndDate` goes with `cbc:EndTime`. A date without a time has no instant: no hour is made up.
    """
    first = reader.first(found, _term_of(found))
    clock = _clock_beside(first)
    value, day_zone = _day_and_zone(first)
    if clock is None:
        raise Odd(A_CLOCK, first)
    clock_zone = _zone(clock.text)
    try:
        hour = time.fromisoformat(_ZONE.sub("", clock.text))
    except ValueError:
        raise Odd(A_CLOCK, clock) from None
    if clock_zone is None and day_zone is None:
        reader.note(NO_TIME_ZONE, _term_of(found), first)
    elif clock_zone and day_zone and _differ(clock_zone, day_zone):
        reader.note(TWO_TIME_ZONES, _term_of(found), first, clock=clock.text)
    reader.take(first)
    reader.take(clock)
    if value.year >= LATEST_YEAR:
        reader.note(FAR_DAY, _term_of(found), first)
    local = datetime.combine(value, hour, clock_zone or day_zone or OSLO)
    return local.astimezone(UTC)


def _taken(found: Found, lists: Sequence[str], reader: Reader) -> str:
    """The text; the name of its list is understood only when it is one we expect."""
    for name in ("listName", "schemeName"):
        if found.element.get(name) in lists:
            reader.take(found, name)
    return reader.take(found)


def _term_of(found: Sequence[Found]) -> str:
    """The name by which a finding calls a value: that of its element."""
    return etree.QName(found[0].element).localname


def _decimal(found: Found, expected: Words) -> Decimal:
    if not _NUMBER.fullmatch(found.text):
        raise Odd(expected, found)
    return Decimal(found.text)


def _zone(written: str) -> tzinfo | None:
    match = _ZONE.search(written)
    zone = match[0] if match else ""
    if not zone:
        return None
    if zone == "Z":
        return UTC
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
    if offset >= timedelta(hours=24):
        return None
    return timezone(-offset if zone[0] == "-" else offset)


def _day_and_zone(found: Found) -> tuple[date, tzinfo | None]:
    plain = _ZONE.sub("", found.text)
    try:
        return date.fromisoformat(plain), _zone(found.text)
    except ValueError:
        raise Odd(A_DAY, found) from None


def _differ(one: tzinfo, other: tzinfo) -> bool:
    return one.utcoffset(None) != other.utcoffset(None)


def _clock_beside(found: Found) -> Found | None:
    name = str(found.element.tag).removesuffix("Date") + "Time"
    parent = found.element.getparent()
    clock = None if parent is None else parent.find(name)
    written = "" if clock is None else (clock.text or "").strip()
    return None if clock is None or not written else Found(clock, "", written)
