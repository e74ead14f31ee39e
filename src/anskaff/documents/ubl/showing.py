r"""A document as a person reads it: every value with its label, also what no table knows.

>>> from anskaff.documents.ubl.table import said, amount, text, Group
>>> from anskaff.documents.ubl.values import Amount
>>> class Note(Group):
...     key: str | None = text("cbc:ID", "BT-1", said("Nummer", "Nummer", "Number"))
...     sum: Amount | None = amount("cbc:Amount", "BT-2", said("Beløp", "Beløp", "Amount"))
>>> for line in shown(Note(key="7", sum=Amount(Decimal("1200.5"), "NOK")), "nb"):
...     print(f"{line.label}: {line.value}".replace("\u00a0", " "))
Nummer: 7
Beløp: 1 200,50 NOK
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from decimal import Context, Decimal

from lxml import etree

from anskaff.concepts.formatting import as_text, number
from anskaff.concepts.words import Words
from anskaff.documents import xml
from anskaff.documents.ubl.code_meanings import meaning
from anskaff.documents.ubl.occurrences import unreadable
from anskaff.documents.ubl.reading import Element, short_name
from anskaff.documents.ubl.table import Extras, Field, Group
from anskaff.documents.ubl.values import (
    MOST_DIGITS,
    Amount,
    Binary,
    Code,
    Identifier,
    Quantity,
    Value,
)

YES = Words(nb="ja", nn="ja", en="yes")
NO = Words(nb="nei", nn="nei", en="no")
BESIDE = Words(nb="Utenfor standarden", nn="Utanfor standarden", en="Outside the standard")
FILE = Words(
    nb="{name}, {mime}, {bytes} byte",
    nn="{name}, {mime}, {bytes} byte",
    en="{name}, {mime}, {bytes} bytes",
)
UNNAMED = Words(nb="uten navn", nn="utan namn", en="unnamed")
PERCENT = {"cbc:Percent", "cbc:MultiplierFactorNumeric"}
CODES_OF = {"cbc:DocumentTypeCode": "UNCL1001"}
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
                said = field_said(row, value, language)
                yield Shown(depth=depth, term=row.term, label=label, value=said, path=path)
        yield from _unreadable(group, row, language, depth)
    if group.extras is not None:
        yield from _beside(group, group.extras, language, depth)


def _unreadable(group: Group, row: Field, language: str, depth: int) -> Iterator[Shown]:
    label, path = row.said.label.in_(language), group.where(row)
    for spelled in unreadable(group, row).values():
        yield Shown(depth=depth, term=row.term, label=label, value=spelled, path=path)


def beside(group: Group, language: str) -> Iterator[Shown]:
    """What a group and all groups in it hold outside the table."""
    if group.extras is not None:
        yield from _beside(group, group.extras, language, 0)
    for row in group.present():
        if row.type is not None:
            for child in group.children(row):
                yield from beside(child, language)


def _beside(group: Group, extras: Extras, language: str, depth: int) -> Iterator[Shown]:
    label = BESIDE.in_(language)
    if text := extras.spelled.get(("", 0), "").strip():
        path = group.where()
        yield Shown(depth=depth, term="", label=label, value=text, path=path)
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
            return clock(value, language)
        case tuple():
            beside = ", ".join(part for part in value[1:] if part)
            return f"{value[0]} ({beside})" if beside else str(value[0])
        case _:
            return as_text(value, language)


def field_said(row: Field, value: Value, language: str) -> str:
    r"""As `as_said`, with the meaning of a code before the code.

    >>> from anskaff.documents.ubl.table import code, said
    >>> class Home(Group):
    ...     country: str | None = code("cbc:Code", "", said("Land", "Land", "Country"), "ISO3166")
    >>> field_said(Home.field("country"), "NO", "nn")
    'Noreg (NO)'
    """
    match value:
        case Decimal() if row.tag in PERCENT:
            return f"{number(value, language)}{'' if language == 'en' else NO_BREAK_SPACE}%"
        case str():
            words = meaning(row.codes or CODES_OF.get(row.tag, ""), value.strip(), language)
            return f"{words} ({value})" if words else value
        case Amount(sum_, currency):
            return as_said(Amount(_cents(sum_), currency), language)
        case Quantity(amount, unit):
            words = meaning(row.codes_of("unitCode"), unit, language)
            said = number(amount, language)
            beside = f"{words} ({unit})" if words else unit
            return f"{said}{NO_BREAK_SPACE}{beside}" if beside else said
        case Identifier(text, scheme):
            words = meaning(row.codes_of("schemeID"), scheme, language)
            beside = f"{words}, {scheme}" if words else scheme
            return f"{text} ({beside})" if beside else text
        case Code(text, _, _):
            words = meaning(row.codes, text.strip(), language)
            said = as_said(value, language)
            return f"{words} ({text})" if words else said
        case _:
            return as_said(value, language)


CENTS = -2
LONG = Context(prec=MOST_DIGITS + 2)


def _cents(value: Decimal) -> Decimal:
    """A sum with two decimals at least; none that it has is rounded away."""
    exponent = value.as_tuple().exponent
    short = isinstance(exponent, int) and exponent > CENTS
    return value.quantize(Decimal("0.01"), context=LONG) if short else value


def clock(value: time, language: str) -> str:
    r"""A time of day, with its zone when the document states one.

    >>> clock(time(9, 5), "nb"), clock(time(9, 5, 30), "en")
    ('kl.\xa009.05', '09:05:30')
    """
    dot = ":" if language == "en" else "."
    told = f"{value:%H:%M}" if not value.second else f"{value:%H:%M:%S}"
    zone = value.isoformat().removeprefix(f"{value.replace(tzinfo=None).isoformat()}")
    said = told.replace(":", dot) + (f" (UTC{zone})" if zone else "")
    return said if language == "en" else f"kl.{NO_BREAK_SPACE}{said}"


def _file(value: Binary, language: str) -> str:
    size = file_size(value)
    name = value.filename or UNNAMED.in_(language)
    return FILE.in_(language).format(name=name, mime=value.mime or "?", bytes=size)


def file_size(value: Binary) -> int:
    """How many bytes an embedded file has, without unpacking it."""
    letters = len(value.base64) - sum(map(value.base64.count, " \t\r\n"))
    return letters * 3 // 4 - value.base64[-8:].count("=")
