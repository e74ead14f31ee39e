"""Fetch what others have published, day by day, into the register.

A notice can be published some days after it was issued, and the public API lists by the day of
issue. A day is therefore asked about again until it is `SETTLED`; what was fetched of it is not
fetched again. Each day is kept as it is done, so that a fetch that stops goes on where it was; a
day with notices that could not be had is kept as if it was asked about when it began.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from anskaff.concepts.actor import SYSTEM
from anskaff.concepts.days import legal_day, start_of_day
from anskaff.notices.gateway.public import NotFetched, PublicNotices
from anskaff.notices.importing import Import, Outcome
from anskaff.notices.models import FetchedDay

SETTLED = timedelta(days=10)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What came of one day: its notices, and those that the service did not give, with why."""

    day: date
    outcomes: tuple[Outcome, ...] = ()
    missing: tuple[str, ...] = ()
    asked: bool = True


def fetch(
    api: PublicNotices, first: date, last: date, *, now: Callable[[], datetime]
) -> Iterator[Day]:
    """The days from `first` to `last`, each as it is done.

    Raises:
        NotFetched: the service did not answer about a day; the days before it are kept.
    """
    day = first
    while day <= last:
        yield _one_day(api, day, now)
        day += ONE_DAY


def _one_day(api: PublicNotices, day: date, now: Callable[[], datetime]) -> Day:
    row = FetchedDay.objects.filter(day=day).first()
    if row is not None and legal_day(row.fetched_at) - day >= SETTLED:
        return Day(day=day, asked=False)
    known: set[str] = set(row.publications) if row else set()
    listed = api.issued_on(day)
    hits = [hit for hit in listed.hits if hit.publication not in known]
    batch = Import(by=SYSTEM, clock=now)
    outcomes: list[Outcome] = []
    missing = [f"{day}: {listed.unlisted} of {listed.total} are not listed"] * bool(listed.unlisted)
    for hit in hits:
        try:
            content = api.notice(hit.publication)
        except NotFetched as error:
            missing.append(f"{hit.publication}: {error.reason}")
            continue
        outcomes += batch.take(hit.publication, content, publication=hit.publication)
    outcomes += batch.finish()
    fetched = sorted(known | {one.name for one in outcomes})
    fetched_at = start_of_day(day) if missing else now()
    FetchedDay.objects.update_or_create(
        day=day, defaults={"fetched_at": fetched_at, "publications": fetched}
    )
    return Day(day=day, outcomes=tuple(outcomes), missing=tuple(missing))
