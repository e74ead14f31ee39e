"""Climate in the award criteria under the three sets of rules."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anskaff.concepts.criterion import AwardCriterion, CriterionKind
from anskaff.law import climate_weight
from anskaff.law.climate_weight import ClimateGround, GroundKind

BEFORE = date(2016, 12, 31)
ADVICE = date(2023, 12, 31)
DUTY = date(2024, 1, 1)
LAST_OLD = date(2026, 6, 30)
ACT = date(2026, 7, 1)


def criterion(key: str, weight: int | str, *, climate: bool = False, lot: str = ""):
    return AwardCriterion(
        key=key,
        name=key,
        kind=CriterionKind.QUALITY,
        weight_percent=Decimal(weight),
        climate=climate,
        lot=lot,
    )


def plan(climate: int | str):
    green = Decimal(climate)
    return (criterion("AC-1", 100 - green), criterion("AC-2", green, climate=True))


def codes(*args, **kwargs):
    return [finding.code for finding in climate_weight.check(*args, **kwargs)]


@pytest.mark.parametrize(
    ("on", "weight", "expected"),
    [
        (BEFORE, 0, []),
        (ADVICE, "29.99", ["climate-weight-below-advice"]),
        (ADVICE, 30, []),
        (DUTY, "29.99", ["climate-weight-too-low-before-july-2026"]),
        (DUTY, 30, []),
        (LAST_OLD, "29.99", ["climate-weight-too-low-before-july-2026"]),
        (ACT, "29.99", ["climate-weight-too-low"]),
        (ACT, 30, []),
    ],
)
def test_thirty_per_cent_by_the_day_the_case_began(on, weight, expected):
    assert codes(plan(weight), on=on) == expected


def test_before_2024_the_weight_was_advice_and_stops_nothing():
    (finding,) = climate_weight.check(plan(0), on=ADVICE)
    assert not finding.stops


def test_each_set_of_rules_cites_its_own_paragraph():
    sources = [climate_weight.check(plan(0), on=day)[0].source for day in (ADVICE, LAST_OLD, ACT)]
    assert sources == [
        "FOA § 7-9 [01.05.2017–31.12.2023]",
        "FOA § 7-9 [01.01.2024–30.06.2026]",
        "LOA § 5b(2)",
    ]


def test_the_act_asks_only_where_there_is_a_duty_to_publish():
    assert codes(plan(0), on=ACT, notice_duty=False) == []
    assert codes(plan(0), on=LAST_OLD, notice_duty=False) == [
        "climate-weight-too-low-before-july-2026"
    ]


def test_every_lot_is_weighed_for_itself():
    criteria = (
        criterion("AC-1", 70),
        criterion("AC-2", 30, climate=True, lot="1"),
        criterion("AC-3", 30, lot="2"),
    )
    (finding,) = climate_weight.check(criteria, on=ACT)
    assert finding.where == "lots.2.award_criteria"


def test_several_climate_criteria_add_up():
    criteria = (
        criterion("AC-1", 70),
        criterion("AC-2", 20, climate=True),
        criterion("AC-3", 10, climate=True),
    )
    assert codes(criteria, on=ACT) == []


@pytest.mark.parametrize(
    ("on", "place", "expected"),
    [
        (ACT, 3, []),
        (ACT, 4, ["climate-priority-too-low"]),
        (LAST_OLD, 3, []),
        (LAST_OLD, 4, ["climate-priority-below-advice"]),
        (ADVICE, 4, []),
    ],
)
def test_in_a_ranked_list_climate_is_among_the_three_first(on, place, expected):
    criteria = [criterion(f"AC-{n}", 0, climate=n == place) for n in range(1, 6)]
    assert codes(criteria, on=on, ranked=True) == expected


GROUNDS_2024 = {GroundKind.REPLACED, GroundKind.COMBINED, GroundKind.INSIGNIFICANT}


@pytest.mark.parametrize("kind", list(GroundKind))
def test_a_ground_with_reason_lifts_the_duty_where_the_rules_have_it(kind):
    ground = ClimateGround(kind=kind, reason="Begrunnet i konkurransegrunnlaget punkt 4")
    assert codes(plan(10), on=ACT, grounds=[ground]) == []
    old = climate_weight.check(plan(10), on=LAST_OLD, grounds=[ground])
    stopping = [finding.code for finding in old if finding.stops]
    assert stopping == ([] if kind in GROUNDS_2024 else ["climate-ground-not-available"])


@pytest.mark.parametrize("kind", list(GroundKind))
def test_a_ground_needs_its_reason_in_the_documents(kind):
    found = codes(plan(10), on=ACT, grounds=[ClimateGround(kind=kind, reason=" ")])
    standard = kind is GroundKind.STANDARD_REQUIREMENTS
    assert found == ([] if standard else ["climate-ground-needs-reason"])


def test_under_the_older_rules_requirements_must_be_clearly_better():
    ground = ClimateGround(kind=GroundKind.REPLACED, reason="Nullutslipp kreves")
    assert codes(plan(0), on=LAST_OLD, grounds=[ground]) == [
        "climate-effect-must-be-clearly-better"
    ]


def test_grounds_did_not_exist_while_the_weight_was_advice():
    ground = ClimateGround(kind=GroundKind.REPLACED, reason="Krav i stedet")
    assert codes(plan(0), on=ADVICE, grounds=[ground]) == ["climate-weight-below-advice"]


def test_a_ground_that_is_not_needed_is_not_judged():
    ground = ClimateGround(kind=GroundKind.VITAL_INTERESTS, reason="")
    assert codes(plan(30), on=ACT, grounds=[ground]) == []


def test_a_ground_for_one_lot_leaves_the_others():
    criteria = (criterion("AC-1", 100, lot="1"), criterion("AC-2", 100, lot="2"))
    ground = ClimateGround(kind=GroundKind.INSIGNIFICANT, reason="Rådgivning", lot="1")
    (finding,) = climate_weight.check(criteria, on=ACT, grounds=[ground])
    assert finding.where == "lots.2.award_criteria"


def test_one_ground_for_all_lots_is_judged_once():
    criteria = (criterion("AC-1", 100, lot="1"), criterion("AC-2", 100, lot="2"))
    ground = ClimateGround(kind=GroundKind.INSIGNIFICANT, reason="")
    assert codes(criteria, on=ACT, grounds=[ground]) == ["climate-ground-needs-reason"]


def test_no_criteria_is_for_another_rule_to_find():
    assert codes((), on=ACT) == []


@given(st.decimals(0, 100, places=2), st.dates(DUTY, date(2030, 1, 1)))
def test_the_weight_stops_exactly_below_thirty(weight, on):
    assert bool(codes(plan(weight), on=on)) is (weight < 30)
