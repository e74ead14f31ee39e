"""The thresholds to the øre and to the day."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.money import Money
from anskaff.law import case_check, case_facts, thresholds
from anskaff.law.part import Part, applicable_part

OERE = Decimal("0.01")


@pytest.mark.parametrize(
    ("threshold", "first", "before", "after"),
    [
        (thresholds.ACT, date(2026, 7, 1), 100_000, 500_000),
        (thresholds.EEA_STATE, date(2026, 4, 21), 1_490_000, 1_630_000),
        (thresholds.EEA_OTHER, date(2026, 4, 21), 2_300_000, 2_500_000),
        (thresholds.EEA_WORKS, date(2024, 3, 21), 57_900_000, 57_800_000),
        (thresholds.EEA_WORKS, date(2026, 4, 21), 57_800_000, 62_900_000),
        (thresholds.EEA_LIGHT, date(2026, 4, 21), 7_800_000, 8_700_000),
        (thresholds.DESIGN, date(2026, 4, 21), 1_490_000, 1_630_000),
        (thresholds.LOT_GOODS_SERVICES, date(2026, 4, 21), 836_000, 932_000),
        (thresholds.LOT_WORKS, date(2026, 4, 21), 10_400_000, 11_600_000),
        (thresholds.SUBSIDISED_WORKS, date(2026, 4, 21), 7_800_000, 8_700_000),
        (thresholds.SUBSIDISED_SERVICES, date(2026, 4, 21), 2_300_000, 2_500_000),
        (thresholds.OPENNESS_GOODS_SERVICES, date(2026, 4, 21), 10_400_000, 11_600_000),
        (thresholds.NATIONAL, date(2026, 4, 21), 1_300_000, 1_300_000),
        (thresholds.OPENNESS_WORKS, date(2026, 4, 21), 96_000_000, 96_000_000),
    ],
    ids=lambda value: value.id if isinstance(value, thresholds.Threshold) else str(value),
)
def test_a_threshold_changes_on_its_day(threshold, first, before, after):
    assert threshold.on(first - timedelta(days=1)) == Money(Decimal(before))
    assert threshold.on(first) == Money(Decimal(after))


def test_every_threshold_of_the_table_has_an_amount_since_the_first_recorded_day():
    for threshold in thresholds.TABLE:
        assert threshold.on(thresholds.RECORDED_FROM).amount > 0


def test_a_day_before_the_recorded_sets_is_said_so():
    (finding,) = thresholds.check_day(date(2024, 3, 13))
    assert finding.code == "law-of-the-day-not-recorded"
    assert not finding.stops
    assert thresholds.check_day(date(2024, 3, 14)) == ()
    with pytest.raises(LookupError):
        thresholds.EEA_STATE.on(date(2024, 3, 13))


@pytest.mark.parametrize(
    ("kind", "buyer", "expected"),
    [
        (ContractKind.GOODS, BuyerKind.STATE, "T-EEA-STATE"),
        (ContractKind.SERVICES, BuyerKind.OTHER, "T-EEA-OTHER"),
        (ContractKind.WORKS, BuyerKind.STATE, "T-EEA-WORKS"),
        (ContractKind.SPECIAL_SERVICES, BuyerKind.OTHER, "T-EEA-LIGHT"),
        (ContractKind.HEALTH_SOCIAL, BuyerKind.STATE, "T-EEA-LIGHT"),
    ],
)
def test_each_kind_and_buyer_has_its_eea_threshold(kind, buyer, expected):
    assert thresholds.eea_threshold(kind, buyer).id == expected


@pytest.mark.parametrize(
    ("on", "kind", "buyer", "limit", "below", "at"),
    [
        ("2026-06-30", "goods", "other", 100_000, Part.OUTSIDE, Part.I),
        ("2026-07-01", "goods", "other", 500_000, Part.OUTSIDE, Part.I),
        ("2026-07-01", "services", "state", 1_300_000, Part.I, Part.II),
        ("2026-04-20", "goods", "state", 1_490_000, Part.II, Part.III),
        ("2026-04-21", "goods", "state", 1_630_000, Part.II, Part.III),
        ("2026-04-21", "services", "other", 2_500_000, Part.II, Part.III),
        ("2024-03-20", "works", "other", 57_900_000, Part.II, Part.III),
        ("2024-03-21", "works", "other", 57_800_000, Part.II, Part.III),
        ("2026-04-21", "works", "state", 62_900_000, Part.II, Part.III),
        ("2026-04-20", "health-social", "other", 7_800_000, Part.I, Part.IV),
        ("2026-04-21", "health-social", "other", 8_700_000, Part.I, Part.IV),
        ("2026-11-21", "special-services", "other", 1_300_000, Part.I, Part.II),
        ("2026-11-21", "special-services", "other", 8_700_000, Part.II, Part.II),
    ],
)
def test_one_oere_decides_the_part(*, on, kind, buyer, limit, below, at):
    def found(amount: Decimal) -> Part:
        return applicable_part(
            ContractKind(kind), Money(amount), BuyerKind(buyer), date.fromisoformat(on)
        ).part

    assert found(Decimal(limit) - OERE) is below
    assert found(Decimal(limit)) is at


@pytest.mark.parametrize(
    ("on", "limit", "below", "at"),
    [
        ("2026-04-20", 1_490_000, Part.I, Part.V),
        ("2026-04-21", 1_630_000, Part.I, Part.V),
    ],
)
def test_one_oere_decides_whether_a_design_contest_follows_part_v(on, limit, below, at):
    def found(amount: Decimal) -> Part:
        return applicable_part(
            ContractKind.SERVICES,
            Money(amount),
            BuyerKind.STATE,
            date.fromisoformat(on),
            design_contest=True,
        ).part

    assert (found(Decimal(limit) - OERE), found(Decimal(limit))) == (below, at)


@pytest.mark.parametrize(
    ("rule", "on", "kind", "fact", "limit"),
    [
        ("T-SUBSIDY-W", "2026-04-20", "works", "subsidised", 7_800_000),
        ("T-SUBSIDY-W", "2026-04-21", "works", "subsidised", 8_700_000),
        ("T-SUBSIDY-S", "2026-04-20", "services", "subsidised", 2_300_000),
        ("T-SUBSIDY-S", "2026-04-21", "services", "subsidised", 2_500_000),
        ("T-OPEN-GS", "2026-04-20", "goods", "outside_openness", 10_400_000),
        ("T-OPEN-GS", "2026-04-21", "services", "outside_openness", 11_600_000),
        ("T-OPEN-W", "2026-04-21", "works", "outside_openness", 96_000_000),
    ],
)
def test_one_oere_decides_what_subsidy_and_openness_bring(*, rule, on, kind, fact, limit):
    def met(amount: Decimal, told: str = "true") -> bool:
        plain = {"kind": kind, "buyer": "other", "value": str(amount), "on": on, fact: told}
        return rule in {one.rule.id for one in case_check.check(case_facts.read(plain)).met}

    assert (met(Decimal(limit) - OERE), met(Decimal(limit))) == (False, True)
    assert not met(Decimal(limit), "false")
