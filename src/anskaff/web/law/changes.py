"""«Endre en kontrakt»: what FOA § 28-1 leaves room for, to the øre, and which notice follows.

The address holds the contract and its changes, so that an answer can be shared and found again.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpResponse, JsonResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from anskaff.concepts.errors import Invalid
from anskaff.law import change_check, change_facts, notices
from anskaff.law.change_check import ChangeCheck, Ground
from anskaff.web.competition.preparing import labels
from anskaff.web.competition.preparing.fields import DayField, NumberField
from anskaff.web.competition.preparing.forms import choices
from anskaff.web.law.rules import BUYERS
from anskaff.web.request import PageRequest, language

MOST_ROWS = 30
ROWS = 3
GROUNDS: Mapping[Ground, str | Promise] = {
    Ground.CLAUSE: _("Klar endringsklausul eller opsjon i kontrakten (a)"),
    Ground.SMALL: _("Liten verdi (b)"),
    Ground.EXTRAS: _("Nødvendig tillegg som bare leverandøren kan levere (c)"),
    Ground.UNFORESEEN: _("Omstendigheter ingen kunne forutse (d)"),
    Ground.SUCCESSOR: _("Ny leverandør etter omorganisering (e)"),
    Ground.NOT_MATERIAL: _("Ikke vesentlig endring (f)"),
}


class ContractForm(forms.Form):
    """The contract as it was signed; the names are those of `law.change_facts`."""

    kind = forms.ChoiceField(label=_("Hva er kjøpt?"), choices=choices(labels.KINDS))
    buyer = forms.ChoiceField(label=_("Hvem kjøper?"), choices=choices(BUYERS))
    value = NumberField(
        label=_("Kontraktens verdi i kroner uten mva."),
        help_text=_("Som den ble signert, med opsjoner."),
        min_value=0,
        max_digits=15,
        decimal_places=2,
    )
    on = DayField(
        label=_("Dagen kjøpet ble satt i gang"),
        help_text=_("Terskelverdien den dagen gjelder (FOA § 32-2)."),
    )


class ChangeForm(forms.Form):
    """One change; an empty one is not counted."""

    ground = forms.ChoiceField(
        label=_("Grunnlag"), choices=[("", _("Ikke valgt")), *GROUNDS.items()], required=False
    )
    amount = NumberField(
        label=_("Endring i kroner uten mva."),
        help_text=_("Med minus foran når kontrakten blir mindre."),
        max_digits=15,
        decimal_places=2,
        required=False,
    )
    adjusted = NumberField(
        label=_("Indeksregulert kontraktsverdi"),
        help_text=_("Bare når kontrakten har en indeksklausul."),
        min_value=0,
        max_digits=15,
        decimal_places=2,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Both or neither of ground and amount."""
        ground, amount = self.cleaned_data.get("ground"), self.cleaned_data.get("amount")
        if ground and amount is None and "amount" not in self.errors:
            self.add_error("amount", str(_("Skriv hvor stor endringen er.")))
        if amount is not None and not ground:
            self.add_error("ground", str(_("Velg grunnlaget for endringen.")))
        return self.cleaned_data


@require_safe
def changes(request: PageRequest) -> HttpResponse:
    """The form, and what the sums say when it is filled in; `?format=json` for programs."""
    asked = "value" in request.GET and "change-1-ground" in request.GET
    contract = ContractForm(request.GET) if asked else ContractForm(initial=request.GET.dict())
    rows = _rows(request.GET, asked=asked)
    found: ChangeCheck | None = None
    findings: tuple[Any, ...] = ()
    if asked and all([contract.is_valid(), *(row.is_valid() for row in rows)]):
        told = [row.cleaned_data for row in rows if row.cleaned_data.get("ground")]
        try:
            found = change_check.check(*change_facts.read(_plain(contract, told)))
        except Invalid as refused:
            findings = refused.findings
    if found is not None and request.GET.get("format") == "json":
        return JsonResponse(_as_json(found), json_dumps_params={"ensure_ascii": False})
    context = {
        "form": contract,
        "rows": rows,
        "found": found,
        "findings": found.findings if found else findings,
        "subtypes": notices.SUBTYPES[notices.CHANGE.id],
        "errors": [each for each in (contract, *rows) if each.errors] if asked else [],
    }
    status = 422 if context["errors"] or findings else 200
    return TemplateResponse(request, "law/changes.html", context, status=status)


def _rows(given: QueryDict, *, asked: bool) -> list[ChangeForm]:
    """As many rows as are filled in, and one more; at least three to begin with."""
    filled = [
        number
        for number in range(1, MOST_ROWS + 1)
        if given.get(f"change-{number}-ground") or given.get(f"change-{number}-amount")
    ]
    count = min(MOST_ROWS, max(ROWS, max(filled, default=0) + 1))
    return [
        ChangeForm(given if asked else None, prefix=f"change-{number}")
        for number in range(1, count + 1)
    ]


def _plain(contract: ContractForm, told: list[dict[str, Any]]) -> dict[str, object]:
    data = contract.cleaned_data
    return {
        "kind": data["kind"],
        "buyer": data["buyer"],
        "value": str(data["value"]),
        "on": data["on"].isoformat(),
        "changes": [
            {
                "ground": each["ground"],
                "amount": f"{each['amount']:f}",
                **({"adjusted": f"{each['adjusted']:f}"} if each["adjusted"] else {}),
            }
            for each in told
        ],
    }


def _as_json(found: ChangeCheck) -> dict[str, object]:
    return {
        "rooms": [
            {
                "rule": room.rule.id,
                "words": room.rule.words.in_(language()),
                "changes": list(room.keys),
                "used": str(room.used.amount),
                "most": str(room.most.amount),
                "left": str(room.left.amount),
                "source": room.rule.source,
            }
            for room in found.rooms
        ],
        "notices": [
            {"rule": rule.id, "words": rule.words.in_(language()), "source": rule.source}
            for rule in found.notices
        ],
        "findings": [{"code": one.code, "text": one.text(language())} for one in found.findings],
    }
