"""Open an XLSX workbook from outside: its sheets as rows of cells, after every check.

The package is a zip of XML parts (ECMA-376). Sizes are checked as declared and as they really are,
each part goes through the one safe XML reader (D16), and formulas are told apart, never run.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from lxml import etree

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.documents import xml

MOST_BYTES = 10_000_000
MOST_UNPACKED_BYTES = 50_000_000
MOST_PARTS = 500
MOST_RATIO = 200
SMALL_BYTES = 1_000_000
PIECE = 64 * 1024
PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
XML_LIMITS = xml.Limits(depth=50, elements=500_000, attributes=1_000_000)

NOT_XLSX = FindingKind(
    code="workbook-not-xlsx",
    text=Words(
        nb="Filen er ikke et regneark i XLSX-format.",
        nn="Fila er ikkje eit rekneark i XLSX-format.",
        en="The file is not a spreadsheet in XLSX format.",
    ),
    cure=Words(
        nb="Last ned prisskjemaet på nytt, fyll det ut og lagre det som XLSX.",
        nn="Last ned prisskjemaet på nytt, fyll det ut og lagre det som XLSX.",
        en="Download the price sheet again, fill it in and save it as XLSX.",
    ),
)
ENCRYPTED = FindingKind(
    code="workbook-encrypted",
    text=Words(
        nb="Regnearket er beskyttet med passord.",
        nn="Reknearket er verna med passord.",
        en="The spreadsheet is protected with a password.",
    ),
    cure=Words(
        nb="Fjern passordet og last opp på nytt. Tilbudet forsegles uansett når det leveres.",
        nn="Fjern passordet og last opp på nytt. Tilbodet blir uansett forsegla når det blir "
        "levert.",
        en="Remove the password and upload again. The tender is sealed anyway on delivery.",
    ),
)
MACROS = FindingKind(
    code="workbook-macros",
    text=Words(
        nb="Regnearket har makroer.",
        nn="Reknearket har makroar.",
        en="The spreadsheet has macros.",
    ),
    cure=Words(
        nb="Lagre det som XLSX uten makroer.",
        nn="Lagre det som XLSX utan makroar.",
        en="Save it as XLSX without macros.",
    ),
)
TOO_BIG = FindingKind(
    code="workbook-too-big",
    text=Words(
        nb="Regnearket er for stort eller pakket for tett: høyst {most} byte er tillatt.",
        nn="Reknearket er for stort eller pakka for tett: høgst {most} byte er tillate.",
        en="The spreadsheet is too big or packed too tightly: at most {most} bytes are allowed.",
    ),
    cure=Words(
        nb="Last ned prisskjemaet på nytt og fyll bare ut prisene.",
        nn="Last ned prisskjemaet på nytt og fyll berre ut prisane.",
        en="Download the price sheet again and fill in only the prices.",
    ),
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
STYLES = "xl/styles.xml"
BUILT_IN_DATES = (*range(14, 23), *range(45, 48))
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DATE_FORMAT = re.compile(r"[dmyhs]", re.IGNORECASE)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_MAIN = "{*}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell.

    `numeric` tells a stored number from text, `formula` that it is computed, `dated` that its
    number is shown as a date or a time.
    """

    row: int
    column: int
    text: str
    numeric: bool = False
    formula: bool = False
    dated: bool = False

    @property
    def letter(self) -> str:
        """The column as people see it.

        >>> Cell(1, 28, "").letter
        'AB'
        """
        letters, rest = "", self.column
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(ord("A") + digit) + letters
        return letters


@dataclass(frozen=True, slots=True)
class Workbook:
    """The parts of a checked workbook, and its sheets by name."""

    parts: Mapping[str, bytes]
    sheets: Mapping[str, str]

    def cells(self, sheet: str) -> Iterator[Cell]:
        """The filled cells of a sheet, row by row."""
        strings, dates = self._shared_strings(), self._date_styles()
        root = _xml(self.parts, self.sheets[sheet])
        row_number = 0
        for row in root.iterfind(f"{_MAIN}sheetData/{_MAIN}row"):
            row_number = _whole(row.get("r"), row_number + 1)
            column = 0
            for node in row.iterfind(f"{_MAIN}c"):
                column = _column(node.get("r"), column + 1)
                cell = _cell(node, row_number, column, strings, dates)
                if cell.text or cell.formula:
                    yield cell

    def _shared_strings(self) -> list[str]:
        name = "xl/sharedStrings.xml"
        if name not in self.parts:
            return []
        return [_text_of(item) for item in _xml(self.parts, name).iterfind(f"{_MAIN}si")]

    def _date_styles(self) -> frozenset[int]:
        """The numbers of the cell styles that show a number as a date or a time."""
        if STYLES not in self.parts:
            return frozenset()
        root = _xml(self.parts, STYLES)
        dates = set(BUILT_IN_DATES)
        for node in root.iterfind(f"{_MAIN}numFmts/{_MAIN}numFmt"):
            if _DATE_FORMAT.search(_QUOTED.sub("", node.get("formatCode") or "")):
                dates.add(_whole(node.get("numFmtId"), -1))
        styles = root.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")
        formats = [_whole(node.get("numFmtId"), 0) for node in styles]
        return frozenset(number for number, used in enumerate(formats) if used in dates)


def open_workbook(data: bytes) -> Workbook:
    """A workbook whose parts are whole, small enough, and safe XML.

    Raises:
        Unreadable: with one finding that says why.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(TOO_BIG.at("", most=MOST_BYTES))
    if data.startswith(_OLE):
        raise Unreadable((ENCRYPTED if _ENCRYPTED_PACKAGE in data else NOT_XLSX).at(""))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = _unpacked(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError):
        raise Unreadable(NOT_XLSX.at("")) from None
    types = parts.get("[Content_Types].xml", b"")
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in parts):
        raise Unreadable(MACROS.at(""))
    if not types or "xl/workbook.xml" not in parts:
        raise Unreadable(NOT_XLSX.at(""))
    return Workbook(parts, _sheets(parts))


def _unpacked(package: zipfile.ZipFile) -> dict[str, bytes]:
    """All parts, never more bytes than allowed, whatever their headers say."""
    entries = package.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(ENCRYPTED.at(""))
    declared = sum(entry.file_size for entry in entries)
    tight = any(
        entry.file_size > SMALL_BYTES and entry.file_size > MOST_RATIO * entry.compress_size
        for entry in entries
    )
    if len(entries) > MOST_PARTS or declared > MOST_UNPACKED_BYTES or tight:
        raise Unreadable(TOO_BIG.at("", most=MOST_UNPACKED_BYTES))
    parts: dict[str, bytes] = {}
    for entry in entries:
        if entry.filename in parts or entry.compress_type not in PACKINGS:
            raise Unreadable(NOT_XLSX.at(""))
        parts[entry.filename] = _part(package, entry)
    return parts


def _part(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """One part, unpacked a piece at a time: it stops at its declared size, and fails if it lied."""
    with package.open(entry) as stream:
        return b"".join(iter(lambda: stream.read(PIECE), b""))


def _xml(parts: Mapping[str, bytes], name: str) -> etree._Element:
    if name not in parts:
        raise Unreadable(NOT_XLSX.at(name))
    return xml.read(parts[name], limits=XML_LIMITS)


def _sheets(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The part that holds each sheet, by the sheet's name."""
    relations = {
        node.get("Id"): str(PurePosixPath("xl") / (node.get("Target") or "").removeprefix("/xl/"))
        for node in _xml(parts, "xl/_rels/workbook.xml.rels")
    }
    found: dict[str, str] = {}
    for node in _xml(parts, "xl/workbook.xml").iterfind(f"{_MAIN}sheets/{_MAIN}sheet"):
        key = node.get(_RELATION) or node.get(_STRICT_RELATION)
        if relations.get(key) in parts:
            found[(node.get("name") or "").strip()] = relations[key]
    return found


def _cell(
    node: etree._Element, row: int, column: int, strings: list[str], dates: frozenset[int]
) -> Cell:
    kind = node.get("t") or "n"
    value = (node.findtext(f"{_MAIN}v") or "").strip()
    formula = node.find(f"{_MAIN}f") is not None
    if kind == "s":
        number = _whole(value, -1)
        value = strings[number] if 0 <= number < len(strings) else ""
    elif kind == "inlineStr":
        inline = node.find(f"{_MAIN}is")
        value = "" if inline is None else _text_of(inline)
    elif kind == "b":
        value = "TRUE" if value == "1" else "FALSE"
    numeric = kind == "n"
    dated = kind == "d" or (numeric and _whole(node.get("s"), 0) in dates)
    return Cell(row, column, value.strip(), numeric, formula, dated)


def _text_of(item: etree._Element) -> str:
    """Plain or rich text, without the reading aids of East Asian scripts.

    A letter that XML cannot carry stands as `_x000D_` (ECMA-376, ST_Xstring).
    """
    aids = "not(ancestor::*[local-name()='rPh'])"
    found = item.xpath(f".//*[local-name()='t' and {aids}]")
    text = "".join(node.text or "" for node in found)
    return _ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), text)


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise  # noqa: PLR2004


def _column(reference: str | None, otherwise: int) -> int:
    match = _CELL.fullmatch(reference or "")
    if not match:
        return otherwise
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
