"""Instants are UTC; a legal day is a calendar day in Oslo."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")


def legal_day(at: datetime) -> date:
    """The calendar day in Oslo at this instant.

    >>> legal_day(datetime(2026, 6, 30, 22, 30, tzinfo=UTC))
    datetime.date(2026, 7, 1)
    """
    if at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return at.astimezone(OSLO).date()


def start_of_day(on: date) -> datetime:
    """The instant (UTC) at which a legal day begins."""
    return datetime.combine(on, time(), OSLO).astimezone(UTC)


def end_of_day(on: date) -> datetime:
    """The instant (UTC) at which a legal day has ended: the start of the next one."""
    return start_of_day(on + timedelta(days=1))
