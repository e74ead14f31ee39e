"""What the case team may do from opening on: each task its deeds, and only for the impartial."""

from anskaff.competition.access import NO_SUCH_CASE, seen_competition, team_roles
from anskaff.competition.models import Competition, ImpartialityDeclaration
from anskaff.concepts.actor import Actor, TeamRole, Viewer
from anskaff.concepts.errors import Forbidden, NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words

TASK_WORDS = {
    TeamRole.PROCUREMENT_OFFICER: Words(nb="innkjøper", nn="innkjøpar", en="procurement officer"),
    TeamRole.OPENING_OFFICER: Words(nb="åpner", nn="opnar", en="opening officer"),
    TeamRole.EVALUATOR: Words(nb="evaluator", nn="evaluator", en="evaluator"),
}

NOT_YOUR_TASK = FindingKind(
    code="not-your-task",
    text=Words(
        nb="Bare den som er {role} i denne saken, kan gjøre dette.",
        nn="Berre den som er {role} i denne saka, kan gjere dette.",
        en="Only someone who is {role} in this case can do this.",
    ),
    cure=Words(
        nb="Be innkjøperen om å gi deg oppgaven i saken.",
        nn="Be innkjøparen om å gi deg oppgåva i saka.",
        en="Ask the procurement officer to give you the task in the case.",
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


def locked(reference: str, by: Actor, *tasks: TeamRole) -> Competition:
    """The competition, locked until the deed is done, for someone with one of the tasks.

    Raises:
        NotFound: no such case for this actor.
        Forbidden: the actor has none of the tasks.
    """
    competition: Competition | None = (
        Competition.objects.select_for_update(of=("self",))
        .select_related("case__buyer")
        .filter(case__reference=reference)
        .first()
    )
    if competition is None or by.organisation != competition.case.buyer_id:
        raise NotFound(NO_SUCH_CASE.at("reference", reference=reference))
    require_task(competition, by, *tasks)
    return competition


def seen(reference: str, viewer: Viewer, *tasks: TeamRole) -> Competition:
    """The competition for a look, for someone with one of the tasks (any task when none given).

    Raises:
        NotFound: no such case for this viewer.
        Forbidden: the viewer has none of the tasks.
    """
    competition = seen_competition(reference, viewer)
    require_task(competition, viewer, *(tasks or tuple(TeamRole)))
    return competition


def require_task(competition: Competition, viewer: Viewer, *tasks: TeamRole) -> None:
    """Refuse anyone who has none of the tasks in the case.

    Raises:
        Forbidden: naming the first task that would do.
    """
    if not team_roles(competition.case, viewer) & set(tasks):
        raise Forbidden(NOT_YOUR_TASK.at("role", role=TASK_WORDS[tasks[0]]))


def is_officer(competition: Competition, viewer: Viewer) -> bool:
    """Whether the viewer is a procurement officer of the case."""
    return TeamRole.PROCUREMENT_OFFICER in team_roles(competition.case, viewer)


def require_impartial(competition: Competition, viewer: Viewer) -> None:
    """Refuse a look at the tenders to anyone who has not declared to be impartial (B13).

    Raises:
        Forbidden: nothing declared, or an interest declared.
    """
    person = viewer.person if isinstance(viewer, Actor) else 0
    declaration = ImpartialityDeclaration.objects.filter(
        competition=competition, person=person
    ).first()
    if declaration is None:
        raise Forbidden(NOT_DECLARED.at("impartiality"))
    if declaration.has_interest:
        raise Forbidden(NOT_IMPARTIAL.at("impartiality"))


FINDING_KINDS = (NOT_YOUR_TASK, NOT_DECLARED, NOT_IMPARTIAL)
