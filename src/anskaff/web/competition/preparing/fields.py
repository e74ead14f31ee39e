"""Form fields that read amounts, days and times as people in Norway write them (UX §7, §8)."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from anskaff.concepts.days import OSLO

DAY_FORMATS = ["%Y-%m-%d", "%d.%m.%Y", "%d%m%y", "%d.%m.%y"]
TIME_FORMATS = ["%H:%M", "%H.%M", "%H:%M:%S"]


class NumberField(forms.DecimalField):
    """A number with decimal comma or point; spaces between thousands and «kr» are accepted."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(**options)

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = "".join(value.replace("kr", "").split()).replace(",", ".")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            text = f"{value:f}"
            return text.rstrip("0").rstrip(".").replace(".", ",") if "." in text else text
        return value


class DayField(forms.DateField):
    """A day, as the browser's calendar writes it or as 17.12.2026 or 171226."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        super().__init__(input_formats=DAY_FORMATS, **options)

    def prepare_value(self, value: Any) -> Any:
        """A written day as the browser's calendar wants it; what is no day stays as written."""
        try:
            return self.to_python(value)
        except forms.ValidationError:
            return value


class ClockField(forms.TimeField):
    """A time of day in Norway."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TimeInput(format="%H:%M", attrs={"type": "time"}))
        super().__init__(input_formats=TIME_FORMATS, **options)


def instant_of(cleaned: dict[str, Any], name: str) -> datetime | None:
    """The instant of `<name>_day` and `<name>_time` in Norwegian time; None without a day."""
    day, clock = cleaned.get(f"{name}_day"), cleaned.get(f"{name}_time")
    if day is None or clock is None:
        return None
    return datetime.combine(day, clock, OSLO)


def day_and_time(name: str, at: datetime | None) -> dict[str, Any]:
    """The initial values of `<name>_day` and `<name>_time`."""
    if at is None:
        return {}
    local = at.astimezone(OSLO)
    return {f"{name}_day": local.date(), f"{name}_time": local.time().replace(microsecond=0)}


class StampedForm(forms.Form):
    """A form that remembers what the section looked like when it was opened."""

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


HALF_AN_INSTANT = _("Skriv både dato og klokkeslett.")


def check_instant(form: forms.Form, name: str) -> None:
    """Add an error where a day stands without a time, or the other way round."""
    day, clock = form.cleaned_data.get(f"{name}_day"), form.cleaned_data.get(f"{name}_time")
    if day is None and clock is not None and f"{name}_day" not in form.errors:
        form.add_error(f"{name}_day", str(HALF_AN_INSTANT))
    if clock is None and day is not None and f"{name}_time" not in form.errors:
        form.add_error(f"{name}_time", str(HALF_AN_INSTANT))
