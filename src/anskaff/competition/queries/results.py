"""Reads of a supplier's own result: its award letter, and where the case stands (UX S11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from anskaff.competition.models import AwardLetter, Competition, LotResult, OpenedTender
from anskaff.competition.paper import PaperJson
from anskaff.competition.queries.tendering import tender_of
from anskaff.competition.states import STATE_WORDS, State
from anskaff.competition.supplier_access import published
from anskaff.concepts.actor import Actor, Viewer
from anskaff.concepts.words import Words
from anskaff.law.part import Part
from anskaff.law.rejection import GROUNDS


@dataclass(frozen=True, slots=True, kw_only=True)
class StepReached:
    """One step from delivery to signature, and when it was reached; None when it was not."""

    words: Words
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Why a tender was rejected; told at once, not only with the award letter (FOA § 9-7)."""

    at: datetime
    ground: Words
    source: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnResult:
    """What the buyer has told the supplier; `letter` is None until the letters were sent.

    `letter` is the paper in the language it was written in: title, facts, sections with tables.
    `won` says whether there is a contract to sign.
    """

    reference: str
    title: str
    buyer: str
    state: Words
    steps: tuple[StepReached, ...]
    letter: Mapping[str, PaperJson] | None
    language: str
    sent_at: datetime | None
    rejection: Rejection | None
    won: bool
    standstill_ends: datetime | None


DELIVERED = Words(nb="Levert", nn="Levert", en="Delivered")
OPENED = Words(nb="Åpnet", nn="Opna", en="Opened")
DECIDED = Words(nb="Avgjort", nn="Avgjord", en="Decided")
STANDSTILL_OVER = Words(
    nb="Karensperioden slutter", nn="Karensperioden sluttar", en="Standstill ends"
)
SIGNED = Words(nb="Kontrakt signert", nn="Kontrakt signert", en="Contract signed")


def own_result(reference: str, viewer: Viewer, at: datetime) -> OwnResult:
    """The result of the viewer's organisation's own tender.

    Raises:
        NotFound: it has no tender in the case.
    """
    tender = tender_of(reference, viewer, at)
    assert isinstance(viewer, Actor)
    competition = published(reference)
    letter = AwardLetter.objects.filter(
        competition=competition, supplier=viewer.organisation, sent_at__isnull=False
    ).first()
    ends = list(
        LotResult.objects.filter(
            lot__competition=competition, standstill_ends__isnull=False
        ).values_list("standstill_ends", flat=True)
    )
    ended = max((end for end in ends if end is not None), default=None) if letter else None
    sent_at = letter.sent_at if letter else None
    return OwnResult(
        reference=reference,
        title=competition.title,
        buyer=competition.case.buyer.name,
        state=STATE_WORDS[State(competition.state)],
        steps=(
            StepReached(
                words=DELIVERED, at=tender.counting.delivered_at if tender.counting else None
            ),
            StepReached(words=OPENED, at=competition.opened_at),
            StepReached(words=DECIDED, at=sent_at),
            StepReached(words=STANDSTILL_OVER, at=ended),
            StepReached(words=SIGNED, at=competition.signed_at),
        ),
        letter=letter.content if letter else None,
        language=letter.language if letter else "",
        sent_at=sent_at,
        rejection=_rejection(competition, viewer.organisation),
        won=letter is not None
        and LotResult.objects.filter(
            lot__competition=competition, winner__supplier=viewer.organisation
        ).exists(),
        standstill_ends=ended,
    )


def _rejection(competition: Competition, supplier: int) -> Rejection | None:
    found = OpenedTender.objects.filter(
        competition=competition, supplier=supplier, rejected_at__isnull=False
    ).first()
    if found is None or found.rejected_at is None:
        return None
    ground = GROUNDS[found.rejection_ground]
    return Rejection(
        at=found.rejected_at,
        ground=ground.words,
        source=ground.source_in(Part(competition.regulation_part)),
        reason=found.rejection_reason,
    )
