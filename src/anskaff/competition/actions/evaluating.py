"""Deeds: impartiality, rejection, points, agreement and the exact evaluation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from anskaff.competition import states
from anskaff.competition.case_team import locked, require_impartial
from anskaff.competition.cells import Cell, quality_cells
from anskaff.competition.evaluation import evaluated, require_same_method
from anskaff.competition.models import (
    AgreedScore,
    AwardLetter,
    Competition,
    ImpartialityDeclaration,
    LotResult,
    OpenedTender,
    Score,
    TeamMember,
)
from anskaff.competition.states import State
from anskaff.competition.supplier_notices import REJECTED, tell_suppliers
from anskaff.concepts.actor import Actor, TeamRole
from anskaff.concepts.errors import Conflict, Invalid, NotFound, errors_in
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.formatting import FactValue
from anskaff.concepts.words import Words
from anskaff.law import rejection
from anskaff.records.deeds import deed, record
from anskaff.records.log import Fact

TOP_POINTS = Decimal(10)
POINT_DECIMALS = 4

ALREADY_DECLARED = FindingKind(
    code="impartiality-already-declared",
    text=Words(
        nb="Du har alt avgitt habilitetserklæringen i denne saken.",
        nn="Du har alt gitt habilitetserklæringa i denne saka.",
        en="You have already made your declaration of impartiality in this case.",
    ),
    cure=Words(
        nb="Har noe endret seg, kan du melde at du er inhabil.",
        nn="Har noko endra seg, kan du melde at du er inhabil.",
        en="If something has changed, you can say that you are biased.",
    ),
)
INTEREST_UNEXPLAINED = FindingKind(
    code="interest-unexplained",
    text=Words(
        nb="Du har ikke skrevet hvorfor du kan være inhabil.",
        nn="Du har ikkje skrive kvifor du kan vere inhabil.",
        en="You have not written why you may be biased.",
    ),
    cure=Words(
        nb="Beskriv forholdet kort; det føres i protokollen.",
        nn="Skriv kort om forholdet; det blir ført i protokollen.",
        en="Describe it briefly; it goes into the protocol.",
    ),
    source="FOA § 7-5",
)
NO_SUCH_TENDER = FindingKind(
    code="opened-tender-not-found",
    text=Words(
        nb="Det er ikke noe tilbud nummer {number} i denne saken.",
        nn="Det er ikkje noko tilbod nummer {number} i denne saka.",
        en="There is no tender number {number} in this case.",
    ),
    cure=Words(
        nb="Last siden på nytt.",
        nn="Last sida på nytt.",
        en="Reload the page.",
    ),
)
ALREADY_REJECTED = FindingKind(
    code="tender-already-rejected",
    text=Words(
        nb="Tilbud {number} er alt avvist.",
        nn="Tilbod {number} er alt avvist.",
        en="Tender {number} is already rejected.",
    ),
    cure=Words(
        nb="Last siden på nytt.",
        nn="Last sida på nytt.",
        en="Reload the page.",
    ),
)
NO_SUCH_GROUND = FindingKind(
    code="rejection-ground-unknown",
    text=Words(
        nb="«{ground}» er ikke en avvisningsgrunn i denne delen av forskriften.",
        nn="«{ground}» er ikkje ein avvisingsgrunn i denne delen av forskrifta.",
        en="“{ground}” is not a ground for rejection in this part of the regulation.",
    ),
    cure=Words(
        nb="Velg en grunn fra listen.",
        nn="Vel ein grunn frå lista.",
        en="Choose a ground from the list.",
    ),
)
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
NOT_AGREED = FindingKind(
    code="scores-not-agreed",
    text=Words(
        nb="Tilbud {tender} mangler omforente poeng på «{criterion}».",
        nn="Tilbod {tender} manglar omforeinte poeng på «{criterion}».",
        en="Tender {tender} has no agreed points on “{criterion}”.",
    ),
    cure=Words(
        nb="Bli enige om poengene først.",
        nn="Bli samde om poenga først.",
        en="Agree on the points first.",
    ),
)
REOPENING_UNEXPLAINED = FindingKind(
    code="reopening-unexplained",
    text=Words(
        nb="Det står ikke hvorfor evalueringen åpnes igjen.",
        nn="Det står ikkje kvifor evalueringa blir opna igjen.",
        en="It does not say why the evaluation is reopened.",
    ),
    cure=Words(
        nb="Skriv en begrunnelse; den føres i protokollen.",
        nn="Skriv ei grunngiving; ho blir ført i protokollen.",
        en="Write a reason; it goes into the protocol.",
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


@deed(
    "competition.impartiality_declared",
    nb="Avga habilitetserklæring.",
    nn="Gav habilitetserklæring.",
    en="Made a declaration of impartiality.",
)
def declare_impartiality(
    reference: str, *, has_interest: bool, explanation: str = "", by: Actor, at: datetime
) -> None:
    """Declare, before first sight of the tenders, whether anything may make one biased (B13).

    An interest can be declared later too; it can never be taken back.

    Raises:
        Conflict: declared already.
        Invalid: an interest without an explanation.
    """
    competition = locked(reference, by, *TeamRole)
    states.require(competition.state, "declare_impartiality")
    if has_interest and not explanation.strip():
        raise Invalid(INTEREST_UNEXPLAINED.at("explanation"))
    earlier = ImpartialityDeclaration.objects.filter(
        competition=competition, person=by.person
    ).first()
    if earlier and (earlier.has_interest or not has_interest):
        raise Conflict(ALREADY_DECLARED.at("impartiality"))
    ImpartialityDeclaration.objects.update_or_create(
        competition=competition,
        person_id=by.person,
        defaults={"has_interest": has_interest, "explanation": explanation.strip(), "at": at},
    )
    record(reference, {"has_interest": has_interest}, audience=by.organisation)


@deed(
    "competition.tender_rejected",
    nb="Avviste tilbud {tender} ({ground}).",
    nn="Avviste tilbod {tender} ({ground}).",
    en="Rejected tender {tender} ({ground}).",
)
def reject_tender(
    reference: str,
    tender: int,
    *,
    ground: str,
    reason: str,
    proportionality: str = "",
    by: Actor,
    at: datetime,
) -> tuple[Finding, ...]:
    """Reject a tender on a ground of the regulation, before prices are scored (X-2).

    The supplier is told at once. Returns warnings to show, such as the right to self-cleaning.

    Raises:
        NotFound: no such tender. Conflict: rejected already, or the prices are scored.
        Invalid: no such ground in this part, or no reason.
    """
    competition = locked(reference, by, TeamRole.PROCUREMENT_OFFICER)
    require_impartial(competition, by)
    states.require(competition.state, "reject_tender")
    rejected = _tender(competition, tender)
    if rejected.rejected_at is not None:
        raise Conflict(ALREADY_REJECTED.at("tender", number=tender))
    known = rejection.GROUNDS.get(ground)
    if known is None:
        raise Invalid(NO_SUCH_GROUND.at("ground", ground=ground))
    findings = rejection.check(known, reason=reason, proportionality=proportionality)
    if errors_in(findings):
        raise Invalid(*errors_in(findings))
    rejected.rejected_at = at
    rejected.rejection_ground = ground
    rejected.rejection_reason = "\n\n".join(
        text.strip() for text in (reason, proportionality) if text.strip()
    )
    rejected.save(update_fields=["rejected_at", "rejection_ground", "rejection_reason"])
    tell_suppliers(competition, [rejected.supplier_id], REJECTED, at=at)
    record(
        reference,
        {
            "tender": tender,
            "ground": ground,
            "reason": reason,
            "proportionality": proportionality,
            "after_price_scoring": LotResult.objects.filter(lot__competition=competition).exists(),
        },
        audience=by.organisation,
    )
    return findings


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
    competition = _scoring(reference, by)
    _require_not_submitted(competition, by)
    cells = {cell.where: cell for cell in quality_cells(competition)}
    findings = _wrong_points(given, cells)
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
    competition = _scoring(reference, by)
    _require_not_submitted(competition, by)
    own = {
        (score.lot_id, score.tender_id, score.criterion_id): score
        for score in Score.objects.filter(tender__competition=competition, evaluator=by.person)
    }
    findings: list[Finding] = []
    for cell in quality_cells(competition):
        score = own.get((cell.lot_id, cell.tender_id, cell.criterion_id))
        facts: dict[str, FactValue] = {"tender": cell.tender, "criterion": cell.criterion_name}
        if score is None:
            findings.append(SCORE_MISSING.at(cell.where, **facts))
        elif not score.reason:
            findings.append(REASON_MISSING.at(cell.where, **facts))
    if findings:
        raise Invalid(*findings)
    Score.objects.filter(tender__competition=competition, evaluator=by.person).update(
        submitted_at=at
    )
    record(reference, {"count": len(own)}, audience=by.organisation)


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
    findings = _wrong_points(given, cells) + _unexplained(given, cells)
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
    record(
        reference,
        {"count": len(given), "changes": changes, "change_reason": change_reason.strip()},
        audience=by.organisation,
    )


@deed(
    "competition.evaluation_confirmed",
    nb="Bekreftet evalueringen.",
    nn="Stadfesta evalueringa.",
    en="Confirmed the evaluation.",
)
def confirm_evaluation(reference: str, *, by: Actor, at: datetime) -> tuple[Finding, ...]:
    """Score prices by the method locked at publication, and rank the tenders of every lot exactly.

    Returns warnings to show, such as negative points.

    Raises:
        Conflict: the method is not the one that was locked (V-4).
        Invalid: points are not agreed everywhere, or the model cannot take these prices.
    """
    competition = locked(reference, by, TeamRole.PROCUREMENT_OFFICER)
    require_impartial(competition, by)
    states.require(competition.state, "confirm_evaluation")
    require_same_method(competition)
    agreed = set(
        AgreedScore.objects.filter(tender__competition=competition).values_list(
            "lot_id", "tender_id", "criterion_id"
        )
    )
    missing = [
        NOT_AGREED.at(cell.where, tender=cell.tender, criterion=cell.criterion_name)
        for cell in quality_cells(competition)
        if (cell.lot_id, cell.tender_id, cell.criterion_id) not in agreed
    ]
    if missing:
        raise Invalid(*missing)
    earlier = LotResult.objects.filter(lot__competition=competition)
    run = 1 + max((result.evaluation["run"] for result in earlier), default=0)
    findings: list[Finding] = []
    first: dict[str, Fact] = {}
    for lot in competition.lots.all():
        outcome, file = evaluated(competition, lot)
        findings += outcome.findings
        first[lot.key] = list(outcome.first)
        LotResult.objects.update_or_create(
            lot=lot, defaults={"evaluation": {"run": run, "file": file}, **NOT_DECIDED}
        )
    if errors_in(findings):
        raise Invalid(*errors_in(findings))
    competition.state = State.EVALUATED
    competition.evaluated_at = at
    competition.save(update_fields=["state", "evaluated_at"])
    record(
        reference,
        {"first": first, "run": run, "method_commitment": competition.method_commitment},
        audience=by.organisation,
    )
    return tuple(findings)


@deed(
    "competition.evaluation_reopened",
    nb="Åpnet evalueringen igjen: {reason}",
    nn="Opna evalueringa igjen: {reason}",
    en="Reopened the evaluation: {reason}",
)
def reopen_evaluation(reference: str, *, reason: str, by: Actor, at: datetime) -> None:
    """Go back to scoring, with a reason; the draft decision and its letters fall away.

    Raises:
        Invalid: no reason.
    """
    del at
    competition = locked(reference, by, TeamRole.PROCUREMENT_OFFICER)
    require_impartial(competition, by)
    states.require(competition.state, "reopen_evaluation")
    if not reason.strip():
        raise Invalid(REOPENING_UNEXPLAINED.at("reason"))
    LotResult.objects.filter(lot__competition=competition).update(**NOT_DECIDED)
    AwardLetter.objects.filter(competition=competition).delete()
    competition.state = State.OPENED
    competition.evaluated_at = None
    competition.save(update_fields=["state", "evaluated_at"])
    record(reference, {"reason": reason.strip()}, audience=by.organisation)


NOT_DECIDED: dict[str, str | None] = {
    "winner": None,
    "value_nok": None,
    "decided_at": None,
    "reason": "",
    "tie_broken_by": "",
}


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


def _scoring(reference: str, by: Actor) -> Competition:
    """The locked competition, for an impartial evaluator while scores are given."""
    competition = locked(reference, by, TeamRole.EVALUATOR)
    require_impartial(competition, by)
    states.require(competition.state, "score")
    return competition


def _require_not_submitted(competition: Competition, by: Actor) -> None:
    submitted = Score.objects.filter(
        tender__competition=competition, evaluator=by.person, submitted_at__isnull=False
    )
    if submitted.exists():
        raise Conflict(ALREADY_SUBMITTED.at("scores"))


def _tender(competition: Competition, number: int) -> OpenedTender:
    found = OpenedTender.objects.filter(competition=competition, number=number).first()
    if found is None:
        raise NotFound(NO_SUCH_TENDER.at("tender", number=number))
    return found


def _wrong_points(given: Iterable[Points], cells: dict[str, Cell]) -> list[Finding]:
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
                    "from": exact(old),
                    "to": exact(each.points),
                }
            )
    return changes


def exact(points: Decimal) -> str:
    """Points as text without trailing zeros, for the log."""
    return f"{points.normalize():f}"


DEEDS = (
    declare_impartiality,
    reject_tender,
    save_scores,
    submit_scores,
    agree_scores,
    confirm_evaluation,
    reopen_evaluation,
)
