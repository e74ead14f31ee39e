"""Deed: sign the contract of a lot, for the buyer or for the winner."""

from datetime import datetime

from anskaff.competition import states
from anskaff.competition.access import NO_SUCH_CASE
from anskaff.competition.case_team import require_task
from anskaff.competition.kept_papers import Printer, keep_printed
from anskaff.competition.lot_results import results_of, signatures_of
from anskaff.competition.models import Competition, KeptDocument, LotResult
from anskaff.competition.paper import written
from anskaff.competition.protocol import protocol
from anskaff.competition.standstill_of import is_suspended, sent_on, standstill_days
from anskaff.competition.states import State
from anskaff.competition.supplier_notices import SIGNED, tell_suppliers, tell_team
from anskaff.concepts.actor import Actor, Role, TeamRole
from anskaff.concepts.errors import Conflict, Forbidden, NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.law import award_letter as law_letter
from anskaff.law import standstill
from anskaff.records.deeds import deed, record

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
    result = results_of(competition).filter(lot__key=lot).select_for_update(of=("self",)).first()
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
        suspended=is_suspended(competition),
    )
    if findings:
        raise Conflict(*findings)
    if getattr(result, f"{party}_signed_at") is not None:
        raise Conflict(ALREADY_SIGNED.at("lot", lot=lot))
    setattr(result, f"{party}_signed_at", at)
    setattr(result, f"{party}_signed_by_id", by.person)
    result.save(update_fields=[f"{party}_signed_at", f"{party}_signed_by"])
    concluded = signatures_of(result) == law_letter.BOTH_PARTIES
    if concluded:
        tell_suppliers(competition, [result.winner.supplier_id], SIGNED, at=at)
    awaited = [each for each in results_of(competition) if each.winner_id]
    if all(signatures_of(each) == law_letter.BOTH_PARTIES for each in awaited):
        competition.state = State.SIGNED
        competition.signed_at = at
        competition.save(update_fields=["state", "signed_at"])
        keep_printed(
            competition,
            KeptDocument.Kind.PROTOCOL,
            written(protocol(competition, at=at), competition.language),
            competition.language,
            printer=printer,
            at=at,
        )
        tell_team(competition, SIGNED, at=at)
    record(
        reference,
        {"lot": lot, "party": party},
        public={"lot": lot, "concluded": True} if concluded else None,
        audience=competition.case.buyer_id,
    )


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


DEEDS = (sign_contract,)
