"""What every template may show: who am I, for whom, in which role (UX G16)."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from anskaff.concepts.actor import PUBLIC, Actor
from anskaff.parties import queries as parties
from anskaff.records import inbox
from anskaff.web import session_time


def everywhere(request: HttpRequest) -> dict[str, Any]:
    """Context for all pages."""
    viewer = getattr(request, "viewer", PUBLIC)
    me = parties.myself(viewer)
    several = isinstance(viewer, Actor) and me is not None and me.choices > 1
    return {
        "viewer": viewer,
        "now": getattr(request, "now", None),
        "demo": settings.ANSKAFF_DEMO,
        "languages": settings.LANGUAGES,
        "me": me,
        "my_roles": parties.my_roles(viewer) if several else (),
        "unread": inbox.unread(viewer),
        "session_seconds": session_time.seconds_left(request),
    }
