"""What these pages share: the case's way from opening to contract, refusals, and traced access."""

from collections.abc import Callable, Iterable
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from anskaff.competition.actions.opening import note_refused_access
from anskaff.concepts.actor import Actor
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound, Refused
from anskaff.web.request import PageRequest

STAGES: tuple[tuple[str, str | Promise], ...] = (
    ("opening", _("Åpning")),
    ("impartiality", _("Habilitet")),
    ("qualification", _("Kvalifikasjon")),
    ("evaluation", _("Evaluering")),
    ("award", _("Tildeling")),
    ("standstill", _("Karens og signering")),
    ("protocol", _("Protokoll")),
)
WITHIN = {
    "reject-tender": "qualification",
    "submit-scores": "evaluation",
    "agree-scores": "evaluation",
    "confirm-evaluation": "evaluation",
    "ranking": "evaluation",
    "reopen-evaluation": "evaluation",
    "send-letters": "award",
    "reverse-award": "award",
    "suspend": "standstill",
    "lift-suspension": "standstill",
    "sign-contract": "standstill",
}
TEMPLATES = "competition/awarding/"
STATUS = {Invalid: 422, Conflict: 409}
TRACED = frozenset({"impartiality-not-declared", "not-impartial", "prices-hidden-from-evaluators"})

View = Callable[..., HttpResponseBase]
get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def reference_of(ref: str) -> str:
    """The case reference of an address: 2026-1042 is 2026/1042."""
    return ref.replace("-", "/", 1)


def sent(request: PageRequest) -> QueryDict | None:
    """What was sent, also when it is empty; None when the page is only looked at."""
    return request.POST if request.method == "POST" else None


def stage_page(
    request: PageRequest,
    ref: str,
    template: str,
    context: dict[str, Any],
    *,
    refused: Refused | None = None,
) -> HttpResponse:
    """A page of one case with the way from opening to contract; a refusal stands on top."""
    view = context.get("view")
    name = (request.resolver_match.url_name or "") if request.resolver_match else ""
    shown = {
        "ref": ref,
        "case_name": f"{view.reference} {view.title}" if view else reference_of(ref),
        "stages": STAGES,
        "stage": WITHIN.get(name, name),
        "is_stage": name not in WITHIN,
        "refused": refused.findings if refused else (),
        **context,
    }
    status = next((code for kind, code in STATUS.items() if isinstance(refused, kind)), 200)
    return TemplateResponse(request, TEMPLATES + template, shown, status=status)


def attempt(save: Callable[[], object]) -> Refused | None:
    """Carry out a deed; a refusal that the page can show is returned, others go on."""
    try:
        save()
    except (Invalid, Conflict) as refused:
        return refused
    return None


def traced(view: View) -> View:
    """A page of opened tenders: who is refused for bias or blindness is noted in the log (B13)."""

    def traced_view(request: HttpRequest, ref: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        page = cast(PageRequest, request)
        try:
            return view(page, ref, *args, **kwargs)
        except Forbidden as refused:
            codes = [finding.code for finding in refused.findings]
            if isinstance(page.viewer, Actor) and TRACED & set(codes):
                _note(reference_of(ref), codes, page)
            raise

    traced_view.__name__ = view.__name__
    traced_view.__doc__ = view.__doc__
    return traced_view


def _note(reference: str, codes: list[str], page: PageRequest) -> None:
    assert isinstance(page.viewer, Actor)
    try:
        note_refused_access(reference, codes, by=page.viewer, at=page.now)
    except NotFound:
        return


def download(content: Iterable[bytes], name: str, media_type: str) -> StreamingHttpResponse:
    """Bytes that the browser saves and never shows."""
    headers = {"Content-Disposition": content_disposition_header(True, name) or "attachment"}
    return StreamingHttpResponse(content, content_type=media_type, headers=headers)
