"""Publishing locks the method; more time and cancellation reach everyone who follows."""

import pytest

from anskaff.competition.models import Competition
from tests import given

pytestmark = pytest.mark.django_db


def test_a_complete_draft_can_be_published() -> None:
    case = given.a_published_competition()
    competition = Competition.objects.get(case__reference=case.reference)
    assert competition.state == "published"
    assert len(competition.method_commitment) == 64
