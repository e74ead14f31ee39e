"""Notices as an Atom feed (RFC 4287), for any search."""

from collections.abc import Sequence
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse

from anskaff.notices.hits import Hit
from anskaff.web.request import PageRequest, language

ATOM = "application/atom+xml; charset=utf-8"


def feed(request: PageRequest, title: str, hits: Sequence[Hit], page: str = "") -> HttpResponse:
    """A feed called `title` with an entry for each notice, in the order given.

    `page` is the address of the page that lists the same; the search itself when left out. The feed
    is as new as its newest entry, so that it is the same bytes until something happens.
    """
    updated = max((hit.registered_at for hit in hits), default=None)
    entries = [
        (hit, _address(request, hit), _tag(request, f"kunngjoringer/{hit.notice}/{hit.version}"))
        for hit in hits
    ]
    asked = request.GET.copy()
    asked.pop("format", None)
    query = asked.urlencode()
    here = request.build_absolute_uri(reverse("notices")) + (f"?{query}" if query else "")
    context = {
        "title": title,
        "id": _tag(request, f"{request.path[4:]}?{urlencode(sorted(asked.items()))}".rstrip("?")),
        "self": request.build_absolute_uri(),
        "page": request.build_absolute_uri(page) if page else here,
        "updated": updated or request.now.replace(hour=0, minute=0, second=0, microsecond=0),
        "entries": entries,
        "language": language(),
    }
    return HttpResponse(render_to_string("notices/feed.xml", context), content_type=ATOM)


def _address(request: HttpRequest, hit: Hit) -> str:
    return request.build_absolute_uri(reverse("notice", args=[hit.notice]))


def _tag(request: HttpRequest, name: str) -> str:
    """The same whatever the language and scheme of the request (RFC 4151)."""
    host = urlsplit(request.build_absolute_uri()).hostname or "localhost"
    return f"tag:{host},2026:{name}"
