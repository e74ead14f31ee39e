"""Points that people give: where they belong, what is wrong with them, and who has given theirs."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from anskaff.competition.cells import Cell, quality_cells
from anskaff.competition.models import Competition, Score, TeamMember
from anskaff.concepts.actor import TeamRole
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.formatting import FactValue
from anskaff.concepts.words import Words

TOP_POINTS = Decimal(10)


POINT_DECIMALS = 4
NOT_A_CELL = FindingKind(
    code="score-place-unknown",
    text=Words(
        nb="Tilbud {tender} kan ikke få poeng på {criterion} i {lot}.",
        nn="Tilbod {tender} kan ikkje få poeng på {criterion} i {lot}.",
        en="Tender {tender} cannot get points on {criterion} in {lot}.",
    ),
    cure=Words(
        nb="Last siden på nytt; et tilbud kan være avvist.",
        nn="Last sida på nytt; eit tilbod kan vere avvist.",
        en="Reload the page; a tender may have been rejected.",
    ),
)
POINTS_OUT_OF_RANGE = FindingKind(
    code="points-out-of-range",
    text=Words(
        nb="{points} er ikke et gyldig poeng; skalaen går fra 0 til {top} med høyst {decimals} "
        "desimaler.",
        nn="{points} er ikkje eit gyldig poeng; skalaen går frå 0 til {top} med høgst {decimals} "
        "desimalar.",
        en="{points} is not a valid score; the scale runs from 0 to {top} with at most {decimals} "
        "decimals.",
    ),
    cure=Words(
        nb="Skriv et tall fra 0 til 10.",
        nn="Skriv eit tal frå 0 til 10.",
        en="Write a number from 0 to 10.",
    ),
)
SCORE_MISSING = FindingKind(
    code="score-missing",
    text=Words(
        nb="Tilbud {tender} mangler poeng på «{criterion}».",
        nn="Tilbod {tender} manglar poeng på «{criterion}».",
        en="Tender {tender} has no points on “{criterion}”.",
    ),
    cure=Words(
        nb="Gi poeng fra 0 til 10.",
        nn="Gi poeng frå 0 til 10.",
        en="Give points from 0 to 10.",
    ),
)
REASON_MISSING = FindingKind(
    code="score-reason-missing",
    text=Words(
        nb="Poengene til tilbud {tender} på «{criterion}» mangler begrunnelse.",
        nn="Poenga til tilbod {tender} på «{criterion}» manglar grunngiving.",
        en="The points of tender {tender} on “{criterion}” have no reason.",
    ),
    cure=Words(
        nb="Skriv hva i tilbudet som gir disse poengene.",
        nn="Skriv kva i tilbodet som gir desse poenga.",
        en="Write what in the tender gives these points.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Points (0 to 10) for one tender on one criterion of one lot, with the reason."""

    lot: str
    tender: int
    criterion: str
    points: Decimal | None
    reason: str = ""

    @property
    def where(self) -> str:
        """The place that findings and form fields name."""
        return f"{self.lot}.{self.tender}.{self.criterion}"


def wrong_points(given: Iterable[Points], cells: dict[str, Cell]) -> list[Finding]:
    """Points that stand nowhere, lie outside the scale, or are missing beside a reason."""
    findings = []
    for each in given:
        cell = cells.get(each.where)
        if cell is None:
            place: dict[str, FactValue] = {
                "tender": each.tender,
                "criterion": each.criterion,
                "lot": each.lot,
            }
            findings.append(NOT_A_CELL.at(each.where, **place))
        elif each.points is None:
            if each.reason.strip():
                facts: dict[str, FactValue] = {
                    "tender": each.tender,
                    "criterion": cell.criterion_name,
                }
                findings.append(SCORE_MISSING.at(each.where, **facts))
        elif not _is_on_the_scale(each.points):
            findings.append(
                POINTS_OUT_OF_RANGE.at(
                    each.where, points=each.points, top=TOP_POINTS, decimals=POINT_DECIMALS
                )
            )
    return findings


def _is_on_the_scale(points: Decimal) -> bool:
    if not points.is_finite() or not 0 <= points <= TOP_POINTS:
        return False
    return points == points.quantize(Decimal(1).scaleb(-POINT_DECIMALS))


def not_scored(competition: Competition, person: int) -> tuple[Finding, ...]:
    """The places where an evaluator's own points, or the reason for them, are missing (V-8)."""
    own = {
        (score.lot_id, score.tender_id, score.criterion_id): score
        for score in Score.objects.filter(tender__competition=competition, evaluator=person)
    }
    findings: list[Finding] = []
    for cell in quality_cells(competition):
        score = own.get((cell.lot_id, cell.tender_id, cell.criterion_id))
        facts: dict[str, FactValue] = {"tender": cell.tender, "criterion": cell.criterion_name}
        if score is None:
            findings.append(SCORE_MISSING.at(cell.where, **facts))
        elif not score.reason:
            findings.append(REASON_MISSING.at(cell.where, **facts))
    return tuple(findings)


def evaluators_waiting_for(competition: Competition) -> tuple[int, ...]:
    """The evaluators (person ids) who have a place to score and have not submitted."""
    if not quality_cells(competition):
        return ()
    done = Score.objects.filter(tender__competition=competition, submitted_at__isnull=False)
    evaluators = TeamMember.objects.filter(case=competition.case, role=TeamRole.EVALUATOR)
    submitted = set(done.values_list("evaluator_id", flat=True))
    return tuple(
        person
        for person in evaluators.values_list("person_id", flat=True)
        if person not in submitted
    )
