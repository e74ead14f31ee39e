"""Award criteria: sums, ranges, order and the bar on lowest price (procurement-rules test 9)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anskaff.concepts.criterion import AwardCriterion, CriterionKind
from anskaff.law import award_criteria
from anskaff.law.award_criteria import AwardBasis, WeightRange
from anskaff.law.part import Part

TODAY = date(2026, 11, 21)


def price(weight: int, lot: str = "") -> AwardCriterion:
    return AwardCriterion(
        key=f"P{lot}",
        name="Pris",
        kind=CriterionKind.PRICE,
        weight_percent=Decimal(weight),
        lot=lot,
    )


def quality(weight: int, *, climate: bool = False, lot: str = "", description: str = "CV"):
    return AwardCriterion(
        key=f"Q{lot}",
        name="Klima" if climate else "Kvalitet",
        kind=CriterionKind.QUALITY,
        weight_percent=Decimal(weight),
        climate=climate,
        lot=lot,
        description=description,
    )


def codes(criteria, part=Part.III, on=TODAY, **kwargs):
    return [finding.code for finding in award_criteria.check(criteria, part=part, on=on, **kwargs)]


def test_there_must_be_a_criterion():
    assert codes(()) == ["award-criteria-missing"]


def test_weights_sum_to_100_in_every_lot():
    assert codes((price(60), quality(40))) == []
    found = award_criteria.check(
        (price(60), quality(40, lot="1"), quality(30, lot="2")), part=Part.III, on=TODAY
    )
    assert [(each.code, each.where) for each in found] == [
        ("weights-do-not-sum-to-100", "lots.2.award_criteria")
    ]
    assert found[0].facts["gap"] == 10


def test_a_quality_criterion_without_description_is_warned_about():
    found = award_criteria.check((price(60), quality(40, description=" ")), part=Part.II, on=TODAY)
    assert [(each.code, each.stops) for each in found] == [("criterion-lacks-proof", False)]


def test_order_of_priority_is_enough_in_part_ii_and_needs_a_reason_in_part_iii():
    ranked = (quality(0), price(0))
    assert codes(ranked, Part.II, ranked=True) == []
    assert codes(ranked, Part.III, ranked=True) == ["priority-order-needs-reason"]
    assert codes(ranked, Part.III, ranked=True, order_reason="Ukjent løsning") == []


@pytest.mark.parametrize("basis", [AwardBasis.LOWEST_PRICE, AwardBasis.LOWEST_COST])
def test_lowest_price_is_refused_when_a_climate_criterion_is_used(basis):
    assert codes((price(70), quality(30, climate=True)), basis=basis) == [
        "lowest-price-with-climate-criterion"
    ]


def test_the_bar_on_lowest_price_is_law_in_part_iii_since_2024_and_logic_elsewhere():
    criteria, basis = (price(70), quality(30, climate=True)), AwardBasis.LOWEST_PRICE
    assert codes(criteria, Part.II, basis=basis) == ["lowest-price-with-other-criteria"]
    assert codes(criteria, on=date(2023, 12, 31), basis=basis) == [
        "lowest-price-with-other-criteria"
    ]
    assert codes(criteria, on=date(2024, 1, 1), basis=basis) == [
        "lowest-price-with-climate-criterion"
    ]


def test_lowest_price_alone_is_fine_and_quality_beside_it_is_not():
    assert codes((price(100),), basis=AwardBasis.LOWEST_PRICE) == []
    assert codes((price(70), quality(30)), basis=AwardBasis.LOWEST_PRICE) == [
        "lowest-price-with-other-criteria"
    ]


def span(key: str, lowest: int, highest: int) -> WeightRange:
    return WeightRange(key=key, lowest=Decimal(lowest), highest=Decimal(highest))


def range_codes(*ranges: WeightRange) -> list[str]:
    return [finding.code for finding in award_criteria.check_ranges(ranges)]


def test_ranges_that_may_swap_the_order_are_refused():
    assert range_codes(span("A", 40, 50), span("B", 40, 60)) == ["weight-ranges-overlap"]
    assert range_codes(span("A", 30, 50), span("B", 50, 70)) == []
    assert range_codes(span("A", 50, 50), span("B", 50, 50)) == []


def test_ranges_must_be_able_to_reach_100():
    assert range_codes(span("A", 10, 20), span("B", 30, 40)) == ["weight-ranges-cannot-sum-to-100"]
    assert range_codes(span("A", 50, 60), span("B", 70, 80)) == ["weight-ranges-cannot-sum-to-100"]


@pytest.mark.parametrize(("lowest", "highest"), [(-1, 10), (20, 10), (90, 101)])
def test_a_range_runs_upwards_within_100(lowest, highest):
    with pytest.raises(ValueError, match="low to high"):
        span("A", lowest, highest)


SPANS = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(sorted)


@given(SPANS, SPANS)
def test_an_overlap_is_found_exactly_when_both_orders_are_possible(one, other):
    found = range_codes(span("A", *one), span("B", *other))
    both_orders = one[1] > other[0] and other[1] > one[0]
    assert ("weight-ranges-overlap" in found) is both_orders
