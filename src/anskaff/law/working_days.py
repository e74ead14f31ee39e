"""R-CALC: how legal time limits are counted.

FOA § 7-6 points to FOR-1992-12-04-910, which is Regulation 1182/71: calendar days; the day of the
event is not counted; the period runs to the end of its last day; a last day that is a Saturday,
Sunday or public holiday moves to the end of the next working day; a limit counted backwards does
not move; a period of two days or more holds at least two working days. Public holidays come from
the library `holidays`, days in Oslo from `concepts.days`.

>>> from datetime import date
>>> last_day(date(2026, 11, 18), 30), last_day(date(2026, 11, 18), 10)
(datetime.date(2026, 12, 18), datetime.date(2026, 11, 30))
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache

import holidays

from anskaff.concepts.days import OSLO, end_of_day, legal_day
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.law.rule import Rule

CALCULATION = Rule(
    id="R-CALC",
    words=Words(
        nb="Frister regnes i kalenderdager fra dagen etter hendelsen og ut siste dag. Faller siste "
        "dag på lørdag, søndag eller helligdag, løper fristen ut neste virkedag. Frister som "
        "regnes "
        "bakover, flyttes ikke. En frist på to dager eller mer har minst to virkedager.",
        nn="Fristar blir rekna i kalenderdagar frå dagen etter hendinga og ut siste dag. Fell "
        "siste "
        "dag på laurdag, sundag eller heilagdag, går fristen ut neste vyrkedag. Fristar som blir "
        "rekna bakover, blir ikkje flytta. Ein frist på to dagar eller meir har minst to "
        "vyrkedagar.",
        en="Time limits are counted in calendar days from the day after the event to the end of "
        "the "
        "last day. If the last day is a Saturday, Sunday or public holiday, the limit runs to the "
        "end of the next working day. Limits counted backwards do not move. A limit of two days or "
        "more holds at least two working days.",
    ),
    source="FOA § 7-6, FOR-1992-12-04-910 (Reg. 1182/71 art. 2-3)",
)

SATURDAY = 5
FEWEST_WORKING_DAYS = 2
ONE_DAY = timedelta(days=1)
NOON = time(12)


@cache
def public_holidays(year: int) -> frozenset[date]:
    """The public holidays of Norway in one year; Sundays count only when they are holidays too.

    >>> date(2026, 5, 17) in public_holidays(2026), date(2026, 12, 24) in public_holidays(2026)
    (True, False)
    """
    return frozenset(holidays.country_holidays("NO", years=[year]))


def is_working_day(day: date) -> bool:
    """Whether `day` is neither Saturday, Sunday nor public holiday."""
    return day.weekday() < SATURDAY and day not in public_holidays(day.year)


def working_day_from(day: date) -> date:
    """The first working day on or after `day`.

    >>> working_day_from(date(2026, 4, 2))  # Maundy Thursday
    datetime.date(2026, 4, 7)
    """
    while not is_working_day(day):
        day += ONE_DAY
    return day


def last_day(event: date, days: int) -> date:
    """The last day of a limit of `days` calendar days after `event`.

    Raises:
        ValueError: fewer than one day.
    """
    if days < 1:
        raise ValueError(f"a limit is at least one day, not {days}")
    last = working_day_from(event + timedelta(days=days))
    if days >= FEWEST_WORKING_DAYS and _working_days_between(event, last) < FEWEST_WORKING_DAYS:
        last = working_day_from(last + ONE_DAY)
    return last


def last_day_in_working_days(event: date, working_days: int) -> date:
    """The last day of a limit counted in working days after `event`.

    >>> last_day_in_working_days(date(2026, 3, 30), 3)  # over Easter
    datetime.date(2026, 4, 7)

    Raises:
        ValueError: fewer than one working day.
    """
    if working_days < 1:
        raise ValueError(f"a limit is at least one working day, not {working_days}")
    day = event
    for _ in range(working_days):
        day = working_day_from(day + ONE_DAY)
    return day


def day_before(event: date, days: int) -> date:
    """The day that is `days` calendar days before `event`; a backward limit does not move.

    >>> day_before(date(2026, 12, 18), 6)  # a Saturday, and it stays there
    datetime.date(2026, 12, 12)
    """
    return event - timedelta(days=days)


def earliest_deadline(dispatched: datetime | date, days: int) -> datetime:
    r"""The first instant (UTC) after a minimum period that began with a dispatch.

    >>> from anskaff.concepts.formatting import as_text
    >>> as_text(earliest_deadline(date(2026, 11, 18), 30), "en").replace("\u00a0", " ")
    'Saturday 19 December 2026, 00:00 (Norwegian time)'
    """
    event = legal_day(dispatched) if isinstance(dispatched, datetime) else dispatched
    return end_of_day(last_day(event, days))


def noon_on_a_working_day(earliest: datetime) -> datetime:
    r"""The first noon in Oslo, on a working day, that is not before an instant; given in UTC.

    A limit that runs out at midnight, often before a weekend or a holiday, is lawful but suits
    nobody; later is always lawful too.

    >>> from anskaff.concepts.formatting import as_text
    >>> midnight = earliest_deadline(date(2026, 11, 18), 30)
    >>> as_text(noon_on_a_working_day(midnight), "en").replace("\u00a0", " ")
    'Monday 21 December 2026, 12:00 (Norwegian time)'

    Raises:
        ValueError: the instant has no time zone.
    """
    day = working_day_from(legal_day(earliest))
    noon = datetime.combine(day, NOON, OSLO).astimezone(UTC)
    if noon < earliest:
        day = working_day_from(day + ONE_DAY)
        noon = datetime.combine(day, NOON, OSLO).astimezone(UTC)
    return noon


def _working_days_between(event: date, last: date) -> int:
    """How many working days lie after `event`, `last` included."""
    span = (last - event).days
    return sum(is_working_day(event + timedelta(days=step)) for step in range(1, span + 1))


RULES = (CALCULATION,)
FINDING_KINDS: tuple[FindingKind, ...] = ()
