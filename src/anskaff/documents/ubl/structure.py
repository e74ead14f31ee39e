"""Checks that follow from the table alone: what must stand, what may not, which codes, what order.

Each document says through `Official` which of them its official rule set has, and under which id.
A fault that the official schema would stop (`fatal` without an id) is an error all the same; an
element that the standard merely ignores is told as information.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple, cast

from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.formatting import FactValue
from anskaff.concepts.words import Words
from anskaff.documents.ubl.code_lists import named, nearest
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.table import Attribute, Field, Group, Kind
from anskaff.documents.ubl.values import Value, normalized, written

CodeLists = Mapping[str, frozenset[str]]
MOST_KEPT = 10_000


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

    A code list that `lists` lacks is not checked. A variant is judged by its own table or, with
    `by_family`, by the table that it is a variant of.
    """
    yield from _misfits(reading, official)
    for kind, groups in reading.groups.items() if by_family else reading.kinds():
        unmet = _unmet(kind, reading, lists)
        if unmet is None:
            continue
        coded = [(each, codes) for each in unmet.codes if (codes := _of(lists, each.list))]
        for group in groups:
            held = group.__dict__
            if not unmet.names <= held.keys():
                yield from _missing(group, unmet.names, official)
            for row, part, attribute in unmet.attributes:
                if row.name in held:
                    yield from _attribute_missing(group, row, part, attribute, official)
            for each, codes in coded:
                if each.row.name in held:
                    yield from _codes(group, each, codes, official)
            for row in unmet.only:
                if row.name in held:
                    yield from _only(group, row, official)
            for row in unmet.barred:
                if row.name in held:
                    yield from _told(UNKNOWN, official.unknown(group, row.tag), Spot(group, row))
            for row, part, one in unmet.only_attributes:
                if row.name in held:
                    yield from _only_attribute(group, row, part, one, official)


def _unmet(kind: type[Group], reading: Reading[Group], lists: CodeLists) -> "_Demands | None":
    """What the table asks of a group and the document as a whole does not show to be so."""
    asked = _asked(kind, reading.always(kind), reading.ever(kind))  # type: ignore[arg-type]
    if asked is None:
        return None

    def all_in(row: Field, part: int, known: Collection[str]) -> bool:
        """Whether all values of a field, or that part of them, are among these."""
        found = reading.distinct(kind.family, row.name)
        if row.parts:
            return all(cast(tuple[str, ...], each)[part] in known for each in found)
        return row.kind is not Kind.INDICATOR and all(written(each) in known for each in found)

    unmet = _Demands(
        names=asked.names,
        attributes=tuple(
            (row, part, name)
            for row, part, name in asked.attributes
            if not all(each[part] for each in reading.distinct(kind.family, row.name))  # type: ignore[index]
        ),
        codes=tuple(
            each
            for each in asked.codes
            if (known := _of(lists, each.list)) and not all_in(each.row, each.part, known)
        ),
        only=tuple(row for row in asked.only if not all_in(row, 0, (row.only,))),
        barred=asked.barred,
        only_attributes=tuple(
            each for each in asked.only_attributes if not all_in(each[0], each[1], (each[2].only,))
        ),
    )
    return unmet if unmet.asks_something else None


@lru_cache(maxsize=MOST_KEPT)
def _asked(kind: type[Group], always: frozenset[str], ever: frozenset[str]) -> "_Demands | None":
    """What the table asks of a type of group whose members always and ever have these fields."""
    demands = _demands(kind)
    asked = _Demands(
        names=demands.names - always,
        attributes=tuple(each for each in demands.attributes if each[0].name in ever),
        codes=tuple(each for each in demands.codes if each.row.name in ever),
        only=tuple(row for row in demands.only if row.name in ever),
        barred=tuple(row for row in demands.barred if row.name in ever),
        only_attributes=tuple(each for each in demands.only_attributes if each[0].name in ever),
    )
    return asked if asked.asks_something else None


def _of(lists: CodeLists, name: str) -> frozenset[str] | None:
    """The codes of a list, or of several with space between their names; nothing without them."""
    if name in lists:
        return lists[name]
    several = [lists.get(each) for each in name.split()]
    given = [each for each in several if each]
    return frozenset().union(*given) if len(given) == len(several) > 1 else None


class _Coded(NamedTuple):
    """A value, or a part of it, that is a code from a list."""

    row: Field
    part: int
    attribute: str
    list: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Demands:
    names: frozenset[str]
    attributes: tuple[tuple[Field, int, str], ...]
    codes: tuple[_Coded, ...]
    only: tuple[Field, ...]
    barred: tuple[Field, ...]
    only_attributes: tuple[tuple[Field, int, Attribute], ...]

    @property
    def asks_something(self) -> bool:
        """Whether there is anything to look at."""
        return bool(
            self.names
            or self.attributes
            or self.codes
            or self.only
            or self.barred
            or self.only_attributes
        )


_known: dict[type[Group], _Demands] = {}


def _demands(kind: type[Group]) -> _Demands:
    """What the table asks of one group; worked out once."""
    if kind not in _known:
        attributes = [
            (row, row.parts.index(each.name) + 1, each)
            for row in kind.fields
            for each in row.attributes
            if each.name in row.parts
        ]
        _known[kind] = _Demands(
            names=frozenset(row.name for row in kind.fields if row.least),
            attributes=tuple(
                (row, part, each.name) for row, part, each in attributes if each.least
            ),
            codes=(
                *(_Coded(row, 0, "", row.codes) for row in kind.fields if row.codes),
                *(
                    _Coded(row, part, each.name, each.codes)
                    for row, part, each in attributes
                    if each.codes
                ),
            ),
            only=tuple(row for row in kind.fields if row.only),
            barred=tuple(row for row in kind.fields if row.barred),
            only_attributes=tuple(each for each in attributes if each[2].only),
        )
    return _known[kind]


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
    group: Group, row: Field, part: int, attribute: str, official: Official
) -> Iterator[Finding]:
    for at, value in enumerate(group.all(row)):
        there = cast(tuple[str, ...], value)[part] or stands_empty(group, row.name, at, attribute)
        if not there:
            spot = Spot(group, row, "", f"@{attribute}")
            said = {"label": row.said.label, "meaning": row.said.meaning}
            yield from _told(MISSING, official.missing(group, row, attribute), spot, **said)


def _as_spelled(group: Group, row: Field, at: int) -> str:
    """The text of an occurrence of a field; `1` and `true` are two spellings of yes."""
    spelled = group.extras.spelled if group.extras else {}
    return spelled.get((row.name, at)) or written(cast(Value, group.all(row)[at]))


def _codes(
    group: Group, coded: _Coded, codes: frozenset[str], official: Official
) -> Iterator[Finding]:
    exact = official.exact_attributes and coded.part
    for at, value in enumerate(group.all(coded.row)):
        held = cast(tuple[str, ...], value)[coded.part] if isinstance(value, tuple) else ""
        got = held or ("" if coded.part else _as_spelled(group, coded.row, at))
        if got in codes or (not exact and normalized(got) in codes):
            continue
        if coded.part and not got and not stands_empty(group, coded.row.name, at, coded.attribute):
            continue
        spot = Spot(group, coded.row, got, f"@{coded.attribute}" if coded.attribute else "")
        yield from _told(
            NOT_IN_LIST,
            official.code(group, coded.row, coded.attribute),
            spot,
            label=coded.row.said.label,
            got=got,
            list=named(coded.list),
            nearest=", ".join(nearest(got, codes, coded.list)),
        )


def _only(group: Group, row: Field, official: Official) -> Iterator[Finding]:
    for at in range(len(group.all(row))):
        got = _as_spelled(group, row, at)
        if normalized(got) != row.only:
            spot = Spot(group, row, got)
            yield from _not_allowed(official.only(group, row), spot, row, row.only)


def _only_attribute(
    group: Group, row: Field, part: int, attribute: Attribute, official: Official
) -> Iterator[Finding]:
    for at, value in enumerate(group.all(row)):
        got = cast(tuple[str, ...], value)[part]
        if got != attribute.only and (got or stands_empty(group, row.name, at, attribute.name)):
            spot = Spot(group, row, got, f"@{attribute.name}")
            found = official.code(group, row, attribute.name)
            yield from _not_allowed(found, spot, row, attribute.only)


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
