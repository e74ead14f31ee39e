"""Deeds: send the award letters and start the standstill, or take the award back."""

from datetime import datetime
from decimal import Decimal

from anskaff.competition import states
from anskaff.competition.case_team import locked, require_impartial
from anskaff.competition.drafted_letters import draft_letters
from anskaff.competition.kept_papers import Printer, keep_printed
from anskaff.competition.lot_results import results_of, signatures_of
from anskaff.competition.models import AwardLetter, KeptDocument, LotResult, OpenedTender
from anskaff.competition.reasons import require_reason
from anskaff.competition.standstill_of import standstill_days, standstill_duty
from anskaff.competition.states import State
from anskaff.competition.supplier_notices import AWARDED, REVERSED, tell_suppliers
from anskaff.concepts.actor import Actor, TeamRole
from anskaff.concepts.days import end_of_day, legal_day
from anskaff.concepts.errors import Conflict, Invalid, errors_in
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.law import award_letter as law_letter
from anskaff.law import standstill
from anskaff.records.deeds import deed, record
from anskaff.records.log import Fact

NOT_DECIDED = FindingKind(
    code="award-not-decided",
    text=Words(
        nb="Det er ikke tatt en beslutning om tildeling.",
        nn="Det er ikkje teke ei avgjerd om tildeling.",
        en="No award decision has been made.",
    ),
    cure=Words(
        nb="Skriv utkastet til beslutning først.",
        nn="Skriv utkastet til avgjerd først.",
        en="Write the draft decision first.",
    ),
)
NO_ONE_TO_TELL = FindingKind(
    code="no-tender-to-award",
    text=Words(
        nb="Det kom ingen tilbud, så det er ingenting å tildele.",
        nn="Det kom ingen tilbod, så det er ingenting å tildele.",
        en="No tenders were received, so there is nothing to award.",
    ),
    cure=Words(
        nb="Avlys konkurransen med begrunnelse.",
        nn="Avlys konkurransen med grunngiving.",
        en="Cancel the competition with a reason.",
    ),
)


@deed(
    "competition.award_letters_sent",
    nb="Sendte meddelelse om valg av leverandør til {letters} tilbydere.",
    nn="Sende melding om val av leverandør til {letters} tilbydarar.",
    en="Sent the award letter to {letters} tenderers.",
)
def send_award_letters(reference: str, *, printer: Printer, by: Actor, at: datetime) -> None:
    """Send every letter at the same time, start the standstill, and make the result public.

    Raises:
        Conflict: nothing is decided. Invalid: the letters are not lawful (W-1, F-STAND).
    """
    competition = locked(reference, by, TeamRole.PROCUREMENT_OFFICER)
    require_impartial(competition, by)
    states.require(competition.state, "award")
    results = list(results_of(competition))
    if not results or any(result.decided_at is None for result in results):
        raise Conflict(NOT_DECIDED.at("award"))
    days = standstill_days(competition)
    today = legal_day(at)
    findings = standstill.check(standstill_duty(competition), days)
    if errors_in(findings):
        raise Invalid(*errors_in(findings))
    letters = draft_letters(competition, today)
    if not letters:
        raise Conflict(NO_ONE_TO_TELL.at("award"))
    ends = end_of_day(standstill.standstill_end(today, days)) if days else at
    results_of(competition).update(letters_sent_at=at, standstill_ends=ends)
    for letter in letters:
        letter.pdf = keep_printed(
            competition,
            KeptDocument.Kind.LETTER,
            letter.content,
            letter.language,
            printer=printer,
            at=at,
        ).stored
        letter.sent_at = at
        letter.save(update_fields=["pdf", "sent_at"])
    competition.state = State.AWARDED
    competition.awarded_at = at
    competition.save(update_fields=["state", "awarded_at"])
    tell_suppliers(competition, [letter.supplier_id for letter in letters], AWARDED, at=at)
    told: dict[str, Fact] = {
        "tenders": OpenedTender.objects.filter(competition=competition).count(),
        "standstill_ends": ends.isoformat(),
        "lots": [_public_result(result) for result in results],
    }
    facts = {"letters": len(letters), "standstill_days": days}
    record(reference, facts, public=told, audience=by.organisation)


@deed(
    "competition.award_reversed",
    nb="Omgjorde tildelingen: {reason}",
    nn="Gjorde om tildelinga: {reason}",
    en="Reversed the award: {reason}",
)
def reverse_award(reference: str, *, reason: str, by: Actor, at: datetime) -> None:
    """Take the decision back before any contract is concluded (W-3), and tell all who got letters.

    Raises:
        Conflict: both parties have signed a contract. Invalid: no reason.
    """
    competition = locked(reference, by, TeamRole.PROCUREMENT_OFFICER)
    require_impartial(competition, by)
    states.require(competition.state, "reverse_award")
    require_reason(reason)
    signatures = max((signatures_of(result) for result in results_of(competition)), default=0)
    too_late = law_letter.check_reversal(signatures)
    if too_late:
        raise Conflict(*too_late)
    told = list(AwardLetter.objects.filter(competition=competition).values_list("supplier_id"))
    AwardLetter.objects.filter(competition=competition).delete()
    results_of(competition).update(
        decided_at=None,
        letters_sent_at=None,
        standstill_ends=None,
        buyer_signed_at=None,
        buyer_signed_by=None,
        supplier_signed_at=None,
        supplier_signed_by=None,
    )
    competition.state = State.EVALUATED
    competition.awarded_at = None
    competition.save(update_fields=["state", "awarded_at"])
    tell_suppliers(competition, [supplier for (supplier,) in told], REVERSED, at=at)
    told_all = {"reversed": True}
    record(reference, {"reason": reason.strip()}, public=told_all, audience=by.organisation)


def _public_result(result: LotResult) -> dict[str, Fact]:
    """What anyone may know of a lot's award."""
    winner = result.winner
    return {
        "lot": result.lot.key,
        "winner": winner.supplier.name if winner else None,
        "winner_number": winner.supplier.number if winner else None,
        "value_nok": None if result.value_nok is None else _plain(result.value_nok),
    }


def _plain(amount: Decimal) -> str:
    return f"{amount:.2f}"


DEEDS = (send_award_letters, reverse_award)
