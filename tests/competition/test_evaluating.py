"""Points are given blind and with reasons; the evaluation is exact and by the locked method."""

from dataclasses import replace
from decimal import Decimal

import pytest

from anskaff.calculations import recomputation
from anskaff.competition.actions import agreeing, declaring, evaluating, rejecting, scoring
from anskaff.competition.models import (
    AgreedScore,
    Competition,
    Criterion,
    LotResult,
    OpenedTender,
    Score,
)
from anskaff.competition.scored_points import Points
from anskaff.competition.states import State
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound
from anskaff.records.models import LogEntry, Notification
from tests import given

pytestmark = pytest.mark.django_db
AT = given.EVALUATED_AT


def codes(refused) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def reject(case, tender: int = 1, **changes):
    told = {"ground": "X-T2", "reason": "Stolene tåler ikke 120 kg.", "by": case.officer, "at": AT}
    return rejecting.reject_tender(case.reference, tender, **{**told, **changes})


def confirm(case):
    return evaluating.confirm_evaluation(case.reference, by=case.officer, at=AT)


def test_nobody_scores_before_declaring_to_be_impartial() -> None:
    case = given.opened(given.a_case_with_tenders(), declared=False)
    with pytest.raises(Forbidden) as refused:
        scoring.save_scores(case.reference, given.points_for(case), by=case.evaluators[0], at=AT)
    assert codes(refused) == ["impartiality-not-declared"]


def test_an_interest_shuts_one_out_for_good() -> None:
    case = given.opened(given.a_case_with_tenders(), declared=False)
    person = case.evaluators[0]

    def declare(**told) -> None:
        declaring.declare_impartiality(case.reference, by=person, at=AT, **told)

    with pytest.raises(Invalid):
        declare(has_interest=True)
    declare(has_interest=False)
    with pytest.raises(Conflict):
        declare(has_interest=False)
    declare(has_interest=True, explanation="Søsteren min eier Fjellvatn Møbler.")
    with pytest.raises(Conflict):
        declare(has_interest=False)
    with pytest.raises(Forbidden) as refused:
        scoring.save_scores(case.reference, [], by=person, at=AT)
    assert codes(refused) == ["not-impartial"]


def test_a_tender_is_rejected_on_a_ground_with_a_reason_and_the_supplier_is_told() -> None:
    case = given.an_opened_competition()
    Notification.objects.all().delete()
    with pytest.raises(Invalid) as refused:
        reject(case, reason=" ")
    assert codes(refused) == ["rejection-needs-reason"]
    with pytest.raises(Invalid):
        reject(case, ground="X-0")
    with pytest.raises(NotFound):
        reject(case, tender=9)
    reject(case)
    assert OpenedTender.objects.get(number=1).rejection_ground == "X-T2"
    told = Notification.objects.get()
    assert told.person == case.tenderers[0].person
    with pytest.raises(Conflict) as refused:
        reject(case)
    assert codes(refused) == ["tender-already-rejected"]


def test_a_self_cleaning_ground_warns_and_asks_for_proportionality() -> None:
    case = given.an_opened_competition()
    with pytest.raises(Invalid) as refused:
        reject(case, ground="X-S8")
    assert codes(refused) == ["rejection-needs-proportionality-note"]
    warnings = reject(case, ground="X-S8", proportionality="Bruddene er grove og nye.")
    assert [finding.code for finding in warnings] == ["rejection-allows-self-cleaning"]


def test_a_tender_cannot_be_rejected_after_prices_are_scored_without_reopening() -> None:
    case = given.an_evaluated_competition()
    with pytest.raises(Conflict):
        reject(case)
    with pytest.raises(Invalid):
        evaluating.reopen_evaluation(case.reference, reason="", by=case.officer, at=AT)
    evaluating.reopen_evaluation(
        case.reference, reason="Skatteattesten er falsk.", by=case.officer, at=AT
    )
    reject(case)
    confirm(case)
    entry = LogEntry.objects.get(deed="competition.tender_rejected")
    assert '"after_price_scoring":true' in entry.body
    last = LogEntry.objects.filter(deed="competition.evaluation_confirmed").latest("index")
    assert '"run":2' in last.body


@pytest.mark.parametrize("points", ["-0.1", "10.01", "5.00001", "NaN", "Infinity"])
def test_points_outside_the_scale_are_refused(points: str) -> None:
    case = given.an_opened_competition()
    wrong = Points(
        lot="LOT-0001", tender=1, criterion="AC-0002", points=Decimal(points), reason="x"
    )
    with pytest.raises(Invalid) as refused:
        scoring.save_scores(case.reference, [wrong], by=case.evaluators[0], at=AT)
    assert codes(refused) == ["points-out-of-range"]
    assert not Score.objects.exists()


@pytest.mark.parametrize(
    "place", [("LOT-0009", 1, "AC-0002"), ("LOT-0001", 9, "AC-0002"), ("LOT-0001", 1, "AC-0001")]
)
def test_points_stand_only_where_people_score(place) -> None:
    case = given.an_opened_competition()
    lot, tender, criterion = place
    wrong = Points(lot=lot, tender=tender, criterion=criterion, points=Decimal(5), reason="x")
    with pytest.raises(Invalid) as refused:
        scoring.save_scores(case.reference, [wrong], by=case.evaluators[0], at=AT)
    assert codes(refused) == ["score-place-unknown"]


def test_saving_again_replaces_and_empty_removes() -> None:
    case = given.an_opened_competition()
    person = case.evaluators[0]
    first = given.points_for(case)[0]
    scoring.save_scores(case.reference, [first], by=person, at=AT)
    scoring.save_scores(case.reference, [replace(first, points=Decimal("7.5"))], by=person, at=AT)
    assert Score.objects.get().points == Decimal("7.5")
    scoring.save_scores(case.reference, [replace(first, points=None, reason="")], by=person, at=AT)
    assert not Score.objects.exists()
    with pytest.raises(Invalid) as refused:
        scoring.save_scores(case.reference, [replace(first, points=None)], by=person, at=AT)
    assert codes(refused) == ["score-missing"]


def test_submitting_needs_points_and_a_reason_everywhere_and_happens_once() -> None:
    case = given.an_opened_competition()
    person = case.evaluators[0]
    points = given.points_for(case)
    scoring.save_scores(
        case.reference, [*points[:-2], replace(points[-2], reason=" ")], by=person, at=AT
    )
    with pytest.raises(Invalid) as refused:
        scoring.submit_scores(case.reference, by=person, at=AT)
    assert codes(refused) == ["score-reason-missing", "score-missing"]
    scoring.save_scores(case.reference, points, by=person, at=AT)
    scoring.submit_scores(case.reference, by=person, at=AT)
    for again in (
        lambda: scoring.submit_scores(case.reference, by=person, at=AT),
        lambda: scoring.save_scores(case.reference, points, by=person, at=AT),
    ):
        with pytest.raises(Conflict) as refused:
            again()
        assert codes(refused) == ["scores-already-submitted"]


def test_only_evaluators_score_and_they_do_not_reject_or_confirm() -> None:
    case = given.an_opened_competition()
    with pytest.raises(Forbidden):
        scoring.save_scores(case.reference, [], by=case.officer, at=AT)
    with pytest.raises(Forbidden):
        reject(case, by=case.evaluators[0])
    with pytest.raises(Forbidden):
        evaluating.confirm_evaluation(case.reference, by=case.evaluators[0], at=AT)
    with pytest.raises(NotFound):
        scoring.save_scores(case.reference, [], by=case.tenderers[0], at=AT)


def test_agreement_waits_for_all_evaluators_and_a_later_change_needs_a_reason() -> None:
    case = given.an_opened_competition()
    points = given.points_for(case)

    def agree(given_points, **told) -> None:
        agreeing.agree_scores(case.reference, given_points, by=case.officer, at=AT, **told)

    scoring.save_scores(case.reference, points, by=case.evaluators[0], at=AT)
    scoring.submit_scores(case.reference, by=case.evaluators[0], at=AT)
    with pytest.raises(Conflict) as refused:
        agree(points)
    assert codes(refused) == ["scores-not-all-submitted"]
    scoring.save_scores(case.reference, points, by=case.evaluators[1], at=AT)
    scoring.submit_scores(case.reference, by=case.evaluators[1], at=AT)
    with pytest.raises(Invalid) as refused:
        agree([replace(points[0], reason="")])
    assert codes(refused) == ["score-reason-missing"]
    agree(points)
    changed = [replace(points[0], points=Decimal(9))]
    with pytest.raises(Invalid) as refused:
        agree(changed)
    assert codes(refused) == ["score-change-unexplained"]
    agree(changed, change_reason="Vi leste feil side i vedlegg 2.")
    assert AgreedScore.objects.get(tender__number=1, criterion__key="AC-0002").points == 9
    entry = LogEntry.objects.filter(deed="competition.scores_agreed").latest("index")
    assert '"from":"6"' in entry.body
    assert '"to":"9"' in entry.body


def test_the_worked_example_is_ranked_exactly() -> None:
    case = given.an_evaluated_competition()
    file = LotResult.objects.get().evaluation["file"]
    totals = {line["tender"]: (line["rank"], line["total"]) for line in file["ranking"]}
    assert totals == {"1": (2, "38/5"), "2": (1, "8"), "3": (3, "69/10")}
    again = recomputation.recompute(file)
    assert again.ranking_agrees
    assert again.commitment_agrees
    assert Competition.objects.get().state == State.EVALUATED
    with pytest.raises(Conflict):
        confirm(case)


def test_nothing_is_ranked_before_all_points_are_agreed() -> None:
    case = given.an_opened_competition()
    with pytest.raises(Invalid) as refused:
        confirm(case)
    assert set(codes(refused)) == {"scores-not-agreed"}
    assert len(refused.value.findings) == 6


@pytest.mark.parametrize("change", ["weight", "model", "tie rule", "salt"])
def test_a_method_changed_after_publication_is_found(change: str) -> None:
    case = given.scored(given.an_opened_competition())
    rows = Competition.objects.all()
    match change:
        case "weight":
            Criterion.objects.filter(key="AC-0002").update(weight_percent=31)
        case "model":
            rows.update(price_model="M-PRO")
        case "tie rule":
            rows.update(tie_rule="Vi velger.")
        case _:
            rows.update(method_salt=b"0" * 32)
    with pytest.raises(Conflict) as refused:
        confirm(case)
    assert codes(refused) == ["evaluation-method-changed"]
    assert not LotResult.objects.exists()


def test_a_price_of_zero_is_refused_by_a_model_that_divides_by_it() -> None:
    case = given.a_case_with_tenders(tenders=())
    supplier = given.a_supplier(500, name="Gratis AS")
    seller = given.a_person(supplier, given.Role.TENDER_MANAGER, "Gratis Selger")
    given.a_delivered_tender(case.reference, seller, prices={"PL-0001": "0", "PL-0002": "0"})
    case = replace(case, tenderers=(seller,), offers=(given.ATender(price_mnok=0),))
    given.scored(given.opened(case))
    with pytest.raises(Invalid) as refused:
        confirm(case)
    assert codes(refused) == ["price-not-positive"]
    assert Competition.objects.get().state == State.OPENED


def test_a_competition_without_tenders_is_confirmed_with_no_one_first() -> None:
    case = given.an_opened_competition(tenders=())
    confirm(case)
    assert LotResult.objects.get().evaluation["file"]["ranking"] == []


def test_lots_are_evaluated_each_by_itself_with_only_their_bidders() -> None:
    lots = (
        given.LotPlan(key="LOT-0001", title="Stoler"),
        given.LotPlan(key="LOT-0002", title="Pulter"),
    )
    tenders = (
        given.ATender(price_mnok=10),
        given.ATender(price_mnok=12, lots=("LOT-0002",)),
    )
    case = given.an_opened_competition(tenders=tenders, lots=lots)
    given.evaluated(case, lots)
    ranked = {
        result.lot.key: [line["tender"] for line in result.evaluation["file"]["ranking"]]
        for result in LotResult.objects.select_related("lot")
    }
    assert ranked == {"LOT-0001": ["1"], "LOT-0002": ["1", "2"]}
