"""A draft may be saved with errors, by those of the buyer only; findings tell what is missing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection

from anskaff.competition.actions import preparing, specifying
from anskaff.competition.models import Case, Competition
from anskaff.competition.plan import (
    Deadlines,
    LotPlan,
    Need,
    mark,
)
from anskaff.competition.queries import preparing as queries
from anskaff.competition.queries.preparing import Sort
from anskaff.competition.queries.tasks import my_tasks
from anskaff.competition.states import State
from anskaff.competition.steps import Step
from anskaff.concepts.actor import PUBLIC, Actor, Role, TeamRole
from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.criterion import AwardCriterion, CriterionKind
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound, Refused
from anskaff.concepts.money import Money
from anskaff.concepts.price_line import PriceLine
from anskaff.law.procedure_guide import Answers, Procedure
from anskaff.records.models import LogEntry
from tests import given

pytestmark = pytest.mark.django_db
SMALL = Answers(
    kind=ContractKind.GOODS,
    value=Money(Decimal(600_000)),
    buyer=BuyerKind.OTHER,
    start_on=given.PUBLISHED_AT.date(),
)


def codes(findings) -> set[str]:
    return {finding.code for finding in findings}


def an_officer(serial: int = 1) -> Actor:
    return given.a_person(given.a_buyer(serial), Role.PROCUREMENT_OFFICER, f"Kari Nes {serial}")


def a_bare_case(officer: Actor, title: str = "Skolebuss") -> str:
    return preparing.create_case(title, given.GUIDE_ANSWERS, by=officer, at=given.START)


def test_case_numbers_follow_each_other_and_begin_again_each_year() -> None:
    officer = an_officer()
    first, second = a_bare_case(officer), a_bare_case(officer)
    next_year = preparing.create_case(
        "Neste", given.GUIDE_ANSWERS, by=officer, at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    )
    assert (first, second, next_year) == ("2026/1", "2026/2", "2027/1")
    assert Case.objects.get(reference=first).ocid == "ocds-anskaff-2026-1"


def test_a_refused_case_takes_no_number() -> None:
    officer = an_officer()
    with pytest.raises(Invalid):
        a_bare_case(officer, title=" ")
    assert a_bare_case(officer) == "2026/1"


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.ADMINISTRATOR, Role.TENDER_MANAGER])
def test_only_procurement_officers_make_cases(role: Role) -> None:
    person = given.a_person(given.a_buyer(), role, "Per Annen")
    with pytest.raises(Forbidden):
        a_bare_case(person)
    assert not Case.objects.exists()


def test_a_supplier_cannot_make_a_case() -> None:
    person = given.a_person(given.a_supplier(), Role.PROCUREMENT_OFFICER, "Per Selger")
    with pytest.raises(Conflict):
        a_bare_case(person)


def test_another_procedure_needs_a_reason() -> None:
    officer = an_officer()
    with pytest.raises(Invalid) as refused:
        preparing.create_case(
            "Stoler", SMALL, chosen=Procedure.OPEN_NATIONAL, by=officer, at=given.START
        )
    assert "procedure-differs-without-reason" in codes(refused.value.findings)
    reference = preparing.create_case(
        "Stoler",
        SMALL,
        chosen=Procedure.OPEN_NATIONAL,
        deviation_reason="Vi vil ha konkurranse.",
        by=officer,
        at=given.START,
    )
    assert Competition.objects.get(case__reference=reference).regulation_part == "I"


def test_a_lighter_procedure_than_the_law_asks_is_refused_with_any_reason() -> None:
    with pytest.raises(Invalid) as refused:
        preparing.create_case(
            "Stoler",
            given.GUIDE_ANSWERS,
            chosen=Procedure.OPEN_NATIONAL,
            deviation_reason="Det går raskere.",
            by=an_officer(),
            at=given.START,
        )
    assert codes(refused.value.findings) == {"procedure-not-allowed-in-part"}


def test_all_that_is_missing_is_told_at_once() -> None:
    officer = an_officer()
    view = queries.case(a_bare_case(officer), officer, given.START)
    assert codes(view.findings) >= {
        "description-missing",
        "cpv-missing",
        "award-criteria-missing",
        "tender-deadline-missing",
        "too-few-opening-officers",
    }
    assert view.step is Step.COMPLETE


def test_others_cannot_see_or_change_a_draft() -> None:
    case = given.a_draft_case()
    colleague = given.a_person(case.buyer, Role.EMPLOYEE, "Ola Nabo")
    stranger = an_officer(2)
    for viewer in (colleague, stranger, PUBLIC):
        with pytest.raises(NotFound):
            queries.case(case.reference, viewer, given.START)
        assert queries.case_page(viewer).hits == 0
    for actor in (colleague, stranger):
        with pytest.raises(NotFound):
            preparing.set_deadlines(
                case.reference, Deadlines(tender_deadline=None), by=actor, at=given.START
            )


def test_a_team_member_sees_the_case_but_does_not_change_it() -> None:
    case = given.a_draft_case()
    evaluator = case.evaluators[0]
    assert not queries.case(case.reference, evaluator, given.START).may_change
    with pytest.raises(Forbidden):
        specifying.set_price_sheet(case.reference, (), by=evaluator, at=given.START)


def test_a_person_of_another_organisation_with_the_same_role_is_a_stranger() -> None:
    case = given.a_draft_case()
    elsewhere = given.a_buyer(2, name="Sørvik kommune")
    moved = Actor(person=case.officer.person, organisation=elsewhere, role=Role.PROCUREMENT_OFFICER)
    with pytest.raises(NotFound):
        queries.case(case.reference, moved, given.START)


def test_weights_may_be_saved_wrong_but_are_told() -> None:
    case = given.a_draft_case()
    only_price = AwardCriterion(
        key="", name="Pris", kind=CriterionKind.PRICE, weight_percent=Decimal(60)
    )
    findings = specifying.set_award_criteria(
        case.reference, (only_price,), by=case.officer, at=given.START
    )
    assert codes(findings) >= {"weights-do-not-sum-to-100", "climate-weight-too-low"}


def test_lowest_price_cannot_stand_beside_climate() -> None:
    case = given.a_draft_case()
    findings = specifying.set_award_criteria(
        case.reference, given.CRITERIA, price_model="M-LOW", by=case.officer, at=given.START
    )
    assert "lowest-price-with-climate-criterion" in codes(findings)


def test_priced_quality_needs_a_value_per_point() -> None:
    case = given.a_draft_case()
    findings = specifying.set_award_criteria(
        case.reference, given.CRITERIA, price_model="M-PRQ-", by=case.officer, at=given.START
    )
    assert "value-per-point-missing" in codes(findings)


def test_a_lawful_ground_with_a_reason_replaces_the_climate_weight() -> None:
    case = given.a_draft_case()
    price = AwardCriterion(
        key="AC-0001", name="Pris", kind=CriterionKind.PRICE, weight_percent=Decimal(100)
    )
    without = specifying.set_award_criteria(
        case.reference,
        (price,),
        climate_ground="insignificant-footprint",
        by=case.officer,
        at=given.START,
    )
    assert "climate-ground-needs-reason" in codes(without)
    reasoned = specifying.set_award_criteria(
        case.reference,
        (price,),
        climate_ground="insignificant-footprint",
        climate_reason="Digital lisens uten drift.",
        by=case.officer,
        at=given.START,
    )
    assert not codes(reasoned) & {"climate-ground-needs-reason", "climate-weight-too-low"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"price_model": "M-XYZ"}, "unknown-price-model"),
        ({"climate_ground": "fordi"}, "unknown-climate-ground"),
        ({"tie_rule": "x" * 20_001}, "text-too-long"),
        ({"tie_rule": "a\x00b"}, "text-has-null-sign"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_changes(change, code: str) -> None:
    case = given.a_draft_case()
    before = LogEntry.objects.count()
    with pytest.raises(Invalid) as refused:
        specifying.set_award_criteria(
            case.reference, given.CRITERIA, **change, by=case.officer, at=given.START
        )
    assert codes(refused.value.findings) == {code}
    assert LogEntry.objects.count() == before


def test_a_row_keeps_its_key_and_a_new_row_gets_the_next() -> None:
    case = given.a_draft_case()
    lines = (
        PriceLine(key="PL-0002", description="Bord", unit="stk", quantity=Decimal(3)),
        PriceLine(description="Hylle", unit="stk", quantity=Decimal("0.5")),
    )
    specifying.set_price_sheet(case.reference, lines, by=case.officer, at=given.START)
    plan = queries.case(case.reference, case.officer, given.START).plan
    assert [line.key for line in plan.price_lines] == ["PL-0002", "PL-0003"]


@pytest.mark.parametrize("quantity", ["0", "1E+20", "0.00001"])
def test_a_quantity_that_no_one_can_deliver_is_refused(quantity: str) -> None:
    case = given.a_draft_case()
    line = PriceLine(description="Bord", unit="stk", quantity=Decimal(quantity))
    with pytest.raises(Invalid) as refused:
        specifying.set_price_sheet(case.reference, (line,), by=case.officer, at=given.START)
    assert codes(refused.value.findings) == {"number-out-of-range"}


def test_a_lot_in_use_cannot_be_removed() -> None:
    lots = (LotPlan(key="LOT-0001", title="Stoler"), LotPlan(key="LOT-0002", title="Bord"))
    case = given.a_draft_case(lots=lots)
    with pytest.raises(Invalid) as refused:
        specifying.set_lots(case.reference, lots[:1], by=case.officer, at=given.START)
    assert codes(refused.value.findings) == {"lot-in-use"}


def test_a_price_line_must_say_its_lot_when_there_are_several() -> None:
    lots = (LotPlan(key="LOT-0001", title="Stoler"), LotPlan(key="LOT-0002", title="Bord"))
    case = given.a_draft_case(lots=lots)
    line = PriceLine(description="Pult", unit="stk", quantity=Decimal(1))
    with pytest.raises(Invalid) as refused:
        specifying.set_price_sheet(case.reference, (line,), by=case.officer, at=given.START)
    assert codes(refused.value.findings) == {"price-line-needs-lot"}


def test_an_unknown_lot_is_refused() -> None:
    case = given.a_draft_case()
    line = PriceLine(lot="LOT-9", description="Pult", unit="stk", quantity=Decimal(1))
    with pytest.raises(Invalid) as refused:
        specifying.set_price_sheet(case.reference, (line,), by=case.officer, at=given.START)
    assert codes(refused.value.findings) == {"unknown-lot"}


def test_the_second_of_two_who_write_at_once_is_told() -> None:
    case = given.a_draft_case()
    seen = mark(queries.case(case.reference, case.officer, given.START).plan.deadlines)
    first = Deadlines(tender_deadline=given.DEADLINE, validity_days=60)
    second = Deadlines(tender_deadline=given.DEADLINE, validity_days=90)
    preparing.set_deadlines(case.reference, first, seen=seen, by=case.officer, at=given.START)
    with pytest.raises(Conflict) as refused:
        preparing.set_deadlines(case.reference, second, seen=seen, by=case.officer, at=given.START)
    assert codes(refused.value.findings) == {"changed-meanwhile"}
    assert Competition.objects.get(case__reference=case.reference).validity_days == 60


def test_the_team_keeps_a_procurement_officer_and_holds_colleagues_only() -> None:
    case = given.a_draft_case()
    stranger = an_officer(2)
    with pytest.raises(Invalid) as refused:
        preparing.set_team(
            case.reference,
            [(stranger.person, TeamRole.EVALUATOR)],
            by=case.officer,
            at=given.START,
        )
    assert codes(refused.value.findings) == {
        "team-member-not-in-organisation",
        "team-without-procurement-officer",
    }


def test_documents_are_stored_once_listed_and_taken_out() -> None:
    case = given.a_draft_case()

    def add(name: str, content: bytes) -> int:
        return preparing.add_document(
            case.reference,
            name,
            [content],
            media_type="text/plain",
            by=case.officer,
            at=given.START,
        )

    number = add(r"C:\saker\vilkår.txt", b"abc")
    view = queries.case(case.reference, case.officer, given.START)
    assert [each.name for each in view.plan.documents] == ["vilkår.txt"]
    with pytest.raises(Invalid, match="document-name-taken"):
        add("vilkår.txt", b"def")
    with pytest.raises(Invalid, match="file-empty"):
        add("tom.txt", b"")
    preparing.remove_document(case.reference, number, by=case.officer, at=given.START)
    with pytest.raises(NotFound):
        preparing.remove_document(case.reference, number, by=case.officer, at=given.START)
    assert not queries.case(case.reference, case.officer, given.START).plan.documents


def test_need_texts_and_numbers_that_do_not_fit_are_all_told() -> None:
    case = given.a_draft_case()
    wrong = Need(
        title="",
        kind=ContractKind.GOODS,
        estimated_value_nok=Decimal(-1),
        description="x" * 20_001,
        duration_months=0,
        language="sv",
    )
    with pytest.raises(Refused) as refused:
        preparing.set_need(case.reference, wrong, by=case.officer, at=given.START)
    assert codes(refused.value.findings) == {
        "text-missing",
        "number-out-of-range",
        "text-too-long",
        "unknown-language",
    }


def test_the_list_filters_sorts_and_pages_in_a_fixed_number_of_queries(
    django_assert_num_queries,
) -> None:
    officer = an_officer()
    for number in range(25):
        a_bare_case(officer, f"Sak {number:02d} om {'skolebuss' if number % 2 else 'bøker'}")
    with django_assert_num_queries(3):
        page = queries.case_page(officer, page=2, size=20)
    assert (page.hits, page.pages, len(page.rows)) == (25, 2, 5)
    found = queries.case_page(officer, text="SKOLEBUSS sak", sort=Sort.TITLE)
    assert found.hits == 12
    assert found.rows[0].title == "Sak 01 om skolebuss"
    assert queries.case_page(officer, state=State.SIGNED).hits == 0
    assert queries.state_counts(officer)[State.DRAFT] == 25


def test_tasks_follow_the_state_and_the_role() -> None:
    case = given.a_draft_case()
    assert [task.step for task in my_tasks(case.officer, given.START)] == [Step.COMPLETE]
    assert my_tasks(case.openers[0], given.START) == ()
    published = given.a_published_competition(serial=2)
    after = given.DEADLINE + timedelta(seconds=1)
    assert [task.step for task in my_tasks(published.openers[0], after)] == [Step.OPEN]


def test_the_procedure_can_change_and_findings_tell_when_it_does_not_fit() -> None:
    case = given.a_draft_case()
    findings = preparing.set_procedure(
        case.reference,
        Procedure.OPEN_NATIONAL,
        deviation_reason="Det går raskere.",
        by=case.officer,
        at=given.START,
    )
    assert "procedure-not-allowed-in-part" in codes(findings)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_many_who_make_cases_at_once_get_numbers_without_gaps() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one writer in at a time")
    officer = an_officer()

    def make(_: int) -> str:
        try:
            return a_bare_case(officer)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        made = sorted(pool.map(make, range(24)))
    assert set(made) == {f"2026/{number}" for number in range(1, 25)}
