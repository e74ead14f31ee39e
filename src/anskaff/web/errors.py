"""Pages that say what went wrong, in the reader's language, with a reference number (UX G21)."""

import secrets
from collections.abc import Sequence

import structlog
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from anskaff.concepts.finding import Finding

logger = structlog.get_logger()


def refused(request: HttpRequest, findings: Sequence[Finding], status: int) -> HttpResponse:
    """The page for a deed or query that was refused."""
    return _page(request, status, findings)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request could not be understood."""
    del exception
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page is not for this viewer."""
    del exception
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, or the viewer may not know of it."""
    del exception
    return _page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return _page(request, 500)


def _page(request: HttpRequest, status: int, findings: Sequence[Finding] = ()) -> HttpResponse:
    number = secrets.token_hex(4)
    logger.warning(
        "page refused", number=number, status=status, codes=[finding.code for finding in findings]
    )
    context = {"status": status, "number": number, "findings": findings}
    return render(request, "error.html", context, status=status)
