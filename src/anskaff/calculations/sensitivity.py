"""Sensitivity: what would change the winner (X-1, V-6, V-7).

Shown to the buyer only after the decision is drafted, or on invented tenders before publication.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from anskaff.calculations.method import plain
from anskaff.calculations.scoring import (
    MODELS,
    TOP_SCORE,
    Evaluation,
    TenderInput,
    evaluate,
    model_with,
)
from anskaff.concepts.criterion import AwardCriterion
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.formatting import rounded
from anskaff.concepts.words import Words

OFF_BY = Fraction(1, 4)

IRRELEVANT_TENDER_DECIDES = FindingKind(
    code="irrelevant-tender-decides",
    severity=Severity.WARNING,
    text=Words(
        nb="Uten tilbud {removed}, som ikke vinner, ville {winner} vunnet i stedet.",
        nn="Utan tilbod {removed}, som ikkje vinn, ville {winner} ha vunne i staden.",
        en="Without tender {removed}, which does not win, {winner} would have won instead.",
    ),
    cure=Words(
        nb="Resultatet er skjørt. Kontroller at tilbudet ikke skal avvises, og begrunn godt.",
        nn="Resultatet er skjørt. Kontroller at tilbodet ikkje skal avvisast, og grunngi godt.",
        en="The result is fragile. Check that the tender must not be rejected, and reason well.",
    ),
)
REAL_WEIGHT_DIFFERS = FindingKind(
    code="real-weight-differs",
    severity=Severity.WARNING,
    text=Words(
        nb="«{criterion}» har vekt {stated} %, men skårenes spenn gir en reell vekt på {real} %.",
        nn="«{criterion}» har vekt {stated} %, men spennet i skårane gir reell vekt {real} %.",
        en="“{criterion}” weighs {stated} %, but the range of scores gives it a real {real} %.",
    ),
    cure=Words(
        nb="Vurder om skalaen er brukt slik konkurransegrunnlaget sier.",
        nn="Vurder om skalaen er brukt slik konkurransegrunnlaget seier.",
        en="Consider whether the scale was used as the documents say.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherOutcome:
    """Who would be first under another model."""

    model: str
    first: tuple[str, ...]


def leave_one_out(
    model_id: str,
    criteria: Sequence[AwardCriterion],
    tenders: Sequence[TenderInput],
    *,
    top_score: Decimal = TOP_SCORE,
) -> tuple[Finding, ...]:
    """Which tender that does not win decides who wins, if any (X-1)."""
    first = evaluate(model_id, criteria, tenders, top_score=top_score).first
    if not first:
        return ()
    found = []
    for removed in sorted(tenders, key=lambda tender: tender.tender):
        if removed.tender in first:
            continue
        others = [tender for tender in tenders if tender.tender != removed.tender]
        without = evaluate(model_id, criteria, others, top_score=top_score).first
        if without and without != first:
            found.append(
                IRRELEVANT_TENDER_DECIDES.at(
                    f"tenders.{removed.tender}",
                    removed=removed.tender,
                    winner=", ".join(without),
                )
            )
    return tuple(found)


def other_models(
    model_id: str,
    criteria: Sequence[AwardCriterion],
    tenders: Sequence[TenderInput],
    *,
    top_score: Decimal = TOP_SCORE,
) -> tuple[OtherOutcome, ...]:
    """Who would be first under each other model that can be computed from the same inputs (V-7)."""
    outcomes = []
    for model in MODELS:
        if model.id == model_id:
            continue
        outcome = evaluate(model.id, criteria, tenders, top_score=top_score)
        if outcome.first:
            outcomes.append(OtherOutcome(model=model.id, first=outcome.first))
    return tuple(outcomes)


def real_weights(evaluation: Evaluation, criteria: Sequence[AwardCriterion]) -> tuple[Finding, ...]:
    """Criteria whose weight times range of scores is off the stated weight by over a quarter (V-6).

    real weight of i = w_i · range_i / Σ w_j · range_j
    """
    model = model_with(evaluation.model)
    if model is None or model.price_score is None or len(evaluation.ranking) < 2:  # noqa: PLR2004
        return ()
    spread: dict[str, Fraction] = {}
    for one in criteria:
        points = [s.points for r in evaluation.ranking for s in r.scores if s.criterion == one.key]
        spread[one.key] = Fraction(one.weight_percent) * (max(points) - min(points))
    together = sum(spread.values(), Fraction(0))
    if together == 0:
        return ()
    found = []
    for one in criteria:
        stated, real = Fraction(one.weight_percent), 100 * spread[one.key] / together
        if abs(real - stated) > OFF_BY * stated:
            found.append(
                REAL_WEIGHT_DIFFERS.at(
                    f"criteria.{one.key}",
                    criterion=one.name,
                    stated=Decimal(plain(one.weight_percent)),
                    real=rounded(real, 1),
                )
            )
    return tuple(found)
