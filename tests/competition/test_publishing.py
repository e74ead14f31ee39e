"""Publishing locks the method; more time and cancellation reach everyone who follows."""

from datetime import timedelta

import pytest

from anskaff.competition.actions import preparing, publishing, specifying
from anskaff.competition.method import commitment_of
from anskaff.competition.models import Competition, Criterion, Interest
from anskaff.competition.plan import Deadlines, LotPlan
from anskaff.competition.queries import preparing as queries
from anskaff.competition.queries.preparing import Step
from anskaff.concepts.actor import Role, TeamRole
from anskaff.concepts.errors import Conflict, Forbidden, Invalid
from anskaff.records.models import LogEntry, Notification
from tests import given

pytestmark = pytest.mark.django_db


def codes(findings) -> set[str]:
    return {finding.code for finding in findings}


def competition_of(case: given.ACase) -> Competition:
    return Competition.objects.select_related("case").get(case__reference=case.reference)


def test_a_complete_draft_is_published_with_its_method_committed() -> None:
    case = given.a_published_competition()
    competition = competition_of(case)
    assert competition.state == "published"
    assert competition.published_at == given.PUBLISHED_AT
    assert competition.method_commitment == commitment_of(competition)
    entry = LogEntry.objects.get(deed="competition.published")
    assert entry.public
    assert competition.method_commitment in entry.body


def test_a_changed_weight_breaks_the_commitment() -> None:
    case = given.a_published_competition()
    Criterion.objects.filter(key="AC-0001").update(weight_percent=41)
    competition = competition_of(case)
    assert competition.method_commitment != commitment_of(competition)


def test_a_draft_with_errors_is_not_published_and_all_errors_are_told() -> None:
    case = given.a_draft_case(openers=1, deadline=given.PUBLISHED_AT + timedelta(days=20))
    specifying.set_price_sheet(case.reference, (), by=case.officer, at=given.START)
    with pytest.raises(Invalid) as refused:
        given.publish(case)
    assert codes(refused.value.findings) >= {
        "too-few-opening-officers",
        "tender-deadline-too-early",
        "price-sheet-empty",
    }
    assert competition_of(case).state == "draft"


def test_openers_without_a_key_do_not_count() -> None:
    case = given.a_draft_case(openers=1)
    new = given.a_person(case.buyer, Role.EMPLOYEE, "Uten Nøkkel")
    team = [
        (case.officer.person, TeamRole.PROCUREMENT_OFFICER),
        (case.openers[0].person, TeamRole.OPENING_OFFICER),
        (new.person, TeamRole.OPENING_OFFICER),
    ]
    findings = preparing.set_team(case.reference, team, by=case.officer, at=given.START)
    assert "too-few-opening-officers" in codes(findings)
    given.an_officer_key(new)
    given.publish(case)


def test_publishing_twice_is_refused() -> None:
    case = given.a_published_competition()
    with pytest.raises(Conflict):
        given.publish(case)
    assert LogEntry.objects.filter(deed="competition.published").count() == 1


def test_an_evaluator_cannot_publish() -> None:
    case = given.a_draft_case()
    with pytest.raises(Forbidden):
        given.publish(case, by=case.evaluators[0])


def test_weights_are_locked_from_publication_and_the_rule_is_told() -> None:
    """UX B7."""
    case = given.a_published_competition()
    with pytest.raises(Conflict) as refused:
        specifying.set_award_criteria(
            case.reference, given.CRITERIA, by=case.officer, at=given.PUBLISHED_AT
        )
    assert codes(refused.value.findings) == {"award-criteria-locked"}
    assert "LOA § 4" in refused.value.findings[0].source


@pytest.mark.parametrize("deed", ["need", "lots", "requirements", "price sheet", "deadlines"])
def test_nothing_else_can_be_rewritten_after_publication(deed: str) -> None:
    case = given.a_published_competition()
    plan = queries.case(case.reference, case.officer, given.PUBLISHED_AT).plan
    with pytest.raises(Conflict, match="wrong-state"):
        match deed:
            case "need":
                preparing.set_need(
                    case.reference, plan.need, by=case.officer, at=given.PUBLISHED_AT
                )
            case "lots":
                specifying.set_lots(
                    case.reference, plan.lots, by=case.officer, at=given.PUBLISHED_AT
                )
            case "requirements":
                specifying.set_requirements(
                    case.reference, (), by=case.officer, at=given.PUBLISHED_AT
                )
            case "price sheet":
                specifying.set_price_sheet(
                    case.reference, (), by=case.officer, at=given.PUBLISHED_AT
                )
            case "deadlines":
                preparing.set_deadlines(
                    case.reference,
                    Deadlines(tender_deadline=given.DEADLINE),
                    by=case.officer,
                    at=given.PUBLISHED_AT,
                )


def test_several_lots_need_price_lines_each() -> None:
    lots = (LotPlan(key="LOT-0001", title="Stoler"), LotPlan(key="LOT-0002", title="Bord"))
    case = given.a_published_competition(lots=lots)
    plan = queries.case(case.reference, case.officer, given.PUBLISHED_AT).plan
    assert {line.lot for line in plan.price_lines} == {"LOT-0001", "LOT-0002"}


def test_a_longer_deadline_reaches_those_who_follow_and_the_public_feed() -> None:
    case = given.a_published_competition()
    supplier = given.a_supplier()
    reader = given.a_person(supplier, Role.TENDER_MANAGER, "Siri Tilbud")
    Interest.objects.create(
        competition=competition_of(case), organisation_id=supplier, since=given.PUBLISHED_AT
    )
    later = given.DEADLINE + timedelta(days=7)
    publishing.extend_deadline(
        case.reference, later, reason="Nye tegninger.", by=case.officer, at=given.PUBLISHED_AT
    )
    assert competition_of(case).tender_deadline == later
    told = Notification.objects.get(kind="deadline-extended")
    assert told.person == reader.person
    entry = LogEntry.objects.get(deed="competition.deadline_extended")
    assert entry.public
    assert given.organisation_number(101) not in entry.body
    assert "Fjellvatn" not in entry.body


def test_a_deadline_is_never_shortened_and_never_moved_after_it_passed() -> None:
    case = given.a_published_competition()
    with pytest.raises(Invalid) as refused:
        publishing.extend_deadline(
            case.reference,
            given.DEADLINE - timedelta(days=1),
            reason="",
            by=case.officer,
            at=given.PUBLISHED_AT,
        )
    assert codes(refused.value.findings) == {"text-missing", "deadline-only-later"}
    with pytest.raises(Conflict, match="tender-deadline-over"):
        publishing.extend_deadline(
            case.reference,
            given.DEADLINE + timedelta(days=7),
            reason="Mer tid.",
            by=case.officer,
            at=given.DEADLINE,
        )


def test_cancelling_needs_a_reason_and_ends_the_competition() -> None:
    case = given.a_published_competition()
    with pytest.raises(Invalid):
        publishing.cancel_competition(
            case.reference,
            reason=" ",
            new_competition_follows=True,
            by=case.officer,
            at=given.PUBLISHED_AT,
        )
    publishing.cancel_competition(
        case.reference,
        reason="Bevilgningen falt bort.",
        new_competition_follows=False,
        by=case.officer,
        at=given.PUBLISHED_AT,
    )
    view = queries.case(case.reference, case.officer, given.PUBLISHED_AT)
    assert view.step is Step.NONE
    assert view.new_competition_follows is False
    with pytest.raises(Conflict):
        publishing.cancel_competition(
            case.reference,
            reason="Igjen.",
            new_competition_follows=False,
            by=case.officer,
            at=given.PUBLISHED_AT,
        )


def test_a_draft_is_not_cancelled() -> None:
    case = given.a_draft_case()
    with pytest.raises(Conflict):
        publishing.cancel_competition(
            case.reference,
            reason="Feil.",
            new_competition_follows=False,
            by=case.officer,
            at=given.START,
        )
