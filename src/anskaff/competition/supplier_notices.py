"""Messages to tenderers and to the team about opening, rejection, award and contract.

A letter never holds what a tender says or scored; it says what happened and where to look.
"""

from collections.abc import Iterable
from datetime import datetime

from anskaff.competition.models import Competition, TeamMember
from anskaff.concepts.actor import SUPPLIER_ROLES
from anskaff.concepts.words import Words
from anskaff.parties import queries as parties
from anskaff.records.notices import MessageKind, notify

REJECTED = MessageKind(
    code="tender-rejected",
    title=Words(
        nb="Tilbudet er avvist: {title}",
        nn="Tilbodet er avvist: {title}",
        en="Your tender is rejected: {title}",
    ),
    text=Words(
        nb="Oppdragsgiveren har avvist tilbudet deres i sak {reference}. Begrunnelsen står der.",
        nn="Oppdragsgivaren har avvist tilbodet dykkar i sak {reference}. Grunngivinga står der.",
        en="The buyer has rejected your tender in case {reference}. The reason is in the case.",
    ),
)
AWARDED = MessageKind(
    code="award-letter",
    title=Words(
        nb="Leverandør er valgt: {title}",
        nn="Leverandør er vald: {title}",
        en="A supplier has been chosen: {title}",
    ),
    text=Words(
        nb="Det er sendt meddelelse om valg av leverandør i sak {reference}. Les begrunnelsen og "
        "når karensperioden løper ut.",
        nn="Det er sendt melding om val av leverandør i sak {reference}. Les grunngivinga og når "
        "karensperioden går ut.",
        en="The award letter in case {reference} has been sent. Read the reasons and when the "
        "standstill ends.",
    ),
)
REVERSED = MessageKind(
    code="award-reversed",
    title=Words(
        nb="Tildelingen er omgjort: {title}",
        nn="Tildelinga er gjord om: {title}",
        en="The award is reversed: {title}",
    ),
    text=Words(
        nb="Oppdragsgiveren har omgjort valget av leverandør i sak {reference}. Dere får et nytt "
        "brev når det er tatt en ny beslutning.",
        nn="Oppdragsgivaren har gjort om valet av leverandør i sak {reference}. De får eit nytt "
        "brev når det er teke ei ny avgjerd.",
        en="The buyer has reversed the award in case {reference}. You will get a new letter when "
        "a new decision is made.",
    ),
)
SUSPENDED = MessageKind(
    code="signing-was-suspended",
    title=Words(
        nb="Signering er stanset: {title}",
        nn="Signering er stansa: {title}",
        en="Signing is suspended: {title}",
    ),
    text=Words(
        nb="En begjæring om midlertidig forføyning er registrert i sak {reference}. Kontrakten kan "
        "ikke signeres før tingretten har tatt stilling.",
        nn="Eit krav om mellombels åtgjerd er registrert i sak {reference}. Kontrakten kan ikkje "
        "signerast før tingretten har teke stilling.",
        en="A request for an injunction is registered in case {reference}. The contract cannot be "
        "signed before the court has decided.",
    ),
)
SIGNED = MessageKind(
    code="contract-signed",
    title=Words(
        nb="Kontrakten er inngått: {title}",
        nn="Kontrakten er inngått: {title}",
        en="The contract is concluded: {title}",
    ),
    text=Words(
        nb="Begge parter har signert kontrakten i sak {reference}.",
        nn="Begge partar har signert kontrakten i sak {reference}.",
        en="Both parties have signed the contract in case {reference}.",
    ),
)
OPENED = MessageKind(
    code="tenders-opened",
    title=Words(
        nb="Tilbudene er åpnet: {title}",
        nn="Tilboda er opna: {title}",
        en="The tenders are opened: {title}",
    ),
    text=Words(
        nb="Tilbudene i sak {reference} er åpnet. Avgi habilitetserklæring før du ser dem.",
        nn="Tilboda i sak {reference} er opna. Gi habilitetserklæring før du ser dei.",
        en="The tenders in case {reference} are opened. Declare your impartiality before you see "
        "them.",
    ),
)
OPENED_LATE = MessageKind(
    code="tender-opened-late",
    title=Words(
        nb="Flere tilbud er åpnet: {title}",
        nn="Fleire tilbod er opna: {title}",
        en="More tenders are opened: {title}",
    ),
    text=Words(
        nb="Et tilbud i sak {reference} som ikke lot seg åpne, er nå åpnet og står blant de andre.",
        nn="Eit tilbod i sak {reference} som ikkje let seg opne, er no opna og står blant dei "
        "andre.",
        en="A tender in case {reference} that could not be opened is now opened and stands among "
        "the others.",
    ),
)


def tell_suppliers(
    competition: Competition, suppliers: Iterable[int], kind: MessageKind, *, at: datetime
) -> None:
    """Tell everyone who tenders for these organisations (ids) to look at the competition."""
    people = parties.people_in(tuple(suppliers), SUPPLIER_ROLES)
    page = f"/konkurranser/{competition.case.reference.replace('/', '-')}/"
    _tell(competition, people, kind, path=page, at=at)


def tell_team(competition: Competition, kind: MessageKind, *, at: datetime) -> None:
    """Tell the case team to look at the case."""
    people = TeamMember.objects.filter(case=competition.case).values_list("person_id", flat=True)
    page = f"/innkjop/{competition.case.reference.replace('/', '-')}/"
    _tell(competition, frozenset(people), kind, path=page, at=at)


def _tell(
    competition: Competition,
    people: frozenset[int],
    kind: MessageKind,
    *,
    path: str,
    at: datetime,
) -> None:
    reference = competition.case.reference
    facts = {"title": competition.title, "reference": reference}
    notify(parties.recipients(people), kind, subject=reference, path=path, facts=facts, at=at)


MESSAGE_KINDS = (REJECTED, AWARDED, REVERSED, SUSPENDED, SIGNED, OPENED, OPENED_LATE)
