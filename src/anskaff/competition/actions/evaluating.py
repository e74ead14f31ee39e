"""Deeds: confirm the _exact evaluation of every lot, or go back to scoring."""

from datetime import datetime

from anskaff.competition import states, unsaved
from anskaff.competition.case_team import locked, require_impartial
from anskaff.competition.cells import quality_cells
from anskaff.competition.evaluation import evaluated, require_same_method
from anskaff.competition.models import AgreedScore, AwardLetter, LotResult
from anskaff.competition.states import State
from anskaff.concepts.actor import Actor, TeamRole
from anskaff.concepts.errors import Invalid, errors_in
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.records.deeds import deed, record
from anskaff.records.log import Fact

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
    unsaved.forget(competition, unsaved.SCORING)
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


DEEDS = (confirm_evaluation, reopen_evaluation)
