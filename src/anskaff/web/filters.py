"""What every search can be narrowed by: words, phase, buyer, code, place and deadline.

All of it stands in the address (UX G11); what is chosen for a code goes before what is written.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, cast
from urllib.parse import urlencode

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from anskaff.concepts import formatting
from anskaff.concepts.days import end_of_day, start_of_day
from anskaff.concepts.words import Words
from anskaff.web.codes.fields import CHOSEN, CodeField
from anskaff.web.codes.kinds import CPV, NUTS
from anskaff.web.request import language

ALL_PHASES = "alle"
OPEN = "open"
DAY_FORMATS = ["%Y-%m-%d", "%d.%m.%Y", "%d%m%y"]
PAGE_SIZES = (20, 50, 100)
NO_FILTERS = frozenset({"sorter", "antall", "valuta"})


class Filters(forms.Form):
    """A search as it stands in the address; each search adds its own fields.

    `phase_words` are the phases with their names, `orders` how hits can be sorted, first the usual,
    `words_help` says where words are looked for.
    """

    phase_words: ClassVar[Mapping[Any, Words]]
    orders: ClassVar[Sequence[tuple[str, str | Promise]]]
    words_help: ClassVar[str | Promise] = ""

    ord = forms.CharField(label=gettext_lazy("Ord"), required=False, max_length=200)
    fase = forms.ChoiceField(label=gettext_lazy("Fase"), required=False)
    cpv = CodeField(
        CPV,
        begins=True,
        label=CPV.heading,
        help_text=gettext_lazy("Ord, eller ett til åtte sifre, for eksempel 39 for møbler."),
    )
    kjoper = forms.CharField(
        label=gettext_lazy("Oppdragsgiver"),
        help_text=gettext_lazy("Navn eller organisasjonsnummer."),
        required=False,
        max_length=200,
    )
    sted = CodeField(NUTS, help_text=gettext_lazy("Et fylke, eller en kode som NO060."))
    frist_fra = forms.DateField(
        label=gettext_lazy("Frist fra og med"),
        help_text=gettext_lazy("For eksempel 17.12.2026."),
        required=False,
        input_formats=DAY_FORMATS,
    )
    frist_til = forms.DateField(
        label=gettext_lazy("Frist til og med"),
        help_text=gettext_lazy("For eksempel 17.12.2026."),
        required=False,
        input_formats=DAY_FORMATS,
    )
    sorter = forms.ChoiceField(label=gettext_lazy("Sorter etter"), required=False)
    antall = forms.TypedChoiceField(
        label=gettext_lazy("Treff per side"),
        choices=[(size, size) for size in PAGE_SIZES],
        coerce=int,
        required=False,
    )

    def __init__(self, asked: Mapping[str, str]) -> None:
        names = (*self.base_fields, *(f"{name}{CHOSEN}" for name in self.base_fields))
        known = {name: asked[name] for name in names if name in asked}
        usual = {"fase": OPEN, "sorter": self.orders[0][0], "antall": str(PAGE_SIZES[0])}
        super().__init__(usual | known)
        self.fields["ord"].help_text = str(self.words_help)
        phases = [(phase.value, words.in_(language())) for phase, words in self.phase_words.items()]
        self._choose("fase", [*phases, (ALL_PHASES, _("Alle faser"))])
        self._choose("sorter", self.orders)
        self.is_valid()

    def _choose(self, name: str, choices: Sequence[tuple[str, str | Promise]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)

    @property
    def size(self) -> int:
        """Hits on a page."""
        return self.cleaned_data.get("antall") or PAGE_SIZES[0]

    def asked(self) -> dict[str, Any]:
        """What all searches ask for, in the names of their wishes; wrong ones are left out."""
        told = self.cleaned_data
        begin: date | None = told.get("frist_fra")
        end: date | None = told.get("frist_til")
        return {
            "words": told.get("ord", ""),
            "buyer": told.get("kjoper", ""),
            "place": told.get("sted", "").upper(),
            "due_from": start_of_day(begin) if begin else None,
            "due_before": end_of_day(end) if end else None,
            "order": told.get("sorter") or self.orders[0][0],
        }

    @property
    def phase(self) -> str | None:
        """The phase that is asked for; None for all."""
        chosen: str = self.cleaned_data.get("fase") or OPEN
        return None if chosen == ALL_PHASES else chosen

    def query(self) -> str:
        """The filters as an address, in one order and without what says nothing."""
        written = {name: self.data.get(name, "") for name in self.base_fields if name != "antall"}
        codes = {name: self.cleaned_data[name] for name in CODES if self.cleaned_data.get(name)}
        return urlencode({name: value for name, value in (written | codes).items() if value})

    def chips(self) -> list[tuple[str, str, str]]:
        """Each filter that narrows the hits: field, label, value in words (UX G3)."""
        chips = []
        for name, field in self.fields.items():
            value = self.cleaned_data.get(name)
            unset = value in (None, "", False) or (name == "fase" and value == ALL_PHASES)
            if not unset and name not in NO_FILTERS:
                chips.append((name, str(field.label), self.shown(name, value)))
        return chips

    def shown(self, name: str, value: Any) -> str:
        """The value of a filter as people read it."""
        field = self.fields[name]
        if isinstance(field, CodeField):
            return field.named(value)
        if isinstance(field, forms.ChoiceField):
            return str(dict(cast("list[tuple[str, str]]", field.choices))[value])
        if isinstance(value, date):
            return formatting.day(value, language())
        return str(value)


CODES = tuple(name for name, field in Filters.base_fields.items() if isinstance(field, CodeField))
