"""The request as our views know it."""

from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import get_language
from django_htmx.middleware import HtmxDetails

from anskaff.concepts.actor import Actor, Viewer
from anskaff.concepts.errors import Forbidden
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words

LOG_IN_FIRST = FindingKind(
    code="log-in-first",
    text=Words(
        nb="Du må være logget inn for en virksomhet for å gjøre dette.",
        nn="Du må vere logga inn for ei verksemd for å gjere dette.",
        en="You must be logged in for an organisation to do this.",
    ),
    cure=Words(
        nb="Logg inn, og velg hvilken virksomhet du handler for.",
        nn="Logg inn, og vel kva verksemd du handlar for.",
        en="Log in and choose the organisation you act for.",
    ),
)


class PageRequest(HttpRequest):
    """An HttpRequest after our middleware: who looks (`viewer`) and when (`now`)."""

    viewer: Viewer
    now: datetime
    htmx: HtmxDetails


def acting(request: PageRequest) -> Actor:
    """The logged-in actor.

    Raises:
        Forbidden: nobody is logged in, or no role is chosen.
    """
    if isinstance(request.viewer, Actor):
        return request.viewer
    raise Forbidden(LOG_IN_FIRST.at("viewer"))


def language() -> str:
    """The language of this page: nb, nn or en."""
    return (get_language() or "nb")[:2]
