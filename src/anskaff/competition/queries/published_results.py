"""Reads for anyone: the result of a competition, and the file that computes it again."""

import json
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from anskaff.competition.lot_results import results_of
from anskaff.competition.models import Competition, LotResult, OpenedTender
from anskaff.competition.states import State
from anskaff.concepts.actor import Viewer
from anskaff.concepts.errors import NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words

NO_RESULT = FindingKind(
    code="no-award-result",
    text=Words(
        nb="Det er ikke kunngjort noe resultat for {reference}.",
        nn="Det er ikkje kunngjort noko resultat for {reference}.",
        en="No result has been published for {reference}.",
    ),
    cure=Words(
        nb="Resultatet kommer når meddelelsen om valg er sendt.",
        nn="Resultatet kjem når meldinga om val er send.",
        en="The result appears when the award letter has been sent.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LotAward:
    """What anyone may know of a lot's award."""

    key: str
    title: str
    winner: str | None
    winner_number: str | None
    value_nok: Decimal | None
    reason: str
    tenders: int
    signed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardResult:
    """The public result of a competition (P2)."""

    reference: str
    state: State
    sent_at: datetime
    standstill_ends: datetime
    tenders: int
    lots: tuple[LotAward, ...]
    commitment: str


def award_result(reference: str, viewer: Viewer) -> AwardResult | None:
    """The public result, from the moment the letters are sent; None before."""
    del viewer
    competition = _with_result(reference)
    if competition is None:
        return None
    results = [result for result in results_of(competition) if result.letters_sent_at is not None]
    first = results[0]
    assert first.letters_sent_at is not None
    assert first.standstill_ends is not None
    return AwardResult(
        reference=reference,
        state=State(competition.state),
        sent_at=first.letters_sent_at,
        standstill_ends=first.standstill_ends,
        tenders=OpenedTender.objects.filter(competition=competition).count(),
        lots=tuple(_lot_award(result) for result in results),
        commitment=competition.method_commitment,
    )


def recomputation_file(reference: str, lot: str, viewer: Viewer) -> bytes:
    """The public file of a lot, from which `anskaff award recompute` gives the same ranking.

    Raises:
        NotFound: no such lot with a published result.
    """
    del viewer
    competition = _with_result(reference)
    results = results_of(competition) if competition else ()
    found = next((result for result in results if result.lot.key == lot), None)
    if competition is None or found is None:
        raise NotFound(NO_RESULT.at("award", reference=reference))
    names = {
        str(number): name
        for number, name in OpenedTender.objects.filter(
            competition=competition, rejected_at=None
        ).values_list("number", "supplier__name")
    }
    file = {
        **found.evaluation["file"],
        "suppliers": names,
        "winner": str(found.winner.number) if found.winner else None,
        "tie_broken_by": found.tie_broken_by,
    }
    return json.dumps(file, ensure_ascii=False, indent=2).encode()


def _with_result(reference: str) -> Competition | None:
    return Competition.objects.filter(
        case__reference=reference, state__in=[State.AWARDED, State.SIGNED]
    ).first()


def _lot_award(result: LotResult) -> LotAward:
    signed = (result.buyer_signed_at, result.supplier_signed_at)
    both = [at for at in signed if at is not None]
    winner = result.winner
    return LotAward(
        key=result.lot.key,
        title=result.lot.title,
        winner=winner.supplier.name if winner else None,
        winner_number=winner.supplier.number if winner else None,
        value_nok=result.value_nok,
        reason=result.reason,
        tenders=len(result.evaluation["file"]["tenders"]),
        signed_at=max(both) if len(both) == len(signed) else None,
    )
