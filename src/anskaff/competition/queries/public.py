"""Reads for anyone: published competitions, what they ask for, their answers and results.

The same for every viewer, except that a supplier sees which questions are its own. Nothing here
tells who asks or tenders, or how many, before the tenders are opened (FOA § 22-3).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from django.db.models import F, Q, QuerySet

from anskaff.competition.asked import asked_of
from anskaff.competition.completeness import Asked
from anskaff.competition.models import Competition, CompetitionDocument, Lot, LotResult, Question
from anskaff.competition.states import State
from anskaff.competition.supplier_access import published, takes_tenders
from anskaff.concepts.actor import Actor, Viewer
from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.criterion import CriterionKind
from anskaff.concepts.errors import NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.records import files

PAGE_SIZES = (20, 50, 100)
MOST_WORDS = 8
MOST_EXPORTED = 10_000

NO_SUCH_DOCUMENT = FindingKind(
    code="document-not-found",
    text=Words(
        nb="Konkurransen har ikke dette dokumentet.",
        nn="Konkurransen har ikkje dette dokumentet.",
        en="The competition does not have this document.",
    ),
    cure=Words(
        nb="Gå til listen over dokumenter i konkurransen.",
        nn="Gå til lista over dokument i konkurransen.",
        en="Go to the list of documents of the competition.",
    ),
)


class Phase(StrEnum):
    """Where a competition is, as the public sees it."""

    OPEN = "open"
    DECIDING = "deciding"
    AWARDED = "awarded"
    CANCELLED = "cancelled"


PHASE_WORDS = {
    Phase.OPEN: Words(nb="Åpen for tilbud", nn="Open for tilbod", en="Open for tenders"),
    Phase.DECIDING: Words(nb="Til vurdering", nn="Til vurdering", en="Being decided"),
    Phase.AWARDED: Words(nb="Avgjort", nn="Avgjord", en="Decided"),
    Phase.CANCELLED: Words(nb="Avlyst", nn="Avlyst", en="Cancelled"),
}
KIND_WORDS = {
    ContractKind.GOODS: Words(nb="Varer", nn="Varer", en="Goods"),
    ContractKind.SERVICES: Words(nb="Tjenester", nn="Tenester", en="Services"),
    ContractKind.WORKS: Words(nb="Bygg og anlegg", nn="Bygg og anlegg", en="Works"),
    ContractKind.SPECIAL_SERVICES: Words(
        nb="Særlige tjenester", nn="Særlege tenester", en="Special services"
    ),
    ContractKind.HEALTH_SOCIAL: Words(
        nb="Helse- og sosialtjenester",
        nn="Helse- og sosialtenester",
        en="Health and social services",
    ),
}
_DECIDED = (State.AWARDED.value, State.SIGNED.value)
_DECIDING = (State.OPENED.value, State.EVALUATED.value)


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
    """One page of hits, and how many there are in all."""

    lines: tuple[Hit, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicDocument:
    """A procurement document; `replaced_at` when a newer one stands in its place."""

    id: int
    name: str
    size: int
    media_type: str
    sha256: str
    added_at: datetime
    replaced_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCriterion:
    """An award criterion; `lot` is empty when it is for all lots."""

    key: str
    name: str
    description: str
    scale: str
    kind: CriterionKind
    weight_percent: Decimal | None
    stated_weight: str
    climate: bool
    lot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicQuestion:
    """An answered question, in the buyer's words; `mine` when the viewer's organisation asked."""

    text: str
    answer: str
    answered_at: datetime
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnQuestion:
    """A question that the viewer's organisation asked and the buyer has not answered yet."""

    text: str
    asked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicResult:
    """The award of one lot, told when the letters were sent."""

    lot: str
    title: str
    winner: str
    winner_number: str
    value_nok: Decimal | None
    tenders: int
    standstill_ends: datetime | None
    signed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicLot:
    """A lot as the notice has it."""

    key: str
    title: str
    description: str
    estimated_value_nok: Decimal | None
    cpv: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCompetition:
    """A published competition as anyone may read it."""

    reference: str
    ocid: str
    title: str
    description: str
    language: str
    buyer: str
    buyer_number: str
    buyer_email: str
    phase: Phase
    takes_tenders: bool
    takes_questions: bool
    contract_kind: ContractKind
    kind: Words
    procedure: str
    regulation_part: str
    cpv: str
    more_cpv: tuple[str, ...]
    place: str
    estimated_value_nok: Decimal | None
    duration_months: int | None
    price_model: str
    tie_rule: str
    method_commitment: str
    validity_days: int
    version: int
    published_at: datetime
    question_deadline: datetime | None
    deadline: datetime | None
    cancelled_at: datetime | None
    cancellation_reason: str
    links: tuple[str, ...]
    lots: tuple[PublicLot, ...]
    asked: Asked
    criteria: tuple[PublicCriterion, ...]
    documents: tuple[PublicDocument, ...]
    questions: tuple[PublicQuestion, ...]
    own_questions: tuple[OwnQuestion, ...]
    results: tuple[PublicResult, ...]

    @property
    def phase_words(self) -> Words:
        """The phase, for people."""
        return PHASE_WORDS[self.phase]


def search(wish: Wish, viewer: Viewer, at: datetime, *, page: int = 1, size: int = 20) -> Hits:
    """The published competitions that fit, one page of them.

    Three queries however many there are: the count, the keys in order (from an index), the rows.
    """
    del viewer
    found = _fitting(wish, at)
    total = found.count()
    pages = max(1, -(-total // size))
    page = min(max(page, 1), pages)
    wanted = list(
        _sorted(found, wish.order).values_list("pk", flat=True)[(page - 1) * size : page * size]
    )
    rows = _with_buyer(Competition.objects.filter(pk__in=wanted)).in_bulk()
    lines = tuple(_hit(rows[pk], at) for pk in wanted)
    return Hits(lines=lines, total=total, page=page, pages=pages)


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


def competition(reference: str, viewer: Viewer, at: datetime) -> PublicCompetition:
    """A published competition.

    Raises:
        NotFound: no such case, or it has not been published.
    """
    row = published(reference)
    return PublicCompetition(
        reference=reference,
        ocid=row.case.ocid,
        title=row.title,
        description=row.description,
        language=row.language,
        buyer=row.case.buyer.name,
        buyer_number=row.case.buyer.number,
        buyer_email=row.case.buyer.email,
        phase=_phase(row, at),
        takes_tenders=takes_tenders(row, at),
        takes_questions=takes_tenders(row, at)
        and (row.question_deadline is None or at <= row.question_deadline),
        contract_kind=ContractKind(row.kind),
        kind=KIND_WORDS[ContractKind(row.kind)],
        procedure=row.procedure,
        regulation_part=row.regulation_part,
        cpv=row.cpv,
        more_cpv=tuple(row.more_cpv),
        place=row.place,
        estimated_value_nok=row.estimated_value_nok,
        duration_months=row.duration_months,
        price_model=row.price_model,
        tie_rule=row.tie_rule,
        method_commitment=row.method_commitment,
        validity_days=row.validity_days,
        version=row.version,
        published_at=_published_at(row),
        question_deadline=row.question_deadline,
        deadline=row.tender_deadline,
        cancelled_at=row.cancelled_at,
        cancellation_reason=row.cancellation_reason,
        links=tuple(row.links),
        lots=tuple(_lot(lot) for lot in row.lots.all()),
        asked=asked_of(row),
        criteria=_criteria(row),
        documents=_documents(row),
        questions=_questions(row, viewer),
        own_questions=_own_questions(row, viewer),
        results=_results(row),
    )


def document(reference: str, number: int, viewer: Viewer) -> tuple[PublicDocument, Iterator[bytes]]:
    """A procurement document with its bytes.

    Raises:
        NotFound: no such document in a published competition.
    """
    del viewer
    wanted = [one for one in _documents(published(reference)) if one.id == number]
    if not wanted:
        raise NotFound(NO_SUCH_DOCUMENT.at("document"))
    return wanted[0], files.chunks(wanted[0].sha256)


def current_documents(
    reference: str, viewer: Viewer
) -> Iterator[tuple[PublicDocument, Iterator[bytes]]]:
    """The documents that hold now, with their bytes, for a package of all.

    Raises:
        NotFound: no such published competition.
    """
    del viewer
    for one in _documents(published(reference)):
        if one.replaced_at is None:
            yield one, files.chunks(one.sha256)


def _fitting(wish: Wish, at: datetime) -> QuerySet[Competition]:
    rows = Competition.objects.filter(published_at__isnull=False)
    for word in wish.words.replace("\x00", " ").casefold().split()[:MOST_WORDS]:
        rows = rows.filter(search_text__contains=word)
    match wish.phase:
        case Phase.OPEN:
            rows = rows.filter(state=State.PUBLISHED.value, tender_deadline__gte=at)
        case Phase.DECIDING:
            late = Q(state=State.PUBLISHED.value, tender_deadline__lt=at)
            rows = rows.filter(late | Q(state__in=_DECIDING))
        case Phase.AWARDED:
            rows = rows.filter(state__in=_DECIDED)
        case Phase.CANCELLED:
            rows = rows.filter(state=State.CANCELLED.value)
    if wish.cpv:
        rows = rows.filter(cpv__startswith=wish.cpv)
    if wish.place:
        rows = rows.filter(place__startswith=wish.place)
    if buyer := wish.buyer.replace("\x00", ""):
        by_name = Q(case__buyer__name__icontains=buyer)
        rows = rows.filter(by_name | Q(case__buyer__number=buyer.replace(" ", "")))
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
        phase=_phase(row, at),
        contract_kind=ContractKind(row.kind),
        kind=KIND_WORDS[ContractKind(row.kind)],
        cpv=row.cpv,
        place=row.place,
        published_at=_published_at(row),
        deadline=row.tender_deadline,
    )


def _published_at(row: Competition) -> datetime:
    assert row.published_at is not None
    return row.published_at


def _phase(row: Competition, at: datetime) -> Phase:
    if row.state == State.CANCELLED:
        return Phase.CANCELLED
    if row.state in _DECIDED:
        return Phase.AWARDED
    return Phase.OPEN if takes_tenders(row, at) else Phase.DECIDING


def _lot(row: Lot) -> PublicLot:
    return PublicLot(
        key=row.key,
        title=row.title,
        description=row.description,
        estimated_value_nok=row.estimated_value_nok,
        cpv=row.cpv,
    )


def _criteria(row: Competition) -> tuple[PublicCriterion, ...]:
    return tuple(
        PublicCriterion(
            key=one.key,
            name=one.name,
            description=one.description,
            scale=one.scale,
            kind=CriterionKind(one.kind),
            weight_percent=one.weight_percent,
            stated_weight=one.stated_weight,
            climate=one.climate,
            lot=one.lot.key if one.lot else "",
        )
        for one in row.criteria.select_related("lot")
    )


def _documents(row: Competition) -> tuple[PublicDocument, ...]:
    rows = CompetitionDocument.objects.filter(competition=row).select_related("stored")
    return tuple(
        PublicDocument(
            id=one.pk,
            name=one.name,
            size=one.stored.size,
            media_type=one.stored.media_type,
            sha256=one.stored.sha256,
            added_at=one.added_at,
            replaced_at=one.replaced_at,
        )
        for one in rows
    )


def _questions(row: Competition, viewer: Viewer) -> tuple[PublicQuestion, ...]:
    """In the order of the answers, since the order of asking is nobody's business."""
    own = viewer.organisation if isinstance(viewer, Actor) else None
    answered = Question.objects.filter(competition=row, answered_at__isnull=False)
    return tuple(
        PublicQuestion(
            text=one.public_text,
            answer=one.answer,
            answered_at=one.answered_at,
            mine=one.asked_by_id == own,
        )
        for one in answered.order_by("answered_at", "id")
        if one.answered_at is not None
    )


def _own_questions(row: Competition, viewer: Viewer) -> tuple[OwnQuestion, ...]:
    if not isinstance(viewer, Actor):
        return ()
    waiting = Question.objects.filter(
        competition=row, asked_by=viewer.organisation, answered_at=None
    )
    return tuple(OwnQuestion(text=one.text, asked_at=one.asked_at) for one in waiting)


def _results(row: Competition) -> tuple[PublicResult, ...]:
    if row.state not in _DECIDED:
        return ()
    tenders = row.opened_tenders.count()
    results = LotResult.objects.filter(
        lot__competition=row, letters_sent_at__isnull=False, winner__isnull=False
    ).select_related("lot", "winner__supplier")
    return tuple(
        PublicResult(
            lot=one.lot.key,
            title=one.lot.title,
            winner=one.winner.supplier.name,
            winner_number=one.winner.supplier.number,
            value_nok=one.value_nok,
            tenders=tenders,
            standstill_ends=one.standstill_ends,
            signed=one.buyer_signed_at is not None and one.supplier_signed_at is not None,
        )
        for one in results.order_by("lot__position")
        if one.winner is not None
    )
