"""A document arranged as a person reads it: facts, parties, lines, files, and what is outside.

A sheet holds texts in one language and no markup; `page` makes HTML of it, `printing` a PDF.
Everything of the document is in it once: a group is a part with its facts, groups that repeat are
the rows of a table, and what has no column stands under the row.

>>> from anskaff.documents.peppol import invoice
>>> made = sheet(invoice.DOCUMENT, invoice.Invoice(number="7", currency="NOK"), "nb")
>>> made.title, [(fact.label, fact.value) for fact in made.facts]
('Faktura 7', [('Fakturanummer', '7'), ('Valuta', 'norske kroner (NOK)')])
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from operator import attrgetter
from typing import NamedTuple, cast

from anskaff.concepts.words import Words
from anskaff.documents.ubl import showing
from anskaff.documents.ubl.document import DocumentType
from anskaff.documents.ubl.files import Attached, attached
from anskaff.documents.ubl.occurrences import unreadable
from anskaff.documents.ubl.reading import collector_paused
from anskaff.documents.ubl.table import Field, Group, Kind
from anskaff.documents.ubl.values import Value

FEW_COLUMNS = 7
ENOUGH_MAIN = 3
SHORT_PART = 1
NUMERIC = {Kind.AMOUNT, Kind.QUANTITY, Kind.NUMBER}
TECHNICAL = {
    "cbc:UBLVersionID",
    "cbc:CustomizationID",
    "cbc:ProfileID",
    "cbc:ProfileExecutionID",
}
WRAPS_LINE = {"cac:LineItem"}
MAIN = tuple(
    re.compile(rf"(?:cac:LineItem/)?(?:{each})").fullmatch
    for each in (
        "cbc:ID",
        "(?:cac:[A-Za-z]*Catalogue[A-Za-z]*/)?cac:Item/cbc:Name",
        r"cbc:(?:[A-Za-z]+)?Quantity",
        "(?:cac:RequiredItemLocationQuantity/)?cac:Price/cbc:PriceAmount",
        r"cac:Item/cac:ClassifiedTaxCategory/cbc:Percent",
        "cbc:LineExtensionAmount",
    )
)
"""What a line is read for, in the order of the columns."""

TECHNICALLY = Words(nb="Teknisk", nn="Teknisk", en="Technical")
BESIDE = showing.BESIDE


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says; `path` is where it stands in the XML."""

    label: str
    value: str
    path: str
    numeric: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a header; `numeric` columns (from 0) stand to the right.

    `left_out` rows were not asked for.
    """

    heading: str
    header: tuple[str, ...]
    numeric: frozenset[int]
    rows: tuple["Row", ...]
    left_out: int = 0

    @property
    def has_more(self) -> bool:
        """Whether some row says something that has no column."""
        return any(row.more for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A group: its facts, the groups in it, and tables of those that repeat."""

    heading: str
    facts: tuple[Fact, ...] = ()
    parts: tuple["Part", ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, in the order of the columns; `more` has no column, group by group."""

    cells: tuple[str, ...]
    more: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A whole document in one language.

    `beside` is what no table knows; `technical` what only systems ask for.
    """

    language: str
    title: str
    facts: tuple[Fact, ...]
    parts: tuple[Part, ...]
    tables: tuple[Table, ...]
    files: tuple[Attached, ...]
    beside: tuple[Fact, ...]
    technical: tuple[Fact, ...]


def sheet(
    kind: DocumentType[Group],
    document: Group,
    language: str,
    *,
    most_rows: int | None = None,
) -> Sheet:
    """A document that was read, arranged in `language`; no table has more rows than `most_rows`."""
    with collector_paused():
        whole = _Arranging(language, most_rows).part(document, kind.name.in_(language))
    number = next((fact.value for fact in whole.facts if fact.path == "cbc:ID"), "")
    technical = tuple(fact for fact in whole.facts if fact.path in TECHNICAL)
    return Sheet(
        language=language,
        title=f"{whole.heading} {number}".strip(),
        facts=tuple(fact for fact in whole.facts if fact.path not in TECHNICAL),
        parts=whole.parts,
        tables=whole.tables,
        files=tuple(attached(document, language)),
        beside=tuple(
            Fact(line.label.removeprefix(f"{BESIDE.in_(language)}: "), line.value or "", line.path)
            for line in showing.beside(document, language)
        ),
        technical=technical,
    )


@dataclass(frozen=True, slots=True)
class _Arranging:
    """How groups become parts and tables, in one language."""

    language: str
    most_rows: int | None

    def part(self, group: Group, heading: str) -> Part:
        """A group as a part; one that only wraps another gives way to it."""
        group = _unwrapped(group)
        facts: list[Fact] = []
        parts: list[Part] = []
        tables: list[Table] = []
        for row in group.fields:
            if row.type is None:
                facts.extend(self.facts_of(group, row))
                continue
            children = group.children(row)
            if _is_table(row, children):
                tables.append(self.table(row, children))
                continue
            made = [
                self.part(child, self.label(row) + (f" {at}" if len(children) > 1 else ""))
                for at, child in enumerate(children, 1)
            ]
            if all(map(_is_short, made)):
                facts.extend(_under(each.heading, fact) for each in made for fact in each.facts)
            else:
                parts.extend(made)
        return Part(heading=heading, facts=tuple(facts), parts=tuple(parts), tables=tuple(tables))

    def facts_of(self, group: Group, row: Field) -> Iterator[Fact]:
        """The values of a field, those that could not be read as they stand."""
        yield from self.values(group, row, group.where(row))

    def values(self, group: Group, row: Field, path: str) -> Iterator[Fact]:
        """As `facts_of`, when the place is known or not asked for."""
        label = self.label(row)
        for value in group.all(row):
            said = showing.field_said(row, cast(Value, value), self.language)
            yield Fact(label, said, path, row.kind in NUMERIC)
        for spelled in unreadable(group, row).values():
            yield Fact(label, spelled.strip(), path)

    def table(self, row: Field, groups: Sequence[Group]) -> Table:
        """Groups that repeat, as rows."""
        most = len(groups) if self.most_rows is None else self.most_rows
        flat = [list(self.flat(each, "", "", "")) for each in islice(groups, most)]
        seen = {each.name: each for cells in reversed(flat) for each in cells}
        columns = _columns(list(dict.fromkeys(each.name for cells in flat for each in cells)))
        labels = Counter(seen[name].fact.label for name in columns)
        return Table(
            heading=self.label(row),
            header=tuple(
                seen[name].whole_label
                if labels[seen[name].fact.label] > 1
                else seen[name].fact.label
                for name in columns
            ),
            numeric=frozenset(at for at, name in enumerate(columns) if seen[name].fact.numeric),
            rows=tuple(_row(cells, columns) for cells in flat),
            left_out=len(groups) - len(flat),
        )

    def flat(self, group: Group, prefix: str, above: str, heading: str) -> Iterator["_Cell"]:
        """Every fact of a group, with the group directly under the row and the nearest one.

        A group of one fact lends it its name.
        """
        alone = heading and _is_alone(group)
        for row in group.fields:
            step = f"{prefix}{row.tag}"
            if row.type is None:
                if row.name not in group.__dict__ and group.extras is None:
                    continue
                for at, fact in enumerate(self.values(group, row, step), 1):
                    name = f"{step}[{at}]" if at > 1 else step
                    told = _under(heading, fact) if alone else fact
                    yield _Cell(name, told, above, heading)
                continue
            if row.name not in group.__dict__:
                continue
            children = group.children(row)
            for at, child in enumerate(children, 1):
                again = f"[{at}]" if at > 1 else ""
                said = self.label(row) + (f" {at}" if len(children) > 1 else "")
                if row.tag in WRAPS_LINE:
                    yield from self.flat(child, f"{step}{again}/", above, heading)
                    continue
                nearest = heading if alone else said
                yield from self.flat(child, f"{step}{again}/", above or said, nearest)

    def label(self, row: Field) -> str:
        """What a field is called."""
        return row.said.label.in_(self.language)


class _Cell(NamedTuple):
    """A fact of a row: its path from there, and the groups that it stands in."""

    name: str
    fact: Fact
    above: str
    heading: str

    @property
    def whole_label(self) -> str:
        """The label with the group before it."""
        said = not self.heading or self.fact.label.startswith(self.heading)
        return self.fact.label if said else f"{self.heading}: {self.fact.label}"


def _row(cells: list[_Cell], columns: list[str]) -> Row:
    by_name = {each.name: each.fact.value for each in cells}
    rest = [each for each in cells if each.name not in columns]
    return Row(
        tuple(by_name.get(name, "") for name in columns),
        tuple(
            Part(heading=above, facts=tuple(_in_row(each) for each in several))
            for above, several in groupby(rest, key=attrgetter("above"))
        ),
    )


def _in_row(cell: _Cell) -> Fact:
    """A fact that stands two groups down says which group it is from."""
    inner = cell.heading not in {cell.above, cell.fact.label}
    return _under(cell.whole_label, cell.fact) if inner else cell.fact


def _columns(union: list[str]) -> list[str]:
    """The columns of a table: all when they are few, else those that a line is read for."""
    if len(union) <= FEW_COLUMNS:
        return union
    main = [name for wanted in MAIN for name in union if wanted(name)]
    return main[:FEW_COLUMNS] if len(main) >= ENOUGH_MAIN else union[:FEW_COLUMNS]


def _unwrapped(group: Group) -> Group:
    """The group inside, when there is nothing else in it."""
    present = list(group.present())
    while len(present) == 1 and present[0].type is not None and not _has_extras(group):
        children = group.children(present[0])
        if len(children) != 1:
            break
        group = children[0]
        present = list(group.present())
    return group


def _has_extras(group: Group) -> bool:
    return group.extras is not None and bool(group.extras.spelled)


def _is_table(row: Field, groups: Sequence[Group]) -> bool:
    """Whether groups are read side by side; those with tables of their own are not."""
    if row.type is None or not groups or not row.many:
        return False
    nested = any(
        len(each.children(inner)) > 1 and _leaves(each.children(inner)[0]) > FEW_COLUMNS - 4
        for each in groups[:FEW_COLUMNS]
        for inner in each.present()
        if inner.type is not None and inner.many
    )
    line = row.tag.endswith("Line")
    return line or (len(groups) > 1 and not nested)


def _is_short(part: Part) -> bool:
    return len(part.facts) == SHORT_PART and not part.parts and not part.tables


def _under(heading: str, fact: Fact) -> Fact:
    """A fact that stands alone in its group goes by the name of the group."""
    return Fact(heading, fact.value, fact.path, fact.numeric)


def _leaves(group: Group) -> int:
    """How many values a group holds, at any depth."""
    return sum(
        sum(map(_leaves, group.children(row)))
        if row.type is not None
        else len(group.all(row)) + len(unreadable(group, row))
        for row in _present(group)
    )


def _is_alone(group: Group) -> bool:
    """Whether a group holds one value, at any depth."""
    held = list(_present(group))
    if len(held) != 1:
        return False
    if held[0].type is None:
        return _leaves(group) == SHORT_PART
    children = group.children(held[0])
    return len(children) == 1 and _is_alone(children[0])


def _present(group: Group) -> Sequence[Field]:
    """The fields that may hold something; all of them when something odd was read."""
    if group.extras is not None:
        return group.fields
    held = group.__dict__
    return [row for row in group.fields if row.name in held]
