"""Reads: an evaluator's own sheet, and the comparison of submitted points (B10, V-10).

Nothing here holds a price.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from anskaff.competition.access import team_roles
from anskaff.competition.cells import Cell, quality_cells
from anskaff.competition.method import criteria_of
from anskaff.competition.models import AgreedScore, Competition, OpenedTender, Score
from anskaff.competition.queries.opening import opened_for
from anskaff.competition.scored_points import evaluators_waiting_for, not_scored
from anskaff.competition.states import State
from anskaff.concepts.actor import Actor, TeamRole, Viewer
from anskaff.concepts.criterion import AwardCriterion
from anskaff.concepts.finding import Finding
from anskaff.parties import queries as parties


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Points that someone gave, with the reason."""

    name: str
    points: Decimal
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """One place: own points, what others submitted, and what was agreed."""

    lot: str
    tender: int
    criterion: str
    where: str
    own: Given | None
    submitted: tuple[Given, ...]
    agreed: Given | None

    @property
    def is_apart(self) -> bool:
        """Whether the evaluators differ."""
        return len({given.points for given in self.submitted}) > 1

    @property
    def middle(self) -> Decimal | None:
        """The mean of the submitted points with two decimals, to start the talk from."""
        if not self.submitted:
            return None
        total = sum((given.points for given in self.submitted), Decimal(0))
        return (total / len(self.submitted)).quantize(Decimal("0.01")).normalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A tender's cells in the order of the criteria."""

    tender: int
    supplier: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LotSheet:
    """A lot's matrix: criteria across, tenders down."""

    key: str
    title: str
    criteria: tuple[AwardCriterion, ...]
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoringView:
    """The sheets of a case as one viewer may see them.

    `waiting` are the names of evaluators who have not submitted. Submitted points of others are
    there only when the viewer has submitted, or does not evaluate.
    """

    reference: str
    title: str
    state: State
    is_evaluator: bool
    is_officer: bool
    has_submitted: bool
    sees_others: bool
    waiting: tuple[str, ...]
    all_agreed: bool
    lots: tuple[LotSheet, ...]

    @property
    def may_score(self) -> bool:
        """Whether the viewer gives points now."""
        return self.is_evaluator and not self.has_submitted and self.state is State.OPENED

    @property
    def may_agree(self) -> bool:
        """Whether points can be agreed on now."""
        return self.sees_others and not self.waiting and self.state is State.OPENED


def scoring(reference: str, viewer: Viewer) -> ScoringView:
    """The points of a case as this viewer may see them.

    Raises:
        Conflict: not opened yet. Forbidden: not on the team, or not impartial.
    """
    competition = opened_for(reference, viewer)
    roles = team_roles(competition.case, viewer)
    me = viewer.person if isinstance(viewer, Actor) else 0
    waiting = evaluators_waiting_for(competition)
    is_evaluator = TeamRole.EVALUATOR in roles
    has_submitted = is_evaluator and me not in waiting
    sees_others = has_submitted or not is_evaluator
    cells = _cells(competition, me, sees_others=sees_others)
    names = parties.names(set(waiting))
    return ScoringView(
        reference=reference,
        title=competition.title,
        state=State(competition.state),
        is_evaluator=is_evaluator,
        is_officer=TeamRole.PROCUREMENT_OFFICER in roles,
        has_submitted=has_submitted,
        sees_others=sees_others,
        waiting=tuple(names[person] for person in waiting),
        all_agreed=all(cell.agreed is not None for cell in cells),
        lots=_sheets(competition, cells),
    )


def missing_points(reference: str, viewer: Viewer) -> tuple[Finding, ...]:
    """What the viewer must still score or give a reason for before handing in.

    Raises:
        Conflict: not opened yet. Forbidden: not on the team, or not impartial.
    """
    competition = opened_for(reference, viewer)
    return not_scored(competition, viewer.person) if isinstance(viewer, Actor) else ()


def _cells(competition: Competition, me: int, *, sees_others: bool) -> tuple[CellView, ...]:
    scores = Score.objects.filter(tender__competition=competition)
    rows = list(scores.order_by("evaluator_id"))
    agreed = {
        (row.lot_id, row.tender_id, row.criterion_id): Given(
            name="", points=row.points, reason=row.reason
        )
        for row in AgreedScore.objects.filter(tender__competition=competition)
    }
    names = parties.names({row.evaluator_id for row in rows})
    own: dict[tuple[int, int, int], Given] = {}
    submitted: dict[tuple[int, int, int], list[Given]] = {}
    for row in rows:
        place = (row.lot_id, row.tender_id, row.criterion_id)
        given = Given(name=names[row.evaluator_id], points=row.points, reason=row.reason)
        if row.evaluator_id == me:
            own[place] = given
        if sees_others and row.submitted_at is not None:
            submitted.setdefault(place, []).append(given)
    return tuple(
        replace(
            _empty(cell),
            own=own.get(_place(cell)),
            submitted=tuple(submitted.get(_place(cell), ())),
            agreed=agreed.get(_place(cell)) if sees_others else None,
        )
        for cell in quality_cells(competition)
    )


def _sheets(competition: Competition, cells: tuple[CellView, ...]) -> tuple[LotSheet, ...]:
    names = dict(
        OpenedTender.objects.filter(competition=competition).values_list("number", "supplier__name")
    )
    sheets = []
    for lot in competition.lots.all():
        own = [cell for cell in cells if cell.lot == lot.key]
        if not own:
            continue
        keys = {cell.criterion for cell in own}
        sheets.append(
            LotSheet(
                key=lot.key,
                title=lot.title,
                criteria=tuple(one for one in criteria_of(competition, lot) if one.key in keys),
                rows=tuple(
                    RowView(
                        tender=number,
                        supplier=names[number],
                        cells=tuple(cell for cell in own if cell.tender == number),
                    )
                    for number in dict.fromkeys(cell.tender for cell in own)
                ),
            )
        )
    return tuple(sheets)


def _empty(cell: Cell) -> CellView:
    return CellView(
        lot=cell.lot,
        tender=cell.tender,
        criterion=cell.criterion,
        where=cell.where,
        own=None,
        submitted=(),
        agreed=None,
    )


def _place(cell: Cell) -> tuple[int, int, int]:
    return (cell.lot_id, cell.tender_id, cell.criterion_id)
