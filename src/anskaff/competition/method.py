"""The evaluation method of a competition, read from its rows: locked when published (V-4)."""

from decimal import Decimal

from anskaff.calculations import method
from anskaff.calculations.scoring import TOP_SCORE
from anskaff.competition.models import Competition, Criterion, Lot
from anskaff.concepts.criterion import AwardCriterion, CriterionKind


def award_criterion(row: Criterion) -> AwardCriterion:
    """The row as other rooms see it; a criterion that is only ranked has the weight 0."""
    return AwardCriterion(
        key=row.key,
        name=row.name,
        kind=CriterionKind(row.kind),
        weight_percent=Decimal(0) if row.weight_percent is None else row.weight_percent,
        description=row.description,
        climate=row.climate,
        value_per_point_nok=row.value_per_point_nok,
        lot=row.lot.key if row.lot else "",
    )


def criteria_of(competition: Competition, lot: Lot | None = None) -> tuple[AwardCriterion, ...]:
    """All award criteria in order; with `lot`, those that count for it."""
    every = (
        award_criterion(row)
        for row in Criterion.objects.filter(competition=competition).select_related("lot")
    )
    return tuple(one for one in every if lot is None or one.lot in {"", lot.key})


def method_of(competition: Competition) -> dict[str, object]:
    """What decides the ranking, as plain data."""
    return method.as_json(
        competition.price_model,
        criteria_of(competition),
        top_score=TOP_SCORE,
        tie_rule=competition.tie_rule,
    )


def commitment_of(competition: Competition) -> str:
    """SHA-256 (hex) over the competition's salt and its method as the rows now stand."""
    return method.commitment(bytes(competition.method_salt or b""), method_of(competition))
