"""Reads: the buyer's other purchases of the same kind, which the law may add up (R-SPLIT)."""

from dataclasses import dataclass
from datetime import date, datetime

from anskaff.competition.access import seen_competition, visible_to
from anskaff.competition.models import Competition
from anskaff.competition.plan import plan_of
from anskaff.competition.readiness import law_part
from anskaff.competition.states import State
from anskaff.concepts.actor import Viewer
from anskaff.concepts.days import legal_day
from anskaff.concepts.finding import Finding
from anskaff.concepts.money import Money
from anskaff.law import splitting
from anskaff.law.splitting import Purchase

CPV_DIGITS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarCase:
    """Another case of the buyer in the same CPV group within 12 months."""

    reference: str
    title: str
    value: Money
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Splitting:
    """The warning, if any, with the cases behind it, newest first."""

    findings: tuple[Finding, ...] = ()
    cases: tuple[SimilarCase, ...] = ()


def similar_purchases(reference: str, viewer: Viewer, at: datetime) -> Splitting:
    """Whether this case and the others the viewer may see together reach the next threshold.

    Cancelled cases, and cases without CPV code or value, do not count. A case counts on the day it
    was published; before that, on the day it was made, and this one on the day of `at`.

    Raises:
        NotFound: there is no such case, or the viewer may not know of it.
    """
    competition = seen_competition(reference, viewer)
    value, part = (
        competition.estimated_value_nok,
        law_part(plan_of(competition), competition.published_at or at),
    )
    if value is None or part is None or len(competition.cpv[:CPV_DIGITS]) < CPV_DIGITS:
        return Splitting()
    on = legal_day(competition.published_at or at)
    planned = Purchase(cpv=competition.cpv, value=Money(value), on=on)
    above = [limit for each in part.thresholds if planned.value < (limit := each.on(on))]
    if not above:
        return Splitting()
    others = {
        row: other
        for row, other in _others(competition, viewer)
        if splitting.is_similar(planned, other)
    }
    findings = splitting.check(planned, tuple(others.values()), threshold=min(above))
    if not findings:
        return Splitting()
    cases = (
        SimilarCase(reference=row.case.reference, title=row.title, value=other.value, on=other.on)
        for row, other in others.items()
    )
    newest = sorted(cases, key=lambda case: (case.on, case.reference), reverse=True)
    return Splitting(findings=findings, cases=tuple(newest))


def _others(competition: Competition, viewer: Viewer) -> list[tuple[Competition, Purchase]]:
    group = competition.cpv[: splitting.GROUP_DIGITS]
    rows = (
        visible_to(viewer)
        .filter(cpv__startswith=group, estimated_value_nok__isnull=False)
        .exclude(pk=competition.pk)
        .exclude(state=State.CANCELLED.value)
        .select_related("case")
    )
    return [
        (
            row,
            Purchase(
                cpv=row.cpv,
                value=Money(row.estimated_value_nok),
                on=legal_day(row.published_at or row.case.created_at),
            ),
        )
        for row in rows
        if row.estimated_value_nok is not None
    ]
