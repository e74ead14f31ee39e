"""Deeds: decision, letters, standstill, reversal, suspension and the two signatures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db.models import QuerySet

from anskaff.competition import states
from anskaff.competition.access import NO_SUCH_CASE
from anskaff.competition.case_team import locked, require_impartial, require_task
from anskaff.competition.cells import bidders_for, valid_tenders
from anskaff.competition.evaluation import evaluation_of, require_same_method
from anskaff.competition.letters import award_letter, outcomes_of
from anskaff.competition.models import (
    AwardLetter,
    Competition,
    KeptDocument,
    LotResult,
    OpenedTender,
    Suspension,
    TenderVersion,
)
from anskaff.competition.opened_answers import price_of
from anskaff.competition.paper import Paper, PaperJson, written
from anskaff.competition.protocol import protocol
from anskaff.competition.standstill_of import sent_on, standstill_days, standstill_duty
from anskaff.competition.states import State
from anskaff.competition.supplier_notices import (
    AWARDED,
    REVERSED,
    SIGNED,
    SUSPENDED,
    tell_suppliers,
    tell_team,
)
from anskaff.concepts.actor import Actor, Role, TeamRole
from anskaff.concepts.days import end_of_day, legal_day
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound, errors_in
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.law import award_letter as law_letter
from anskaff.law import standstill
from anskaff.records import files
from anskaff.records.deeds import deed, record
from anskaff.records.log import Fact

PDF = "application/pdf"
Printer = Callable[[Mapping[str, PaperJson], str, date], bytes]
"""Makes a PDF of a written paper, in a language, dated a day; the door hands it in."""

DECISION_MISSING = FindingKind(
    code="lot-decision-missing",
    text=Words(
        nb="{lot} mangler en beslutning.",
        nn="{lot} manglar ei avgjerd.",
        en="{lot} has no decision.",
    ),
    cure=Words(
        nb="Skriv begrunnelsen for alle deler.",
        nn="Skriv grunngivinga for alle delar.",
        en="Write the reasons for every lot.",
    ),
)
REASON_MISSING = FindingKind(
    code="award-reason-missing",
    text=Words(
        nb="Valget i {lot} mangler begrunnelse.",
        nn="Valet i {lot} manglar grunngiving.",
        en="The choice in {lot} has no reason.",
    ),
    cure=Words(
        nb="Skriv kort hvorfor tilbudet er best, eller hvorfor ingen er valgt.",
        nn="Skriv kort kvifor tilbodet er best, eller kvifor ingen er vald.",
        en="Write briefly why the tender is best, or why nobody is chosen.",
    ),
    source="FOA §§ 10-1, 25-1",
)
TIE_UNBROKEN = FindingKind(
    code="tie-not-broken",
    text=Words(
        nb="I {lot} deler tilbudene {tenders} førsteplassen.",
        nn="I {lot} deler tilboda {tenders} førsteplassen.",
        en="In {lot} the tenders {tenders} share first place.",
    ),
    cure=Words(
        nb="Velg etter regelen i konkurransegrunnlaget, og skriv hvordan det ble gjort: {rule}",
        nn="Vel etter regelen i konkurransegrunnlaget, og skriv korleis det vart gjort: {rule}",
        en="Choose by the rule in the documents, and write how it was done: {rule}",
    ),
)
NOT_FIRST = FindingKind(
    code="winner-not-first",
    text=Words(
        nb="Tilbud {tender} er ikke rangert først i {lot}.",
        nn="Tilbod {tender} er ikkje rangert først i {lot}.",
        en="Tender {tender} is not ranked first in {lot}.",
    ),
    cure=Words(
        nb="Velg et tilbud som er rangert først.",
        nn="Vel eit tilbod som er rangert først.",
        en="Choose a tender that is ranked first.",
    ),
    source="FOA §§ 10-1, 18-1",
)
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
ACT_UNEXPLAINED = FindingKind(
    code="award-act-unexplained",
    text=Words(
        nb="Begrunnelsen mangler.",
        nn="Grunngivinga manglar.",
        en="The reason is missing.",
    ),
    cure=Words(
        nb="Skriv en kort begrunnelse; den føres i protokollen.",
        nn="Skriv ei kort grunngiving; ho blir ført i protokollen.",
        en="Write a short reason; it goes into the protocol.",
    ),
)
ALREADY_SUSPENDED = FindingKind(
    code="signing-already-suspended",
    text=Words(
        nb="Signeringen er alt stanset.",
        nn="Signeringa er alt stansa.",
        en="Signing is already suspended.",
    ),
    cure=Words(
        nb="Registrer avgjørelsen fra tingretten når den kommer.",
        nn="Registrer avgjerda frå tingretten når ho kjem.",
        en="Register the decision of the court when it comes.",
    ),
)
NOT_SUSPENDED = FindingKind(
    code="signing-not-suspended",
    text=Words(
        nb="Signeringen er ikke stanset.",
        nn="Signeringa er ikkje stansa.",
        en="Signing is not suspended.",
    ),
    cure=Words(nb="Last siden på nytt.", nn="Last sida på nytt.", en="Reload the page."),
)
NO_SUCH_LOT = FindingKind(
    code="lot-without-contract",
    text=Words(
        nb="Det er ingen kontrakt å signere i {lot}.",
        nn="Det er ingen kontrakt å signere i {lot}.",
        en="There is no contract to sign in {lot}.",
    ),
    cure=Words(nb="Last siden på nytt.", nn="Last sida på nytt.", en="Reload the page."),
)
ALREADY_SIGNED = FindingKind(
    code="contract-already-signed",
    text=Words(
        nb="Parten din har alt signert kontrakten for {lot}.",
        nn="Parten din har alt signert kontrakten for {lot}.",
        en="Your party has already signed the contract for {lot}.",
    ),
    cure=Words(
        nb="Avtalen er inngått når også den andre parten har signert.",
        nn="Avtalen er inngått når den andre parten òg har signert.",
        en="The contract is concluded when the other party has signed too.",
    ),
)
ONLY_SIGNATORIES = FindingKind(
    code="only-signatories",
    text=Words(
        nb="Bare en signaturberettiget hos den valgte leverandøren kan signere for den.",
        nn="Berre ein signaturberettiga hos den valde leverandøren kan signere for han.",
        en="Only a signatory of the chosen supplier can sign for it.",
    ),
    cure=Words(
        nb="Bytt til rollen signatur, eller be den som har den.",
        nn="Byt til rolla signatur, eller be den som har henne.",
        en="Switch to the role of signatory, or ask someone who has it.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LotDecision:
    """What is decided in one lot.

    `advantages` gives, by criterion key, the features and relative advantages of the winning
    tender. `tender` and `tie_broken_by` are needed only when several share first place.
    """

    lot: str
    reason: str
    advantages: Mapping[str, str] = field(default_factory=dict)
    tender: int | None = None
    tie_broken_by: str = ""


@deed(
    "competition.award_decided",
    nb="Laget utkast til beslutning om tildeling.",
    nn="Laga utkast til avgjerd om tildeling.",
    en="Drafted the award decision.",
)
def decide_award(
    reference: str, decisions: Sequence[LotDecision], *, by: Actor, at: datetime
) -> None:
    """Draft the decision of every lot and a letter to every tenderer (W-1); nobody is told yet.

    Raises:
        Invalid: a lot lacks a decision, a reason, an advantage, or the breaking of a tie.
    """
    competition = locked(reference, by, TeamRole.PROCUREMENT_OFFICER)
    require_impartial(competition, by)
    states.require(competition.state, "award")
    require_same_method(competition)
    by_lot = {decision.lot: decision for decision in decisions}
    findings: list[Finding] = []
    winners: dict[str, Fact] = {}
    for outcome in outcomes_of(competition):
        lot = outcome.result.lot
        decision = by_lot.get(lot.key)
        if decision is None:
            findings.append(DECISION_MISSING.at(lot.key, lot=lot.title))
            continue
        winner, wrong = _winner(competition, outcome.result, decision)
        findings += wrong
        if winner is not None:
            findings += _wrong_letter(competition, outcome.result, winner, decision)
        _keep_decision(outcome.result, decision, winner, at)
        winners[lot.key] = winner.number if winner else None
    if findings:
        raise Invalid(*findings)
    _draft_letters(competition, legal_day(at))
    record(reference, {"winners": winners}, audience=by.organisation)


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
    results = list(_results(competition))
    if not results or any(result.decided_at is None for result in results):
        raise Conflict(NOT_DECIDED.at("award"))
    days = standstill_days(competition)
    today = legal_day(at)
    findings = standstill.check(standstill_duty(competition), days)
    if errors_in(findings):
        raise Invalid(*errors_in(findings))
    letters = _draft_letters(competition, today)
    if not letters:
        raise Conflict(NO_ONE_TO_TELL.at("award"))
    ends = end_of_day(standstill.standstill_end(today, days)) if days else at
    _results(competition).update(letters_sent_at=at, standstill_ends=ends)
    for letter in letters:
        letter.pdf = files.store(
            [printer(letter.content, letter.language, today)], media_type=PDF, at=at
        )
        letter.sent_at = at
        letter.save(update_fields=["pdf", "sent_at"])
        KeptDocument.objects.create(
            competition=competition,
            kind=KeptDocument.Kind.LETTER,
            language=letter.language,
            stored=letter.pdf,
            made_at=at,
        )
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
    _require_reason(reason)
    signatures = max((_signatures(result) for result in _results(competition)), default=0)
    too_late = law_letter.check_reversal(signatures)
    if too_late:
        raise Conflict(*too_late)
    told = list(AwardLetter.objects.filter(competition=competition).values_list("supplier_id"))
    AwardLetter.objects.filter(competition=competition).delete()
    _results(competition).update(
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


@deed(
    "competition.suspension_registered",
    nb="Registrerte begjæring om midlertidig forføyning.",
    nn="Registrerte krav om mellombels åtgjerd.",
    en="Registered a request for an injunction.",
)
def register_suspension(reference: str, *, reason: str, by: Actor, at: datetime) -> None:
    """Stop signing because a request for an injunction has been served (W-4).

    Raises:
        Conflict: stopped already. Invalid: no reason.
    """
    competition = locked(reference, by, TeamRole.PROCUREMENT_OFFICER)
    states.require(competition.state, "suspend")
    _require_reason(reason)
    if _is_suspended(competition):
        raise Conflict(ALREADY_SUSPENDED.at("suspension"))
    Suspension.objects.create(competition=competition, reason=reason.strip(), registered_at=at)
    winners = _results(competition).exclude(winner=None).values_list("winner__supplier", flat=True)
    tell_suppliers(competition, winners, SUSPENDED, at=at)
    record(reference, {"reason": reason.strip()}, audience=by.organisation)


@deed(
    "competition.suspension_lifted",
    nb="Opphevet stansen i signeringen.",
    nn="Oppheva stansen i signeringa.",
    en="Lifted the suspension of signing.",
)
def lift_suspension(reference: str, *, reason: str, by: Actor, at: datetime) -> None:
    """Let signing go on, since the court has decided or the request was withdrawn.

    Raises:
        Conflict: nothing is stopped. Invalid: no reason.
    """
    competition = locked(reference, by, TeamRole.PROCUREMENT_OFFICER)
    states.require(competition.state, "suspend")
    _require_reason(reason)
    if not _is_suspended(competition):
        raise Conflict(NOT_SUSPENDED.at("suspension"))
    Suspension.objects.filter(competition=competition, lifted_at=None).update(
        lifted_at=at, lifted_reason=reason.strip()
    )
    record(reference, {"reason": reason.strip()}, audience=by.organisation)


@deed(
    "competition.contract_signed",
    nb="Signerte kontrakten for {lot} ({party}).",
    nn="Signerte kontrakten for {lot} ({party}).",
    en="Signed the contract for {lot} ({party}).",
)
def sign_contract(reference: str, lot: str, *, printer: Printer, by: Actor, at: datetime) -> None:
    """Sign the contract of a lot, for the buyer or for the winner; both together conclude it.

    When every contract is concluded, the protocol is printed and kept.

    Raises:
        Forbidden: neither the procurement officer nor a signatory of the winner.
        Conflict: within the standstill, suspended, or signed already.
    """
    competition = _for_signing(reference)
    result = _results(competition).filter(lot__key=lot).select_for_update(of=("self",)).first()
    party = _party(competition, result, by)
    states.require(competition.state, "sign")
    if result is None or result.winner is None:
        raise NotFound(NO_SUCH_LOT.at("lot", lot=lot))
    sent = sent_on(result)
    assert sent is not None
    findings = standstill.check_signing(
        at,
        sent_on=sent,
        days=standstill_days(competition),
        suspended=_is_suspended(competition),
    )
    if findings:
        raise Conflict(*findings)
    if getattr(result, f"{party}_signed_at") is not None:
        raise Conflict(ALREADY_SIGNED.at("lot", lot=lot))
    setattr(result, f"{party}_signed_at", at)
    setattr(result, f"{party}_signed_by_id", by.person)
    result.save(update_fields=[f"{party}_signed_at", f"{party}_signed_by"])
    concluded = _signatures(result) == law_letter.BOTH_PARTIES
    if concluded:
        tell_suppliers(competition, [result.winner.supplier_id], SIGNED, at=at)
    awaited = [each for each in _results(competition) if each.winner_id]
    if all(_signatures(each) == law_letter.BOTH_PARTIES for each in awaited):
        competition.state = State.SIGNED
        competition.signed_at = at
        competition.save(update_fields=["state", "signed_at"])
        _keep_protocol(competition, printer, at)
        tell_team(competition, SIGNED, at=at)
    record(
        reference,
        {"lot": lot, "party": party},
        public={"lot": lot, "concluded": True} if concluded else None,
        audience=competition.case.buyer_id,
    )


def _winner(
    competition: Competition, result: LotResult, decision: LotDecision
) -> tuple[OpenedTender | None, list[Finding]]:
    """The tender that wins the lot, or why none can be named."""
    lot = result.lot
    findings = []
    if not decision.reason.strip():
        findings.append(REASON_MISSING.at(f"{lot.key}.reason", lot=lot.title))
    bidders = {str(one.number): one for one in bidders_for(lot, valid_tenders(competition))}
    first = evaluation_of(result).first
    if not first:
        return None, findings
    if len(first) == 1:
        chosen = first[0]
        if decision.tender is not None and str(decision.tender) != chosen:
            wrong = NOT_FIRST.at(f"{lot.key}.tender", tender=decision.tender, lot=lot.title)
            findings.append(wrong)
        return bidders[chosen], findings
    chosen = str(decision.tender)
    if chosen not in first or not decision.tie_broken_by.strip():
        tenders = ", ".join(first)
        rule = competition.tie_rule
        where = f"{lot.key}.tie_broken_by"
        findings.append(TIE_UNBROKEN.at(where, lot=lot.title, tenders=tenders, rule=rule))
        return None, findings
    return bidders[chosen], findings


def _wrong_letter(
    competition: Competition, result: LotResult, winner: OpenedTender, decision: LotDecision
) -> list[Finding]:
    """What the law misses in the letters about this lot."""
    affected = frozenset(
        str(number)
        for number in OpenedTender.objects.filter(competition=competition).values_list(
            "number", flat=True
        )
    )
    letter = law_letter.AwardLetter(
        affected=affected,
        recipients=affected,
        winner=winner.supplier.name,
        criteria=tuple(_criteria_keys(result)),
        advantages=decision.advantages,
        standstill_stated=standstill_days(competition) > 0,
        standstill_required=standstill_duty(competition).required,
    )
    return [
        Finding(kind=each.kind, where=f"{result.lot.key}.{each.where}", facts=each.facts)
        for each in errors_in(law_letter.check(letter))
    ]


def _criteria_keys(result: LotResult) -> Sequence[str]:
    return [str(key) for key in result.evaluation["file"]["criteria"]]


def _keep_decision(
    result: LotResult, decision: LotDecision, winner: OpenedTender | None, at: datetime
) -> None:
    result.winner = winner
    result.reason = decision.reason.strip()
    result.advantages = {key: text.strip() for key, text in decision.advantages.items()}
    tied = evaluation_of(result).is_tied
    result.tie_broken_by = decision.tie_broken_by.strip() if tied else ""
    result.value_nok = price_of(winner, result.lot).rounded_half_up().amount if winner else None
    result.decided_at = at
    result.save()


def _draft_letters(competition: Competition, on: date) -> list[AwardLetter]:
    """Write every tenderer's letter as if sent on that day, and keep it as the draft."""
    outcomes = outcomes_of(competition)
    tenders = OpenedTender.objects.filter(competition=competition).select_related("supplier")
    letters = []
    for tender in tenders:
        language = _language_of(tender)
        paper = award_letter(competition, tender, outcomes, sent_on=on)
        letter, _ = AwardLetter.objects.update_or_create(
            competition=competition,
            supplier=tender.supplier,
            defaults={"language": language, "content": written(paper, language)},
        )
        letters.append(letter)
    return letters


def _language_of(tender: OpenedTender) -> str:
    """The language of the person who delivered the tender."""
    found: str = TenderVersion.objects.values_list("delivered_by__language", flat=True).get(
        pk=tender.version_id
    )
    return found


def _results(competition: Competition) -> QuerySet[LotResult]:
    return (
        LotResult.objects.filter(lot__competition=competition)
        .select_related("lot", "winner__supplier")
        .order_by("lot__position")
    )


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


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise Invalid(ACT_UNEXPLAINED.at("reason"))


def _is_suspended(competition: Competition) -> bool:
    return Suspension.objects.filter(competition=competition, lifted_at=None).exists()


def _signatures(result: LotResult) -> int:
    return sum(at is not None for at in (result.buyer_signed_at, result.supplier_signed_at))


def _for_signing(reference: str) -> Competition:
    """The locked competition; who may sign is asked afterwards."""
    competition: Competition | None = (
        Competition.objects.select_for_update(of=("self",))
        .select_related("case__buyer")
        .filter(case__reference=reference, published_at__isnull=False)
        .first()
    )
    if competition is None:
        raise NotFound(NO_SUCH_CASE.at("reference", reference=reference))
    return competition


def _party(competition: Competition, result: LotResult | None, by: Actor) -> str:
    """Whom the actor signs for: `buyer` or `supplier`.

    Raises:
        Forbidden: for neither.
    """
    if by.organisation == competition.case.buyer_id:
        require_task(competition, by, TeamRole.PROCUREMENT_OFFICER)
        return "buyer"
    winner = result.winner if result and result.letters_sent_at else None
    if winner is None or winner.supplier_id != by.organisation or by.role is not Role.SIGNATORY:
        raise Forbidden(ONLY_SIGNATORIES.at("role"))
    return "supplier"


def _keep_protocol(competition: Competition, printer: Printer, at: datetime) -> None:
    """Print the protocol in the language of the case, and keep it as it is now."""
    language = competition.language
    paper: Paper = protocol(competition, at=at)
    stored = files.store(
        [printer(written(paper, language), language, legal_day(at))], media_type=PDF, at=at
    )
    KeptDocument.objects.create(
        competition=competition,
        kind=KeptDocument.Kind.PROTOCOL,
        language=language,
        stored=stored,
        made_at=at,
    )


DEEDS = (
    decide_award,
    send_award_letters,
    reverse_award,
    register_suspension,
    lift_suspension,
    sign_contract,
)
