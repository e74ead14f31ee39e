"""Every limit F-*: worked dates over weekends, Easter and Christmas, told in the case check."""

from datetime import date

import pytest

from anskaff.law import case_check, case_facts, catalogue
from anskaff.law.procedure_limits import LIMITS, Event

SENT = "2026-11-18"
WORKED = [
    ("F-RES-1", "2026-11-18", False, "2026-12-18"),
    ("F-RES-1", "2026-11-18", True, "2026-12-03"),
    ("F-RES-1", "2026-12-10", True, "2026-12-28"),  # Christmas Day on a Friday
    ("F-RES-2", "2026-11-18", False, "2026-12-14"),  # a Sunday moves to Monday
    ("F-RES-2", "2026-03-23", True, "2026-04-07"),  # Maundy Thursday moves past Easter Monday
    ("F-NEG-1", "2026-11-19", False, "2026-12-21"),  # a Saturday moves to Monday
    ("F-NEG-1", "2026-11-18", True, "2026-12-03"),
    ("F-NEG-2", "2026-11-18", False, "2026-12-14"),
    ("F-NEG-2", "2026-05-07", True, "2026-05-18"),  # 17 May on a Sunday
    ("F-DIA", "2026-11-18", False, "2026-12-18"),
    ("F-INN", "2026-11-25", False, "2026-12-28"),  # Christmas Day on a Friday
    ("F-DPS-1", "2026-11-18", False, "2026-12-18"),
    ("F-DPS-2", "2026-03-25", False, "2026-04-13"),  # ten working days over Easter
    ("F-DPS-3", "2026-11-18", False, "2026-11-30"),
    ("F-DPS-4", "2026-12-22", False, "2026-12-30"),  # five working days over Christmas
    ("F-AUC", "2026-11-20", False, "2026-11-24"),
    ("F-INJ", "2026-11-18", False, "2026-12-03"),
    ("F-INFO", "2026-11-18", False, "2026-12-03"),
]
# Told as rules of their own, with worked dates in test_time_limits and test_standstill; the last
# three are no number of days.
ELSEWHERE = {"F-OPEN", "F-DOC", "F-QA", "F-VAL", "F-II", "F-II-DEFAULT", "F-CAN"} | {
    "F-STAND",
    "F-STAND-2",
    "F-STAND-2-DEFAULT",
    "F-SITE",
    "F-TED48",
    "F-KEEP",
}


@pytest.mark.parametrize(("rule", "event", "urgent", "last"), WORKED)
def test_a_limit_ends_on_its_day(rule: str, event: str, urgent: bool, last: str) -> None:
    counted = LIMITS[rule].last(date.fromisoformat(event), urgent=urgent)
    assert counted == date.fromisoformat(last)


def test_every_limit_of_the_catalogue_is_worked() -> None:
    ids = {rule.id for rule in catalogue.catalogue() if rule.id.startswith("F-")}
    assert ids - ELSEWHERE == set(LIMITS) == {rule for rule, *_ in WORKED}
    urgent = {rule for rule, limit in LIMITS.items() if limit.urgent is not None}
    assert urgent == {rule for rule, _, is_urgent, _ in WORKED if is_urgent}


def test_limits_from_dispatch_are_told_with_their_last_day() -> None:
    plain = {"kind": "goods", "buyer": "other", "value": "3000000", "on": SENT, "dps": True}
    told = {one.rule.id: one.text("en") for one in case_check.check(case_facts.read(plain)).met}
    from_dispatch = [rule for rule, limit in LIMITS.items() if limit.event is Event.DISPATCH]
    assert from_dispatch == ["F-RES-1", "F-NEG-1", "F-DIA", "F-INN", "F-DPS-1"]
    assert all("18 December 2026" in told[rule] for rule in from_dispatch)
    hurried = case_check.check(case_facts.read(plain | {"urgency": "Taket lekker"}))
    told = {one.rule.id: one.text("en") for one in hurried.met}
    assert "3 December 2026" in told["F-RES-1"]
    assert "18 December 2026" in told["F-DIA"]
