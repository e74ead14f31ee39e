"""The tables of logistics are those of the publisher row by row, with all their code lists."""

from collections import Counter

import pytest

from anskaff.documents import codes, xml
from anskaff.documents.peppol import known, shelf
from anskaff.documents.peppol.post_award.structure import path_of
from anskaff.documents.ubl.numbering import numbered
from anskaff.documents.ubl.structure import IGNORED
from tests.conftest import STANDARDS
from tests.documents.expected import ON
from tests.documents.peppol.test_official_structure import places
from tests.documents.ubl.schema import schema_of

pytestmark = pytest.mark.standards
FOLDER = STANDARDS / "peppol-logistics-1.2"
SYNTAX = {
    "advanced_despatch_advice": "ubl-advanced-despatch-advice.xml",
    "receipt_advice": "ubl-receipt-advice.xml",
}
KEYS = sorted(SYNTAX)


def rules_of(key):
    return shelf.rule_set(known.BY_KEY[key], ON)


def told(element, path=""):
    """Every row of the publisher's table: path, cardinality, code lists and attributes."""
    for each in element.iterfind("{*}Element"):
        below = f"{path}/{each.findtext('{*}Term')}".removeprefix("/")
        yield below, each.get("cardinality", "1..1"), lists(each), attributes(each)
        yield from told(each, below)


def lists(element):
    found = element.iterfind("{*}Reference[@type='CODE_LIST']")
    return " ".join(each.text for each in found)


def attributes(element):
    return tuple(
        (
            each.findtext("{*}Term"),
            each.get("usage", "").lower() != "optional",
            lists(each) or each.findtext("{*}Reference", ""),
        )
        for each in element.iterfind("{*}Attribute")
    )


def ours(root, path=""):
    for row in root.fields:
        below = f"{path}/{row.tag}".removeprefix("/")
        cardinality = f"{row.least}..{'n' if row.many else 1}"
        beside = tuple((each.name, bool(each.least), each.codes) for each in row.attributes)
        yield below, cardinality, row.codes, beside
        if row.type is not None:
            yield from ours(row.type, below)


@pytest.mark.parametrize("key", KEYS)
def test_the_table_is_that_of_the_publisher_in_the_same_order(key):
    file = xml.read((FOLDER / "structure" / "syntax" / SYNTAX[key]).read_bytes())
    expected = list(told(file.find("{*}Document")))
    assert list(ours(rules_of(key).document.root)) == expected
    assert len(expected) > 150


@pytest.mark.parametrize("key", KEYS)
def test_every_code_list_of_the_table_is_in_the_bundle(key):
    rules = rules_of(key)
    installed = codes.installed(STANDARDS, rules.lists)
    named = {name for each in numbered(rules.document.root, "T") for name in each.expected.split()}
    assert named <= installed.keys()
    assert all(installed[name] for name in named)
    assert "AAB" in installed["UNCL6313-T120"]


def test_only_a_list_that_nothing_uses_has_a_name_twice():
    files = sorted((FOLDER / "structure" / "codelist").glob("*.xml"))
    names = Counter(name for file in files for name in codes.lists_in(xml.read(file.read_bytes())))
    twice = {name for name, times in names.items() if times > 1}
    assert sum(names.values()) == len(files)
    assert twice == {"TrueFalse"}
    roots = (rules_of(key).document.root for key in KEYS)
    assert not any(each.expected in twice for root in roots for each in numbered(root, "T"))


@pytest.mark.parametrize("key", KEYS)
def test_what_ubl_lets_repeat_is_no_fault(key):
    document, rules = known.BY_KEY[key], rules_of(key)
    ubl = schema_of(document.element, document.ubl)
    wrong = [
        (path_of(group), row.tag)
        for group, row in places(rules.document.root)
        if not row.many
        and (rules.official.repeated(group, row) == IGNORED)
        != (ubl.most(path_of(group), row.tag) is None)
    ]
    assert wrong == []


@pytest.mark.parametrize("key", KEYS)
def test_every_rule_of_the_publisher_is_ours_with_its_severity(key):
    rules = rules_of(key)
    file = xml.read((FOLDER / "sch-flat" / f"PEPPOLBIS-{TRANSACTION[key]}.sch").read_bytes())
    expected = {
        each.get("id"): "warning" if each.get("flag") == "warning" else "error"
        for each in file.iter("{*}assert")
        if each.get("id") != "PEPPOL-COMMON-R001"
    }
    assert {each.id: each.kind.severity.value for each in rules.rules} == expected


TRANSACTION = {"advanced_despatch_advice": "T120", "receipt_advice": "T128"}
