"""Files of a tender: chosen in a form or dropped, sent in pieces, removed (UX G10, S4)."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.contrib import messages
from django.http import (
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
    QueryDict,
    UnreadablePostError,
)
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from anskaff.competition import arriving, file_types
from anskaff.competition.actions import uploads
from anskaff.competition.completeness import Asked
from anskaff.competition.plan import AnswerKind
from anskaff.competition.queries import tendering as queries
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound, Refused
from anskaff.project import clock
from anskaff.web.competition.tendering import tender as work_space
from anskaff.web.competition.tendering.references import reference_of
from anskaff.web.competition.tendering.streaming import SealingHandler, SentForm
from anskaff.web.request import PageRequest, acting, language

P = ParamSpec("P")
WHOLE = "1"


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def files(request: PageRequest, slug: str) -> HttpResponse:
    """The files of the tender; a POST sends files from the form.

    The tender is looked up before a byte of the request is read, and `_receive` checks the token
    before a file is begun.
    """
    by = acting(request)
    tender = queries.tender_of(reference_of(slug), by, request.now)
    if request.method != "POST":
        return _page(request, slug)
    arriving.require_room(tender.id, by=by, at=clock.now())
    handler = SealingHandler(tender.id, by)
    try:
        return _receive(request, slug, SentForm(request), handler)
    finally:
        handler.discard()


@csrf_protect
def _receive(
    request: PageRequest, slug: str, form: SentForm, handler: SealingHandler
) -> HttpResponse:
    try:
        sent = form.read_to(handler)
    except UnreadablePostError:
        sent = QueryDict()
    if sent.get("slutt") != WHOLE:
        return _page(request, slug, [("", _("Forbindelsen ble brutt. Send filene på nytt."))], 422)
    handler.take(sent.get("requirement", ""))
    problems = [
        (name, f"{finding.text(language())} {finding.cure(language())}")
        for name, finding in handler.problems
    ]
    if not handler.arrived and not problems:
        problems = [("", _("Velg minst én fil."))]
    if problems:
        return _page(request, slug, problems, 422)
    messages.success(request, _("Filene er lastet opp."))
    return HttpResponseRedirect(reverse("tender-files", args=[slug]))


@require_POST
def remove(request: PageRequest, slug: str, key: str) -> HttpResponse:
    """Take a file out of the draft."""
    uploads.remove_upload(key, by=acting(request), at=clock.now())
    messages.success(request, _("Filen er fjernet fra utkastet."))
    return HttpResponseRedirect(reverse("tender-files", args=[slug]))


def _in_json(
    view: Callable[Concatenate[PageRequest, P], HttpResponse],
) -> Callable[Concatenate[PageRequest, P], HttpResponse]:
    """Refusals as JSON, for the script that sends pieces."""

    @wraps(view)
    def answering(request: PageRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Refused as refused:
            status = _status(refused)
            found = [
                {
                    "code": finding.code,
                    "text": f"{finding.text(language())} {finding.cure(language())}",
                }
                for finding in refused.findings
            ]
            return JsonResponse({"findings": found}, status=status)

    return answering


def _status(refused: Refused) -> int:
    match refused:
        case Forbidden():
            return 403
        case NotFound():
            return 404
        case Conflict():
            return 409
        case _:
            return 422


@require_POST
@_in_json
def begin(request: PageRequest, slug: str) -> HttpResponse:
    """Make room for a file whose name and size are told."""
    by = acting(request)
    size = request.POST.get("size", "")
    key = uploads.begin_upload(
        queries.tender_id_of(reference_of(slug), by),
        name=request.POST.get("name", ""),
        size=int(size) if size.isdecimal() and len(size) < 16 else 0,  # noqa: PLR2004
        requirement=request.POST.get("requirement", ""),
        by=by,
        at=clock.now(),
    )
    return JsonResponse({"key": key, "received": 0}, status=201)


@require_safe
@_in_json
def state(request: PageRequest, slug: str, key: str) -> HttpResponse:
    """How much of a file has come, for the script to go on from there."""
    tender = queries.tender_of(reference_of(slug), acting(request), request.now)
    found = [file for file in tender.files if file.key == key]
    if not found:
        raise NotFound(arriving.NO_SUCH_UPLOAD.at("upload"))
    return JsonResponse({"received": found[0].received, "complete": found[0].complete})


@require_POST
@_in_json
def piece(request: PageRequest, slug: str, key: str) -> HttpResponse:
    """One piece of a file, as the body of the request."""
    del slug
    by = acting(request)
    offset = request.GET.get("offset", "")
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > arriving.MAX_PIECE_BYTES:
        return JsonResponse({"findings": []}, status=413)
    content = request.read(arriving.MAX_PIECE_BYTES + 1)
    if len(content) != int(length):
        return JsonResponse({"findings": []}, status=400)
    received = arriving.append(
        key,
        offset=int(offset) if offset.isdecimal() and len(offset) < 16 else -1,  # noqa: PLR2004
        piece=content,
        by=by,
        at=clock.now(),
    )
    return JsonResponse({"received": received})


@require_POST
@_in_json
def finish(request: PageRequest, slug: str, key: str) -> HttpResponse:
    """Check a file that is all here and take it into the tender."""
    del slug
    by = acting(request)
    examined = arriving.examine(key, by=by)
    try:
        check = uploads.finish_upload(key, examined=examined, by=by, at=clock.now())
    except Refused:
        if examined.findings:
            uploads.remove_upload(key, by=by, at=clock.now())
        raise
    if check == uploads.Check.INFECTED:
        raise Invalid(uploads.INFECTED.at("file"))
    return JsonResponse({"check": check.value, "sha256": examined.hashes.content})


def _page(
    request: PageRequest,
    slug: str,
    problems: list[tuple[str, str]] | None = None,
    status: int = 200,
) -> TemplateResponse:
    found = queries.tender_of(reference_of(slug), acting(request), request.now)
    choices = _requirements(found.asked, found.lots)
    context: dict[str, Any] = {
        "slug": slug,
        "page": "files",
        "tender": found,
        "steps": work_space.steps(found, slug),
        "file_problems": problems or [],
        "requirements": choices,
        "labels": dict(choices),
        "allowed": file_types.allowed_endings(),
        "limit_mib": settings.ANSKAFF_UPLOAD_LIMIT_BYTES // 1024**2,
        "chosen": request.GET.get("krav", ""),
    }
    template = "competition/tendering/files.html"
    return TemplateResponse(request, template, context, status=status)


def _requirements(asked: Asked, lots: tuple[str, ...]) -> list[tuple[str, str]]:
    """What a file may answer; those that ask for a file come first."""
    wanted = sorted(asked.requirements_for(lots), key=lambda one: one.answer is not AnswerKind.FILE)
    return [(one.key, f"{one.key}: {one.text[:80]}") for one in wanted]
