"""R-CALC against a calendar counted day by day, written without the rule's own code."""

from datetime import UTC, date, datetime, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anskaff.concepts.days import OSLO, end_of_day
from anskaff.law import working_days

FIRST, LAST = date(2020, 1, 1), date(2035, 12, 31)
DAYS = st.dates(min_value=FIRST, max_value=LAST)
LENGTHS = st.integers(min_value=1, max_value=60)
ONE = timedelta(days=1)


def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, day + 1)


def red_days(year: int) -> set[date]:
    moving = {easter(year) + timedelta(days=n) for n in (-3, -2, 0, 1, 39, 49, 50)}
    fixed = {date(year, m, d) for m, d in ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))}
    return moving | fixed


CALENDAR = {FIRST + timedelta(days=n): None for n in range((date(2036, 6, 30) - FIRST).days)}
RED = set().union(*(red_days(year) for year in range(2020, 2037)))
WORKING = [day for day in CALENDAR if day.isoweekday() <= 5 and day not in RED]
WORKING_SET = set(WORKING)


def last_day_by_hand(event: date, days: int) -> date:
    """Walk the calendar: the first working day that is late enough and the second in the period."""
    reached = []
    day = event
    while True:
        day += ONE
        if day in WORKING_SET:
            reached.append(day)
        enough = days < 2 or len(reached) >= 2
        if (day - event).days >= days and day in WORKING_SET and enough:
            return day


@pytest.mark.parametrize("year", range(2020, 2037))
def test_the_library_knows_the_norwegian_holidays(year):
    assert working_days.public_holidays(year) == red_days(year)
    assert set(holidays.country_holidays("NO", years=[year])) == red_days(year)


@given(DAYS)
def test_a_working_day_is_neither_weekend_nor_holiday(day):
    assert working_days.is_working_day(day) is (day in WORKING_SET)


@given(DAYS, LENGTHS)
def test_the_last_day_agrees_with_the_calendar(event, days):
    assert working_days.last_day(event, days) == last_day_by_hand(event, days)


@pytest.mark.parametrize("days", [1, 2, 5, 10, 15, 25, 30, 35])
def test_every_limit_of_the_law_agrees_with_the_calendar_on_every_day_from_2020_to_2035(days):
    events = [day for day in CALENDAR if FIRST <= day <= LAST]
    assert len(events) == 5_844
    for day in events:
        assert working_days.last_day(day, days) == last_day_by_hand(day, days)


@given(DAYS, LENGTHS)
def test_a_limit_is_never_shorter_than_its_days_and_ends_on_a_working_day(event, days):
    last = working_days.last_day(event, days)
    assert (last - event).days >= days
    assert working_days.is_working_day(last)
    if days >= 2:
        assert len([day for day in WORKING if event < day <= last]) >= 2


@given(DAYS, LENGTHS)
def test_a_later_event_or_a_longer_limit_never_ends_earlier(event, days):
    last = working_days.last_day(event, days)
    assert working_days.last_day(event + ONE, days) >= last
    assert working_days.last_day(event, days + 1) >= last


@given(DAYS, st.integers(min_value=1, max_value=20))
def test_a_limit_in_working_days_counts_working_days_only(event, count):
    last = working_days.last_day_in_working_days(event, count)
    assert [day for day in WORKING if event < day <= last][-1] == last
    assert len([day for day in WORKING if event < day <= last]) == count


@given(DAYS, LENGTHS)
def test_a_backward_limit_never_moves(event, days):
    assert event - working_days.day_before(event, days) == timedelta(days=days)


@pytest.mark.parametrize(
    ("event", "days", "last"),
    [
        ("2026-11-18", 30, "2026-12-18"),
        ("2026-11-18", 10, "2026-11-30"),  # a Saturday moves to Monday
        ("2026-03-23", 10, "2026-04-07"),  # Maundy Thursday moves past Easter Monday
        ("2026-12-10", 15, "2026-12-28"),  # Christmas Day on a Friday
        ("2026-05-07", 10, "2026-05-18"),  # 17 May on a Sunday
        ("2026-04-01", 2, "2026-04-08"),  # two working days after Easter
        ("2026-11-20", 2, "2026-11-24"),  # Sunday moves to Monday, and Tuesday is the second
        ("2026-11-20", 1, "2026-11-23"),
    ],
)
def test_worked_examples(event, days, last):
    assert working_days.last_day(date.fromisoformat(event), days) == date.fromisoformat(last)


def test_the_deadline_counts_from_the_day_in_oslo():
    late_evening_in_oslo = datetime(2026, 11, 17, 23, 30, tzinfo=UTC)  # 18 November there
    expected = end_of_day(date(2026, 12, 18))
    assert working_days.earliest_deadline(late_evening_in_oslo, 30) == expected
    assert working_days.earliest_deadline(date(2026, 11, 18), 30) == expected


@pytest.mark.parametrize("count", [0, -1])
def test_a_limit_without_days_is_a_mistake(count):
    with pytest.raises(ValueError, match="at least one day"):
        working_days.last_day(date(2026, 11, 18), count)
    with pytest.raises(ValueError, match="at least one working day"):
        working_days.last_day_in_working_days(date(2026, 11, 18), count)


@given(DAYS, LENGTHS)
def test_the_proposed_deadline_is_noon_on_a_working_day_and_never_too_early(
    day: date, length: int
) -> None:
    earliest = working_days.earliest_deadline(day, length)
    proposed = working_days.noon_on_a_working_day(earliest).astimezone(OSLO)
    assert proposed >= earliest
    assert proposed.hour == 12
    assert proposed.weekday() < 5
    assert proposed.date() not in red_days(proposed.year)


def test_an_instant_after_noon_waits_for_the_next_working_day() -> None:
    friday = datetime(2026, 12, 18, 14, tzinfo=UTC)
    assert working_days.noon_on_a_working_day(friday) == datetime(2026, 12, 21, 11, tzinfo=UTC)
