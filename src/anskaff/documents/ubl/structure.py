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
from anskaff.documents.ubl import demands
from anskaff.documents.ubl.demands import Ask, CodeLists, Demand, codes_of, refused
from anskaff.documents.ubl.nearest_codes import unlisted
from anskaff.documents.ubl.occurrences import occurrences
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.structure_faults import (
    A_NUMBER,
    DISORDER,
    EMPTY,
    EXPECTED,
    MISSING,
    NOT_ALLOWED,
    NOT_BASE64,
    NOT_COMMON,
    NOT_IN_LIST,
    REPEATED,
    STRAY,
    UNKNOWN,
    UNREADABLE,
)
from anskaff.documents.ubl.table import Field, Group
from anskaff.documents.ubl.values import Value, base64_fault, normalized, written


class Id(NamedTuple):
    """The id that an official rule set gives a fault; without one it is only of the model."""

    rule: str = ""
    severity: Severity = Severity.ERROR


MOST_SHOWN = 20
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
    codes = codes_of(lists, demand.list) or frozenset()
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
            **unlisted(row.said.label, got, codes, demand.list),
        )


def _base64(
    group: Group, demand: Demand, _lists: CodeLists, _official: Official
) -> Iterator[Finding]:
    row = demand.row
    for _, value in _values(group, row):
        text = written(value)
        at = base64_fault(text)
        if at is not None:
            got = text[at : at + MOST_SHOWN].strip() or text[-MOST_SHOWN:].strip()
            spot = Spot(group, row, got)
            yield from _told(NOT_BASE64, SCHEMA, spot, label=row.said.label, got=got, at=at + 1)


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
    Ask.BASE64: _base64,
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
