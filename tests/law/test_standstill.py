"""The wait before signing: procurement-rules test 7, the exemptions, and signing."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.days import end_of_day, start_of_day
from anskaff.concepts.money import Money
from anskaff.law import standstill
from anskaff.law.part import ApplicablePart, Part, applicable_part
from anskaff.law.standstill import StandstillException as Exempt

SENT = date(2026, 11, 18)


def of(part: Part, *, above_eea: bool = False) -> ApplicablePart:
    return ApplicablePart(part=part, above_eea=above_eea, reasons=(), thresholds=())


def codes(findings):
    return [finding.code for finding in findings]


def test_a_letter_of_18_november_may_be_signed_on_1_december():
    assert standstill.standstill_end(SENT, 10) == date(2026, 11, 30)
    assert standstill.earliest_signing_day(SENT, 10) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("applicable", "electronic", "days"),
    [
        (of(Part.III), True, 10),
        (of(Part.III), False, 15),
        (of(Part.IV), True, 10),
        (of(Part.IV), False, 15),
        (of(Part.II, above_eea=True), True, 10),
        (of(Part.II, above_eea=True), False, 15),
        (of(Part.II), True, None),
    ],
)
def test_the_minimum_follows_part_and_channel(applicable, electronic, days):
    found = standstill.duty(applicable, electronic=electronic)
    assert found.required
    assert found.minimum_days == days


def test_part_ii_proposes_a_default_that_says_it_is_not_law():
    found = standstill.duty(of(Part.II))
    assert found.proposed_days == 10
    law, default = found.reasons
    assert law.rule.is_law
    assert not default.rule.is_law
    assert "ikke et lovkrav" in default.text("nb")


@pytest.mark.parametrize("part", [Part.OUTSIDE, Part.I, Part.V])
def test_other_parts_require_no_standstill(part):
    found = standstill.duty(of(part))
    assert (found.required, found.minimum_days, found.proposed_days) == (False, None, 0)
    assert standstill.check(found, 0) == ()


EXEMPT = {
    "III": set(Exempt),
    "IV": {Exempt.NO_NOTICE_DUTY, Exempt.SOLE_AFFECTED_SUPPLIER},
    "II": {Exempt.NO_NOTICE_DUTY, Exempt.SOLE_AFFECTED_SUPPLIER, Exempt.FRAMEWORK_CALL_OFF},
    "II-special": set(Exempt),
}


@pytest.mark.parametrize("name", EXEMPT)
@pytest.mark.parametrize("exception", list(Exempt))
def test_an_exemption_counts_only_where_the_part_has_it(name, exception):
    applicable = of(Part(name.split("-")[0]), above_eea=name == "II-special")
    found = standstill.duty(applicable, exceptions={exception})
    assert found.required is (exception not in EXEMPT[name])
    if not found.required:
        assert standstill.EXCEPTION_WORDS[exception].en in found.reasons[0].text("en")


def test_a_call_off_from_a_purchasing_system_needs_no_standstill():
    town = applicable_part(
        ContractKind.GOODS, Money(Decimal(3_000_000)), BuyerKind.OTHER, date(2026, 11, 21)
    )
    assert not standstill.duty(town, exceptions=[Exempt.DPS_CALL_OFF]).required


def test_too_few_days_are_refused_in_part_iii_and_none_in_part_ii():
    three, two = standstill.duty(of(Part.III)), standstill.duty(of(Part.II))
    assert codes(standstill.check(three, 9)) == ["standstill-too-short"]
    assert standstill.check(three, 10) == ()
    assert codes(standstill.check(two, 0)) == ["standstill-missing"]
    assert standstill.check(two, 1) == ()


def test_signing_is_refused_to_the_last_second_of_the_standstill():
    end = end_of_day(date(2026, 11, 30))
    before = standstill.check_signing(start_of_day(date(2026, 11, 30)), sent_on=SENT, days=10)
    assert codes(before) == ["signing-before-standstill-end"]
    assert "1 December 2026" in before[0].cure("en")
    assert standstill.check_signing(end, sent_on=SENT, days=10) == ()


def test_a_suspension_stops_signing_after_the_standstill_too():
    found = standstill.check_signing(
        end_of_day(date(2026, 12, 24)), sent_on=SENT, days=10, suspended=True
    )
    assert codes(found) == ["signing-suspended"]


def test_without_standstill_the_contract_may_be_signed_the_same_day():
    assert standstill.check_signing(end_of_day(SENT), sent_on=SENT, days=0) == ()
    assert standstill.earliest_signing_day(SENT, 0) == SENT


@given(st.dates(date(2024, 1, 1), date(2030, 12, 1)), st.integers(1, 30))
def test_no_contract_is_signed_within_the_days_stated(sent, days):
    assert (standstill.earliest_signing_day(sent, days) - sent).days > days
