"""Pages: the evaluator's matrix, comparison and agreement, and the ranking with its formula."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from anskaff.competition.actions import agreeing, evaluating
from anskaff.competition.actions import scoring as deeds
from anskaff.competition.queries.ranking import ranking as ranking_of
from anskaff.competition.queries.scoring import ScoringView, missing_points, scoring
from anskaff.competition.states import State
from anskaff.competition.unsaved import Page
from anskaff.concepts.errors import Invalid, Refused
from anskaff.web.competition.awarding.forms import AgreementForm, MatrixForm, ReasonForm
from anskaff.web.competition.awarding.pages import (
    attempt,
    get_or_post,
    reference_of,
    sent,
    stage_page,
    traced,
)
from anskaff.web.competition.unsaved import Typed, typed_on
from anskaff.web.request import PageRequest, acting


@get_or_post
@traced
def evaluation(request: HttpRequest, ref: str) -> HttpResponse:
    """One's own points, tenders down and criteria across; a plain form that saves."""
    page = cast(PageRequest, request)
    view = scoring(reference_of(ref), page.viewer)
    if view.state is not State.OPENED:
        return redirect("ranking", ref)
    if not view.may_score:
        return redirect("agree-scores", ref)
    typed = typed_on(page, view.reference, Page.SCORES)
    form = MatrixForm(sent(page), view=view)
    form.initial = typed.over({}, form.fields)
    refused: Refused | None = None
    if page.method == "POST" and form.is_valid():
        refused = attempt(
            lambda: deeds.save_scores(view.reference, form.given(), by=acting(page), at=page.now)
        )
        missing = missing_points(view.reference, page.viewer) if "submit" in page.POST else ()
        if refused is None and "submit" in page.POST and not missing:
            return redirect("submit-scores", ref)
        if refused is None:
            messages.success(page, _("Poengene dine er lagret. Bare du ser dem."))
            if not missing:
                return redirect("evaluation", ref)
            form.place(missing)
        if isinstance(refused, Invalid):
            form.place(refused.findings)
            refused = None
    return _matrix(page, ref, form, typed, view=view, template="matrix.html", refused=refused)


@get_or_post
@traced
def submit(request: HttpRequest, ref: str) -> HttpResponse:
    """Consequences first, then the one button that hands the points in (G7)."""
    page = cast(PageRequest, request)
    view = scoring(reference_of(ref), page.viewer)
    if not view.may_score:
        return redirect("evaluation", ref)
    refused: Refused | None = None
    if page.method == "POST":
        refused = attempt(lambda: deeds.submit_scores(view.reference, by=acting(page), at=page.now))
        if refused is None:
            messages.success(page, _("Poengene er levert."))
            return redirect("agree-scores", ref)
    typed = typed_on(page, view.reference, Page.SCORES)
    return stage_page(page, ref, "submit.html", {"view": view, "typed": typed}, refused=refused)


@get_or_post
@traced
def agree(request: HttpRequest, ref: str) -> HttpResponse:
    """Submitted points side by side, and the form to agree (B10)."""
    page = cast(PageRequest, request)
    view = scoring(reference_of(ref), page.viewer)
    if view.may_score:
        return redirect("evaluation", ref)
    typed = typed_on(page, view.reference, Page.AGREED_SCORES)
    form = AgreementForm(sent(page), view=view)
    form.initial = typed.over({}, form.fields)
    refused: Refused | None = None
    if page.method == "POST" and form.is_valid():
        refused = attempt(
            lambda: agreeing.agree_scores(
                view.reference,
                form.given(),
                change_reason=form.cleaned_data.get("change_reason", ""),
                by=acting(page),
                at=page.now,
            )
        )
        if refused is None:
            messages.success(page, _("De omforente poengene er lagret."))
            return redirect("agree-scores", ref)
        if isinstance(refused, Invalid):
            form.place(refused.findings)
            refused = None
    return _matrix(page, ref, form, typed, view=view, template="comparison.html", refused=refused)


@get_or_post
@traced
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """Consequences first, then the one button that ranks the tenders (G7)."""
    page = cast(PageRequest, request)
    view = scoring(reference_of(ref), page.viewer)
    refused: Refused | None = None
    if page.method == "POST":
        refused = attempt(
            lambda: evaluating.confirm_evaluation(view.reference, by=acting(page), at=page.now)
        )
        if refused is None:
            messages.success(page, _("Evalueringen er bekreftet."))
            return redirect("ranking", ref)
    return stage_page(page, ref, "confirm_evaluation.html", {"view": view}, refused=refused)


@require_safe
@traced
def ranking(request: HttpRequest, ref: str) -> HttpResponse:
    """The exact ranking, and the formula with the numbers filled in (B11)."""
    page = cast(PageRequest, request)
    view = ranking_of(reference_of(ref), page.viewer)
    return stage_page(page, ref, "ranking.html", {"view": view})


@get_or_post
@traced
def reopen(request: HttpRequest, ref: str) -> HttpResponse:
    """Back to scoring, with a reason."""
    page = cast(PageRequest, request)
    view = ranking_of(reference_of(ref), page.viewer)
    form = ReasonForm(sent(page))
    refused: Refused | None = None
    if page.method == "POST" and form.is_valid():
        refused = attempt(
            lambda: evaluating.reopen_evaluation(
                view.reference, reason=form.cleaned_data["reason"], by=acting(page), at=page.now
            )
        )
        if refused is None:
            messages.success(page, _("Evalueringen er åpnet igjen."))
            return redirect("evaluation", ref)
    return stage_page(page, ref, "reopen.html", {"view": view, "form": form}, refused=refused)


def _matrix(
    page: PageRequest,
    ref: str,
    form: MatrixForm,
    typed: Typed,
    *,
    view: ScoringView,
    template: str,
    refused: Refused | None,
) -> HttpResponse:
    """The matrix with each cell beside its two fields."""
    lots = [
        (
            lot,
            [
                (
                    row,
                    [
                        (cell, form[f"points-{cell.where}"], form[f"reason-{cell.where}"])
                        for cell in row.cells
                    ],
                )
                for row in lot.rows
            ],
        )
        for lot in view.lots
    ]
    context = {"view": view, "form": form, "lots": lots, "typed": typed}
    return stage_page(page, ref, template, context, refused=refused)
