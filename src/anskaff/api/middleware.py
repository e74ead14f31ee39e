"""What happens around every request to the API: limits, formats, and no error without a problem."""

from collections.abc import Callable
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

from anskaff.api import problems
from anskaff.project import clock
from anskaff.records import throttle

PREFIX = "/api/"
WINDOW_SECONDS = 60


class ApiMiddleware:
    """Answers requests under `/api/`, and lets all others through.

    Every error becomes a problem, also those that Django itself answers with a page. Answers can
    be asked for again with `If-None-Match`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path.startswith(PREFIX):
            return self.get_response(request)
        response = _stopped(request) or self._answered(request)
        if response.status_code >= 400 and not _is_problem(response):  # noqa: PLR2004 - HTTP
            return problems.of_status(request, response)
        return response

    def _answered(self, request: HttpRequest) -> HttpResponse:
        asked = request.method
        if asked == "HEAD":
            request.method = "GET"
        response = self.get_response(request)
        request.method = asked
        assert isinstance(response, HttpResponse | StreamingHttpResponse)
        if response.status_code != 200:  # noqa: PLR2004 - HTTP
            return response  # type: ignore[return-value]
        available = response.get("Content-Type", "").partition(";")[0]
        if not request.accepts(available):
            found = problems.NOT_ACCEPTABLE.at("headers.Accept", available=available)
            return problems.answer(request, 406, [found])
        return _validated(request, response)


def _stopped(request: HttpRequest) -> HttpResponse | None:
    """The problem with a request that is too large, or one too many; None when it may go on."""
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdecimal() and int(length[:20]) > limit:
        return problems.answer(request, 413, [problems.TOO_LARGE.at("body", limit=limit)])
    most = settings.ANSKAFF_API_REQUESTS_PER_MINUTE
    wait = throttle.seconds_to_wait(
        "api", request, most=most, window_seconds=WINDOW_SECONDS, at=clock.machine_now()
    )
    if wait:
        found = problems.TOO_MANY.at("address", limit=most)
        return problems.answer(request, 429, [found], {"Retry-After": str(wait)})
    return None


def _validated(
    request: HttpRequest, response: HttpResponse | StreamingHttpResponse
) -> HttpResponse:
    """The answer with its ETag, or 304 when the caller has it already."""
    if not response.streaming and not response.has_header("ETag"):
        response["ETag"] = f'"{sha256(response.content).hexdigest()[:32]}"'
    response.setdefault("Cache-Control", "public, no-cache")
    patch_vary_headers(response, ("Accept",))
    etag = response.get("ETag")
    answered = get_conditional_response(request, etag=etag, response=response)  # type: ignore[arg-type]
    assert isinstance(answered, HttpResponse | StreamingHttpResponse)
    return answered


def _is_problem(response: HttpResponseBase) -> bool:
    return response.headers.get("Content-Type", "") == problems.MEDIA_TYPE
