"""Reads for anyone: the published competitions that fit a wish, as pages, export or stream.

Nothing here tells who asks or tenders, or how many, before the tenders are opened (FOA § 22-3).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet

from anskaff.competition.models import Competition
from anskaff.competition.public_words import (
    DECIDED,
    DECIDING,
    KIND_WORDS,
    PHASE_WORDS,
    Phase,
    phase_of,
    published_at,
)
from anskaff.competition.searching import COUNTED_AT_MOST, having_words
from anskaff.competition.states import State
from anskaff.concepts.actor import Viewer
from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.words import Words
from anskaff.documents.vocabularies import cpv

PAGE_SIZES = (20, 50, 100)
MOST_EXPORTED = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What someone searches for; empty means anything. Days are compared with the deadline."""

    words: str = ""
    phase: Phase | None = None
    cpv: str = ""
    buyer: str = ""
    place: str = ""
    due_from: datetime | None = None
    due_before: datetime | None = None
    order: str = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A competition in a list."""

    reference: str
    title: str
    buyer: str
    buyer_number: str
    phase: Phase
    contract_kind: ContractKind
    kind: Words
    cpv: str
    place: str
    published_at: datetime
    deadline: datetime | None

    @property
    def phase_words(self) -> Words:
        """The phase, for people."""
        return PHASE_WORDS[self.phase]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """One page of hits. `total` is exact up to `COUNTED_AT_MOST`; then `more` is True."""

    lines: tuple[Hit, ...]
    total: int
    more: bool
    page: int
    pages: int


def search(wish: Wish, viewer: Viewer, at: datetime, *, page: int = 1, size: int = 20) -> Hits:
    """The published competitions that fit, one page of them among the first thousand.

    Three queries however many there are: the count, the keys in order (from an index), the rows.
    """
    del viewer
    found = _fitting(wish, at)
    counted = found.order_by()[: COUNTED_AT_MOST + 1].count()
    total = min(counted, COUNTED_AT_MOST)
    pages = max(1, -(-total // size))
    page = min(max(page, 1), pages)
    wanted = list(
        _sorted(found, wish.order).values_list("pk", flat=True)[(page - 1) * size : page * size]
    )
    rows = _with_buyer(Competition.objects.filter(pk__in=wanted)).in_bulk()
    lines = tuple(_hit(rows[pk], at) for pk in wanted)
    more = counted > COUNTED_AT_MOST
    return Hits(lines=lines, total=total, more=more, page=page, pages=pages)


def search_all(wish: Wish, viewer: Viewer, at: datetime) -> Iterator[Hit]:
    """All that fit, for an export; at most 10 000."""
    del viewer
    for row in _ordered(_fitting(wish, at), wish.order)[:MOST_EXPORTED].iterator():
        yield _hit(row, at)


def listed(
    wish: Wish,
    viewer: Viewer,
    at: datetime,
    *,
    after: tuple[datetime, str] | None = None,
    limit: int = 50,
) -> tuple[Hit, ...]:
    """Those that fit, newest first, from the place after an instant of publishing and reference.

    What is published while someone reads page by page comes before the place, so nothing that was
    there is left out or comes twice.
    """
    del viewer
    rows = _fitting(wish, at)
    if after is not None:
        instant, reference = after
        same = Q(published_at=instant, case__reference__lt=reference)
        rows = rows.filter(Q(published_at__lt=instant) | same)
    newest = _ordered(rows, "published").order_by("-published_at", "-case__reference")
    return tuple(_hit(row, at) for row in newest[:limit])


def _fitting(wish: Wish, at: datetime) -> QuerySet[Competition]:
    rows = having_words(Competition.objects.filter(published_at__isnull=False), wish.words)
    match wish.phase:
        case Phase.OPEN:
            rows = rows.filter(state=State.PUBLISHED.value, tender_deadline__gte=at)
        case Phase.DECIDING:
            late = Q(state=State.PUBLISHED.value, tender_deadline__lt=at)
            rows = rows.filter(late | Q(state__in=DECIDING))
        case Phase.AWARDED:
            rows = rows.filter(state__in=DECIDED)
        case Phase.CANCELLED:
            rows = rows.filter(state=State.CANCELLED.value)
    if wish.cpv:
        code = cpv.number(wish.cpv)
        rows = rows.filter(cpv__startswith=cpv.prefix(code) if code else wish.cpv)
    if wish.place:
        rows = rows.filter(place__startswith=wish.place)
    if buyer := wish.buyer.replace("\x00", ""):
        by_name = Q(buyer__name__icontains=buyer)
        rows = rows.filter(by_name | Q(buyer__number=buyer.replace(" ", "")))
    if wish.due_from:
        rows = rows.filter(tender_deadline__gte=wish.due_from)
    if wish.due_before:
        rows = rows.filter(tender_deadline__lt=wish.due_before)
    return rows


def _ordered(rows: QuerySet[Competition], order: str) -> QuerySet[Competition]:
    return _with_buyer(_sorted(rows, order))


def _sorted(rows: QuerySet[Competition], order: str) -> QuerySet[Competition]:
    orders = {
        "deadline": (F("tender_deadline").asc(nulls_last=True), F("pk").desc()),
        "title": (F("title").asc(), F("pk").desc()),
    }
    newest = (F("published_at").desc(), F("pk").desc())
    return rows.order_by(*orders.get(order, newest))


def _with_buyer(rows: QuerySet[Competition]) -> QuerySet[Competition]:
    """With the columns that a list shows, and no others."""
    return rows.select_related("case__buyer").only(
        "case__reference",
        "case__buyer__name",
        "case__buyer__number",
        "title",
        "state",
        "kind",
        "cpv",
        "place",
        "published_at",
        "tender_deadline",
    )


def _hit(row: Competition, at: datetime) -> Hit:
    return Hit(
        reference=row.case.reference,
        title=row.title,
        buyer=row.case.buyer.name,
        buyer_number=row.case.buyer.number,
        phase=phase_of(row, at),
        contract_kind=ContractKind(row.kind),
        kind=KIND_WORDS[ContractKind(row.kind)],
        cpv=row.cpv,
        place=row.place,
        published_at=published_at(row),
        deadline=row.tender_deadline,
    )
