"""Notices made wrong on purpose break the same rules in our engine as in the official one."""

from collections.abc import Iterator

import pytest

from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool
from tests.conftest import STANDARDS
from tests.documents.notice_mutants import compared
from tests.documents.notices import NORWEGIAN, SDK_EXAMPLES

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
    mutants = list(compared(EXAMPLES[subtype], official, SEED, range(MUTANTS)))
    assert [each for each in mutants if each.differs] == []
    assert sum(each.broken > 0 for each in mutants) > len(mutants) / 2
