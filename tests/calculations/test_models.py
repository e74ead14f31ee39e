"""The worked numbers of DFØ's models, their paradoxes, and the laws they must obey."""

import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anskaff.calculations import method, recomputation, sensitivity
from anskaff.calculations.scoring import MODELS, TenderInput, evaluate
from anskaff.concepts.criterion import AwardCriterion, CriterionKind
from anskaff.concepts.errors import Unreadable
from anskaff.concepts.money import Money


def criterion(key: str, weight: str, value: str | None = "300000") -> AwardCriterion:
    kind = CriterionKind.PRICE if key == "price" else CriterionKind.QUALITY
    return AwardCriterion(
        key=key,
        name=key,
        kind=kind,
        weight_percent=Decimal(weight),
        value_per_point_nok=None if value is None or key == "price" else Decimal(value),
    )


CRITERIA = (criterion("price", "40"), criterion("quality", "30"), criterion("climate", "30"))


def tender(name: str, million: str, quality: str, climate: str) -> TenderInput:
    return TenderInput(
        tender=name,
        price=Money(Decimal(million) * 1_000_000),
        points={"quality": Decimal(quality), "climate": Decimal(climate)},
    )


THREE = (tender("A", "10", "6", "6"), tender("B", "12", "8", "8"), tender("C", "17", "10", "9"))


@pytest.mark.parametrize(
    ("model", "totals", "winner"),
    [
        ("M-PRO", {"A": "38/5", "B": "122/15", "C": "1369/170"}, "B"),
        ("M-LIN", {"A": "38/5", "B": "8", "C": "69/10"}, "B"),
        ("M-PRQ-", {"A": "6400000", "B": "7200000", "C": "11300000"}, "A"),
        ("M-LOW", {"A": "10000000", "B": "12000000", "C": "17000000"}, "A"),
    ],
)
def test_the_worked_example_comes_out_exactly(model, totals, winner) -> None:
    outcome = evaluate(model, CRITERIA, THREE)
    assert {result.tender: str(result.total) for result in outcome.ranking} == totals
    assert outcome.first == (winner,)


def test_price_scores_of_the_worked_example() -> None:
    def scores(model: str) -> list[Fraction]:
        by_name = {r.tender: r for r in evaluate(model, CRITERIA, THREE).ranking}
        return [by_name[name].scores[0].points for name in "ABC"]

    assert scores("M-PRO") == [Fraction(10), Fraction(25, 3), Fraction(100, 17)]
    assert scores("M-LIN") == [10, 8, 3]


def test_an_irrelevant_tender_flips_the_winner_of_the_linear_model() -> None:
    two, last = THREE[:2], tender("D", "6", "1", "1")
    assert evaluate("M-LIN", CRITERIA, two).first == ("B",)
    with_d = evaluate("M-LIN", CRITERIA, (*two, last))
    assert [(r.tender, float(r.total)) for r in with_d.ranking] == [
        ("A", pytest.approx(4.9333, abs=1e-4)),
        ("B", 4.8),
        ("D", 4.6),
    ]
    (found,) = sensitivity.leave_one_out("M-LIN", CRITERIA, (*two, last))
    assert (found.code, found.facts["removed"], found.facts["winner"]) == (
        "irrelevant-tender-decides",
        "D",
        "B",
    )


def test_and_of_the_proportional_model_the_opposite_way() -> None:
    two = (tender("A", "10", "6", "6.5"), tender("B", "14", "8", "8"))
    first = evaluate("M-PRO", CRITERIA, two)
    assert [str(r.total) for r in first.ranking] == ["31/4", "268/35"]
    with_d = evaluate("M-PRO", CRITERIA, (*two, tender("D", "7", "1", "1")))
    assert [(r.tender, str(r.total)) for r in with_d.ranking] == [
        ("B", "34/5"),
        ("A", "131/20"),
        ("D", "23/5"),
    ]


def test_a_price_above_twice_the_lowest_gets_negative_points_and_a_warning() -> None:
    outcome = evaluate("M-LIN", CRITERIA, (THREE[0], tender("E", "25", "5", "5")))
    assert outcome.ranking[-1].scores[0].points == -5
    assert [finding.code for finding in outcome.findings] == ["negative-price-score"]


@pytest.mark.parametrize(
    ("model", "criteria", "tenders", "code"),
    [
        ("M-XYZ", CRITERIA, THREE, "evaluation-model-unknown"),
        ("M-PRO", CRITERIA, (tender("A", "0", "1", "1"),), "price-not-positive"),
        ("M-LIN", CRITERIA, (tender("A", "1", "11", "1"),), "points-outside-scale"),
        (
            "M-LIN",
            CRITERIA,
            (TenderInput(tender="A", price=Money(Decimal(1))),),
            "points-missing",
        ),
        (
            "M-LIN",
            CRITERIA,
            (
                THREE[0],
                TenderInput(tender="B", price=Money(Decimal(1), "EUR"), points=THREE[0].points),
            ),
            "mixed-currencies",
        ),
        (
            "M-PRQ-",
            CRITERIA,
            (TenderInput(tender="B", price=Money(Decimal(1), "EUR"), points=THREE[0].points),),
            "mixed-currencies",
        ),
        ("M-PRQ-", (criterion("quality", "100", None),), THREE, "value-per-point-missing"),
        ("M-PRQ-", (criterion("quality", "100", "Infinity"),), THREE, "value-per-point-missing"),
        ("M-LIN", CRITERIA, (tender("A", "1", "NaN", "1"),), "points-outside-scale"),
        ("M-LIN", CRITERIA, (THREE[0], THREE[0]), "given-twice"),
        ("M-LIN", (*CRITERIA, CRITERIA[0]), THREE, "given-twice"),
    ],
)
def test_what_cannot_be_computed_is_a_finding_in_three_languages(
    model, criteria, tenders, code
) -> None:
    outcome = evaluate(model, criteria, tenders)
    assert outcome.ranking == ()
    assert code in {finding.code for finding in outcome.findings}
    for finding in outcome.findings:
        assert all(finding.text(lang) and finding.cure(lang) for lang in ("nb", "nn", "en"))


@pytest.mark.parametrize("top", ["0", "-1", "NaN", "Infinity"])
def test_a_scale_without_a_top_is_a_finding(top) -> None:
    outcome = evaluate("M-LIN", CRITERIA, THREE, top_score=Decimal(top))
    assert outcome.ranking == ()
    assert [finding.code for finding in outcome.findings] == ["top-score-unusable"]
    assert top.lower()[:3] in outcome.findings[0].text("nb").lower()


def test_a_price_of_forty_digits_is_computed_and_shown() -> None:
    outcome = evaluate(
        "M-PRO", CRITERIA, (THREE[0], replace(THREE[1], price=Money(Decimal("1" * 40 + ".5"))))
    )
    assert outcome.first == ("A",)
    assert outcome.ranking[1].scores[0].steps[0].expression.count("111") == 13


def test_equal_totals_share_a_rank_and_the_next_is_not_second() -> None:
    outcome = evaluate("M-LIN", CRITERIA, (THREE[0], tender("Z", "10", "6", "6"), THREE[2]))
    assert [(r.tender, r.rank) for r in outcome.ranking] == [("A", 1), ("Z", 1), ("C", 3)]
    assert outcome.is_tied
    assert outcome.first == ("A", "Z")


def test_no_tender_gives_no_ranking() -> None:
    outcome = evaluate("M-LIN", CRITERIA, ())
    assert (outcome.ranking, outcome.findings, outcome.first) == ((), (), ())


def test_the_formula_is_shown_with_the_numbers() -> None:
    outcome = evaluate("M-LIN", CRITERIA, THREE)
    (price, weighted) = outcome.ranking[0].scores[0].steps
    assert price.expression.replace("\u00a0", " ") == (
        "10 − 10 · (12 000 000 − 10 000 000) / 10 000 000"
    )
    assert weighted.expression == "40 % · 8"
    (total,) = outcome.ranking[0].steps
    assert (total.label.nb, total.expression, total.result) == ("Sum poeng", "3,2 + 2,4 + 2,4", 8)
    dear = evaluate("M-LIN", CRITERIA, (THREE[0], tender("E", "25", "5", "5"))).ranking[1]
    assert dear.scores[0].steps[1].expression == "40 % · (−5)"
    assert dear.steps[0].expression == "(−2) + 1,5 + 1,5"
    best = evaluate("M-PRQ-", CRITERIA, THREE).ranking[0]
    assert {score.steps[0].label.nb for score in best.scores} == {"Fradrag"}
    priced = best.steps[0]
    assert priced.expression.replace("\u00a0", " ") == "10 000 000 − 300 000 · 6 − 300 000 · 6"


def test_other_models_tell_who_would_win() -> None:
    told = {one.model: one.first for one in sensitivity.other_models("M-LIN", CRITERIA, THREE)}
    assert told == {"M-PRO": ("B",), "M-PRQ-": ("A",), "M-LOW": ("A",)}


def test_models_that_cannot_be_computed_are_left_out_of_the_comparison() -> None:
    criteria = (criterion("price", "50"), criterion("quality", "50", None))
    told = sensitivity.other_models("M-LIN", criteria, THREE)
    assert {one.model for one in told} == {"M-PRO", "M-LOW"}


def test_without_an_outcome_no_tender_can_be_said_to_decide_it() -> None:
    broken = (*THREE, tender("D", "0", "1", "1"))
    assert sensitivity.leave_one_out("M-PRO", CRITERIA, broken) == ()


def test_a_used_scale_keeps_its_weight_and_is_not_mentioned() -> None:
    used = (tender("A", "10", "0", "5"), tender("B", "20", "10", "6"))
    found = sensitivity.real_weights(evaluate("M-LIN", CRITERIA, used), CRITERIA)
    assert {finding.facts["criterion"] for finding in found} == {"price", "quality", "climate"}
    even = (tender("A", "10", "0", "10"), tender("B", "20", "10", "0"))
    assert sensitivity.real_weights(evaluate("M-LIN", CRITERIA, even), CRITERIA) == ()


def test_a_squeezed_scale_shows_its_real_weight() -> None:
    squeezed = (tender("A", "10", "7", "7"), tender("B", "20", "7.1", "7"))
    found = sensitivity.real_weights(evaluate("M-LIN", CRITERIA, squeezed), CRITERIA)
    assert {finding.facts["criterion"] for finding in found} == {"price", "quality", "climate"}
    same = (tender("A", "10", "7", "7"), tender("B", "10", "7", "7"))
    assert sensitivity.real_weights(evaluate("M-LIN", CRITERIA, same), CRITERIA) == ()
    assert sensitivity.real_weights(evaluate("M-LOW", CRITERIA, squeezed), CRITERIA) == ()


points = st.decimals(min_value=0, max_value=10, places=2)
prices = st.decimals(min_value=1, max_value=10**9, places=2)
some_tenders = st.lists(st.tuples(prices, points, points), min_size=1, max_size=6).map(
    lambda rows: tuple(
        TenderInput(tender=f"T{n}", price=Money(price), points={"quality": q, "climate": c})
        for n, (price, q, c) in enumerate(rows)
    )
)
model_ids = st.sampled_from([model.id for model in MODELS])


@given(some_tenders, model_ids, st.randoms(use_true_random=False))
def test_the_order_of_tenders_makes_no_difference(tenders, model, random) -> None:
    shuffled = list(tenders)
    random.shuffle(shuffled)
    assert evaluate(model, CRITERIA, tenders) == evaluate(model, CRITERIA, shuffled)


@given(some_tenders, st.sampled_from(["M-LIN", "M-PRO"]))
def test_no_score_exceeds_the_top_and_the_cheapest_gets_it(tenders, model) -> None:
    outcome = evaluate(model, CRITERIA, tenders)
    scores = [result.scores[0].points for result in outcome.ranking]
    assert max(scores) == 10


@given(some_tenders)
def test_priced_quality_is_never_decided_by_a_tender_that_does_not_win(tenders) -> None:
    assert sensitivity.leave_one_out("M-PRQ-", CRITERIA, tenders) == ()


@given(some_tenders, model_ids)
def test_anyone_with_the_public_file_gets_the_same_ranking(tenders, model) -> None:
    outcome = evaluate(model, CRITERIA, tenders)
    salt = b"0" * 32
    locked = method.commitment(
        salt, method.as_json(model, CRITERIA, top_score=Decimal(10), tie_rule="loddtrekning")
    )
    file = recomputation.as_json(
        outcome, CRITERIA, tenders, tie_rule="loddtrekning", salt=salt, commitment=locked
    )
    again = recomputation.recompute_file(json.dumps(file).encode())
    assert again.ranking_agrees
    assert again.commitment_agrees
    assert [(r.tender, r.rank, r.total) for r in again.ranking] == [
        (r.tender, r.rank, r.total) for r in outcome.ranking
    ]
    assert again.as_json()["ranking_agrees"]
    assert again.findings == outcome.findings
    assert again.evaluation == outcome


def test_a_changed_file_is_found() -> None:
    outcome = evaluate("M-LIN", CRITERIA, THREE)
    salt = b"1" * 32
    locked = method.commitment(
        salt, method.as_json("M-LIN", CRITERIA, top_score=Decimal(10), tie_rule="")
    )
    file = recomputation.as_json(outcome, CRITERIA, THREE, salt=salt, commitment=locked)
    file["tenders"][0]["points"]["quality"] = "10"
    again = recomputation.recompute(file)
    assert [finding.code for finding in again.findings] == ["recomputed-ranking-differs"]
    file["method"]["criteria"][0]["scale"] = "10 = det beste vi har sett"
    again = recomputation.recompute(file)
    assert not again.commitment_agrees
    assert "recomputed-method-differs" in {finding.code for finding in again.findings}
    file["salt"] = "not hex"
    with pytest.raises(Unreadable):
        recomputation.recompute(file)
    del file["commitment"]
    again = recomputation.recompute(file)
    assert again.commitment_agrees is None
    assert "recomputed-method-not-locked" in {finding.code for finding in again.findings}


def test_a_criterion_used_twice_in_a_file_is_refused() -> None:
    file = recomputation.as_json(evaluate("M-LIN", CRITERIA, THREE), CRITERIA, THREE)
    file["method"]["criteria"].append(file["method"]["criteria"][0])
    with pytest.raises(Unreadable):
        recomputation.recompute(file)


def test_a_criterion_left_out_of_the_lot_is_found_although_the_ranking_follows() -> None:
    salt = b"2" * 32
    locked = method.commitment(
        salt, method.as_json("M-LIN", CRITERIA, top_score=Decimal(10), tie_rule="")
    )
    fewer = CRITERIA[:2]
    file = recomputation.as_json(
        evaluate("M-LIN", fewer, THREE),
        fewer,
        THREE,
        salt=salt,
        commitment=locked,
        committed=CRITERIA,
    )
    again = recomputation.recompute(file)
    assert again.ranking_agrees
    assert not again.commitment_agrees


def test_the_criteria_of_another_lot_do_not_count() -> None:
    other = replace(CRITERIA[2], key="other", lot="LOT-0002")
    here = (CRITERIA[0], CRITERIA[1], replace(CRITERIA[2], lot="LOT-0001"))
    every = (*here, other)
    salt = b"3" * 32
    locked = method.commitment(
        salt, method.as_json("M-PRO", every, top_score=Decimal(10), tie_rule="")
    )
    file = recomputation.as_json(
        evaluate("M-PRO", here, THREE),
        here,
        THREE,
        salt=salt,
        commitment=locked,
        committed=every,
    )
    assert recomputation.recompute({**file, "lot": "LOT-0001"}).commitment_agrees
    assert not recomputation.recompute({**file, "lot": "LOT-0002"}).commitment_agrees


@pytest.mark.parametrize("number", [1.5, 7, "NaN", "Infinity", "1E+999999", "٣", "", "1" * 41])
def test_a_number_that_is_not_an_exact_plain_text_is_refused(number) -> None:
    file = recomputation.as_json(evaluate("M-LIN", CRITERIA, THREE), CRITERIA, THREE)
    file["tenders"][0]["amount"] = number
    with pytest.raises(Unreadable):
        recomputation.recompute(file)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format":"x"}',
        b"\xff",
        b"[" * 10_000,
        b" " * 20_971_521,
        b'{"format":"anskaff-evaluation/1","method":{},"criteria":[],"tenders":[]}',
    ],
)
def test_a_file_that_is_something_else_is_told_so(content) -> None:
    with pytest.raises(Unreadable):
        recomputation.recompute_file(content)
