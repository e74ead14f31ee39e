"""Small lots (procurement-rules test 8), similar purchases, notices and the protocol."""

from datetime import date
from decimal import Decimal

import pytest

from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.money import Money
from anskaff.law import lots, notices, protocol, splitting
from anskaff.law.part import ApplicablePart, Part, applicable_part
from anskaff.law.splitting import Purchase

TODAY = date(2026, 11, 21)
LIMIT = Money(Decimal(1_300_000))


def nok(amount: int | str) -> Money:
    return Money(Decimal(amount))


def lot_codes(kind: ContractKind, values: list[int | str], excepted: set[str]) -> list[str]:
    all_lots = {str(n): nok(value) for n, value in enumerate(values, start=1)}
    return [finding.code for finding in lots.check(kind, all_lots, excepted, on=TODAY)]


def test_small_lots_of_22_per_cent_are_not_excepted():
    values = [930_000, 170_000, 3_900_000]
    assert lot_codes(ContractKind.SERVICES, values, {"1", "2"}) == ["small-lots-exceed-share"]
    assert lot_codes(ContractKind.SERVICES, values, {"1"}) == []


def test_exactly_20_per_cent_is_allowed():
    assert lot_codes(ContractKind.GOODS, [900_000, 100_000, 4_000_000], {"1", "2"}) == []
    assert lot_codes(ContractKind.GOODS, [900_000, "100000.01", 4_000_000], {"1", "2"}) == [
        "small-lots-exceed-share"
    ]


def test_a_lot_must_be_below_the_amount_of_its_kind():
    assert lot_codes(ContractKind.GOODS, [932_000, 9_000_000], {"1"}) == [
        "lot-too-large-for-exception"
    ]
    assert lot_codes(ContractKind.WORKS, [11_599_999, 90_000_000], {"1"}) == []
    assert lot_codes(ContractKind.WORKS, [11_600_000, 90_000_000], {"1"}) == [
        "lot-too-large-for-exception"
    ]


def bought(amount: int, on: date = TODAY, cpv: str = "39130000") -> Purchase:
    return Purchase(cpv=cpv, value=nok(amount), on=on)


def split_codes(planned: Purchase, *others: Purchase) -> list[str]:
    return [each.code for each in splitting.check(planned, others, threshold=LIMIT)]


def test_similar_purchases_within_a_year_are_added_up():
    found = splitting.check(bought(700_000), [bought(600_000)], threshold=LIMIT)
    assert [(each.code, each.stops) for each in found] == [
        ("purchases-together-pass-threshold", False)
    ]
    assert split_codes(bought(700_000), bought(599_999)) == []


@pytest.mark.parametrize(
    "other",
    [
        bought(900_000, cpv="45000000"),
        bought(900_000, on=date(2025, 11, 20)),
    ],
    ids=["another CPV group", "more than a year ago"],
)
def test_other_purchases_are_not_added(other):
    assert split_codes(bought(700_000), other) == []


def test_a_purchase_that_reaches_the_threshold_alone_is_no_split():
    assert split_codes(bought(1_300_000), bought(600_000)) == []


def test_a_purchase_that_stands_alone_is_no_split():
    assert split_codes(bought(700_000)) == []


@pytest.mark.parametrize(
    ("kind", "amount", "contest", "expected"),
    [
        (ContractKind.GOODS, 400_000, False, []),
        (ContractKind.GOODS, 600_000, False, []),
        (ContractKind.GOODS, 1_400_000, False, ["N-1"]),
        (ContractKind.GOODS, 3_000_000, False, ["N-2", "N-6"]),
        (ContractKind.SPECIAL_SERVICES, 5_000_000, False, ["N-1"]),
        (ContractKind.SPECIAL_SERVICES, 9_000_000, False, ["N-9", "N-6"]),
        (ContractKind.HEALTH_SOCIAL, 9_000_000, False, ["N-9", "N-6"]),
        (ContractKind.SERVICES, 2_000_000, True, ["N-10"]),
        (ContractKind.SERVICES, 3_000_000, True, ["N-10", "N-6"]),
    ],
)
def test_each_part_calls_for_its_notices(kind, amount, contest, expected):
    found = applicable_part(kind, nok(amount), BuyerKind.OTHER, TODAY, design_contest=contest)
    assert [rule.id for rule in notices.required(found)] == expected


def test_the_award_notice_is_due_within_30_days():
    assert notices.award_notice_due(date(2026, 11, 18)) == date(2026, 12, 18)


def keys(part: Part) -> set[str]:
    return {field.key for field in protocol.fields_of(part)}


def test_the_protocols_differ_as_the_law_says():
    only_national = {"dialogue-deviation", "dialogue-partners", "non-profit-reservation"}
    only_european = {
        "no-lots-reason",
        "negotiation-or-dialogue-reason",
        "no-notice-or-direct-reason",
        "discarded",
    }
    assert keys(Part.II) - keys(Part.III) == only_national
    assert keys(Part.III) - keys(Part.II) == only_european
    assert keys(Part.IV) == keys(Part.V) == keys(Part.II)
    assert "material-facts" in keys(Part.I)
    assert keys(Part.OUTSIDE) == set()


@pytest.mark.parametrize("part", list(Part))
def test_every_part_has_its_fields_once(part):
    assert len(keys(part)) == len(protocol.FIELDS[part])
    assert isinstance(notices.required(ApplicablePart(part=part, reasons=(), thresholds=())), tuple)
