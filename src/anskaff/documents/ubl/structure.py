"""Checks that follow from the table alone: what must stand, what may not, which codes, what order.

Each document says through `Official` which of them its official rule set has, and under which id.
A fault that the official schema would stop (`fatal` without an id) is an error all the same; an
element that the standard merely ignores is told as information.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple, cast

from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.formatting import FactValue
from anskaff.concepts.words import Words
from anskaff.documents.ubl import demands
from anskaff.documents.ubl.code_lists import named
from anskaff.documents.ubl.demands import Ask, CodeLists, Demand, refused
from anskaff.documents.ubl.nearest_codes import nearest
from anskaff.documents.ubl.occurrences import occurrences
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.table import Field, Group, Kind
from anskaff.documents.ubl.values import Value, normalized, written


class Id(NamedTuple):
    """The id that an official rule set gives a fault; without one it is only of the model."""

    rule: str = ""
    severity: Severity = Severity.ERROR


SCHEMA = Id()
IGNORED = Id(severity=Severity.INFORMATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """What an official rule set says of the structure: for each fault its id, or nothing.

    Each function gets the group, the field (none for the group itself) and the attribute or the
    unknown name ("" for none); nothing means that the fault is none. `code` is asked of attributes
    that have one value only, too. With `exact_attributes` a code in an attribute is compared as it
    stands, and one that is empty stands, but is no code.
    """

    missing: Callable[[Group, Field, str], Id | None]
    unknown: Callable[[Group, str], Id | None]
    stray: Callable[[Group, Field | None, str], Id | None]
    code: Callable[[Group, Field, str], Id | None]
    only: Callable[[Group, Field], Id | None]
    empty: Callable[[Group, Field | None], Id | None]
    repeated: Callable[[Group, Field], Id | None] = lambda _group, _field: SCHEMA
    exact_attributes: bool = False


MISSING = FindingKind(
    code="document-term-missing",
    text=Words(
        nb="{label} mangler. {meaning}.",
        nn="{label} manglar. {meaning}.",
        en="{label} is missing. {meaning}.",
    ),
    cure=Words(
        nb="Fyll ut {path}.",
        nn="Fyll ut {path}.",
        en="Fill in {path}.",
    ),
)
UNKNOWN = FindingKind(
    code="document-element-unknown",
    text=Words(
        nb="{path} hører ikke til i dette dokumentet.",
        nn="{path} høyrer ikkje til i dette dokumentet.",
        en="{path} does not belong in this document.",
    ),
    cure=Words(
        nb="Fjern det, eller flytt innholdet til et felt som finnes.",
        nn="Fjern det, eller flytt innhaldet til eit felt som finst.",
        en="Remove it, or move its content to a field that exists.",
    ),
)
STRAY = FindingKind(
    code="document-attribute-unknown",
    text=Words(
        nb="{path} skal ikke ha attributtet {attribute}.",
        nn="{path} skal ikkje ha attributtet {attribute}.",
        en="{path} must not have the attribute {attribute}.",
    ),
    cure=Words(
        nb="Fjern attributtet.",
        nn="Fjern attributtet.",
        en="Remove the attribute.",
    ),
)
REPEATED = FindingKind(
    code="document-term-repeated",
    text=Words(
        nb="{path} står flere ganger, men skal stå én gang. Neste verdi er «{got}».",
        nn="{path} står fleire gonger, men skal stå éin gong. Neste verdi er «{got}».",
        en="{path} stands several times but should stand once. The next value is “{got}”.",
    ),
    cure=Words(
        nb="Behold den riktige og fjern resten.",
        nn="Behald den rette og fjern resten.",
        en="Keep the right one and remove the rest.",
    ),
)
DISORDER = FindingKind(
    code="document-order",
    text=Words(
        nb="{path} står på feil plass blant feltene.",
        nn="{path} står på feil plass blant felta.",
        en="{path} stands in the wrong place among the fields.",
    ),
    cure=Words(
        nb="Skriv feltene i den rekkefølgen standarden har.",
        nn="Skriv felta i den rekkjefølgja standarden har.",
        en="Write the fields in the order of the standard.",
    ),
)
UNREADABLE = FindingKind(
    code="document-value-unreadable",
    text=Words(
        nb="{label}: ventet {expected}, fant «{got}».",
        nn="{label}: venta {expected}, fann «{got}».",
        en="{label}: expected {expected}, found “{got}”.",
    ),
    cure=Words(
        nb="Rett verdien i {path}.",
        nn="Rett verdien i {path}.",
        en="Correct the value in {path}.",
    ),
)
EMPTY = FindingKind(
    code="document-element-empty",
    text=Words(
        nb="{path} er tomt.",
        nn="{path} er tomt.",
        en="{path} is empty.",
    ),
    cure=Words(
        nb="Fyll det ut, eller fjern det.",
        nn="Fyll det ut, eller fjern det.",
        en="Fill it in, or remove it.",
    ),
)
NOT_IN_LIST = FindingKind(
    code="document-code-unknown",
    text=Words(
        nb="{label}: koden «{got}» finnes ikke i {list}.",
        nn="{label}: koden «{got}» finst ikkje i {list}.",
        en="{label}: the code “{got}” is not in {list}.",
    ),
    cure=Words(
        nb="Bruk en kode fra listen, for eksempel {nearest}.",
        nn="Bruk ein kode frå lista, til dømes {nearest}.",
        en="Use a code from the list, such as {nearest}.",
    ),
)
NOT_COMMON = FindingKind(
    code="document-code-not-common",
    severity=Severity.INFORMATION,
    text=Words(
        nb="{label}: koden «{got}» er ikke blant de vanlige i {list}. Den kan være riktig, men "
        "hele listen er ikke installert.",
        nn="{label}: koden «{got}» er ikkje blant dei vanlege i {list}. Han kan vere rett, men "
        "heile lista er ikkje installert.",
        en="{label}: the code “{got}” is not among those in common use in {list}. It may be right, "
        "but the whole list is not installed.",
    ),
    cure=Words(
        nb="Kontroller koden. Vanlige koder er for eksempel {nearest}.",
        nn="Kontroller koden. Vanlege kodar er til dømes {nearest}.",
        en="Check the code. Codes in common use are, for example, {nearest}.",
    ),
)
NOT_ALLOWED = FindingKind(
    code="document-value-not-allowed",
    text=Words(
        nb="{label}: ventet «{expected}», fant «{got}».",
        nn="{label}: venta «{expected}», fann «{got}».",
        en="{label}: expected “{expected}”, found “{got}”.",
    ),
    cure=Words(
        nb="Skriv {expected} i {path}.",
        nn="Skriv {expected} i {path}.",
        en="Write {expected} in {path}.",
    ),
)

EXPECTED: Mapping[Kind, Words] = {
    Kind.DATE: Words(
        nb="en dato som 2026-12-31", nn="ein dato som 2026-12-31", en="a date such as 2026-12-31"
    ),
    Kind.TIME: Words(
        nb="et klokkeslett som 12:30:00",
        nn="eit klokkeslett som 12:30:00",
        en="a time like 12:30:00",
    ),
    Kind.INDICATOR: Words(nb="true eller false", nn="true eller false", en="true or false"),
}
A_NUMBER = Words(
    nb="et tall med punktum, som 1234.50",
    nn="eit tal med punktum, som 1234.50",
    en="a number with a point, such as 1234.50",
)


def findings(
    reading: Reading[Group], official: Official, lists: CodeLists, *, by_family: bool = False
) -> Iterator[Finding]:
    """What is wrong with the structure of a document that was read.

    A code list that `lists` lacks is not checked; where it has one in part, a code that may be one
    of the others is told once, as information. A variant is judged by its own table or, with
    `by_family`, by the table that it is a variant of.
    """
    yield from _misfits(reading, official)
    if not by_family and demands.are_met(reading, lists):
        return
    told: set[tuple[FactValue, ...]] = set()
    for found in _unmet(reading, official, lists, by_family=by_family):
        if found.code == NOT_COMMON.code:
            same = found.facts["label"], found.facts["got"]
            if same in told:
                continue
            told.add(same)
        yield found


def _unmet(
    reading: Reading[Group], official: Official, lists: CodeLists, *, by_family: bool
) -> Iterator[Finding]:
    judged = dict(reading.groups if by_family else reading.kinds())
    for left in demands.left(tuple(judged), reading.shape):
        unmet = left.unmet(reading, lists)
        for group in judged[left.kind] if unmet or left.names else ():
            if not left.names <= group.__dict__.keys():
                yield from _missing(group, left.names, official)
            for each in unmet:
                if each.row.name in group.__dict__:
                    yield from _ASKED[each.ask](group, each, lists, official)


def _misfits(reading: Reading[Group], official: Official) -> Iterator[Finding]:
    """What reading itself noted."""
    for spot in reading.empty:
        yield from _told(EMPTY, official.empty(spot.group, spot.field), spot)
    for spot in reading.unreadable:
        row = cast(Field, spot.field)
        expected = EXPECTED.get(row.kind, A_NUMBER)
        yield from _told(
            UNREADABLE, SCHEMA, spot, label=row.said.label, expected=expected, got=spot.got
        )
    for spot in reading.unknown:
        yield from _told(UNKNOWN, official.unknown(spot.group, spot.step), spot)
    for spot in reading.stray:
        name = spot.step.removeprefix("@")
        found = official.stray(spot.group, spot.field, name)
        yield from _told(STRAY, found, spot, attribute=name)
    for spot in reading.repeated:
        parent, place, _ = spot.group.position
        at = (spot.group, spot.field) if spot.field else (cast(Group, parent), cast(Field, place))
        yield from _told(REPEATED, official.repeated(*at), spot, got=spot.got)
    for spot in reading.disorder:
        yield from _told(DISORDER, SCHEMA, spot)


def _missing(group: Group, names: frozenset[str], official: Official) -> Iterator[Finding]:
    for row in group.fields:
        if row.name in names and row.name not in group.__dict__:
            if group.extras and any(name == row.name for name, _ in group.extras.spelled):
                continue
            said = {"label": row.said.label, "meaning": row.said.meaning}
            yield from _told(MISSING, official.missing(group, row, ""), Spot(group, row), **said)


def stands_empty(group: Group, name: str, at: int, attribute: str) -> bool:
    """Whether the value at a place in a field has the attribute, with nothing in it."""
    return group.extras is not None and attribute in group.extras.attributes.get((name, at), ())


def _attribute_missing(
    group: Group, demand: Demand, _lists: CodeLists, official: Official
) -> Iterator[Finding]:
    row, name = demand.row, demand.name
    for at, value in _values(group, row):
        there = cast(tuple[str, ...], value)[demand.part]
        if not there and not stands_empty(group, row.name, at, name):
            spot = Spot(group, row, "", f"@{name}")
            said = {"label": row.said.label, "meaning": row.said.meaning}
            yield from _told(MISSING, official.missing(group, row, name), spot, **said)


def _values(group: Group, row: Field) -> Iterator[tuple[int, Value]]:
    """The values of a field by occurrence, without those that are not of its type."""
    found = occurrences(group, row)
    return ((at, cast(Value, value)) for at, value in found if value is not None)


def _as_spelled(group: Group, row: Field, at: int, value: Value) -> str:
    """The text of an occurrence of a field; `1` and `true` are two spellings of yes."""
    spelled = group.extras.spelled if group.extras else {}
    return spelled.get((row.name, at)) or written(value)


def _codes(group: Group, demand: Demand, lists: CodeLists, official: Official) -> Iterator[Finding]:
    row, part, name = demand.row, demand.part, demand.name
    codes = demand.among(lists) or frozenset()
    exact = official.exact_attributes and part
    for at, value in _values(group, row):
        held = cast(tuple[str, ...], value)[part] if isinstance(value, tuple) else ""
        got = held or ("" if part else _as_spelled(group, row, at, value))
        if got in codes or (not exact and normalized(got) in codes):
            continue
        if part and not got and not stands_empty(group, row.name, at, name):
            continue
        is_wrong = refused(got if exact else normalized(got), codes)
        yield from _told(
            NOT_IN_LIST if is_wrong else NOT_COMMON,
            official.code(group, row, name) if is_wrong else IGNORED,
            Spot(group, row, got, f"@{name}" if name else ""),
            label=row.said.label,
            got=got,
            list=named(demand.list),
            nearest=", ".join(nearest(got, codes, demand.list)),
        )


def _only(group: Group, demand: Demand, _lists: CodeLists, official: Official) -> Iterator[Finding]:
    row = demand.row
    for at, value in _values(group, row):
        got = _as_spelled(group, row, at, value)
        if normalized(got) != row.only:
            spot = Spot(group, row, got)
            yield from _not_allowed(official.only(group, row), spot, row, row.only)


def _barred(
    group: Group, demand: Demand, _lists: CodeLists, official: Official
) -> Iterator[Finding]:
    row = demand.row
    yield from _told(UNKNOWN, official.unknown(group, row.tag), Spot(group, row))


def _only_attribute(
    group: Group, demand: Demand, _lists: CodeLists, official: Official
) -> Iterator[Finding]:
    row, name = demand.row, demand.name
    for at, value in _values(group, row):
        got = cast(tuple[str, ...], value)[demand.part]
        if got != demand.only and (got or stands_empty(group, row.name, at, name)):
            found = official.code(group, row, name)
            yield from _not_allowed(found, Spot(group, row, got, f"@{name}"), row, demand.only)


_ASKED: Mapping[Ask, Callable[[Group, Demand, CodeLists, Official], Iterator[Finding]]] = {
    Ask.ATTRIBUTE: _attribute_missing,
    Ask.CODE: _codes,
    Ask.ONLY: _only,
    Ask.BARRED: _barred,
    Ask.ONLY_ATTRIBUTE: _only_attribute,
}


def _not_allowed(found: Id | None, spot: Spot, row: Field, expected: str) -> Iterator[Finding]:
    yield from _told(
        NOT_ALLOWED, found, spot, label=row.said.label, expected=expected, got=spot.got
    )


def _told(
    kind: FindingKind, official: Id | None, spot: Spot, **facts: FactValue
) -> Iterator[Finding]:
    """The finding under its official id, when it is a fault at all."""
    if official is None:
        return
    known = _under(kind, official)
    yield known.at(spot.where, **{"path": spot.where, **facts})


@cache
def _under(kind: FindingKind, official: Id) -> FindingKind:
    if not official.rule:
        return replace(kind, severity=official.severity)
    return replace(kind, code=official.rule.lower(), rule=official.rule, severity=official.severity)
