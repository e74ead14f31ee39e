"""Deeds: an evaluator's own points, until they are submitted for comparison."""

from collections.abc import Sequence
from datetime import datetime

from anskaff.competition import states, unsaved
from anskaff.competition.case_team import locked, require_impartial
from anskaff.competition.cells import quality_cells
from anskaff.competition.models import Competition, Score
from anskaff.competition.scored_points import Points, not_scored, wrong_points
from anskaff.competition.unsaved import Page
from anskaff.concepts.actor import Actor, TeamRole
from anskaff.concepts.errors import Conflict, Invalid
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.records.deeds import deed, record

ALREADY_SUBMITTED = FindingKind(
    code="scores-already-submitted",
    text=Words(
        nb="Du har levert poengene dine; de kan ikke endres nå.",
        nn="Du har levert poenga dine; dei kan ikkje endrast no.",
        en="You have submitted your points; they cannot be changed now.",
    ),
    cure=Words(
        nb="Ta opp endringen når evaluatorene blir enige om poeng.",
        nn="Ta opp endringa når evaluatorane blir samde om poeng.",
        en="Raise the change when the evaluators agree on points.",
    ),
)


@deed(
    "competition.scores_saved",
    nb="Lagret egne poeng ({count}).",
    nn="Lagra eigne poeng ({count}).",
    en="Saved own points ({count}).",
)
def save_scores(reference: str, given: Sequence[Points], *, by: Actor, at: datetime) -> None:
    """Keep an evaluator's own points; nobody else sees them until they are submitted.

    Raises:
        Conflict: submitted already. Invalid: points outside the scale, or no such place.
    """
    competition = scoring_of(reference, by)
    cells = {cell.where: cell for cell in quality_cells(competition)}
    findings = wrong_points(given, cells)
    if findings:
        raise Invalid(*findings)
    for each in given:
        cell = cells[each.where]
        own = Score.objects.filter(
            tender=cell.tender_id,
            lot=cell.lot_id,
            criterion=cell.criterion_id,
            evaluator=by.person,
        )
        own.delete()
        if each.points is not None:
            Score.objects.create(
                tender_id=cell.tender_id,
                lot_id=cell.lot_id,
                criterion_id=cell.criterion_id,
                evaluator_id=by.person,
                points=each.points,
                reason=each.reason.strip(),
                changed_at=at,
            )
    unsaved.empty(competition, Page.SCORES, by=by, at=at)
    record(reference, {"count": len(given)}, audience=by.organisation)


@deed(
    "competition.scores_submitted",
    nb="Leverte egne poeng.",
    nn="Leverte eigne poeng.",
    en="Submitted own points.",
)
def submit_scores(reference: str, *, by: Actor, at: datetime) -> None:
    """Hand in one's points for comparison; from now on they cannot be changed.

    Raises:
        Conflict: submitted already. Invalid: points or a reason are missing somewhere (V-8).
    """
    competition = scoring_of(reference, by)
    findings = not_scored(competition, by.person)
    if findings:
        raise Invalid(*findings)
    submitted = Score.objects.filter(tender__competition=competition, evaluator=by.person)
    count = submitted.update(submitted_at=at)
    unsaved.empty(competition, Page.SCORES, by=by, at=at)
    record(reference, {"count": count}, audience=by.organisation)


def scoring_of(reference: str, by: Actor) -> Competition:
    """The locked competition, for an impartial evaluator who has not submitted.

    Raises:
        Conflict: points are not given now, or the evaluator's are submitted.
        Forbidden: no evaluator, or not impartial.
    """
    competition = locked(reference, by, TeamRole.EVALUATOR)
    require_impartial(competition, by)
    states.require(competition.state, "score")
    submitted = Score.objects.filter(
        tender__competition=competition, evaluator=by.person, submitted_at__isnull=False
    )
    if submitted.exists():
        raise Conflict(ALREADY_SUBMITTED.at("scores"))
    return competition


DEEDS = (save_scores, submit_scores)
