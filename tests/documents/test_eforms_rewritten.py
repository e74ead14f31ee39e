"""A notice that is read and written again gets the same verdict, rule by rule, as the original.

Our own layers judge every notice of the standards here, and the official ones a sample; with
ANSKAFF_TEST_WHOLE=1, or in `benchmarks/notice_rewriting.py`, they judge all.
"""

import os
from collections.abc import Iterator

import pytest

from anskaff.documents.checking import Layer, Verdict
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool
from tests.conftest import STANDARDS
from tests.documents.rewritten import Pair, judged, judged_as_newest, pairs

pytestmark = pytest.mark.standards
SAMPLE = ("no.dfo.eforms-national-e:E3:", "eu.ted.eforms:16:")
FEWEST, MANY_OLDER = 60, 50


@pytest.fixture(name="notices", scope="module")
def _notices() -> list[Pair]:
    return list(pairs())


@pytest.fixture(name="official", scope="module")
def _official() -> Iterator[Official]:
    with Pool(1, timeout_seconds=300) as pool:
        yield Official(Bundle(STANDARDS), pool)


def test_every_rewritten_notice_gets_the_same_verdict_of_our_own_layers(
    notices: list[Pair],
) -> None:
    ours = [each for each in notices if each.rule_set]
    assert len(ours) > FEWEST
    for each in ours:
        before = judged(each.original)
        assert {Layer.XSD, Layer.RULES} <= set(before.ran), each.path
        assert judged(each.rewritten) == before, each.path


def test_a_rewritten_notice_of_an_older_release_breaks_no_more_rules_of_ours(
    notices: list[Pair],
) -> None:
    """Only spaces around an identifier, which some old notices have, are gone."""
    older = [each for each in notices if not each.rule_set]
    assert len(older) > MANY_OLDER
    for each in older:
        before, after = judged_as_newest(each.original), judged_as_newest(each.rewritten)
        assert (after.verdict, after.ran) == (before.verdict, before.ran), each.path
        assert not after.broken - before.broken, each.path
        gone = before.broken - after.broken
        assert all(rule.endswith("_WS") for rule, _ in gone), each.path


def test_a_rewritten_notice_gets_the_same_official_verdict(
    notices: list[Pair], official: Official
) -> None:
    whole = os.environ.get("ANSKAFF_TEST_WHOLE") == "1"
    asked = [
        each for each in notices if each.rule_set and (whole or each.rule_set.startswith(SAMPLE))
    ]
    verdicts = set()
    for each in asked:
        before = judged(each.original, official)
        assert judged(each.rewritten, official) == before, each.path
        verdicts.add(before.verdict)
    assert verdicts == {Verdict.VALID, Verdict.INVALID}
