"""What search engines may read: robots.txt and a sitemap of all notices, a page at a time."""

from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import conditional_page, require_safe

from anskaff.notices.queries import reading as queries
from anskaff.web.request import PageRequest

XML = "application/xml; charset=utf-8"
CLOSED = ("/*/logg-inn/", "/*/innkjop/", "/*/leverandor/", "/*/min-side/", "/*/innboks/")
LANGUAGES = ("nb", "nn", "en")


@require_safe
def robots(request: PageRequest) -> HttpResponse:
    """Public pages may be read, pages of someone logged in need not be asked for."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
    lines += [f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
@conditional_page
def index(request: PageRequest) -> HttpResponse:
    """The sitemaps that there are."""
    pages = range(1, queries.sitemap_pages(request.viewer) + 1)
    addresses = [
        request.build_absolute_uri(reverse("sitemap-notices", args=[page])) for page in pages
    ]
    return _xml("notices/sitemap_index.xml", {"addresses": addresses})


@require_safe
@conditional_page
def notices(request: PageRequest, page: int) -> HttpResponse:
    """One page of notices, each in every language."""
    found = queries.sitemap(page, request.viewer)
    if not found and page > 1:
        raise Http404
    entries = []
    for identifier, changed in found:
        addresses = []
        for code in LANGUAGES:
            with override(code):
                path = reverse("notice", args=[identifier])
            addresses.append((code, request.build_absolute_uri(path)))
        entries.append((addresses[0][1], addresses, changed))
    return _xml("notices/sitemap.xml", {"entries": entries})


def _xml(template: str, context: dict[str, object]) -> HttpResponse:
    return HttpResponse(render_to_string(template, context), content_type=XML)
