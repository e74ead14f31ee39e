"""The pages on which a draft is written, one per section of the plan."""

from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from functools import partial
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from anskaff.calculations.scoring import MODELS
from anskaff.competition.actions import preparing as actions
from anskaff.competition.actions import specifying
from anskaff.competition.plan import mark
from anskaff.competition.queries import preparing as queries
from anskaff.competition.queries.preparing import CaseView
from anskaff.competition.states import State
from anskaff.concepts.actor import TeamRole
from anskaff.law.climate_weight import lots_of
from anskaff.law.procedure_guide import Procedure
from anskaff.parties import queries as parties
from anskaff.records import files
from anskaff.web.competition.preparing import forms as ours
from anskaff.web.competition.preparing.fields import StampedForm, day_and_time
from anskaff.web.competition.preparing.pages import (
    attempt,
    case_of,
    case_page,
    posted,
    reference_of,
    saved,
)
from anskaff.web.request import PageRequest, acting

MOST_BLANK_ROWS = 20
get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def locked(request: PageRequest, view: CaseView) -> HttpResponse | None:
    """The page that shows a section that cannot be written now; None for a draft of one's own.

    A POST goes on, so that the deed itself refuses it with its reason.
    """
    if request.method == "POST" or (view.may_change and view.plan.state is State.DRAFT):
        return None
    return case_page(request, view, "locked.html")


@get_or_post
def need(request: HttpRequest, ref: str) -> HttpResponse:
    """What is bought and why."""
    page = cast(PageRequest, request)
    view = case_of(page, ref)
    if shut := locked(page, view):
        return shut
    before = view.plan.need
    form = ours.NeedForm(posted(page), initial={**asdict(before), "seen": mark(before)})
    refused = None
    if page.method == "POST" and form.is_valid():
        refused = attempt(
            lambda: actions.set_need(
                view.plan.reference,
                form.value(before),
                seen=form.cleaned_data["seen"],
                by=acting(page),
                at=page.now,
            )
        )
        if refused is None:
            return saved(page, "case-need", ref, lambda plan: plan.need)
    return case_page(page, view, "need.html", {"form": form}, refused=refused)


@get_or_post
def procedure(request: HttpRequest, ref: str) -> HttpResponse:
    """The procedure: what the law proposes, and what the buyer chooses."""
    page = cast(PageRequest, request)
    view = case_of(page, ref)
    if shut := locked(page, view):
        return shut
    plan = view.plan
    chosen = (plan.procedure.value, plan.deviation_reason)
    form = ours.ProcedureForm(
        posted(page),
        initial={"procedure": chosen[0], "deviation_reason": chosen[1], "seen": mark(chosen)},
    )
    refused = None
    if page.method == "POST" and form.is_valid():
        refused = attempt(
            lambda: actions.set_procedure(
                plan.reference,
                Procedure(form.cleaned_data["procedure"]),
                deviation_reason=form.cleaned_data["deviation_reason"],
                seen=form.cleaned_data["seen"],
                by=acting(page),
                at=page.now,
            )
        )
        if refused is None:
            return saved(page, "case-procedure", ref)
    return case_page(page, view, "procedure.html", {"form": form}, refused=refused)


@get_or_post
def lots(request: HttpRequest, ref: str) -> HttpResponse:
    """The lots, or why there are none."""
    page = cast(PageRequest, request)
    view = case_of(page, ref)
    if shut := locked(page, view):
        return shut
    plan = view.plan
    form = ours.LotsForm(
        posted(page),
        initial={"no_lots_reason": plan.no_lots_reason, "seen": mark(plan.lots)},
    )
    rows = rows_of(page, ours.LotForm, plan.lots)
    refused = None
    if page.method == "POST" and form.is_valid() and rows.is_valid():
        refused = attempt(
            lambda: specifying.set_lots(
                plan.reference,
                values(rows),
                no_lots_reason=form.cleaned_data["no_lots_reason"],
                seen=form.cleaned_data["seen"],
                by=acting(page),
                at=page.now,
            )
        )
        if refused is None:
            return saved(page, "case-lots", ref)
    return case_page(page, view, "lots.html", {"form": form, "rows": rows}, refused=refused)


@get_or_post
def requirements(request: HttpRequest, ref: str) -> HttpResponse:
    """The requirements."""
    page = cast(PageRequest, request)
    view = case_of(page, ref)
    if shut := locked(page, view):
        return shut
    plan = view.plan
    form = StampedForm(posted(page), initial={"seen": mark(plan.requirements)})
    rows = rows_of(page, ours.RequirementForm, plan.requirements, lots=lot_choices(view))
    refused = None
    if page.method == "POST" and form.is_valid() and rows.is_valid():
        refused = attempt(
            lambda: specifying.set_requirements(
                plan.reference,
                values(rows),
                seen=form.cleaned_data["seen"],
                by=acting(page),
                at=page.now,
            )
        )
        if refused is None:
            return saved(page, "case-requirements", ref)
    return case_page(page, view, "requirements.html", {"form": form, "rows": rows}, refused=refused)


@get_or_post
def criteria(request: HttpRequest, ref: str) -> HttpResponse:
    """Award criteria, weights, model, tie rule and climate (B7, B8)."""
    page = cast(PageRequest, request)
    view = case_of(page, ref)
    if shut := locked(page, view):
        return shut
    section = view.plan.criteria
    form = ours.MethodForm(
        posted(page),
        initial={
            "price_model": section.price_model,
            "tie_rule": section.tie_rule,
            "climate_ground": section.climate_ground,
            "climate_reason": section.climate_reason,
            "seen": mark(section),
        },
    )
    rows = rows_of(page, ours.CriterionForm, section.criteria, lots=lot_choices(view))
    for row in rows:
        row.stated = dict(section.stated_weights).get(row.initial.get("key", ""), "")
    refused = None
    if page.method == "POST" and form.is_valid() and rows.is_valid():
        written = form.cleaned_data
        refused = attempt(
            lambda: specifying.set_award_criteria(
                view.plan.reference,
                values(rows),
                price_model=written["price_model"],
                tie_rule=written["tie_rule"],
                climate_ground=written["climate_ground"],
                climate_reason=written["climate_reason"],
                seen=written["seen"],
                by=acting(page),
                at=page.now,
            )
        )
        if refused is None:
            return saved(page, "case-criteria", ref)
    shown = {
        "form": form,
        "rows": rows,
        "models": MODELS,
        "sums": weight_sums(view),
    }
    return case_page(page, view, "criteria.html", shown, refused=refused)


@get_or_post
def prices(request: HttpRequest, ref: str) -> HttpResponse:
    """The price sheet."""
    page = cast(PageRequest, request)
    view = case_of(page, ref)
    if shut := locked(page, view):
        return shut
    plan = view.plan
    form = StampedForm(posted(page), initial={"seen": mark(plan.price_lines)})
    rows = rows_of(page, ours.PriceLineForm, plan.price_lines, lots=lot_choices(view))
    refused = None
    if page.method == "POST" and form.is_valid() and rows.is_valid():
        refused = attempt(
            lambda: specifying.set_price_sheet(
                plan.reference,
                values(rows),
                seen=form.cleaned_data["seen"],
                by=acting(page),
                at=page.now,
            )
        )
        if refused is None:
            return saved(page, "case-prices", ref)
    return case_page(page, view, "prices.html", {"form": form, "rows": rows}, refused=refused)


@get_or_post
def deadlines(request: HttpRequest, ref: str) -> HttpResponse:
    """The deadlines, with the earliest lawful one and its reasons."""
    page = cast(PageRequest, request)
    view = case_of(page, ref)
    if shut := locked(page, view):
        return shut
    dates = view.plan.deadlines
    form = ours.DeadlinesForm(
        posted(page),
        initial={
            **day_and_time("tender", dates.tender_deadline),
            **day_and_time("question", dates.question_deadline),
            "short_deadline_reason": dates.short_deadline_reason,
            "validity_days": dates.validity_days,
            "standstill_days": dates.standstill_days,
            "seen": mark(dates),
        },
    )
    refused = None
    if page.method == "POST" and form.is_valid():
        refused = attempt(
            lambda: actions.set_deadlines(
                view.plan.reference,
                form.value(),
                seen=form.cleaned_data["seen"],
                by=acting(page),
                at=page.now,
            )
        )
        if refused is None:
            return saved(page, "case-deadlines", ref, lambda plan: plan.deadlines)
    return case_page(page, view, "deadlines.html", {"form": form}, refused=refused)


@get_or_post
def team(request: HttpRequest, ref: str) -> HttpResponse:
    """Who works on the case, and with what."""
    page = cast(PageRequest, request)
    view = case_of(page, ref)
    if shut := locked(page, view):
        return shut
    people = parties.colleagues(page.viewer)
    has = {(each.person, each.role) for each in view.plan.team}
    form = ours.TeamForm(
        posted(page),
        people=people,
        initial={
            "seen": mark(view.plan.team),
            **{
                ours.TeamForm.field_of(role): [str(p) for p, task in has if task is role]
                for role in TeamRole
            },
        },
    )
    refused = None
    if page.method == "POST" and form.is_valid():
        refused = attempt(
            lambda: actions.set_team(
                view.plan.reference,
                form.value(),
                seen=form.cleaned_data["seen"],
                by=acting(page),
                at=page.now,
            )
        )
        if refused is None:
            return saved(page, "case-team", ref)
    return case_page(page, view, "team.html", {"form": form, "people": people}, refused=refused)


@get_or_post
def documents(request: HttpRequest, ref: str) -> HttpResponse:
    """The procurement documents: add and list."""
    page = cast(PageRequest, request)
    view = case_of(page, ref)
    if shut := locked(page, view):
        return shut
    form = ours.DocumentsForm(
        posted(page),
        page.FILES if page.method == "POST" else None,
    )
    refused = None
    if page.method == "POST" and form.is_valid():
        for each in form.cleaned_data["documents"]:
            refused = refused or attempt(partial(_add, page, view.plan.reference, each))
        if refused is None:
            return saved(page, "case-documents", ref)
        view = case_of(page, ref)
    return case_page(page, view, "documents.html", {"form": form}, refused=refused)


def _add(page: PageRequest, reference: str, uploaded: "UploadedFile[bytes]") -> None:
    """Add one uploaded file as a document of the case."""
    actions.add_document(
        reference,
        uploaded.name or "",
        uploaded.chunks(),
        media_type=uploaded.content_type or "application/octet-stream",
        by=acting(page),
        at=page.now,
    )


@require_POST
def remove_document(request: HttpRequest, ref: str, document: int) -> HttpResponse:
    """Take a document out of the draft."""
    page = cast(PageRequest, request)
    actions.remove_document(reference_of(ref), document, by=acting(page), at=page.now)
    return saved(page, "case-documents", ref)


@require_GET
def document(request: HttpRequest, ref: str, document: int) -> FileResponse:
    """The bytes of a document, as a file to keep and never as a page."""
    page = cast(PageRequest, request)
    found = queries.case_document(reference_of(ref), document, page.viewer)
    return FileResponse(
        files.opened(found.sha256),
        as_attachment=True,
        filename=found.name,
        content_type="application/octet-stream",
    )


def rows_of(
    request: PageRequest, form: type[forms.Form], rows: Sequence[Any], **options: Any
) -> Any:
    """The rows as forms, with blank ones after them: one, or `?rader=` as many."""
    asked = request.GET.get("rader", "1")
    blank = min(int(asked), MOST_BLANK_ROWS) if asked.isdecimal() else 1
    made = forms.formset_factory(
        form, extra=blank, can_delete=True, max_num=500, absolute_max=520, validate_max=True
    )
    return made(
        posted(request),
        initial=[asdict(row) for row in rows],
        form_kwargs=options,
        prefix="rows",
    )


def values(rows: Any) -> list[Any]:
    """The rows that were written and not marked for removal."""
    return [row.value() for row in rows if row.cleaned_data and not row.cleaned_data.get("DELETE")]


def weight_sums(view: CaseView) -> list[tuple[str, Decimal]]:
    """The sum of weights of each lot, by the lot's title; no title when all lots are alike."""
    titles = dict(lot_choices(view))
    return [
        (titles.get(lot, ""), sum((each.weight_percent for each in own), Decimal(0)))
        for lot, own in lots_of(view.plan.criteria.criteria)
    ]


def lot_choices(view: CaseView) -> list[tuple[str, str]]:
    """Lots as choices of a field."""
    return [(lot.key, lot.title) for lot in view.plan.lots]
