"""Who may see that a notice is sent, and who may send: the people of the organisation it is for."""

from django.db.models import QuerySet

from anskaff.concepts.actor import BUYER_ROLES, Actor, Role, Viewer
from anskaff.concepts.errors import Forbidden, NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.notices.models import Submission

NO_SUCH_SUBMISSION = FindingKind(
    code="no-such-submission",
    text=Words(
        nb="Vi finner ingen innsendt kunngjøring {number} som du har tilgang til.",
        nn="Vi finn inga innsend kunngjering {number} som du har tilgang til.",
        en="We find no submitted notice {number} that you have access to.",
    ),
    cure=Words(
        nb="Gå til saken og følg kunngjøringen derfra, eller bytt virksomhet.",
        nn="Gå til saka og følg kunngjeringa derifrå, eller byt verksemd.",
        en="Go to the case and follow the notice from there, or switch organisation.",
    ),
)
ONLY_OFFICERS_SUBMIT = FindingKind(
    code="only-officers-submit",
    text=Words(
        nb="Bare en innkjøper kan sende og stoppe kunngjøringer.",
        nn="Berre ein innkjøpar kan sende og stoppe kunngjeringar.",
        en="Only a procurement officer can send and stop notices.",
    ),
    cure=Words(
        nb="Be en innkjøper i virksomheten om hjelp, eller bytt rolle.",
        nn="Be ein innkjøpar i verksemda om hjelp, eller byt rolle.",
        en="Ask a procurement officer of the organisation, or switch role.",
    ),
)


def may_send(viewer: Viewer, organisation: int) -> bool:
    """Whether the viewer is a procurement officer of the organisation."""
    if not isinstance(viewer, Actor) or viewer.organisation != organisation:
        return False
    return viewer.role is Role.PROCUREMENT_OFFICER


def only_officers(by: Actor, organisation: int) -> None:
    """Stop everyone but the organisation's procurement officers.

    Raises:
        Forbidden: `by` is none.
    """
    if not may_send(by, organisation):
        raise Forbidden(ONLY_OFFICERS_SUBMIT.at("role"))


def visible_to(viewer: Viewer) -> QuerySet[Submission]:
    """What the organisation that the viewer buys for has submitted; nothing for others."""
    if not isinstance(viewer, Actor) or viewer.role not in BUYER_ROLES:
        return Submission.objects.none()
    return Submission.objects.filter(organisation=viewer.organisation)


def locked_submission(number: int, by: Actor) -> Submission:
    """A submission, locked for a deed of a procurement officer.

    Raises:
        NotFound: there is none, or the actor may not know of it.
        Forbidden: the actor is no procurement officer.
    """
    found = visible_to(by).select_for_update(of=("self",)).filter(pk=number).first()
    if found is None:
        raise NotFound(NO_SUCH_SUBMISSION.at("number", number=number))
    only_officers(by, found.organisation_id)
    return found


FINDING_KINDS = (NO_SUCH_SUBMISSION, ONLY_OFFICERS_SUBMIT)
