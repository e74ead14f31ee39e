"""The ranking of a lot as people read it: points, what they count, and each step of the way."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from anskaff.calculations.model import Model, Step
from anskaff.calculations.scoring import TenderResult, model_with
from anskaff.competition.evaluation import evaluation_of
from anskaff.competition.letters import compares_amounts
from anskaff.competition.method import criteria_of
from anskaff.competition.models import AgreedScore, Competition, LotResult, OpenedTender
from anskaff.concepts.criterion import AwardCriterion
from anskaff.concepts.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """One criterion of one tender: points, what they count, and how they came about (B11)."""

    criterion: str
    name: str
    points: Fraction
    weighted: Fraction
    steps: tuple[Step, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedTender:
    """One tender in the ranking of a lot."""

    tender: int
    supplier: str
    rank: int
    price: Decimal
    total: Fraction
    scores: tuple[ScoreLine, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LotRanking:
    """A lot's exact ranking, best first, by the model that was locked."""

    key: str
    title: str
    criteria: tuple[AwardCriterion, ...]
    model: Model
    compares_amounts: bool
    ranking: tuple[RankedTender, ...]
    tied: tuple[int, ...]
    findings: tuple[Finding, ...]


def lot_ranking(competition: Competition, result: LotResult) -> LotRanking:
    """The ranking of a lot by the evaluation that was confirmed."""
    outcome = evaluation_of(result)
    criteria = criteria_of(competition, result.lot)
    model = model_with(outcome.model)
    assert model is not None
    names = dict(
        OpenedTender.objects.filter(competition=competition).values_list("number", "supplier__name")
    )
    reasons = {
        (row.tender.number, row.criterion.key): row.reason
        for row in AgreedScore.objects.filter(lot=result.lot).select_related("tender", "criterion")
    }
    return LotRanking(
        key=result.lot.key,
        title=result.lot.title,
        criteria=criteria,
        model=model,
        compares_amounts=compares_amounts(outcome),
        ranking=tuple(
            _ranked(each, names, {one.key: one.name for one in criteria}, reasons)
            for each in outcome.ranking
        ),
        tied=tuple(int(tender) for tender in outcome.first) if outcome.is_tied else (),
        findings=outcome.findings,
    )


def _ranked(
    each: TenderResult,
    names: Mapping[int, str],
    criteria: Mapping[str, str],
    reasons: Mapping[tuple[int, str], str],
) -> RankedTender:
    number = int(each.tender)
    return RankedTender(
        tender=number,
        supplier=names[number],
        rank=each.rank,
        price=each.price.amount,
        total=each.total,
        scores=tuple(
            ScoreLine(
                criterion=score.criterion,
                name=criteria[score.criterion],
                points=score.points,
                weighted=score.weighted,
                steps=score.steps,
                reason=reasons.get((number, score.criterion), ""),
            )
            for score in each.scores
        ),
        steps=each.steps,
    )
