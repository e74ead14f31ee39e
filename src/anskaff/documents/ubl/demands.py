"""What the tables ask of the groups of a document, less what the document as a whole shows is so.

Most documents are right, so a table is asked once of each different set of fields, and of each
different value; only what is left is asked of the groups one by one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum, auto
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple, cast

from anskaff.documents.ubl.reading import MOST_SHAPES, FieldSets, Reading
from anskaff.documents.ubl.table import Attribute, Field, Group, Kind
from anskaff.documents.ubl.values import Value, written

CodeLists = Mapping[str, frozenset[str]]


class Ask(Enum):
    """What may be asked of a field that stands."""

    ATTRIBUTE = auto()
    CODE = auto()
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

    def among(self, lists: CodeLists) -> frozenset[str] | None:
        """What may be said; nothing where a list is not there to tell."""
        if self.ask is Ask.CODE:
            return codes_of(lists, self.list)
        return frozenset({self.only})

    def is_met(self, reading: Reading[Group], lists: CodeLists) -> bool:
        """Whether the different values show it; an indicator is judged by how it is spelled."""
        if self.ask is Ask.BARRED:
            return False
        found = reading.distinct(*self.place)
        parts = cast(Iterable[str], found) if self.said is None else map(self.said, found)
        if self.ask is Ask.ATTRIBUTE:
            return all(parts)
        known = self.among(lists)
        return known is None or (self.row.kind is not Kind.INDICATOR and known.issuperset(parts))


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
    return frozenset().union(*given) if len(given) == len(several) > 1 else None


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
        of_value = {Ask.CODE: row.codes, Ask.ONLY: row.only, Ask.BARRED: row.barred}
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
