"""When a rule can be broken at all: what its guards ask of a document before its groups are asked.

A guard is a claim about the whole document. Most are about its shape: which fields the groups of a
type have. Documents of one sender have few shapes, so these are asked once for each shape (see
`rules.Plan`); the others are asked once for each document, however many rules share one.

>>> from lxml import etree
>>> from anskaff.documents.ubl.reading import read
>>> from anskaff.documents.ubl.table import CBC, said, text
>>> class Period(Group):
...     start: str | None = text("cbc:StartDate", "", said("Fra", "Frå", "From"))
...     end: str | None = text("cbc:EndDate", "", said("Til", "Til", "To"))
>>> period = etree.fromstring(f'<P xmlns:b="{CBC}"><b:StartDate>2026</b:StartDate></P>')
>>> asked = has(Period, "start"), has(Period, "start", "end"), lacks(Period, "end")
>>> [each(read(period, Period)) for each in asked]
[True, False, True]
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Value

Guard = Callable[[Reading[Group]], bool]


@dataclass(frozen=True, slots=True)
class Shape:
    """Some group of a type has all of some fields, and none of others."""

    kind: type[Group]
    has: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()

    def __call__(self, reading: Reading[Group]) -> bool:
        """Whether the document has such a group."""
        sets = reading.sets(self.kind)
        return any(self.has <= names and self.lacks.isdisjoint(names) for names in sets)


def has(kind: type[Group], *names: str, but_not: str = "") -> Shape:
    """Some group of a type has all of these fields, perhaps without another."""
    return Shape(kind, frozenset(names), frozenset(filter(None, (but_not,))))


def lacks(kind: type[Group], *names: str) -> Shape:
    """Some group of a type has none of these fields."""
    return Shape(kind, lacks=frozenset(names))


@dataclass(frozen=True, slots=True)
class Several:
    """More than one group of a type stands."""

    kind: type[Group]

    def __call__(self, reading: Reading[Group]) -> bool:
        """Whether the document has several."""
        return len(reading.groups.get(self.kind.family, ())) > 1


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Some value of a field is as a function says; each different value is asked once."""

    kind: type[Group]
    name: str
    odd: Callable[[Value], bool]

    def __call__(self, reading: Reading[Group]) -> bool:
        """Whether the document has such a value."""
        return any(map(self.odd, reading.distinct(self.kind.family, self.name)))


@dataclass(frozen=True, slots=True)
class Among:
    """A word is among those that a function finds in the document, once for all who ask it."""

    words: Callable[[Reading[Group]], Collection[str]]
    word: str

    def __call__(self, reading: Reading[Group]) -> bool:
        """Whether the document has that word."""
        return self.word in reading.once(self.words)


def has_empty(reading: Reading[Group]) -> bool:
    """Something stands without content."""
    return bool(reading.empty)


def has_repeated(reading: Reading[Group]) -> bool:
    """Something that should stand once is repeated."""
    return bool(reading.repeated)


def has_unknown(reading: Reading[Group]) -> bool:
    """Something stands that is not in the table."""
    return bool(reading.unknown)
