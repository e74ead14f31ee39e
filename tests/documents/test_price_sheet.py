"""The price sheet: filled in and read back, each faulty cell named, hostile files refused."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.price_line import PriceLine
from anskaff.documents import price_sheet, workbook

LINES = (
    PriceLine(key="PL-0001", description="Veisalt, løst", unit="tonn", quantity=Decimal("120.5")),
    PriceLine(key="PL-0002", description="=SUM(A1)", unit="tonn", quantity=Decimal(3), lot="Nord"),
    PriceLine(key="PL-0003", description="Frakt\x07", unit="stk", quantity=Decimal(10)),
)
KEY, PRICE = 1, 6
FIRST = price_sheet.HEADING_ROW + 1


def sheet_of(book: Workbook) -> Any:
    return book.worksheets[0]


def filled(*prices: object, change: Callable[[Workbook], object] = lambda _: None) -> bytes:
    book = load_workbook(io.BytesIO(price_sheet.write(LINES, title="Salt", language="nb")))
    for row, price in enumerate(prices, FIRST):
        sheet_of(book).cell(row, PRICE).value = price
    change(book)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in price_sheet.read(data, LINES)[1]]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_an_empty_sheet_in_each_language_lacks_only_prices(language: str) -> None:
    prices, findings = price_sheet.read(
        price_sheet.write(LINES, title="=1+1", language=language), LINES
    )
    assert prices == {}
    assert [each.code for each in findings] == ["price-sheet-no-price"] * 3
    assert findings[0].where.endswith("!F5")


def test_numbers_and_norwegian_text_are_read_exactly() -> None:
    prices, findings = price_sheet.read(filled(1234.1, "1 234 567,50", "99,9 kr"), LINES)
    assert findings == ()
    assert prices == {
        "PL-0001": Decimal("1234.1"),
        "PL-0002": Decimal("1234567.50"),
        "PL-0003": Decimal("99.9"),
    }


def test_zero_is_a_price() -> None:
    prices, findings = price_sheet.read(filled(0, "0", 0.0), LINES)
    assert set(prices.values()) == {Decimal(0)}
    assert findings == ()


@pytest.mark.parametrize(
    ("price", "code"),
    [
        ("etter avtale", "price-sheet-faulty-cell"),
        (-5, "price-sheet-faulty-cell"),
        ("-5", "price-sheet-faulty-cell"),
        ("1.234", "price-sheet-faulty-cell"),
        (1e300, "price-sheet-faulty-cell"),
        (True, "price-sheet-faulty-cell"),
        (date(2026, 5, 1), "price-sheet-date"),
        ("=100*2", "price-sheet-formula"),
        (None, "price-sheet-no-price"),
        ("   ", "price-sheet-no-price"),
    ],
)
def test_a_faulty_price_names_its_cell_and_the_others_are_kept(price: object, code: str) -> None:
    prices, (finding,) = price_sheet.read(filled(1, price, 3), LINES)
    assert set(prices) == {"PL-0001", "PL-0003"}
    assert finding.code == code
    assert finding.where == "Prisskjema!F6"
    for language, row in (("nb", "rad 6"), ("nn", "rad 6"), ("en", "row 6")):
        assert "Prisskjema" in finding.text(language)
        assert row in finding.text(language)
        assert "F" in finding.text(language)
        assert finding.cure(language)


def test_a_missing_row_is_named_by_key() -> None:
    data = filled(1, 2, 3, change=lambda book: sheet_of(book).delete_rows(FIRST + 1))
    prices, (finding,) = price_sheet.read(data, LINES)
    assert set(prices) == {"PL-0001", "PL-0003"}
    assert (finding.code, finding.facts["key"]) == ("price-sheet-missing-row", "PL-0002")


def test_an_extra_row_is_refused() -> None:
    data = filled(1, 2, 3, change=lambda book: sheet_of(book).append(["PL-9999"]))
    assert codes(data) == ["price-sheet-extra-row"]


def test_a_key_on_two_rows_gives_no_price() -> None:
    data = filled(1, 2, 3, change=lambda b: sheet_of(b).append(["PL-0001", "", "", "", "", 9]))
    prices, (finding,) = price_sheet.read(data, LINES)
    assert "PL-0001" not in prices
    assert finding.code == "price-sheet-duplicate-row"


def test_a_price_without_a_key_is_not_lost_in_silence() -> None:
    data = filled(1, 2, 3, change=lambda b: sheet_of(b).cell(20, PRICE, 7))
    assert codes(data) == ["price-sheet-no-key"]


def test_a_changed_quantity_warns_and_the_buyers_applies() -> None:
    data = filled(1, 2, 3, change=lambda book: sheet_of(book).cell(FIRST, 5, 1))
    prices, (finding,) = price_sheet.read(data, LINES)
    assert len(prices) == 3
    assert (finding.code, finding.stops) == ("price-sheet-changed-cell", False)


def test_rows_may_be_sorted_and_columns_moved() -> None:
    book = Workbook()
    sheet = sheet_of(book)
    sheet.title = "Price sheet"
    sheet.append([price_sheet.PRICE.en, "", price_sheet.KEY.en])
    for number, line in enumerate(reversed(LINES), 1):
        sheet.append([number, "", line.key])
    content = io.BytesIO()
    book.save(content)
    prices, findings = price_sheet.read(content.getvalue(), LINES)
    assert findings == ()
    assert prices["PL-0001"] == Decimal(3)


def saved(change: Callable[[Workbook], object]) -> bytes:
    book = Workbook()
    change(book)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def package(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return content.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry))
        new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def encrypted_entry() -> bytes:
    data = bytearray(filled(1, 2, 3))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def lying_about_size() -> bytes:
    """A part that says it holds ten bytes and unpacks to many more."""
    data = bytearray(package(a=b"\0" * 60_000_000))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(data)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "workbook-not-xlsx"),
    "text": (lambda: b"PL-0001;100", "workbook-not-xlsx"),
    "zip of something else": (lambda: package(a=b"a"), "workbook-not-xlsx"),
    "old XLS": (lambda: OLE + b"\0" * 600, "workbook-not-xlsx"),
    "password": (
        lambda: OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "workbook-encrypted",
    ),
    "encrypted entry": (encrypted_entry, "workbook-encrypted"),
    "macros": (
        lambda: with_part(filled(1, 2, 3), "xl/vbaProject.bin", b"x"),
        "workbook-macros",
    ),
    "zip bomb": (
        lambda: with_part(filled(1, 2, 3), "xl/media/a.bin", b"\0" * 45_000_000),
        "workbook-too-big",
    ),
    "declared too big": (lambda: package(a=b"\0" * 60_000_000), "workbook-too-big"),
    "lies about its size": (lying_about_size, "workbook-not-xlsx"),
    "many parts": (
        lambda: package(**{f"p{n}": b"" for n in range(600)}),
        "workbook-too-big",
    ),
    "11 MB": (lambda: b"PK\x03\x04" + b"x" * 11_000_000, "workbook-too-big"),
    "truncated": (lambda: filled(1, 2, 3)[:-200], "workbook-not-xlsx"),
    "entity in a sheet": (
        lambda: with_part(
            filled(1, 2, 3),
            "xl/worksheets/sheet1.xml",
            b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        ),
        "xml-document-type",
    ),
    "another workbook": (lambda: saved(lambda _: None), "price-sheet-wrong-sheet"),
    "sheet without headings": (
        lambda: saved(lambda book: setattr(book.worksheets[0], "title", "Prisskjema")),
        "price-sheet-wrong-sheet",
    ),
    "too many rows": (
        lambda: filled(change=lambda book: [sheet_of(book).append([f"X{n}"]) for n in range(1100)]),
        "price-sheet-too-many-rows",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_wrong_file_is_unreadable_with_a_cure(name: str) -> None:
    make, code = HOSTILE[name]
    with pytest.raises(Unreadable) as refused:
        price_sheet.read(make(), LINES)
    (finding,) = refused.value.findings
    assert finding.code == code
    for language in ("nb", "nn", "en"):
        assert finding.text(language)
        assert finding.cure(language)


def test_no_text_of_the_buyer_becomes_a_formula() -> None:
    book = load_workbook(io.BytesIO(price_sheet.write(LINES, title="=A1", language="nb")))
    assert not any(cell.data_type == "f" for row in sheet_of(book).iter_rows() for cell in row)


def test_only_the_price_column_is_open_for_writing() -> None:
    book = load_workbook(io.BytesIO(price_sheet.write(LINES, title="Salt", language="nb")))
    sheet = sheet_of(book)
    assert sheet.protection.sheet
    assert sheet.cell(FIRST, KEY).protection.locked
    assert not sheet.cell(FIRST, PRICE).protection.locked


@settings(max_examples=20, deadline=None)
@given(st.lists(st.decimals(0, 10**10, places=2), min_size=3, max_size=3))
def test_reading_inverts_filling_in(prices: list[Decimal]) -> None:
    read, findings = price_sheet.read(filled(*prices), LINES)
    assert findings == ()
    assert list(read.values()) == prices


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 6000), st.integers(0, 255))
def test_a_damaged_file_is_read_or_unreadable(at: int, byte: int) -> None:
    data = bytearray(price_sheet.write(LINES, title="Salt", language="nb"))
    data[at % len(data)] = byte
    try:
        price_sheet.read(bytes(data), LINES)
    except Unreadable as refused:
        finding = refused.findings[0]
        assert finding.text("nb"), finding


def test_cells_know_their_letters() -> None:
    assert [workbook.Cell(1, n, "").letter for n in (1, 26, 27, 702, 703)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]
