"""The files that a document carries or points at: name, kind and size, never opened.

>>> from anskaff.documents.ubl.values import Binary
>>> size_said(1536, "nb").replace("\u00a0", " "), size_said(12, "en").replace("\u00a0", " ")
('1,5 kB', '12 bytes')
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from anskaff.concepts.formatting import NO_BREAK_SPACE, number
from anskaff.concepts.words import Words
from anskaff.documents.ubl import showing
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Binary

ELSEWHERE = Words(nb="lenke, ikke åpnet", nn="lenkje, ikkje opna", en="link, not opened")
UNKNOWN_TYPE = Words(nb="ikke oppgitt", nn="ikkje oppgitt", en="not stated")
LINK_TAG = "cbc:URI"
KILO = 1000
UNITS = ("kB", "MB", "GB")


@dataclass(frozen=True, slots=True)
class Attached:
    """A file: what it belongs to, its name or address, its type and its size in words."""

    belongs_to: str
    name: str
    type: str
    size: str


def attached(group: Group, language: str, belongs_to: str = "") -> Iterator[Attached]:
    """Every file of a document in reading order; a link has no size."""
    for row in group.fields:
        if row.type is not None:
            label = row.said.label.in_(language)
            for child in group.children(row):
                number_of = _number(child)
                told = f"{label} {number_of}" if number_of else belongs_to or label
                yield from attached(child, language, told)
            continue
        for value in group.all(row):
            if isinstance(value, Binary):
                name = value.filename or showing.UNNAMED.in_(language)
                kind = value.mime or UNKNOWN_TYPE.in_(language)
                size = size_said(showing.file_size(value), language)
                yield Attached(belongs_to, name, kind, size)
            elif row.tag == LINK_TAG:
                yield Attached(belongs_to, str(value), ELSEWHERE.in_(language), "–")


def _number(group: Group) -> str:
    """What a group is known by, when it has an identifier."""
    for row in group.present():
        if row.tag == "cbc:ID":
            value = group.all(row)[0]
            return str(value[0] if isinstance(value, tuple) else value)
    return ""


def size_said(size: int, language: str) -> str:
    """A number of bytes as people say it."""
    if size < KILO:
        return f"{size}{NO_BREAK_SPACE}{'bytes' if language == 'en' else 'byte'}"
    scaled, unit = Decimal(size) / KILO, UNITS[0]
    for bigger in UNITS[1:]:
        if scaled >= KILO:
            scaled, unit = scaled / KILO, bigger
    return f"{number(round(scaled, 1), language)}{NO_BREAK_SPACE}{unit}"
