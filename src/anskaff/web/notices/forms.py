"""What to search for among notices; all of it stands in the address."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from anskaff.concepts import formatting
from anskaff.concepts.money import Money
from anskaff.documents.vocabularies import cpv
from anskaff.notices.actions.watching import LONGEST_NAME, LONGEST_QUERY
from anskaff.notices.public_words import PHASE_WORDS, Phase
from anskaff.notices.queries.finding import Wish
from anskaff.web.filters import Filters
from anskaff.web.request import language

ORDERS: tuple[tuple[str, str | Promise], ...] = (
    ("published", gettext_lazy("Nyeste først")),
    ("deadline", gettext_lazy("Frist snart")),
    ("value", gettext_lazy("Størst verdi")),
)
CURRENCIES = ("NOK", "EUR", "SEK", "DKK", "GBP", "USD")
SOURCES: tuple[tuple[str, str | Promise], ...] = (
    ("", gettext_lazy("Alle")),
    ("own", gettext_lazy("Laget i Anskaff")),
    ("imported", gettext_lazy("Hentet fra andre")),
)


class SaveForm(forms.Form):
    """A name for a search that is to be saved."""

    name = forms.CharField(label=gettext_lazy("Navn på søket"), max_length=LONGEST_NAME)
    query = forms.CharField(required=False, max_length=LONGEST_QUERY, widget=forms.HiddenInput)


class SearchForm(Filters):
    """What to search for in the register."""

    phase_words = PHASE_WORDS
    orders = ORDERS
    words_help = gettext_lazy("I tittel, beskrivelse, navn eller nummer.")

    leverandor = forms.CharField(
        label=gettext_lazy("Valgt leverandør"),
        help_text=gettext_lazy("Navn eller organisasjonsnummer."),
        required=False,
        max_length=200,
    )
    verdi_fra = forms.DecimalField(
        label=gettext_lazy("Verdi fra og med"),
        required=False,
        min_value=0,
        max_digits=15,
        decimal_places=2,
    )
    verdi_til = forms.DecimalField(
        label=gettext_lazy("Verdi til og med"),
        required=False,
        min_value=0,
        max_digits=15,
        decimal_places=2,
    )
    valuta = forms.ChoiceField(
        label=gettext_lazy("Valuta"),
        help_text=gettext_lazy(
            "Velger du beløp, vises bare verdier i denne valutaen. Beløp i andre valutaer blir "
            "ikke regnet om."
        ),
        choices=[(code, code) for code in CURRENCIES],
        required=False,
    )
    kilde = forms.ChoiceField(label=gettext_lazy("Kilde"), choices=SOURCES, required=False)
    gronn = forms.BooleanField(label=gettext_lazy("Klima og miljø"), required=False)
    sosial = forms.BooleanField(label=gettext_lazy("Sosiale mål"), required=False)
    innovasjon = forms.BooleanField(label=gettext_lazy("Innovasjon"), required=False)
    field_order = (
        "ord",
        "fase",
        "kjoper",
        "leverandor",
        "cpv",
        "sted",
        "verdi_fra",
        "verdi_til",
        "valuta",
        "frist_fra",
        "frist_til",
        "kilde",
    )

    def wish(self) -> Wish:
        """What the filled-in fields ask for; wrong ones are left out."""
        told = self.cleaned_data
        code: str = told.get("cpv", "")
        return Wish(
            **self.asked(),
            phase=Phase(self.phase) if self.phase else None,
            supplier=told.get("leverandor", ""),
            cpv=(cpv.number(code) or code,) if code else (),
            value_from=told.get("verdi_fra"),
            value_to=told.get("verdi_til"),
            currency=told.get("valuta") or CURRENCIES[0],
            source=told.get("kilde", ""),
            green=bool(told.get("gronn")),
            social=bool(told.get("sosial")),
            innovation=bool(told.get("innovasjon")),
        )

    def name(self) -> str:
        """What the search may be called when it is saved: its filters but the phase."""
        told = [value for name, _label, value in self.chips() if name != "fase"]
        return ", ".join(told)[:LONGEST_NAME] or _("Alle kunngjøringer")

    def shown(self, name: str, value: Any) -> str:
        """The value of a filter as people read it."""
        if isinstance(value, Decimal):
            currency = self.cleaned_data.get("valuta") or CURRENCIES[0]
            return formatting.money(Money(value, currency), language())
        return _("ja") if value is True else super().shown(name, value)
