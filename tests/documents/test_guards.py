"""Guards only keep rules from being asked where they would find nothing."""

from dataclasses import replace

import pytest

from anskaff.documents import codes, xml
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.guards import Several, Shape, has, lacks
from anskaff.documents.ubl.rules import Plan, findings
from tests.conftest import STANDARDS
from tests.documents import differential

MUTANTS = 12
SEEDS = ("16931", "16931u")


def unguarded(rules, reading):
    """What the rules find when each is asked."""
    return list(findings([replace(each, when=()) for each in rules], reading))


def readings(kind):
    rules = kind.native.rules
    for seed in SEEDS:
        mutator = kind.mutator(seed)
        mutants = (mutator.mutant(number) for number in range(MUTANTS))
        for data in (*mutator.examples, *mutants):
            yield rules.document.reading(xml.read(data, limits=LIMITS))


@pytest.mark.standards
@pytest.mark.parametrize("kind", differential.kinds(), ids=lambda kind: kind.name)
def test_no_guard_hides_a_fault_or_changes_the_order(kind):
    rules = kind.native.rules
    for lists in (codes.installed(STANDARDS, rules.lists), {}):
        for reading in readings(kind):
            reading.lists = lists
            assert list(rules.plan.findings(reading)) == unguarded(rules.rules, reading)


@pytest.mark.standards
def test_what_was_kept_of_a_shape_is_for_that_shape_only():
    kind = next(each for each in differential.kinds() if "invoice" in each.name)
    rules = kind.native.rules
    for reading in readings(kind):
        assert list(rules.plan.findings(reading)) == list(Plan(rules.rules).findings(reading))


def test_guards_that_ask_the_same_are_the_same():
    kind = differential.kinds()[0].native.rules.document.root
    assert has(kind, "due") == has(kind, "due") != lacks(kind, "due")
    assert len({Several(kind), Several(kind), has(kind, "due"), Shape(kind)}) == 3
