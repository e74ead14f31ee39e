"""What we write is what we read: real notices, official examples, and notices of our own."""

import functools
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.notice import NoticeReading
from anskaff.documents import eforms
from anskaff.documents.eforms import subtypes
from tests.conftest import STANDARDS

SDK = STANDARDS / "eforms-sdk-1.14.2"
FOLDERS = (STANDARDS / "real-notices", SDK / "examples/notices", STANDARDS / "eforms-nor/tests")
FILES = sorted(path for folder in FOLDERS for path in folder.rglob("*.xml"))
MOST_REFUSED = 9
standards = pytest.mark.standards
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@functools.cache
def reading_of(path: Path) -> NoticeReading | None:
    """The reading, or nothing for a file that says of itself that it is another document."""
    try:
        return eforms.read(path.read_bytes())
    except Unreadable:
        return None


@functools.cache
def schema(document: str) -> etree.XMLSchema:
    [path] = (SDK / "schemas/maindoc").glob(f"*{document}-2*.xsd")
    return etree.XMLSchema(etree.parse(path))


def valid(data: bytes) -> bool:
    root = etree.fromstring(data)
    return schema(etree.QName(root).localname).validate(root)


def content(data: bytes) -> Counter[object]:
    """Every element with its path, text and attributes, however they are laid out."""
    said: Counter[object] = Counter()

    def look(element: etree._Element, path: str) -> None:
        path = f"{path}/{etree.QName(element).localname}"
        said[path, (element.text or "").strip(), tuple(sorted(element.attrib.items()))] += 1
        for child in element:
            look(child, path)

    look(etree.fromstring(data, etree.XMLParser(remove_comments=True)), "")
    return said


@standards
def test_nearly_all_files_of_the_standards_are_notices() -> None:
    refused = [path.name for path in FILES if reading_of(path) is None]
    assert len(FILES) > MOST_REFUSED * 10
    assert len(refused) <= MOST_REFUSED, refused


@standards
@each_file
def test_a_notice_that_is_read_written_and_read_is_the_same(path: Path) -> None:
    reading = reading_of(path)
    if reading is not None:
        assert eforms.read(eforms.write(reading)) == reading


@standards
@each_file
def test_a_rewritten_notice_says_all_that_the_original_said(path: Path) -> None:
    reading = reading_of(path)
    if reading is not None:
        assert not content(path.read_bytes()) - content(eforms.write(reading))


@standards
@each_file
def test_a_rewritten_notice_is_valid_by_the_schema_when_the_original_was(path: Path) -> None:
    reading = reading_of(path)
    if reading is not None:
        assert valid(eforms.write(reading)) == valid(path.read_bytes())


def test_a_notice_of_an_unknown_subtype_is_refused_with_the_field() -> None:
    with pytest.raises(Unreadable) as refused:
        eforms.write(NoticeReading(subtype="41"))
    [finding] = refused.value.findings
    assert finding.where == "subtype"
    assert "41" in finding.text("nn")
    assert set(finding.facts) == {"got", "expected"}


def test_every_subtype_is_written_as_its_own_document() -> None:
    for key, subtype in subtypes.SUBTYPES.items():
        written = eforms.write(NoticeReading(subtype=key, customization="eforms-sdk-1.14"))
        assert etree.QName(etree.fromstring(written)).localname == subtype.document
        assert eforms.read(written).document == ""
