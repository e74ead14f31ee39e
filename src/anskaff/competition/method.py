"""The evaluation method of a competition, read from its rows: locked when published (V-4)."""

from anskaff.calculations import method
from anskaff.calculations.scoring import TOP_SCORE
from anskaff.competition.models import Competition, Criterion, Lot
from anskaff.competition.plan import criterion_of
from anskaff.concepts.criterion import AwardCriterion


def criteria_of(competition: Competition, lot: Lot | None = None) -> tuple[AwardCriterion, ...]:
    """All award criteria in order; with `lot`, those that count for it."""
    every = (
        criterion_of(row)
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
