"""The price sheet as a spreadsheet: written for tenderers, read back with each faulty cell named.

One row per price line. The tenderer fills in one column: price per unit in NOK without VAT. The
column of sums is for the eye only: it is never read, the server computes the sums (V-11), and a
formula in the price column is refused.

A price typed as a number is taken as the spreadsheet shows it: the shortest decimal number with 15
digits, so the noise of binary numbers falls away and nothing else does. A price written as text
follows `concepts.amounts`. Neither is ever rounded; more than four decimals are a finding.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal

from openpyxl import Workbook as NewWorkbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.worksheet.worksheet import Worksheet

from anskaff.concepts import amounts
from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.price_line import PriceLine
from anskaff.concepts.words import Words
from anskaff.documents.workbook import Cell, open_workbook

SHEET = Words(nb="Prisskjema", nn="Prisskjema", en="Price sheet")
KEY = Words(nb="Nøkkel", nn="Nøkkel", en="Key")
LOT = Words(nb="Delkontrakt", nn="Delkontrakt", en="Lot")
DESCRIPTION = Words(nb="Beskrivelse", nn="Skildring", en="Description")
UNIT = Words(nb="Enhet", nn="Eining", en="Unit")
QUANTITY = Words(nb="Mengde", nn="Mengd", en="Quantity")
PRICE = Words(
    nb="Pris per enhet, NOK uten mva.",
    nn="Pris per eining, NOK utan mva.",
    en="Price per unit, NOK excl. VAT",
)
SUM = Words(nb="Sum, NOK uten mva.", nn="Sum, NOK utan mva.", en="Sum, NOK excl. VAT")
HEADINGS = (KEY, LOT, DESCRIPTION, UNIT, QUANTITY, PRICE, SUM)
GUIDE = Words(
    nb="Fyll ut bare prisene i kolonne F, uten formler. Summene er til hjelp; serveren regner "
    "selv.",
    nn="Fyll ut berre prisane i kolonne F, utan formlar. Summane er til hjelp; tenaren reknar "
    "sjølv.",
    en="Fill in only the prices in column F, without formulas. The sums are a help; the server "
    "computes its own.",
)
WIDTHS = (14, 18, 60, 14, 14, 30, 24)
HEADING_ROW = 4
DESCRIPTION_COLUMN, QUANTITY_COLUMN, PRICE_COLUMN, SUM_COLUMN = 3, 5, 6, 7
ROWS_TO_SEARCH = 20
MOST_EXTRA_ROWS = 1000
STORED = Context(prec=15, Emax=30, Emin=-30, traps=[])

WRONG_SHEET = FindingKind(
    code="price-sheet-wrong-sheet",
    text=Words(
        nb="Fant ikke arket «{expected}» med overskriftene fra prisskjemaet. Fant: {got}.",
        nn="Fann ikkje arket «{expected}» med overskriftene frå prisskjemaet. Fann: {got}.",
        en="The sheet “{expected}” with the headings of the price sheet is missing. Found: {got}.",
    ),
    cure=Words(
        nb="Bruk prisskjemaet fra denne konkurransen, og behold arknavn og overskrifter.",
        nn="Bruk prisskjemaet frå denne konkurransen, og behald arknamn og overskrifter.",
        en="Use the price sheet of this competition, and keep the sheet's name and headings.",
    ),
)
TOO_MANY_ROWS = FindingKind(
    code="price-sheet-too-many-rows",
    text=Words(
        nb="Arket {sheet} har flere rader enn prisskjemaet: høyst {most} er tillatt.",
        nn="Arket {sheet} har fleire rader enn prisskjemaet: høgst {most} er tillate.",
        en="The sheet {sheet} has more rows than the price sheet: at most {most} are allowed.",
    ),
    cure=Words(
        nb="Slett radene som ikke hører til prisskjemaet.",
        nn="Slett radene som ikkje høyrer til prisskjemaet.",
        en="Delete the rows that do not belong to the price sheet.",
    ),
)
MISSING_ROW = FindingKind(
    code="price-sheet-missing-row",
    text=Words(
        nb="Arket {sheet} mangler raden {key}, «{description}».",
        nn="Arket {sheet} manglar raden {key}, «{description}».",
        en="The sheet {sheet} lacks the row {key}, “{description}”.",
    ),
    cure=Words(
        nb="Sett inn raden igjen med nøkkelen {key} i kolonnen Nøkkel.",
        nn="Set inn raden igjen med nøkkelen {key} i kolonnen Nøkkel.",
        en="Put the row back with the key {key} in the column Key.",
    ),
)
EXTRA_ROW = FindingKind(
    code="price-sheet-extra-row",
    text=Words(
        nb="{sheet}, rad {row}, kolonne {column}: nøkkelen «{got}» finnes ikke i prisskjemaet.",
        nn="{sheet}, rad {row}, kolonne {column}: nøkkelen «{got}» finst ikkje i prisskjemaet.",
        en="{sheet}, row {row}, column {column}: the key “{got}” is not in the price sheet.",
    ),
    cure=Words(
        nb="Slett raden, eller rett nøkkelen.",
        nn="Slett raden, eller rett nøkkelen.",
        en="Delete the row, or correct the key.",
    ),
)
DUPLICATE_ROW = FindingKind(
    code="price-sheet-duplicate-row",
    text=Words(
        nb="{sheet}, rad {row}, kolonne {column}: nøkkelen «{got}» står på flere rader.",
        nn="{sheet}, rad {row}, kolonne {column}: nøkkelen «{got}» står på fleire rader.",
        en="{sheet}, row {row}, column {column}: the key “{got}” is on several rows.",
    ),
    cure=Words(
        nb="Behold bare én rad med denne nøkkelen.",
        nn="Behald berre éi rad med denne nøkkelen.",
        en="Keep only one row with this key.",
    ),
)
NO_KEY = FindingKind(
    code="price-sheet-no-key",
    text=Words(
        nb="{sheet}, rad {row}, kolonne {column}: prisen «{got}» står på en rad uten nøkkel.",
        nn="{sheet}, rad {row}, kolonne {column}: prisen «{got}» står på ei rad utan nøkkel.",
        en="{sheet}, row {row}, column {column}: the price “{got}” is on a row without a key.",
    ),
    cure=Words(
        nb="Flytt prisen til raden den hører til, eller slett den.",
        nn="Flytt prisen til rada han høyrer til, eller slett han.",
        en="Move the price to the row it belongs to, or delete it.",
    ),
)
NO_PRICE = FindingKind(
    code="price-sheet-no-price",
    text=Words(
        nb="{sheet}, rad {row}, kolonne {column}: prisen for {key} mangler.",
        nn="{sheet}, rad {row}, kolonne {column}: prisen for {key} manglar.",
        en="{sheet}, row {row}, column {column}: the price for {key} is missing.",
    ),
    cure=Words(
        nb="Skriv en pris. Skriv 0 hvis det ikke koster noe.",
        nn="Skriv ein pris. Skriv 0 om det ikkje kostar noko.",
        en="Enter a price. Enter 0 if it costs nothing.",
    ),
)
FORMULA = FindingKind(
    code="price-sheet-formula",
    text=Words(
        nb="{sheet}, rad {row}, kolonne {column}: cellen er en formel.",
        nn="{sheet}, rad {row}, kolonne {column}: cella er ein formel.",
        en="{sheet}, row {row}, column {column}: the cell is a formula.",
    ),
    cure=Words(
        nb="Skriv selve beløpet i stedet for formelen.",
        nn="Skriv sjølve beløpet i staden for formelen.",
        en="Enter the amount itself instead of the formula.",
    ),
)
DATE = FindingKind(
    code="price-sheet-date",
    text=Words(
        nb="{sheet}, rad {row}, kolonne {column}: cellen er en dato, ikke et beløp.",
        nn="{sheet}, rad {row}, kolonne {column}: cella er ein dato, ikkje eit beløp.",
        en="{sheet}, row {row}, column {column}: the cell is a date, not an amount.",
    ),
    cure=Words(
        nb="Velg tallformat for cellen og skriv beløpet på nytt, med komma som desimaltegn.",
        nn="Vel talformat for cella og skriv beløpet på nytt, med komma som desimalteikn.",
        en="Choose a number format for the cell and enter the amount again.",
    ),
)
FAULTY_CELL = FindingKind(
    code="price-sheet-faulty-cell",
    text=Words(
        nb="{sheet}, rad {row}, kolonne {column}: {problem}",
        nn="{sheet}, rad {row}, kolonne {column}: {problem}",
        en="{sheet}, row {row}, column {column}: {problem}",
    ),
    cure=Words(nb="{remedy}", nn="{remedy}", en="{remedy}"),
)
CHANGED_CELL = FindingKind(
    code="price-sheet-changed-cell",
    severity=Severity.WARNING,
    text=Words(
        nb="{sheet}, rad {row}, kolonne {column}: «{got}» er endret; i prisskjemaet står "
        "«{expected}», og det gjelder.",
        nn="{sheet}, rad {row}, kolonne {column}: «{got}» er endra; i prisskjemaet står "
        "«{expected}», og det gjeld.",
        en="{sheet}, row {row}, column {column}: “{got}” is changed; the price sheet says "
        "“{expected}”, and that applies.",
    ),
    cure=Words(
        nb="Kontroller at prisen gjelder det som står i prisskjemaet.",
        nn="Kontroller at prisen gjeld det som står i prisskjemaet.",
        en="Check that the price is for what the price sheet says.",
    ),
)

MOST_IN_CELL = 32_000
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LIKE_AN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def write(lines: Sequence[PriceLine], *, title: str, language: str) -> bytes:
    """The empty price sheet as XLSX in a language; only the price column is open for writing.

    Raises:
        ValueError: a line has no key, so its price could not be told from others.
    """
    if not all(line.key for line in lines):
        raise ValueError("every line of a price sheet has a key")
    book = NewWorkbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET.in_(language)
    _put(sheet, 1, 1, title).font = Font(bold=True, size=14)
    _put(sheet, 2, 1, GUIDE.in_(language))
    for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True), 1):
        head = _put(sheet, HEADING_ROW, column, heading.in_(language))
        head.font = Font(bold=True)
        sheet.column_dimensions[head.column_letter].width = width
    for row, line in enumerate(lines, HEADING_ROW + 1):
        for column, value in enumerate((line.key, line.lot, line.description, line.unit), 1):
            _put(sheet, row, column, value).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(row, QUANTITY_COLUMN).value = STORED.plus(line.quantity)
        price = sheet.cell(row, PRICE_COLUMN)
        price.protection = Protection(locked=False)
        price.fill = PatternFill("solid", fgColor="FFF8E1")
        price.number_format = "#,##0.00##"
        total = sheet.cell(row, SUM_COLUMN, f'=IF(F{row}="","",E{row}*F{row})')
        total.number_format = "#,##0.00"
    if lines:
        _put(sheet, len(lines) + HEADING_ROW + 1, DESCRIPTION_COLUMN, SUM.in_(language))
        ends = f"G{HEADING_ROW + 1}:G{HEADING_ROW + len(lines)}"
        total = sheet.cell(len(lines) + HEADING_ROW + 1, SUM_COLUMN, f"=SUM({ends})")
        total.number_format = "#,##0.00"
        total.font = Font(bold=True)
    sheet.freeze_panes = f"A{HEADING_ROW + 1}"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _put(sheet: Worksheet, row: int, column: int, text: str) -> SheetCell:
    """A cell that stays text, also when it looks like a formula."""
    cell = sheet.cell(row, column, _LIKE_AN_ESCAPE.sub("_x005F_", _for_a_cell(text)))
    assert isinstance(cell, SheetCell)
    cell.data_type = "s"
    return cell


def _for_a_cell(text: str) -> str:
    """What a cell can hold of a text: letters that XML allows, and not too many of them."""
    return _NOT_IN_XML.sub(" ", text.replace("\r\n", "\n"))[:MOST_IN_CELL]


def read(
    data: bytes, lines: Sequence[PriceLine]
) -> tuple[Mapping[str, Decimal], tuple[Finding, ...]]:
    """The prices by key that are right, and a finding for each cell or row that is not.

    Raises:
        Unreadable: the file is no safe XLSX, or has no price sheet.
    """
    table = _table(data, most_rows=len(lines) + MOST_EXTRA_ROWS)
    prices: dict[str, Decimal] = {}
    findings: list[Finding] = []
    expected = {line.key: line for line in lines}
    seen: set[str] = set()
    for row in table.rows:
        key_cell, price_cell = row.get(table.key), row.get(table.price)
        if key_cell is None:
            if price_cell is not None:
                findings.append(table.at(NO_KEY, price_cell, got=price_cell.text))
            continue
        key = key_cell.text
        if key not in expected or key in seen:
            kind = DUPLICATE_ROW if key in seen else EXTRA_ROW
            prices.pop(key, None)
            findings.append(table.at(kind, key_cell, got=key[:80]))
            continue
        seen.add(key)
        findings.extend(table.changed(row, expected[key]))
        price = table.amount(key, key_cell.row, price_cell)
        if isinstance(price, Finding):
            findings.append(price)
        else:
            prices[key] = price
    findings.extend(
        MISSING_ROW.at(table.sheet, sheet=table.sheet, key=key, description=line.description[:80])
        for key, line in expected.items()
        if key not in seen
    )
    return prices, tuple(findings)


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows below the headings, each as cells by column, and where the columns are."""

    sheet: str
    columns: Mapping[str, int]
    rows: tuple[Mapping[int, Cell], ...]

    @property
    def key(self) -> int:
        return self.columns[KEY.nb]

    @property
    def price(self) -> int:
        return self.columns[PRICE.nb]

    def at(self, kind: FindingKind, cell: Cell, **facts: str | Words) -> Finding:
        """A finding about one cell, which its place names: `Prisskjema!F5`."""
        where = f"{self.sheet}!{cell.letter}{cell.row}"
        return kind.at(where, sheet=self.sheet, row=cell.row, column=cell.letter, **facts)

    def amount(self, key: str, row: int, cell: Cell | None) -> Decimal | Finding:
        """The price in a cell, typed as a number or written as text."""
        if cell is None:
            return self.at(NO_PRICE, Cell(row, self.price, ""), key=key)
        if cell.formula:
            return self.at(FORMULA, cell)
        if cell.dated:
            return self.at(DATE, cell)
        found = amounts.parse(_plain(cell), f"{cell.letter}{cell.row}")
        if isinstance(found, Finding):
            return self.at(
                FAULTY_CELL,
                cell,
                problem=Words(nb=found.text("nb"), nn=found.text("nn"), en=found.text("en")),
                remedy=Words(nb=found.cure("nb"), nn=found.cure("nn"), en=found.cure("en")),
            )
        return found

    def changed(self, row: Mapping[int, Cell], line: PriceLine) -> Iterator[Finding]:
        """Cells of the buyer that the tenderer changed."""
        own = ((DESCRIPTION, line.description), (UNIT, line.unit), (QUANTITY, line.quantity))
        for heading, value in own:
            column = self.columns.get(heading.nb)
            cell = row.get(column) if column else None
            if cell is not None and not _says(cell, value):
                yield self.at(CHANGED_CELL, cell, got=cell.text[:80], expected=str(value)[:80])


def _table(data: bytes, *, most_rows: int) -> _Table:
    book = open_workbook(data)
    names = {SHEET.nb, SHEET.nn, SHEET.en}
    sheet = next((name for name in book.sheets if name in names), "")
    rows: dict[int, dict[int, Cell]] = {}
    for cell in book.cells(sheet) if sheet else ():
        rows.setdefault(cell.row, {})[cell.column] = cell
        if len(rows) > most_rows:
            raise Unreadable(TOO_MANY_ROWS.at(sheet, sheet=sheet, most=most_rows))
    for number, row in rows.items():
        columns = _columns(row) if number <= ROWS_TO_SEARCH else {}
        if {KEY.nb, PRICE.nb} <= columns.keys():
            below = tuple(cells for at, cells in rows.items() if at > number)
            return _Table(sheet, columns, below)
    got = ", ".join(book.sheets)[:200] or "–"
    raise Unreadable(WRONG_SHEET.at("", expected=SHEET, got=got))


def _columns(row: Mapping[int, Cell]) -> dict[str, int]:
    """Which column each heading stands over, in any of our languages."""
    known = {
        heading.in_(language): heading.nb for heading in HEADINGS for language in ("nb", "nn", "en")
    }
    return {known[cell.text]: column for column, cell in row.items() if cell.text in known}


def _plain(cell: Cell) -> str:
    """A stored number as people typed it: spreadsheets keep 15 digits and some noise after them.

    >>> _plain(Cell(1, 1, "1234.0999999999999", numeric=True)), _plain(Cell(1, 1, "1 234,50"))
    ('1234,1', '1 234,50')
    """
    value = _number(cell)
    return cell.text if value is None else f"{value:f}".replace(".", ",")


def _number(cell: Cell) -> Decimal | None:
    """A stored number in the digits that a spreadsheet shows; None when it is text or no number."""
    value = STORED.create_decimal(cell.text) if cell.numeric else None
    if value is None or not value.is_finite():
        return None
    return value.normalize(STORED) if value else Decimal(0)


def _says(cell: Cell, value: str | Decimal) -> bool:
    """Whether a cell still says what was written in it."""
    if isinstance(value, Decimal):
        return _number(cell) == STORED.plus(value) or amounts.parse(cell.text) == value
    return "".join(cell.text.split()) == "".join(_for_a_cell(value).split())
