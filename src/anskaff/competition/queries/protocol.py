"""Reads: the protocol as it stands, and the one that was kept."""

from datetime import datetime

from anskaff.competition.case_team import seen
from anskaff.competition.models import KeptDocument
from anskaff.competition.paper import Paper
from anskaff.competition.protocol import protocol
from anskaff.competition.queries.opening import may_see_prices, opened_for
from anskaff.competition.queries.ranking import PRICES_HIDDEN
from anskaff.concepts.actor import Viewer
from anskaff.concepts.errors import Forbidden


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
