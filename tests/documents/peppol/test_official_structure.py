"""The structure of each post-award document is that of its official rule file and of UBL."""

import re

import pytest

from anskaff.documents import xml
from anskaff.documents.peppol import known, shelf
from anskaff.documents.peppol.post_award.structure import path_of
from anskaff.documents.ubl.numbering import Demand, Fault, numbered
from anskaff.documents.ubl.structure import IGNORED, SCHEMA
from tests.conftest import STANDARDS
from tests.documents.expected import ON
from tests.documents.ubl.schema import schema, schema_of

pytestmark = pytest.mark.standards
FILE = re.compile(r"peppol-post-award-3/.*PEPPOLBIS-(T\d+)\.sch")
SKIPPED_BY_THE_PUBLISHER = {"message_level_response": {"PEPPOL-T71-B02103"}}
"""Numbers that the table gives and the rule file lacks."""
NEVER_BROKEN = {"PEPPOL-T111-R005": "it asks whether a comparison exists, which it always does"}


def released():
    """Every document of the release that we have rules for, with its transaction."""
    for document in known.DOCUMENTS:
        rules = shelf.rule_set(document, ON)
        found = FILE.fullmatch(rules.lists[0]) if rules and rules.lists else None
        if found:
            yield pytest.param(document, rules, found[1], id=document.key)


def official(rules, transaction):
    """Every structural demand of the publisher's rule file, in our terms."""
    file = xml.read((STANDARDS / rules.lists[0]).read_bytes())
    for rule in file.iter("{*}rule"):
        path = rule.get("context").removesuffix("/*").partition("/ubl:")[2].partition("/")[2]
        for each in rule.iterfind("{*}assert"):
            if f"-{transaction}-B" in each.get("id"):
                yield demand(each.get("id"), path, each.get("test"))


def demand(number, path, test):
    """What one assert demands, read from its test."""
    attribute = re.match(r"(?:not\()?@(\w+)", test)
    name = attribute[1] if attribute else ""
    if test == "false()":
        return Demand(number, Fault.UNKNOWN, path)
    if "schemaLocation" in test:
        return Demand(number, Fault.SCHEMA_LOCATION)
    if listed := re.findall(r"\$cl(\S+) satisfies", test):
        return Demand(number, Fault.NOT_IN_LIST, path, name, " ".join(listed))
    if "normalize-space" in test:
        return Demand(number, Fault.NOT_ALLOWED, path, "", re.search("'([^']*)'", test)[1])
    if name:
        return Demand(number, Fault.MISSING, path, name)
    return Demand(number, Fault.MISSING, f"{path}/{test}".removeprefix("/"))


@pytest.mark.parametrize(("document", "rules", "transaction"), list(released()))
def test_every_structural_rule_has_its_number_from_the_table(document, rules, transaction):
    expected = {each.rule: each for each in official(rules, transaction)}
    own = {each.id for each in rules.rules}
    told = {each.rule: each for each in numbered(rules.document.root, f"PEPPOL-{transaction}")}
    skipped = SKIPPED_BY_THE_PUBLISHER.get(document.key, set())
    assert told.keys() - expected.keys() == skipped
    assert expected.keys() - told.keys() <= own
    assert {rule: told[rule] for rule in expected if rule in told} == {
        rule: each for rule, each in expected.items() if rule in told
    }
    assert len(expected) > 20


@pytest.mark.parametrize(("document", "rules", "transaction"), list(released()))
def test_every_other_rule_of_the_publisher_is_ours_with_its_severity(document, rules, transaction):
    file = xml.read((STANDARDS / rules.lists[0]).read_bytes())
    expected = {
        each.get("id"): "warning" if each.get("flag") == "warning" else "error"
        for each in file.iter("{*}assert")
        if not re.search(r"-B\d+$|COMMON-R001", each.get("id"))
        and each.get("id") not in NEVER_BROKEN
    }
    ours = {each.id: each.kind.severity.value for each in rules.rules}
    assert {rule: ours.get(rule) for rule in expected} == expected, document.key
    assert all(re.search(r"-B\d+$", each) for each in ours.keys() - expected.keys()), transaction


@pytest.mark.parametrize(("document", "rules", "transaction"), list(released()))
def test_what_ubl_lets_repeat_is_no_fault(document, rules, transaction):
    ubl = schema_of(document.element, document.ubl)
    seen = 0
    for group, row in places(rules.document.root):
        if not row.many:
            several = ubl.most(path_of(group), row.tag) is None
            assert (rules.official.repeated(group, row) == IGNORED) == several, path_of(group, row)
            seen += 1
    assert seen > 20, transaction


@pytest.mark.parametrize(("document", "rules", "transaction"), list(released()))
def test_identifiers_have_no_language_and_texts_no_scheme(document, rules, transaction):
    ubl = schema(
        STANDARDS / f"ubl-xsd/{document.ubl}/maindoc/UBL-{document.element}-{document.ubl}.xsd"
    )
    seen = set()
    for group, row in places(rules.document.root):
        kind = ubl.kinds.get(row.qualified, "")
        for type_of_value, attribute in (("Identifier", "languageID"), ("Text", "schemeName")):
            if kind == type_of_value:
                assert rules.official.stray(group, row, attribute) == SCHEMA, path_of(group, row)
                seen.add(kind)
    assert seen == {"Identifier", "Text"}, transaction


def places(root, *above):
    """Every field of a document with a group that stands where it does."""
    kind = above[-1].type if above else root
    for row in kind.fields:
        yield standing(root, above), row
        if row.type is not None:
            yield from places(root, *above, row)


def standing(root, above):
    """An empty group at a place in a document."""
    made = leaf = above[-1].type() if above else root()
    for at in range(len(above) - 1, -1, -1):
        row = above[at]
        owner = above[at - 1].type if at else root
        made = owner(**{row.name: (made,) if row.many else made})
    return leaf
