"""The places where points are given: one for each valid tender, lot it bids for, and criterion."""

from collections.abc import Sequence
from dataclasses import dataclass

from anskaff.competition.models import Competition, Criterion, Lot, OpenedTender
from anskaff.competition.opened_answers import bids_for
from anskaff.concepts.criterion import CriterionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One place in the matrix, by keys for people and by ids for rows."""

    lot: str
    tender: int
    criterion: str
    criterion_name: str
    lot_id: int
    tender_id: int
    criterion_id: int

    @property
    def where(self) -> str:
        """The place that findings and form fields name."""
        return f"{self.lot}.{self.tender}.{self.criterion}"


def valid_tenders(competition: Competition) -> tuple[OpenedTender, ...]:
    """Opened tenders that are not rejected, by number."""
    return tuple(
        OpenedTender.objects.filter(competition=competition, rejected_at=None).select_related(
            "supplier"
        )
    )


def bidders_for(lot: Lot, tenders: Sequence[OpenedTender]) -> tuple[OpenedTender, ...]:
    """Those of the tenders that bid for the lot."""
    return tuple(tender for tender in tenders if bids_for(tender, lot))


def quality_cells(competition: Competition) -> tuple[Cell, ...]:
    """Every place that people score, in the order of lots, tenders and criteria."""
    tenders = valid_tenders(competition)
    rows = [
        row
        for row in Criterion.objects.filter(competition=competition)
        if row.kind != CriterionKind.PRICE
    ]
    return tuple(
        Cell(
            lot=lot.key,
            tender=tender.number,
            criterion=row.key,
            criterion_name=row.name,
            lot_id=lot.pk,
            tender_id=tender.pk,
            criterion_id=row.pk,
        )
        for lot in Lot.objects.filter(competition=competition)
        for tender in bidders_for(lot, tenders)
        for row in rows
        if row.lot_id in {None, lot.pk}
    )
