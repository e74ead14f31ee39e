"""Q-2 and Q-3: how much turnover and how old references may be asked for, to the oere."""

from typing import Any

import pytest

from anskaff.law import case_check, case_facts

FACTS = {"kind": "goods", "buyer": "other", "value": "2600000.01", "on": "2026-11-18"}


def codes(**told: Any) -> list[str]:
    return [one.code for one in case_check.check(case_facts.read(FACTS | told)).findings]


def test_turnover_is_at_most_twice_the_value_unless_a_reason_is_given() -> None:
    assert codes(minimum_turnover="5200000.02") == []
    assert codes(minimum_turnover="5200000.03") == ["turnover-more-than-twice-the-value"]
    assert codes(minimum_turnover="5200000.03", requirement_reason="Stor risiko") == []
    assert codes(minimum_turnover="5200000.03", requirement_reason=" ") != []


@pytest.mark.parametrize(("kind", "most"), [("goods", 3), ("services", 3), ("works", 5)])
def test_references_have_their_years(kind: str, most: int) -> None:
    value = "70000000"
    assert codes(kind=kind, value=value, reference_years=str(most)) == []
    too_many = codes(kind=kind, value=value, reference_years=str(most + 1))
    assert too_many == ["references-from-too-many-years"]


def test_the_limits_are_those_of_part_three() -> None:
    assert codes(value="2000000", minimum_turnover="99000000", reference_years="50") == []


def test_the_rule_tells_the_sum() -> None:
    met = {one.rule.id: one.text("nb") for one in case_check.check(case_facts.read(FACTS)).met}
    assert "5 200 000,02 kr" in met["Q-2"].replace("\u00a0", " ")
    assert "260 000,00 kr" in met["C-b"].replace("\u00a0", " ")
    assert "1 300 000,00 kr" in met["C-c"].replace("\u00a0", " ")
