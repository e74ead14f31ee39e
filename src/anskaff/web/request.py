"""The request as our views know it."""

from datetime import datetime

from django.http import HttpRequest, QueryDict
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

LONGEST_NUMBER = 18


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


def posted(request: PageRequest) -> QueryDict | None:
    """What a form was sent with, also when it was sent empty; None when it was not sent."""
    return request.POST if request.method == "POST" else None


def whole_number(text: str) -> int | None:
    """A number that someone sent, such as an id or a page; None when it makes no sense.

    >>> whole_number("12"), whole_number("-1"), whole_number("9" * 40)
    (12, None, None)
    """
    sensible = text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER
    return int(text) if sensible else None
