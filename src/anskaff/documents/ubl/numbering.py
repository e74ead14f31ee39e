"""The ids of structural rules that are numbered by the place of each term in its document.

Peppol's post-award rule files number every element and attribute in declared order, the root first
and an element's attributes before its children; within an element they count its demands.

>>> from anskaff.documents.ubl.table import said, text
>>> class Note(Group):
...     key: str | None = text("cbc:ID", "", said("Nummer", "Nummer", "Number"), least=1)
...     kind: str | None = text("cbc:Name", "", said("Navn", "Namn", "Name"), only="A")
>>> for each in numbered(Note, "T99"):
...     print(each.rule, each.fault, each.path)
T99-B00101 missing cbc:ID
T99-B00102 schema location
T99-B00103 unknown
T99-B00301 not allowed cbc:Name
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from anskaff.documents.ubl.table import Field, Group

WHOLE = {
    "cac:AddressLine": 1,
    "cac:Dimension": 5,
    "cac:ItemComparison": 2,
    "cac:PartyIdentification": 1,
    "cac:PartyName": 1,
}
"""How many elements these groups have in UBL; where a table has them all, the rule files leave
unknown ones to UBL."""


class Fault(StrEnum):
    """What a structural rule is about."""

    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_IN_LIST = "not in list"
    NOT_ALLOWED = "not allowed"
    SCHEMA_LOCATION = "schema location"


class Demand(NamedTuple):
    """One rule: its id, the fault, the path from the root, and the attribute ("" for none).

    `expected` is the code list or the one value allowed, when the rule is about these.
    """

    rule: str
    fault: Fault
    path: str = ""
    attribute: str = ""
    expected: str = ""


class Oddities(NamedTuple):
    """Where a publisher numbers in another way than the table goes.

    `before` tells the sibling that a path is numbered before, `skipped` how many numbers have no
    place in the table after all that stands at a path.
    """

    before: Mapping[str, str] = {}
    skipped: Mapping[str, int] = {}


IN_ORDER = Oddities()


def numbered(root: type[Group], prefix: str, oddities: Oddities = IN_ORDER) -> tuple[Demand, ...]:
    """Every structural rule of a document whose table is `root`, in order of number."""
    return tuple(sorted(_Count(prefix=prefix, oddities=oddities).group(root, "", None)))


def numbered_inside(
    root: type[Group], prefix: str, oddities: Oddities = IN_ORDER
) -> tuple[str, ...]:
    """The ids of the rules on elements that UBL itself does not have there.

    They are on what stands inside a value, and on what is new in a group that the table has all of;
    they come last among the demands of a term, in files that have them.
    """
    count = _Count(prefix=prefix, oddities=oddities)
    for _ in count.group(root, "", None):
        pass
    return tuple(count.inside)


@dataclass(slots=True, kw_only=True)
class _Count:
    """Elements and attributes are counted as the paths are walked."""

    prefix: str
    oddities: Oddities
    number: int = field(default=0)
    inside: list[str] = field(default_factory=list)

    def group(self, kind: type[Group], path: str, row: Field | None) -> Iterator[Demand]:
        """The rules of a group, then those of all in it."""
        self.number += 1
        rows = self._in_order(kind, path)
        own = [Demand("", Fault.MISSING, _under(path, each)) for each in rows if each.least]
        if row is None:
            own.append(Demand("", Fault.SCHEMA_LOCATION))
        if row is None or len(rows) != WHOLE.get(row.tag):
            own.append(Demand("", Fault.UNKNOWN, path))
        else:
            self.inside.append(self._id(len(own) + 1))
        yield from self._with_ids(own)
        for each in rows:
            below = _under(path, each)
            if each.type is not None:
                yield from self.group(each.type, below, each)
            else:
                yield from self._value(each, below)
            self.number += self.oddities.skipped.get(below, 0)

    def _in_order(self, kind: type[Group], path: str) -> list[Field]:
        """The fields of a group in the order that they are numbered."""
        rows = [row for row in kind.fields if not row.barred]
        for each in kind.fields:
            sibling = self.oddities.before.get(_under(path, each))
            if sibling is not None:
                rows.remove(each)
                rows.insert([row.tag for row in rows].index(sibling), each)
        return rows

    def _value(self, row: Field, path: str) -> Iterator[Demand]:
        self.number += 1
        own = []
        if row.only:
            own.append(Demand("", Fault.NOT_ALLOWED, path, "", row.only))
        if row.codes:
            own.append(Demand("", Fault.NOT_IN_LIST, path, "", row.codes))
        for each in row.attributes:
            if each.only:
                own.append(Demand("", Fault.NOT_ALLOWED, path, each.name, each.only))
            if each.least:
                own.append(Demand("", Fault.MISSING, path, each.name))
            if each.codes:
                own.append(Demand("", Fault.NOT_IN_LIST, path, each.name, each.codes))
        yield from self._with_ids(own)
        self.inside.append(self._id(len(own) + 1))
        self.number += len(row.attributes)

    def _with_ids(self, demands: list[Demand]) -> Iterator[Demand]:
        """The demands of one element, counted from 1."""
        for at, each in enumerate(demands, 1):
            yield each._replace(rule=self._id(at))

    def _id(self, at: int) -> str:
        return f"{self.prefix}-B{self.number:03}{at:02}"


def _under(path: str, row: Field) -> str:
    return f"{path}/{row.tag}".removeprefix("/")
