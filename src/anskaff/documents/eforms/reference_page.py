"""The reference page of notices as Markdown: subtypes, and every term with its field and path."""

import types
import typing
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from anskaff.concepts.money import Money
from anskaff.concepts.notice import Duration, NoticeReading, Texts
from anskaff.documents.eforms import terms
from anskaff.documents.eforms.headings import HEADINGS
from anskaff.documents.eforms.paths import EXTENSION
from anskaff.documents.eforms.subtypes import SUBTYPES
from anskaff.documents.mapping import Group

SHORT = "…"
TYPES: dict[object, str] = {
    str: "text or code",
    bool: "yes or no",
    int: "whole number",
    Decimal: "number",
    date: "date",
    datetime: "instant",
    Money: "amount",
    Texts: "text in languages",
    Duration: "duration",
}
TERMS = ("Field", "Term", "Path", "Type")


def reference_page(made_by: str) -> str:
    """The whole page."""
    return "\n".join(_lines(made_by)) + "\n"


def count() -> int:
    """How many terms the table has."""
    return sum(1 for _ in _rows(terms.NOTICE, NoticeReading, 0))


def _lines(made_by: str) -> Iterator[str]:
    yield from ("# Notice (eForms)", "", made_by, "")
    yield "- Names: Kunngjøring · Kunngjering · Notice"
    yield "- Key: `notice`; in Python `anskaff.documents.eforms`"
    yield "- Standard: eForms SDK 1.14 with the Norwegian extension; older SDKs are read"
    yield f"- `{SHORT}` in a path is `{EXTENSION}`"
    yield "- All fields of that SDK are here; what no term knows rides along under `rest`"
    yield "- Labels and hints come from the installed bundle: `anskaff codes field BT-21`"
    yield from ("", "## Subtypes", "")
    rows = (
        (each.key, f"`{each.document}`", each.form, f"`{each.kind}`", each.basis)
        for each in SUBTYPES.values()
    )
    yield from _table(("Subtype", "Document", "Form", "Type", "Legal basis"), rows)
    yield from ("", "## Terms", "")
    yield from _table(TERMS, _rows(terms.NOTICE, NoticeReading, 0))


def _table(header: Sequence[str], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{' --- |' * len(header)}"
    for row in rows:
        cells = (cell.replace("|", r"\|") for cell in row)
        yield f"| {' | '.join(cells)} |"


def _rows(group: Group, concept: type, depth: int) -> Iterator[tuple[str, ...]]:
    """The rows of a group and, further in, those of the groups in it."""
    hints = typing.get_type_hints(concept)
    for row in group.rows:
        name = f"{'· ' * depth}`{row.target}`"
        path = f"`{row.path.replace(EXTENSION, SHORT)}`"
        if isinstance(row, Group):
            [inside] = _inside(hints[row.target])
            yield name, row.id, path, f"{HEADINGS[row.target].en}, 0..n"
            yield from _rows(row, inside, depth + 1)
        else:
            yield name, row.id, path, _type(hints[row.target])


def _inside(hint: object) -> list[type]:
    """The types in a tuple or beside None."""
    apart = (types.NoneType, types.EllipsisType)
    found = [each for each in typing.get_args(hint) if each not in apart and each is not ...]
    return typing.cast("list[type]", found)


def _type(hint: object) -> str:
    if typing.get_origin(hint) is tuple:
        return f"{_type(_inside(hint)[0])}, 0..n"
    [kind] = _inside(hint) or [typing.cast("type", hint)]
    if issubclass(kind, StrEnum):
        return " or ".join(f"`{each}`" for each in kind)
    return TYPES[kind]
