"""Forms of the preparation: each turns what a person wrote into a value of `competition.plan`."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from anskaff.calculations.scoring import MODELS
from anskaff.competition import bounds
from anskaff.competition.announcing.ted_first import Elsewhere
from anskaff.competition.plan import (
    AnswerKind,
    Deadlines,
    LotPlan,
    Need,
    RequirementKind,
    RequirementPlan,
)
from anskaff.competition.readiness import SUPPORTED
from anskaff.concepts.actor import TeamRole
from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.criterion import AwardCriterion, CriterionKind
from anskaff.concepts.price_line import PriceLine
from anskaff.law.climate_weight import GROUND_WORDS, GroundKind
from anskaff.law.procedure_guide import PROCEDURE_WORDS
from anskaff.parties.queries import Colleague
from anskaff.web.codes.fields import CodeField
from anskaff.web.codes.kinds import CPV, NUTS
from anskaff.web.competition.preparing import labels
from anskaff.web.competition.preparing.fields import (
    ClockField,
    DayField,
    NumberField,
    StampedForm,
    check_instant,
    instant_of,
)
from anskaff.web.request import language

LARGEST_NOTICE_BYTES = 20_000_000


def choices(words: dict[Any, Any]) -> list[tuple[str, Any]]:
    """Choices of a field from keys and their words."""
    return [(getattr(key, "value", key), word) for key, word in words.items()]


class NeedForm(StampedForm):
    """What is bought and why."""

    title = forms.CharField(label=_("Tittel"), max_length=bounds.TITLE)
    need = forms.CharField(
        label=_("Behov"),
        help_text=_("Hvorfor kjøper dere dette? Bare dere ser teksten."),
        max_length=bounds.TEXT,
        required=False,
        widget=forms.Textarea,
    )
    description = forms.CharField(
        label=_("Beskrivelse i kunngjøringen"),
        help_text=_("Hva skal leverandøren levere? Alle kan lese teksten etter kunngjøring."),
        max_length=bounds.TEXT,
        required=False,
        widget=forms.Textarea,
    )
    kind = forms.ChoiceField(label=_("Hva kjøper dere?"), choices=choices(labels.KINDS))
    estimated_value_nok = NumberField(
        label=_("Anslått verdi i kroner uten mva."),
        help_text=_("Hele verdien med alle opsjoner."),
        required=False,
        min_value=0,
        max_digits=20,
        decimal_places=2,
    )
    cpv = CodeField(CPV)
    place = CodeField(NUTS)
    duration_months = forms.IntegerField(
        label=_("Varighet i måneder"), required=False, min_value=1, max_value=1200
    )
    contract_start = DayField(label=_("Kontrakten starter"), required=False)
    language = forms.ChoiceField(
        label=_("Språk i konkurransen"), choices=choices(labels.LANGUAGE_NAMES)
    )

    def value(self, before: Need) -> Need:
        """The need as written; more CPV codes stay as they were."""
        written = {name: self.cleaned_data[name] for name in self.fields if name != "seen"}
        written["kind"] = ContractKind(written["kind"])
        return Need(**written, more_cpv=before.more_cpv)


class ProcedureForm(StampedForm):
    """The procedure, and why it is not the proposed one."""

    procedure = forms.ChoiceField(label=_("Prosedyre"), widget=forms.RadioSelect)
    deviation_reason = forms.CharField(
        label=_("Hvorfor velger dere noe annet enn forslaget?"),
        help_text=_("Fylles ut bare når prosedyren er en annen enn den foreslåtte."),
        max_length=bounds.TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        spoken = language()
        field = self.fields["procedure"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(each.value, PROCEDURE_WORDS[each].in_(spoken)) for each in SUPPORTED]


class LotForm(forms.Form):
    """One lot."""

    key = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    title = forms.CharField(label=_("Tittel"), max_length=bounds.TITLE)
    description = forms.CharField(
        label=_("Beskrivelse"),
        max_length=bounds.TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    estimated_value_nok = NumberField(
        label=_("Anslått verdi i kroner uten mva."),
        required=False,
        min_value=0,
        max_digits=20,
        decimal_places=2,
    )
    cpv = CodeField(CPV)

    def value(self) -> LotPlan:
        """The lot as written."""
        return LotPlan(**{name: self.cleaned_data[name] for name in LotForm.base_fields})


class LotsForm(StampedForm):
    """What is asked once about the lots."""

    no_lots_reason = forms.CharField(
        label=_("Hvorfor er kontrakten ikke delt opp?"),
        help_text=_("Kort begrunnelse når det bare er én delkontrakt (FOA § 19-4)."),
        max_length=bounds.TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RowOfLot(forms.Form):
    """A row that may belong to one lot; `lots` are pairs of key and title."""

    key = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    lot = forms.ChoiceField(label=_("Gjelder"), required=False, initial="")
    no_lot = _("Hele konkurransen")

    def __init__(self, *args: Any, lots: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["lot"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", self.no_lot), *lots]
        if len(lots) == 1:
            field.widget = forms.HiddenInput()


class RequirementForm(RowOfLot):
    """One requirement."""

    kind = forms.ChoiceField(
        label=_("Type krav"),
        choices=choices(labels.REQUIREMENT_KINDS),
        initial=RequirementKind.SPECIFICATION.value,
    )
    text = forms.CharField(
        label=_("Krav"), max_length=bounds.TEXT, widget=forms.Textarea(attrs={"rows": 3})
    )
    proof = forms.CharField(
        label=_("Dokumentasjon"),
        help_text=_("Hva skal leverandøren vise til eller legge ved?"),
        max_length=bounds.TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    answer = forms.ChoiceField(
        label=_("Svar"),
        choices=choices(labels.ANSWER_KINDS),
        initial=AnswerKind.YES_NO.value,
    )
    mandatory = forms.BooleanField(label=_("Kravet må oppfylles"), required=False, initial=True)

    def value(self) -> RequirementPlan:
        """The requirement as written."""
        written = self.cleaned_data
        return RequirementPlan(
            key=written["key"],
            lot=written["lot"],
            kind=RequirementKind(written["kind"]),
            text=written["text"],
            proof=written["proof"],
            answer=AnswerKind(written["answer"]),
            mandatory=written["mandatory"],
        )


class CriterionForm(RowOfLot):
    """One award criterion."""

    name = forms.CharField(label=_("Navn"), max_length=bounds.TITLE)
    kind = forms.ChoiceField(
        label=_("Måles som"),
        choices=choices(labels.CRITERION_KINDS),
        initial=CriterionKind.QUALITY.value,
    )
    weight_percent = NumberField(
        label=_("Vekt i prosent"), min_value=0, max_value=100, max_digits=7, decimal_places=4
    )
    climate = forms.BooleanField(label=_("Dette er et klima- eller miljøkriterium"), required=False)
    description = forms.CharField(
        label=_("Hva vurderes, og hvordan dokumenteres det?"),
        max_length=bounds.TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    scale = forms.CharField(
        label=_("Poengskala"),
        help_text=_("Hva betyr 0, 5 og 10 poeng?"),
        max_length=bounds.TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    value_per_point_nok = NumberField(
        label=_("Verdi i kroner per poeng"),
        help_text=_("Bare når modellen setter pris på kvalitet."),
        required=False,
        min_value=0,
        max_digits=20,
        decimal_places=2,
    )

    def value(self) -> AwardCriterion:
        """The criterion as written."""
        written = {name: self.cleaned_data[name] for name in CriterionForm.base_fields}
        written["kind"] = CriterionKind(written["kind"])
        return AwardCriterion(**written)


class MethodForm(StampedForm):
    """How the criteria are weighed, and why climate weighs less if it does."""

    price_model = forms.ChoiceField(label=_("Modell"), widget=forms.RadioSelect)
    tie_rule = forms.CharField(
        label=_("Regel ved lik poengsum"),
        help_text=_("For eksempel: Laveste pris avgjør, deretter loddtrekning."),
        max_length=bounds.TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    climate_ground = forms.ChoiceField(
        label=_("Grunnlag hvis klima og miljø teller under 30 prosent"), required=False
    )
    climate_reason = forms.CharField(
        label=_("Begrunnelse for grunnlaget"),
        help_text=_("Begrunnelsen blir en del av anskaffelsesdokumentene."),
        max_length=bounds.TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        spoken = language()
        model, ground = self.fields["price_model"], self.fields["climate_ground"]
        if isinstance(model, forms.ChoiceField):
            model.choices = [(each.id, f"{each.name.in_(spoken)} ({each.id})") for each in MODELS]
        if isinstance(ground, forms.ChoiceField):
            ground.choices = [
                ("", _("Ikke aktuelt")),
                *((kind.value, GROUND_WORDS[kind].in_(spoken)) for kind in GroundKind),
            ]


class PriceLineForm(RowOfLot):
    """One line of the price sheet."""

    no_lot = _("Velg delkontrakt")

    description = forms.CharField(label=_("Hva skal prises?"), max_length=bounds.LINE)
    unit = forms.CharField(label=_("Enhet"), max_length=bounds.UNIT)
    quantity = NumberField(
        label=_("Mengde"), min_value=Decimal("0.0001"), max_digits=19, decimal_places=4
    )

    def value(self) -> PriceLine:
        """The line as written."""
        return PriceLine(**{name: self.cleaned_data[name] for name in PriceLineForm.base_fields})


class DeadlinesForm(StampedForm):
    """Deadlines in Norwegian time."""

    tender_day = DayField(label=_("Tilbudsfrist, dato"), required=False)
    tender_time = ClockField(label=_("Tilbudsfrist, klokkeslett (norsk tid)"), required=False)
    question_day = DayField(label=_("Spørsmålsfrist, dato"), required=False)
    question_time = ClockField(label=_("Spørsmålsfrist, klokkeslett (norsk tid)"), required=False)
    short_deadline_reason = forms.CharField(
        label=_("Hvorfor er en kort frist nok?"),
        help_text=_("Brukes bare når fristen i del II er kortere enn forslaget."),
        max_length=bounds.TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    validity_days = forms.IntegerField(
        label=_("Tilbudene binder i (dager)"), min_value=1, max_value=366
    )
    standstill_days = forms.IntegerField(
        label=_("Karensperiode (dager)"), min_value=0, max_value=90
    )

    def clean(self) -> dict[str, Any]:
        check_instant(self, "tender")
        check_instant(self, "question")
        return self.cleaned_data

    def value(self) -> Deadlines:
        """The deadlines as instants."""
        return Deadlines(
            tender_deadline=instant_of(self.cleaned_data, "tender"),
            question_deadline=instant_of(self.cleaned_data, "question"),
            short_deadline_reason=self.cleaned_data["short_deadline_reason"],
            validity_days=self.cleaned_data["validity_days"],
            standstill_days=self.cleaned_data["standstill_days"],
        )


class ExtensionForm(forms.Form):
    """A later deadline and why."""

    tender_day = DayField(label=_("Ny tilbudsfrist, dato"))
    tender_time = ClockField(label=_("Ny tilbudsfrist, klokkeslett (norsk tid)"))
    question_day = DayField(label=_("Ny spørsmålsfrist, dato"), required=False)
    question_time = ClockField(
        label=_("Ny spørsmålsfrist, klokkeslett (norsk tid)"), required=False
    )
    reason = forms.CharField(
        label=_("Begrunnelse"),
        help_text=_("Alle kan lese begrunnelsen."),
        max_length=bounds.TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        check_instant(self, "question")
        return self.cleaned_data

    def instant(self, name: str) -> datetime | None:
        """The instant of the tender or question deadline."""
        return instant_of(self.cleaned_data, name)


class CancellationForm(forms.Form):
    """An objective reason, and whether a new competition follows (FOA §§ 10-4, 25-4)."""

    reason = forms.CharField(
        label=_("Saklig grunn"),
        help_text=_("Alle kan lese begrunnelsen."),
        max_length=bounds.TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    follows = forms.ChoiceField(
        label=_("Kommer det en ny konkurranse?"),
        choices=[("yes", _("Ja")), ("no", _("Nei"))],
        widget=forms.RadioSelect,
    )


class ElsewhereForm(forms.Form):
    """What TED answered to a notice that another system sent; empty when it was sent from here."""

    publication = forms.CharField(
        label=_("Publiseringsnummer i TED"),
        help_text=_("Som 123456-2026. La feltet stå tomt hvis TED ikke har publisert ennå."),
        max_length=20,
        required=False,
    )
    received_day = DayField(label=_("TED bekreftet mottaket, dato"), required=False)
    received_time = ClockField(
        label=_("TED bekreftet mottaket, klokkeslett (norsk tid)"), required=False
    )

    def clean(self) -> dict[str, Any]:
        check_instant(self, "received")
        return self.cleaned_data

    def stated(self) -> Elsewhere | None:
        """What is stated; None when nothing is."""
        publication = self.cleaned_data["publication"].strip()
        received = instant_of(self.cleaned_data, "received")
        if not publication and received is None:
            return None
        return Elsewhere(publication=publication, received_at=received)


class ManyFiles(forms.ClearableFileInput):
    """A file picker for many files at once."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Many files at once, each checked as one."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", ManyFiles())
        super().__init__(**options)

    def clean(self, data: Any, initial: Any = None) -> Any:
        if not data:
            return [super().clean(None, initial)]
        return [super(ManyFilesField, self).clean(each, initial) for each in data]


class DocumentsForm(forms.Form):
    """Procurement documents to add."""

    documents = ManyFilesField(
        label=_("Filer"),
        help_text=_("Velg én eller flere filer. Alle kan laste dem ned etter kunngjøring."),
        max_length=bounds.TITLE,
    )


class NoticeForm(forms.Form):
    """A published eForms notice."""

    notice = forms.FileField(
        label=_("Kunngjøringen som XML-fil"),
        help_text=_("En eForms-kunngjøring fra Doffin eller TED, høyst 20 MB."),
        max_length=255,
    )

    def clean_notice(self) -> Any:
        """The file, unless it is too large to be a notice."""
        uploaded = self.cleaned_data["notice"]
        if uploaded.size > LARGEST_NOTICE_BYTES:
            raise forms.ValidationError(
                _("Filen er større enn 20 MB. Velg en kunngjøring som XML."), code="too-large"
            )
        return uploaded


class TeamForm(StampedForm):
    """Who has which task; every colleague may have several."""

    procurement_officers = forms.MultipleChoiceField(
        label=_("Innkjøpere"), widget=forms.CheckboxSelectMultiple
    )
    opening_officers = forms.MultipleChoiceField(
        label=_("Åpnere"),
        help_text=_("Tilbudene forsegles til åpnerne. Hver åpner må ha en åpningsnøkkel."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    evaluators = forms.MultipleChoiceField(
        label=_("Evaluatorer"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, people: tuple[Colleague, ...], **options: Any) -> None:
        super().__init__(*args, **options)
        for role in TeamRole:
            field = self.fields[self.field_of(role)]
            if isinstance(field, forms.MultipleChoiceField):
                field.choices = [(str(each.person), self._named(each, role)) for each in people]

    @staticmethod
    def field_of(role: TeamRole) -> str:
        """The field of a task."""
        return f"{role.value.replace('-', '_')}s"

    def value(self) -> list[tuple[int, TeamRole]]:
        """Pairs of person and task."""
        return [
            (int(person), role)
            for role in TeamRole
            for person in self.cleaned_data[self.field_of(role)]
        ]

    @staticmethod
    def _named(each: Colleague, role: TeamRole) -> str:
        if role is not TeamRole.OPENING_OFFICER or each.has_key:
            return each.name
        return str(_("%(name)s (mangler åpningsnøkkel)")) % {"name": each.name}
