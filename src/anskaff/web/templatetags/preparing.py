"""Filters and tags for the pages of a case."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from anskaff.law.rule import Reason
from anskaff.web.request import language

register = template.Library()


@register.filter
def address(reference: str) -> str:
    """The part of an address for a case reference: 2026/1042 is 2026-1042."""
    return reference.replace("/", "-")


@register.simple_tag
def in_words(reason: Reason) -> SafeString:
    """A reason with its paragraph; our own defaults say that they are not law."""
    if not reason.source:
        return format_html("{}", reason.text(language()))
    return format_html(
        '{} <span class="source">({})</span>', reason.text(language()), reason.source
    )
