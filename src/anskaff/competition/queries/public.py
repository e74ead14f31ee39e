"""Reads for anyone: a published competition, what it asks for, its answers and results.

The same for every viewer, except that a supplier sees which questions are its own. Nothing here
tells who asks or tenders, or how many, before the tenders are opened (FOA § 22-3).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from anskaff.competition.asked import asked_of
from anskaff.competition.completeness import Asked
from anskaff.competition.models import Competition, CompetitionDocument, Lot, LotResult, Question
from anskaff.competition.public_words import (
    DECIDED,
    KIND_WORDS,
    PHASE_WORDS,
    Phase,
    phase_of,
    published_at,
)
from anskaff.competition.supplier_access import published, takes_tenders
from anskaff.concepts.actor import Actor, Viewer
from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.criterion import CriterionKind
from anskaff.concepts.errors import NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.records import files

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
        phase=phase_of(row, at),
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
        published_at=published_at(row),
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
    if row.state not in DECIDED:
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
