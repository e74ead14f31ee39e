"""Reads for anyone: the notices that fit a wish, as pages, export and stream.

Only the latest version of a notice is found; earlier ones are on its page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import F, Min, Q, QuerySet
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce

from anskaff.concepts.actor import Viewer
from anskaff.notices import index, searching
from anskaff.notices.hits import Hit, hit_of
from anskaff.notices.models import Involvement, Notice
from anskaff.notices.public_words import Phase
from anskaff.notices.searching import Has

PAGE_SIZES = (20, 50, 100)
MOST_EXPORTED = 10_000
COUNTED_AT_MOST = 1000
_ONE_MORE = COUNTED_AT_MOST + 1
IN_CHUNKS = 500
MARKS = ("green", "social", "innovation")
SORTED = ("deadline", "value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What someone searches for; empty means anything.

    `buyer` and `supplier` are a name, a part of one, or a number. `cpv` are codes of which any
    will do; children are found under them, and under `place`. `value_from` and `value_to`
    are compared with values in `currency` only, and the order by value begins with those; nothing
    is converted. Instants are compared with the deadline, from the first and before the second.
    """

    words: str = ""
    phase: Phase | None = None
    buyer: str = ""
    supplier: str = ""
    cpv: tuple[str, ...] = ()
    place: str = ""
    value_from: Decimal | None = None
    value_to: Decimal | None = None
    currency: str = "NOK"
    due_from: datetime | None = None
    due_before: datetime | None = None
    source: str = ""
    green: bool = False
    social: bool = False
    innovation: bool = False
    order: str = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """One page of hits. `total` is exact up to `COUNTED_AT_MOST`; then `more` is True."""

    lines: tuple[Hit, ...]
    total: int
    more: bool
    page: int
    pages: int


def search(wish: Wish, viewer: Viewer, at: datetime, *, page: int = 1, size: int = 20) -> Hits:
    """The notices that fit, one page of them among the first thousand.

    The keys are looked for in order, in a few queries (`index`); two more get the rows and who is
    in them.
    """
    del viewer
    keys = _keys(wish, at, _ONE_MORE)
    total = min(len(keys), COUNTED_AT_MOST)
    pages = max(1, -(-total // size))
    page = min(max(page, 1), pages)
    shown = keys[:COUNTED_AT_MOST][(page - 1) * size : page * size]
    return Hits(
        lines=tuple(_hits(shown, at)),
        total=total,
        more=len(keys) > COUNTED_AT_MOST,
        page=page,
        pages=pages,
    )


def search_all(wish: Wish, viewer: Viewer, at: datetime) -> Iterator[Hit]:
    """All that fit, for an export; at most 10 000."""
    del viewer
    keys = _keys(wish, at, MOST_EXPORTED)
    for start in range(0, len(keys), IN_CHUNKS):
        yield from _hits(keys[start : start + IN_CHUNKS], at)


def registered_since(
    wish: Wish, viewer: Viewer, at: datetime, *, since: datetime, limit: int
) -> tuple[Hit, ...]:
    """Those that fit and came into the register after an instant, newest first."""
    del viewer
    rows = _fitting(wish, at).filter(registered_at__gt=since, registered_at__lte=at)
    return tuple(_hits(_newest(rows, wish, at, limit), at))


def _fitting(wish: Wish, at: datetime) -> QuerySet[Notice]:
    """Those that fit by what their own columns tell."""
    rows = _in_phase(Notice.objects.filter(superseded_by=None), wish.phase, at)
    if wish.value_from is not None:
        rows = rows.filter(currency=wish.currency, value__gte=wish.value_from)
    if wish.value_to is not None:
        rows = rows.filter(currency=wish.currency, value__lte=wish.value_to)
    if wish.due_from:
        rows = rows.filter(deadline__gte=wish.due_from)
    if wish.due_before:
        rows = rows.filter(deadline__lt=wish.due_before)
    return rows


def _has(wish: Wish) -> list[Has]:
    """What the wish asks for in words, names, codes, kinds and marks."""
    has = [Has("words", (word,)) for word in searching.stems(wish.words)]
    for column, name in (("buyers", wish.buyer), ("winners", wish.supplier)):
        if name.strip():
            has.append(Has(column, searching.name(name)))
    if wish.cpv:
        has.append(Has("facts", tuple(searching.cpv_fact(code) for code in wish.cpv)))
    if wish.place:
        has.append(Has("facts", (searching.place_fact(wish.place),)))
    has += [_fact(mark) for mark in MARKS if getattr(wish, mark)]
    if wish.phase and (has or wish.phase is not Phase.OPEN):
        has.append(_fact(searching.KIND_OF_PHASE[wish.phase]))
    return [*has, _fact(wish.source)] if wish.source in searching.FACTS else has


def _fact(name: str) -> Has:
    return Has("facts", (searching.fact(name),))


def _oldest_open(at: datetime) -> datetime:
    """When the first published of those that are open was published.

    It stands in the index of those that are open; an expression keeps the database from looking
    through the index of all, the oldest first.
    """
    rows = Notice.objects.filter(superseded_by=None, open_until__gte=at)
    published = Coalesce("published_at", "published_at")
    oldest: datetime | None = rows.aggregate(oldest=Min(published))["oldest"]
    return oldest or at


def _in_phase(rows: QuerySet[Notice], phase: Phase | None, at: datetime) -> QuerySet[Notice]:
    """Those that are open, or no longer; the other phases are facts of the notice."""
    if phase is Phase.OPEN:
        return rows.filter(open_until__gte=at)
    if phase is Phase.CLOSED:
        return rows.filter(Q(open_until__lt=at) | Q(open_until=None))
    return rows


def _keys(wish: Wish, at: datetime, most: int) -> list[int]:
    """The keys of the first that fit; by value those in the currency of the wish come first."""
    rows = _fitting(wish, at)
    if wish.order not in SORTED:
        return _newest(rows, wish, at, most)
    rows = index.having(rows, _has(wish))
    if wish.order == "deadline":
        return _first(rows, F("deadline").asc(nulls_last=True), most=most)
    largest = F("value").desc(nulls_last=True)
    keys = _first(rows.filter(currency=wish.currency), largest, most=most)
    others = rows.exclude(currency=wish.currency)
    return keys + _first(others, F("currency").desc(), largest, most=most - len(keys))


def _newest(rows: QuerySet[Notice], wish: Wish, at: datetime, most: int) -> list[int]:
    """By the index over what notices are found by when that is asked for, else by the day."""
    has = _has(wish)
    since = _oldest_open(at) if wish.phase is Phase.OPEN else None
    if has:
        return index.newest(rows, has, most, since=since)
    rows = rows.filter(published_at__gte=since) if since else rows
    return _first(rows, F("published_at").desc(), most=most)


def _first(rows: QuerySet[Notice], *order: OrderBy, most: int) -> list[int]:
    return list(rows.order_by(*order, "-pk").values_list("pk", flat=True)[:most])


def _hits(keys: list[int], at: datetime) -> Iterator[Hit]:
    rows = Notice.objects.in_bulk(keys)
    involved: dict[int, list[Involvement]] = {}
    found = Involvement.objects.filter(notice__in=keys).select_related("organisation")
    for one in found.order_by("position"):
        involved.setdefault(one.notice_id, []).append(one)
    return (hit_of(rows[key], involved.get(key, ()), at) for key in keys)
