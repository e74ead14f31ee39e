"""Who may do what on the supplier's side, and until when."""

from datetime import datetime

from anskaff.competition import states
from anskaff.competition.models import Competition, Tender
from anskaff.competition.states import State
from anskaff.concepts.actor import SUPPLIER_ROLES, Actor, Viewer
from anskaff.concepts.days import OSLO
from anskaff.concepts.errors import Conflict, Forbidden, NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.parties import queries as parties

NO_SUCH_COMPETITION = FindingKind(
    code="competition-not-found",
    text=Words(
        nb="Vi finner ingen kunngjort konkurranse med referansen {reference}.",
        nn="Vi finn ingen kunngjord konkurranse med referansen {reference}.",
        en="We find no published competition with the reference {reference}.",
    ),
    cure=Words(
        nb="Kontroller referansen, eller søk etter konkurransen.",
        nn="Kontroller referansen, eller søk etter konkurransen.",
        en="Check the reference, or search for the competition.",
    ),
)
NO_SUCH_TENDER = FindingKind(
    code="tender-not-found",
    text=Words(
        nb="Virksomheten din har ikke et slikt tilbud.",
        nn="Verksemda di har ikkje eit slikt tilbod.",
        en="Your organisation has no such tender.",
    ),
    cure=Words(
        nb="Start et tilbud fra konkurransen, eller bytt til riktig virksomhet.",
        nn="Start eit tilbod frå konkurransen, eller byt til rett verksemd.",
        en="Start a tender from the competition, or switch to the right organisation.",
    ),
)
ONLY_SUPPLIERS = FindingKind(
    code="only-suppliers",
    text=Words(
        nb="Bare den som handler for en leverandør, kan gjøre dette.",
        nn="Berre den som handlar for ein leverandør, kan gjere dette.",
        en="Only someone who acts for a supplier can do this.",
    ),
    cure=Words(
        nb="Bytt til en rolle som tilbudsansvarlig, signatur eller administrator hos en "
        "leverandør.",
        nn="Byt til ei rolle som tilbodsansvarleg, signatur eller administrator hos ein "
        "leverandør.",
        en="Switch to a role as tender manager, signatory or administrator at a supplier.",
    ),
)
OWN_COMPETITION = FindingKind(
    code="buyer-cannot-tender",
    text=Words(
        nb="Virksomheten din er oppdragsgiver i denne konkurransen og kan ikke gi tilbud i den.",
        nn="Verksemda di er oppdragsgivar i denne konkurransen og kan ikkje gi tilbod i han.",
        en="Your organisation is the buyer in this competition and cannot tender in it.",
    ),
    cure=Words(
        nb="Bytt til en annen virksomhet hvis du handler for en leverandør.",
        nn="Byt til ei anna verksemd om du handlar for ein leverandør.",
        en="Switch to another organisation if you act for a supplier.",
    ),
)
DEADLINE_PASSED = FindingKind(
    code="tender-deadline-passed",
    text=Words(
        nb="Fristen var {deadline} (norsk tid). Serveren mottok forespørselen {received}. "
        "Derfor kan tilbudet ikke tas imot.",
        nn="Fristen var {deadline} (norsk tid). Serveren tok imot førespurnaden {received}. "
        "Difor kan tilbodet ikkje takast imot.",
        en="The deadline was {deadline} (Norwegian time). The server received the request "
        "{received}. The tender can therefore not be accepted.",
    ),
    cure=Words(
        nb="En versjon som er levert i tide, gjelder fortsatt. Utkastet kan du lese fram til "
        "åpningen.",
        nn="Ein versjon som er levert i tide, gjeld framleis. Utkastet kan du lese fram til "
        "opninga.",
        en="A version delivered in time still counts. You can read the draft until the opening.",
    ),
    source="FOA § 24-1",
)


def published(reference: str, *, lock: bool = False) -> Competition:
    """A competition that the public knows of, with its case and buyer.

    Raises:
        NotFound: no such case, or it has not been published.
    """
    rows = Competition.objects.select_related("case__buyer").filter(published_at__isnull=False)
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(case__reference=reference).first()
    if found is None:
        raise NotFound(NO_SUCH_COMPETITION.at("reference", reference=reference[:20]))
    return found


def require_supplier(by: Actor) -> None:
    """Refuse everyone but those who act for a supplier.

    Raises:
        Forbidden: another role, or an organisation that is not a supplier.
    """
    if not is_supplier(by):
        raise Forbidden(ONLY_SUPPLIERS.at("viewer"))


def is_supplier(viewer: Viewer) -> bool:
    """Whether the viewer acts for a supplier, in a role that may tender."""
    if not isinstance(viewer, Actor) or viewer.role not in SUPPLIER_ROLES:
        return False
    me = parties.myself(viewer)
    return me is not None and me.is_supplier


def own_tender(tender_id: int, by: Viewer, *, lock: bool = False) -> Tender:
    """A tender of the actor's own organisation, with competition, case and supplier.

    Raises:
        NotFound: there is none, or it is another organisation's; the answer is the same.
    """
    rows = Tender.objects.select_related("competition__case__buyer", "supplier")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(pk=tender_id).first()
    mine = isinstance(by, Actor) and found is not None and found.supplier_id == by.organisation
    if found is None or not mine or not is_supplier(by):
        raise NotFound(NO_SUCH_TENDER.at("tender"))
    return found


def require_open(competition: Competition, at: datetime) -> None:
    """Refuse from the first moment after the tender deadline.

    Raises:
        Conflict: the deadline has passed, or the competition is not running.
    """
    deadline = competition.tender_deadline
    if competition.state == State.PUBLISHED and deadline is not None and at > deadline:
        passed, received = to_the_second(deadline), to_the_second(at)
        raise Conflict(DEADLINE_PASSED.at("deadline", deadline=passed, received=received))
    states.require(competition.state, "tender")


def takes_tenders(competition: Competition, at: datetime) -> bool:
    """Whether a tender can be written and delivered now."""
    deadline = competition.tender_deadline
    return competition.state == State.PUBLISHED and deadline is not None and at <= deadline


def to_the_second(at: datetime) -> str:
    """Day and clock in Oslo with seconds, for deadlines that a second decides.

    >>> from datetime import UTC
    >>> to_the_second(datetime(2026, 12, 17, 11, 0, 1, tzinfo=UTC))
    '17.12.2026 12:00:01'
    """
    return f"{at.astimezone(OSLO):%d.%m.%Y %H:%M:%S}"
