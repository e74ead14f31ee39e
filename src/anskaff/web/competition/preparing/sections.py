"""The pages on which a draft is written, one per section of the plan."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from functools import partial, wraps
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from anskaff.calculations.scoring import MODELS
from anskaff.competition.actions import preparing as actions
from anskaff.competition.actions import specifying
from anskaff.competition.plan import Plan, mark
from anskaff.competition.queries import codes
from anskaff.competition.queries import preparing as queries
from anskaff.competition.queries.preparing import CaseView
from anskaff.competition.states import State
from anskaff.competition.unsaved import Page
from anskaff.concepts.actor import TeamRole
from anskaff.law.climate_weight import lots_of
from anskaff.law.procedure_guide import Procedure
from anskaff.parties import queries as parties
from anskaff.records import files
from anskaff.web.codes.fields import offer
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
from anskaff.web.competition.unsaved import Typed, typed_on
from anskaff.web.request import PageRequest, acting

View = Callable[..., HttpResponse]

MOST_BLANK_ROWS = 20
get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def locked(request: PageRequest, view: CaseView) -> HttpResponse | None:
    """The page that shows a section that cannot be written now; None for a draft of one's own.

    A POST goes on, so that the deed itself refuses it with its reason.
    """
    if request.method == "POST" or (view.may_change and view.plan.state is State.DRAFT):
        return None
    return case_page(request, view, "locked.html")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on a page of the draft, and the deed that saves it.

    `save` is called with `seen`, `by` and `at` when form and rows are right. `after` is the part of
    the plan whose stamp a page gets that saved itself.
    """

    typed: Typed
    form: forms.Form
    save: Callable[..., object]
    rows: Any = None
    more: Mapping[str, object] = field(default_factory=dict)
    after: Callable[[Plan], object] | None = None

    def is_right(self) -> bool:
        """Whether form and rows can be saved as they were sent."""
        return self.form.is_valid() and (self.rows is None or self.rows.is_valid())

    def shown(self) -> dict[str, object]:
        """What the template gets."""
        rows = {} if self.rows is None else {"rows": self.rows}
        return {"typed": self.typed, "form": self.form, **rows, **self.more}


def section(name: str, template: str) -> Callable[[Callable[[PageRequest, CaseView], Sheet]], View]:
    """A page of the draft: shut for those who cannot write it, saved when it is right."""

    def page_of(sheet_of: Callable[[PageRequest, CaseView], Sheet]) -> View:
        @get_or_post
        @wraps(sheet_of)
        def section_page(request: HttpRequest, ref: str) -> HttpResponse:
            page = cast(PageRequest, request)
            view = case_of(page, ref)
            if shut := locked(page, view):
                return shut
            sheet = sheet_of(page, view)
            refused = None
            if page.method == "POST" and sheet.is_right():
                seen = sheet.form.cleaned_data["seen"]
                refused = attempt(lambda: sheet.save(seen=seen, by=acting(page), at=page.now))
                if refused is None:
                    return saved(page, name, ref, sheet.after)
            return case_page(page, view, template, sheet.shown(), refused=refused)

        return section_page

    return page_of


@section("case-need", "need.html")
def need(page: PageRequest, view: CaseView) -> Sheet:
    """What is bought and why."""
    before = view.plan.need
    typed = typed_on(page, view.plan.reference, Page.NEED, mark(before))
    form = ours.NeedForm(
        posted(page),
        initial=typed.over({**asdict(before), "seen": typed.mark}, ours.NeedForm.base_fields),
    )
    offer(form, "cpv", codes.cpv_used(page.viewer))
    offer(form, "place", codes.places_used(page.viewer))
    return Sheet(
        typed=typed,
        form=form,
        save=lambda **told: actions.set_need(view.plan.reference, form.value(before), **told),
        after=lambda plan: plan.need,
    )


@section("case-procedure", "procedure.html")
def procedure(page: PageRequest, view: CaseView) -> Sheet:
    """The procedure: what the law proposes, and what the buyer chooses."""
    plan = view.plan
    chosen = (plan.procedure.value, plan.deviation_reason)
    typed = typed_on(page, plan.reference, Page.PROCEDURE, mark(chosen))
    form = ours.ProcedureForm(
        posted(page),
        initial=typed.over(
            {"procedure": chosen[0], "deviation_reason": chosen[1], "seen": typed.mark},
            ours.ProcedureForm.base_fields,
        ),
    )
    return Sheet(
        typed=typed,
        form=form,
        save=lambda **told: actions.set_procedure(
            plan.reference,
            Procedure(form.cleaned_data["procedure"]),
            deviation_reason=form.cleaned_data["deviation_reason"],
            **told,
        ),
    )


@section("case-lots", "lots.html")
def lots(page: PageRequest, view: CaseView) -> Sheet:
    """The lots, or why there are none."""
    plan = view.plan
    typed = typed_on(page, plan.reference, Page.LOTS, mark(plan.lots))
    form = ours.LotsForm(
        posted(page),
        initial=typed.over(
            {"no_lots_reason": plan.no_lots_reason, "seen": typed.mark}, ours.LotsForm.base_fields
        ),
    )
    rows = rows_of(page, ours.LotForm, typed, plan.lots)
    used = codes.cpv_used(page.viewer)
    for row in rows:
        offer(row, "cpv", used)
    return Sheet(
        typed=typed,
        form=form,
        rows=rows,
        save=lambda **told: specifying.set_lots(
            plan.reference,
            values(rows),
            no_lots_reason=form.cleaned_data["no_lots_reason"],
            **told,
        ),
    )


@section("case-requirements", "requirements.html")
def requirements(page: PageRequest, view: CaseView) -> Sheet:
    """The requirements."""
    plan = view.plan
    typed = typed_on(page, plan.reference, Page.REQUIREMENTS, mark(plan.requirements))
    rows = rows_of(page, ours.RequirementForm, typed, plan.requirements, lots=lot_choices(view))
    return Sheet(
        typed=typed,
        form=stamp_of(page, typed),
        rows=rows,
        save=lambda **told: specifying.set_requirements(plan.reference, values(rows), **told),
    )


@section("case-criteria", "criteria.html")
def criteria(page: PageRequest, view: CaseView) -> Sheet:
    """Award criteria, weights, model, tie rule and climate (B7, B8)."""
    plan = view.plan.criteria
    typed = typed_on(page, view.plan.reference, Page.AWARD_CRITERIA, mark(plan))
    method = {
        "price_model": plan.price_model,
        "tie_rule": plan.tie_rule,
        "climate_ground": plan.climate_ground,
        "climate_reason": plan.climate_reason,
    }
    form = ours.MethodForm(
        posted(page),
        initial=typed.over({**method, "seen": typed.mark}, ours.MethodForm.base_fields),
    )
    rows = rows_of(page, ours.CriterionForm, typed, plan.criteria, lots=lot_choices(view))
    for row in rows:
        row.stated = dict(plan.stated_weights).get(row.initial.get("key", ""), "")
    return Sheet(
        typed=typed,
        form=form,
        rows=rows,
        save=lambda **told: specifying.set_award_criteria(
            view.plan.reference,
            values(rows),
            **{name: form.cleaned_data[name] for name in method},
            **told,
        ),
        more={"models": MODELS, "sums": weight_sums(view)},
    )


@section("case-prices", "prices.html")
def prices(page: PageRequest, view: CaseView) -> Sheet:
    """The price sheet."""
    plan = view.plan
    typed = typed_on(page, plan.reference, Page.PRICE_SHEET, mark(plan.price_lines))
    rows = rows_of(page, ours.PriceLineForm, typed, plan.price_lines, lots=lot_choices(view))
    return Sheet(
        typed=typed,
        form=stamp_of(page, typed),
        rows=rows,
        save=lambda **told: specifying.set_price_sheet(plan.reference, values(rows), **told),
    )


@section("case-deadlines", "deadlines.html")
def deadlines(page: PageRequest, view: CaseView) -> Sheet:
    """The deadlines, with the earliest lawful one and its reasons."""
    dates = view.plan.deadlines
    typed = typed_on(page, view.plan.reference, Page.DEADLINES, mark(dates))
    form = ours.DeadlinesForm(
        posted(page),
        initial=typed.over(
            {
                **day_and_time("tender", dates.tender_deadline),
                **day_and_time("question", dates.question_deadline),
                "short_deadline_reason": dates.short_deadline_reason,
                "validity_days": dates.validity_days,
                "standstill_days": dates.standstill_days,
                "seen": typed.mark,
            },
            ours.DeadlinesForm.base_fields,
        ),
    )
    return Sheet(
        typed=typed,
        form=form,
        save=lambda **told: actions.set_deadlines(view.plan.reference, form.value(), **told),
        after=lambda plan: plan.deadlines,
    )


@section("case-team", "team.html")
def team(page: PageRequest, view: CaseView) -> Sheet:
    """Who works on the case, and with what."""
    people = parties.colleagues(page.viewer)
    has = {(each.person, each.role) for each in view.plan.team}
    typed = typed_on(page, view.plan.reference, Page.TEAM, mark(view.plan.team))
    form = ours.TeamForm(
        posted(page),
        people=people,
        initial=typed.over(
            {
                "seen": typed.mark,
                **{
                    ours.TeamForm.field_of(role): [str(p) for p, task in has if task is role]
                    for role in TeamRole
                },
            },
            ours.TeamForm.base_fields,
        ),
    )
    return Sheet(
        typed=typed,
        form=form,
        save=lambda **told: actions.set_team(view.plan.reference, form.value(), **told),
        more={"people": people},
    )


def stamp_of(page: PageRequest, typed: Typed) -> StampedForm:
    """The form of a page that has nothing but rows."""
    seen = typed.over({"seen": typed.mark}, StampedForm.base_fields)
    return StampedForm(posted(page), initial=seen)


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


@require_safe
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
    request: PageRequest,
    form: type[forms.Form],
    typed: Typed,
    rows: Sequence[Any],
    **options: Any,
) -> Any:
    """The rows as typed or saved, with blank ones after them: one, or `?rader=` as many."""
    asked = request.GET.get("rader", "1")
    blank = min(int(asked), MOST_BLANK_ROWS) if asked.isdecimal() else 1
    made = forms.formset_factory(
        form, extra=blank, can_delete=True, max_num=500, absolute_max=520, validate_max=True
    )
    return made(
        posted(request),
        initial=typed.rows([asdict(row) for row in rows], partial(form, **options)),
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
