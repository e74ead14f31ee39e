"""Who may see the buyer's side of a case, and who may change it.

The buyer's side is for procurement officers of the buyer and for the case's own team, acting for
the buyer. For all others the case is not there, so that a guess tells nothing.
"""

from django.db.models import Exists, OuterRef, QuerySet

from anskaff.competition import states
from anskaff.competition.models import Case, Competition, TeamMember
from anskaff.concepts.actor import Actor, Role, TeamRole, Viewer
from anskaff.concepts.errors import Forbidden, NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.notices.submission_access import NO_TEAM, Team

NO_SUCH_CASE = FindingKind(
    code="no-such-case",
    text=Words(
        nb="Vi finner ingen sak {reference} som du har tilgang til.",
        nn="Vi finn inga sak {reference} som du har tilgang til.",
        en="We find no case {reference} that you have access to.",
    ),
    cure=Words(
        nb="Kontroller saksnummeret, eller be innkjøperen legge deg til i laget.",
        nn="Kontroller saksnummeret, eller be innkjøparen leggje deg til i laget.",
        en="Check the case number, or ask the procurement officer to add you to the team.",
    ),
)
ONLY_PROCUREMENT_OFFICERS = FindingKind(
    code="only-procurement-officers",
    text=Words(
        nb="Bare en innkjøper kan gjøre dette.",
        nn="Berre ein innkjøpar kan gjere dette.",
        en="Only a procurement officer can do this.",
    ),
    cure=Words(
        nb="Be innkjøperen i saken om hjelp, eller bytt rolle.",
        nn="Be innkjøparen i saka om hjelp, eller byt rolle.",
        en="Ask the procurement officer of the case, or switch role.",
    ),
)


def team_roles(case: Case, viewer: Viewer) -> frozenset[TeamRole]:
    """The viewer's tasks in the case; none when they do not act for the buyer."""
    if not isinstance(viewer, Actor) or viewer.organisation != case.buyer_id:
        return frozenset()
    tasks = TeamMember.objects.filter(case=case, person=viewer.person)
    return frozenset(TeamRole(role) for role in tasks.values_list("role", flat=True))


def team_of(viewer: Viewer) -> Team:
    """The cases whose team the viewer is in, for the room of notices."""
    if not isinstance(viewer, Actor):
        return NO_TEAM
    tasks = TeamMember.objects.filter(
        person=viewer.person, case__buyer=viewer.organisation
    ).values_list("case__reference", "role")
    officer = TeamRole.PROCUREMENT_OFFICER.value
    return Team(
        seen=frozenset(case for case, _ in tasks),
        prepared=frozenset(case for case, role in tasks if role == officer),
    )


def may_prepare(case: Case, viewer: Viewer) -> bool:
    """Whether the viewer is a procurement officer of the buyer, by role or in this case."""
    if not isinstance(viewer, Actor) or viewer.organisation != case.buyer_id:
        return False
    by_role = viewer.role is Role.PROCUREMENT_OFFICER
    return by_role or TeamRole.PROCUREMENT_OFFICER in team_roles(case, viewer)


def may_see(case: Case, viewer: Viewer) -> bool:
    """Whether the viewer may see the buyer's side of the case."""
    return may_prepare(case, viewer) or bool(team_roles(case, viewer))


def seen_competition(reference: str, viewer: Viewer) -> Competition:
    """The competition of a case whose buyer's side the viewer may see.

    Raises:
        NotFound: there is no such case, or the viewer may not know of it.
    """
    found = Competition.objects.select_related("case__buyer").filter(case__reference=reference)
    competition = found.first()
    if competition is None or not may_see(competition.case, viewer):
        raise NotFound(NO_SUCH_CASE.at("reference", reference=reference))
    return competition


def visible_to(viewer: Viewer) -> QuerySet[Competition]:
    """Cases of the buyer the viewer acts for: all for procurement officers, else own teams'."""
    if not isinstance(viewer, Actor):
        return Competition.objects.none()
    found = Competition.objects.filter(buyer=viewer.organisation)
    if viewer.role is Role.PROCUREMENT_OFFICER:
        return found
    tasks = TeamMember.objects.filter(case=OuterRef("case"), person=viewer.person)
    return found.filter(Exists(tasks))


def locked_competition(reference: str, by: Actor, deed: str = "") -> Competition:
    """The competition, locked for a deed of a procurement officer that its state allows.

    Without the name of a deed in the state table, the caller looks at the state.

    Raises:
        NotFound: there is no such case, or the actor may not know of it.
        Forbidden: the actor is in the team, but is no procurement officer.
        Conflict: the state does not allow the deed.
    """
    locked = (
        Competition.objects.select_for_update(of=("self",))
        .select_related("case__buyer")
        .filter(case__reference=reference)
    )
    competition = locked.first()
    if competition is None or not may_see(competition.case, by):
        raise NotFound(NO_SUCH_CASE.at("reference", reference=reference))
    if not may_prepare(competition.case, by):
        raise Forbidden(ONLY_PROCUREMENT_OFFICERS.at("role"))
    if deed:
        states.require(competition.state, deed)
    return competition


FINDING_KINDS = (NO_SUCH_CASE, ONLY_PROCUREMENT_OFFICERS)
