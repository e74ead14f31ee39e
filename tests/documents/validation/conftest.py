"""The official layer on two processes, shared by the tests that compare with it."""

from collections.abc import Iterator

import pytest

from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool
from tests.conftest import STANDARDS
from tests.documents.official_engine import PROCESSES


@pytest.fixture(scope="session")
def official() -> Iterator[Official]:
    with Pool(PROCESSES) as pool:
        yield Official(Bundle(STANDARDS), pool)
