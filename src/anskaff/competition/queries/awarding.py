"""Reads: the award as drafted or made, with its letters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from anskaff.calculations.scoring import model_with
from anskaff.calculations.sensitivity import leave_one_out, other_models, real_weights
from anskaff.competition.case_team import is_officer
from anskaff.competition.evaluation import evaluation_of, inputs_of
from anskaff.competition.lot_ranking import LotRanking, lot_ranking
from anskaff.competition.lot_results import results_of
from anskaff.competition.models import AwardLetter, Competition, LotResult
from anskaff.competition.paper import PaperJson
from anskaff.competition.queries.ranking import evaluated_for
from anskaff.competition.standstill_of import standstill_days, standstill_duty
from anskaff.competition.states import State
from anskaff.concepts.actor import Viewer
from anskaff.concepts.criterion import CriterionKind
from anskaff.concepts.days import legal_day
from anskaff.concepts.finding import Finding
from anskaff.concepts.words import Words
from anskaff.law.standstill import standstill_end

LOWEST = Words(
    nb="Tilbudet har den laveste prisen.",
    nn="Tilbodet har den lågaste prisen.",
    en="The tender has the lowest price.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LotDraft:
    """A lot's draft decision; before the first draft `advantages` are proposals.

    `fragile` and `others` (X-1, V-6, V-7) are there only when the decision is drafted.
    """

    ranking: LotRanking
    winner: int | None
    reason: str
    advantages: Mapping[str, str]
    tie_broken_by: str
    value_nok: Decimal | None
    decided_at: datetime | None
    fragile: tuple[Finding, ...]
    others: tuple[tuple[Words, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """A letter as drafted or sent; `content` is the written paper."""

    supplier_id: int
    supplier: str
    language: str
    content: Mapping[str, PaperJson]
    sent_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardView:
    """The award of a case: ranking, decision per lot, and letters."""

    reference: str
    title: str
    state: State
    tie_rule: str
    lots: tuple[LotDraft, ...]
    letters: tuple[LetterView, ...]
    standstill_days: int
    standstill_required: bool
    ends_if_sent_today: date | None
    is_officer: bool

    @property
    def is_decided(self) -> bool:
        """Whether every lot has a draft decision."""
        return bool(self.lots) and all(lot.decided_at is not None for lot in self.lots)


def award(reference: str, viewer: Viewer, *, at: datetime) -> AwardView:
    """The award as drafted or made.

    Raises:
        Conflict: not evaluated. Forbidden: not on the team, or not impartial.
    """
    competition = evaluated_for(reference, viewer)
    days = standstill_days(competition)
    letters = AwardLetter.objects.filter(competition=competition).select_related("supplier")
    return AwardView(
        reference=reference,
        title=competition.title,
        state=State(competition.state),
        tie_rule=competition.tie_rule,
        lots=tuple(_draft(competition, result) for result in results_of(competition)),
        letters=tuple(_letter(letter) for letter in letters.order_by("id")),
        standstill_days=days,
        standstill_required=standstill_duty(competition).required,
        ends_if_sent_today=standstill_end(legal_day(at), days) if days else None,
        is_officer=is_officer(competition, viewer),
    )


def _draft(competition: Competition, result: LotResult) -> LotDraft:
    shown = lot_ranking(competition, result)
    outcome = evaluation_of(result)
    criteria, tenders = inputs_of(competition, result.lot)
    decided = result.decided_at is not None
    return LotDraft(
        ranking=shown,
        winner=result.winner.number if result.winner else None,
        reason=result.reason,
        advantages=result.advantages or _proposed(shown, competition.language),
        tie_broken_by=result.tie_broken_by,
        value_nok=result.value_nok,
        decided_at=result.decided_at,
        fragile=(
            *leave_one_out(outcome.model, criteria, tenders),
            *real_weights(outcome, criteria),
        )
        if decided
        else (),
        others=tuple(
            (model.name, tuple(int(tender) for tender in other.first))
            for other in other_models(outcome.model, criteria, tenders)
            if (model := model_with(other.model)) is not None
        )
        if decided
        else (),
    )


def _proposed(shown: LotRanking, language: str) -> dict[str, str]:
    """Texts to start from: the agreed reasons of the first tender, and whether it is cheapest."""
    if not shown.ranking:
        return {}
    proposed = {}
    first = shown.ranking[0]
    for one in shown.criteria:
        line = next((score for score in first.scores if score.criterion == one.key), None)
        if one.kind is CriterionKind.PRICE:
            lowest = min(each.price for each in shown.ranking)
            proposed[one.key] = LOWEST.in_(language) if first.price == lowest else ""
        elif line is not None:
            proposed[one.key] = line.reason
    return proposed


def _letter(letter: AwardLetter) -> LetterView:
    return LetterView(
        supplier_id=letter.supplier_id,
        supplier=letter.supplier.name,
        language=letter.language,
        content=letter.content,
        sent_at=letter.sent_at,
    )
