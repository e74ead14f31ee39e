"""Filters of the pages of notices."""

import re

from django import template

from anskaff.concepts import formatting
from anskaff.concepts.money import Money
from anskaff.concepts.notice import Texts
from anskaff.web.notices import labels, sheet
from anskaff.web.request import language

register = template.Library()
register.filter("cpv_name", labels.cpv_name)
register.filter("nuts_name", labels.nuts_name)
register.filter("subtype_name", labels.subtype_name)
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@register.filter
def text_of(texts: Texts) -> str:
    """The text in the language of the page, else the nearest that there is."""
    return texts.in_(language())


@register.filter
def language_of(texts: Texts) -> str:
    """The language tag that `text_of` gives the text in."""
    return sheet.language_of(texts)


@register.filter
def amount(value: Money) -> str:
    """An amount in its currency."""
    return formatting.money(value, language())


@register.filter
def xml_text(text: str) -> str:
    """A text without signs that XML 1.0 cannot hold."""
    return NOT_IN_XML.sub("\ufffd", text)
