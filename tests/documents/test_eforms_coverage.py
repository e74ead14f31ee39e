"""Every field that the installed SDK has is read by a row of the table, and written again."""

import re
import typing
from copy import deepcopy

import pytest
from lxml import etree

from anskaff.concepts.words import LANGUAGES
from anskaff.documents import eforms
from anskaff.documents.eforms import sdk, showing, terms
from anskaff.documents.eforms.headings import HEADINGS
from anskaff.documents.eforms.labels import Labels
from anskaff.documents.eforms.paths import NAMESPACES as NS
from anskaff.documents.eforms.subtypes import SUBTYPES
from anskaff.documents.mapping import Group, Term
from anskaff.documents.standards.bundle import Bundle
from tests.conftest import STANDARDS
from tests.documents.one_field import document

pytestmark = pytest.mark.standards
RIDES_ALONG: dict[str, str] = {}
"""Fields that no row of the table knows, each with the cause; they ride along under `rest`."""

ONCE = {
    "BT-97": "a language that stands twice is told once",
    "BT-531": "a nature that stands twice is told once",
    "BT-702": "a language that stands twice is told once",
    "BT-708": "a language that stands twice is told once",
    "BT-737": "a language that stands twice is told once",
    "BT-195": "of several countries of origin, what is withheld about the first is told",
    "BT-196": "of several countries of origin, what is withheld about the first is told",
    "BT-198": "of several countries of origin, what is withheld about the first is told",
    "BT-197": "of several countries of origin, what is withheld about the first is told",
}
"""Terms that may repeat, of which only the first is told, with the cause; the rest rides along."""
NOT_IN_THE_SDK = {"@languageID"}
"""What the official example of T02 says beside texts that have no language by the SDK's fields."""


def _installed() -> sdk.Sdk:
    return sdk.installed(Bundle(STANDARDS), sdk.RELEASES[-1])


FIELDS = list(_installed().fields.values()) if STANDARDS.exists() else []


def test_every_field_is_read_by_a_row_of_the_table_or_rides_along_for_a_written_cause() -> None:
    found = {each.id for each in FIELDS if unread(each)}
    assert len(FIELDS) > 1200
    assert found == RIDES_ALONG.keys()


def unread(field: sdk.Field) -> bool:
    """Whether the value of a field is left over when all rows have read."""
    last = field.absolute.rpartition("/")[2].partition("[")[0]
    left = eforms.read(etree.tostring(document(field))).unread
    return any(each.path.rpartition("/")[2].partition("[")[0] == last for each in left)


def test_every_field_is_written_again_as_it_was_read() -> None:
    for field in FIELDS:
        if field.attribute_of:
            continue  # nothing without its element
        read = eforms.read(etree.tostring(document(field)))
        assert eforms.read(eforms.write(read)) == read, field.id
        assert not [each.code for each in read.findings if each.code.startswith("document-")]


def test_what_may_repeat_is_read_each_time() -> None:
    """Both the field itself, and each node around it that the SDK lets repeat."""
    nodes = _installed().nodes
    lost: set[str] = set()
    for field in FIELDS:
        places = [field.absolute] if field.repeatable and not field.attribute_of else []
        node = field.node
        while node:
            if nodes[node].repeatable:
                places.append(nodes[node].absolute)
            node = nodes[node].parent
        for place in places:
            made = document(field)
            alone = len(eforms.read(etree.tostring(made)).unread)
            [there, *_] = typing.cast(
                "list[etree._Element]", made.xpath(plain(place), namespaces=NS)
            )
            there.addnext(deepcopy(there))
            if len(eforms.read(etree.tostring(made)).unread) > alone * 2:
                lost.add(field.term)
    assert lost == ONCE.keys()


def plain(path: str) -> str:
    """A path of the SDK without what XPath 1 cannot say."""
    return path.replace("=('CrossBorderLaw','LocalLegalBasis')", "='CrossBorderLaw'")


def rows(group: Group) -> list[Term | Group]:
    inside = [row for each in group.rows if isinstance(each, Group) for row in rows(each)]
    return [*group.rows, *inside]


def test_every_row_has_an_official_name_in_three_languages_or_a_heading_of_ours() -> None:
    labels = Labels(Bundle(STANDARDS))
    for row in rows(terms.NOTICE):
        if isinstance(row, Group):
            assert all(HEADINGS[row.target].in_(each) for each in LANGUAGES)
            continue
        term = re.match(r"(?:BT|OPT|OPP)-[0-9]+", row.id)
        assert term, row.id
        words = labels.field_label(term[0])
        assert words is not None, row.id
        assert all(words.in_(each) for each in LANGUAGES), row.id


def test_the_table_has_every_subtype_of_the_sdk() -> None:
    known = _installed().subtypes
    assert known == {each for each in SUBTYPES if each not in sdk.NATIONAL_ALIASES}


@pytest.mark.parametrize("name", ["X01_EEIG", "X02_registration", "CEI", "t01_PRT", "t02_ESP"])
def test_foreign_notices_are_read_whole_shown_and_written_again(name: str) -> None:
    data = (STANDARDS / f"eforms-sdk-1.14.2/examples/notices/{name}.xml").read_bytes()
    read = eforms.read(data)
    assert {each.path.rpartition("/")[2] for each in read.unread} <= NOT_IN_THE_SDK
    assert eforms.read(eforms.write(read)) == read
    sheet = showing.sheet(read, "nb", Labels(Bundle(STANDARDS)))
    assert sheet.facts
    assert len(sheet.beside) == len(read.unread)


def test_a_registration_is_no_procurement_without_a_buyer() -> None:
    data = (STANDARDS / "eforms-sdk-1.14.2/examples/notices/X02_registration.xml").read_bytes()
    read = eforms.read(data)
    [business] = read.businesses
    assert (business.name, business.registered_country) == ("ACME Solution", "GBR")
    assert (read.purpose, read.sectors) == ("reg", ("education", "health", "soc-pro"))
    assert read.findings == ()


NOT_READ = {
    "ContractAwardNotice_can-social_2022-927623.xml": ["2022-10-14 2022-10-14"],  # twice in one
}


def test_every_published_notice_is_read_whole() -> None:
    """Those of 2022 to 2024, in releases 1.7 to 1.10, national ones too."""
    files = sorted((STANDARDS / "real-notices").glob("*/*.xml"))
    left = {path.name: eforms.read(path.read_bytes()).unread for path in files}
    assert len(files) > 50
    assert {name: [each.value for each in unread] for name, unread in left.items() if unread} == (
        NOT_READ
    )
