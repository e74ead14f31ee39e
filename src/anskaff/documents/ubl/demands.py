"""What the tables ask of the groups of a document, less what the document as a whole shows is so.

Most documents are right, so a table is asked once of each different set of fields, and of each
different value; only what is left is asked of the groups one by one.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple, cast

from anskaff.documents.ubl.reading import MOST_SHAPES, FieldSets, Reading
from anskaff.documents.ubl.table import Attribute, Field, Group, Kind
from anskaff.documents.ubl.values import Value, base64_fault, written

CodeLists = Mapping[str, frozenset[str]]


class Partly(frozenset[str]):
    """A list that we know in part: those of its codes that are in common use.

    >>> units = Partly({"KGM", "H87"})
    >>> "KGM" in units, units.may_have("NMP"), units.may_have("stk")
    (True, True, False)
    """

    __slots__ = ()
    _LOOK = re.compile("[A-Z0-9]{2,3}")

    def may_have(self, code: str) -> bool:
        """Whether a code looks as those of the list, so that it may be one of the others."""
        return self._LOOK.fullmatch(code) is not None


def refused(code: str, codes: frozenset[str]) -> bool:
    """Whether a code is in no release of a list, however much of it we know.

    >>> refused("NMP", frozenset({"KGM"})), refused("NMP", Partly({"KGM"}))
    (True, False)
    """
    return code not in codes and not (isinstance(codes, Partly) and codes.may_have(code))


class Base64:
    """All texts that are base64."""

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and base64_fault(text) is None


BASE64 = Base64()


class Ask(Enum):
    """What may be asked of a field that stands."""

    ATTRIBUTE = auto()
    CODE = auto()
    BASE64 = auto()
    ONLY = auto()
    BARRED = auto()
    ONLY_ATTRIBUTE = auto()


class Demand(NamedTuple):
    """What is asked of a field, or of the attribute that is a part of its value.

    `part` is 0 for the value itself and the place in it for an attribute; `said` gives that part of
    a value as text, or is nothing where the value is text.
    """

    ask: Ask
    row: Field
    place: tuple[type[Group], str]
    part: int
    attribute: Attribute | None
    said: Callable[[Value], str] | None

    @property
    def name(self) -> str:
        """The name of the attribute, empty for the value itself."""
        return "" if self.attribute is None else self.attribute.name

    @property
    def only(self) -> str:
        """The one thing that may be said, where there is just one."""
        return self.row.only if self.attribute is None else self.attribute.only

    @property
    def list(self) -> str:
        """The name of the list that codes are from."""
        return self.row.codes if self.attribute is None else self.attribute.codes

    def among(self, lists: CodeLists) -> Container[str] | None:
        """What may be said; nothing where a list is not there to tell."""
        if self.ask is Ask.CODE:
            return codes_of(lists, self.list)
        return BASE64 if self.ask is Ask.BASE64 else frozenset({self.only})

    def is_met(self, reading: Reading[Group], lists: CodeLists) -> bool:
        """Whether the different values show it; an indicator is judged by how it is spelled."""
        if self.ask is Ask.BARRED:
            return False
        found = reading.distinct(*self.place)
        parts = cast(Iterable[str], found) if self.said is None else map(self.said, found)
        if self.ask is Ask.ATTRIBUTE:
            return all(parts)
        known = self.among(lists)
        if known is None or not isinstance(known, frozenset):
            return known is None or all(each in known for each in parts)
        return self.row.kind is not Kind.INDICATOR and known.issuperset(parts)


class Asked(NamedTuple):
    """What all values of a field must be, or one attribute of each: `said` gives that part of it.

    It may not be empty if it is `needed`, and must be in each of the lists.
    """

    name: str
    said: Callable[[Value], str] | None
    needed: bool
    lists: tuple[Container[str], ...]


class Gate:
    """What documents of a shape must hold to be right, by type of group.

    Attributes stand in the tags, so where a document was read by templates only, they are looked at
    once for all that were read by the same ones.
    """

    def __init__(self, shape: FieldSets, lists: CodeLists) -> None:
        self.lists = lists
        self.is_right = True
        self.values: list[_OfKind] = []
        self.attributes: list[_OfKind] = []
        self._passed: set[frozenset[int]] = set()
        for kind in shape.kinds:
            self._see(kind, shape)

    def _see(self, kind: type[Group], shape: FieldSets) -> None:
        always, ever = shape.always[kind], shape.ever[kind]
        if any(row.least and row.name not in always for row in kind.fields):
            self.is_right = False
        asked: dict[tuple[str, int], list[Demand]] = {}
        for each in _demands(kind):
            if each.row.name in ever:
                asked.setdefault((each.row.name, each.part), []).append(each)
                self.is_right &= each.ask is not Ask.BARRED and not each.row.many
        alone = not any(each.family is kind.family for each in shape.kinds if each is not kind)
        for found, wanted in ((self.values, False), (self.attributes, True)):
            together = tuple(
                _together(of, self.lists) for (_, part), of in asked.items() if bool(part) is wanted
            )
            if together:
                found.append((kind, alone, together))

    def is_passed(self, reading: Reading[Group]) -> bool:
        """Whether a document of the shape holds what it must."""
        if not self.is_right or not _pass(reading, self.values):
            return False
        alike = reading.templates
        if alike in self._passed:
            return True
        passed = _attributes_pass(reading, self.attributes)
        if passed and alike is not None and len(self._passed) < MOST_SHAPES:
            self._passed.add(alike)
        return passed


_OfKind = tuple[type[Group], bool, tuple[Asked, ...]]
"""What is asked of a type of group, and whether its family has no other type beside it."""
_gates: dict[tuple[FieldSets, int], Gate] = {}


def are_met(reading: Reading[Group], lists: CodeLists) -> bool:
    """Whether a document holds all that its tables ask; if not, something of it may be missing.

    What follows from the shape of a document and the lists is worked out once for all like it.
    """
    if not reading.plain:
        return False
    key = reading.shape, id(lists)
    gate = _gates.get(key)
    if gate is None or gate.lists is not lists:
        if len(_gates) >= MOST_SHAPES:
            _gates.clear()
        gate = _gates[key] = Gate(reading.shape, lists)
    return gate.is_passed(reading)


def _of_kind(reading: Reading[Group], kind: type[Group], *, alone: bool) -> list[Group]:
    groups = reading.groups[kind.family]
    return groups if alone else [each for each in groups if type(each) is kind]


def _pass(reading: Reading[Group], values: Sequence[_OfKind]) -> bool:
    """Whether all values are as they must be."""
    for kind, alone, asked in values:
        all_held = [each.__dict__ for each in _of_kind(reading, kind, alone=alone)]
        for name, said, _, lists in asked:
            for held in all_held:
                if name not in held:
                    continue
                value = held[name] if said is None else said(held[name])
                for codes in lists:
                    if value not in codes:
                        return False
    return True


def _attributes_pass(reading: Reading[Group], attributes: Sequence[_OfKind]) -> bool:
    """Whether all attributes are; beside something odd, one may stand with nothing in it."""
    for kind, alone, asked in attributes:
        for group in _of_kind(reading, kind, alone=alone):
            for name, said, needed, lists in asked:
                if name not in group.__dict__ or said is None:
                    continue
                value = said(group.__dict__[name])
                if value and not all(value in codes for codes in lists):
                    return False
                if not value and (needed or group.extras is not None):
                    return False
    return True


def _together(demands: Sequence[Demand], lists: CodeLists) -> Asked:
    """All that is asked of a field, or of an attribute."""
    first = demands[0]
    among = [each.among(lists) for each in demands if each.ask is not Ask.ATTRIBUTE]
    return Asked(
        name=first.row.name,
        said=None if first.row.kind is Kind.TEXT and not first.row.many else first.said,
        needed=any(each.ask is Ask.ATTRIBUTE for each in demands),
        lists=tuple(each for each in among if each is not None),
    )


class Left(NamedTuple):
    """What is left to ask of a type of group: fields that miss somewhere, and those that stand."""

    kind: type[Group]
    names: frozenset[str]
    demands: tuple[Demand, ...]

    def unmet(self, reading: Reading[Group], lists: CodeLists) -> tuple[Demand, ...]:
        """The demands that the document as a whole does not show to be met."""
        return tuple(each for each in self.demands if not each.is_met(reading, lists))


@lru_cache(maxsize=MOST_SHAPES)
def left(kinds: tuple[type[Group], ...], shape: FieldSets) -> tuple[Left, ...]:
    """What is left to ask of these types in documents of a shape, where it is anything."""
    found = []
    for kind in kinds:
        always, ever = shape.always[kind], shape.ever[kind]
        names = frozenset(row.name for row in kind.fields if row.least and row.name not in always)
        demands = tuple(each for each in _demands(kind) if each.row.name in ever)
        if names or demands:
            found.append(Left(kind, names, demands))
    return tuple(found)


def codes_of(lists: CodeLists, name: str) -> frozenset[str] | None:
    """The codes of a list, or of several with space between their names; nothing without them."""
    if name in lists:
        return lists[name] or None
    several = [lists.get(each) for each in name.split()]
    given = [each for each in several if each]
    if len(given) < len(several) or len(several) == 1:
        return None
    known = frozenset[str]().union(*given)
    return Partly(known) if any(isinstance(each, Partly) for each in given) else known


_known: dict[type[Group], tuple[Demand, ...]] = {}


def _demands(kind: type[Group]) -> tuple[Demand, ...]:
    """What the table asks of the fields of a group, in the order it is told; worked out once."""
    if kind not in _known:
        _known[kind] = tuple(sorted(_made(kind), key=lambda each: (each.ask.value, each.part > 0)))
    return _known[kind]


def _made(kind: type[Group]) -> Iterator[Demand]:
    for row in kind.fields:
        place = (kind.family, row.name)
        said = None if row.kind is Kind.CODE else _part(0) if row.parts else written
        of_value = {
            Ask.CODE: row.codes,
            Ask.BASE64: row.kind is Kind.BINARY,
            Ask.ONLY: row.only,
            Ask.BARRED: row.barred,
        }
        for ask, asked in of_value.items():
            if asked:
                yield Demand(ask, row, place, 0, None, said)
        for each in row.attributes:
            if each.name not in row.parts:
                continue
            part = row.parts.index(each.name) + 1
            of_part = {
                Ask.ATTRIBUTE: each.least,
                Ask.CODE: each.codes,
                Ask.ONLY_ATTRIBUTE: each.only,
            }
            for ask, wanted in of_part.items():
                if wanted:
                    yield Demand(ask, row, place, part, each, _part(part))


def _part(at: int) -> Callable[[Value], str]:
    return cast(Callable[[Value], str], itemgetter(at))
