"""Ask the index of each database for the notices that have what is looked for.

SQLite keeps an index of three signs in a row (migration `0009_search_in_order`) in the order of
publication. The newest that fit are read from its end, and reading stops when the list is full.

PostgreSQL keeps an index of whole terms, and a list of all terms (migration `0011_terms`). The
terms that a part is in are looked up in the list, so that no text is read to be thrown away. When
a notice was published is a term too: the newest few thousand are looked in first, and how many fit
there tells how far back to look next.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Lower, StrIndex
from django.db.models.lookups import GreaterThan

from anskaff.notices.models import Involvement, NamedOrganisation, Notice
from anskaff.notices.searching import KEY_BITS, Has, place

INDEX = "notices_search"
KEYS = (1 << KEY_BITS) - 1
INDEXED_SIGNS = 3
TEXT = "notices_searchtext"
ANY_TERM = "notices_terms(place, words, buyers, winners, facts) && %s::text[]"
# A part of more terms than these is looked for in the texts themselves.
MOST_TERMS = 1000
# What begins a term of each column; no word begins with a space.
BEFORE = {"buyers": " b|", "winners": " w|", "facts": ""}
PARTS = {"buyers": Involvement.Part.BUYER, "winners": Involvement.Part.WINNER}
FEW = 1000
CODES = (" c", " n")
# 2 to the power of 18 seconds are three days; this many of them are eight years.
STRETCH_BITS = KEY_BITS + 18
MOST_STRETCHES = 1000
LOOKED_IN_FIRST = 2000
RARE = 20
MOST_TIMES = 32
MANY = 10_000
ENDS = (
    "SELECT (SELECT max(place) FROM notices_searchtext),"
    " (SELECT place FROM notices_searchtext ORDER BY place DESC OFFSET %s LIMIT 1)"
)

Param = str | int | list[str]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Conditions on rows of `SearchText` in SQL, and their parameters."""

    where: tuple[str, ...]
    params: tuple[Param, ...]


def newest(
    rows: QuerySet[Notice], has: Sequence[Has], most: int, *, since: datetime | None = None
) -> list[int]:
    """The keys of those of the rows that have all of these, newest first.

    Args:
        rows: in any order.
        has: what all of them have.
        most: how many keys are wanted.
        since: none from before it is wanted.
    """
    oldest = place(since, 0) if since else 0
    if connection.vendor == "sqlite":
        few = _in_few(rows, has)
        if few is None:
            found = _newest_by_signs(rows, has, oldest)
        else:
            found = few.filter(searchtext__place__gte=oldest).order_by("-searchtext__place")
        return list(found.values_list("pk", flat=True)[:most])
    return _newest_by_terms(rows, has, most, oldest)


def having(rows: QuerySet[Notice], has: Sequence[Has]) -> QuerySet[Notice]:
    """Those of the rows that have all of these, for a list in any order."""
    if not has:
        return rows
    if connection.vendor != "sqlite":
        return _having_terms(rows, has)
    few = _in_few(rows, has)
    if few is not None:
        return few
    rows, match = _by_signs(rows, has)
    if not match:
        return rows
    # The sign before the key makes SQLite read rows in the order of the list, by its index.
    found = f"SELECT rowid & {KEYS} FROM {INDEX} WHERE {INDEX} MATCH %s"  # noqa: S608 - constant
    where = [f"+notices_notice.id IN ({found})"]
    return rows.extra(where=where, params=[match])  # noqa: S610 - constant SQL


def _in_few(rows: QuerySet[Notice], has: Sequence[Has]) -> QuerySet[Notice] | None:
    """Those of the rows that have all of these, when few have the organisations; else None.

    The signs of numbers are in every notice, so that the index is slow to tell them apart.
    """
    named = next((one for one in has if one.column in PARTS), None)
    if named is None:
        return None
    folded, number = F("folded"), Lower("number")
    is_named = (
        Q(GreaterThan(StrIndex(text, Value(one)), 0))
        for one in named.any_of
        for text in (folded, number)
    )
    organisations = NamedOrganisation.objects.filter(reduce(or_, is_named))
    found = list(organisations.values_list("pk", flat=True)[: FEW + 1])
    if len(found) > FEW:
        return None
    parts = Involvement.objects.filter(organisation__in=found, part=PARTS[named.column])
    keys = set(parts.values_list("notice_id", flat=True)[: FEW + 1])
    if len(keys) > FEW:
        return None
    return rows.filter(*map(_in_the_text, has), pk__in=keys)


def _newest_by_signs(rows: QuerySet[Notice], has: Sequence[Has], oldest: int) -> QuerySet[Notice]:
    rows, match = _by_signs(rows, has)
    if not match:
        return rows.filter(searchtext__place__gte=oldest).order_by("-searchtext__place")
    where = (f"{INDEX} MATCH %s", f"{INDEX}.rowid >= %s")
    return rows.extra(  # noqa: S610 - constant SQL
        tables=[INDEX],
        where=[*where, f"notices_notice.id = {INDEX}.rowid & {KEYS}"],
        params=[match, oldest],
        order_by=[f"-{INDEX}.rowid"],
    )


def _by_signs(rows: QuerySet[Notice], has: Sequence[Has]) -> tuple[QuerySet[Notice], str]:
    """The rows by what the index of SQLite cannot tell, and what is asked of it."""
    asked = [one for one in has if all(len(text) >= INDEXED_SIGNS for text in one.any_of)]
    rows = rows.filter(*(_in_the_text(one) for one in has if one not in asked))
    each = (f"{one.column} : ({' OR '.join(map(_quoted, one.any_of))})" for one in asked)
    return rows, " AND ".join(each)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _in_the_text(has: Has) -> Q:
    """Having one of them in the text itself; PostgreSQL takes it that a third of them have."""
    text = F(f"searchtext__{has.column}")
    return reduce(or_, (Q(GreaterThan(StrIndex(text, Value(one)), 0)) for one in has.any_of))


def _newest_by_terms(
    rows: QuerySet[Notice], has: Sequence[Has], most: int, oldest: int
) -> list[int]:
    """The newest of the rows, looked for in one stretch of time after the other."""
    with connection.cursor() as cursor:
        cursor.execute(ENDS, [LOOKED_IN_FIRST])
        newest_place, first = cursor.fetchone()
    asked = _by_terms(has) if first else _by_texts(has)
    if newest_place is None or asked is None:
        return []
    keys: list[int] = []
    having_all = 0
    low, high = max(first or 0, oldest), newest_place + 1
    while True:
        found = _published(asked, low, high, 2 * most)
        having_all += len(found)
        keys += _fitting(rows, [key for key, _ in found])
        low = found[-1][1] if len(found) == 2 * most else low
        if len(keys) >= most or low <= oldest:
            return keys[:most]
        rare = having_all * RARE < most
        looked_in = ((newest_place - low) >> STRETCH_BITS) + 1
        times = (most - len(keys)) * 3 // (len(keys) + 1)
        more = looked_in * min(max(times, 1), MOST_TIMES)
        back = max(0, (low >> STRETCH_BITS) - more) << STRETCH_BITS
        low, high = oldest if rare else max(oldest, back), low


def _published(asked: _Asked, low: int, high: int, most: int) -> list[tuple[int, int]]:
    """Keys and places of the newest of those from one place to before another."""
    where, params = list(asked.where), list(asked.params)
    stretches = range(low >> STRETCH_BITS, (high >> STRETCH_BITS) + 1)
    if low and len(stretches) <= MOST_STRETCHES:
        where.append(ANY_TERM)
        params.append([f" t{stretch}" for stretch in stretches])
    where += ["place >= %s", "place < %s"]
    # The offset keeps the database from reading row by row in the order that is asked for.
    return _read(
        f"{_where(where)} OFFSET 0", "ORDER BY place DESC LIMIT %s", [*params, low, high, most]
    )


def _fitting(rows: QuerySet[Notice], keys: list[int]) -> list[int]:
    """Those of the keys that are of the rows, in the order they had."""
    fitting = set(_among(rows, keys).values_list("pk", flat=True))
    return [key for key in keys if key in fitting]


def _among(rows: QuerySet[Notice], keys: list[int]) -> QuerySet[Notice]:
    return rows.extra(where=["notices_notice.id = ANY(%s)"], params=[keys])


def _having_terms(rows: QuerySet[Notice], has: Sequence[Has]) -> QuerySet[Notice]:
    """By the index; when there are many, by the texts of the rows in the order they are read."""
    asked = _by_terms(has)
    if asked is None:
        return rows.none()
    found = _read(f"{_where(asked.where)} LIMIT %s", "", [*asked.params, MANY + 1])
    if len(found) > MANY:
        return rows.filter(*map(_in_the_text, has))
    return _among(rows, [key for key, _ in found])


def _where(conditions: Sequence[str]) -> str:
    return f"SELECT notice_id, place FROM {TEXT} WHERE {' AND '.join(conditions)}"  # noqa: S608 - constant


def _read(inner: str, end: str, params: Sequence[Param]) -> list[tuple[int, int]]:
    """Keys and places."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT notice_id, place FROM ({inner}) found {end}", params)  # noqa: S608 - constant
        return [(key, at) for key, at in cursor.fetchall()]


def _by_terms(has: Sequence[Has]) -> _Asked | None:
    """What all of these are in the words of the database; None when nothing has one of them."""
    each: list[_Asked] = []
    for one, terms in zip(has, _terms(has), strict=True):
        if not terms:
            return None
        few = len(terms) <= MOST_TERMS
        each.append(_Asked((ANY_TERM,), (terms,)) if few else _by_texts([one]))
    return _all(each)


def _by_texts(has: Sequence[Has]) -> _Asked:
    """What all of these are when the texts themselves are read."""
    return _all(
        _Asked(
            (f"({' OR '.join([f'strpos({one.column}, %s) > 0'] * len(one.any_of))})",), one.any_of
        )
        for one in has
    )


def _all(each: Iterable[_Asked]) -> _Asked:
    every = tuple(each)
    return _Asked(
        tuple(where for one in every for where in one.where),
        tuple(param for one in every for param in one.params),
    )


def _terms(has: Sequence[Has]) -> list[list[str]]:
    """The terms of the list that each part is in, up to one more than `MOST_TERMS`."""
    terms = [_whole(one) for one in has]
    asked = [one for one, whole in zip(has, terms, strict=True) if not whole]
    if not asked:
        return terms
    parts: list[str] = []
    params: list[Param] = []
    for one in asked:
        patterns = [_pattern(one.column, text) for text in one.any_of]
        where = " OR ".join(["term LIKE %s"] * len(patterns))
        word = " AND term NOT LIKE ' %%'" if one.column == "words" else ""
        parts.append(f"array(SELECT term FROM notices_term WHERE ({where}){word} LIMIT %s)")  # noqa: S608 - constant
        params += [*patterns, MOST_TERMS + 1]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", params)
        found = iter(cursor.fetchone())
    return [whole or next(found) for whole in terms]


def _whole(has: Has) -> list[str]:
    """The terms themselves when they are asked for whole: short words, kinds and marks."""
    if has.column == "words":
        return [text.strip() for text in has.any_of if text.startswith(" ")]
    if has.column == "facts":
        return [text for text in has.any_of if not text.startswith(CODES)]
    return []


def _pattern(column: str, text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    before = BEFORE.get(column, "")
    return f"{before}{escaped}%" if column == "facts" else f"{before}%{escaped}%"
