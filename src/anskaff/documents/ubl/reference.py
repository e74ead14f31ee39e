"""Every term of a document, from its table: path, type, cardinality, codes and meaning.

>>> from anskaff.documents.ubl.table import said, text
>>> class Note(Group):
...     key: str | None = text("cbc:ID", "BT-1", said("Nummer", "Nummer", "Number"), least=1)
>>> [(row.path, row.term, row.cardinality) for row in rows(Note)]
[('cbc:ID', 'BT-1', '1..1')]
"""

from collections.abc import Iterator
from dataclasses import dataclass

from anskaff.concepts.words import Words
from anskaff.documents.ubl.table import Field, Group, Kind

TYPES = {
    Kind.TEXT: Words(nb="tekst", nn="tekst", en="text"),
    Kind.WORDS: Words(nb="tekst med språk", nn="tekst med språk", en="text with language"),
    Kind.CODE: Words(nb="kode", nn="kode", en="code"),
    Kind.LISTED_CODE: Words(nb="kode med liste", nn="kode med liste", en="code with list"),
    Kind.IDENTIFIER: Words(nb="identifikator", nn="identifikator", en="identifier"),
    Kind.AMOUNT: Words(nb="beløp", nn="beløp", en="amount"),
    Kind.QUANTITY: Words(nb="mengde", nn="mengd", en="quantity"),
    Kind.NUMBER: Words(nb="tall", nn="tal", en="number"),
    Kind.DATE: Words(nb="dato", nn="dato", en="date"),
    Kind.TIME: Words(nb="klokkeslett", nn="klokkeslett", en="time"),
    Kind.INDICATOR: Words(nb="ja eller nei", nn="ja eller nei", en="yes or no"),
    Kind.BINARY: Words(nb="fil", nn="fil", en="file"),
    Kind.GROUP: Words(nb="gruppe", nn="gruppe", en="group"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One term of a document; `name` is the path in Python and JSON, `path` that in XML."""

    depth: int
    name: str
    path: str
    term: str
    kind: Kind
    cardinality: str
    codes: str
    label: Words
    meaning: Words


def rows(root: type[Group]) -> Iterator[Row]:
    """Every term that a document may have in order, attributes after the value they belong to."""
    yield from _rows(root, 0, "", "")


def _rows(kind: type[Group], depth: int, name: str, path: str) -> Iterator[Row]:
    for field in kind.fields:
        if field.barred:
            continue
        here = f"{name}.{field.name}" if name else field.name
        there = f"{path}/{field.tag}" if path else field.tag
        yield Row(
            depth=depth,
            name=here,
            path=there,
            term=field.term,
            kind=field.kind,
            cardinality=f"{field.least}..{'n' if field.many else '1'}",
            codes=field.codes or field.only,
            label=field.said.label,
            meaning=field.said.meaning,
        )
        yield from _attributes(field, depth + 1, here, there)
        if field.type is not None:
            yield from _rows(field.type, depth + 1, here, there)


def _attributes(field: Field, depth: int, name: str, path: str) -> Iterator[Row]:
    for each in field.attributes:
        yield Row(
            depth=depth,
            name=f"{name}.{each.name}",
            path=f"{path}/@{each.name}",
            term=each.term,
            kind=Kind.CODE if each.codes else Kind.TEXT,
            cardinality=f"{each.least}..1",
            codes=each.codes or each.only,
            label=field.said.label,
            meaning=field.said.meaning,
        )
