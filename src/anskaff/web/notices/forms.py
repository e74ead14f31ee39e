"""What to search for among notices; all of it stands in the address."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from anskaff.concepts import formatting
from anskaff.concepts.days import end_of_day, start_of_day
from anskaff.concepts.money import Money
from anskaff.documents.vocabularies import cpv
from anskaff.notices.actions.watching import LONGEST_NAME, LONGEST_QUERY
from anskaff.notices.public_words import PHASE_WORDS, Phase
from anskaff.notices.queries import finding
from anskaff.notices.queries.finding import Wish
from anskaff.web.codes.kinds import NUTS
from anskaff.web.notices import labels
from anskaff.web.request import language

ALL_PHASES = "alle"
MOST_CODES = 20
DAY_FORMATS = ["%Y-%m-%d", "%d.%m.%Y", "%d%m%y"]
ORDERS: tuple[tuple[str, str | Promise], ...] = (
    ("published", gettext_lazy("Nyeste først")),
    ("deadline", gettext_lazy("Frist snart")),
    ("value", gettext_lazy("Størst verdi")),
)
SOURCES: tuple[tuple[str, str | Promise], ...] = (
    ("", gettext_lazy("Alle")),
    ("own", gettext_lazy("Laget i Anskaff")),
    ("imported", gettext_lazy("Hentet fra andre")),
)


class SaveForm(forms.Form):
    """A name for a search that is to be saved."""

    name = forms.CharField(label=gettext_lazy("Navn på søket"), max_length=LONGEST_NAME)
    query = forms.CharField(required=False, max_length=LONGEST_QUERY, widget=forms.HiddenInput)


class SearchForm(forms.Form):
    """The filters of the register; `chips` are those that narrow, `wish` what they ask for."""

    ord = forms.CharField(
        label=gettext_lazy("Ord"),
        help_text=gettext_lazy("I tittel, beskrivelse, navn eller nummer."),
        required=False,
        max_length=200,
    )
    fase = forms.ChoiceField(label=gettext_lazy("Fase"), required=False)
    kjoper = forms.CharField(
        label=gettext_lazy("Oppdragsgiver"),
        help_text=gettext_lazy("Navn eller organisasjonsnummer."),
        required=False,
        max_length=200,
    )
    leverandor = forms.CharField(
        label=gettext_lazy("Valgt leverandør"),
        help_text=gettext_lazy("Navn eller organisasjonsnummer."),
        required=False,
        max_length=200,
    )
    cpv = forms.CharField(
        label=gettext_lazy("Hva som kjøpes (CPV)"),
        help_text=gettext_lazy("Kode eller ord, for eksempel 39 eller møbler."),
        required=False,
        max_length=80,
    )
    sted = forms.CharField(
        label=gettext_lazy("Sted (NUTS)"),
        help_text=gettext_lazy("Kode eller navn, for eksempel NO060 eller Trøndelag."),
        required=False,
        max_length=80,
    )
    verdi_fra = forms.DecimalField(
        label=gettext_lazy("Verdi fra og med (kroner)"),
        required=False,
        min_value=0,
        max_digits=15,
        decimal_places=2,
    )
    verdi_til = forms.DecimalField(
        label=gettext_lazy("Verdi til og med (kroner)"),
        required=False,
        min_value=0,
        max_digits=15,
        decimal_places=2,
    )
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
    kilde = forms.ChoiceField(label=gettext_lazy("Kilde"), choices=SOURCES, required=False)
    gronn = forms.BooleanField(label=gettext_lazy("Klima og miljø"), required=False)
    sosial = forms.BooleanField(label=gettext_lazy("Sosiale mål"), required=False)
    innovasjon = forms.BooleanField(label=gettext_lazy("Innovasjon"), required=False)
    sorter = forms.ChoiceField(label=gettext_lazy("Sorter etter"), choices=ORDERS, required=False)
    antall = forms.TypedChoiceField(
        label=gettext_lazy("Treff per side"),
        choices=[(size, size) for size in finding.PAGE_SIZES],
        coerce=int,
        required=False,
    )

    def __init__(self, asked: Mapping[str, str]) -> None:
        known = {name: asked[name] for name in self.base_fields if name in asked}
        super().__init__({"fase": Phase.OPEN.value, "sorter": "published", "antall": "20"} | known)
        phases = [(phase.value, PHASE_WORDS[phase].in_(language())) for phase in Phase]
        field = self.fields["fase"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*phases, (ALL_PHASES, _("Alle faser"))]
        self.is_valid()

    @property
    def size(self) -> int:
        """Hits on a page."""
        return self.cleaned_data.get("antall") or finding.PAGE_SIZES[0]

    @property
    def cpv_codes(self) -> tuple[str, ...]:
        """The code that is written, else those whose names have the words; empty for nothing."""
        written: str = self.cleaned_data.get("cpv", "").strip()
        if not written:
            return ()
        digits = written.partition("-")[0]
        if digits.isdecimal():
            return (digits[: cpv.DIGITS],)
        return labels.codes_for(written.casefold(), MOST_CODES) or (written,)

    @property
    def place_code(self) -> str:
        """The NUTS code that is written, else that of the name."""
        written: str = self.cleaned_data.get("sted", "").strip()
        if not written:
            return ""
        code = written.upper()
        known = code in NUTS.tree or (code.isascii() and any(c.isdigit() for c in code))
        return code[:5] if known else labels.place_for(written.casefold()) or code[:5]

    def wish(self) -> Wish:
        """What the filled-in fields ask for; wrong ones are left out."""
        asked = self.cleaned_data
        phase = asked.get("fase") or Phase.OPEN.value
        begin: date | None = asked.get("frist_fra")
        end: date | None = asked.get("frist_til")
        return Wish(
            words=asked.get("ord", ""),
            phase=None if phase == ALL_PHASES else Phase(phase),
            buyer=asked.get("kjoper", ""),
            supplier=asked.get("leverandor", ""),
            cpv=self.cpv_codes,
            place=self.place_code,
            from_nok=asked.get("verdi_fra"),
            to_nok=asked.get("verdi_til"),
            due_from=start_of_day(begin) if begin else None,
            due_before=end_of_day(end) if end else None,
            source=asked.get("kilde", ""),
            green=bool(asked.get("gronn")),
            social=bool(asked.get("sosial")),
            innovation=bool(asked.get("innovasjon")),
            order=asked.get("sorter") or "published",
        )

    def query(self) -> str:
        """The filters as an address, in one order and without what says nothing."""
        asked = {name: self.data.get(name, "") for name in self.base_fields if name != "antall"}
        return urlencode({name: value for name, value in asked.items() if value})

    def name(self) -> str:
        """What the search may be called when it is saved: its filters but the phase."""
        told = [value for name, _label, value in self.chips() if name != "fase"]
        return ", ".join(told)[:LONGEST_NAME] or _("Alle kunngjøringer")

    def chips(self) -> list[tuple[str, str, str]]:
        """Each filter that narrows the hits: field, label, value in words."""
        chips = []
        for name in self.base_fields:
            value = self.cleaned_data.get(name)
            unset = value in (None, "", False) or (name == "fase" and value == ALL_PHASES)
            if not unset and name not in {"sorter", "antall"}:
                chips.append((name, str(self.fields[name].label), self._shown(name, value)))
        return chips

    def _shown(self, name: str, value: Any) -> str:
        if name == "fase":
            return PHASE_WORDS[Phase(value)].in_(language())
        if name == "cpv":
            return labels.cpv_name(self.cpv_codes[0]) if str(value)[:1].isdecimal() else str(value)
        if name == "sted":
            return labels.nuts_name(self.place_code)
        if name == "kilde":
            return str(dict(SOURCES)[value])
        if isinstance(value, date):
            return formatting.day(value, language())
        if isinstance(value, Decimal):
            return formatting.money(Money(value), language())
        return _("ja") if value is True else str(value)
