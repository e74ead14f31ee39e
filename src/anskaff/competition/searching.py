"""Search for words, also inside longer ones, in the text that competitions are found by.

Both databases keep an index of three signs in a row (migration `0004_search_index`); words shorter
than that are looked for row by row. The text holds each word once, so the index stays small.
"""

from django.db import connection
from django.db.models import BigIntegerField, F, Func, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.lookups import In

from anskaff.competition.models import Competition

MOST_WORDS = 8
INDEXED_SIGNS = 3
INDEXED = "SELECT rowid FROM competition_search WHERE competition_search MATCH %s"

COUNTED_AT_MOST = 1000


def each_word_once(text: str) -> str:
    """The words of a text in a form to search in: folded, in order, and none twice.

    >>> each_word_once("Kjøp av møbler og kjøp av Kontormøbler.")
    'kjøp av møbler og kontormøbler.'
    """
    return " ".join(dict.fromkeys(text.casefold().split()))


def having_words(rows: QuerySet[Competition], text: str) -> QuerySet[Competition]:
    """Those of the rows that have every word of the text; words after the eighth are left out."""
    words = text.replace("\x00", " ").casefold().split()[:MOST_WORDS]
    by_index = [
        word for word in words if connection.vendor == "sqlite" and len(word) >= INDEXED_SIGNS
    ]
    for word in words:
        if word not in by_index:
            rows = rows.filter(search_text__contains=word)
    if by_index:
        quoted = ('"' + word.replace('"', '""') + '"' for word in by_index)
        rows = rows.filter(_found(" AND ".join(quoted)))
    return rows


def _found(match: str) -> In:
    """The key is among what SQLite's word index finds.

    The sign before the key makes SQLite read the rows in the order of the list, from an index, and
    stop when the page is full; else it fetches and sorts every row that has the words.
    """
    key = Func(F("pk"), template="+%(expressions)s", output_field=BigIntegerField())
    return In(key, RawSQL(INDEXED, [match]))  # noqa: S611 - constant SQL
