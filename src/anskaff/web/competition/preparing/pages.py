"""What the pages of one case share: the case, the menu of its sections, and telling refusals."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from anskaff.calculations.scoring import MODELS
from anskaff.competition.plan import Plan, mark
from anskaff.competition.queries import preparing
from anskaff.competition.queries.preparing import CaseView
from anskaff.competition.queries.unsaved import unsaved_sections
from anskaff.competition.states import State
from anskaff.concepts.errors import Conflict, Invalid, Refused
from anskaff.concepts.finding import Finding
from anskaff.concepts.formatting import clock
from anskaff.law.climate_weight import GROUND_WORDS, GroundKind
from anskaff.law.procedure_guide import PROCEDURE_WORDS
from anskaff.web.competition.preparing import labels
from anskaff.web.competition.unsaved import ADDRESSES, keep_what_was_sent
from anskaff.web.request import PageRequest, language

SECTIONS: tuple[tuple[str, str | Promise, tuple[str, ...]], ...] = (
    ("case-need", _("Behov"), ("need", "start_day")),
    ("case-procedure", _("Prosedyre"), ("procedure",)),
    ("case-lots", _("Delkontrakter"), ("lots",)),
    ("case-requirements", _("Krav"), ("requirements",)),
    ("case-criteria", _("Kriterier"), ("award_criteria", "climate_grounds", "tie_rule")),
    ("case-prices", _("Prisskjema"), ("price_sheet",)),
    ("case-documents", _("Dokumenter"), ("documents",)),
    (
        "case-deadlines",
        _("Frister"),
        ("tender_deadline", "question_deadline", "standstill", "short_deadline_reason"),
    ),
    ("case-team", _("Lag"), ("team",)),
)
TEMPLATES = "competition/preparing/"
REFUSED_STATUS = {Invalid: 422, Conflict: 409}


def reference_of(ref: str) -> str:
    """The case reference of an address: 2026-1042 is 2026/1042."""
    return ref.replace("-", "/", 1)


def ref_of(reference: str) -> str:
    """The part of an address for a case reference."""
    return reference.replace("/", "-")


def case_of(request: PageRequest, ref: str) -> CaseView:
    """The case of an address, as this viewer may see it."""
    return preparing.case(reference_of(ref), request.viewer, request.now)


def section_of(where: str) -> str:
    """The page on which a finding at this place is cured."""
    if ".award_criteria" in where:
        return "case-criteria"
    first = where.split(".", 1)[0]
    return next((name for name, _title, places in SECTIONS if first in places), "case")


def links_for(findings: tuple[Finding, ...], ref: str) -> dict[str, str]:
    """Where to cure each finding, by its place."""
    return {each.where: reverse(section_of(each.where), args=[ref]) for each in findings}


def case_page(
    request: PageRequest,
    view: CaseView,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    refused: Refused | None = None,
) -> HttpResponse:
    """A page of one case with its menu; a refusal stands on top with its status.

    A POST that gets here was not saved: what was saved is answered with a redirect. When the draft
    was to save itself, it is kept as typed, and nobody is disturbed while typing.
    """
    ref = ref_of(view.plan.reference)
    section = request.resolver_match.url_name if request.resolver_match else ""
    if request.htmx and request.method == "POST":
        typed = next(page for page, name in ADDRESSES.items() if name == section)
        return keep_what_was_sent(request, view.plan.reference, typed)
    own = tuple(each for each in view.findings if section_of(each.where) == section)
    shown = {
        "view": view,
        "plan": view.plan,
        "ref": ref,
        "sections": [
            (name, title, sum(section_of(each.where) == name for each in view.findings))
            for name, title, _places in SECTIONS
        ],
        "section": section,
        "unsaved": {
            ADDRESSES[page] for page in unsaved_sections(view.plan.reference, request.viewer)
        },
        "own_findings": own,
        "links": links_for(view.findings, ref),
        "editable": view.may_change and view.plan.state is State.DRAFT,
        "refused": refused.findings if refused else (),
        "first_link": next(iter(links_for(view.findings, ref).values()), ""),
        **_plan_labels(view),
        **(context or {}),
    }
    unsaved = 422 if request.method == "POST" else 200
    known = (code for kind, code in REFUSED_STATUS.items() if isinstance(refused, kind))
    return TemplateResponse(request, TEMPLATES + template, shown, status=next(known, unsaved))


def _plan_labels(view: CaseView) -> dict[str, object]:
    """Words for the keys in a plan."""
    plan = view.plan
    ground = plan.criteria.climate_ground
    return {
        "kind_label": labels.KINDS[plan.need.kind],
        "procedure_label": PROCEDURE_WORDS[plan.procedure].in_(language()),
        "model_label": next(
            (each.name.in_(language()) for each in MODELS if each.id == plan.criteria.price_model),
            plan.criteria.price_model,
        ),
        "ground_label": GROUND_WORDS[GroundKind(ground)].in_(language()) if ground else "",
    }


def posted(request: PageRequest) -> QueryDict | None:
    """What was sent by POST, also when it is empty; None for other methods."""
    return request.POST if request.method == "POST" else None


def attempt(save: Callable[[], object]) -> Refused | None:
    """Carry out a deed; a refusal that the form can show is returned, others go on."""
    try:
        save()
    except (Invalid, Conflict) as refused:
        return refused
    return None


def saved(
    request: PageRequest, name: str, ref: str, section: Callable[[Plan], object] | None = None
) -> HttpResponse:
    """Back to the same page, which says that the draft is saved and when (G4).

    A draft that saved itself while someone typed only gets the time and the new stamp of `section`.
    """
    if request.htmx and section is not None:
        stamp = mark(section(case_of(request, ref).plan))
        context = {"stamp": stamp, "at": request.now}
        return TemplateResponse(request, f"{TEMPLATES}autosaved.html", context)
    at = clock(request.now, language())
    messages.success(request, str(_("Utkast lagret %(at)s.")) % {"at": at})
    return redirect(name, ref)
