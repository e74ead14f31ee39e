"""The demo has what a newcomer should meet, all of it told through deeds."""

from collections import Counter
from pathlib import Path

import pytest
from stdnum.no import orgnr

from anskaff.competition.models import Competition, Lot, LotResult, OpenedTender, Question
from anskaff.competition.states import State
from anskaff.demo import people, story
from anskaff.parties.models import Organisation
from anskaff.records import log
from anskaff.records.models import LogEntry


@pytest.mark.django_db
def test_the_demo_shows_every_stage_and_the_log_of_it_holds(tmp_path: Path) -> None:
    assert people.is_empty()
    story.tell(tmp_path)
    assert not people.is_empty()
    states = Counter(Competition.objects.values_list("state", flat=True))
    assert set(states) == {state.value for state in State}
    assert sum(states.values()) >= 12
    assert Organisation.objects.filter(is_supplier=True).count() == 6
    assert max(Counter(Lot.objects.values_list("competition", flat=True)).values()) == 3
    assert OpenedTender.objects.exclude(rejected_at=None).count() == 1
    answered = Question.objects.exclude(answered_at=None).count()
    assert (answered, Question.objects.filter(answered_at=None).count()) == (1, 1)
    assert LotResult.objects.exclude(tie_broken_by="").count() == 1
    bidders = Counter(OpenedTender.objects.values_list("competition", flat=True))
    assert 1 in bidders.values()
    assert log.verified().holds


@pytest.mark.django_db
def test_all_cases_are_told_together_in_the_order_of_time(tmp_path: Path) -> None:
    story.tell(tmp_path)
    cases = LogEntry.objects.filter(subject__contains="/").exclude(subject__startswith="org/")
    first_of_each = [
        cases.filter(subject=reference).order_by("index").values_list("at", flat=True)[0]
        for reference in Competition.objects.order_by("case__number").values_list(
            "case__reference", flat=True
        )
    ]
    assert first_of_each == sorted(first_of_each)


def test_everyone_in_the_demo_is_invented_with_valid_numbers() -> None:
    organisations = (people.NORDVIK, *people.SUPPLIERS)
    assert all(orgnr.is_valid(one.number) for one in organisations)
    assert all(one.number.startswith("3") for one in organisations)
    logins = list(people.logins())
    assert len({login.email for login in logins}) == len(logins) == 18
    assert all(login.email.endswith(".example") for login in logins)
