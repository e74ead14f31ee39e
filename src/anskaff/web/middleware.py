"""What happens around every page: who looks, when, and how refusals are told."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from anskaff.concepts.actor import PUBLIC, Viewer
from anskaff.concepts.errors import Conflict, Forbidden, NotFound, Refused
from anskaff.parties import queries as parties
from anskaff.project import clock
from anskaff.web import errors
from anskaff.web.request import PageRequest

GetResponse = Callable[[HttpRequest], HttpResponse]


class ActingMiddleware:
    """Puts `viewer` and `now` on the request; the role chosen in the session decides the viewer."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        page = cast(PageRequest, request)
        page.now = clock.now()
        page.viewer = self._viewer(page)
        return self.get_response(request)

    def _viewer(self, request: PageRequest) -> Viewer:
        if not request.user.is_authenticated:
            return PUBLIC
        chosen = request.session.get("membership")
        return parties.actor_for(request.user.pk, chosen) or PUBLIC


class RefusedMiddleware:
    """Turns a refused deed into a page that says why and what to do (UX G21)."""

    STATUS = ((Forbidden, 403), (NotFound, 404), (Conflict, 409), (Refused, 422))

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer for the errors we raise on purpose; all others are bugs."""
        if not isinstance(error, Refused):
            return None
        status = next(code for kind, code in self.STATUS if isinstance(error, kind))
        return errors.refused(request, error.findings, status)


class InvalidFormMiddleware:
    """A page that shows a form with errors answers 422 (UX G6), whoever wrote its view."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        """Look at the forms in the context of an answer to a POST."""
        if request.method == "POST" and response.status_code == 200:  # noqa: PLR2004
            context = response.context_data or {}
            form = context.get("form")
            if form is not None and getattr(form, "is_bound", False) and form.errors:
                response.status_code = 422
        return response
