import re

import pytest

from anskaff.documents import xml
from anskaff.documents.peppol import known, shelf
from anskaff.documents.ubl.numbering import Demand, Fault, numbered
from tests.conftest import STANDARDS
from tests.documents.peppol.examples import examples, misfits

RULES = STANDARDS / "peppol-post-award-3" / "sch-2026-05"
TRANSACTIONS = {"order_cancellation": "T115"}
EXAMPLES = [(key, file) for key in TRANSACTIONS for file in examples(key)]


def official(transaction):
    """Every structural demand of the publisher's rule file, in our terms."""
    rules = xml.read((RULES / f"PEPPOLBIS-{transaction}.sch").read_bytes())
    for rule in rules.iter("{*}rule"):
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
    if listed := re.search(r"\$cl(\S+) satisfies", test):
        return Demand(number, Fault.NOT_IN_LIST, path, name, listed[1])
    if "normalize-space" in test:
        return Demand(number, Fault.NOT_ALLOWED, path, "", re.search("'([^']*)'", test)[1])
    if name:
        return Demand(number, Fault.MISSING, path, name)
    return Demand(number, Fault.MISSING, f"{path}/{test}".removeprefix("/"))


@pytest.mark.standards
@pytest.mark.parametrize("key", TRANSACTIONS)
def test_every_structural_rule_of_the_publisher_has_its_number_from_the_table(key):
    transaction = TRANSACTIONS[key]
    root = shelf.document(known.BY_KEY[key]).root
    expected = {each.rule: each for each in official(transaction)}
    assert {each.rule: each for each in numbered(root, f"PEPPOL-{transaction}")} == expected
    assert len(expected) > 40


@pytest.mark.standards
@pytest.mark.parametrize(("key", "file"), EXAMPLES, ids=lambda each: getattr(each, "name", each))
def test_everything_in_an_official_example_has_its_place(key, file):
    assert misfits(file, key) == []
