r"""A document as a person reads it: every value with its label, also what no table knows.

>>> from anskaff.documents.ubl.table import said, amount, text, Group
>>> from anskaff.documents.ubl.values import Amount
>>> class Note(Group):
...     key: str | None = text("cbc:ID", "BT-1", said("Nummer", "Nummer", "Number"))
...     sum: Amount | None = amount("cbc:Amount", "BT-2", said("Beløp", "Beløp", "Amount"))
>>> for line in shown(Note(key="7", sum=Amount(Decimal("1200.5"), "NOK")), "nb"):
...     print(f"{line.label}: {line.value}".replace("\u00a0", " "))
Nummer: 7
Beløp: 1 200,5 NOK
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from lxml import etree

from anskaff.concepts.formatting import as_text, number
from anskaff.concepts.words import Words
from anskaff.documents import xml
from anskaff.documents.ubl.reading import Element, short_name
from anskaff.documents.ubl.table import Extras, Field, Group
from anskaff.documents.ubl.values import Amount, Binary, Quantity, Value

YES = Words(nb="ja", nn="ja", en="yes")
NO = Words(nb="nei", nn="nei", en="no")
BESIDE = Words(nb="Utenfor standarden", nn="Utanfor standarden", en="Outside the standard")
FILE = Words(
    nb="{name}, {mime}, {bytes} byte",
    nn="{name}, {mime}, {bytes} byte",
    en="{name}, {mime}, {bytes} bytes",
)
UNNAMED = Words(nb="uten navn", nn="utan namn", en="unnamed")
NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One line: how deep it stands, business term, label, value, path. A group has no value."""

    depth: int
    term: str
    label: str
    value: str | None
    path: str


def shown(document: Group, language: str) -> Iterator[Shown]:
    """Every value of a document in reading order, then what is outside the table."""
    yield from _group(document, language, 0)


def _group(group: Group, language: str, depth: int) -> Iterator[Shown]:
    for row in group.fields:
        values = group.all(row)
        for at, value in enumerate(values, 1):
            path = group.where(row) + (f"[{at}]" if len(values) > 1 else "")
            again = f" {at}" if row.many and row.type and len(values) > 1 else ""
            label = row.said.label.in_(language) + again
            if isinstance(value, Group):
                yield Shown(depth=depth, term=row.term, label=label, value=None, path=path)
                yield from _group(value, language, depth + 1)
            else:
                said = as_said(value, language)
                yield Shown(depth=depth, term=row.term, label=label, value=said, path=path)
        yield from _unreadable(group, row, language, depth)
    if group.extras is not None:
        yield from _beside(group, group.extras, language, depth)


def _unreadable(group: Group, row: Field, language: str, depth: int) -> Iterator[Shown]:
    """Values that are not of their type, as they stand."""
    if group.extras is None:
        return
    known = len(group.all(row))
    label = row.said.label.in_(language)
    for (name, at), spelled in group.extras.spelled.items():
        if name == row.name and at >= known:
            path = group.where(row)
            yield Shown(depth=depth, term=row.term, label=label, value=spelled, path=path)


def _beside(group: Group, extras: Extras, language: str, depth: int) -> Iterator[Shown]:
    label = BESIDE.in_(language)
    for (name, _), attributes in extras.attributes.items():
        path = group.where(group.field(name)) if name else group.where()
        for attribute, value in attributes.items():
            local = etree.QName(attribute).localname
            step = f"{path}/@{local}" if path else f"@{local}"
            yield Shown(depth=depth, term="", label=f"{label}: @{local}", value=value, path=step)
    for _, kept in extras.unknown:
        yield from _unknown(xml.read(kept), label, group.where(), depth)


def _unknown(element: Element, label: str, path: str, depth: int) -> Iterator[Shown]:
    name = short_name(element)
    here = f"{path}/{name}" if path else name
    text = (element.text or "").strip()
    value = None if len(element) and not text else text
    yield Shown(depth=depth, term="", label=f"{label}: {name}", value=value, path=here)
    for child in element:
        yield from _unknown(child, label, here, depth + 1)


def as_said(value: Value, language: str) -> str:
    r"""A value as a person in `language` writes it.

    >>> as_said(Quantity(Decimal("2.50"), "EA"), "en"), as_said(True, "nn")
    ('2.50\xa0EA', 'ja')
    """
    match value:
        case bool():
            return (YES if value else NO).in_(language)
        case Amount() | Quantity():
            return NO_BREAK_SPACE.join(filter(None, (number(value[0], language), value[1])))
        case Decimal():
            return number(value, language)
        case Binary():
            return _file(value, language)
        case time():
            return value.isoformat()
        case tuple():
            beside = ", ".join(part for part in value[1:] if part)
            return f"{value[0]} ({beside})" if beside else str(value[0])
        case _:
            return as_text(value, language)


def _file(value: Binary, language: str) -> str:
    size = len("".join(value.base64.split())) * 3 // 4 - value.base64.rstrip().count("=")
    name = value.filename or UNNAMED.in_(language)
    return FILE.in_(language).format(name=name, mime=value.mime or "?", bytes=size)
