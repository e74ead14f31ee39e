"""Words on the pages of a notice: official ones from the installed bundle, else our own (G3)."""

from collections.abc import Mapping
from datetime import datetime
from decimal import InvalidOperation

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from anskaff.competition.announcing.checking import LANGUAGE_NAMES
from anskaff.competition.announcing.fields import Field, Kind, Scope, Theme
from anskaff.competition.announcing.values import FieldValue, amount_of
from anskaff.concepts import formatting
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words
from anskaff.documents.eforms.labels import said_in
from anskaff.documents.eforms.showing import LANGUAGES
from anskaff.web.codes.kinds import CPV, NUTS
from anskaff.web.codes.names import official
from anskaff.web.request import language

Label = str | Promise

THEMES: Mapping[Theme, Label] = {
    Theme.ABOUT: _("Om kunngjøringen"),
    Theme.BUYER: _("Oppdragsgiver"),
    Theme.OBJECT: _("Det som kjøpes"),
    Theme.LOTS: _("Delkontrakter"),
    Theme.PROCEDURE: _("Prosedyre"),
    Theme.CRITERIA: _("Kriterier"),
    Theme.DEADLINES: _("Frister"),
    Theme.DOCUMENTS: _("Dokumenter og levering"),
    Theme.TERMS: _("Vilkår i kontrakten"),
    Theme.REVIEW: _("Klage"),
    Theme.RESULT: _("Resultat"),
    Theme.MODIFICATION: _("Kontraktsendring"),
    Theme.CHANGE: _("Rettelsen"),
}
KINDS_OF_LISTS = {"cpv": CPV, "nuts-lvl3": NUTS}
YES_NO: Mapping[str, Label] = {"true": _("Ja"), "false": _("Nei")}
MISLED = frozenset({"BT-1375-Procedure", "BT-13716-notice", "BT-718-notice", "BT-3201"})
"""Terms whose official name in Bokmål says something else than the English one (a lot is called
«mye», a tender «betalingsmiddel»: eforms-nor 1.14.2-patch6)."""
OTHERS = frozenset({Scope.WINNER, Scope.REVIEW_BODY})


def label_of(field: Field, subtype: str) -> str:
    """What the field is called: officially, when the bundle says it in the language of the page.

    Fields about others than the buyer have the same official name as the buyer's, and all kinds of
    tenders received have one; there our own words say whose or which it is.
    """
    told = language()
    own = field.scope in OTHERS or ":" in field.id or (told == "nb" and field.id in MISLED)
    found = None if own else official().field_label(field.official(subtype))
    if found is None or said_in(found, told) != told:
        return field.label.in_(told)
    return found.in_(told)


def hint_of(field: Field, subtype: str) -> str:
    """How to fill in the field: our own hint about Norwegian law first, else the official.

    An official hint that is in another language than the page says so.
    """
    found = field.hint or official().field_hint(field.official(subtype))
    if found is None:
        return ""
    text, spoken = found.in_(language()), said_in(found, language())
    if spoken == language():
        return text
    other = in_words(LANGUAGES[spoken])
    return format_html('<span lang="{}">{}</span> ({})', spoken, text, other)


def code_of(field: Field, code: str) -> str:
    """A code in words, with the code after (G3)."""
    if field.code_list in KINDS_OF_LISTS:
        return KINDS_OF_LISTS[field.code_list].named(code)
    found = official().code_label(field.code_list, code) or field.codes.get(code)
    return f"{found.in_(language())} ({code})" if found else code


def choices_of(field: Field) -> list[tuple[str, str]]:
    """The choices of a field, in words."""
    known = official()
    return [
        (code, (known.code_label(field.code_list, code) or own).in_(language()))
        for code, own in field.codes.items()
    ]


def said(each: FieldValue) -> str:
    """A value as people read it; what cannot be read is shown as written."""
    value, field = each.value, each.field
    if not value:
        return ""
    if field.kind is Kind.YES_NO:
        return str(YES_NO.get(value, value))
    if field.code_list or field.codes:
        return ", ".join(code_of(field, code) for code in value.split())
    try:
        if field.kind is Kind.MONEY:
            return formatting.money(Money(amount_of(value)), language())
        if field.kind is Kind.INSTANT:
            return formatting.instant(datetime.fromisoformat(value), language())
        if field.kind is Kind.DAY:
            return formatting.day(datetime.fromisoformat(value).date(), language())
        if field.kind is Kind.NUMBER:
            return formatting.number(amount_of(value), language())
    except (ValueError, InvalidOperation):
        return value
    return value


def tongue(tag: str) -> str:
    """The name of a language of the notice."""
    return in_words(LANGUAGE_NAMES[tag])


def in_words(words: Words) -> str:
    """Words in the language of the page."""
    return words.in_(language())
