"""«Regler»: which rules apply to a purchase on its day, why, and what one other fact changes.

The address holds all facts, so that an answer can be shared and found again. The facts of the
answer before ride along, and the page begins with what is different from it.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django import forms
from django.http import HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from anskaff.concepts.contract_kind import BuyerKind
from anskaff.concepts.errors import Invalid
from anskaff.law import case_check, case_facts, catalogue
from anskaff.law.case_facts import YES_OR_NO
from anskaff.law.duties import THEME_WORDS, Theme
from anskaff.law.procedure_guide import PROCEDURE_WORDS
from anskaff.web.competition.preparing import labels
from anskaff.web.competition.preparing.fields import DayField, NumberField
from anskaff.web.competition.preparing.forms import choices
from anskaff.web.request import PageRequest, language

MOST_BEFORE = 4000
NOT_TOLD = ("", _("Ikke oppgitt"))
ANSWERS = (NOT_TOLD, ("true", _("Ja")), ("false", _("Nei")))


class FactsForm(forms.Form):
    """What someone tells about a purchase; the names are those of `law.case_facts`."""

    kind = forms.ChoiceField(label=_("Hva kjøpes?"), choices=choices(labels.KINDS))
    buyer = forms.ChoiceField(
        label=_("Hvem kjøper?"),
        choices=[
            (BuyerKind.OTHER.value, _("Kommune, fylke eller annen offentlig virksomhet")),
            (BuyerKind.STATE.value, _("Statlig myndighet")),
        ],
    )
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
    before = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
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
    """The rules of one theme; `asked` are the questions that would settle the open ones."""

    heading: str
    met: tuple[tuple[case_check.Met, tuple[str, ...]], ...]


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
    context["found"] = found
    context["procedure"] = PROCEDURE_WORDS[found.proposal.procedure]
    context["sections"] = _sections(found)
    context["thresholds"] = [(one, one.on(found.facts.on)) for one in found.proposal.thresholds]
    earlier = _earlier(form.cleaned_data["before"])
    if earlier is not None and earlier.facts != found.facts:
        context["changes"] = case_check.changes(earlier, found)
    context["next"] = urlencode(facts)
    context["more"] = bool(found.facts.told)
    return TemplateResponse(request, "law/rules.html", context)


def _sections(found: case_check.Checked) -> list[Section]:
    spoken = language()
    return [
        Section(
            heading=THEME_WORDS[theme].in_(spoken),
            met=tuple(
                (one, tuple(YES_OR_NO[name].in_(spoken) for name in one.needs)) for one in met
            ),
        )
        for theme in Theme
        if (met := found.of(theme))
    ]


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
