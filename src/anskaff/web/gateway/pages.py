"""A notice on its way: timeline, raw answers, «Prøv igjen», «Stopp», receipt (UX B5, G7–G9)."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import content_disposition_header, url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from anskaff.competition.queries.announcing import notice_team
from anskaff.concepts.days import legal_day
from anskaff.concepts.errors import Conflict, NotFound
from anskaff.notices.actions import sending
from anskaff.notices.queries import submissions as queries
from anskaff.notices.queries.submissions import SubmissionView
from anskaff.notices.submission_access import NO_SUCH_SUBMISSION
from anskaff.parties import queries as parties
from anskaff.project import gateways
from anskaff.web import pdf
from anskaff.web.gateway.faults import explained
from anskaff.web.gateway.receipt_paper import receipt_paper
from anskaff.web.request import PageRequest, acting, language

LARGEST_ID = 2**63 - 1


@require_http_methods(["GET", "HEAD", "POST"])
def submission(request: PageRequest, number: int) -> HttpResponse:
    """Where the notice is; POST tries again at once."""
    actor = acting(request)
    _possible(number)
    if request.method == "POST":
        sending.retry(number, team=notice_team(actor), by=actor, at=request.now)
        messages.success(request, _("Vi prøver igjen om noen sekunder."))
        return redirect(_back(request, number))
    found = _found(request, number)
    return TemplateResponse(request, "gateway/submission.html", on_its_way(request, found))


@require_safe
def timeline(request: PageRequest, number: int) -> HttpResponse:
    """The part of a page that renews itself; with news all about the way is drawn anew in place."""
    _possible(number)
    found = _found(request, number)
    shown = on_its_way(request, found)
    if request.GET.get("sett") == shown["seen"]:
        return TemplateResponse(request, "gateway/timeline.html", shown)
    response = TemplateResponse(request, "gateway/on_its_way.html", shown)
    response["HX-Retarget"] = f"#pa-vei-{number}"
    response["HX-Reswap"] = "outerHTML"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: PageRequest, number: int) -> HttpResponse:
    """The confirm page, and the deed."""
    actor = acting(request)
    _possible(number)
    back = _back(request, number)
    if request.method == "POST":
        try:
            sending.stop(number, team=notice_team(actor), by=actor, at=request.now)
        except Conflict as error:
            messages.error(request, error.findings[0].text(language()))
        else:
            messages.success(request, _("Kunngjøringen er bedt stoppet."))
        return redirect(back)
    shown = {"submission": _found(request, number), "back": back}
    return TemplateResponse(request, "gateway/stop.html", shown)


@require_safe
def xml(request: PageRequest, number: int) -> StreamingHttpResponse:
    """The notice as it is sent."""
    _possible(number)
    kept = queries.sent_notice(number, acting(request), notice_team(request.viewer))
    return _download(kept.chunks, "application/xml", kept.name)


@require_safe
def raw_answer(request: PageRequest, number: int, attempt: int) -> StreamingHttpResponse:
    """What the service answered, byte for byte, as a file that no browser runs."""
    _possible(number, attempt)
    kept = queries.raw_answer(number, attempt, acting(request), notice_team(request.viewer))
    return _download(kept.chunks, "application/octet-stream", kept.name)


@require_safe
def receipt(request: PageRequest, number: int) -> StreamingHttpResponse:
    """The receipt as PDF/A; there is one when the notice is published."""
    _possible(number)
    found = _found(request, number)
    if found.state != "published":
        raise NotFound(NO_SUCH_SUBMISSION.at("number", number=number))
    name = parties.names([found.submitted_by]).get(found.submitted_by, "")
    printed = pdf.printed(receipt_paper(found, name), language(), legal_day(request.now))
    return _download([printed], "application/pdf", f"kvittering-{number}.pdf")


def on_its_way(request: PageRequest, found: SubmissionView) -> dict[str, Any]:
    """What `gateway/on_its_way.html` shows; its deeds come back to the page that it stands on."""
    team = notice_team(request.viewer)
    sent = queries.sent_notice(found.number, request.viewer, team).chunks if found.faults else ()
    return {
        "submission": found,
        "seen": f"{found.state}-{len(found.attempts)}",
        "faults": explained(found, b"".join(sent)),
        "names": parties.names([found.submitted_by]),
        "is_connected": gateways.is_connected(),
        "back": request.htmx.current_url_abs_path or request.path,
    }


def _found(request: PageRequest, number: int) -> SubmissionView:
    actor = acting(request)
    return queries.submission(number, actor, notice_team(actor))


def _back(request: PageRequest, number: int) -> str:
    """Where the person came from, when it is a page of ours; else the page of the submission."""
    asked = request.POST.get("til", "") or request.GET.get("til", "")
    ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if ours else reverse("submission", args=[number])


def _possible(*numbers: int) -> None:
    """No row has a number that the database cannot hold.

    Raises:
        NotFound: one of them is larger.
    """
    if max(numbers) > LARGEST_ID:
        raise NotFound(NO_SUCH_SUBMISSION.at("number", number=str(numbers[0])[:20]))


def _download(content: Iterable[bytes], media_type: str, name: str) -> StreamingHttpResponse:
    headers = {"Content-Disposition": content_disposition_header(True, name) or "attachment"}
    return StreamingHttpResponse(content, content_type=media_type, headers=headers)
