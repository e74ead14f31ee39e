"""Deed: declare, before first sight of the tenders, whether anything may make one biased (B13)."""

from datetime import datetime

from anskaff.competition import states
from anskaff.competition.case_team import locked
from anskaff.competition.models import ImpartialityDeclaration
from anskaff.concepts.actor import Actor, TeamRole
from anskaff.concepts.errors import Conflict, Invalid
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.records.deeds import deed, record

ALREADY_DECLARED = FindingKind(
    code="impartiality-already-declared",
    text=Words(
        nb="Du har alt avgitt habilitetserklæringen i denne saken.",
        nn="Du har alt gitt habilitetserklæringa i denne saka.",
        en="You have already made your declaration of impartiality in this case.",
    ),
    cure=Words(
        nb="Har noe endret seg, kan du melde at du er inhabil.",
        nn="Har noko endra seg, kan du melde at du er inhabil.",
        en="If something has changed, you can say that you are biased.",
    ),
)
INTEREST_UNEXPLAINED = FindingKind(
    code="interest-unexplained",
    text=Words(
        nb="Du har ikke skrevet hvorfor du kan være inhabil.",
        nn="Du har ikkje skrive kvifor du kan vere inhabil.",
        en="You have not written why you may be biased.",
    ),
    cure=Words(
        nb="Beskriv forholdet kort; det føres i protokollen.",
        nn="Skriv kort om forholdet; det blir ført i protokollen.",
        en="Describe it briefly; it goes into the protocol.",
    ),
    source="FOA § 7-5",
)


@deed(
    "competition.impartiality_declared",
    nb="Avga habilitetserklæring.",
    nn="Gav habilitetserklæring.",
    en="Made a declaration of impartiality.",
)
def declare_impartiality(
    reference: str, *, has_interest: bool, explanation: str = "", by: Actor, at: datetime
) -> None:
    """Declare, before first sight of the tenders, whether anything may make one biased (B13).

    An interest can be declared later too; it can never be taken back.

    Raises:
        Conflict: declared already.
        Invalid: an interest without an explanation.
    """
    competition = locked(reference, by, *TeamRole)
    states.require(competition.state, "declare_impartiality")
    if has_interest and not explanation.strip():
        raise Invalid(INTEREST_UNEXPLAINED.at("explanation"))
    earlier = ImpartialityDeclaration.objects.filter(
        competition=competition, person=by.person
    ).first()
    if earlier and (earlier.has_interest or not has_interest):
        raise Conflict(ALREADY_DECLARED.at("impartiality"))
    ImpartialityDeclaration.objects.update_or_create(
        competition=competition,
        person_id=by.person,
        defaults={"has_interest": has_interest, "explanation": explanation.strip(), "at": at},
    )
    record(reference, {"has_interest": has_interest}, audience=by.organisation)


DEEDS = (declare_impartiality,)
