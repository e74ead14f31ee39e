"""Reads for anyone: the notices that fit a wish, as pages, export and stream.

Only the latest version of a notice is found; earlier ones are on its page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import F, Q, QuerySet

from anskaff.concepts.actor import Viewer
from anskaff.concepts.notice import NoticeForm
from anskaff.documents.vocabularies import cpv
from anskaff.notices.hits import Hit, hit_of
from anskaff.notices.models import Involvement, NamedOrganisation, Notice, NoticeCode
from anskaff.notices.public_words import PLANNING, Phase
from anskaff.notices.searching import among, having_words

PAGE_SIZES = (20, 50, 100)
MOST_EXPORTED = 10_000
COUNTED_AT_MOST = 1000
_ONE_MORE = COUNTED_AT_MOST + 1
IN_CHUNKS = 500
ORDERS = ("published", "deadline", "value")
RESULTS = (
    NoticeForm.RESULT.value,
    NoticeForm.DIRECT_AWARD.value,
    NoticeForm.MODIFICATION.value,
    NoticeForm.COMPLETION.value,
)


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

    Three queries however many there are: the keys in order, the rows, and who is in them; four when
    they are ordered by value.
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
    return tuple(_hits(list(_sorted(rows, "").values_list("pk", flat=True)[:limit]), at))


def _fitting(wish: Wish, at: datetime) -> QuerySet[Notice]:
    rows = Notice.objects.filter(superseded_by=None)
    rows = _in_phase(having_words(rows, wish.words), wish.phase, at)
    if wish.cpv:
        rows = _with_code(rows, NoticeCode.Kind.CPV, [cpv.prefix(code) for code in wish.cpv])
    if wish.place:
        rows = _with_code(rows, NoticeCode.Kind.NUTS, [wish.place])
    for part, name in (
        (Involvement.Part.BUYER, wish.buyer),
        (Involvement.Part.WINNER, wish.supplier),
    ):
        if name.strip():
            rows = _with_organisation(rows, part, name)
    if wish.value_from is not None:
        rows = rows.filter(currency=wish.currency, value__gte=wish.value_from)
    if wish.value_to is not None:
        rows = rows.filter(currency=wish.currency, value__lte=wish.value_to)
    if wish.due_from:
        rows = rows.filter(deadline__gte=wish.due_from)
    if wish.due_before:
        rows = rows.filter(deadline__lt=wish.due_before)
    if wish.source:
        rows = rows.filter(source=wish.source)
    for mark in ("green", "social", "innovation"):
        if getattr(wish, mark):
            rows = rows.filter(**{mark: True})
    return rows


def _in_phase(rows: QuerySet[Notice], phase: Phase | None, at: datetime) -> QuerySet[Notice]:
    match phase:
        case Phase.OPEN:
            return rows.filter(open_until__gte=at)
        case Phase.CLOSED:
            over = Q(open_until__lt=at) | Q(open_until=None)
            return rows.filter(over, form=NoticeForm.COMPETITION.value, cancelled=False)
        case Phase.PLANNING:
            return rows.filter(form__in=PLANNING, cancelled=False)
        case Phase.RESULT:
            return rows.filter(form__in=[*RESULTS, ""], cancelled=False)
        case Phase.CANCELLED:
            return rows.filter(cancelled=True)
        case None:
            return rows


def _with_code(rows: QuerySet[Notice], kind: NoticeCode.Kind, codes: list[str]) -> QuerySet[Notice]:
    found = NoticeCode.objects.filter(kind=kind, code__in=codes)
    return among(rows, found.values("notice_id").query)


def _with_organisation(
    rows: QuerySet[Notice], part: Involvement.Part, name: str
) -> QuerySet[Notice]:
    wanted = " ".join(name.replace("\x00", "").casefold().split())
    by_name = Q(folded__contains=wanted) | Q(number=wanted.replace(" ", ""))
    known = NamedOrganisation.objects.filter(by_name).values("pk")
    parts = Involvement.objects.filter(organisation__in=known, part=part)
    return among(rows, parts.values("notice_id").query)


def _keys(wish: Wish, at: datetime, most: int) -> list[int]:
    """The keys of the first that fit; by value those in the currency of the wish come first."""
    rows = _fitting(wish, at)
    if wish.order != "value":
        return list(_sorted(rows, wish.order).values_list("pk", flat=True)[:most])
    keys = list(
        _sorted(rows.filter(currency=wish.currency), "value").values_list("pk", flat=True)[:most]
    )
    others = _sorted(rows.exclude(currency=wish.currency), "other currencies")
    return keys + list(others.values_list("pk", flat=True)[: most - len(keys)])


def _sorted(rows: QuerySet[Notice], order: str) -> QuerySet[Notice]:
    orders = {
        "deadline": (F("deadline").asc(nulls_last=True), F("pk").desc()),
        "value": (F("value").desc(nulls_last=True), F("pk").desc()),
        "other currencies": (
            F("currency").desc(),
            F("value").desc(nulls_last=True),
            F("pk").desc(),
        ),
    }
    return rows.order_by(*orders.get(order, (F("published_at").desc(), F("pk").desc())))


def _hits(keys: list[int], at: datetime) -> Iterator[Hit]:
    rows = Notice.objects.in_bulk(keys)
    involved: dict[int, list[Involvement]] = {}
    found = Involvement.objects.filter(notice__in=keys).select_related("organisation")
    for one in found.order_by("position"):
        involved.setdefault(one.notice_id, []).append(one)
    return (hit_of(rows[key], involved.get(key, ()), at) for key in keys)
