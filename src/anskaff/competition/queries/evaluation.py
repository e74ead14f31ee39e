"""Reads: ranking with its formula, the award and its letters, standstill, protocol, results."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from anskaff.calculations.model import Model, Step
from anskaff.calculations.scoring import TenderResult, model_with
from anskaff.calculations.sensitivity import leave_one_out, other_models, real_weights
from anskaff.competition.access import team_roles
from anskaff.competition.case_team import seen
from anskaff.competition.evaluation import evaluation_of, inputs_of
from anskaff.competition.letters import compares_amounts
from anskaff.competition.method import criteria_of
from anskaff.competition.models import (
    AgreedScore,
    AwardLetter,
    Competition,
    KeptDocument,
    LotResult,
    OpenedTender,
    Suspension,
)
from anskaff.competition.paper import Paper, PaperJson
from anskaff.competition.protocol import protocol
from anskaff.competition.queries.opening import may_see_prices, opened_for
from anskaff.competition.standstill_of import sent_on, standstill_days, standstill_duty
from anskaff.competition.states import State
from anskaff.concepts.actor import Actor, Role, TeamRole, Viewer
from anskaff.concepts.criterion import AwardCriterion, CriterionKind
from anskaff.concepts.days import legal_day
from anskaff.concepts.errors import Conflict, Forbidden, NotFound
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.law.standstill import check_signing, earliest_signing_day, standstill_end

NO_RESULT = FindingKind(
    code="no-award-result",
    text=Words(
        nb="Det er ikke kunngjort noe resultat for {reference}.",
        nn="Det er ikkje kunngjort noko resultat for {reference}.",
        en="No result has been published for {reference}.",
    ),
    cure=Words(
        nb="Resultatet kommer når meddelelsen om valg er sendt.",
        nn="Resultatet kjem når meldinga om val er send.",
        en="The result appears when the award letter has been sent.",
    ),
)
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


LOWEST = Words(
    nb="Tilbudet har den laveste prisen.",
    nn="Tilbodet har den lågaste prisen.",
    en="The tender has the lowest price.",
)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A party's signature, or that it is missing."""

    name: str
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LotContract:
    """A lot's contract on its way: parties, value, signatures, and what stops signing now."""

    key: str
    title: str
    winner: str
    value_nok: Decimal
    buyer: Signature
    supplier: Signature
    stops: tuple[Finding, ...]
    may_sign: bool

    @property
    def is_concluded(self) -> bool:
        """Whether both parties have signed."""
        return self.buyer.at is not None and self.supplier.at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionView:
    """A request for an injunction, and when it was lifted."""

    reason: str
    registered_at: datetime
    lifted_at: datetime | None
    lifted_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandstillView:
    """The standstill of a case and its contracts; `party` is `buyer`, `supplier` or empty."""

    reference: str
    title: str
    state: State
    sent_at: datetime
    ends: datetime
    earliest: date
    lots: tuple[LotContract, ...]
    suspensions: tuple[SuspensionView, ...]
    is_suspended: bool
    is_officer: bool
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LotAward:
    """What anyone may know of a lot's award."""

    key: str
    title: str
    winner: str | None
    winner_number: str | None
    value_nok: Decimal | None
    reason: str
    tenders: int
    signed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardResult:
    """The public result of a competition (P2)."""

    reference: str
    state: State
    sent_at: datetime
    standstill_ends: datetime
    tenders: int
    lots: tuple[LotAward, ...]
    commitment: str


def ranking(reference: str, viewer: Viewer) -> RankingView:
    """The exact ranking with its formula and steps, once the evaluation is confirmed.

    Raises:
        Conflict: not confirmed. Forbidden: not impartial, or an evaluator too early (V-10).
    """
    competition = _evaluated(reference, viewer)
    return RankingView(
        reference=reference,
        title=competition.title,
        state=State(competition.state),
        commitment=competition.method_commitment,
        tie_rule=competition.tie_rule,
        lots=tuple(_lot_ranking(competition, result) for result in _results(competition)),
        is_officer=_is_officer(competition, viewer),
    )


def award(reference: str, viewer: Viewer, *, at: datetime) -> AwardView:
    """The award as drafted or made.

    Raises:
        Conflict: not evaluated. Forbidden: not on the team, or not impartial.
    """
    competition = _evaluated(reference, viewer)
    days = standstill_days(competition)
    letters = AwardLetter.objects.filter(competition=competition).select_related("supplier")
    return AwardView(
        reference=reference,
        title=competition.title,
        state=State(competition.state),
        tie_rule=competition.tie_rule,
        lots=tuple(_draft(competition, result) for result in _results(competition)),
        letters=tuple(_letter(letter) for letter in letters.order_by("id")),
        standstill_days=days,
        standstill_required=standstill_duty(competition).required,
        ends_if_sent_today=standstill_end(legal_day(at), days) if days else None,
        is_officer=_is_officer(competition, viewer),
    )


def standstill(reference: str, viewer: Viewer, *, at: datetime) -> StandstillView:
    """Standstill and signing, for the team and for people of a winner.

    Raises:
        NotFound: no such case for this viewer. Conflict: the letters have not been sent.
    """
    competition, party = _party(reference, viewer)
    results = [result for result in _results(competition) if result.winner is not None]
    sent = next((result for result in _results(competition) if result.letters_sent_at), None)
    if sent is None or sent.letters_sent_at is None or sent.standstill_ends is None:
        raise Conflict(NO_RESULT.at("award", reference=reference))
    if party == "supplier":
        assert isinstance(viewer, Actor)
        results = [one for one in results if _supplier_of(one) == viewer.organisation]
    suspensions = Suspension.objects.filter(competition=competition).order_by("registered_at")
    suspended = any(one.lifted_at is None for one in suspensions)
    days, day = standstill_days(competition), legal_day(sent.letters_sent_at)
    return StandstillView(
        reference=reference,
        title=competition.title,
        state=State(competition.state),
        sent_at=sent.letters_sent_at,
        ends=sent.standstill_ends,
        earliest=earliest_signing_day(day, days),
        lots=tuple(
            _contract(competition, result, viewer, party, at=at, suspended=suspended)
            for result in results
        ),
        suspensions=tuple(
            SuspensionView(
                reason=one.reason if party == "buyer" else "",
                registered_at=one.registered_at,
                lifted_at=one.lifted_at,
                lifted_reason=one.lifted_reason if party == "buyer" else "",
            )
            for one in suspensions
        ),
        is_suspended=suspended,
        is_officer=_is_officer(competition, viewer),
        party=party,
    )


def protocol_of(reference: str, viewer: Viewer, *, at: datetime) -> Paper:
    """The protocol as it stands, for the team; after opening only for the impartial.

    Raises:
        Forbidden: not on the team, not impartial, or an evaluator too early (V-10).
    """
    competition = seen(reference, viewer)
    if competition.opened_at is not None:
        opened_for(reference, viewer)
        if not may_see_prices(competition, viewer):
            raise Forbidden(PRICES_HIDDEN.at("protocol"))
    return protocol(competition, at=at)


def kept_protocol(reference: str, viewer: Viewer) -> str | None:
    """SHA-256 of the protocol that was kept when the last contract was signed, if it was."""
    competition = seen(reference, viewer)
    kept = KeptDocument.objects.filter(
        competition=competition, kind=KeptDocument.Kind.PROTOCOL
    ).order_by("-made_at")
    found = kept.first()
    return found.stored_id if found else None


def award_result(reference: str, viewer: Viewer) -> AwardResult | None:
    """The public result, from the moment the letters are sent; None before."""
    del viewer
    competition = _with_result(reference)
    if competition is None:
        return None
    results = [result for result in _results(competition) if result.letters_sent_at is not None]
    first = results[0]
    assert first.letters_sent_at is not None
    assert first.standstill_ends is not None
    return AwardResult(
        reference=reference,
        state=State(competition.state),
        sent_at=first.letters_sent_at,
        standstill_ends=first.standstill_ends,
        tenders=OpenedTender.objects.filter(competition=competition).count(),
        lots=tuple(_lot_award(result) for result in results),
        commitment=competition.method_commitment,
    )


def recomputation_file(reference: str, lot: str, viewer: Viewer) -> bytes:
    """The public file of a lot, from which `anskaff award recompute` gives the same ranking.

    Raises:
        NotFound: no such lot with a published result.
    """
    del viewer
    competition = _with_result(reference)
    results = _results(competition) if competition else ()
    found = next((result for result in results if result.lot.key == lot), None)
    if competition is None or found is None:
        raise NotFound(NO_RESULT.at("award", reference=reference))
    names = {
        str(number): name
        for number, name in OpenedTender.objects.filter(
            competition=competition, rejected_at=None
        ).values_list("number", "supplier__name")
    }
    file = {
        **found.evaluation["file"],
        "suppliers": names,
        "winner": str(found.winner.number) if found.winner else None,
        "tie_broken_by": found.tie_broken_by,
    }
    return json.dumps(file, ensure_ascii=False, indent=2).encode()


def _evaluated(reference: str, viewer: Viewer) -> Competition:
    competition = opened_for(reference, viewer)
    if not may_see_prices(competition, viewer):
        raise Forbidden(PRICES_HIDDEN.at("evaluation"))
    if competition.evaluated_at is None:
        raise Conflict(NOT_EVALUATED.at("evaluation"))
    return competition


def _results(competition: Competition) -> tuple[LotResult, ...]:
    return tuple(
        LotResult.objects.filter(lot__competition=competition)
        .select_related("lot", "winner__supplier", "buyer_signed_by", "supplier_signed_by")
        .order_by("lot__position")
    )


def _with_result(reference: str) -> Competition | None:
    return Competition.objects.filter(
        case__reference=reference, state__in=[State.AWARDED, State.SIGNED]
    ).first()


def _is_officer(competition: Competition, viewer: Viewer) -> bool:
    return TeamRole.PROCUREMENT_OFFICER in team_roles(competition.case, viewer)


def _lot_ranking(competition: Competition, result: LotResult) -> LotRanking:
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


def _draft(competition: Competition, result: LotResult) -> LotDraft:
    shown = _lot_ranking(competition, result)
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


def _party(reference: str, viewer: Viewer) -> tuple[Competition, str]:
    """The competition and on which side the viewer stands.

    Raises:
        NotFound: on neither.
    """
    competition = (
        Competition.objects.select_related("case__buyer").filter(case__reference=reference).first()
    )
    if competition is not None and isinstance(viewer, Actor):
        if viewer.organisation == competition.case.buyer_id:
            return seen(reference, viewer), "buyer"
        won = LotResult.objects.filter(
            lot__competition=competition,
            letters_sent_at__isnull=False,
            winner__supplier=viewer.organisation,
        )
        if won.exists():
            return competition, "supplier"
    raise NotFound(NO_RESULT.at("award", reference=reference[:20]))


def _contract(
    competition: Competition,
    result: LotResult,
    viewer: Viewer,
    party: str,
    *,
    at: datetime,
    suspended: bool,
) -> LotContract:
    sent = sent_on(result)
    assert sent is not None
    assert result.winner is not None
    assert result.value_nok is not None
    stops = check_signing(at, sent_on=sent, days=standstill_days(competition), suspended=suspended)
    own = result.buyer_signed_at if party == "buyer" else result.supplier_signed_at
    signs = (
        _is_officer(competition, viewer)
        if party == "buyer"
        else isinstance(viewer, Actor) and viewer.role is Role.SIGNATORY
    )
    return LotContract(
        key=result.lot.key,
        title=result.lot.title,
        winner=result.winner.supplier.name,
        value_nok=result.value_nok,
        buyer=Signature(
            name=result.buyer_signed_by.name if result.buyer_signed_by else "",
            at=result.buyer_signed_at,
        ),
        supplier=Signature(
            name=result.supplier_signed_by.name if result.supplier_signed_by else "",
            at=result.supplier_signed_at,
        ),
        stops=stops,
        may_sign=signs and own is None and competition.state == State.AWARDED,
    )


def _supplier_of(result: LotResult) -> int:
    return result.winner.supplier_id if result.winner else 0


def _lot_award(result: LotResult) -> LotAward:
    signed = (result.buyer_signed_at, result.supplier_signed_at)
    both = [at for at in signed if at is not None]
    winner = result.winner
    return LotAward(
        key=result.lot.key,
        title=result.lot.title,
        winner=winner.supplier.name if winner else None,
        winner_number=winner.supplier.number if winner else None,
        value_nok=result.value_nok,
        reason=result.reason,
        tenders=len(result.evaluation["file"]["tenders"]),
        signed_at=max(both) if len(both) == len(signed) else None,
    )
