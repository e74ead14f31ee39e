"""Find notices by what they say: words in any form and inside longer ones, names, codes, marks.

Each notice has a row of such text (`SearchText`), and both databases keep an index of three signs
in a row over it (migration `0009_search_in_order`). A word is cut to its stem first, so that
«møbler» finds «kontormøblene» too; a word of one or two signs is found as a whole word.

On SQLite the index stands in the order of publication. The newest that fit are read from its end,
however many fit, and reading stops when the list is full.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import Q, QuerySet

from anskaff.concepts.notice import NoticeForm
from anskaff.documents.vocabularies import cpv
from anskaff.notices.models import Notice
from anskaff.notices.public_words import PLANNING, Phase

MOST_WORDS = 8
INDEXED_SIGNS = 3
SHORT_WORD = 2
SHORTEST_STEM = 4
SHORTEST_BEFORE_A_LONG_ENDING = 3
LONG_ENDING = 3
# Endings of nouns, adjectives and genitives in Bokmål, Nynorsk and English, the longest first.
ENDINGS = ("enes", "anes", "ene", "ane", "ens", "ets", "er", "ar", "en", "et", "es", "e", "a", "s")
# A place has the second of publication before the key; there is room for 536 million notices.
KEY_BITS, SECOND_BITS = 29, 33
INDEX = "notices_search"
KEYS = (1 << KEY_BITS) - 1
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


def having(rows: QuerySet[Notice], has: Sequence[Has]) -> QuerySet[Notice]:
    """Those of the rows that have all of these, for a list in any order."""
    rows, match = _by_index(rows, has)
    if not match:
        return rows
    # The sign before the key makes SQLite read rows in the order of the list, by its index.
    found = f"SELECT rowid & {KEYS} FROM {INDEX} WHERE {INDEX} MATCH %s"  # noqa: S608 - constant
    where = [f"+notices_notice.id IN ({found})"]
    return rows.extra(where=where, params=[match])  # noqa: S610 - constant SQL


def newest_having(
    rows: QuerySet[Notice], has: Sequence[Has], since: datetime | None = None
) -> QuerySet[Notice]:
    """Those of the rows that have all of these, newest first; `since` leaves out older ones."""
    oldest = place(since, 0) if since else 0
    rows, match = _by_index(rows, has)
    if not match:
        return rows.filter(searchtext__place__gte=oldest).order_by("-searchtext__place")
    where = (f"{INDEX} MATCH %s", f"{INDEX}.rowid >= %s")
    return rows.extra(  # noqa: S610 - constant SQL
        tables=[INDEX],
        where=[*where, f"notices_notice.id = {INDEX}.rowid & {KEYS}"],
        params=[match, oldest],
        order_by=[f"-{INDEX}.rowid"],
    )


def _by_index(rows: QuerySet[Notice], has: Sequence[Has]) -> tuple[QuerySet[Notice], str]:
    """The rows by what no index of SQLite can tell, and what is asked of it; PostgreSQL has one."""
    is_sqlite = connection.vendor == "sqlite"
    asked = [
        one for one in has if is_sqlite and all(len(text) >= INDEXED_SIGNS for text in one.any_of)
    ]
    rows = rows.filter(*(_like(one) for one in has if one not in asked))
    each = (f"{one.column} : ({' OR '.join(map(_quoted, one.any_of))})" for one in asked)
    return rows, " AND ".join(each)


def _like(has: Has) -> Q:
    wanted = (Q(**{f"searchtext__{has.column}__contains": text}) for text in has.any_of)
    return reduce(or_, wanted)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
