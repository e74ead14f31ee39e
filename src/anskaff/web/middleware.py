"""What happens around every page: who looks, when, and how refusals are told."""

from collections.abc import Callable
from typing import cast

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from anskaff.concepts.actor import PUBLIC, Actor, Viewer
from anskaff.concepts.errors import Conflict, Forbidden, NotFound, Refused
from anskaff.parties import queries as parties
from anskaff.project import clock
from anskaff.web import errors, session_time
from anskaff.web.parties import kept_form
from anskaff.web.request import LOG_IN_FIRST, PageRequest

GetResponse = Callable[[HttpRequest], HttpResponse]


class ActingMiddleware:
    """Puts `viewer` and `now` on the request; the role chosen in the session decides the viewer.

    Pages of someone logged in are for their browser only, and keep the login going.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        page = cast(PageRequest, request)
        page.now = clock.now()
        page.viewer = self._viewer(page)
        if page.user.is_authenticated:
            session_time.go_on(page)
        response = self.get_response(request)
        response.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        if page.user.is_authenticated:
            response.setdefault("Cache-Control", "private, no-cache")
        return response

    def _viewer(self, request: PageRequest) -> Viewer:
        if not request.user.is_authenticated:
            return PUBLIC
        chosen = request.session.get("membership")
        return parties.actor_for(request.user.pk, chosen) or PUBLIC


class SecondFactorMiddleware:
    """Sends people in roles that need a second factor to set one up before anything else.

    The roles are in `ANSKAFF_SECOND_FACTOR_ROLES`; none by default.
    """

    FREE = ("account_", "mfa_", "choose-role", "set-language", "keep-session")

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        """Look at the role before any view runs."""
        del view, args, kwargs
        page = cast(PageRequest, request)
        viewer = page.viewer
        if not isinstance(viewer, Actor) or page.user.is_anonymous:
            return None
        if viewer.role.value not in settings.ANSKAFF_SECOND_FACTOR_ROLES:
            return None
        name = page.resolver_match.view_name if page.resolver_match else ""
        if name.startswith(self.FREE) or is_mfa_enabled(page.user):
            return None
        return HttpResponseRedirect(reverse("mfa_activate_totp"))


class RefusedMiddleware:
    """Turns a refused deed into a page that says why and what to do (UX G21).

    A browser that is not logged in goes to the login instead, and what it sent is kept (UX G4);
    also where a page hides from the public what it was sent to, when the login has run out.
    A refusal without a word gets a page too.
    """

    STATUS = ((Forbidden, 403), (NotFound, 404), (Conflict, 409))

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        wordless = response.status_code in {405, 413} and not response.content
        if wordless and self._is_browser(cast(PageRequest, request)):
            page = errors.refused(request, (), response.status_code)
            if "Allow" in response:
                page["Allow"] = response["Allow"]
            return page
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer for the errors we raise on purpose; all others are bugs."""
        if not isinstance(error, Refused):
            return None
        page = cast(PageRequest, request)
        log_in_first = any(finding.kind is LOG_IN_FIRST for finding in error.findings)
        ran_out = page.method == "POST" and kept_form.was_logged_in(page)
        if page.user.is_anonymous and (log_in_first or ran_out) and self._is_browser(page):
            return kept_form.log_in_first(page)
        status = next((code for kind, code in self.STATUS if isinstance(error, kind)), 422)
        return errors.refused(request, error.findings, status)

    @staticmethod
    def _is_browser(request: PageRequest) -> bool:
        return bool(request.htmx) or "text/html" in request.headers.get("Accept", "")


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
