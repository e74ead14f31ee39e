"""Who may see that a notice is sent, and who may send: the people of the organisation it is for."""

from dataclasses import dataclass

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
        nb="Be innkjøperen i saken eller virksomheten om hjelp, eller bytt rolle.",
        nn="Be innkjøparen i saka eller verksemda om hjelp, eller byt rolle.",
        en="Ask a procurement officer of the case or the organisation, or switch role.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """References of the cases whose team someone is in, as the room of competitions says.

    `seen` are all of them; in `prepared` the person is the procurement officer of the case.
    """

    seen: frozenset[str] = frozenset()
    prepared: frozenset[str] = frozenset()


NO_TEAM = Team()


def may_send(viewer: Viewer, organisation: int, case: str, team: Team = NO_TEAM) -> bool:
    """Whether the viewer is a procurement officer of the organisation, or of the case."""
    if not isinstance(viewer, Actor) or viewer.organisation != organisation:
        return False
    return viewer.role is Role.PROCUREMENT_OFFICER or (bool(case) and case in team.prepared)


def only_officers(by: Actor, organisation: int, case: str, team: Team = NO_TEAM) -> None:
    """Stop everyone but the procurement officers of the organisation and of the case.

    Raises:
        Forbidden: `by` is none.
    """
    if not may_send(by, organisation, case, team):
        raise Forbidden(ONLY_OFFICERS_SUBMIT.at("role"))


def visible_to(viewer: Viewer, team: Team = NO_TEAM) -> QuerySet[Submission]:
    """What the organisation that the viewer buys for has submitted; nothing for others.

    An employee sees that of the own cases, as everywhere else.
    """
    if not isinstance(viewer, Actor) or viewer.role not in BUYER_ROLES:
        return Submission.objects.none()
    found = Submission.objects.filter(organisation=viewer.organisation)
    if viewer.role is Role.EMPLOYEE:
        return found.filter(case__in=team.seen - {""})
    return found


def locked_submission(number: int, by: Actor, team: Team = NO_TEAM) -> Submission:
    """A submission, locked for a deed of a procurement officer.

    Raises:
        NotFound: there is none, or the actor may not know of it.
        Forbidden: the actor is no procurement officer.
    """
    found = visible_to(by, team).select_for_update(of=("self",)).filter(pk=number).first()
    if found is None:
        raise NotFound(NO_SUCH_SUBMISSION.at("number", number=number))
    only_officers(by, found.organisation_id, found.case, team)
    return found


FINDING_KINDS = (NO_SUCH_SUBMISSION, ONLY_OFFICERS_SUBMIT)
