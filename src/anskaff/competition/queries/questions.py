"""Reads of the buyer's question page: what was asked, never by whom."""

from dataclasses import dataclass
from datetime import datetime

from anskaff.competition.access import may_prepare, seen_competition
from anskaff.competition.models import Question
from anskaff.competition.states import ALLOWED, State
from anskaff.concepts.actor import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """A question as the buyer sees it."""

    id: int
    number: int
    text: str
    asked_at: datetime
    public_text: str
    answer: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPage:
    """The questions of a case, unanswered first."""

    reference: str
    title: str
    deadline: datetime | None
    tender_deadline: datetime | None
    may_answer: bool
    questions: tuple[AskedQuestion, ...]


def questions_of(reference: str, viewer: Viewer) -> QuestionPage:
    """What was asked in a case whose buyer's side the viewer may see.

    Raises:
        NotFound: no such case for this viewer.
    """
    competition = seen_competition(reference, viewer)
    rows = Question.objects.filter(competition=competition).order_by("asked_at", "id")
    asked = [
        AskedQuestion(
            id=row.pk,
            number=number,
            text=row.text,
            asked_at=row.asked_at,
            public_text=row.public_text,
            answer=row.answer,
            answered_at=row.answered_at,
        )
        for number, row in enumerate(rows, start=1)
    ]
    return QuestionPage(
        reference=reference,
        title=competition.title,
        deadline=competition.question_deadline,
        tender_deadline=competition.tender_deadline,
        may_answer=may_prepare(competition.case, viewer)
        and State(competition.state) in ALLOWED["answer_question"],
        questions=tuple(sorted(asked, key=lambda one: one.answered_at is not None)),
    )
