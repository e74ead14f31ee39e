"""The six questions and the proposal they give."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.money import Money
from anskaff.concepts.words import LANGUAGES
from anskaff.law import procedure_guide
from anskaff.law.part import Part
from anskaff.law.procedure_guide import PROCEDURE_WORDS, Answers, Procedure, Sector, propose

DAY = date(2026, 11, 18)
ANSWERS = Answers(
    kind=ContractKind.SERVICES,
    value=Money(Decimal(2_600_000)),
    buyer=BuyerKind.OTHER,
    start_on=DAY,
)


def with_value(amount: int, **facts) -> procedure_guide.Proposal:
    return propose(replace(ANSWERS, value=Money(Decimal(amount)), **facts), on=DAY)


@pytest.mark.parametrize(
    ("amount", "facts", "part", "procedure", "days", "standstill"),
    [
        (400_000, {}, Part.OUTSIDE, Procedure.NO_RULES, None, False),
        (600_000, {}, Part.I, Procedure.SIMPLE, None, False),
        (1_400_000, {}, Part.II, Procedure.OPEN_NATIONAL, 15, True),
        (1_400_000, {"complex_purchase": True}, Part.II, Procedure.OPEN_NATIONAL, 30, True),
        (2_600_000, {}, Part.III, Procedure.OPEN, 30, True),
        (2_600_000, {"urgency": "Brann"}, Part.III, Procedure.OPEN, 15, True),
        (2_600_000, {"electronic": False}, Part.III, Procedure.OPEN, 35, True),
        (
            9_000_000,
            {"kind": ContractKind.HEALTH_SOCIAL},
            Part.IV,
            Procedure.OWN_DESIGN,
            None,
            True,
        ),
        (2_000_000, {"design_contest": True}, Part.V, Procedure.DESIGN_CONTEST, None, False),
    ],
)
def test_the_answers_give_part_procedure_and_minimum(
    *, amount, facts, part, procedure, days, standstill
):
    found = with_value(amount, **facts)
    assert found.applicable.part is part
    assert found.procedure is procedure
    assert (found.tender_period.days if found.tender_period else None) == days
    assert found.standstill.required is standstill
    assert found.law_on == DAY


@pytest.mark.parametrize("amount", [400_000, 600_000, 1_400_000, 2_600_000])
def test_every_reason_has_words_and_a_paragraph_or_says_it_is_ours(amount):
    for reason in with_value(amount).reasons:
        assert reason.checked == date(2026, 11, 21)
        for language in LANGUAGES:
            assert reason.text(language)
        if not reason.source:
            assert "Anskaff" in reason.text("nb")


def test_other_sectors_are_told_that_the_guide_is_not_for_them():
    found = with_value(1_400_000, sector=Sector.UTILITIES)
    assert [each.code for each in found.findings] == ["sector-outside-this-guide"]


@pytest.mark.parametrize(
    ("framework", "months", "warned"),
    [(True, 49, True), (True, 48, False), (False, 60, False), (True, None, False)],
)
def test_a_framework_beyond_four_years_is_warned_about(framework, months, warned):
    found = with_value(1_400_000, framework=framework, duration_months=months)
    expected = ["framework-longer-than-four-years"] if warned else []
    assert [each.code for each in found.findings] == expected


def test_the_mismatch_for_design_contests_reaches_the_buyer():
    found = with_value(1_400_000, design_contest=True)
    assert [each.code for each in found.findings] == ["design-contest-notice-limits-differ"]


def test_another_procedure_needs_a_written_reason():
    check = procedure_guide.check_choice
    assert check(Part.III, Procedure.OPEN, reason="") == ()
    assert check(Part.III, Procedure.RESTRICTED, reason="Mange tilbydere ventes") == ()
    (finding,) = check(Part.III, Procedure.RESTRICTED, reason=" ")
    assert finding.code == "procedure-differs-without-reason"
    assert "Begrenset anbudskonkurranse" in finding.text("nb")


@pytest.mark.parametrize(
    ("part", "chosen", "allowed"),
    [
        (Part.I, Procedure.OPEN_NATIONAL, True),
        (Part.II, Procedure.OPEN, True),
        (Part.II, Procedure.SIMPLE, False),
        (Part.III, Procedure.OPEN_NATIONAL, False),
        (Part.IV, Procedure.OPEN_NATIONAL, False),
        (Part.V, Procedure.OPEN, False),
    ],
)
def test_a_stricter_procedure_is_free_and_a_lighter_one_is_refused(part, chosen, allowed):
    found = procedure_guide.check_choice(part, chosen, reason="Vi vil det")
    assert [each.code for each in found] == ([] if allowed else ["procedure-not-allowed-in-part"])


@pytest.mark.parametrize("part", list(Part))
def test_what_is_proposed_is_always_allowed(part):
    proposed = procedure_guide.procedure_of(part)
    assert procedure_guide.check_choice(part, proposed, reason="") == ()


def test_every_procedure_has_a_name():
    assert set(PROCEDURE_WORDS) == set(Procedure)
