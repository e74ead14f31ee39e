"""What notices are found by: words in any form and inside longer ones, names, codes, marks.

Each notice has a row of such text (`SearchText`); `index` asks each database for it. A word is cut
to its stem first, so that «møbler» finds «kontormøblene» too; a word of one or two signs is found
as a whole word.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from anskaff.concepts.notice import NoticeForm
from anskaff.documents.vocabularies import cpv
from anskaff.notices.models import Notice
from anskaff.notices.public_words import PLANNING, Phase

MOST_WORDS = 8
SHORT_WORD = 2
SHORTEST_STEM = 4
SHORTEST_BEFORE_A_LONG_ENDING = 3
LONG_ENDING = 3
# Endings of nouns, adjectives and genitives in Bokmål, Nynorsk and English, the longest first.
ENDINGS = ("enes", "anes", "ene", "ane", "ens", "ets", "er", "ar", "en", "et", "es", "e", "a", "s")
# A place has the second of publication before the key; there is room for 536 million notices.
KEY_BITS, SECOND_BITS = 29, 33
# Facts of two signs, so that each is three in the index with the space before it.
FACTS = {
    "competition": "pc",
    "planning": "pp",
    "result": "pr",
    "cancelled": "px",
    "green": "mg",
    "social": "ms",
    "innovation": "mi",
    "own": "so",
    "imported": "si",
}
KIND_OF_PHASE = {
    Phase.OPEN: "competition",
    Phase.CLOSED: "competition",
    Phase.PLANNING: "planning",
    Phase.RESULT: "result",
    Phase.CANCELLED: "cancelled",
}
_SHORT = re.compile(r"(?<![^\W_])[^\W_]{1,2}(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Has:
    """A column of `SearchText` has any of these texts."""

    column: str
    any_of: tuple[str, ...]


def place(published_at: datetime, key: int) -> int:
    """Where a notice stands in the order of publication; notices of one second by their keys.

    >>> from datetime import UTC
    >>> place(datetime(2026, 8, 3, tzinfo=UTC), 7) - place(datetime(2026, 8, 3, tzinfo=UTC), 5)
    2
    """
    second = min(max(int(published_at.timestamp()), 0), (1 << SECOND_BITS) - 1)
    return (second << KEY_BITS) + key % (1 << KEY_BITS)


def each_word_once(text: str) -> str:
    """The words of a text in a form to search in: folded, in order, none twice, between spaces.

    Short parts of words are words too, so that «it» is found in «IT-drift».

    >>> each_word_once("Kjøp av møbler og kjøp av IT-drift (SU).")
    ' kjøp av møbler og it-drift (su). it su '
    """
    words = text.replace("\x00", " ").casefold().split()
    short = (part for word in words for part in _SHORT.findall(word))
    return f" {' '.join(dict.fromkeys((*words, *short)))} "


def stem(word: str) -> str:
    """A folded word without the ending that its form gives it; short words and numbers stay.

    >>> [stem(word) for word in ("møbler", "skolene", "veiene", "veier", "974760673", "services")]
    ['møbl', 'skol', 'vei', 'veier', '974760673', 'servic']
    """
    if not word.isalpha():
        return word
    for ending in ENDINGS:
        long = len(ending) >= LONG_ENDING
        shortest = SHORTEST_BEFORE_A_LONG_ENDING if long else SHORTEST_STEM
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word.removesuffix(ending)
    return word


def stems(text: str) -> tuple[str, ...]:
    """What a search for words looks for; words after the eighth are left out.

    >>> stems("IT i «skolene»")
    (' it ', ' i ', 'skol')
    """
    words = text.replace("\x00", " ").casefold().split()[:MOST_WORDS]
    return tuple(dict.fromkeys(_sought(word.strip(".,;:!?\"'«»()") or word) for word in words))


def _sought(word: str) -> str:
    return f" {word} " if len(word) <= SHORT_WORD else stem(word)


def name(text: str) -> tuple[str, ...]:
    """What a search for an organisation looks for: a part of its name or number.

    >>> name(" Nordvik  kommune"), name("964 830 533")
    (('nordvik kommune',), ('964 830 533', '964830533'))
    """
    wanted = " ".join(text.replace("\x00", "").replace("|", " ").casefold().split())
    number = wanted.replace(" ", "")
    return tuple(dict.fromkeys((wanted, number if number.isdecimal() else wanted)))


def facts(row: Notice, *, codes: Iterable[str], places: Iterable[str]) -> str:
    """Codes, kind, marks and source of a notice in a form to search in."""
    known = [mark for mark in ("green", "social", "innovation") if getattr(row, mark)]
    kind = _kind(row)
    known += [row.source, *([kind] if kind else [])]
    found = [*map(cpv_fact, codes), *map(place_fact, places), *map(fact, known)]
    return f"{''.join(dict.fromkeys(found))} "


def _kind(row: Notice) -> str:
    if row.cancelled:
        return "cancelled"
    if row.form == NoticeForm.COMPETITION:
        return "competition"
    if row.form in PLANNING:
        return "planning"
    return "" if row.form == NoticeForm.REGISTRATION else "result"


def fact(name: str) -> str:
    """A kind, mark or source as `facts` has it."""
    return f" {FACTS[name]}"


def cpv_fact(code: str) -> str:
    """A CPV code as `facts` has it; those under it begin with it."""
    return f" c{cpv.prefix(code)}"


def place_fact(code: str) -> str:
    """A NUTS code as `facts` has it; those under it begin with it."""
    return f" n{code.casefold()}"
