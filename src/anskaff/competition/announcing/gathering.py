"""Read a competition's rows as the facts of its notices; a constant number of queries per lot."""

from datetime import datetime

from django.conf import settings

from anskaff.competition import readiness
from anskaff.competition.announcing.facts import BuyerFacts, CaseFacts, Earlier, WonLot
from anskaff.competition.cells import bidders_for
from anskaff.competition.lot_results import results_of, signatures_of
from anskaff.competition.models import Competition, LotResult, NoticeDraft, OpenedTender
from anskaff.competition.plan import Plan, plan_of
from anskaff.competition.states import State
from anskaff.concepts.days import legal_day
from anskaff.law.part import ApplicablePart

BOTH = 2


def facts_of(competition: Competition, at: datetime) -> CaseFacts:
    """What the case knows at this instant; winners only after the award letters are sent."""
    plan = plan_of(competition)
    buyer = competition.case.buyer
    applicable = law_of(plan, at)
    return CaseFacts(
        plan=plan,
        buyer=BuyerFacts(
            name=buyer.name,
            number=buyer.number,
            street=buyer.address,
            postcode=buyer.postal_code,
            city=buyer.city,
            email=buyer.email,
        ),
        site=str(settings.ANSKAFF_BASE_URL).rstrip("/"),
        won=won_lots(competition),
        earlier=earlier_of(competition),
        part=applicable.part.value if applicable else "II",
        cancelled_because=competition.cancellation_reason,
        new_competition_follows=competition.new_competition_follows,
    )


def law_of(plan: Plan, at: datetime) -> ApplicablePart | None:
    """The law of the day the competition was set in motion, or of today (FOA § 32-2)."""
    return readiness.law_part(plan, plan.published_at or at)


def won_lots(competition: Competition) -> tuple[WonLot, ...]:
    """What came of each lot; nothing before the award is made."""
    if State(competition.state) not in {State.AWARDED, State.SIGNED}:
        return ()
    tenders = list(OpenedTender.objects.filter(competition=competition).select_related("supplier"))
    return tuple(_won(result, tenders) for result in results_of(competition))


def _won(result: LotResult, tenders: list[OpenedTender]) -> WonLot:
    decided = result.letters_sent_at or result.decided_at
    assert decided is not None
    supplier = result.winner.supplier if result.winner else None
    signed = [at for at in (result.buyer_signed_at, result.supplier_signed_at) if at is not None]
    bidders = bidders_for(result.lot, tenders)
    sizes = [tender.supplier.size for tender in bidders]
    return WonLot(
        lot=result.lot.key,
        decided_on=legal_day(decided),
        winner=supplier.name if supplier else "",
        winner_number=supplier.number if supplier else "",
        winner_size=supplier.size if supplier else "",
        winner_city=supplier.city if supplier else "",
        winner_postcode=supplier.postal_code if supplier else "",
        tender=result.winner.number if result.winner else None,
        value=result.value_nok,
        received=len(bidders),
        received_from_small=sum(size != "large" for size in sizes) if all(sizes) else None,
        signed_on=legal_day(max(signed)) if signatures_of(result) == BOTH else None,
    )


def earlier_of(competition: Competition) -> tuple[Earlier, ...]:
    """The notices of the case that were sent, oldest first."""
    return tuple(
        Earlier(
            subtype=row.subtype,
            notice=str(row.notice),
            version=f"{row.number:02d}",
            sent_at=row.sent_at,
        )
        for row in NoticeDraft.objects.filter(competition=competition, sent_at__isnull=False)
        if row.sent_at is not None
    )
