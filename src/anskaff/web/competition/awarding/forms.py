"""Forms from opening to signed contract."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from anskaff.competition.actions.deciding import LotDecision
from anskaff.competition.queries.awarding import AwardView, LotDraft
from anskaff.competition.queries.scoring import CellView, ScoringView
from anskaff.competition.scored_points import Points
from anskaff.concepts.errors import Refused
from anskaff.concepts.finding import Finding
from anskaff.law.rejection import Ground
from anskaff.web.request import language

LONG_TEXT = 4000


class Passphrase(forms.PasswordInput):
    """A passphrase: never given back by the server, and not offered to be remembered."""

    def __init__(self, autocomplete: str = "off") -> None:
        super().__init__(render_value=False, attrs={"autocomplete": autocomplete})


class OpeningForm(forms.Form):
    """The passphrase of the officer's key; `older` asks for those of replaced keys too."""

    passphrase = forms.CharField(
        label=_("Passordfrase"),
        max_length=800,
        strip=False,
        widget=Passphrase(),
        help_text=_("Frasen brukes nå og lagres aldri."),
        error_messages={"required": _("Skriv passordfrasen din.")},
    )
    earlier = forms.CharField(
        label=_("Passordfrase til tidligere nøkkel"),
        required=False,
        max_length=800,
        strip=False,
        widget=Passphrase(),
        help_text=_("Bare hvis du har byttet nøkkel etter at tilbud ble levert."),
    )

    def __init__(self, *args: Any, older: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not older:
            del self.fields["earlier"]


class OfficerKeyForm(forms.Form):
    """A passphrase, twice."""

    passphrase = forms.CharField(
        label=_("Passordfrase"),
        max_length=800,
        strip=False,
        widget=Passphrase("new-password"),
        help_text=_(
            "Minst 16 tegn. Bruk fire eller flere tilfeldige ord. Vi lagrer den ikke: "
            "glemmer du den, kan du ikke åpne."
        ),
        error_messages={"required": _("Skriv en passordfrase.")},
    )
    again = forms.CharField(
        label=_("Passordfrasen én gang til"),
        max_length=800,
        strip=False,
        widget=Passphrase("new-password"),
        error_messages={"required": _("Skriv passordfrasen én gang til.")},
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, again = cleaned.get("passphrase"), cleaned.get("again")
        if first and again and first != again:
            self.add_error("again", _("De to passordfrasene er ikke like. Skriv den på nytt."))
        return cleaned


class ImpartialityForm(forms.Form):
    """The declaration (B13)."""

    interest = forms.ChoiceField(
        label=_("Er det noe som kan gjøre deg inhabil?"),
        choices=[
            ("no", _("Nei, jeg erklærer meg habil i denne saken")),
            ("yes", _("Ja, jeg kan være inhabil")),
        ],
        widget=forms.RadioSelect,
        help_text=_("Slekt, vennskap, eierandeler, verv eller oppdrag hos en mulig tilbyder."),
        error_messages={"required": _("Velg ja eller nei.")},
    )
    explanation = forms.CharField(
        label=_("Forklaring"),
        required=False,
        max_length=LONG_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Skriv hva det gjelder hvis du svarer ja. Det føres i protokollen."),
    )


class RejectionForm(forms.Form):
    """Ground and reason."""

    ground = forms.ChoiceField(
        label=_("Grunn"), error_messages={"required": _("Velg en avvisningsgrunn.")}
    )
    reason = forms.CharField(
        label=_("Begrunnelse"),
        max_length=LONG_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Leverandøren får denne teksten."),
        error_messages={"required": _("Skriv en kort begrunnelse.")},
    )
    proportionality = forms.CharField(
        label=_("Vurdering av forholdsmessighet"),
        required=False,
        max_length=LONG_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Må fylles ut for grunner der loven krever at avvisning er forholdsmessig."),
    )

    def __init__(self, *args: Any, grounds: Sequence[Ground], part: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["ground"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Velg grunn"))] + [
            (ground.id, f"{ground.words.in_(language())} ({ground.source_in(part)})")
            for ground in grounds
        ]


class ReasonForm(forms.Form):
    """A reason that goes into the protocol."""

    reason = forms.CharField(
        label=_("Begrunnelse"),
        max_length=LONG_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Begrunnelsen føres i protokollen."),
        error_messages={"required": _("Skriv en begrunnelse.")},
    )


class PointsField(forms.Field):
    """Points as people write them, with comma or full stop."""

    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)
        attributes = {"inputmode": "decimal", "autocomplete": "off", "maxlength": "12"}
        self.widget.attrs.update(attributes)

    def to_python(self, value: Any) -> Decimal | None:
        text = str(value or "").strip().replace(",", ".")
        if not text:
            return None
        if not re.fullmatch(r"-?\d{1,6}(\.\d{1,8})?", text, re.ASCII):
            raise forms.ValidationError(_("Poeng skrives som et tall fra 0 til 10."))
        return Decimal(text)


class MatrixForm(forms.Form):
    """Points and a reason for every place of a matrix; findings land on their place."""

    def __init__(self, *args: Any, view: ScoringView, agreed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cells = [cell for lot in view.lots for row in lot.rows for cell in row.cells]
        for lot in view.lots:
            names = {one.key: one.name for one in lot.criteria}
            for row in lot.rows:
                for cell in row.cells:
                    self._add(cell, names[cell.criterion], row.tender, agreed=agreed)

    def _add(self, cell: CellView, criterion: str, tender: int, *, agreed: bool) -> None:
        told = {"criterion": criterion, "tender": tender}
        given = cell.agreed if agreed else cell.own
        points = given.points if given else (cell.middle if agreed else None)
        reason = given.reason if given else ""
        if agreed and not given:
            reason = "\n".join(dict.fromkeys(one.reason for one in cell.submitted))
        self.fields[f"points-{cell.where}"] = PointsField(
            label=_("Poeng til tilbud %(tender)s på %(criterion)s") % told,
            initial=None if points is None else f"{points.normalize():f}".replace(".", ","),
        )
        self.fields[f"reason-{cell.where}"] = forms.CharField(
            label=_("Begrunnelse for tilbud %(tender)s på %(criterion)s") % told,
            required=False,
            max_length=LONG_TEXT,
            widget=forms.Textarea(attrs={"rows": 3}),
            initial=reason,
        )

    def given(self) -> list[Points]:
        """The points as the deeds take them."""
        return [
            Points(
                lot=cell.lot,
                tender=cell.tender,
                criterion=cell.criterion,
                points=self.cleaned_data[f"points-{cell.where}"],
                reason=self.cleaned_data[f"reason-{cell.where}"],
            )
            for cell in self.cells
        ]

    def place(self, findings: Sequence[Finding]) -> None:
        """Put each finding on the field it concerns."""
        for finding in findings:
            part = "reason" if finding.code == "score-reason-missing" else "points"
            name = f"{part}-{finding.where}"
            text = f"{finding.text(language())} {finding.cure(language())}"
            self.add_error(name if name in self.fields else None, text)


class AgreementForm(MatrixForm):
    """The points agreed on, with the reason when they change."""

    def __init__(self, *args: Any, view: ScoringView, **kwargs: Any) -> None:
        super().__init__(*args, view=view, agreed=True, **kwargs)
        if any(cell.agreed for cell in self.cells):
            self.fields["change_reason"] = forms.CharField(
                label=_("Hvorfor endres poengene?"),
                required=False,
                max_length=LONG_TEXT,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=_("Må fylles ut når omforente poeng endres. Føres i protokollen."),
            )

    def place(self, findings: Sequence[Finding]) -> None:
        """As for the matrix; a missing reason for a change has its own field."""
        for finding in findings:
            if finding.where == "change_reason":
                text = f"{finding.text(language())} {finding.cure(language())}"
                self.add_error("change_reason", text)
                return
        super().place(findings)


class AwardForm(forms.Form):
    """The decision of every lot: reason, advantages per criterion, and how a tie was broken."""

    def __init__(self, *args: Any, view: AwardView, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lots = view.lots
        self.several = len(view.lots) > 1
        for lot in view.lots:
            self._add(lot)

    def _add(self, lot: LotDraft) -> None:
        if lot.ranking.tied:
            names = {one.tender: one.supplier for one in lot.ranking.ranking}
            self._field(
                lot,
                "tender",
                forms.ChoiceField(
                    label=self._label(lot, str(_("Valgt tilbud"))),
                    error_messages={"required": _("Velg et av tilbudene som er rangert først.")},
                    choices=[("", _("Velg tilbud"))]
                    + [(str(n), f"{n}: {names[n]}") for n in lot.ranking.tied],
                    initial="" if lot.winner is None else str(lot.winner),
                ),
            )
            self._text(lot, "tie_broken_by", str(_("Hvordan ble valget gjort?")), lot.tie_broken_by)
        self._text(lot, "reason", str(_("Begrunnelse for valget")), lot.reason)
        if lot.ranking.ranking:
            for one in lot.ranking.criteria:
                label = str(_("Egenskaper og fordeler: %(name)s") % {"name": one.name})
                text = lot.advantages.get(one.key, "")
                self._text(lot, f"advantages-{one.key}", label, text)

    def _label(self, lot: LotDraft, text: str) -> str:
        return f"{lot.ranking.title}: {text}" if self.several else text

    def _field(self, lot: LotDraft, name: str, field: forms.Field) -> None:
        self.fields[f"{lot.ranking.key}.{name}"] = field

    def _text(self, lot: LotDraft, name: str, label: str, initial: str) -> None:
        field = forms.CharField(
            label=self._label(lot, label),
            error_messages={"required": _("Fyll ut: %(label)s.") % {"label": label}},
            max_length=LONG_TEXT,
            initial=initial,
            widget=forms.Textarea(attrs={"rows": 3}),
        )
        self._field(lot, name, field)

    def decisions(self) -> list[LotDecision]:
        """As the deed takes them."""
        made = []
        for lot in self.lots:
            key = lot.ranking.key
            told = self.cleaned_data
            chosen = told.get(f"{key}.tender")
            made.append(
                LotDecision(
                    lot=key,
                    reason=told[f"{key}.reason"],
                    advantages={
                        one.key: told.get(f"{key}.advantages-{one.key}", "")
                        for one in lot.ranking.criteria
                    },
                    tender=int(chosen) if chosen else None,
                    tie_broken_by=told.get(f"{key}.tie_broken_by", ""),
                )
            )
        return made

    def place(self, refused: Refused) -> None:
        """Put each finding on the field it concerns."""
        for finding in refused.findings:
            name = finding.where.replace(".advantages.", ".advantages-")
            text = f"{finding.text(language())} {finding.cure(language())}"
            self.add_error(name if name in self.fields else None, text)
