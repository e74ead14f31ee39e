"""Which part applies: procurement-rules, tests 1 to 4, and the special regimes."""

from datetime import date
from decimal import Decimal

import pytest

from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.money import Money
from anskaff.law.part import EXCEPTION_WORDS, Part, PartTwoException, applicable_part

TODAY = date(2026, 11, 21)


def nok(amount: int | str) -> Money:
    return Money(Decimal(amount))


def part_of(
    kind: ContractKind, amount: int | str, buyer: BuyerKind = BuyerKind.OTHER, on: date = TODAY
) -> Part:
    return applicable_part(kind, nok(amount), buyer, on).part


def test_the_act_begins_at_500_000_from_july_2026():
    amount = "499999.99"
    assert part_of(ContractKind.GOODS, amount, on=date(2026, 6, 30)) is Part.I
    assert part_of(ContractKind.GOODS, amount, on=date(2026, 7, 1)) is Part.OUTSIDE


def test_the_eea_set_of_2026_moves_a_state_purchase_from_part_iii_to_ii():
    old, new, state = date(2026, 4, 20), date(2026, 4, 21), BuyerKind.STATE
    assert part_of(ContractKind.GOODS, 1_630_000, state, old) is Part.III
    assert part_of(ContractKind.GOODS, 1_630_000, state, new) is Part.III
    assert part_of(ContractKind.GOODS, 1_600_000, state, old) is Part.III
    assert part_of(ContractKind.GOODS, 1_600_000, state, new) is Part.II


def test_a_municipality_reaches_part_iii_at_exactly_the_threshold():
    assert part_of(ContractKind.GOODS, "2499999.99") is Part.II
    assert part_of(ContractKind.GOODS, 2_500_000) is Part.III


def test_health_services_of_eight_million_follow_part_i_only():
    assert part_of(ContractKind.HEALTH_SOCIAL, 8_000_000) is Part.I


def test_special_services_take_european_duties_only_above_the_threshold():
    at = applicable_part(ContractKind.SPECIAL_SERVICES, nok(8_700_000), BuyerKind.OTHER, TODAY)
    above = applicable_part(
        ContractKind.SPECIAL_SERVICES, nok("8700000.01"), BuyerKind.OTHER, TODAY
    )
    assert not at.is_special_above_eea
    assert not at.publishes_in_europe
    assert above.part is Part.II
    assert above.is_special_above_eea
    assert above.publishes_in_europe


@pytest.mark.parametrize(
    ("amount", "buyer", "part", "europe", "warned"),
    [
        (1_299_999, BuyerKind.OTHER, Part.I, False, False),
        (1_300_000, BuyerKind.OTHER, Part.I, False, True),
        ("1629999.99", BuyerKind.STATE, Part.I, False, True),
        (1_630_000, BuyerKind.OTHER, Part.V, False, False),
        (1_630_000, BuyerKind.STATE, Part.V, True, False),
        (2_500_000, BuyerKind.OTHER, Part.V, True, False),
    ],
)
def test_a_design_contest_follows_part_v_and_warns_where_the_amounts_differ(
    amount, buyer, part, europe, warned
):
    found = applicable_part(ContractKind.SERVICES, nok(amount), buyer, TODAY, design_contest=True)
    assert found.part is part
    assert found.publishes_in_europe is europe
    codes = [finding.code for finding in found.findings]
    assert codes == (["design-contest-notice-limits-differ"] if warned else [])
    assert not any(finding.stops for finding in found.findings)


@pytest.mark.parametrize("exception", list(PartTwoException))
def test_an_exception_takes_a_purchase_out_of_part_ii(exception):
    found = applicable_part(
        ContractKind.GOODS, nok(2_000_000), BuyerKind.OTHER, TODAY, exception=exception
    )
    assert found.part is Part.I
    assert not found.has_notice_duty
    assert EXCEPTION_WORDS[exception].nb in found.reasons[-1].text("nb")
    assert found.reasons[-1].rule.id == "R-PART-2X"


@pytest.mark.parametrize(
    ("kind", "amount", "part"),
    [
        (ContractKind.SPECIAL_SERVICES, 9_000_000, Part.II),
        (ContractKind.GOODS, 3_000_000, Part.III),
        (ContractKind.HEALTH_SOCIAL, 9_000_000, Part.IV),
    ],
)
def test_the_exceptions_reach_no_further_than_part_ii(kind, amount, part):
    found = applicable_part(
        kind,
        nok(amount),
        BuyerKind.OTHER,
        TODAY,
        exception=PartTwoException.ONLY_ONE_SUPPLIER,
    )
    assert found.part is part
    assert [finding.code for finding in found.findings] == ["part-two-exception-not-available"]


def test_an_exception_changes_nothing_in_part_i_or_outside():
    for amount, part in ((600_000, Part.I), (400_000, Part.OUTSIDE)):
        found = applicable_part(
            ContractKind.GOODS,
            nok(amount),
            BuyerKind.OTHER,
            TODAY,
            exception=PartTwoException.EXCHANGE_GOODS,
        )
        assert (found.part, found.findings) == (part, ())


def test_the_reason_says_value_and_limit_with_paragraph_and_checked_day():
    found = applicable_part(ContractKind.GOODS, nok(2_000_000), BuyerKind.OTHER, TODAY)
    (reason,) = found.reasons
    text = reason.text("nb").replace("\u00a0", " ")
    assert "2 000 000,00 kr" in text
    assert "2 500 000,00 kr" in text
    assert reason.source == "FOA § 5-1(2) a"
    assert reason.checked == date(2026, 11, 21)


def test_another_currency_is_not_compared_with_kroner():
    with pytest.raises(ValueError, match="cannot mix"):
        applicable_part(ContractKind.GOODS, Money(Decimal(1), "EUR"), BuyerKind.OTHER, TODAY)
