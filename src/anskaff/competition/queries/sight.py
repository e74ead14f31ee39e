"""What a viewer of the buyer's side may see of a case's history."""

from dataclasses import dataclass

from anskaff.competition.access import seen_competition
from anskaff.competition.models import OpenedTender
from anskaff.concepts.actor import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSight:
    """A case's title, and the organisations whose tenders have been opened; none before opening."""

    reference: str
    title: str
    opened: frozenset[int]


def case_sight(reference: str, viewer: Viewer) -> CaseSight:
    """The case as its history page needs it.

    Raises:
        NotFound: there is no such case, or the viewer may not know of it.
    """
    competition = seen_competition(reference, viewer)
    suppliers = OpenedTender.objects.filter(competition=competition).values_list("supplier")
    return CaseSight(
        reference=reference,
        title=competition.title,
        opened=frozenset(supplier for (supplier,) in suppliers),
    )
