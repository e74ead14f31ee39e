"""The words of history and inbox: each deed and each kind of message, collected from the rooms.

A new module of deeds or messages is one line in a tuple here; tests find those that are missing.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from types import ModuleType
from typing import Any

from django.utils import translation

from anskaff.competition import reminders, supplier_notices
from anskaff.competition.actions import (
    agreeing,
    announcing,
    awarding,
    deciding,
    declaring,
    evaluating,
    importing,
    opening,
    preparing,
    publishing,
    questions,
    rejecting,
    scoring,
    signing,
    specifying,
    suspending,
    tendering,
    unsaved,
    uploads,
)
from anskaff.concepts import formatting
from anskaff.concepts.words import Words
from anskaff.notices import watching as watched
from anskaff.notices.actions import following, registering, sending, watching
from anskaff.parties import actions as parties
from anskaff.records import actions as records
from anskaff.records.deeds import Deed
from anskaff.records.log import Fact
from anskaff.records.notices import MessageKind
from anskaff.web.roles import role_name

ROOMS_OF_DEEDS: tuple[ModuleType, ...] = (
    parties,
    records,
    registering,
    watching,
    sending,
    following,
    preparing,
    importing,
    specifying,
    announcing,
    publishing,
    questions,
    tendering,
    uploads,
    opening,
    declaring,
    rejecting,
    scoring,
    agreeing,
    evaluating,
    deciding,
    awarding,
    suspending,
    signing,
    unsaved,
)
ROOMS_OF_MESSAGES: tuple[ModuleType, ...] = (
    announcing,
    following,
    watched,
    questions,
    publishing,
    tendering,
    supplier_notices,
    reminders,
)
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:\+\d\d:\d\d|Z)")


@cache
def deed_words() -> Mapping[str, Words]:
    """What each deed is called in history, by the deed's name."""
    deeds: list[Deed[Any, Any]] = [one for room in ROOMS_OF_DEEDS for one in room.DEEDS]
    return {one.name: one.words for one in deeds}


@cache
def message_kinds() -> tuple[MessageKind, ...]:
    """Every kind of message that people can get."""
    return tuple(
        value
        for room in ROOMS_OF_MESSAGES
        for value in vars(room).values()
        if isinstance(value, MessageKind)
    )


def happened(deed: str, facts: Mapping[str, Fact], language: str) -> str:
    """One line of history, with the recorded facts filled in.

    >>> happened("parties.role_chosen", {"role": "leader"}, "nb")
    'Valgte å handle i rollen Leder.'
    """
    words = deed_words().get(deed)
    return _filled(words.in_(language), facts, language) if words else deed


def deeds_that_say(text: str, language: str) -> frozenset[str]:
    """Names of the deeds whose words hold this text."""
    wanted = text.casefold()
    return frozenset(
        name for name, words in deed_words().items() if wanted in words.in_(language).casefold()
    )


def message_title(kind: str, facts: Mapping[str, str], language: str) -> str:
    """The title of a message as its reader sees it."""
    found = _kind(kind)
    return _filled(found.title.in_(language), facts, language) if found else kind


def message_text(kind: str, facts: Mapping[str, str], language: str) -> str:
    """The text of a message as its reader sees it."""
    found = _kind(kind)
    return _filled(found.text.in_(language), facts, language) if found else ""


def topic(kind: MessageKind, language: str) -> str:
    """What a kind of message is about, with dots for the facts of one message."""
    return _filled(kind.title.in_(language), {}, language)


def _kind(code: str) -> MessageKind | None:
    return next((kind for kind in message_kinds() if kind.code == code), None)


def _filled(text: str, facts: Mapping[str, Fact], language: str) -> str:
    names = Words.placeholders(text)
    return text.format(**{name: _shown(name, facts.get(name, "…"), language) for name in names})


def _shown(name: str, value: Fact, language: str) -> str:
    """A recorded fact as people read it: roles by name, instants in Norwegian time."""
    if name == "role" and isinstance(value, str):
        with translation.override(language):
            return role_name(value)
    if isinstance(value, str) and INSTANT.fullmatch(value):
        return formatting.instant(datetime.fromisoformat(value), language)
    if isinstance(value, (list, tuple)):
        return ", ".join(str(one) for one in value)
    return str(value)
