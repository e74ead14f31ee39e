"""Deed: reject a tender on a ground of the regulation (X-2)."""

from datetime import datetime

from anskaff.competition import states
from anskaff.competition.case_team import locked, require_impartial
from anskaff.competition.models import Competition, LotResult, OpenedTender
from anskaff.competition.supplier_notices import REJECTED, tell_suppliers
from anskaff.concepts.actor import Actor, TeamRole
from anskaff.concepts.errors import Conflict, Invalid, NotFound, errors_in
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.law import rejection
from anskaff.records.deeds import deed, record

NO_SUCH_TENDER = FindingKind(
    code="opened-tender-not-found",
    text=Words(
        nb="Det er ikke noe tilbud nummer {number} i denne saken.",
        nn="Det er ikkje noko tilbod nummer {number} i denne saka.",
        en="There is no tender number {number} in this case.",
    ),
    cure=Words(
        nb="Last siden på nytt.",
        nn="Last sida på nytt.",
        en="Reload the page.",
    ),
)
ALREADY_REJECTED = FindingKind(
    code="tender-already-rejected",
    text=Words(
        nb="Tilbud {number} er alt avvist.",
        nn="Tilbod {number} er alt avvist.",
        en="Tender {number} is already rejected.",
    ),
    cure=Words(
        nb="Last siden på nytt.",
        nn="Last sida på nytt.",
        en="Reload the page.",
    ),
)
NO_SUCH_GROUND = FindingKind(
    code="rejection-ground-unknown",
    text=Words(
        nb="«{ground}» er ikke en avvisningsgrunn i denne delen av forskriften.",
        nn="«{ground}» er ikkje ein avvisingsgrunn i denne delen av forskrifta.",
        en="“{ground}” is not a ground for rejection in this part of the regulation.",
    ),
    cure=Words(
        nb="Velg en grunn fra listen.",
        nn="Vel ein grunn frå lista.",
        en="Choose a ground from the list.",
    ),
)


@deed(
    "competition.tender_rejected",
    nb="Avviste tilbud {tender} ({ground}).",
    nn="Avviste tilbod {tender} ({ground}).",
    en="Rejected tender {tender} ({ground}).",
)
def reject_tender(
    reference: str,
    tender: int,
    *,
    ground: str,
    reason: str,
    proportionality: str = "",
    by: Actor,
    at: datetime,
) -> tuple[Finding, ...]:
    """Reject a tender on a ground of the regulation, before prices are scored (X-2).

    The supplier is told at once. Returns warnings to show, such as the right to self-cleaning.

    Raises:
        NotFound: no such tender. Conflict: rejected already, or the prices are scored.
        Invalid: no such ground in this part, or no reason.
    """
    competition = locked(reference, by, TeamRole.PROCUREMENT_OFFICER)
    require_impartial(competition, by)
    states.require(competition.state, "reject_tender")
    rejected = _tender(competition, tender)
    if rejected.rejected_at is not None:
        raise Conflict(ALREADY_REJECTED.at("tender", number=tender))
    known = rejection.GROUNDS.get(ground)
    if known is None:
        raise Invalid(NO_SUCH_GROUND.at("ground", ground=ground))
    findings = rejection.check(known, reason=reason, proportionality=proportionality)
    if errors_in(findings):
        raise Invalid(*errors_in(findings))
    rejected.rejected_at = at
    rejected.rejection_ground = ground
    rejected.rejection_reason = "\n\n".join(
        text.strip() for text in (reason, proportionality) if text.strip()
    )
    rejected.save(update_fields=["rejected_at", "rejection_ground", "rejection_reason"])
    tell_suppliers(competition, [rejected.supplier_id], REJECTED, at=at)
    record(
        reference,
        {
            "tender": tender,
            "ground": ground,
            "reason": reason,
            "proportionality": proportionality,
            "after_price_scoring": LotResult.objects.filter(lot__competition=competition).exists(),
        },
        audience=by.organisation,
    )
    return findings


def _tender(competition: Competition, number: int) -> OpenedTender:
    found = OpenedTender.objects.filter(competition=competition, number=number).first()
    if found is None:
        raise NotFound(NO_SUCH_TENDER.at("tender", number=number))
    return found


DEEDS = (reject_tender,)
