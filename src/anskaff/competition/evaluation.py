"""From rows to the exact evaluation of a lot, by the method that was locked at publication."""

from typing import Any

from anskaff.calculations import recomputation
from anskaff.calculations.scoring import Evaluation, TenderInput, evaluate
from anskaff.competition.cells import bidders_for, valid_tenders
from anskaff.competition.method import commitment_of, criteria_of
from anskaff.competition.models import AgreedScore, Competition, Lot, LotResult
from anskaff.competition.opened_answers import price_of
from anskaff.concepts.criterion import AwardCriterion
from anskaff.concepts.errors import Conflict
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words

METHOD_CHANGED = FindingKind(
    code="evaluation-method-changed",
    text=Words(
        nb="Evalueringsmetoden er ikke den som ble låst da konkurransen ble kunngjort.",
        nn="Evalueringsmetoden er ikkje den som vart låst då konkurransen vart kunngjord.",
        en="The evaluation method is not the one that was locked when the competition was "
        "published.",
    ),
    cure=Words(
        nb="Finn ut hvem som har endret kriterier eller modell; tilbudene kan ikke rangeres slik.",
        nn="Finn ut kven som har endra kriterium eller modell; tilboda kan ikkje rangerast slik.",
        en="Find out who changed criteria or model; the tenders cannot be ranked like this.",
    ),
    source="FOA §§ 8-11, 18-1",
)


def require_same_method(competition: Competition) -> None:
    """Refuse to evaluate by another method than the one committed to (V-4).

    Raises:
        Conflict: the commitment does not fit the rows.
    """
    if commitment_of(competition) != competition.method_commitment:
        raise Conflict(METHOD_CHANGED.at("method"))


def inputs_of(
    competition: Competition, lot: Lot
) -> tuple[tuple[AwardCriterion, ...], tuple[TenderInput, ...]]:
    """The lot's criteria and, for each valid tender that bids for it, price and agreed points."""
    criteria = criteria_of(competition, lot)
    points: dict[int, dict[str, Any]] = {}
    agreed = AgreedScore.objects.filter(lot=lot).select_related("criterion")
    for score in agreed:
        points.setdefault(score.tender_id, {})[score.criterion.key] = score.points
    tenders = tuple(
        TenderInput(
            tender=str(tender.number),
            price=price_of(tender, lot),
            points=points.get(tender.pk, {}),
        )
        for tender in bidders_for(lot, valid_tenders(competition))
    )
    return criteria, tenders


def evaluated(competition: Competition, lot: Lot) -> tuple[Evaluation, dict[str, Any]]:
    """The lot's ranking, and the public file from which anyone computes it again."""
    criteria, tenders = inputs_of(competition, lot)
    outcome = evaluate(competition.price_model, criteria, tenders)
    file = recomputation.as_json(
        outcome,
        criteria,
        tenders,
        tie_rule=competition.tie_rule,
        salt=bytes(competition.method_salt or b""),
        commitment=competition.method_commitment,
        committed=criteria_of(competition),
    )
    return outcome, {**file, "case": competition.case.reference, "lot": lot.key}


def evaluation_of(result: LotResult) -> Evaluation:
    """The evaluation that was confirmed, computed again from what was kept, with every step."""
    outcome, _, _ = recomputation.inputs(result.evaluation["file"])
    return outcome
