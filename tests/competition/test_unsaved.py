"""What is typed is kept for the one who typed it, until it is saved, discarded or too late."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from anskaff.competition.actions import (
    agreeing,
    declaring,
    evaluating,
    preparing,
    publishing,
    scoring,
    specifying,
)
from anskaff.competition.actions.unsaved import discard_typing, keep_typing
from anskaff.competition.models import UnsavedPage
from anskaff.competition.plan import Deadlines
from anskaff.competition.queries import preparing as plans
from anskaff.competition.queries.unsaved import unsaved, unsaved_sections
from anskaff.competition.unsaved import Page
from anskaff.concepts.actor import PUBLIC, Actor, Role, TeamRole, Viewer
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound, Refused
from anskaff.law.procedure_guide import Procedure
from anskaff.records.models import LogEntry
from tests import given

pytestmark = pytest.mark.django_db
TYPED = {"rows-0-text": ["Stolene skal tåle\r\n150 kg."], "rows-0-lots": ["a", "b"]}
LATER = given.START + timedelta(minutes=5)


def keep(reference: str, by: Actor, page: Page = Page.REQUIREMENTS) -> None:
    keep_typing(reference, page, TYPED, by=by, at=LATER)


def kept(reference: str, viewer: Viewer, page: Page = Page.REQUIREMENTS) -> object:
    found = unsaved(reference, page, viewer)
    return found and found.fields


def test_what_is_typed_is_kept_as_typed_and_changes_nothing_in_the_case() -> None:
    case = given.a_draft_case()
    before = plans.case(case.reference, case.officer, LATER).plan
    keep(case.reference, case.officer)
    found = unsaved(case.reference, Page.REQUIREMENTS, case.officer)
    assert found is not None
    assert (found.fields, found.kept_at) == (TYPED, LATER)
    assert plans.case(case.reference, case.officer, LATER).plan == before
    assert unsaved_sections(case.reference, case.officer) == {Page.REQUIREMENTS}


def test_the_newest_typing_replaces_the_older() -> None:
    case = given.a_draft_case()
    keep(case.reference, case.officer)
    keep_typing(case.reference, Page.REQUIREMENTS, {"a": ["b"]}, by=case.officer, at=LATER)
    assert kept(case.reference, case.officer) == {"a": ["b"]}


def test_nobody_else_sees_what_someone_typed() -> None:
    case = given.a_draft_case()
    colleague = given.a_person(case.buyer, Role.PROCUREMENT_OFFICER, "Kollega Kollegasen")
    keep(case.reference, case.officer)
    assert kept(case.reference, colleague) is None
    assert unsaved_sections(case.reference, colleague) == frozenset()
    assert kept(case.reference, case.evaluators[0]) is None
    stranger = given.a_person(given.a_buyer(77, name="Sørheia"), Role.PROCUREMENT_OFFICER, "Annen")
    for viewer in (stranger, PUBLIC):
        with pytest.raises(NotFound):
            unsaved(case.reference, Page.REQUIREMENTS, viewer)
        with pytest.raises(NotFound):
            unsaved_sections(case.reference, viewer)


def test_only_those_who_may_save_a_page_keep_typing_on_it() -> None:
    case = given.a_draft_case()
    with pytest.raises(Forbidden):
        keep(case.reference, case.evaluators[0])
    with pytest.raises(NotFound):
        keep(case.reference, given.a_supplier_with_manager())
    with pytest.raises(Refused):
        keep(case.reference, case.evaluators[0], Page.SCORES)
    assert not UnsavedPage.objects.exclude(fields={}).exists()


SAVES: dict[Page, Callable[[str, Actor], object]] = {
    Page.NEED: lambda ref, by: preparing.set_need(
        ref, plans.case(ref, by, LATER).plan.need, by=by, at=LATER
    ),
    Page.PROCEDURE: lambda ref, by: preparing.set_procedure(ref, Procedure.OPEN, by=by, at=LATER),
    Page.LOTS: lambda ref, by: specifying.set_lots(ref, given.ONE_LOT, by=by, at=LATER),
    Page.REQUIREMENTS: lambda ref, by: specifying.set_requirements(ref, (), by=by, at=LATER),
    Page.AWARD_CRITERIA: lambda ref, by: specifying.set_award_criteria(ref, (), by=by, at=LATER),
    Page.PRICE_SHEET: lambda ref, by: specifying.set_price_sheet(ref, (), by=by, at=LATER),
    Page.DEADLINES: lambda ref, by: preparing.set_deadlines(
        ref, Deadlines(tender_deadline=None), by=by, at=LATER
    ),
    Page.TEAM: lambda ref, by: preparing.set_team(
        ref, [(by.person, TeamRole.PROCUREMENT_OFFICER)], by=by, at=LATER
    ),
}


@pytest.mark.parametrize("page", SAVES)
def test_saving_a_section_empties_ones_own_typing_there_and_no_other(page: Page) -> None:
    case = given.a_draft_case()
    colleague = given.a_person(case.buyer, Role.PROCUREMENT_OFFICER, "Kollega Kollegasen")
    other = Page.LOTS if page is Page.NEED else Page.NEED
    keep(case.reference, case.officer, page)
    keep(case.reference, case.officer, other)
    keep(case.reference, colleague, page)
    SAVES[page](case.reference, case.officer)
    assert unsaved_sections(case.reference, case.officer) == {other}
    assert kept(case.reference, colleague, page) == TYPED


def test_typing_that_arrives_after_the_save_it_preceded_is_not_kept_again() -> None:
    case = given.a_draft_case()
    specifying.set_requirements(case.reference, (), by=case.officer, at=LATER)
    with pytest.raises(Conflict):
        keep_typing(
            case.reference,
            Page.REQUIREMENTS,
            TYPED,
            opened=LATER - timedelta(seconds=1),
            by=case.officer,
            at=LATER,
        )
    assert kept(case.reference, case.officer) is None
    keep_typing(case.reference, Page.REQUIREMENTS, TYPED, opened=LATER, by=case.officer, at=LATER)
    assert kept(case.reference, case.officer) == TYPED


def test_discarding_leaves_what_was_saved() -> None:
    case = given.a_draft_case()
    before = plans.case(case.reference, case.officer, LATER).plan
    keep(case.reference, case.officer)
    discard_typing(case.reference, Page.REQUIREMENTS, by=case.officer, at=LATER)
    assert kept(case.reference, case.officer) is None
    assert plans.case(case.reference, case.officer, LATER).plan == before


@pytest.mark.parametrize(
    "fields", [{"a": ["\x00"]}, {"\x00": ["a"]}, {"a": ["\ud800"]}, {"a": ["x" * 3_000_001]}]
)
def test_what_cannot_be_stored_is_refused(fields: dict[str, list[str]]) -> None:
    case = given.a_draft_case()
    with pytest.raises(Invalid):
        keep_typing(case.reference, Page.NEED, fields, by=case.officer, at=LATER)


def test_more_fields_than_a_page_has_are_refused() -> None:
    case = given.a_draft_case()
    many = {str(number): ["x"] for number in range(5_001)}
    with pytest.raises(Invalid):
        keep_typing(case.reference, Page.NEED, many, by=case.officer, at=LATER)


def test_publication_and_cancellation_leave_no_typing() -> None:
    case = given.a_draft_case()
    keep(case.reference, case.officer)
    given.publish(case)
    assert not UnsavedPage.objects.exists()
    with pytest.raises(Conflict):
        keep(case.reference, case.officer)
    opened = given.an_opened_competition(serial=2)
    keep(opened.reference, opened.evaluators[0], Page.SCORES)
    publishing.cancel_competition(
        opened.reference,
        reason="Behovet falt bort.",
        new_competition_follows=False,
        by=opened.officer,
        at=given.EVALUATED_AT,
    )
    assert not UnsavedPage.objects.exists()


def test_typed_points_are_for_their_evaluator_and_go_when_points_are_saved_or_handed_in() -> None:
    case = given.an_opened_competition()
    first, second = case.evaluators
    keep(case.reference, first, Page.SCORES)
    assert kept(case.reference, first, Page.SCORES) == TYPED
    assert kept(case.reference, second, Page.SCORES) is None
    assert kept(case.reference, case.officer, Page.SCORES) is None
    points = given.points_for(case)
    scoring.save_scores(case.reference, points, by=first, at=given.EVALUATED_AT)
    assert kept(case.reference, first, Page.SCORES) is None
    keep(case.reference, first, Page.SCORES)
    scoring.submit_scores(case.reference, by=first, at=given.EVALUATED_AT)
    assert kept(case.reference, first, Page.SCORES) is None
    with pytest.raises(Conflict):
        keep(case.reference, first, Page.SCORES)


def test_typed_agreement_goes_when_it_is_saved_and_all_goes_when_it_is_confirmed() -> None:
    case = given.scored(given.an_opened_competition())
    keep(case.reference, case.officer, Page.AGREED_SCORES)
    keep(case.reference, case.evaluators[0], Page.AGREED_SCORES)
    with pytest.raises(Forbidden):
        keep(case.reference, case.openers[0], Page.AGREED_SCORES)
    agreeing.agree_scores(
        case.reference, given.points_for(case), by=case.officer, at=given.EVALUATED_AT
    )
    assert kept(case.reference, case.officer, Page.AGREED_SCORES) is None
    assert kept(case.reference, case.evaluators[0], Page.AGREED_SCORES) == TYPED
    evaluating.confirm_evaluation(case.reference, by=case.officer, at=given.EVALUATED_AT)
    assert not UnsavedPage.objects.filter(page=Page.AGREED_SCORES).exists()


def test_the_biased_neither_keep_nor_see_points() -> None:
    case = given.an_opened_competition()
    biased = case.evaluators[0]
    keep(case.reference, biased, Page.SCORES)
    declaring.declare_impartiality(
        case.reference,
        has_interest=True,
        explanation="Søster er selger.",
        by=biased,
        at=given.EVALUATED_AT,
    )
    with pytest.raises(Forbidden):
        unsaved(case.reference, Page.SCORES, biased)
    with pytest.raises(Forbidden):
        keep(case.reference, biased, Page.SCORES)


def test_the_log_says_that_something_was_kept_and_not_what() -> None:
    case = given.an_opened_competition()
    keep(case.reference, case.evaluators[0], Page.SCORES)
    entry = LogEntry.objects.latest("index")
    assert entry.deed == "competition.typing_kept"
    assert "150" not in entry.body
    assert not entry.public
    assert entry.audience == case.buyer
