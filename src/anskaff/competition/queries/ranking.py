"""Reads: the exact ranking of a case, with its formula and steps, once it is confirmed."""

from dataclasses import dataclass

from anskaff.competition.case_team import is_officer
from anskaff.competition.lot_ranking import LotRanking, lot_ranking
from anskaff.competition.lot_results import results_of
from anskaff.competition.models import Competition
from anskaff.competition.queries.opening import may_see_prices, opened_for
from anskaff.competition.states import State
from anskaff.concepts.actor import Viewer
from anskaff.concepts.errors import Conflict, Forbidden
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words

NOT_EVALUATED = FindingKind(
    code="not-evaluated",
    text=Words(
        nb="Evalueringen er ikke bekreftet ennå.",
        nn="Evalueringa er ikkje stadfesta enno.",
        en="The evaluation has not been confirmed yet.",
    ),
    cure=Words(
        nb="Bli enige om poengene, og bekreft evalueringen.",
        nn="Bli samde om poenga, og stadfest evalueringa.",
        en="Agree on the points and confirm the evaluation.",
    ),
)
PRICES_HIDDEN = FindingKind(
    code="prices-hidden-from-evaluators",
    text=Words(
        nb="Evaluatorer ser ikke priser før poengene er omforent.",
        nn="Evaluatorar ser ikkje prisar før poenga er omforeinte.",
        en="Evaluators do not see prices until the points are agreed.",
    ),
    cure=Words(
        nb="Gi og lever poengene dine først.",
        nn="Gi og lever poenga dine først.",
        en="Give and submit your points first.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingView:
    """The confirmed evaluation of a case."""

    reference: str
    title: str
    state: State
    commitment: str
    tie_rule: str
    lots: tuple[LotRanking, ...]
    is_officer: bool


def ranking(reference: str, viewer: Viewer) -> RankingView:
    """The exact ranking with its formula and steps, once the evaluation is confirmed.

    Raises:
        Conflict: not confirmed. Forbidden: not impartial, or an evaluator too early (V-10).
    """
    competition = evaluated_for(reference, viewer)
    return RankingView(
        reference=reference,
        title=competition.title,
        state=State(competition.state),
        commitment=competition.method_commitment,
        tie_rule=competition.tie_rule,
        lots=tuple(lot_ranking(competition, result) for result in results_of(competition)),
        is_officer=is_officer(competition, viewer),
    )


def evaluated_for(reference: str, viewer: Viewer) -> Competition:
    """The evaluated competition, for someone who may see its prices.

    Raises:
        Conflict: not confirmed. Forbidden: not impartial, or an evaluator too early (V-10).
    """
    competition = opened_for(reference, viewer)
    if not may_see_prices(competition, viewer):
        raise Forbidden(PRICES_HIDDEN.at("evaluation"))
    if competition.evaluated_at is None:
        raise Conflict(NOT_EVALUATED.at("evaluation"))
    return competition
