"""«Regler»: which rules apply to a purchase on its day, why, and what one other fact changes.

The address holds all facts, so that an answer can be shared and found again. The facts of the
answer before ride along, and the page begins with what is different from it.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django import forms
from django.http import HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from anskaff.concepts import formatting
from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.errors import Invalid
from anskaff.concepts.money import Money
from anskaff.law import case_check, case_facts, case_report, catalogue
from anskaff.law.case_facts import YES_OR_NO
from anskaff.law.duties import THEME_WORDS, Theme
from anskaff.law.part import EXCEPTION_WORDS
from anskaff.web.competition.preparing import labels
from anskaff.web.competition.preparing.fields import DayField, NumberField
from anskaff.web.competition.preparing.forms import choices
from anskaff.web.request import PageRequest, language

MOST_BEFORE = 4000
NOT_TOLD = ("", _("Ikke oppgitt"))
ANSWERS = (NOT_TOLD, ("true", _("Ja")), ("false", _("Nei")))
BUYERS = {
    BuyerKind.OTHER: _("Kommune, fylke eller annen offentlig virksomhet"),
    BuyerKind.STATE: _("Statlig myndighet"),
}
MORE = (
    "design_contest",
    "complex_purchase",
    "electronic",
    "documents_online",
    "urgency",
    "exception",
    *case_facts.ASKED,
    *YES_OR_NO,
)


class FactsForm(forms.Form):
    """What someone tells about a purchase; the names are those of `law.case_facts`."""

    kind = forms.ChoiceField(label=_("Hva kjøpes?"), choices=choices(labels.KINDS))
    buyer = forms.ChoiceField(label=_("Hvem kjøper?"), choices=choices(BUYERS))
    value = NumberField(
        label=_("Anslått verdi i kroner uten mva."),
        help_text=_("Hele verdien med opsjoner og forlengelser (FOA § 5-4)."),
        min_value=0,
        max_digits=15,
        decimal_places=2,
    )
    on = DayField(
        label=_("Dagen kjøpet settes i gang"),
        help_text=_("Loven som gjelder denne dagen, avgjør. Skriv for eksempel 17.12.2026."),
    )
    duration_months = forms.IntegerField(
        label=_("Antall måneder"),
        help_text=_("La feltet stå tomt hvis kontrakten ikke har en sluttdato."),
        min_value=1,
        max_value=case_facts.MOST_MONTHS,
        required=False,
    )
    framework = forms.ChoiceField(
        label=_("Er det en rammeavtale?"), choices=ANSWERS, required=False
    )
    design_contest = forms.ChoiceField(
        label=_("Er det en plan- og designkonkurranse?"), choices=ANSWERS, required=False
    )
    complex_purchase = forms.ChoiceField(
        label=_("Er kjøpet komplekst?"),
        help_text=_("Vi foreslår en lengre tilbudsfrist i del II."),
        choices=ANSWERS,
        required=False,
    )
    electronic = forms.ChoiceField(
        label=_("Skal tilbud leveres elektronisk?"), choices=ANSWERS, required=False
    )
    documents_online = forms.ChoiceField(
        label=_("Ligger alle dokumentene fritt på nett?"), choices=ANSWERS, required=False
    )
    urgency = forms.CharField(
        label=_("Hvorfor haster det?"),
        help_text=_("La feltet stå tomt når det ikke er et hastetilfelle."),
        max_length=500,
        required=False,
    )
    exception = forms.ChoiceField(label=_("Unntak fra del II (FOA § 5-2)"), required=False)
    minimum_turnover = NumberField(
        label=_("Krav til leverandørens omsetning i kroner"),
        required=False,
        min_value=0,
        max_digits=15,
        decimal_places=2,
    )
    reference_years = forms.IntegerField(
        label=_("Hvor mange år kan referansene gjelde?"),
        required=False,
        min_value=1,
        max_value=case_facts.MOST_YEARS,
    )
    requirement_reason = forms.CharField(
        label=_("Hvorfor kreves det mer omsetning eller eldre referanser?"),
        max_length=500,
        required=False,
    )
    before = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        exception = self.fields["exception"]
        assert isinstance(exception, forms.ChoiceField)
        exception.choices = [
            NOT_TOLD,
            *((one.value, words.in_(language())) for one, words in EXCEPTION_WORDS.items()),
        ]
        for name, words in YES_OR_NO.items():
            self.fields[name] = forms.ChoiceField(
                label=words.in_(language()), choices=ANSWERS, required=False
            )

    def facts(self) -> dict[str, str]:
        """What was told, as plain values."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "before"}
        return {name: str(value) for name, value in told.items() if value not in {None, ""}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The rules of one theme, each with the questions that would settle it; `open` have some."""

    name: str
    heading: str
    met: tuple[tuple[case_check.Met, tuple[str, ...]], ...]

    @property
    def open(self) -> int:
        """How many of the rules depend on a fact that is not told."""
        return sum(1 for _met, asked in self.met if asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """One fact as it could have been: in words, the address of that answer, and what differs."""

    words: str
    query: str
    part: str
    added: int
    gone: int


@require_safe
def rules(request: PageRequest) -> HttpResponse:
    """The form, and the rules that the facts in the address meet."""
    form = FactsForm(request.GET or None, initial={"on": request.now.date()})
    context: dict[str, object] = {"form": form, "count": len(catalogue.catalogue())}
    if not request.GET or not form.is_valid():
        status = 422 if request.GET else 200
        return TemplateResponse(request, "law/rules.html", context, status=status)
    facts = form.facts()
    try:
        found = case_check.check(case_facts.read(facts))
    except Invalid as refused:
        for one in refused.findings:
            field = one.where if one.where in form.fields else "on"
            form.add_error(field, f"{one.text(language())} {one.cure(language())}")
        return TemplateResponse(request, "law/rules.html", context, status=422)
    if request.GET.get("format") == "json":
        return JsonResponse(case_report.as_plain(found, language()))
    context["found"] = found
    context["lines"] = case_report.summary(found)
    context["sections"] = _sections(found)
    context["what_ifs"] = _what_ifs(found, facts)
    context["all_open"] = "alle" in request.GET
    context["thresholds"] = [(one, one.on(found.facts.on)) for one in found.proposal.thresholds]
    earlier = _earlier(form.cleaned_data["before"])
    if earlier is not None and earlier.facts != found.facts:
        context["changes"] = case_check.changes(earlier, found)
    context["next"] = urlencode(facts)
    context["more"] = any(form.cleaned_data[name] for name in MORE if name in form.fields)
    return TemplateResponse(request, "law/rules.html", context)


def _sections(found: case_check.Checked) -> list[Section]:
    spoken = language()
    return [
        Section(
            name=theme.value,
            heading=THEME_WORDS[theme].in_(spoken),
            met=tuple(
                (one, tuple(YES_OR_NO[name].in_(spoken) for name in one.needs)) for one in met
            ),
        )
        for theme in Theme
        if (met := found.of(theme))
    ]


def _what_ifs(found: case_check.Checked, facts: dict[str, str]) -> list[WhatIf]:
    """The answers next to this one, those that differ by one fact."""
    shown = []
    for other in case_report.otherwise(found):
        changed = facts | {other.fact: other.value}
        answer = case_check.check(case_facts.read(changed))
        differs = case_check.changes(found, answer)
        shown.append(
            WhatIf(
                words=_other_in_words(other),
                query=urlencode(changed | {"before": urlencode(facts)}),
                part=answer.proposal.applicable.part.value,
                added=len(differs.added),
                gone=len(differs.gone),
            )
        )
    return shown


def _other_in_words(other: case_report.Other) -> str:
    if other.fact == "buyer":
        return str(BUYERS[BuyerKind(other.value)])
    if other.fact == "kind":
        return str(labels.KINDS[ContractKind(other.value)])
    return formatting.money(Money(Decimal(other.value)), language())


def _earlier(before: str) -> case_check.Checked | None:
    """The answer to the facts that were asked about last; None when they say nothing."""
    try:
        plain = dict(parse_qsl(before[:MOST_BEFORE], max_num_fields=len(case_facts.READERS)))
        return case_check.check(case_facts.read(plain))
    except (ValueError, Invalid):
        return None


@require_safe
def rules_as_json(request: PageRequest) -> HttpResponse:
    """Every rule of the catalogue in the language of the address."""
    del request
    return JsonResponse({"language": language(), "rules": catalogue.rows(language())})
