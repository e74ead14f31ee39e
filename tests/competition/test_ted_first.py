"""F-TED48: no competition is shown in Norway before TED, or 48 hours after TED's receipt."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from anskaff.competition.actions import announcing, publishing, signing
from anskaff.competition.announcing.drafting import snapshot_of
from anskaff.competition.announcing.ted_first import Elsewhere
from anskaff.competition.models import Competition, NoticeDraft
from anskaff.competition.queries import preparing as queries
from anskaff.competition.queries.preparing import Step
from anskaff.competition.queries.tasks import my_tasks
from anskaff.concepts.actor import Role
from anskaff.concepts.errors import Conflict
from anskaff.concepts.money import Money
from anskaff.demo.notice_service import NoticeServiceSandbox
from anskaff.notices import sending
from anskaff.notices.gateway.faults import Fault
from tests import given
from tests.announcing import answered
from tests.notices.a_notice import PACE, Clock, a_client, a_service

pytestmark = pytest.mark.django_db
SIGNED = datetime(2026, 11, 2, 9, tzinfo=UTC)
HOURS = timedelta(hours=48)
LATER = given.START + timedelta(days=60)
"""A deadline that is late enough whenever the competition is published in these tests."""


@pytest.fixture
def case() -> given.ACase:
    return given.a_draft_case(deadline=LATER)


def step_of(case: given.ACase, at: datetime) -> Step:
    return queries.case(case.reference, case.officer, at).step


def publish(case: given.ACase, at: datetime, elsewhere: Elsewhere | None = None) -> None:
    publishing.publish(case.reference, elsewhere=elsewhere, by=case.officer, at=at)


def refused(case: given.ACase, at: datetime, elsewhere: Elsewhere | None = None) -> str:
    with pytest.raises(Conflict) as told:
        publish(case, at, elsewhere)
    assert Competition.objects.get().published_at is None
    [finding] = told.value.findings
    assert finding.source == "FOA § 21-1(5)"
    return finding.code


def send(case: given.ACase, subtype: str = "16", *, at: datetime = given.START) -> None:
    draft = announcing.begin_notice(case.reference, subtype, by=case.officer, at=at)
    row = NoticeDraft.objects.get(pk=draft)
    answers = answered(snapshot_of(row, at).facts, row.subtype)
    announcing.answer_notice(case.reference, draft, answers, by=case.officer, at=at)
    announcing.send_notice(case.reference, draft, by=case.officer, at=at)


def work(service: NoticeServiceSandbox, clock: Clock) -> None:
    sending.send_due(clock, a_client(service), lambda _: 0)


def test_a_call_that_is_not_sent_comes_before_the_competition(case) -> None:
    assert step_of(case, given.START) is Step.ANNOUNCE
    assert refused(case, given.PUBLISHED_AT) == "call-not-at-ted"


def test_it_is_shown_48_hours_after_ted_received_the_call_and_not_a_minute_before(
    case, tmp_path
) -> None:
    send(case)
    assert step_of(case, given.START) is Step.FOLLOW
    assert refused(case, given.START + HOURS * 2) == "call-not-confirmed-by-ted"
    clock = Clock(given.START)
    with a_service(tmp_path, clock) as service:
        work(service, clock)
        clock.move(PACE.ted)
        work(service, clock)
    earliest = clock.at + HOURS
    early = earliest - timedelta(minutes=1)
    assert refused(case, early) == "call-before-ted"
    assert step_of(case, early) is Step.FOLLOW
    assert step_of(case, earliest) is Step.PUBLISH
    publish(case, earliest)
    assert Competition.objects.get().published_at == earliest


def test_it_is_shown_as_soon_as_the_call_is_published(case, tmp_path) -> None:
    send(case)
    clock = Clock(given.START)
    with a_service(tmp_path, clock) as service:
        work(service, clock)
        clock.move(PACE.published)
        work(service, clock)
    publish(case, clock.at)
    assert Competition.objects.get().published_at == clock.at


def test_a_refused_call_counts_as_not_sent(case, tmp_path) -> None:
    send(case)
    clock = Clock(given.START)
    with a_service(tmp_path, clock, judge=lambda _: (Fault(text="no"),)) as service:
        work(service, clock)
    assert refused(case, given.PUBLISHED_AT) == "call-not-at-ted"
    assert step_of(case, given.PUBLISHED_AT) is Step.ANNOUNCE


@pytest.mark.parametrize(
    ("elsewhere", "code"),
    [
        (Elsewhere(publication="512345-2026"), ""),
        (Elsewhere(received_at=given.PUBLISHED_AT - HOURS), ""),
        (
            Elsewhere(received_at=given.PUBLISHED_AT - HOURS + timedelta(minutes=1)),
            "call-before-ted",
        ),
        (Elsewhere(received_at=given.PUBLISHED_AT + HOURS), "answer-of-ted-not-understood"),
        (Elsewhere(publication="snart"), "answer-of-ted-not-understood"),
        (Elsewhere(), "answer-of-ted-not-understood"),
    ],
)
def test_a_call_from_another_system_counts_by_what_ted_answered(case, elsewhere, code) -> None:
    if code:
        assert refused(case, given.PUBLISHED_AT, elsewhere) == code
    else:
        publish(case, given.PUBLISHED_AT, elsewhere)
        assert Competition.objects.get().published_at == given.PUBLISHED_AT


def test_below_the_eea_threshold_ted_is_not_waited_for() -> None:
    small = replace(given.GUIDE_ANSWERS, value=Money(Decimal(1_500_000)))
    case = given.a_draft_case(answers=small)
    assert step_of(case, given.START) is Step.ANNOUNCE
    publish(case, given.PUBLISHED_AT)
    assert Competition.objects.get().published_at == given.PUBLISHED_AT


def test_a_signed_contract_asks_for_its_award_notice_within_30_days() -> None:
    case = given.an_awarded_competition()
    assert step_of(case, SIGNED) is Step.SIGN
    signatory = given.a_person(case.tenderers[1].organisation, Role.SIGNATORY, "Sign Nesten")
    for by in (case.officer, signatory):
        signing.sign_contract(
            case.reference, "LOT-0001", printer=given.a_plain_pdf, by=by, at=SIGNED
        )
    view = queries.case(case.reference, case.officer, SIGNED)
    assert view.step is Step.ANNOUNCE_RESULT
    assert view.result is not None
    assert (view.result.last_day - SIGNED.date()).days in range(30, 34)
    [task] = my_tasks(case.officer, SIGNED)
    assert task.step is Step.ANNOUNCE_RESULT
    send(case, "29", at=SIGNED)
    assert step_of(case, SIGNED) is Step.NONE
    assert my_tasks(case.officer, SIGNED) == ()
