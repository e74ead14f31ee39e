"""How the public sees a notice: in which phase it is, in words."""

from datetime import datetime
from enum import StrEnum

from anskaff.concepts.notice import NoticeForm
from anskaff.concepts.words import Words
from anskaff.notices.models import Notice


class Phase(StrEnum):
    """Where the procedure that a notice tells of is."""

    OPEN = "open"
    PLANNING = "planning"
    CLOSED = "closed"
    RESULT = "result"
    CANCELLED = "cancelled"


PHASE_WORDS = {
    Phase.OPEN: Words(nb="Åpen konkurranse", nn="Open konkurranse", en="Open competition"),
    Phase.PLANNING: Words(nb="Planlegging", nn="Planlegging", en="Planning"),
    Phase.CLOSED: Words(nb="Fristen er ute", nn="Fristen er ute", en="Deadline has passed"),
    Phase.RESULT: Words(nb="Resultat og endring", nn="Resultat og endring", en="Result or change"),
    Phase.CANCELLED: Words(nb="Avlyst", nn="Avlyst", en="Cancelled"),
}
PLANNING = (NoticeForm.PLANNING.value, NoticeForm.CONSULTATION.value)


def phase_of(row: Notice, at: datetime) -> Phase:
    """The phase at an instant."""
    if row.cancelled:
        return Phase.CANCELLED
    if row.form == NoticeForm.COMPETITION:
        still = row.open_until is not None and row.open_until >= at
        return Phase.OPEN if still else Phase.CLOSED
    return Phase.PLANNING if row.form in PLANNING else Phase.RESULT
