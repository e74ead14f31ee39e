"""The clock: the only place that asks what time it is.

Outside demo mode it is the machine's clock in UTC. In demo mode an offset, kept in a file in the
data folder, lets a newcomer move through deadlines and standstill (`anskaff clock advance 15d`).
"""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from django.conf import settings

from anskaff.concepts.days import legal_day


def now() -> datetime:
    """The present instant (UTC), moved by the demo offset when there is one."""
    return machine_now() + offset()


def machine_now() -> datetime:
    """The machine's own instant (UTC), for logins, which the demo clock does not move."""
    return datetime.now(UTC)  # noqa: TID251 - this is the clock


def today() -> date:
    """The present legal day in Oslo."""
    return legal_day(now())


def offset() -> timedelta:
    """How far the demo clock is ahead of the machine's; zero outside demo mode."""
    if not settings.ANSKAFF_DEMO:
        return timedelta()
    path = _offset_file()
    return timedelta(seconds=int(path.read_text())) if path.exists() else timedelta()


def advance(by: timedelta) -> datetime:
    """Move the demo clock forward and return the new present.

    Raises:
        RuntimeError: outside demo mode, where time cannot be moved.
    """
    if not settings.ANSKAFF_DEMO:
        raise RuntimeError("the clock can only be moved in demo mode")
    moved = offset() + by
    path = _offset_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(str(int(moved.total_seconds())))
    return now()


def _offset_file() -> Path:
    return Path(settings.ANSKAFF_DATA_DIR) / "demo-clock"
