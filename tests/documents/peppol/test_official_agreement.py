"""Documents made wrong on purpose break the same rules with us as with the official engine.

Every post-award, logistics and network document that we have all rules for is asked, with no more
to do than to have them. A long run: `benchmarks/mutant_agreement.py`.
"""

import pytest

from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool
from tests.conftest import STANDARDS
from tests.documents.mutants import compared, keys

pytestmark = pytest.mark.standards
MUTANTS = 100
SEED = 20261121


@pytest.fixture(scope="module")
def official():
    with Pool(1) as pool:
        yield Official(Bundle(STANDARDS), pool)


@pytest.mark.parametrize("key", keys())
def test_a_mutant_breaks_the_rules_that_it_breaks_officially(key, official):
    asked = list(compared(key, official, count=MUTANTS, seed=SEED))
    assert [told for told in asked if told.differences] == []
    assert len(asked) > MUTANTS // 4
    assert any(told.broken for told in asked)
