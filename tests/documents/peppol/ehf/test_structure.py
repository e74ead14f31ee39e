"""EHF's structural rules follow from the tables of Peppol and what EHF changes in them."""

import re

import pytest

from anskaff.documents import xml
from anskaff.documents.peppol import known, shelf
from anskaff.documents.peppol.post_award.structure import path_of
from anskaff.documents.ubl.numbering import WHOLE
from anskaff.documents.ubl.structure import IGNORED, SCHEMA, Id
from anskaff.documents.ubl.table import Group
from tests.conftest import STANDARDS
from tests.documents.expected import ON
from tests.documents.peppol.test_official_structure import places
from tests.documents.ubl.schema import schema_of

pytestmark = pytest.mark.standards

RULE_FILE = re.compile(r"ehf-post-award-g3/sch-flat-2023-02/EHF-.*\.sch")
VARIANTS = [
    each
    for each in known.DOCUMENTS
    if (rules := shelf.rule_set(each, ON)) and any(map(RULE_FILE.fullmatch, rules.lists))
]


def official(path):
    """Every structural assert on what a table may hold: its id, the place and what it tests."""
    for rule in xml.read(path.read_bytes()).iter("{*}rule"):
        context = rule.get("context")
        if not context.startswith("/ubl:"):
            continue
        place = context.removesuffix("/*").partition("/ubl:")[2].partition("/")[2]
        for each in rule.iterfind("{*}assert"):
            if re.search(r"-B\d{5}$", each.get("id")):
                yield each.get("id"), place, each.get("test")


def told(rules, places, place, test):
    """What our rule set calls a fault that an assert is about."""
    if test == "false()":
        return rules.unknown(places[place], "cbc:Other") if place in places else SCHEMA
    if "schemaLocation" in test:
        return rules.stray(places[""], None, "schemaLocation")
    if re.fullmatch(r"c[ab]c:\w+", test):
        group = places[place]
        return rules.missing(group, field(group, test), "")
    parent, _, tag = place.rpartition("/")
    group = places[parent]
    attribute = re.match(r"(?:not\()?@(\w+)", test)
    name = attribute[1] if attribute else ""
    if re.fullmatch(r"@\w+", test):
        return rules.missing(group, field(group, tag), name)
    if name or "$cl" in test:
        return rules.code(group, field(group, tag), name)
    return rules.only(group, field(group, tag))


def stopped_by_schema(places, place, test):
    """Whether no document that the schema takes can have the fault."""
    return test == "false()" and (place not in places or place.endswith(tuple(WHOLE)))


def field(group: Group, tag):
    return next(row for row in group.fields if row.tag == tag)


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda each: each.key)
def test_every_structural_rule_of_the_publisher_is_told_under_its_number(variant):
    rules = shelf.rule_set(variant, ON)
    [path] = [each for each in rules.lists if RULE_FILE.fullmatch(each)]
    found_at = {path_of(group): group for group, _ in places(rules.document.root)}
    wrong, count = [], 0
    for number, place, test in official(STANDARDS / path):
        if any(each in place for each in NOT_IN_UBL) or test in NOT_IN_UBL:
            continue
        found = told(rules.official, found_at, place, test)
        count += 1
        if found != (SCHEMA if stopped_by_schema(found_at, place, test) else Id(number)):
            wrong.append((number, place, test, found))
    assert wrong == []
    assert count > 40


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda each: each.key)
def test_every_other_rule_of_the_publisher_is_ours_with_its_severity(variant):
    rules = shelf.rule_set(variant, ON)
    [path] = [each for each in rules.lists if RULE_FILE.fullmatch(each)]
    expected = {
        each.get("id"): "warning" if each.get("flag") == "warning" else "error"
        for each in xml.read((STANDARDS / path).read_bytes()).iter("{*}assert")
        if not re.search(r"-B\d+$", each.get("id"))
    }
    ours = {each.id: each.kind.severity.value for each in rules.rules}
    assert {rule: ours.get(rule) for rule in expected} == expected
    of_the_family = {rule for rule in ours if rule.startswith(("PEPPOL-T", "EHF-"))}
    assert of_the_family <= expected.keys()


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda each: each.key)
def test_what_ubl_lets_repeat_is_no_fault(variant):
    rules, ubl = shelf.rule_set(variant, ON), schema_of(variant.element, variant.ubl)
    once = [(group, row) for group, row in places(rules.document.root) if not row.many]
    for group, row in once:
        several = ubl.most(path_of(group), row.tag) is None
        assert (rules.official.repeated(group, row) == IGNORED) == several, path_of(group, row)
    assert len(once) > 20


NOT_IN_UBL = ("cac:Item/cbc:Value",)
"""What the publisher's model has and UBL does not, so that the schema stops it first."""
