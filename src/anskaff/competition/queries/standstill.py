"""Reads: standstill, suspensions and signatures, for the buyer's team and for the winners."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from anskaff.competition.case_team import is_officer, seen
from anskaff.competition.lot_results import results_of
from anskaff.competition.models import Competition, LotResult, Suspension
from anskaff.competition.queries.published_results import NO_RESULT
from anskaff.competition.standstill_of import sent_on, standstill_days
from anskaff.competition.states import State
from anskaff.concepts.actor import Actor, Role, Viewer
from anskaff.concepts.days import legal_day
from anskaff.concepts.errors import Conflict, NotFound
from anskaff.concepts.finding import Finding
from anskaff.law.standstill import check_signing, earliest_signing_day


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


def standstill(reference: str, viewer: Viewer, *, at: datetime) -> StandstillView:
    """Standstill and signing, for the team and for people of a winner.

    Raises:
        NotFound: no such case for this viewer. Conflict: the letters have not been sent.
    """
    competition, party = _party(reference, viewer)
    results = [result for result in results_of(competition) if result.winner is not None]
    sent = next((result for result in results_of(competition) if result.letters_sent_at), None)
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
        is_officer=is_officer(competition, viewer),
        party=party,
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
        is_officer(competition, viewer)
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
