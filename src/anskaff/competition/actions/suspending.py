"""Deeds: stop signing while a court looks at the award, and let it go on."""

from datetime import datetime

from anskaff.competition import states
from anskaff.competition.case_team import locked
from anskaff.competition.lot_results import results_of
from anskaff.competition.models import Suspension
from anskaff.competition.reasons import require_reason
from anskaff.competition.standstill_of import is_suspended
from anskaff.competition.supplier_notices import SUSPENDED, tell_suppliers
from anskaff.concepts.actor import Actor, TeamRole
from anskaff.concepts.errors import Conflict
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.records.deeds import deed, record

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
    require_reason(reason)
    if is_suspended(competition):
        raise Conflict(ALREADY_SUSPENDED.at("suspension"))
    Suspension.objects.create(competition=competition, reason=reason.strip(), registered_at=at)
    winners = (
        results_of(competition).exclude(winner=None).values_list("winner__supplier", flat=True)
    )
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
    require_reason(reason)
    if not is_suspended(competition):
        raise Conflict(NOT_SUSPENDED.at("suspension"))
    Suspension.objects.filter(competition=competition, lifted_at=None).update(
        lifted_at=at, lifted_reason=reason.strip()
    )
    record(reference, {"reason": reason.strip()}, audience=by.organisation)


DEEDS = (register_suspension, lift_suspension)
