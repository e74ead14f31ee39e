"""A price sheet as a workbook (XLSX): written for a supplier to fill in, and read back (UX S8).

One sheet per lot, named by its key. Row 1 holds headings, each row after it one line: key,
description, unit, quantity, price per unit. Only keys and prices are read back; sums are ours.
A formula in a price cell counts as the value that the spreadsheet program last computed.

>>> line = SheetLine(key="PL-0001", lot="LOT-0001", description="Stol", unit="stk",
...                  quantity=Decimal(100), price="99.50")
>>> read(write([line], {"LOT-0001": "Stoler"}, "nb"), [line])
({'PL-0001': '99.5'}, ())
"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineError, CalamineWorkbook

from anskaff.concepts import amounts
from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_BYTES = 5 * 1024 * 1024
MAX_UNPACKED_BYTES = 50 * 1024 * 1024
MAX_ROWS = 5_000
PRICE_COLUMN = 5
PRICE_LETTER = "E"
WIDTHS = (14, 60, 12, 14, 20)

HEADINGS = (
    Words(nb="Nøkkel", nn="Nøkkel", en="Key"),
    Words(nb="Beskrivelse", nn="Skildring", en="Description"),
    Words(nb="Enhet", nn="Eining", en="Unit"),
    Words(nb="Mengde", nn="Mengd", en="Quantity"),
    Words(
        nb="Pris per enhet uten mva. (kr)",
        nn="Pris per eining utan mva. (kr)",
        en="Price per unit without VAT (NOK)",
    ),
)

NOT_A_WORKBOOK = FindingKind(
    code="price-sheet-unreadable",
    text=Words(
        nb="Filen er ikke et regneark i XLSX-format, eller den er for stor.",
        nn="Fila er ikkje eit rekneark i XLSX-format, eller ho er for stor.",
        en="The file is not a workbook in XLSX format, or it is too large.",
    ),
    cure=Words(
        nb="Last ned prisskjemaet på nytt, fyll det ut, og lagre det som XLSX.",
        nn="Last ned prisskjemaet på nytt, fyll det ut, og lagre det som XLSX.",
        en="Download the price sheet again, fill it in and save it as XLSX.",
    ),
)
SHEET_MISSING = FindingKind(
    code="price-sheet-sheet-missing",
    text=Words(
        nb="Regnearket har ikke arket «{sheet}».",
        nn="Reknearket har ikkje arket «{sheet}».",
        en="The workbook does not have the sheet “{sheet}”.",
    ),
    cure=Words(
        nb="Bruk prisskjemaet herfra, og ikke gi arkene nye navn.",
        nn="Bruk prisskjemaet herfrå, og ikkje gi arka nye namn.",
        en="Use the price sheet from here and do not rename its sheets.",
    ),
)
ROW_MISSING = FindingKind(
    code="price-sheet-row-missing",
    text=Words(
        nb="Arket «{sheet}» har ikke raden «{key}».",
        nn="Arket «{sheet}» har ikkje rada «{key}».",
        en="The sheet “{sheet}” does not have the row “{key}”.",
    ),
    cure=Words(
        nb="Last ned prisskjemaet på nytt; ikke slett rader eller nøkler.",
        nn="Last ned prisskjemaet på nytt; ikkje slett rader eller nøklar.",
        en="Download the price sheet again; do not delete rows or keys.",
    ),
)
KEY_UNKNOWN = FindingKind(
    code="price-sheet-key-unknown",
    text=Words(
        nb="Arket «{sheet}», rad {row}: «{key}» er ikke en linje i prisskjemaet, eller den står "
        "der to ganger.",
        nn="Arket «{sheet}», rad {row}: «{key}» er ikkje ei linje i prisskjemaet, eller ho står "
        "der to gonger.",
        en="Sheet “{sheet}”, row {row}: “{key}” is not a line of the price sheet, or it stands "
        "there twice.",
    ),
    cure=Words(nb="Fjern raden.", nn="Fjern rada.", en="Remove the row."),
)
CELL_WRONG = FindingKind(
    code="price-sheet-cell-wrong",
    text=Words(
        nb="Arket «{sheet}», rad {row}, kolonne {column}: {problem}",
        nn="Arket «{sheet}», rad {row}, kolonne {column}: {problem}",
        en="Sheet “{sheet}”, row {row}, column {column}: {problem}",
    ),
    cure=Words(
        nb="Skriv en pris i kroner, for eksempel 1 234,50.",
        nn="Skriv ein pris i kroner, til dømes 1 234,50.",
        en="Write a price in NOK, for example 1 234.50.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """A line of the sheet; `price` is what is filled in already, as a plain decimal, or empty."""

    key: str
    lot: str
    description: str
    unit: str
    quantity: Decimal
    price: str = ""


def write(lines: Sequence[SheetLine], lots: Mapping[str, str], language: str) -> bytes:
    """The workbook; only the price cells can be changed. `lots` gives titles by key."""
    book = Workbook()
    first = book.active
    if first is not None:
        book.remove(first)
    for lot in dict.fromkeys(line.lot for line in lines):
        sheet: Worksheet = book.create_sheet(lot)
        sheet.oddHeader.center.text = lots.get(lot, lot).replace("&", "&&")
        _write_lot(sheet, [line for line in lines if line.lot == lot], language)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def read(content: bytes, lines: Sequence[SheetLine]) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """Prices by line key as plain decimals, and everything that is wrong, cell by cell.

    Raises:
        Unreadable: the bytes are no workbook, or one that unpacks to more than it should.
    """
    book = _opened(content)
    prices: dict[str, str] = {}
    findings: list[Finding] = []
    for lot in dict.fromkeys(line.lot for line in lines):
        if lot not in book.sheet_names:
            findings.append(SHEET_MISSING.at(lot, sheet=lot))
            continue
        rows = book.get_sheet_by_name(lot).to_python(skip_empty_area=False, nrows=MAX_ROWS)
        expected = [line.key for line in lines if line.lot == lot]
        read_prices, found = _read_lot(lot, rows, expected)
        prices |= read_prices
        findings += found
    return prices, tuple(findings)


def _write_lot(sheet: Worksheet, lines: Sequence[SheetLine], language: str) -> None:
    for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True), start=1):
        cell = sheet.cell(row=1, column=column, value=heading.in_(language))
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    for row, line in enumerate(lines, start=2):
        for column, text in enumerate((line.key, line.description, line.unit), start=1):
            cell = sheet.cell(row=row, column=column)
            assert isinstance(cell, Cell)
            cell.set_explicit_value(text, "s")
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(row=row, column=4, value=line.quantity)
        price = sheet.cell(row=row, column=PRICE_COLUMN)
        price.value = Decimal(line.price) if line.price else None
        price.protection = Protection(locked=False)
        price.fill = PatternFill("solid", fgColor="FFF8DC")
        price.number_format = "#,##0.00##"
    sheet.freeze_panes = "A2"
    sheet.protection.sheet = True


def _opened(content: bytes) -> CalamineWorkbook:
    """The workbook, when it is small enough also unpacked (a ZIP bomb is not)."""
    if len(content) > MAX_BYTES:
        raise Unreadable(NOT_A_WORKBOOK.at("sheet"))
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED_BYTES:
                raise Unreadable(NOT_A_WORKBOOK.at("sheet"))
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except (zipfile.BadZipFile, CalamineError, ValueError, OSError):
        raise Unreadable(NOT_A_WORKBOOK.at("sheet")) from None


def _read_lot(
    lot: str, rows: Sequence[Sequence[object]], expected: Sequence[str]
) -> tuple[dict[str, str], list[Finding]]:
    prices: dict[str, str] = {}
    findings: list[Finding] = []
    seen: set[str] = set()
    for number, row in enumerate(rows[1:], start=2):
        key = str(row[0]).strip() if row else ""
        if not key:
            continue
        if key not in expected or key in seen:
            findings.append(KEY_UNKNOWN.at(f"{lot}.{number}", sheet=lot, row=number, key=key[:20]))
            continue
        seen.add(key)
        cell = row[PRICE_COLUMN - 1] if len(row) >= PRICE_COLUMN else ""
        price = _price(cell)
        if isinstance(price, Finding):
            findings.append(
                CELL_WRONG.at(
                    f"prices.{key}",
                    sheet=lot,
                    row=number,
                    column=PRICE_LETTER,
                    problem=Words(nb=price.text("nb"), nn=price.text("nn"), en=price.text("en")),
                )
            )
        else:
            prices[key] = price
    findings += [
        ROW_MISSING.at(f"prices.{key}", sheet=lot, key=key) for key in expected if key not in seen
    ]
    return prices, findings


def _price(cell: object) -> str | Finding:
    """A price cell as a plain decimal; a number cell is what its shortest notation says."""
    if isinstance(cell, bool):
        return amounts.NOT_AN_AMOUNT.at("", text=str(cell))
    if isinstance(cell, (int, float)):
        exact = Decimal(repr(cell)).normalize()
        found = amounts.parse(f"{exact:f}".replace(".", ","))
    elif str(cell).strip():
        found = amounts.parse(str(cell))
    else:
        return ""
    return found if isinstance(found, Finding) else f"{found:f}"
