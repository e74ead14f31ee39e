"""Notices made wrong on purpose break the same rules in our engine as in the official one."""

from collections.abc import Iterator

import pytest
from lxml import etree

from anskaff.documents import xml
from anskaff.documents.eforms import recognising
from anskaff.documents.eforms.asking.engine import Engine
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official, Step
from anskaff.documents.validation.pool import Pool
from tests.conftest import STANDARDS
from tests.documents.mutations import Mutator
from tests.documents.notices import NORWEGIAN, ON, SDK_EXAMPLES, content

pytestmark = pytest.mark.standards
MUTANTS = 60
SEED = "20261121"
EXAMPLES = {
    "16": SDK_EXAMPLES / "cn_24_cumbria.xml",
    "29": SDK_EXAMPLES / "can_24_LSBU.xml",
    "E3": NORWEGIAN / "national-e/VALID-national-e3-minimum.xml",
}


@pytest.fixture(name="official", scope="module")
def _official() -> Iterator[Official]:
    with Pool(1, timeout_seconds=180) as pool:
        yield Official(Bundle(STANDARDS), pool)


@pytest.mark.parametrize("subtype", EXAMPLES)
def test_a_mutant_breaks_the_rules_that_it_breaks_officially(
    subtype: str, official: Official
) -> None:
    differences = list(differing(subtype, official, range(MUTANTS)))
    assert differences == []


def differing(subtype: str, official: Official, numbers: range) -> Iterator[tuple[object, ...]]:
    """Each mutant on which the two differ, with what only the official, and what only ours says."""
    mutator = Mutator([content(EXAMPLES[subtype])], SEED)
    engines: dict[str, Engine] = {}
    for number in numbers:
        root = xml.read(mutator.mutant(number))
        notice = recognising.recognised(root)
        if notice is None or notice.subtype != subtype or notice.release is None:
            continue
        rules = notice.official(ON)
        assert rules is not None
        engine = engines.get(notice.rule_set)
        if engine is None:
            engine = engines[notice.rule_set] = Engine(notice.book(official.bundle, ON))
        [layer] = official.check(root, rules, steps={Step.SCHEMATRON}).layers
        assert layer.skipped is None, etree.tostring(root)
        ours = engine.ask(root, ON)
        theirs = {(each.rule, each.where) for each in layer.found}
        own = {(each.rule, each.where) for each in ours.found}
        untried = {each.rule for each in (*layer.unasked, *ours.unasked)}
        only = {each for each in theirs ^ own if each[0] not in untried}
        if only:
            yield number, sorted(only & theirs), sorted(only & own)
