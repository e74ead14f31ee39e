"""One notice as people read it, and the same as JSON, XML and PDF (UX P1, P2)."""

import json
from collections.abc import Mapping

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date, quote_etag
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from anskaff.competition.paper import PaperJson
from anskaff.concepts import formatting
from anskaff.concepts.days import legal_day
from anskaff.concepts.finding import Severity
from anskaff.notices.public_words import Phase
from anskaff.notices.queries import reading as queries
from anskaff.notices.queries.reading import PublicNotice
from anskaff.web.competition.tendering.twins import as_json, twin
from anskaff.web.notices import labels
from anskaff.web.notices.sheet import Part, language_of, sheet_of
from anskaff.web.pdf import printed_content
from anskaff.web.request import PageRequest, language

AVAILABILITY = {
    Phase.OPEN: "https://schema.org/InStock",
    Phase.CLOSED: "https://schema.org/SoldOut",
    Phase.CANCELLED: "https://schema.org/Discontinued",
}
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@require_safe
def notice(request: PageRequest, identifier: str, version: str = "") -> HttpResponse:
    """A notice: its newest version, or the one that the address names."""
    found = queries.notice(identifier, version, request.viewer, request.now)
    if request.GET.get("format") == "json":
        return _json(request, found)
    if request.GET.get("format") == "pdf":
        return _pdf(request, found)
    shown = (Severity.ERROR, Severity.WARNING)
    context = {
        "found": found,
        "hit": found.hit,
        "sheet": sheet_of(found.reading),
        "remarks": [one for one in found.reading.findings if one.severity in shown],
        "structured": _structured(request, found),
        "address": request.build_absolute_uri(reverse("notice", args=[identifier])),
    }
    return TemplateResponse(request, "notices/notice.html", context)


@require_safe
def original(request: PageRequest, identifier: str, version: str) -> HttpResponseBase:
    """The XML as it was published; always as a download, and only when it is not known."""
    found = queries.original(identifier, version, request.viewer)
    etag, changed = quote_etag(found.sha256), int(found.registered_at.timestamp())
    known = get_conditional_response(request, etag=etag, last_modified=changed)
    if known is not None:
        return known
    response = StreamingHttpResponse(found.chunks(), content_type="application/xml")
    name = f"kunngjoring-{identifier}-{found.version}.xml"
    response["Content-Disposition"] = str(content_disposition_header(True, name))
    response["ETag"], response["Last-Modified"] = etag, http_date(changed)
    return response


@conditional_page
def _json(request: PageRequest, found: PublicNotice) -> HttpResponse:
    del request
    return twin(found)


@conditional_page
def _pdf(request: PageRequest, found: PublicNotice) -> HttpResponse:
    hit = found.hit
    buyers = ", ".join(hit.buyers)
    content: dict[str, PaperJson] = {
        "title": hit.title.in_(language()) or _("Kunngjøring uten tittel"),
        "author": buyers or "Anskaff",
        "running": _("Kunngjøring {notice}, versjon {version}").format(
            notice=hit.notice, version=hit.version
        ),
        "subtitle": f"{hit.phase_words.in_(language())} · {buyers}",
        "recipient": [],
        "facts": [
            [_("Kunngjøring"), f"{hit.notice}, {_('versjon')} {hit.version}"],
            [_("Kunngjort"), formatting.instant(hit.published_at, language())],
            [_("SHA-256 av originalen"), found.sha256],
        ],
        "sections": [_section(part) for part in sheet_of(found.reading)],
        "signature": [],
    }
    data = printed_content(content, language(), legal_day(request.now))
    response = HttpResponse(data, content_type="application/pdf")
    name = f"kunngjoring-{hit.notice}-{hit.version}.pdf"
    response["Content-Disposition"] = str(content_disposition_header(False, name))
    return response


def _section(part: Part) -> Mapping[str, PaperJson]:
    return {
        "key": part.key,
        "heading": part.heading,
        "paragraphs": [*part.texts, *(f"{fact.label}: {fact.text}" for fact in part.facts)],
        "items": [],
        "tables": [
            {
                "header": list(table.header),
                "rows": [list(row) for row in table.rows],
                "numeric": list(table.numeric),
            }
            for table in part.tables
        ],
    }


def _structured(request: PageRequest, found: PublicNotice) -> SafeString:
    """What search engines read: a demand (schema.org), as a data block that is never run."""
    hit = found.hit
    title = hit.title.in_(language())
    ends = hit.published_at if hit.phase is Phase.CANCELLED else hit.deadline
    value = {
        "@context": "https://schema.org",
        "@type": "Demand",
        "identifier": hit.notice,
        "name": title,
        "description": hit.description.in_(language()),
        "inLanguage": language_of(hit.title),
        "url": request.build_absolute_uri(reverse("notice", args=[hit.notice])),
        "validFrom": hit.published_at.isoformat(),
        "availability": AVAILABILITY.get(hit.phase),
        "availabilityEnds": ends.isoformat() if ends else None,
        "areaServed": labels.nuts_name(hit.place) if hit.place else None,
        "itemOffered": {
            "@type": "Product",
            "name": title,
            "category": labels.cpv_name(hit.cpv) if hit.cpv else None,
        },
        "priceSpecification": {
            "@type": "PriceSpecification",
            "price": f"{hit.value.amount:f}",
            "priceCurrency": hit.value.currency,
            "valueAddedTaxIncluded": False,
        }
        if hit.value
        else None,
        "mainEntityOfPage": {
            "@type": "WebPage",
            "datePublished": hit.published_at.isoformat(),
            "dateModified": hit.registered_at.isoformat(),
            "version": hit.version,
            "publisher": [
                {
                    "@type": "GovernmentOrganization",
                    "name": name,
                }
                for name in hit.buyers
            ],
        },
    }
    said = {name: each for name, each in value.items() if each is not None}
    text = json.dumps(as_json(said), ensure_ascii=False).translate(ESCAPES)
    return mark_safe(text)  # noqa: S308 - the signs that could end the block are escaped
