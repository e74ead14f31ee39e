"""Deed: draft the decision of every lot, with its reasons and how a tie was broken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from anskaff.competition import states
from anskaff.competition.case_team import locked, require_impartial
from anskaff.competition.cells import bidders_for, valid_tenders
from anskaff.competition.drafted_letters import draft_letters
from anskaff.competition.evaluation import evaluation_of, require_same_method
from anskaff.competition.letters import outcomes_of
from anskaff.competition.models import Competition, LotResult, OpenedTender
from anskaff.competition.opened_answers import price_of
from anskaff.competition.standstill_of import standstill_days, standstill_duty
from anskaff.concepts.actor import Actor, TeamRole
from anskaff.concepts.days import legal_day
from anskaff.concepts.errors import Invalid, errors_in
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.law import award_letter as law_letter
from anskaff.records.deeds import deed, record
from anskaff.records.log import Fact

DECISION_MISSING = FindingKind(
    code="lot-decision-missing",
    text=Words(
        nb="{lot} mangler en beslutning.",
        nn="{lot} manglar ei avgjerd.",
        en="{lot} has no decision.",
    ),
    cure=Words(
        nb="Skriv begrunnelsen for alle deler.",
        nn="Skriv grunngivinga for alle delar.",
        en="Write the reasons for every lot.",
    ),
)
REASON_MISSING = FindingKind(
    code="award-reason-missing",
    text=Words(
        nb="Valget i {lot} mangler begrunnelse.",
        nn="Valet i {lot} manglar grunngiving.",
        en="The choice in {lot} has no reason.",
    ),
    cure=Words(
        nb="Skriv kort hvorfor tilbudet er best, eller hvorfor ingen er valgt.",
        nn="Skriv kort kvifor tilbodet er best, eller kvifor ingen er vald.",
        en="Write briefly why the tender is best, or why nobody is chosen.",
    ),
    source="FOA §§ 10-1, 25-1",
)
TIE_UNBROKEN = FindingKind(
    code="tie-not-broken",
    text=Words(
        nb="I {lot} deler tilbudene {tenders} førsteplassen.",
        nn="I {lot} deler tilboda {tenders} førsteplassen.",
        en="In {lot} the tenders {tenders} share first place.",
    ),
    cure=Words(
        nb="Velg etter regelen i konkurransegrunnlaget, og skriv hvordan det ble gjort: {rule}",
        nn="Vel etter regelen i konkurransegrunnlaget, og skriv korleis det vart gjort: {rule}",
        en="Choose by the rule in the documents, and write how it was done: {rule}",
    ),
)
NOT_FIRST = FindingKind(
    code="winner-not-first",
    text=Words(
        nb="Tilbud {tender} er ikke rangert først i {lot}.",
        nn="Tilbod {tender} er ikkje rangert først i {lot}.",
        en="Tender {tender} is not ranked first in {lot}.",
    ),
    cure=Words(
        nb="Velg et tilbud som er rangert først.",
        nn="Vel eit tilbod som er rangert først.",
        en="Choose a tender that is ranked first.",
    ),
    source="FOA §§ 10-1, 18-1",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LotDecision:
    """What is decided in one lot.

    `advantages` gives, by criterion key, the features and relative advantages of the winning
    tender. `tender` and `tie_broken_by` are needed only when several share first place.
    """

    lot: str
    reason: str
    advantages: Mapping[str, str] = field(default_factory=dict)
    tender: int | None = None
    tie_broken_by: str = ""


@deed(
    "competition.award_decided",
    nb="Laget utkast til beslutning om tildeling.",
    nn="Laga utkast til avgjerd om tildeling.",
    en="Drafted the award decision.",
)
def decide_award(
    reference: str, decisions: Sequence[LotDecision], *, by: Actor, at: datetime
) -> None:
    """Draft the decision of every lot and a letter to every tenderer (W-1); nobody is told yet.

    Raises:
        Invalid: a lot lacks a decision, a reason, an advantage, or the breaking of a tie.
    """
    competition = locked(reference, by, TeamRole.PROCUREMENT_OFFICER)
    require_impartial(competition, by)
    states.require(competition.state, "award")
    require_same_method(competition)
    by_lot = {decision.lot: decision for decision in decisions}
    findings: list[Finding] = []
    winners: dict[str, Fact] = {}
    for outcome in outcomes_of(competition):
        lot = outcome.result.lot
        decision = by_lot.get(lot.key)
        if decision is None:
            findings.append(DECISION_MISSING.at(lot.key, lot=lot.title))
            continue
        winner, wrong = _winner(competition, outcome.result, decision)
        findings += wrong
        if winner is not None:
            findings += _wrong_letter(competition, outcome.result, winner, decision)
        _keep_decision(outcome.result, decision, winner, at)
        winners[lot.key] = winner.number if winner else None
    if findings:
        raise Invalid(*findings)
    draft_letters(competition, legal_day(at))
    record(reference, {"winners": winners}, audience=by.organisation)


def _winner(
    competition: Competition, result: LotResult, decision: LotDecision
) -> tuple[OpenedTender | None, list[Finding]]:
    """The tender that wins the lot, or why none can be named."""
    lot = result.lot
    findings = []
    if not decision.reason.strip():
        findings.append(REASON_MISSING.at(f"{lot.key}.reason", lot=lot.title))
    bidders = {str(one.number): one for one in bidders_for(lot, valid_tenders(competition))}
    first = evaluation_of(result).first
    if not first:
        return None, findings
    if len(first) == 1:
        chosen = first[0]
        if decision.tender is not None and str(decision.tender) != chosen:
            wrong = NOT_FIRST.at(f"{lot.key}.tender", tender=decision.tender, lot=lot.title)
            findings.append(wrong)
        return bidders[chosen], findings
    chosen = str(decision.tender)
    if chosen not in first or not decision.tie_broken_by.strip():
        tenders = ", ".join(first)
        rule = competition.tie_rule
        where = f"{lot.key}.tie_broken_by"
        findings.append(TIE_UNBROKEN.at(where, lot=lot.title, tenders=tenders, rule=rule))
        return None, findings
    return bidders[chosen], findings


def _wrong_letter(
    competition: Competition, result: LotResult, winner: OpenedTender, decision: LotDecision
) -> list[Finding]:
    """What the law misses in the letters about this lot."""
    affected = frozenset(
        str(number)
        for number in OpenedTender.objects.filter(competition=competition).values_list(
            "number", flat=True
        )
    )
    letter = law_letter.AwardLetter(
        affected=affected,
        recipients=affected,
        winner=winner.supplier.name,
        criteria=tuple(_criteria_keys(result)),
        advantages=decision.advantages,
        standstill_stated=standstill_days(competition) > 0,
        standstill_required=standstill_duty(competition).required,
    )
    return [
        Finding(kind=each.kind, where=f"{result.lot.key}.{each.where}", facts=each.facts)
        for each in errors_in(law_letter.check(letter))
    ]


def _criteria_keys(result: LotResult) -> Sequence[str]:
    return [str(key) for key in result.evaluation["file"]["criteria"]]


def _keep_decision(
    result: LotResult, decision: LotDecision, winner: OpenedTender | None, at: datetime
) -> None:
    result.winner = winner
    result.reason = decision.reason.strip()
    result.advantages = {key: text.strip() for key, text in decision.advantages.items()}
    tied = evaluation_of(result).is_tied
    result.tie_broken_by = decision.tie_broken_by.strip() if tied else ""
    result.value_nok = price_of(winner, result.lot).rounded_half_up().amount if winner else None
    result.decided_at = at
    result.save()


DEEDS = (decide_award,)
