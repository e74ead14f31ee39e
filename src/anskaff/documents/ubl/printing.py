"""A sheet as a tagged PDF/A: the same content as the page, set for paper.

Typesetting takes some 0.15 MB of memory a row, so a sheet for paper is made with `MOST_ROWS`.
"""

from datetime import date
from pathlib import Path

from anskaff.documents.typesetting import Content, pdf
from anskaff.documents.ubl.page import (
    BESIDE,
    BESIDE_COLUMNS,
    FILE_COLUMNS,
    FILES,
    LEFT_OUT,
    NOT_OPENED,
    READING,
    SIZE_COLUMN,
    TECHNICAL,
)
from anskaff.documents.ubl.sheet import Fact, Part, Sheet, Table

TEMPLATE = Path(__file__).parents[1] / "typst/sheet.typ"
MOST_ROWS = 2_000
NARROWEST, WIDEST = 4, 28
MOST_KEPT_TOGETHER = 20


def printed(sheet: Sheet, on: date) -> bytes:
    """The PDF of a sheet, dated `on`; the same sheet on the same day gives the same bytes."""
    made_on = [on.year, on.month, on.day]
    return pdf(TEMPLATE, {**_content(sheet), "made_on": made_on}, sheet.language)


def _content(sheet: Sheet) -> dict[str, Content]:
    tongue = sheet.language
    tables = [_table(each, tongue) for each in sheet.tables]
    if sheet.files:
        rows = [[file.belongs_to, file.name, file.type, file.size] for file in sheet.files]
        columns = FILE_COLUMNS.in_(tongue).split("|")
        note = NOT_OPENED.in_(tongue)
        tables.append(_rows(FILES.in_(tongue), columns, rows, SIZE_COLUMN, note=note))
    if sheet.beside:
        rows = [[fact.label, fact.value, fact.path] for fact in sheet.beside]
        columns = BESIDE_COLUMNS.in_(tongue).split("|")
        tables.append(_rows(BESIDE.in_(tongue), columns, rows, frozenset()))
    return {
        "title": sheet.title,
        "facts": _facts(sheet.facts),
        "parts": [_part(each, tongue) for each in sheet.parts],
        "tables": tables,
        "technical": _facts(sheet.technical),
        "words": {"technical": TECHNICAL.in_(tongue), "reading": READING.in_(tongue)},
    }


def _facts(facts: tuple[Fact, ...]) -> list[Content]:
    return [[fact.label, fact.value] for fact in facts]


def _part(part: Part, tongue: str) -> dict[str, Content]:
    return {
        "heading": part.heading,
        "facts": _facts(part.facts),
        "tables": [_table(each, tongue) for each in part.tables],
        "parts": [_part(each, tongue) for each in part.parts],
        "wide": _has_tables(part),
        "whole": _lines(part) <= MOST_KEPT_TOGETHER,
    }


def _has_tables(part: Part) -> bool:
    return bool(part.tables) or any(map(_has_tables, part.parts))


def _lines(part: Part) -> int:
    rows = sum(len(table.rows) for table in part.tables)
    return 2 + len(part.facts) + rows + sum(map(_lines, part.parts))


def _table(table: Table, tongue: str) -> dict[str, Content]:
    rows = [[*row.cells] for row in table.rows]
    more = ["\n".join(map(_in_one_line, row.more)) for row in table.rows]
    shown = len(rows)
    told = LEFT_OUT.in_(tongue).format(shown=shown, all=shown + table.left_out)
    note = told if table.left_out else ""
    made = _rows(table.heading, list(table.header), rows, table.numeric, note=note)
    return {**made, "more": more if table.has_more else []}


def _in_one_line(part: Part) -> str:
    facts = "; ".join(f"{fact.label}: {fact.value}" for fact in part.facts)
    alone = [fact.label for fact in part.facts] == [part.heading]
    return f"{part.heading} – {facts}" if part.heading and not alone else facts


def _rows(
    heading: str,
    header: list[str],
    rows: list[list[str]],
    numeric: frozenset[int],
    *,
    note: str = "",
) -> dict[str, Content]:
    """A table for the template; a column is as wide as its longest words ask for."""
    columns = list(zip(header, *rows, strict=True))
    return {
        "heading": heading,
        "header": header,
        "numeric": sorted(numeric),
        "rows": rows,
        "more": [],
        "widths": [
            min(WIDEST, max(NARROWEST, *map(len, name.split()), *map(len, cells)))
            for name, *cells in columns
        ],
        "note": note,
    }
