"""A sheet as HTML: one file that needs nothing else, or a piece of another page.

The markup uses the classes of Designsystemet, so a page that serves its style shows the same. No
value becomes markup or a link, and no file of the document is opened.

>>> from anskaff.documents.peppol import invoice
>>> from anskaff.documents.ubl.sheet import sheet
>>> bill = sheet(invoice.DOCUMENT, invoice.Invoice(number="<7>"), "nn")
>>> print("".join(piece(bill)))  # doctest: +ELLIPSIS
<h1 class="ds-heading" data-size="lg">Faktura &lt;7&gt;</h1>
<dl class="facts"><dt>Fakturanummer</dt><dd>&lt;7&gt;</dd></dl>...
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import count
from pathlib import Path

from anskaff.concepts.words import Words
from anskaff.documents.ubl.files import Attached
from anskaff.documents.ubl.sheet import Fact, Part, Row, Sheet, Table

STYLE = Path(__file__).with_name("page.css")
DEEPEST = 6
SIZES = ("lg", "sm", "xs", "2xs")
STACKS = " stacks"
NUMBER = ' class="number"'
SIZE_COLUMN = frozenset({3})
TO_PAY = "cbc:PayableAmount"
CLOSED = "</tbody></table></div>\n"

MORE = Words(nb="Flere opplysninger", nn="Fleire opplysningar", en="Further details")
FILES = Words(nb="Filer og lenker", nn="Filer og lenkjer", en="Files and links")
NOT_OPENED = Words(
    nb="Filer og lenker i dokumentet blir ikke åpnet her.",
    nn="Filer og lenkjer i dokumentet blir ikkje opna her.",
    en="Files and links in the document are not opened here.",
)
FILE_COLUMNS = Words(
    nb="Hører til|Navn|Type|Størrelse",
    nn="Høyrer til|Namn|Type|Storleik",
    en="Belongs to|Name|Type|Size",
)
BESIDE = Words(nb="Utenfor standarden", nn="Utanfor standarden", en="Outside the standard")
BESIDE_COLUMNS = Words(
    nb="Element|Innhold|Sted", nn="Element|Innhald|Stad", en="Element|Content|Place"
)
TECHNICAL = Words(nb="Teknisk", nn="Teknisk", en="Technical")
LEFT_OUT = Words(
    nb="Viser de første {shown} av {all} rader.",
    nn="Viser dei første {shown} av {all} rader.",
    en="Shows the first {shown} of {all} rows.",
)
READING = Words(
    nb="Dette er en lesning av dokumentet. Det er XML-filen som gjelder.",
    nn="Dette er ei lesing av dokumentet. Det er XML-fila som gjeld.",
    en="This is a reading of the document. The XML file is what counts.",
)
HEAD = """<!doctype html>
<html lang="{language}" data-color-scheme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>{title} – Anskaff</title>
<style>
{style}</style>
</head>
<body>
<main>
"""
FOOT = '<p class="source">{reading}</p>\n</main>\n</body>\n</html>\n'


def whole(sheet: Sheet) -> Iterator[str]:
    """A whole page, piece by piece: a file on its own, with its style in it."""
    style = STYLE.read_text(encoding="utf-8")
    yield HEAD.format(language=sheet.language, title=escape(sheet.title), style=style)
    yield from piece(sheet)
    yield FOOT.format(reading=READING.in_(sheet.language))


def piece(sheet: Sheet, *, level: int = 1, key: str = "sheet") -> Iterator[str]:
    """The sheet as a part of a page; its heading is of this level, its ids begin with `key`."""
    yield from _Drawing(sheet.language, key, level).sheet(sheet, level)


@dataclass(slots=True)
class _Drawing:
    """One piece being drawn: its language, and the ids that it has used."""

    tongue: str
    key: str
    top: int
    numbers: Iterator[int] = field(default_factory=count)

    def sheet(self, sheet: Sheet, level: int) -> Iterator[str]:
        yield self.heading(sheet.title, level)
        yield from _facts(sheet.facts)
        if sheet.parts:
            yield '<div class="sheet-parts">\n'
            for part in sheet.parts:
                wide = " sheet-wide" if _has_tables(part) else ""
                yield f'<div class="ds-card{wide}" data-color="neutral">\n'
                yield from self.part(part, level + 1)
                yield "</div>\n"
            yield "</div>\n"
        for table in sheet.tables:
            yield from self.table(table, level + 1)
        yield from self.files(sheet.files, level + 1)
        yield from self.beside(sheet.beside, level + 1)
        if sheet.technical:
            yield self.heading(TECHNICAL.in_(self.tongue), level + 1)
            yield from _facts(sheet.technical)

    def part(self, part: Part, level: int) -> Iterator[str]:
        yield self.heading(part.heading, level)
        yield from _facts(part.facts)
        for table in part.tables:
            yield from self.table(table, level + 1)
        for each in part.parts:
            yield from self.part(each, level + 1)

    def table(self, table: Table, level: int) -> Iterator[str]:
        if not table.has_more:
            yield from self.opened(table.heading, level, table.header, table.numeric)
            yield from (_row(row.cells, table.numeric) for row in table.rows)
        else:
            header = (*table.header, MORE.in_(self.tongue))
            yield from self.opened(table.heading, level, header, table.numeric, STACKS)
            labels = tuple(map(escape, header))
            yield from (_stacking(row, labels, table.numeric) for row in table.rows)
        yield CLOSED
        if table.left_out:
            shown = len(table.rows)
            told = LEFT_OUT.in_(self.tongue).format(shown=shown, all=shown + table.left_out)
            yield f"<p>{told}</p>\n"

    def files(self, files: Sequence[Attached], level: int) -> Iterator[str]:
        if not files:
            return
        columns = FILE_COLUMNS.in_(self.tongue).split("|")
        yield from self.opened(FILES.in_(self.tongue), level, columns, SIZE_COLUMN)
        for file in files:
            yield _row((file.belongs_to, file.name, file.type, file.size), SIZE_COLUMN)
        yield CLOSED
        yield f"<p>{NOT_OPENED.in_(self.tongue)}</p>\n"

    def beside(self, facts: Sequence[Fact], level: int) -> Iterator[str]:
        if not facts:
            return
        columns = BESIDE_COLUMNS.in_(self.tongue).split("|")
        yield from self.opened(BESIDE.in_(self.tongue), level, columns, frozenset())
        for fact in facts:
            place = f"<td><code>{escape(fact.path)}</code></td>"
            yield _row((fact.label, fact.value), frozenset(), place)
        yield CLOSED

    def heading(self, text: str, level: int, identity: str = "") -> str:
        """A heading, the smaller the deeper; a whole page begins with a larger one."""
        shown = min(level, DEEPEST)
        named = f' id="{identity}"' if identity else ""
        depth = level - self.top + (self.top > 1)
        size = SIZES[min(depth, len(SIZES) - 1)]
        return f'<h{shown} class="ds-heading" data-size="{size}"{named}>{escape(text)}</h{shown}>\n'

    def opened(
        self,
        heading: str,
        level: int,
        header: Sequence[str],
        numeric: frozenset[int],
        kind: str = "",
    ) -> Iterator[str]:
        """A table up to its rows; a wide one scrolls inside its own region."""
        identity = f"{self.key}-{next(self.numbers)}"
        yield self.heading(heading, level, identity)
        yield f'<div class="table-box" role="region" tabindex="0" aria-labelledby="{identity}">'
        yield f'<table class="ds-table{kind}" data-size="sm"><thead><tr>'
        for at, cell in enumerate(header):
            number = NUMBER if at in numeric else ""
            yield f'<th scope="col"{number}>{escape(cell)}</th>'
        yield "</tr></thead>\n<tbody>\n"


def _facts(facts: Sequence[Fact]) -> Iterator[str]:
    if not facts:
        return
    sums = " sums" if all(fact.numeric for fact in facts) else ""
    yield f'<dl class="facts{sums}">'
    for fact in facts:
        value = escape(fact.value)
        shown = f"<strong>{value}</strong>" if fact.path.endswith(TO_PAY) else value
        number = NUMBER if fact.numeric else ""
        yield f"<dt>{escape(fact.label)}</dt><dd{number}>{shown}</dd>"
    yield "</dl>\n"


def _has_tables(part: Part) -> bool:
    return bool(part.tables) or any(map(_has_tables, part.parts))


def _row(cells: Sequence[str], numeric: frozenset[int], last: str = "") -> str:
    drawn = [
        f'<th scope="row">{escape(text)}</th>'
        if at == 0 and text and at not in numeric
        else f"<td{NUMBER if at in numeric else ''}>{escape(text)}</td>"
        for at, text in enumerate(cells)
    ]
    return f"<tr>{''.join(drawn)}{last}</tr>\n"


def _stacking(row: Row, labels: Sequence[str], numeric: frozenset[int]) -> str:
    """A row whose cells stand under each other on a narrow screen, each with its label.

    The roles keep it a table for a screen reader all the same.
    """
    drawn = [
        f'<td role="cell" data-label="{labels[at]}"{NUMBER if at in numeric else ""}>'
        f"{escape(text)}</td>"
        for at, text in enumerate(row.cells)
    ]
    if row.cells[0] and 0 not in numeric:
        label, text = labels[0], escape(row.cells[0])
        drawn[0] = f'<th scope="row" role="rowheader" data-label="{label}">{text}</th>'
    more = f'<td role="cell" class="more">{"".join(_more(row.more))}</td>'
    return f'<tr role="row">{"".join(drawn)}{more}</tr>\n'


def _more(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        facts = "; ".join(f"{escape(fact.label)}: {escape(fact.value)}" for fact in part.facts)
        alone = [fact.label for fact in part.facts] == [part.heading]
        named = part.heading and not alone
        heading = f"<strong>{escape(part.heading)}</strong> " if named else ""
        yield f"<p>{heading}{facts}</p>"
