"""«Ny sak fra kunngjøring»: a published eForms notice becomes a draft case."""

from typing import cast

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from anskaff.competition.actions import importing
from anskaff.competition.drafting import procurement_officer
from anskaff.competition.queries import preparing as queries
from anskaff.concepts.errors import Conflict, NotFound, Unreadable
from anskaff.concepts.finding import Finding
from anskaff.records import files
from anskaff.web.competition.preparing import labels
from anskaff.web.competition.preparing.forms import NoticeForm
from anskaff.web.competition.preparing.pages import case_of, case_page, ref_of
from anskaff.web.request import PageRequest, acting

TEMPLATE = "competition/preparing/import.html"


@require_http_methods(["GET", "HEAD", "POST"])
def import_notice(request: HttpRequest) -> HttpResponse:
    """Upload a notice; on success the new case opens, else the findings stand on the page."""
    page = cast(PageRequest, request)
    actor = acting(page)
    procurement_officer(actor)
    sent = page.method == "POST"
    form = NoticeForm(page.POST if sent else None, page.FILES if sent else None)
    findings: tuple[Finding, ...] = ()
    status = 200
    if sent and form.is_valid():
        uploaded = form.cleaned_data["notice"]
        try:
            imported = importing.import_notice(
                uploaded.read(), uploaded.name, by=actor, at=page.now
            )
        except Unreadable as error:
            findings, status = error.findings, 422
        except Conflict as error:
            findings, status = error.findings, 409
        else:
            messages.success(request, _("Kunngjøringen er hentet inn som et utkast."))
            if imported.findings:
                messages.warning(request, _told(imported.findings))
            return redirect("case-notice", ref_of(imported.reference))
    shown = {"form": form, "refused": findings}
    return TemplateResponse(request, TEMPLATE, shown, status=status)


@require_safe
def notice(request: HttpRequest, ref: str) -> HttpResponse:
    """What the notice said beside the plan, what to check, and what was not understood."""
    page = cast(PageRequest, request)
    view = case_of(page, ref)
    said = view.imported.facts if view.imported else {}
    shown = {
        "imported_facts": [(labels.IMPORTED[name], value) for name, value in said.items()],
        "import_findings": queries.import_findings(view.plan.reference, page.viewer),
    }
    return case_page(page, view, "notice.html", shown)


@require_safe
def notice_file(request: HttpRequest, ref: str) -> FileResponse:
    """The notice as it came, byte for byte."""
    page = cast(PageRequest, request)
    view = case_of(page, ref)
    if view.imported is None:
        raise NotFound(queries.NO_SUCH_DOCUMENT.at("notice"))
    return FileResponse(
        files.opened(view.imported.sha256),
        as_attachment=True,
        filename=f"{ref}.xml",
        content_type="application/octet-stream",
    )


def _told(findings: tuple[Finding, ...]) -> str:
    """How many things a person must look at."""
    count = len(findings)
    return ngettext(
        "%(count)s ting i kunngjøringen bør kontrolleres.",
        "%(count)s ting i kunngjøringen bør kontrolleres.",
        count,
    ) % {"count": count}
