"""Pages: decision, letters, standstill, signing, protocol, and the public result."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from anskaff.competition.actions import awarding, deciding, signing, suspending
from anskaff.competition.paper import written
from anskaff.competition.queries import awarding as queries
from anskaff.competition.queries import published_results
from anskaff.competition.queries.protocol import kept_protocol, protocol_of
from anskaff.competition.queries.standstill import standstill as standstill_of
from anskaff.concepts.days import legal_day
from anskaff.concepts.errors import Invalid, NotFound, Refused
from anskaff.records import files
from anskaff.web import pdf
from anskaff.web.competition.awarding.forms import AwardForm, ReasonForm
from anskaff.web.competition.awarding.pages import (
    TEMPLATES,
    attempt,
    download,
    get_or_post,
    reference_of,
    sent,
    stage_page,
    traced,
)
from anskaff.web.request import PageRequest, acting, language

PDF = "application/pdf"


@get_or_post
@traced
def award(request: HttpRequest, ref: str) -> HttpResponse:
    """The draft decision, what would change the winner, and every letter as it will read."""
    page = cast(PageRequest, request)
    view = queries.award(reference_of(ref), page.viewer, at=page.now)
    form = AwardForm(sent(page), view=view)
    refused: Refused | None = None
    if page.method == "POST" and form.is_valid():
        refused = attempt(
            lambda: deciding.decide_award(
                view.reference, form.decisions(), by=acting(page), at=page.now
            )
        )
        if refused is None:
            messages.success(page, _("Utkastet er lagret. Ingen har fått beskjed ennå."))
            return redirect("award", ref)
        if isinstance(refused, Invalid):
            form.place(refused)
            refused = None
    return stage_page(page, ref, "award.html", {"view": view, "form": form}, refused=refused)


@get_or_post
@traced
def send(request: HttpRequest, ref: str) -> HttpResponse:
    """Consequences first, then the one button that sends every letter (G7)."""
    page = cast(PageRequest, request)
    view = queries.award(reference_of(ref), page.viewer, at=page.now)
    refused: Refused | None = None
    if page.method == "POST":
        refused = attempt(
            lambda: awarding.send_award_letters(
                view.reference, printer=pdf.printed_content, by=acting(page), at=page.now
            )
        )
        if refused is None:
            messages.success(page, _("Meddelelsen er sendt til alle tilbyderne."))
            return redirect("standstill", ref)
    return stage_page(page, ref, "send.html", {"view": view}, refused=refused)


@get_or_post
@traced
def reverse(request: HttpRequest, ref: str) -> HttpResponse:
    """Consequences first, then the reason (W-3)."""
    return _with_reason(request, ref, awarding.reverse_award, "reverse.html", "award")


@get_or_post
def suspend(request: HttpRequest, ref: str) -> HttpResponse:
    """Register that a request for an injunction was served (W-4)."""
    return _with_reason(request, ref, suspending.register_suspension, "suspend.html", "standstill")


@get_or_post
def lift(request: HttpRequest, ref: str) -> HttpResponse:
    """Register that the court has decided."""
    return _with_reason(request, ref, suspending.lift_suspension, "lift.html", "standstill")


@require_safe
def standstill(request: HttpRequest, ref: str) -> HttpResponse:
    """When the standstill ends, what stops signing, and who has signed."""
    page = cast(PageRequest, request)
    view = standstill_of(reference_of(ref), page.viewer, at=page.now)
    return stage_page(page, ref, "standstill.html", {"view": view})


@get_or_post
def sign(request: HttpRequest, ref: str, lot: str) -> HttpResponse:
    """Consequences first, then the signature of one's own party (G7)."""
    page = cast(PageRequest, request)
    view = standstill_of(reference_of(ref), page.viewer, at=page.now)
    contract = next((one for one in view.lots if one.key == lot), None)
    if contract is None:
        raise NotFound(signing.NO_SUCH_LOT.at("lot", lot=lot))
    refused: Refused | None = None
    if page.method == "POST":
        refused = attempt(
            lambda: signing.sign_contract(
                view.reference, lot, printer=pdf.printed_content, by=acting(page), at=page.now
            )
        )
        if refused is None:
            messages.success(page, _("Kontrakten er signert for din part."))
            return redirect("standstill", ref)
    context = {"view": view, "contract": contract}
    return stage_page(page, ref, "sign.html", context, refused=refused)


@require_safe
@traced
def protocol(request: HttpRequest, ref: str) -> HttpResponse:
    """The protocol as it stands."""
    page = cast(PageRequest, request)
    reference = reference_of(ref)
    paper = protocol_of(reference, page.viewer, at=page.now)
    kept = kept_protocol(reference, page.viewer)
    context = {"paper": written(paper, language()), "kept": kept}
    return stage_page(page, ref, "protocol.html", context)


@require_safe
@traced
def protocol_pdf(request: HttpRequest, ref: str) -> StreamingHttpResponse:
    """The protocol as PDF/A; the one that was kept when the case is signed."""
    page = cast(PageRequest, request)
    reference = reference_of(ref)
    paper = protocol_of(reference, page.viewer, at=page.now)
    kept = kept_protocol(reference, page.viewer)
    name = _("protokoll-%(ref)s.pdf") % {"ref": ref}
    if kept is not None and "naa" not in page.GET:
        return download(files.chunks(kept), name, PDF)
    made = pdf.printed(paper, language(), legal_day(page.now))
    return download([made], name, PDF)


@require_safe
def result(request: HttpRequest, ref: str) -> HttpResponse:
    """The public result: who won, what it costs, why, and the files to compute it again."""
    page = cast(PageRequest, request)
    found = published_results.award_result(reference_of(ref), page.viewer)
    if found is None:
        raise Http404
    context = {"result": found, "ref": ref}
    return TemplateResponse(page, TEMPLATES + "result.html", context)


@require_safe
def recompute_file(request: HttpRequest, ref: str, lot: str) -> StreamingHttpResponse:
    """The public evaluation file of a lot, for `anskaff award recompute`."""
    page = cast(PageRequest, request)
    made = published_results.recomputation_file(reference_of(ref), lot, page.viewer)
    return download([made], f"{ref}-{lot}.json", "application/json")


def _with_reason(
    request: HttpRequest, ref: str, deed: Callable[..., Any], template: str, after: str
) -> HttpResponse:
    """A confirm page whose deed takes a reason."""
    page = cast(PageRequest, request)
    view = standstill_of(reference_of(ref), page.viewer, at=page.now)
    form = ReasonForm(sent(page))
    refused: Refused | None = None
    if page.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        refused = attempt(lambda: deed(view.reference, reason=reason, by=acting(page), at=page.now))
        if refused is None:
            messages.success(page, _("Registrert."))
            return redirect(after, ref)
    return stage_page(page, ref, template, {"view": view, "form": form}, refused=refused)
