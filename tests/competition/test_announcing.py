"""From a case to its notices: begun, answered, sent, corrected; and who may."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from anskaff.competition.actions import announcing, preparing, publishing
from anskaff.competition.announcing.afterwards import Untold
from anskaff.competition.announcing.choices import CONCESSION_REGULATION
from anskaff.competition.announcing.drafting import snapshot_of
from anskaff.competition.announcing.fields import Scope
from anskaff.competition.models import NoticeDraft
from anskaff.competition.queries import announcing as queries
from anskaff.competition.queries import preparing as preparing_queries
from anskaff.competition.queries import tasks
from anskaff.competition.steps import Step
from anskaff.concepts.actor import PUBLIC, Role
from anskaff.concepts.contract_kind import BuyerKind
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound
from anskaff.concepts.money import Money
from anskaff.concepts.notice import NoticeForm
from anskaff.documents.eforms import notice as eforms
from anskaff.law.procedure_guide import Answers, Sector
from anskaff.records.models import Notification
from tests import given
from tests.announcing import answered

pytestmark = pytest.mark.django_db
AT = given.PUBLISHED_AT


def begun(case: given.ACase, subtype: str = "16", at: datetime = AT) -> int:
    """A draft with an answer to everything that it asks."""
    draft = announcing.begin_notice(case.reference, subtype, by=case.officer, at=at)
    answer(case, draft, at)
    return draft


def answer(case: given.ACase, draft: int, at: datetime = AT) -> None:
    row = NoticeDraft.objects.get(pk=draft)
    told = answered(snapshot_of(row, at).facts, row.subtype, correction=row.previous is not None)
    answers = {key: said for key, said in told.items() if key not in row.answers}
    announcing.answer_notice(case.reference, draft, answers, by=case.officer, at=at)


def a_national_case(serial: int = 1, sector: Sector = Sector.CLASSIC) -> given.ACase:
    """A draft below the threshold of the EEA."""
    return given.a_draft_case(
        serial=serial,
        answers=Answers(
            kind=given.GUIDE_ANSWERS.kind,
            value=Money(given.Decimal(1_600_000)),
            buyer=BuyerKind.OTHER,
            start_on=AT.date(),
            duration_months=24,
            place="NO060",
            sector=sector,
        ),
    )


def test_the_sector_told_in_the_guide_decides_the_regulation_and_the_buyer_may_change_it() -> None:
    case = a_national_case(sector=Sector.UTILITIES)
    draft = begun(case, "E3")
    view = queries.notice_of_case(case.reference, draft, case.officer, AT)
    [law] = view.reading.legislation
    assert (law.reference[-4:], law.description.in_("no")) == (
        "/975",
        "NOR — Forsyningsforskriften Del 1",
    )
    other = {"Procedure:BT-01(c)": CONCESSION_REGULATION}
    announcing.answer_notice(case.reference, draft, other, by=case.officer, at=AT)
    view = queries.notice_of_case(case.reference, draft, case.officer, AT)
    assert view.reading.legislation[0].reference == CONCESSION_REGULATION
    wrong = {"Procedure:BT-01(c)": "https://lovdata.no/eli/forskrift/2016/8/12/1"}
    announcing.answer_notice(case.reference, draft, wrong, by=case.officer, at=AT)
    view = queries.notice_of_case(case.reference, draft, case.officer, AT)
    assert [each.where for each in view.findings] == ["Procedure:BT-01(c)"]


def test_a_case_says_which_notice_the_law_demands() -> None:
    european, national = given.a_draft_case(), a_national_case(2)
    for case, subtype, rule in ((european, "16", "N-2"), (national, "E3", "N-1")):
        first = queries.notices_of_case(case.reference, case.officer, AT).called[0]
        assert (first.subtype.code, first.rule.id, first.required) == (subtype, rule, True)


def test_what_the_case_knows_is_filled_in_with_its_source() -> None:
    case = given.a_draft_case()
    draft = announcing.begin_notice(case.reference, "16", by=case.officer, at=AT)
    view = queries.notice_of_case(case.reference, draft, case.officer, AT)
    title = view.values.by_key["Procedure:BT-21"]
    assert title.value == "Kontormøbler til Nordvik skole"
    assert title.source is not None
    assert (title.source.words.nb, title.source.page, title.editable) == (
        "Behov",
        "case-need",
        False,
    )
    proposal = view.values.by_key["Procedure-Buyer:BT-11"]
    assert proposal.source is not None
    assert (proposal.value, proposal.source.words.nb) == ("la", "Forslag fra Anskaff")


def test_what_is_missing_is_named_with_field_and_rule() -> None:
    case = given.a_draft_case()
    draft = announcing.begin_notice(case.reference, "16", by=case.officer, at=AT)
    found = queries.notice_of_case(case.reference, draft, case.officer, AT).findings
    english = next(each for each in found if each.where == "Procedure:BT-21@en")
    assert english.code == "announcement-translation-missing"
    assert english.source == "FOA § 21-1(2)"
    assert "engelsk" in english.text("nb")
    with pytest.raises(Invalid) as refused:
        announcing.send_notice(case.reference, draft, by=case.officer, at=AT)
    assert {each.where for each in refused.value.findings} == {each.where for each in found}


def test_a_sent_notice_is_kept_as_it_went_out() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    data = announcing.send_notice(case.reference, draft, by=case.officer, at=AT)
    reading = eforms.read(data)
    assert (reading.subtype, reading.version, reading.form) == ("16", "01", NoticeForm.COMPETITION)
    assert reading.title.in_("nb") == "Kontormøbler til Nordvik skole"
    assert UUID(reading.notice).version == UUID(reading.procedure).version == 4
    assert reading.tender_deadline == given.DEADLINE
    assert queries.notice_file(case.reference, draft, case.officer, AT) == data
    with pytest.raises(Conflict):
        announcing.answer_notice(
            case.reference, draft, {"Procedure:BT-88": "Nytt"}, by=case.officer, at=AT
        )
    with pytest.raises(Conflict):
        announcing.send_notice(case.reference, draft, by=case.officer, at=AT)


def test_what_is_sent_is_handed_to_the_gateway_once() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    announcing.send_notice(case.reference, draft, by=case.officer, at=AT)
    view = queries.notice_of_case(case.reference, draft, case.officer, AT)
    assert view.submission is not None
    assert (view.submission.subtype, view.submission.version) == ("16", "01")


def test_a_case_has_one_draft_of_a_subtype() -> None:
    case = given.a_draft_case()
    begun(case)
    with pytest.raises(Conflict) as refused:
        announcing.begin_notice(case.reference, "16", by=case.officer, at=AT)
    assert refused.value.findings[0].code == "notice-begun-already"


def test_a_result_is_not_announced_before_the_award() -> None:
    case = given.a_published_competition()
    with pytest.raises(Conflict) as refused:
        announcing.begin_notice(case.reference, "29", by=case.officer, at=AT)
    assert refused.value.findings[0].code == "notice-before-award"


def test_an_unknown_subtype_is_refused() -> None:
    case = given.a_draft_case()
    with pytest.raises(Invalid):
        announcing.begin_notice(case.reference, "99", by=case.officer, at=AT)


def test_only_the_buyers_people_see_notices_and_only_the_officer_writes() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    stranger = given.a_person(given.a_buyer(7), Role.PROCUREMENT_OFFICER, "Fremmed")
    for viewer in (PUBLIC, stranger):
        with pytest.raises(NotFound):
            queries.notice_of_case(case.reference, draft, viewer, AT)
    with pytest.raises(Forbidden):
        announcing.answer_notice(case.reference, draft, {}, by=case.openers[0], at=AT)
    assert queries.notice_of_case(case.reference, draft, case.openers[0], AT).may_change is False
    with pytest.raises(NotFound):
        queries.notice_of_case(case.reference, draft + 1, case.officer, AT)


def test_a_correction_points_to_the_version_before_and_names_what_changed() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    given.publish(case, at=AT)
    announcing.send_notice(case.reference, draft, by=case.officer, at=AT)
    given.a_delivered_tender(case.reference, given.a_supplier_with_manager())
    later = AT + timedelta(days=12)
    new_deadline = given.DEADLINE + timedelta(days=7)
    publishing.extend_deadline(
        case.reference, new_deadline, reason="Nye tegninger.", by=case.officer, at=later
    )
    again = announcing.begin_version(case.reference, draft, by=case.officer, at=later)
    view = queries.notice_of_case(case.reference, again, case.officer, later)
    assert [(each.field.id, each.after) for each in view.changed] == [
        ("BT-131(d)", new_deadline.isoformat())
    ]
    answer(case, again, later)
    told = Notification.objects.count()
    data = announcing.send_notice(case.reference, again, by=case.officer, at=later)
    first, second = (
        eforms.read(queries.notice_file(case.reference, one, case.officer, later))
        for one in (draft, again)
    )
    assert (second.notice, second.version) == (first.notice, "02")
    assert second.changes[0].notice == f"{first.notice}-01"
    assert second.changes[0].parts[0].sections == ("LOT-0001",)
    assert data
    assert Notification.objects.count() > told
    assert queries.notice_of_case(case.reference, draft, case.officer, later).row.newest is False
    with pytest.raises(Conflict):
        announcing.begin_version(case.reference, draft, by=case.officer, at=later)


def test_a_refused_version_is_replaced_and_corrects_nothing() -> None:
    case = given.a_draft_case()
    draft = begun(case)
    announcing.send_notice(case.reference, draft, by=case.officer, at=AT)
    again = announcing.begin_version(case.reference, draft, replaces=True, by=case.officer, at=AT)
    announcing.send_notice(case.reference, again, by=case.officer, at=AT)
    reading = eforms.read(queries.notice_file(case.reference, again, case.officer, AT))
    assert (reading.version, reading.changes) == ("02", ())


def test_a_change_of_what_is_bought_may_be_material_and_asks_for_time() -> None:
    case = given.a_draft_case(deadline=AT + timedelta(days=40))
    draft = begun(case)
    announcing.send_notice(case.reference, draft, by=case.officer, at=AT)
    row = NoticeDraft.objects.get(pk=draft)
    row.said = {**row.said, "Procedure:BT-262": "45000000"}
    row.save()
    again = announcing.begin_version(case.reference, draft, by=case.officer, at=AT)
    late = AT + timedelta(days=36)
    found = queries.notice_of_case(case.reference, again, case.officer, late).warnings
    assert [each.code for each in found] == [
        "notice-change-may-be-material",
        "notice-change-needs-time",
    ]
    assert all("14-2" in each.source for each in found)


def test_the_award_notice_tells_winner_value_and_number_of_tenders() -> None:
    case = given.an_awarded_competition()
    draft = begun(case, "29", given.AWARDED_AT)
    view = queries.notice_of_case(case.reference, draft, case.officer, given.AWARDED_AT)
    reading = view.reading
    assert [each.name.in_("nb") for each in reading.winners("LOT-0001")] == [given.SUPPLIERS[1]]
    received = {each.kind: each.count for each in reading.results[0].received}
    assert (received["tenders"], received["t-esubm"]) == (3, 3)
    assert reading.total == reading.tenders[0].value


def test_answers_about_the_buyer_are_remembered_in_the_next_case() -> None:
    case = given.a_draft_case()
    draft = announcing.begin_notice(case.reference, "E3", by=case.officer, at=AT)
    announcing.answer_notice(
        case.reference,
        draft,
        {"Organization-Company:BT-503": "+47 75000000", "Lot:BT-54|LOT-0001": "Ett år"},
        by=case.officer,
        at=AT,
    )
    other = another_case_of(case)
    again = announcing.begin_notice(other, "16", by=case.officer, at=AT)
    answers = NoticeDraft.objects.get(pk=again).answers
    assert answers["Organization-Company:BT-503"] == "+47 75000000"
    assert "Lot:BT-54|LOT-0001" not in answers


def another_case_of(case: given.ACase) -> str:
    return preparing.create_case("Neste kjøp", given.GUIDE_ANSWERS, by=case.officer, at=AT)


REASON = "Budsjettet ble halvert i kommunestyret."


def a_cancelled_competition(subtype: str = "16", *, again: bool = False) -> tuple[given.ACase, int]:
    """A published competition with its call sent, then cancelled."""
    case = given.a_draft_case() if subtype == "16" else a_national_case()
    draft = begun(case, subtype, given.START)
    announcing.send_notice(case.reference, draft, by=case.officer, at=given.START)
    given.publish(case)
    publishing.cancel_competition(
        case.reference, reason=REASON, new_competition_follows=again, by=case.officer, at=AT
    )
    return case, draft


def untold_in(case: given.ACase, at: datetime = AT) -> Untold | None:
    return queries.notices_of_case(case.reference, case.officer, at).untold


def step_of(case: given.ACase, at: datetime = AT) -> Step:
    return preparing_queries.case(case.reference, case.officer, at).step


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("subtype", ["16", "E3"])
def test_a_cancelled_competition_leads_to_the_notice_that_cancels_its_call(
    subtype: str, again: bool
) -> None:
    case, draft = a_cancelled_competition(subtype, again=again)
    assert step_of(case) is Step.ANNOUNCE_CANCELLATION
    [task] = tasks.my_tasks(case.officer, AT)
    assert (task.step, task.due) == (Step.ANNOUNCE_CANCELLATION, None)
    assert untold_in(case) == Untold(notice=draft)

    newer = announcing.begin_version(case.reference, draft, by=case.officer, at=AT)
    values = queries.notice_of_case(case.reference, newer, case.officer, AT).values
    told = {term: values.by_key[f"notice:{term}-notice"] for term in ("BT-140", "BT-762")}
    assert (told["BT-140"].value, told["BT-762"].value) == ("cancel", REASON)
    assert {each.source.page for each in told.values() if each.source} == {"case"}
    assert ("ny konkurranse" in values.text(Scope.CHANGE, "BT-141(a)-notice", "own-1")) is again
    assert untold_in(case) == Untold(notice=newer, begun=True)

    answer(case, newer, AT)
    sent = announcing.send_notice(case.reference, newer, by=case.officer, at=AT)
    assert eforms.read(sent).cancels
    assert step_of(case) is Step.NONE
    assert tasks.my_tasks(case.officer, AT) == ()
    assert not Notification.objects.filter(kind="notice-corrected").exists()


def test_after_the_deadline_a_cancelled_competition_leads_to_a_result_without_a_winner() -> None:
    case, draft = a_cancelled_competition("E3")
    late = given.DEADLINE + timedelta(days=2)
    assert untold_in(case, late) == Untold(notice=draft, result="E4")
    result = begun(case, "E4", late)
    values = queries.notice_of_case(case.reference, result, case.officer, late).values
    assert values.text(Scope.RESULT, "BT-142", "LOT-0001") == "clos-nw"
    announcing.send_notice(case.reference, result, by=case.officer, at=late)
    assert step_of(case, late) is Step.NONE
    assert tasks.my_tasks(case.officer, late) == ()


def test_a_cancelled_competition_without_a_call_has_nothing_to_tell() -> None:
    case = a_national_case()
    given.publish(case)
    publishing.cancel_competition(
        case.reference, reason=REASON, new_competition_follows=False, by=case.officer, at=AT
    )
    assert step_of(case) is Step.NONE
    assert tasks.my_tasks(case.officer, AT) == ()


def test_a_cancelled_competition_may_be_told_to_have_ended_without_a_winner() -> None:
    case, _ = a_cancelled_competition()
    draft = announcing.begin_notice(case.reference, "29", by=case.officer, at=AT)
    view = queries.notice_of_case(case.reference, draft, case.officer, AT)
    assert view.values.text(Scope.RESULT, "BT-142", "LOT-0001") == "clos-nw"
    assert "LotResult:BT-144|LOT-0001" in {each.where for each in view.findings}
    with pytest.raises(Conflict):
        announcing.begin_notice(case.reference, "38", by=case.officer, at=AT)
