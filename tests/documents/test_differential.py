"""Documents made wrong on purpose break the same rules with us as with the official engine.

Every document that we have all rules for is asked, with no more to do than to have them. A long
run: `benchmarks/differential.py`, which also shows the mutant of a name.
"""

import pytest

from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool
from tests.conftest import STANDARDS
from tests.documents.differential import compared, kinds

pytestmark = pytest.mark.standards
MUTANTS = 60
SEED = "20261121"


@pytest.fixture(scope="module")
def official():
    with Pool(1) as pool:
        yield Official(Bundle(STANDARDS), pool)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_a_mutant_breaks_the_rules_that_it_breaks_officially(kind, official):
    asked = list(compared(kind, official, SEED, range(MUTANTS), 1))
    assert [each for each in asked if each.differences] == []
    assert sum(each.valid for each in asked) > MUTANTS // 4
    assert any(each.broken for each in asked)
    assert sum(bool(each.stopped) for each in asked) < MUTANTS // 10


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_the_same_name_is_the_same_mutant(kind):
    assert kind.mutator("1u").mutant(7) == kind.mutator("1u").mutant(7)
    assert len({kind.mutator("1").mutant(number) for number in range(9)}) > 1
