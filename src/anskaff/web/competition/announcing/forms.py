"""The form of one theme of a notice, made from its fields."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from anskaff.competition.announcing.checking import LONGEST, SHORT, wrong
from anskaff.competition.announcing.fields import Kind
from anskaff.competition.announcing.values import NORWEGIAN, FieldValue, Values, is_needed
from anskaff.concepts.days import OSLO
from anskaff.web.competition.announcing import words
from anskaff.web.competition.preparing.fields import (
    ClockField,
    DayField,
    NumberField,
    check_instant,
    instant_of,
)

NOT_WORDS = re.compile(r"[^A-Za-z0-9]+")
LARGEST_WHOLE = 99_999


def name_of(key: str) -> str:
    """The name of the form field for an answer's key.

    >>> name_of("Lot:BT-21|LOT-0001@en")
    'Lot-BT-21-LOT-0001-en'
    """
    return NOT_WORDS.sub("-", key).strip("-")


class ThemeForm(forms.Form):
    """The fields of one theme that are answered here, as one form.

    A field may be left empty in a draft; whether the notice needs it is shown beside it and is
    told by «Kontroller».
    """

    def __init__(self, data: Any, *, values: Values, asked: Sequence[FieldValue]) -> None:
        super().__init__(data)
        self.asked = {name_of(each.key): each for each in asked if each.editable}
        self.values = values
        for name, each in self.asked.items():
            self._add(name, each)

    def _add(self, name: str, each: FieldValue) -> None:
        subtype = self.values.subtype
        label = words.label_of(each.field, subtype)
        if each.language not in {"", NORWEGIAN}:
            label = f"{label} – {words.tongue(each.language)}"
        told: dict[str, Any] = {
            "label": label,
            "help_text": words.hint_of(each.field, subtype),
            "required": is_needed(self.values, each),
        }
        if each.field.kind is Kind.INSTANT:
            at = _instant(each.value)
            self.fields[f"{name}_day"] = DayField(initial=at.date() if at else None, **told)
            clock = {**told, "label": _("Klokkeslett"), "help_text": ""}
            self.fields[f"{name}_time"] = ClockField(initial=at.time() if at else None, **clock)
            return
        self.fields[name] = _field_for(each, told)

    def full_clean(self) -> None:
        """Check what is written; nothing has to be written yet."""
        needed = {name for name, field in self.fields.items() if field.required}
        for name in needed:
            self.fields[name].required = False
        super().full_clean()
        for name in needed:
            self.fields[name].required = True

    def clean(self) -> dict[str, Any]:
        """Codes, numbers and the like are checked as «Kontroller» checks them."""
        cleaned: dict[str, Any] = super().clean() or {}
        for name, each in self.asked.items():
            if each.field.kind is Kind.INSTANT:
                check_instant(self, name)
        return cleaned

    def answers(self) -> dict[str, str]:
        """What is answered, by key; what could not be read is given as it was written."""
        return {each.key: self._answer(name, each) for name, each in self.asked.items()}

    def _answer(self, name: str, each: FieldValue) -> str:
        if each.field.kind is Kind.INSTANT:
            at = instant_of(self.cleaned_data, name)
            return at.isoformat() if at else ""
        if name not in self.cleaned_data:
            return str(self.data.get(name, ""))[:LONGEST]
        value = self.cleaned_data[name]
        if isinstance(value, list):
            return " ".join(value)
        if isinstance(value, date):
            return value.isoformat()
        return "" if value is None else str(value)

    def drawn(self, each: FieldValue) -> Iterator[forms.BoundField]:
        """The bound fields of one value."""
        name = name_of(each.key)
        suffixes = ("_day", "_time") if each.field.kind is Kind.INSTANT else ("",)
        for suffix in suffixes:
            yield self[f"{name}{suffix}"]


def _instant(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value).astimezone(OSLO) if value else None
    except ValueError:
        return None


def _field_for(each: FieldValue, told: dict[str, Any]) -> forms.Field:
    field, initial = each.field, each.value
    if field.kind is Kind.YES_NO:
        options = [("", _("Ikke valgt")), *words.YES_NO.items()]
        return forms.ChoiceField(choices=options, initial=initial, **told)
    if field.kind is Kind.CODES:
        return forms.MultipleChoiceField(
            choices=words.choices_of(field),
            initial=initial.split(),
            widget=forms.CheckboxSelectMultiple,
            **told,
        )
    if field.codes:
        options = [("", _("Ikke valgt")), *words.choices_of(field)]
        return forms.ChoiceField(choices=options, initial=initial, **told)
    match field.kind:
        case Kind.LONG:
            area = forms.Textarea(attrs={"rows": 4})
            return forms.CharField(max_length=LONGEST, widget=area, initial=initial, **told)
        case Kind.DAY:
            return DayField(initial=initial, **told)
        case Kind.WHOLE:
            return forms.IntegerField(min_value=0, max_value=LARGEST_WHOLE, initial=initial, **told)
        case Kind.MONEY | Kind.NUMBER:
            return NumberField(
                min_value=0, max_digits=15, decimal_places=2, initial=initial, **told
            )
        case Kind.EMAIL:
            return forms.EmailField(max_length=SHORT, initial=initial, **told)
        case Kind.URL:
            return forms.URLField(max_length=SHORT, assume_scheme="https", initial=initial, **told)
        case _:
            return _Checked(each, max_length=SHORT, initial=initial, **told)


class _Checked(forms.CharField):
    """A line of text that the notice's own check must accept, such as a CPV code."""

    def __init__(self, each: FieldValue, **told: Any) -> None:
        super().__init__(**told)
        self.each = each

    def validate(self, value: Any) -> None:
        super().validate(value)
        expected = wrong(replace(self.each, value=str(value or "")))
        if expected is not None:
            message = _("Skriv %(expected)s.") % {"expected": words.in_words(expected)}
            raise forms.ValidationError(message)
