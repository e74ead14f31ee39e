"""What every template may show: who am I, for whom, in which role (UX G16)."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from anskaff.concepts.actor import PUBLIC, Actor
from anskaff.parties import queries as parties


def everywhere(request: HttpRequest) -> dict[str, Any]:
    """Context for all pages."""
    viewer = getattr(request, "viewer", PUBLIC)
    return {
        "viewer": viewer,
        "now": getattr(request, "now", None),
        "demo": settings.ANSKAFF_DEMO,
        "me": parties.myself(viewer) if isinstance(viewer, Actor) else None,
    }
