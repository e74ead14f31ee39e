"""B2: six questions, one per page, then the proposed procedure with its reasons, then a case.

The answers travel in the address, so that back, reload and bookmarks work without JavaScript.
"""

from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from anskaff.competition import bounds
from anskaff.competition.actions import preparing as actions
from anskaff.competition.drafting import procurement_officer
from anskaff.competition.queries import codes
from anskaff.competition.readiness import SUPPORTED
from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.days import legal_day
from anskaff.concepts.errors import Refused
from anskaff.concepts.money import Money
from anskaff.law import thresholds
from anskaff.law.procedure_guide import PROCEDURE_WORDS, Answers, Procedure, Sector, propose
from anskaff.law.thresholds import Threshold
from anskaff.parties import queries as parties
from anskaff.web.codes.fields import CodeField, offer
from anskaff.web.codes.kinds import NUTS
from anskaff.web.competition.preparing import labels
from anskaff.web.competition.preparing.fields import DayField, NumberField
from anskaff.web.competition.preparing.forms import ProcedureForm, choices
from anskaff.web.competition.preparing.pages import attempt, posted, ref_of
from anskaff.web.request import PageRequest, acting, language


@dataclass(frozen=True, slots=True)
class Question:
    """One page of the guide."""

    field: str
    heading: str | Promise


QUESTIONS = (
    Question("hva", _("Hva skal dere kjøpe?")),
    Question("verdi", _("Hvor mye er kjøpet verdt?")),
    Question("varighet", _("Hvor lenge skal kontrakten vare?")),
    Question("dato", _("Når skal konkurransen kunngjøres?")),
    Question("sted", _("Hvor skal det leveres?")),
    Question("sektor", _("Hvilken sektor gjelder det?")),
)


class GuideForm(forms.Form):
    """All six answers; a page shows one of them and carries the ones before it."""

    hva = forms.ChoiceField(
        label=_("Type kjøp"),
        help_text=_("Velg det som utgjør størst verdi."),
        choices=choices(labels.KINDS),
        widget=forms.RadioSelect,
    )
    verdi = NumberField(
        label=_("Anslått verdi i kroner uten mva."),
        help_text=_("Hele verdien med opsjoner og forlengelser (FOA § 5-4)."),
        min_value=0,
        max_digits=17,
        decimal_places=2,
    )
    varighet = forms.IntegerField(
        label=_("Antall måneder"),
        help_text=_("La feltet stå tomt hvis kontrakten ikke har en sluttdato."),
        min_value=1,
        max_value=1200,
        required=False,
    )
    dato = DayField(
        label=_("Dato for kunngjøring"),
        help_text=_("Loven som gjelder denne dagen, avgjør. Skriv for eksempel 17.12.2026."),
    )
    sted = CodeField(NUTS)
    sektor = forms.ChoiceField(
        label=_("Sektor"),
        choices=choices(labels.SECTORS),
        initial=Sector.CLASSIC.value,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, upto: int, **options: Any) -> None:
        super().__init__(*args, **options)
        for later in QUESTIONS[upto:]:
            del self.fields[later.field]

    def clean_dato(self) -> Any:
        """A day whose thresholds we know."""
        day = self.cleaned_data["dato"]
        unknown = thresholds.check_day(day)
        if unknown:
            spoken = language()
            raise forms.ValidationError(
                f"{unknown[0].text(spoken)} {unknown[0].cure(spoken)}", code="unknown-day"
            )
        return day


class CreateForm(ProcedureForm):
    """What is decided on the result page."""

    title = forms.CharField(
        label=_("Tittel på saken"),
        help_text=_("Kort og gjenkjennelig. Alle kan lese tittelen etter kunngjøring."),
        max_length=bounds.TITLE,
    )
    field_order = ("title", "procedure", "deviation_reason")


@require_http_methods(["GET", "HEAD", "POST"])
def guide(request: HttpRequest) -> HttpResponse:
    """The question that is asked now, or the result when all are answered."""
    page = cast(PageRequest, request)
    procurement_officer(acting(page))
    answered = _answered(page)
    form = GuideForm(page.GET if answered else None, upto=max(answered, 1))
    wrong = next((n for n, q in enumerate(QUESTIONS) if q.field in form.errors), None)
    if wrong is not None:
        return _question(page, wrong, form)
    if answered < len(QUESTIONS):
        following = GuideForm(upto=answered + 1, initial=_initial(page, form))
        return _question(page, answered, following)
    return _result(page, form)


def _answered(request: PageRequest) -> int:
    """How many questions the address answers; the step asked for can only be earlier."""
    present = 0
    while present < len(QUESTIONS) and QUESTIONS[present].field in request.GET:
        present += 1
    asked = request.GET.get("steg", "")
    return min(present, int(asked) - 1) if asked in {"1", "2", "3", "4", "5", "6"} else present


def _initial(request: PageRequest, form: GuideForm) -> dict[str, Any]:
    """What was answered before on a question that is asked again, else a sensible start."""
    del form
    start: dict[str, Any] = {"sektor": Sector.CLASSIC.value, "dato": legal_day(request.now)}
    return start | {q.field: request.GET[q.field] for q in QUESTIONS if q.field in request.GET}


def _question(request: PageRequest, number: int, form: GuideForm) -> HttpResponse:
    asked = QUESTIONS[number]
    before = [q.field for q in QUESTIONS[:number]]
    if asked.field == "sted":
        offer(form, "sted", codes.places_used(request.viewer))
    shown = {
        "form": form,
        "field": form[asked.field],
        "heading": asked.heading,
        "step": number + 1,
        "previous": number,
        "steps": len(QUESTIONS),
        "carried": [(name, request.GET.get(name, "")) for name in before],
        "wrong": form.is_bound,
    }
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "competition/preparing/question.html", shown, status=status)


def _result(request: PageRequest, guide: GuideForm) -> HttpResponse:
    answers = _answers(request, guide.cleaned_data)
    proposal = propose(answers, on=answers.start_on)
    proposed = proposal.procedure if proposal.procedure in SUPPORTED else SUPPORTED[0]
    form = CreateForm(posted(request), initial={"procedure": proposed.value})
    refused: Refused | None = None
    if request.method == "POST" and form.is_valid():
        made: list[str] = []
        refused = attempt(lambda: made.append(_create(request, answers, form.cleaned_data)))
        if made:
            return redirect("case", ref_of(made[0]))
    shown = {
        "form": form,
        "answers": answers,
        "kind_words": labels.KINDS[answers.kind],
        "proposal": proposal,
        "procedure_words": PROCEDURE_WORDS[proposal.procedure],
        "supported": proposal.procedure in SUPPORTED,
        "thresholds": [_threshold(each, answers) for each in proposal.thresholds],
        "refused": refused.findings if refused else (),
    }
    status = 422 if refused else 200
    return TemplateResponse(request, "competition/preparing/result.html", shown, status=status)


def _threshold(threshold: Threshold, answers: Answers) -> tuple[Threshold, Money]:
    return threshold, threshold.on(answers.start_on)


def _answers(request: PageRequest, written: dict[str, Any]) -> Answers:
    buyer = parties.buyer(request.viewer)
    return Answers(
        kind=ContractKind(written["hva"]),
        value=Money(written["verdi"]),
        buyer=buyer.kind if buyer else BuyerKind.OTHER,
        start_on=written["dato"],
        duration_months=written["varighet"],
        place=written["sted"],
        sector=Sector(written["sektor"]),
    )


def _create(request: PageRequest, answers: Answers, written: dict[str, Any]) -> str:
    return actions.create_case(
        written["title"],
        answers,
        chosen=Procedure(written["procedure"]),
        deviation_reason=written["deviation_reason"],
        by=acting(request),
        at=request.now,
    )
