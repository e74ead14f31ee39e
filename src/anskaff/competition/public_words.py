"""How the public sees a competition: in which phase it is, and what kind of contract, in words."""

from datetime import datetime
from enum import StrEnum

from anskaff.competition.models import Competition
from anskaff.competition.states import State
from anskaff.competition.supplier_access import takes_tenders
from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.words import Words


class Phase(StrEnum):
    """Where a competition is, as the public sees it."""

    OPEN = "open"
    DECIDING = "deciding"
    AWARDED = "awarded"
    CANCELLED = "cancelled"


PHASE_WORDS = {
    Phase.OPEN: Words(nb="Åpen for tilbud", nn="Open for tilbod", en="Open for tenders"),
    Phase.DECIDING: Words(nb="Til vurdering", nn="Til vurdering", en="Being decided"),
    Phase.AWARDED: Words(nb="Avgjort", nn="Avgjord", en="Decided"),
    Phase.CANCELLED: Words(nb="Avlyst", nn="Avlyst", en="Cancelled"),
}


KIND_WORDS = {
    ContractKind.GOODS: Words(nb="Varer", nn="Varer", en="Goods"),
    ContractKind.SERVICES: Words(nb="Tjenester", nn="Tenester", en="Services"),
    ContractKind.WORKS: Words(nb="Bygg og anlegg", nn="Bygg og anlegg", en="Works"),
    ContractKind.SPECIAL_SERVICES: Words(
        nb="Særlige tjenester", nn="Særlege tenester", en="Special services"
    ),
    ContractKind.HEALTH_SOCIAL: Words(
        nb="Helse- og sosialtjenester",
        nn="Helse- og sosialtenester",
        en="Health and social services",
    ),
}


DECIDED = (State.AWARDED.value, State.SIGNED.value)


DECIDING = (State.OPENED.value, State.EVALUATED.value)


def phase_of(row: Competition, at: datetime) -> Phase:
    """The phase at an instant."""
    if row.state == State.CANCELLED:
        return Phase.CANCELLED
    if row.state in DECIDED:
        return Phase.AWARDED
    return Phase.OPEN if takes_tenders(row, at) else Phase.DECIDING


def published_at(row: Competition) -> datetime:
    """When it was published; only for rows that are."""
    assert row.published_at is not None
    return row.published_at
