"""Tender deadlines, answers to questions and validity."""

from datetime import UTC, date, datetime, timedelta

import pytest

from anskaff.concepts.days import end_of_day
from anskaff.law import time_limits
from anskaff.law.time_limits import PriorNotice

SENT = date(2026, 11, 18)


def prior(published: str, *, complete: bool = True) -> PriorNotice:
    return PriorNotice(published_on=date.fromisoformat(published), complete=complete)


@pytest.mark.parametrize(
    ("facts", "days", "rules"),
    [
        ({}, 30, ["F-OPEN"]),
        ({"electronic": False}, 35, ["F-OPEN"]),
        ({"documents_online": False}, 35, ["F-OPEN", "F-DOC"]),
        ({"electronic": False, "documents_online": False}, 40, ["F-OPEN", "F-DOC"]),
        ({"urgency": "Taket lekker"}, 15, ["F-OPEN"]),
        ({"urgency": "Taket lekker", "documents_online": False}, 15, ["F-OPEN"]),
        ({"prior_notice": prior("2026-06-01")}, 15, ["F-OPEN"]),
        (
            {"prior_notice": prior("2026-06-01"), "documents_online": False},
            20,
            ["F-OPEN", "F-DOC"],
        ),
    ],
)
def test_the_minimum_of_an_open_procedure(facts, days, rules):
    minimum = time_limits.open_procedure(SENT, **facts)
    assert minimum.days == days
    assert [reason.rule.id for reason in minimum.reasons] == rules
    assert not minimum.is_product_default
    assert minimum.findings == ()
    assert minimum.earliest >= end_of_day(SENT + timedelta(days=days))


@pytest.mark.parametrize(
    ("published", "complete", "counts"),
    [
        ("2025-11-18", True, True),  # 12 months before, to the day
        ("2025-11-17", True, False),
        ("2026-10-14", True, True),  # 35 days before
        ("2026-10-15", True, False),
        ("2026-06-01", False, False),
    ],
)
def test_a_prior_notice_shortens_only_when_complete_and_in_its_window(published, complete, counts):
    minimum = time_limits.open_procedure(SENT, prior_notice=prior(published, complete=complete))
    assert minimum.days == (15 if counts else 30)
    expected = [] if counts else ["prior-notice-does-not-shorten"]
    assert [finding.code for finding in minimum.findings] == expected


def test_twelve_months_before_a_leap_day_is_the_end_of_february():
    minimum = time_limits.open_procedure(date(2028, 2, 29), prior_notice=prior("2027-02-28"))
    assert minimum.days == 15


def test_the_dispatch_may_be_an_instant():
    at = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
    assert time_limits.open_procedure(at) == time_limits.open_procedure(SENT)


def test_a_deadline_one_second_too_early_is_refused_in_part_iii():
    minimum = time_limits.open_procedure(SENT)
    early = minimum.earliest - timedelta(seconds=1)
    (finding,) = time_limits.check_deadline(early, minimum, reason="Vi har det travelt")
    assert finding.code == "tender-deadline-too-early"
    assert time_limits.check_deadline(minimum.earliest, minimum) == ()


def test_the_default_in_part_ii_is_no_law_and_yields_to_a_reason():
    minimum = time_limits.part_two(SENT)
    assert minimum.is_product_default
    assert [reason.rule.is_law for reason in minimum.reasons] == [True, False]
    early = minimum.earliest - timedelta(days=1)
    (finding,) = time_limits.check_deadline(early, minimum, reason="  ")
    assert finding.code == "short-national-deadline-needs-reason"
    assert finding.source == ""
    assert time_limits.check_deadline(early, minimum, reason="Enkelt kjøp av hyllevare") == ()


def test_a_complex_purchase_in_part_ii_gets_a_longer_default():
    assert time_limits.part_two(SENT, complex_purchase=True).days == 30
    assert time_limits.part_two(SENT).days == 15


def test_a_late_answer_calls_for_a_longer_period():
    deadline = datetime(2026, 12, 18, 11, 0, tzinfo=UTC)
    on_time = datetime(2026, 12, 12, 22, 59, tzinfo=UTC)
    late = datetime(2026, 12, 12, 23, 0, tzinfo=UTC)
    assert time_limits.check_answer(on_time, deadline) == ()
    (finding,) = time_limits.check_answer(late, deadline)
    assert finding.code == "answer-too-close-to-deadline"
    assert not finding.stops
    assert time_limits.check_answer(late, deadline, urgent=True) == ()
    assert time_limits.last_answer_day(deadline, urgent=True) == date(2026, 12, 14)


def test_tenders_bind_for_30_days_unless_said_otherwise():
    deadline = datetime(2026, 12, 18, 11, 0, tzinfo=UTC)
    assert time_limits.tenders_bind_until(deadline) == date(2027, 1, 18)  # 17 January is a Sunday
    assert time_limits.tenders_bind_until(deadline, 90) == date(2027, 3, 18)
