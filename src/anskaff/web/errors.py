"""Pages that say what went wrong, in the reader's language, with a reference number (UX G21)."""

import json
import secrets
from collections.abc import Sequence
from http import HTTPStatus

import structlog
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from anskaff.concepts.finding import Finding
from anskaff.web.request import language

logger = structlog.get_logger()


def refused(request: HttpRequest, findings: Sequence[Finding], status: int) -> HttpResponse:
    """The page for a deed or query that was refused."""
    return _page(request, status, findings)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request could not be understood, or was too big."""
    return _page(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page is not for this viewer."""
    del exception
    return _page(request, 403)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its key: cookies are off, or the page was open since before a login."""
    del reason
    return _page(request, 403, kind="csrf")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, or the viewer may not know of it."""
    del exception
    return _page(request, 404)


def too_many(request: HttpRequest) -> HttpResponse:
    """Too many requests in a short time."""
    response = _page(request, 429)
    response["Retry-After"] = "300"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of ours; drawn without asking the database, which may be the fault."""
    del request
    number = _number(500)
    context = {
        "status": 500,
        "kind": "500",
        "number": number,
        "languages": settings.LANGUAGES,
    }
    return HttpResponse(loader.render_to_string("error.html", context), status=500)


def _page(
    request: HttpRequest, status: int, findings: Sequence[Finding] = (), kind: str = ""
) -> HttpResponse:
    number = _number(status, [finding.code for finding in findings])
    if request.GET.get("format") == "json":
        return _problem(status, findings, number)
    context = {
        "status": status,
        "kind": kind or str(status),
        "number": number,
        "findings": findings,
    }
    return render(request, "error.html", context, status=status)


def _problem(status: int, findings: Sequence[Finding], number: str) -> HttpResponse:
    """The same for whoever asked for the JSON of a page (RFC 9457)."""
    said = [
        {"code": one.code, "text": one.text(language()), "cure": one.cure(language())}
        for one in findings
    ]
    title = said[0]["text"] if said else HTTPStatus(status).phrase
    told = {"type": "about:blank", "status": status, "title": title, "instance": f"urn:x:{number}"}
    text = json.dumps(told | {"findings": said}, ensure_ascii=False)
    return HttpResponse(text, status=status, content_type="application/problem+json")


def _number(status: int, codes: Sequence[str] = ()) -> str:
    """A new reference number, also written to the server's log."""
    number = secrets.token_hex(4)
    logger.warning("page refused", number=number, status=status, codes=list(codes))
    return number
