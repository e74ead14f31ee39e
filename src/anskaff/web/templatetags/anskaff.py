"""Filters and tags that every template has."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any
from urllib.parse import urlencode

from django import template
from django.forms import (
    BoundField,
    CheckboxInput,
    CheckboxSelectMultiple,
    FileInput,
    RadioSelect,
    Select,
    Textarea,
)
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.utils.translation import override

from anskaff.concepts import formatting
from anskaff.concepts.finding import Finding
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words
from anskaff.web import roles
from anskaff.web.codes.fields import CHOSEN, CodePicker
from anskaff.web.codes.kinds import CPV, NUTS
from anskaff.web.once import FIELD
from anskaff.web.request import language

register = template.Library()


@register.filter
def words(value: Words | str) -> str:
    """A text in the language of the page."""
    return value.in_(language()) if isinstance(value, Words) else value


@register.filter
def finding_text(value: Finding) -> str:
    """What was found, in the language of the page."""
    return value.text(language())


@register.filter
def finding_place(value: Finding) -> str:
    """Where it is, in the language of the page."""
    return value.place(language())


@register.filter
def finding_cure(value: Finding) -> str:
    """What to do about it, in the language of the page."""
    return value.cure(language())


@register.filter
def nok(value: Decimal | None) -> str:
    """An amount in kroner."""
    return "" if value is None else formatting.money(Money(value), language())


@register.filter
def number(value: Decimal | Fraction | int | None) -> str:
    """A number as written in the language of the page; fractions with three decimals."""
    if value is None:
        return ""
    if isinstance(value, Fraction):
        value = formatting.rounded(value, 3)
    return formatting.number(Decimal(value), language())


@register.filter
def day(value: date | None) -> str:
    """A legal day."""
    return "" if value is None else formatting.day(value, language())


@register.filter
def instant(value: datetime | None) -> str:
    """Weekday, date, clock and «norsk tid»."""
    return "" if value is None else formatting.instant(value, language())


@register.filter
def clock(at: datetime) -> str:
    """The clock in Oslo."""
    return formatting.clock(at, language())


@register.filter
def cpv(code: str) -> str:
    """What is bought: name first, code after."""
    return CPV.named(code)


@register.filter
def nuts(code: str) -> str:
    """A place: name first, code after."""
    return NUTS.named(code)


@register.filter
def role_name(value: str) -> str:
    """What a role is called."""
    return roles.role_name(value)


@register.simple_tag
def once() -> str:
    """A hidden field that makes sending the form twice the same as sending it once."""
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, secrets.token_hex(16))


@register.filter
def lookup(value: dict[Any, Any], key: object) -> object:
    """The value of a key, or None."""
    return value.get(key)


@register.inclusion_tag("components/deadline.html", takes_context=True)
def deadline(context: template.Context, at: datetime | None) -> dict[str, object]:
    """A deadline with weekday, date, clock, «norsk tid» and what remains (UX G1)."""
    return {"at": at, "now": context.get("now")}


@register.inclusion_tag("components/findings.html")
def findings(
    found: Sequence[Finding], heading: str = "", links: dict[str, str] | None = None
) -> dict[str, object]:
    """A list of findings with their cures; `links` maps a finding's place to an address."""
    return {"findings": found, "heading": heading, "links": links or {}}


@register.simple_tag(takes_context=True)
def query(context: template.Context, **changes: object) -> str:
    """The query of this page with some parameters changed; None removes one."""
    request: HttpRequest = context["request"]
    wanted = dict(request.GET.lists())
    for name, value in changes.items():
        if value is None or value == "":
            wanted.pop(name, None)
        else:
            wanted[name] = [str(value)]
    return "?" + urlencode(wanted, doseq=True)


@register.simple_tag(takes_context=True)
def query_without(context: template.Context, name: str) -> str:
    """The query of this page without one filter, written or chosen, on the first page."""
    gone = {name: None, f"{name}{CHOSEN}": None, "side": None}
    return query(context, **gone)


@register.simple_tag(takes_context=True)
def in_language(context: template.Context, code: str) -> str:
    """The address of this page in another language, query kept."""
    request: HttpRequest | None = context.get("request")
    if request is None:
        return f"/{code}/"
    try:
        match = resolve(request.path_info)
        with override(code):
            address = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
    except Resolver404:
        address = f"/{code}/"
    asked = request.META.get("QUERY_STRING", "")
    return f"{address}?{asked}" if asked else address


@register.filter
def drawn_as(field: BoundField) -> str:
    """Which Designsystemet pattern a form field takes."""
    match field.field.widget:
        case CodePicker():
            return "code"
        case CheckboxInput():
            return "checkbox"
        case CheckboxSelectMultiple() | RadioSelect():
            return "group"
        case FileInput():
            return "file"
        case _:
            return "input"


@register.inclusion_tag("codes/under_field.html")
def code_choices(field: BoundField) -> dict[str, object]:
    """The choices under a field for a code."""
    widget = field.field.widget
    assert isinstance(widget, CodePicker)
    return widget.under(field.html_name, field.value(), field.auto_id)


@register.simple_tag
def drawn(field: BoundField) -> str:
    """The field's control with the Designsystemet class for its kind."""
    attributes: dict[str, Any] = {"class": "ds-input"}
    match field.field.widget:
        case Textarea():
            attributes["rows"] = field.field.widget.attrs.get("rows", 5)
        case Select():
            attributes["class"] = "ds-input"
        case _:
            pass
    return field.as_widget(attrs=attributes)
