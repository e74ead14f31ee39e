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


def repacked(packing: int) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(filled(1, 2, 3))) as old,
        zipfile.ZipFile(made, "w", packing) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return made.getvalue()


def twice(data: bytes) -> bytes:
    """Two parts with one name, which readers could choose between."""
    made = with_part(data, "xl/other.xml", b"<a/>")
    return made.replace(b"xl/other.xml", b"xl/style.xml").replace(b"xl/styles.xml", b"xl/style.xml")


RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Target="/xl/worksheets/s.xml"/></Relationships>'
)
BOOK = (
    '<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>'
    '<sheet name="Prisskjema" sheetId="1" r:id="r1"/></sheets></workbook>'
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def by_hand(cells: str, *, relations: str = OFFICE, **parts: str) -> bytes:
    """A workbook as other programs write it: `cells` are the rows below headings in A1 and B1."""
    head = (
        f'<row r="1"><c r="A1" t="inlineStr"><is><t>{price_sheet.KEY.nb}</t></is></c>'
        f'<c r="B1" t="inlineStr"><is><t>{price_sheet.PRICE.nb}</t></is></c></row>'
    )
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{head}{cells}</sheetData></worksheet>'
    return package(
        **{
            "[Content_Types].xml": b"<Types/>",
            "xl/_rels/workbook.xml.rels": RELATIONS,
            "xl/workbook.xml": BOOK.format(main=MAIN, relations=relations).encode(),
            "xl/worksheets/s.xml": sheet.encode(),
            **{f"xl/{name}.xml": text.encode() for name, text in parts.items()},
        }
    )


def test_a_sheet_is_not_written_for_lines_without_keys() -> None:
    line = PriceLine(description="Salt", unit="t", quantity=Decimal(1))
    with pytest.raises(ValueError, match="has a key"):
        price_sheet.write([line], title="Priser", language="nb")


ONE = (PriceLine(key="PL-0001", description="Salt", unit="t", quantity=Decimal(1)),)
STRINGS = (
    f'<sst xmlns="{MAIN}"><si><t>PL-0001</t></si>'
    "<si><r><t>1 23</t></r><r><t>4,5_x0030_</t></r><rPh><t>aid</t></rPh></si></sst>"
)


@pytest.mark.parametrize("relations", [OFFICE, STRICT])
def test_shared_and_rich_strings_are_read_as_spreadsheets_save_them(relations: str) -> None:
    cells = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
    data = by_hand(cells, relations=relations, sharedStrings=STRINGS)
    assert price_sheet.read(data, ONE) == ({"PL-0001": Decimal("1234.50")}, ())


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("<c><v>12.5</v></c>", []),
        ('<c r="b2"><v>12.5</v></c>', []),
        ('<c r="B2" s="x"><v>12.5</v></c>', []),
        ('<c t="s"><v>99</v></c>', ["price-sheet-no-price"]),
        ('<c t="s"><v>x</v></c>', ["price-sheet-no-price"]),
        ('<c t="inlineStr"/>', ["price-sheet-no-price"]),
        ('<c t="b"><v>0</v></c>', ["price-sheet-faulty-cell"]),
        ('<c t="e"><v>#DIV/0!</v></c>', ["price-sheet-faulty-cell"]),
        ("<c><v>twelve</v></c>", ["price-sheet-faulty-cell"]),
        ('<c t="d"><v>2026-05-01</v></c>', ["price-sheet-date"]),
        ("<c><f>1+1</f></c>", ["price-sheet-formula"]),
        ("<c><f>1+1</f><v>2</v></c>", ["price-sheet-formula"]),
        ('<c t="str"><f>"5"</f><v>5</v></c>', ["price-sheet-formula"]),
    ],
)
def test_each_kind_of_cell_is_a_price_or_a_finding(cell: str, codes: list[str]) -> None:
    row = f'<row r="2"><c r="A2" t="inlineStr"><is><t>PL-0001</t></is></c>{cell}</row>'
    prices, findings = price_sheet.read(by_hand(row), ONE)
    assert [each.code for each in findings] == codes
    assert prices == ({} if codes else {"PL-0001": Decimal("12.5")})


@pytest.mark.parametrize(
    ("code", "dated"),
    [
        ("dd.mm.yyyy", True),
        ("[$-414]d. mmmm", True),
        ('#,##0.00 "kr per dag"', False),
        ("#,##0\\ \\d", False),
        ("[Red]0.00", False),
    ],
)
def test_a_number_is_a_date_only_when_it_is_shown_as_one(code: str, dated: bool) -> None:
    shown = code.replace('"', "&quot;")
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="{shown}"/>'
        '</numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>'
    )
    row = '<row><c t="inlineStr"><is><t>PL-0001</t></is></c><c s="0"><v>5</v></c></row>'
    _, findings = price_sheet.read(by_hand(row, styles=styles), ONE)
    assert [each.code for each in findings] == (["price-sheet-date"] if dated else [])


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "workbook-not-xlsx"),
    "text": (lambda: b"PL-0001;100", "workbook-not-xlsx"),
    "packed with bzip2": (lambda: repacked(zipfile.ZIP_BZIP2), "workbook-not-xlsx"),
    "packed with LZMA": (lambda: repacked(zipfile.ZIP_LZMA), "workbook-not-xlsx"),
    "one part twice": (lambda: twice(filled(1, 2, 3)), "workbook-not-xlsx"),
    "no relations": (
        lambda: package(**{"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}),
        "workbook-not-xlsx",
    ),
    "a sheet that is not there": (
        lambda: with_part(
            filled(1, 2, 3), "xl/_rels/workbook.xml.rels", b"<Relationships></Relationships>"
        ),
        "price-sheet-wrong-sheet",
    ),
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
    cells = [cell for row in sheet_of(book).iter_rows() for cell in row]
    assert {cell.column_letter for cell in cells if cell.data_type == "f"} == {"G"}


def test_the_sums_are_formulas_for_the_eye_that_are_never_read() -> None:
    book = load_workbook(io.BytesIO(price_sheet.write(LINES, title="Salt", language="nb")))
    assert sheet_of(book)["G5"].value == '=IF(F5="","",E5*F5)'
    assert sheet_of(book)["G8"].value == "=SUM(G5:G7)"
    data = filled(1, 2, 3, change=lambda b: sheet_of(b).cell(FIRST, price_sheet.SUM_COLUMN, 9e9))
    assert price_sheet.read(data, LINES)[1] == ()


def test_a_sheet_without_lines_is_written_and_read() -> None:
    data = price_sheet.write((), title="Tom", language="en")
    assert price_sheet.read(data, ()) == ({}, ())


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


KEYS = st.text(alphabet="ABCæøå-_x0123= ", min_size=1, max_size=12).map(str.strip).filter(bool)
ANY_LINES = st.lists(
    st.builds(
        PriceLine,
        key=KEYS,
        description=st.text(st.characters(), max_size=30) | st.just("_x0041_\r\n") | st.just("=1"),
        unit=st.text(max_size=8),
        quantity=st.decimals(0, 10**20, places=3),
        lot=st.text(max_size=8),
    ),
    max_size=4,
    unique_by=lambda line: line.key,
)


@settings(max_examples=60, deadline=None)
@given(ANY_LINES, st.text(max_size=20), st.sampled_from(["nb", "nn", "en"]))
def test_an_untouched_sheet_of_any_lines_lacks_only_prices(
    lines: list[PriceLine], title: str, language: str
) -> None:
    data = price_sheet.write(lines, title=title, language=language)
    prices, findings = price_sheet.read(data, lines)
    assert prices == {}
    assert [each.code for each in findings] == ["price-sheet-no-price"] * len(lines)


def test_a_description_longer_than_a_cell_is_cut_and_not_said_to_be_changed() -> None:
    long = (PriceLine(key="K", description="x" * 40_000, unit="t", quantity=Decimal(1)),)
    data = price_sheet.write(long, title="Salt", language="nb")
    assert [each.code for each in price_sheet.read(data, long)[1]] == ["price-sheet-no-price"]


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
