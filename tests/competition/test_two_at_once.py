"""What two send at the same instant happens once: one entry in the log, and one is told why not."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

import pytest

from anskaff.competition.actions import (
    agreeing,
    awarding,
    deciding,
    evaluating,
    opening,
    publishing,
    scoring,
    signing,
    tendering,
)
from anskaff.competition.models import AgreedScore
from anskaff.concepts.actor import Actor, Role
from anskaff.concepts.errors import Refused
from anskaff.records import log
from anskaff.records.models import LogEntry
from tests import given
from tests.competition.test_awarding import AFTER
from tests.competition.test_opening_together import together

pytestmark = pytest.mark.django_db(transaction=True)

AT = given.PUBLISHED_AT + timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Two:
    """Two acts of the same kind, and the name of the entry that one of them leaves."""

    first: Callable[[], object]
    second: Callable[[], object]
    entry: str


def twice(act: Callable[[], object], entry: str) -> Two:
    """The same person in two windows."""
    return Two(act, act, entry)


def publish() -> Two:
    case = given.a_draft_case()
    return twice(
        lambda: given.publish(case),
        "competition.published",
    )


def cancel() -> Two:
    case = given.a_published_competition()
    return twice(
        lambda: publishing.cancel_competition(
            case.reference,
            reason="Behovet er falt bort.",
            new_competition_follows=False,
            by=case.officer,
            at=AT,
        ),
        "competition.cancelled",
    )


def a_full_draft() -> tuple[int, Actor, Actor]:
    case = given.a_published_competition()
    manager = given.a_supplier_with_manager()
    signatory = given.a_person(manager.organisation, Role.SIGNATORY, "Siri Signatur")
    tender = tendering.start_tender(case.reference, by=manager, at=AT)
    tendering.save_draft(
        tender,
        answers={"REQ-0001": "yes"},
        prices={"PL-0001": "100", "PL-0002": "100"},
        by=manager,
        at=AT,
    )
    return tender, manager, signatory


def deliver() -> Two:
    tender, manager, signatory = a_full_draft()
    return Two(
        lambda: tendering.deliver_tender(tender, by=manager, at=AT),
        lambda: tendering.deliver_tender(tender, by=signatory, at=AT),
        "competition.tender_delivered",
    )


def withdraw() -> Two:
    tender, manager, signatory = a_full_draft()
    tendering.deliver_tender(tender, by=manager, at=AT)
    return Two(
        lambda: tendering.withdraw_tender(tender, by=manager, at=AT),
        lambda: tendering.withdraw_tender(tender, by=signatory, at=AT),
        "competition.tender_withdrawn",
    )


def open_last() -> Two:
    """The first officer has opened; the second presses twice."""
    case = given.a_case_with_tenders()
    first, second = case.openers
    opening.open_tenders(case.reference, passphrase=given.PASSPHRASE, by=first, at=given.OPENED_AT)
    return twice(
        lambda: opening.open_tenders(
            case.reference, passphrase=given.PASSPHRASE, by=second, at=given.OPENED_AT
        ),
        "competition.tenders_opened",
    )


def submit() -> Two:
    case = given.an_opened_competition()
    one = case.evaluators[0]
    scoring.save_scores(case.reference, given.points_for(case), by=one, at=given.EVALUATED_AT)
    return twice(
        lambda: scoring.submit_scores(case.reference, by=one, at=given.EVALUATED_AT),
        "competition.scores_submitted",
    )


def confirm() -> Two:
    case = given.scored(given.an_opened_competition())
    return twice(
        lambda: evaluating.confirm_evaluation(
            case.reference, by=case.officer, at=given.EVALUATED_AT
        ),
        "competition.evaluation_confirmed",
    )


def send_letters() -> Two:
    case = given.an_evaluated_competition()
    deciding.decide_award(
        case.reference, [given.a_decision()], by=case.officer, at=given.AWARDED_AT
    )
    return twice(
        lambda: awarding.send_award_letters(
            case.reference, printer=given.a_plain_pdf, by=case.officer, at=given.AWARDED_AT
        ),
        "competition.award_letters_sent",
    )


def sign() -> Two:
    case = given.an_awarded_competition()
    return twice(
        lambda: signing.sign_contract(
            case.reference, "LOT-0001", printer=given.a_plain_pdf, by=case.officer, at=AFTER
        ),
        "competition.contract_signed",
    )


@pytest.mark.parametrize(
    "arrange", [publish, cancel, deliver, withdraw, open_last, submit, confirm, send_letters, sign]
)
def test_what_two_do_at_once_is_done_once(arrange: Callable[[], Two]) -> None:
    two = arrange()
    before = LogEntry.objects.filter(deed=two.entry).count()
    results = together(two.first, two.second)
    refused = [result for result in results if isinstance(result, Refused)]
    assert len(refused) == 1
    assert refused[0].findings
    assert LogEntry.objects.filter(deed=two.entry).count() == before + 1
    assert log.verified().holds


def test_of_two_agreements_at_once_one_stands_whole_and_the_other_must_be_explained() -> None:
    case = given.an_opened_competition()
    wanted = given.points_for(case)
    for evaluator in case.evaluators:
        scoring.save_scores(case.reference, wanted, by=evaluator, at=given.EVALUATED_AT)
        scoring.submit_scores(case.reference, by=evaluator, at=given.EVALUATED_AT)
    lower = [replace(each, points=Decimal(1)) for each in wanted]
    results = together(
        *(
            lambda points=points, by=by: agreeing.agree_scores(
                case.reference, points, by=by, at=given.EVALUATED_AT
            )
            for points, by in ((wanted, case.officer), (lower, case.evaluators[0]))
        )
    )
    assert [isinstance(result, Refused) for result in results].count(True) == 1
    assert LogEntry.objects.filter(deed="competition.scores_agreed").count() == 1
    stands = set(AgreedScore.objects.values_list("points", flat=True))
    assert stands in ({Decimal(1)}, {each.points for each in wanted})
