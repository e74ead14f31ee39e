"""How long a login lasts, and that it goes on while someone works.

A login ends `SESSION_COOKIE_AGE` after the last page. The session is written at most each twentieth
of that time, so that reading pages does not write. The page warns five minutes before the end.
Logins follow the machine's clock: moving the demo clock logs nobody out. What a page asks by
itself, to show how far something has come, is no work and keeps no login going.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest

from anskaff.project import clock

KEY = "kept_at"
BY_ITSELF = "X-By-Itself"


def go_on(request: HttpRequest) -> None:
    """Let the login last from now; part of every page of someone logged in."""
    if request.headers.get(BY_ITSELF) == "true":
        return
    age = timedelta(seconds=settings.SESSION_COOKIE_AGE)
    now = clock.machine_now()
    kept = request.session.get(KEY)
    if kept is None or now - datetime.fromisoformat(kept) > age / 20:
        start_again(request)


def start_again(request: HttpRequest) -> None:
    """Count the whole time from now."""
    request.session[KEY] = clock.machine_now().isoformat()


def seconds_left(request: HttpRequest) -> int | None:
    """Seconds until the login ends if nothing more happens; None when nobody is logged in."""
    kept = request.session.get(KEY) if hasattr(request, "session") else None
    if kept is None:
        return None
    used = clock.machine_now() - datetime.fromisoformat(kept)
    age: int = settings.SESSION_COOKIE_AGE
    return max(0, age - int(used.total_seconds()))
