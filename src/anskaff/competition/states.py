"""The state table of a competition: which deed is allowed in which state, and where it leads."""

from enum import StrEnum

from anskaff.concepts.errors import Conflict
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words


class State(StrEnum):
    """Where a competition stands.

    PUBLISHED lasts past the deadline until the tenders are opened; who asks about the deadline
    compares instants. EVALUATED means scores are agreed and the decision is drafted.
    """

    DRAFT = "draft"
    PUBLISHED = "published"
    OPENED = "opened"
    EVALUATED = "evaluated"
    AWARDED = "awarded"
    SIGNED = "signed"
    CANCELLED = "cancelled"

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """For Django's field."""
        return [(state.value, state.name) for state in cls]


STATE_WORDS = {
    State.DRAFT: Words(nb="Utkast", nn="Utkast", en="Draft"),
    State.PUBLISHED: Words(nb="Kunngjort", nn="Kunngjord", en="Published"),
    State.OPENED: Words(nb="Åpnet", nn="Opna", en="Opened"),
    State.EVALUATED: Words(nb="Evaluert", nn="Evaluert", en="Evaluated"),
    State.AWARDED: Words(nb="Tildelt", nn="Tildelt", en="Awarded"),
    State.SIGNED: Words(nb="Signert", nn="Signert", en="Signed"),
    State.CANCELLED: Words(nb="Avlyst", nn="Avlyst", en="Cancelled"),
}

ALLOWED: dict[str, frozenset[State]] = {
    "prepare": frozenset({State.DRAFT}),
    "publish": frozenset({State.DRAFT}),
    "ask_question": frozenset({State.PUBLISHED}),
    "answer_question": frozenset({State.PUBLISHED}),
    "extend_deadline": frozenset({State.PUBLISHED}),
    "tender": frozenset({State.PUBLISHED}),
    "open_tenders": frozenset({State.PUBLISHED}),
    "retry_opening": frozenset({State.OPENED}),
    "declare_impartiality": frozenset({State.PUBLISHED, State.OPENED, State.EVALUATED}),
    "reject_tender": frozenset({State.OPENED}),
    "score": frozenset({State.OPENED}),
    "confirm_evaluation": frozenset({State.OPENED}),
    "reopen_evaluation": frozenset({State.EVALUATED}),
    "award": frozenset({State.EVALUATED}),
    "reverse_award": frozenset({State.AWARDED}),
    "suspend": frozenset({State.AWARDED}),
    "sign": frozenset({State.AWARDED}),
    "cancel": frozenset({State.PUBLISHED, State.OPENED, State.EVALUATED, State.AWARDED}),
}

WRONG_STATE = FindingKind(
    code="wrong-state",
    text=Words(
        nb="Dette kan ikke gjøres nå: konkurransen har status «{state}».",
        nn="Dette kan ikkje gjerast no: konkurransen har status «{state}».",
        en="This cannot be done now: the competition has the status “{state}”.",
    ),
    cure=Words(
        nb="Last siden på nytt og se hva som er neste steg i saken.",
        nn="Last sida på nytt og sjå kva som er neste steg i saka.",
        en="Reload the page and see the next step of the case.",
    ),
)


def require(state: str, deed: str) -> None:
    """Refuse a deed that the state does not allow.

    Raises:
        Conflict: with the finding `wrong-state`.
    """
    now = State(state)
    if now not in ALLOWED[deed]:
        raise Conflict(WRONG_STATE.at("state", state=STATE_WORDS[now]))
