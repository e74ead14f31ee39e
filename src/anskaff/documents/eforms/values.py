"""How the kinds of values in eForms become ours: text, codes, money, days, instants."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from enum import StrEnum
from typing import cast

from lxml import etree

from anskaff.concepts.days import OSLO
from anskaff.concepts.finding import FindingKind, Severity
from anskaff.concepts.money import Money
from anskaff.concepts.notice import Duration, DurationUnit, Texts
from anskaff.concepts.words import Words
from anskaff.documents.mapping import Converter, Found, Leaf, Odd, Reader, converter

LANGUAGE_TAGS = {"NOR": "no", "NOB": "nb", "NNO": "nn", "ENG": "en", "SME": "se"}
UNITS = {
    "DAY": DurationUnit.DAY,
    "WEEK": DurationUnit.WEEK,
    "MONTH": DurationUnit.MONTH,
    "YEAR": DurationUnit.YEAR,
}
LANGUAGE_CODES = {tag: code for code, tag in LANGUAGE_TAGS.items()}
LATEST_YEAR = 2090
KILOMETRES = "KTM"
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


def language_code(tag: str) -> str:
    """The code of the EU list for a tag of ours.

    >>> language_code("nn"), language_code("deu")
    ('NNO', 'DEU')
    """
    return LANGUAGE_CODES.get(tag, tag.upper())


Attributes = Callable[[str], tuple[tuple[str, str], ...]]


def _listed(lists: Sequence[str]) -> Attributes:
    """The attribute that names the list of a code: the first of the names it may have."""
    named = (("listName", lists[0]),) if lists else ()
    return lambda _: named


def _schemed(schemes: Sequence[str]) -> Attributes:
    named = (("schemeName", schemes[0]),) if schemes else ()
    return lambda _: named


def _one(lists: Sequence[str], attributes: Attributes) -> Converter:
    def read(found: Sequence[Found], reader: Reader) -> str:
        return _taken(reader.first(found, _term_of(found)), lists, reader)

    def write(value: str) -> Iterator[Leaf]:
        yield Leaf(value, attributes(value))

    return converter(read, write)


def _several(lists: Sequence[str], attributes: Attributes) -> Converter:
    def read(found: Sequence[Found], reader: Reader) -> tuple[str, ...]:
        return tuple(_taken(each, lists, reader) for each in found)

    def write(values: tuple[str, ...]) -> Iterator[Leaf]:
        return (Leaf(value, attributes(value)) for value in values)

    return converter(read, write, many=True)


def text(*lists: str) -> Converter:
    """One text or code. `lists` are the names its code list may have; the first is written."""
    return _one(lists, _listed(lists))


def texts(*lists: str) -> Converter:
    """All texts or codes, in the order of the document."""
    return _several(lists, _listed(lists))


def key(*schemes: str) -> Converter:
    """One identifier. `schemes` are the names its scheme may have; the first is written."""
    return _one(schemes, _schemed(schemes))


def keys(*schemes: str) -> Converter:
    """All identifiers, in the order of the document."""
    return _several(schemes, _schemed(schemes))


def _eli(value: str) -> tuple[tuple[str, str], ...]:
    return (("schemeName", "ELI"),) if ":" in value else ()


law = _one(("ELI",), _eli)
"""A law: its ELI, or the word that says what kind of law the words are about."""
PREFIXES = {
    "ORG": "organization",
    "TPO": "touchpoint",
    "UBO": "ubo",
    "LOT": "Lot",
    "GLO": "LotsGroup",
    "PAR": "Part",
}


def _by_prefix(value: str) -> tuple[tuple[str, str], ...]:
    scheme = PREFIXES.get(value.partition("-")[0])
    return (("schemeName", scheme),) if scheme else ()


UTILITIES = frozenset(
    {"airport", "electricity", "gas-heat", "gas-oil", "port", "post", "rail", "solid-fuel"}
    | {"urttb", "water"}
)
"""The activities that make a buyer a utility (eForms SDK 1.14.2, `entity-activity`)."""
ACTIVITIES = ("authority-activity", "entity-activity")


def _by_activity(value: str) -> tuple[tuple[str, str], ...]:
    return (("listName", ACTIVITIES[value in UTILITIES]),)


def activities() -> Converter:
    """What a buyer does; each code says itself which of the two lists it is from."""
    return _several(ACTIVITIES, _by_activity)


def pointer() -> Converter:
    """A key that says itself what it points to: ORG-, TPO-, LOT-, GLO-, PAR-."""
    return _one(tuple(PREFIXES.values()), _by_prefix)


def pointers() -> Converter:
    """Several such keys."""
    return _several(tuple(PREFIXES.values()), _by_prefix)


_NOTICE_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9]{2}")
NOTICE_SCHEMES = ("notice-id-ref", "ojs-notice-id")


def _notice_scheme(value: str) -> tuple[tuple[str, str], ...]:
    known = _NOTICE_ID.fullmatch(value) is not None
    return (("schemeName", NOTICE_SCHEMES[0] if known else NOTICE_SCHEMES[1]),)


_VEHICLES = re.compile(r"[mn][1-3](-[mn][1-3])*")


def _asset_list(value: str) -> tuple[tuple[str, str], ...]:
    vehicle = _VEHICLES.fullmatch(value)
    return (("listName", "vehicle-category" if vehicle else "energy-efficiency-item"),)


asset = _one(("vehicle-category", "energy-efficiency-item"), _asset_list)
"""A category of vehicles, or of goods that use energy."""


def earlier_notice() -> Converter:
    """An earlier notice: its identifier with version, or its number in the gazette."""
    return _one(NOTICE_SCHEMES, _notice_scheme)


def earlier_notices() -> Converter:
    """Several earlier notices."""
    return _several(NOTICE_SCHEMES, _notice_scheme)


def _read_number_plate(found: Sequence[Found], reader: Reader) -> str:
    first = reader.first(found, _term_of(found))
    return re.sub(r"\s", "", reader.take(first, "schemeID", "schemeName"))


def _write_text(value: str) -> Iterator[Leaf]:
    yield Leaf(value)


number_plate = converter(_read_number_plate, _write_text)
"""A registration number without the spaces people put in it."""


def _read_words(found: Sequence[Found], reader: Reader) -> Texts:
    by_language: dict[str, str] = {}
    for each in found:
        tag = language_tag(each.element.get("languageID") or reader.language or "und")
        if tag in by_language:
            reader.first([each, *found], _term_of(found))
        else:
            by_language[tag] = reader.take(each, "languageID")
    return Texts(by_language)


def _write_words(value: Texts) -> Iterator[Leaf]:
    for tag, text_ in value.by_language.items():
        if text_:
            yield Leaf(text_, (("languageID", language_code(tag)),))


words = converter(_read_words, _write_words, many=True)
"""A text in its languages; a second one in a language stays unread."""


def _read_languages(found: Sequence[Found], reader: Reader) -> tuple[str, ...]:
    tags: dict[str, None] = {}
    for each in found:
        tag = language_tag(each.text)
        if tag not in tags:
            reader.take(each, "listName")
            tags[tag] = None
    return tuple(tags)


def _write_languages(value: tuple[str, ...]) -> Iterator[Leaf]:
    return (Leaf(language_code(tag)) for tag in value)


def _write_listed_languages(value: tuple[str, ...]) -> Iterator[Leaf]:
    return (Leaf(language_code(tag), (("listName", "language"),)) for tag in value)


languages = converter(_read_languages, _write_languages, many=True)
"""Language tags, each once."""
listed_languages = converter(_read_languages, _write_listed_languages, many=True)
"""Language tags, each once, written with the name of their list."""


def choice(kinds: Mapping[str, StrEnum], *lists: str) -> Converter:
    """One of our own words for a code."""
    codes = {kind: code for code, kind in kinds.items()}
    kinds = {code.lower(): kind for code, kind in kinds.items()}
    attributes = _listed(lists)

    def read(found: Sequence[Found], reader: Reader) -> StrEnum:
        first = reader.first(found, _term_of(found))
        kind = kinds.get(first.text.lower())
        if kind is None:
            raise Odd(A_CODE, first)
        _taken(first, lists, reader)
        return kind

    def write(value: StrEnum) -> Iterator[Leaf]:
        if value in codes:
            yield Leaf(codes[value], attributes(codes[value]))

    return converter(read, write)


def choices(kinds: Mapping[str, StrEnum], *lists: str) -> Converter:
    """Our own words for several codes, each once; one that is no code of ours stays unread."""
    one = choice(kinds, *lists)

    def read(found: Sequence[Found], reader: Reader) -> tuple[StrEnum, ...]:
        made: dict[StrEnum, None] = {}
        for each in found:
            kind = kinds.get(each.text.lower())
            if kind is None or kind not in made:
                made[cast("StrEnum", one.read([each], reader))] = None
        return tuple(made)

    def write(values: tuple[StrEnum, ...]) -> Iterator[Leaf]:
        for value in values:
            yield from one.write(value)

    return converter(read, write, many=True)


def known(codes: Mapping[str, object], list_of: Callable[[str], str]) -> Converter:
    """One of a few codes that we know; `list_of` names the list that a code is in."""

    def read(found: Sequence[Found], reader: Reader) -> str:
        first = reader.first(found, _term_of(found))
        if first.text not in codes:
            raise Odd(A_CODE, first)
        return _taken(first, (list_of(first.text),), reader)

    def write(value: str) -> Iterator[Leaf]:
        yield Leaf(value, (("listName", list_of(value)),) if value in codes else ())

    return converter(read, write)


def _read_number(found: Sequence[Found], reader: Reader) -> Decimal:
    first = reader.first(found, _term_of(found))
    value = _decimal(first, A_NUMBER)
    reader.take(first)
    return value


def _write_number(value: Decimal) -> Iterator[Leaf]:
    yield Leaf(f"{value:f}")


number = converter(_read_number, _write_number)
"""An exact number; its unit, when it has one, stays with the field's name."""


def _read_whole(found: Sequence[Found], reader: Reader) -> int:
    first = reader.first(found, _term_of(found))
    value = _decimal(first, A_WHOLE)
    if value < 0 or value != value.to_integral_value():
        raise Odd(A_WHOLE, first)
    reader.take(first)
    return int(value)


def _write_whole(value: int) -> Iterator[Leaf]:
    yield Leaf(str(value))


whole = converter(_read_whole, _write_whole)
"""A whole number, zero or more."""


def _read_kilometres(found: Sequence[Found], reader: Reader) -> int:
    value = _read_whole(found, reader)
    if found[0].element.get("unitCode") in (KILOMETRES, "km"):
        reader.taken.add((found[0].element, "unitCode"))
    return value


def _write_kilometres(value: int) -> Iterator[Leaf]:
    yield Leaf(str(value), (("unitCode", KILOMETRES),))


kilometres = converter(_read_kilometres, _write_kilometres)
"""A whole number of kilometres."""


def _read_money(found: Sequence[Found], reader: Reader) -> Money:
    first = reader.first(found, _term_of(found))
    currency = (first.element.get("currencyID") or "").strip()
    value = _decimal(first, AN_AMOUNT)
    if value < 0 or not _CURRENCY.fullmatch(currency):
        raise Odd(AN_AMOUNT, first)
    reader.take(first, "currencyID")
    return Money(value, currency)


def _write_money(value: Money) -> Iterator[Leaf]:
    yield Leaf(f"{value.amount:f}", (("currencyID", value.currency),))


money = converter(_read_money, _write_money)
"""An amount with its currency, zero or more."""


def _read_flag(found: Sequence[Found], reader: Reader) -> bool:
    first = reader.first(found, _term_of(found))
    if first.text not in ("true", "false", "1", "0"):
        raise Odd(TRUE_FALSE, first)
    return reader.take(first, "listName") in ("true", "1")


def _write_flag(value: bool) -> Iterator[Leaf]:
    yield Leaf("true" if value else "false")


flag = converter(_read_flag, _write_flag)
"""Yes or no."""


def _read_duration(found: Sequence[Found], reader: Reader) -> Duration:
    first = reader.first(found, _term_of(found))
    unit = UNITS.get((first.element.get("unitCode") or "").upper())
    value = _decimal(first, A_DURATION)
    if unit is None or value < 0:
        raise Odd(A_DURATION, first)
    reader.take(first, "unitCode")
    return Duration(amount=value, unit=unit)


def _write_duration(value: Duration) -> Iterator[Leaf]:
    yield Leaf(f"{value.amount:f}", (("unitCode", value.unit.name),))


duration = converter(_read_duration, _write_duration)
"""A duration in the unit that was stated."""


def _read_day(found: Sequence[Found], reader: Reader) -> date:
    first = reader.first(found, _term_of(found))
    value, _ = _day_and_zone(first)
    if value.year >= LATEST_YEAR:
        reader.note(FAR_DAY, _term_of(found), first)
    reader.take(first)
    return value


def _write_day(value: date) -> Iterator[Leaf]:
    noon = datetime.combine(value, time(12), OSLO)
    yield Leaf(f"{value.isoformat()}{_offset(noon)}")


day = converter(_read_day, _write_day)
"""A calendar day as written; its time zone only says where the day was written."""


def _read_award_day(found: Sequence[Found], reader: Reader) -> date | None:
    value = _read_day(found, reader)
    return None if value == DUMMY_AWARD_DAY else value


def _write_award_day(value: date | None) -> Iterator[Leaf]:
    return _write_day(value or DUMMY_AWARD_DAY)


award_day = converter(_read_award_day, _write_award_day)
"""A day, or nothing for the dummy that eForms writes because UBL asks for one (OPT-999)."""


def _read_instant(found: Sequence[Found], reader: Reader) -> datetime:
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
    if value.year >= LATEST_YEAR:
        reader.note(FAR_DAY, _term_of(found), first)
    try:
        instant_ = datetime.combine(value, hour, clock_zone or day_zone or OSLO).astimezone(UTC)
    except OverflowError:
        raise Odd(A_CLOCK, first) from None
    reader.take(first)
    reader.take_clock(first, clock)
    return instant_


def _write_instant(value: datetime) -> Iterator[Leaf]:
    local = value.astimezone(OSLO)
    offset = _offset(local)
    clock = f"{local.time().isoformat()}{offset}"
    yield Leaf(f"{local.date().isoformat()}{offset}", clock=clock)


instant = converter(_read_instant, _write_instant)
"""The UTC instant of a date element and the time element beside it, written in Norwegian time.

`cbc:EndDate` goes with `cbc:EndTime`. A date without a time has no instant: no hour is made up.
"""


def _offset(local: datetime) -> str:
    """`+01:00`; the few seconds of Oslo's old local time cannot be said in a document."""
    minutes = int((local.utcoffset() or timedelta()).total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _taken(found: Found, lists: Sequence[str], reader: Reader) -> str:
    """The text; the name of its list is understood only when it is one we expect."""
    for name in ("listName", "schemeName"):
        if found.element.get(name) in lists:
            reader.take(found, name)
            reader.used.pop()
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
