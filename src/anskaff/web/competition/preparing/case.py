"""The page of one case, and the acts that cannot be undone: publish, extend, cancel."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from anskaff.competition.actions import publishing
from anskaff.competition.queries.splitting import similar_purchases
from anskaff.competition.states import STATE_WORDS, State
from anskaff.concepts.errors import Refused
from anskaff.web.competition.preparing import labels
from anskaff.web.competition.preparing.fields import day_and_time
from anskaff.web.competition.preparing.forms import CancellationForm, ElsewhereForm, ExtensionForm
from anskaff.web.competition.preparing.pages import attempt, case_of, case_page, posted, ref_of
from anskaff.web.request import PageRequest, acting

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def case(request: HttpRequest, ref: str) -> HttpResponse:
    """Where the case stands, the next action, deadlines, team and what is missing."""
    page = cast(PageRequest, request)
    view = case_of(page, ref)
    similar = similar_purchases(view.plan.reference, page.viewer, page.now)
    order = [state for state, _words in labels.PHASES]
    here = order.index(view.plan.state) if view.plan.state in order else -1
    shown = {
        "splitting": similar.findings,
        "similar_cases": [(ref_of(each.reference), each) for each in similar.cases],
        "state_words": STATE_WORDS[view.plan.state],
        "step_words": labels.STEPS[view.step],
        "phases": [
            (words, "done" if n < here else "now" if n == here else "later")
            for n, (_state, words) in enumerate(labels.PHASES)
        ],
        "kind_words": labels.KINDS[view.plan.need.kind],
        "team": [(each.name, labels.TEAM_ROLES[each.role], each) for each in view.plan.team],
        "may_extend": view.may_change
        and view.plan.state is State.PUBLISHED
        and view.plan.deadlines.tender_deadline is not None
        and view.plan.deadlines.tender_deadline > page.now,
        "may_cancel": view.may_change
        and view.plan.state in {State.PUBLISHED, State.OPENED, State.EVALUATED, State.AWARDED},
    }
    return case_page(page, view, "case.html", shown)


@require_safe
def preview(request: HttpRequest, ref: str) -> HttpResponse:
    """What the public will see."""
    page = cast(PageRequest, request)
    return case_page(page, case_of(page, ref), "preview.html")


@get_or_post
def publish(request: HttpRequest, ref: str) -> HttpResponse:
    """Consequences first, then the one button that publishes (G7)."""
    page = cast(PageRequest, request)
    view = case_of(page, ref)
    form = ElsewhereForm(posted(page))
    refused: Refused | None = None
    if page.method == "POST" and form.is_valid():
        refused = attempt(
            lambda: publishing.publish(
                view.plan.reference, elsewhere=form.stated(), by=acting(page), at=page.now
            )
        )
        if refused is None:
            messages.success(request, _("Konkurransen er kunngjort. Metoden er låst."))
            return redirect("case", ref)
    return case_page(page, view, "publish.html", {"form": form}, refused=refused)


@get_or_post
def extend(request: HttpRequest, ref: str) -> HttpResponse:
    """A later deadline for everyone."""
    page = cast(PageRequest, request)
    view = case_of(page, ref)
    dates = view.plan.deadlines
    form = ExtensionForm(
        posted(page),
        initial={
            **day_and_time("tender", dates.tender_deadline),
            **day_and_time("question", dates.question_deadline),
        },
    )
    refused: Refused | None = None
    if page.method == "POST" and form.is_valid():
        later = form.instant("tender")
        assert later is not None
        refused = attempt(
            lambda: publishing.extend_deadline(
                view.plan.reference,
                later,
                question_deadline=form.instant("question"),
                reason=form.cleaned_data["reason"],
                by=acting(page),
                at=page.now,
            )
        )
        if refused is None:
            messages.success(request, _("Fristen er forlenget, og de som følger med, har beskjed."))
            return redirect("case", ref)
    return case_page(page, view, "extend.html", {"form": form}, refused=refused)


@get_or_post
def cancel(request: HttpRequest, ref: str) -> HttpResponse:
    """The end of a competition without a contract (W-5)."""
    page = cast(PageRequest, request)
    view = case_of(page, ref)
    form = CancellationForm(posted(page))
    refused: Refused | None = None
    if page.method == "POST" and form.is_valid():
        refused = attempt(
            lambda: publishing.cancel_competition(
                view.plan.reference,
                reason=form.cleaned_data["reason"],
                new_competition_follows=form.cleaned_data["follows"] == "yes",
                by=acting(page),
                at=page.now,
            )
        )
        if refused is None:
            messages.success(request, _("Konkurransen er avlyst."))
            return redirect("case", ref)
    return case_page(page, view, "cancel.html", {"form": form}, refused=refused)
