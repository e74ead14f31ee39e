"""«Ny sak fra kunngjøring»: a published eForms notice becomes a draft case."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from anskaff.competition.actions import importing
from anskaff.competition.actions.preparing import procurement_officer
from anskaff.concepts.errors import Conflict, Unreadable
from anskaff.concepts.finding import Finding
from anskaff.web.competition.preparing.forms import NoticeForm
from anskaff.web.competition.preparing.pages import ref_of
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
            return redirect("case", ref_of(imported.reference))
    shown = {"form": form, "refused": findings}
    return TemplateResponse(request, TEMPLATE, shown, status=status)


def _told(findings: tuple[Finding, ...]) -> str:
    """How many things a person must look at."""
    count = len(findings)
    return ngettext(
        "%(count)s ting i kunngjøringen bør kontrolleres.",
        "%(count)s ting i kunngjøringen bør kontrolleres.",
        count,
    ) % {"count": count}
