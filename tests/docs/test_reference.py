"""The reference pages say what the tables say, for every document that has a table.

When one differs, run `.venv/bin/python tools/reference.py` and read what changed.
"""

import runpy
from datetime import date

import pytest

from anskaff.concepts.finding import Severity
from anskaff.documents import xml
from anskaff.documents.peppol import known, shelf
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.ubl import structure
from anskaff.documents.ubl.example import example
from anskaff.documents.ubl.reference_page import example_xml
from tests.conftest import PROJECT_ROOT, STANDARDS
from tests.documents.differential import kinds

FOLDER = PROJECT_ROOT / "docs/reference"
PAGES = runpy.run_path(str(PROJECT_ROOT / "tools/reference.py"))["pages"]()
DOCUMENTS = shelf.documents()
TODAY = date(2026, 11, 21)
PUBLISHED = [each for each in kinds() if each.family != "en16931"]
"""What has a page of its own; the rules of EN 16931 are among those of billing."""


def test_there_is_a_page_for_every_document_and_no_other():
    assert {file.name for file in FOLDER.glob("*.md")} == PAGES.keys()
    assert {f"{each.key}.md" for each in DOCUMENTS} == PAGES.keys() - {"README.md", "notice.md"}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_page_says_what_the_tables_say(name):
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: each.key)
def test_the_example_is_such_a_document_and_fits_its_table(document):
    made = example(document)
    assert document.read(document.write(made)) == made
    reading = document.reading(xml.read(example_xml(document).encode()))
    rules = shelf.rule_set(known.BY_KEY[document.key], TODAY)
    found = structure.findings(reading, rules.official, {}) if rules else ()
    assert [
        (each.where, each.text("en")) for each in found if each.severity is Severity.ERROR
    ] == []


@pytest.mark.standards
@pytest.mark.parametrize("kind", PUBLISHED, ids=lambda each: each.name)
def test_every_official_rule_is_on_the_page_of_its_document(kind):
    bundle, text = Bundle(STANDARDS), PAGES[f"{kind.native.key}.md"]
    files = (bundle.file(each.part, each.path) for each in kind.official.files)
    asserts = (each for file in files for each in xml.read(file.read_bytes()).iter("{*}assert"))
    rules = {each.get("id") for each in asserts}
    assert rules
    assert {each for each in rules if f"`{each}`" not in text} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: each.key)
def test_every_rule_of_a_document_is_on_its_page(document):
    rules = shelf.rule_set(known.BY_KEY[document.key], TODAY)
    text = PAGES[f"{document.key}.md"]
    ids = {each.id for each in rules.rules} - rules.without if rules else set()
    assert {each for each in ids if f"`{each}`" not in text} == set()
