"""Those who register the same notice at once make one row."""

import pytest

from anskaff.concepts.actor import SYSTEM
from anskaff.notices.actions import registering
from anskaff.notices.actions.registering import Source
from anskaff.notices.models import Notice
from tests import given
from tests.competition.test_opening_together import together
from tests.published import Published

TOGETHER = 4


@pytest.mark.django_db(transaction=True)
def test_one_is_first_and_the_others_find_it_there() -> None:
    arrived = registering.arrived(Published().xml())

    def register() -> bool:
        rows = registering.register_all([arrived], Source.IMPORTED, by=SYSTEM, at=given.START)
        return rows[0].is_new

    answers = together(*[register] * TOGETHER)
    assert sorted(answers, key=str) == [False] * (TOGETHER - 1) + [True]
    assert Notice.objects.count() == 1
