"""Search for words, in any of their forms and inside longer ones, in what notices are found by.

Both databases keep an index of three signs in a row (migration `0004_search_index`), as for our own
competitions. A word is cut to its stem first, so that «møbler» finds «kontormøblene» too.
"""

from collections.abc import Iterator

from django.db import connection
from django.db.models import F, Func, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.fields import BigIntegerField
from django.db.models.lookups import In
from django.db.models.sql import Query

from anskaff.notices.models import Notice, SearchText

MOST_WORDS = 8
INDEXED_SIGNS = 3
SHORTEST_STEM = 4
SHORTEST_BEFORE_A_LONG_ENDING = 3
LONG_ENDING = 3
# Endings of nouns, adjectives and genitives in Bokmål, Nynorsk and English, the longest first.
ENDINGS = ("enes", "anes", "ene", "ane", "ens", "ets", "er", "ar", "en", "et", "es", "e", "a", "s")
INDEXED = "SELECT rowid FROM notices_search WHERE notices_search MATCH %s"


def each_word_once(text: str) -> str:
    """The words of a text in a form to search in: folded, in order, and none twice.

    >>> each_word_once("Kjøp av møbler og kjøp av Kontormøbler.")
    'kjøp av møbler og kontormøbler.'
    """
    return " ".join(dict.fromkeys(text.replace("\x00", " ").casefold().split()))


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
    """What a search looks for; words after the eighth are left out."""
    words = text.replace("\x00", " ").casefold().split()[:MOST_WORDS]
    return tuple(dict.fromkeys(stem(word.strip(".,;:!?\"'«»()")) or word for word in words))


def having_words(rows: QuerySet[Notice], text: str) -> QuerySet[Notice]:
    """Those of the rows that have every word of the text, in any form."""
    words = stems(text)
    if not words:
        return rows
    if connection.vendor != "sqlite":
        found = SearchText.objects.all()
        for word in words:
            found = found.filter(words__contains=word)
        return rows.filter(pk__in=found.values("pk"))
    by_index = [word for word in words if len(word) >= INDEXED_SIGNS]
    for word in words:
        if word not in by_index:
            rows = rows.filter(searchtext__words__contains=word)
    if by_index:
        rows = rows.filter(_found(" AND ".join(_quoted(by_index))))
    return rows


def among(rows: QuerySet[Notice], keys: Query) -> QuerySet[Notice]:
    """Those of the rows whose keys another query finds."""
    return rows.filter(In(_key(), keys))


def _quoted(words: list[str]) -> Iterator[str]:
    return ('"' + word.replace('"', '""') + '"' for word in words)


def _found(match: str) -> In:
    return In(_key(), RawSQL(INDEXED, [match]))  # noqa: S611 - constant SQL


def _key() -> Func:
    """The key, with a sign before it that makes SQLite read the rows in the order of the list.

    It then reads from an index and stops when the page is full; else it fetches and sorts every
    row that fits.
    """
    return Func(F("pk"), template="+%(expressions)s", output_field=BigIntegerField())
