"""Who is told of changes: organisations that showed interest or began a tender, each on its own.

Nobody sees the list, and nothing about it is recorded: it would tell who tenders (FOA § 22-3).
"""

from collections.abc import Mapping
from datetime import datetime

from anskaff.competition.models import Competition
from anskaff.concepts.actor import SUPPLIER_ROLES
from anskaff.parties import queries as parties
from anskaff.records.notices import MessageKind, notify


def tell_followers(
    competition: Competition, kind: MessageKind, facts: Mapping[str, str], at: datetime
) -> None:
    """Put a message in the inbox of the people of every organisation that follows."""
    following = {
        *competition.interested.values_list("organisation", flat=True),
        *competition.tenders.values_list("supplier", flat=True),
    }
    notify(
        parties.recipients(sorted(parties.people_in(following, SUPPLIER_ROLES))),
        kind,
        subject=competition.case.reference,
        path=f"/konkurranser/{competition.case.reference.replace('/', '-')}/",
        facts={**facts, "title": competition.title, "reference": competition.case.reference},
        at=at,
    )
