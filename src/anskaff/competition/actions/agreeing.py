"""Deed: agree on the points that count, with the reasons that letters will give (V-8)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

from anskaff.competition import states, unsaved
from anskaff.competition.case_team import locked, require_impartial
from anskaff.competition.cells import Cell, quality_cells
from anskaff.competition.models import AgreedScore, Competition
from anskaff.competition.scored_points import (
    REASON_MISSING,
    SCORE_MISSING,
    Points,
    evaluators_waiting_for,
    wrong_points,
)
from anskaff.competition.unsaved import Page
from anskaff.concepts.actor import Actor, TeamRole
from anskaff.concepts.errors import Conflict, Invalid
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.formatting import FactValue
from anskaff.concepts.words import Words
from anskaff.records.deeds import deed, record
from anskaff.records.log import Fact

NOT_ALL_SUBMITTED = FindingKind(
    code="scores-not-all-submitted",
    text=Words(
        nb="{missing} evaluatorer har ikke levert poengene sine.",
        nn="{missing} evaluatorar har ikkje levert poenga sine.",
        en="{missing} evaluators have not submitted their points.",
    ),
    cure=Words(
        nb="Vent til alle har levert, eller ta evaluatoren ut av saken.",
        nn="Vent til alle har levert, eller ta evaluatoren ut av saka.",
        en="Wait until all have submitted, or take the evaluator off the case.",
    ),
)
CHANGE_UNEXPLAINED = FindingKind(
    code="score-change-unexplained",
    text=Words(
        nb="Omforente poeng endres uten begrunnelse.",
        nn="Omforeinte poeng blir endra utan grunngiving.",
        en="Agreed points are being changed without a reason.",
    ),
    cure=Words(
        nb="Skriv hvorfor poengene endres; det føres i protokollen.",
        nn="Skriv kvifor poenga blir endra; det blir ført i protokollen.",
        en="Write why the points change; it goes into the protocol.",
    ),
)


@deed(
    "competition.scores_agreed",
    nb="Ble enige om poeng ({count}).",
    nn="Vart samde om poeng ({count}).",
    en="Agreed on points ({count}).",
)
def agree_scores(
    reference: str,
    given: Sequence[Points],
    *,
    change_reason: str = "",
    by: Actor,
    at: datetime,
) -> None:
    """Keep the points that the evaluators agree on, with the reasons that letters will give.

    Raises:
        Conflict: an evaluator has not submitted.
        Invalid: points or reason missing, or agreed points change without `change_reason` (V-8).
    """
    competition = locked(reference, by, TeamRole.EVALUATOR, TeamRole.PROCUREMENT_OFFICER)
    require_impartial(competition, by)
    states.require(competition.state, "score")
    waiting = evaluators_waiting_for(competition)
    if waiting:
        raise Conflict(NOT_ALL_SUBMITTED.at("scores", missing=len(waiting)))
    cells = {cell.where: cell for cell in quality_cells(competition)}
    findings = wrong_points(given, cells) + _unexplained(given, cells)
    changes = _changes(competition, given, cells)
    if changes and not change_reason.strip():
        findings.append(CHANGE_UNEXPLAINED.at("change_reason"))
    if findings:
        raise Invalid(*findings)
    for each in given:
        cell = cells[each.where]
        assert each.points is not None
        AgreedScore.objects.update_or_create(
            tender_id=cell.tender_id,
            lot_id=cell.lot_id,
            criterion_id=cell.criterion_id,
            defaults={"points": each.points, "reason": each.reason.strip(), "agreed_at": at},
        )
    unsaved.empty(competition, Page.AGREED_SCORES, by=by, at=at)
    record(
        reference,
        {"count": len(given), "changes": changes, "change_reason": change_reason.strip()},
        audience=by.organisation,
    )


def _unexplained(given: Iterable[Points], cells: dict[str, Cell]) -> list[Finding]:
    """Agreed points that lack a number or a reason."""
    findings = []
    for each in given:
        cell = cells.get(each.where)
        if cell is None:
            continue
        facts: dict[str, FactValue] = {"tender": each.tender, "criterion": cell.criterion_name}
        if each.points is None and not each.reason.strip():
            findings.append(SCORE_MISSING.at(each.where, **facts))
        elif each.points is not None and not each.reason.strip():
            findings.append(REASON_MISSING.at(each.where, **facts))
    return findings


def _changes(
    competition: Competition, given: Iterable[Points], cells: dict[str, Cell]
) -> list[dict[str, Fact]]:
    """Agreed points that are about to change: where, from and to."""
    before = {
        (score.lot_id, score.tender_id, score.criterion_id): score.points
        for score in AgreedScore.objects.filter(tender__competition=competition)
    }
    changes: list[dict[str, Fact]] = []
    for each in given:
        cell = cells.get(each.where)
        old = before.get((cell.lot_id, cell.tender_id, cell.criterion_id)) if cell else None
        if old is not None and each.points is not None and old != each.points:
            changes.append(
                {
                    "lot": each.lot,
                    "tender": each.tender,
                    "criterion": each.criterion,
                    "from": _exact(old),
                    "to": _exact(each.points),
                }
            )
    return changes


def _exact(points: Decimal) -> str:
    """Points as text without trailing zeros, for the log."""
    return f"{points.normalize():f}"


DEEDS = (agree_scores,)
