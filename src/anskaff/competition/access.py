"""Who may touch a case: members of its team, people of its buyer, and the impartial only (B13)."""

from anskaff.competition.models import Case, Competition, ImpartialityDeclaration, TeamMember
from anskaff.concepts.actor import Actor, TeamRole, Viewer
from anskaff.concepts.errors import Forbidden, NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words

TEAM_ROLE_WORDS = {
    TeamRole.PROCUREMENT_OFFICER: Words(nb="innkjøper", nn="innkjøpar", en="procurement officer"),
    TeamRole.OPENING_OFFICER: Words(nb="åpner", nn="opnar", en="opening officer"),
    TeamRole.EVALUATOR: Words(nb="evaluator", nn="evaluator", en="evaluator"),
}

NO_SUCH_CASE = FindingKind(
    code="case-not-found",
    text=Words(
        nb="Vi finner ikke saken {reference}.",
        nn="Vi finn ikkje saka {reference}.",
        en="We cannot find the case {reference}.",
    ),
    cure=Words(
        nb="Kontroller saksnummeret, og at du handler for riktig virksomhet.",
        nn="Kontroller saksnummeret, og at du handlar for rett verksemd.",
        en="Check the case number, and that you act for the right organisation.",
    ),
)
NOT_ON_THE_TEAM = FindingKind(
    code="not-on-the-team",
    text=Words(
        nb="Bare den som er {role} i denne saken, kan gjøre dette.",
        nn="Berre den som er {role} i denne saka, kan gjere dette.",
        en="Only someone who is {role} in this case can do this.",
    ),
    cure=Words(
        nb="Be innkjøperen om å legge deg til i saken.",
        nn="Be innkjøparen om å leggje deg til i saka.",
        en="Ask the procurement officer to add you to the case.",
    ),
)
NOT_DECLARED = FindingKind(
    code="impartiality-not-declared",
    text=Words(
        nb="Du har ikke erklært deg habil i denne saken.",
        nn="Du har ikkje erklært deg habil i denne saka.",
        en="You have not declared that you are impartial in this case.",
    ),
    cure=Words(
        nb="Avgi habilitetserklæringen før du ser tilbudene.",
        nn="Gi habilitetserklæringa før du ser tilboda.",
        en="Make the declaration before you see the tenders.",
    ),
    source="FOA § 7-5",
)
NOT_IMPARTIAL = FindingKind(
    code="not-impartial",
    text=Words(
        nb="Du har meldt at du kan være inhabil, og får derfor ikke se tilbudene.",
        nn="Du har meldt at du kan vere inhabil, og får difor ikkje sjå tilboda.",
        en="You have said that you may be biased, so you may not see the tenders.",
    ),
    cure=Words(
        nb="Innkjøperen må erstatte deg i saken.",
        nn="Innkjøparen må erstatte deg i saka.",
        en="The procurement officer must replace you in the case.",
    ),
    source="FOA § 7-5",
)


def locked(reference: str, by: Actor, *roles: TeamRole) -> Competition:
    """The competition, locked until the deed is done, for a team member in one of `roles`.

    Raises:
        NotFound: no such case for this buyer.
        Forbidden: the actor has none of the roles in the case.
    """
    case = _case_of(reference, by)
    require_role(case, by, *roles)
    return (
        Competition.objects.select_for_update(of=("self",))
        .select_related("case__buyer")
        .get(case=case)
    )


def seen_by_team(reference: str, viewer: Viewer, *roles: TeamRole) -> Competition:
    """The competition for a look, for a team member in one of `roles` (all roles when none given).

    Raises:
        NotFound: no such case for this viewer's buyer.
        Forbidden: the viewer has none of the roles in the case.
    """
    case = _case_of(reference, viewer)
    require_role(case, viewer, *(roles or tuple(TeamRole)))
    return Competition.objects.select_related("case__buyer").get(case=case)


def roles_of(case: Case, viewer: Viewer) -> frozenset[TeamRole]:
    """The viewer's tasks in the case; none when acting for another organisation."""
    if not isinstance(viewer, Actor) or viewer.organisation != case.buyer_id:
        return frozenset()
    found = TeamMember.objects.filter(case=case, person=viewer.person)
    return frozenset(TeamRole(role) for role in found.values_list("role", flat=True))


def require_role(case: Case, viewer: Viewer, *roles: TeamRole) -> None:
    """Refuse anyone who has none of `roles` in the case.

    Raises:
        Forbidden: with the first role that would do.
    """
    if not roles_of(case, viewer) & set(roles):
        raise Forbidden(NOT_ON_THE_TEAM.at("role", role=TEAM_ROLE_WORDS[roles[0]]))


def require_impartial(competition: Competition, viewer: Viewer) -> None:
    """Refuse a look at the tenders to anyone who has not declared to be impartial (B13).

    Raises:
        Forbidden: nothing declared, or an interest declared.
    """
    declared = (
        ImpartialityDeclaration.objects.filter(competition=competition, person=viewer.person)
        if isinstance(viewer, Actor)
        else ImpartialityDeclaration.objects.none()
    )
    declaration = declared.first()
    if declaration is None:
        raise Forbidden(NOT_DECLARED.at("impartiality"))
    if declaration.has_interest:
        raise Forbidden(NOT_IMPARTIAL.at("impartiality"))


def _case_of(reference: str, viewer: Viewer) -> Case:
    organisation = viewer.organisation if isinstance(viewer, Actor) else 0
    case = Case.objects.filter(reference=reference, buyer=organisation).first()
    if case is None:
        raise NotFound(NO_SUCH_CASE.at("reference", reference=reference))
    return case


FINDING_KINDS = (NO_SUCH_CASE, NOT_ON_THE_TEAM, NOT_DECLARED, NOT_IMPARTIAL)
