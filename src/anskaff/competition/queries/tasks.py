"""Reads for the buyer: what waits for me in the cases of my teams (B1).

Nothing here tells whether anyone tenders: not by name, number, time or order (FOA § 22-3).
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from anskaff.competition.announcing.afterwards import untold_results, with_untold_cancellation
from anskaff.competition.models import Competition, Question, TeamMember
from anskaff.competition.states import State
from anskaff.competition.steps import Step
from anskaff.concepts.actor import Actor, TeamRole, Viewer
from anskaff.concepts.days import end_of_day

TASKS_PER_KIND = 20
WITHOUT_DEADLINE = frozenset({Step.EVALUATE, Step.AWARD, Step.SIGN, Step.ANNOUNCE_CANCELLATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something that waits for the viewer in a case."""

    reference: str
    title: str
    step: Step
    due: datetime | None


def my_tasks(viewer: Viewer, at: datetime) -> tuple[Task, ...]:
    """What waits for the viewer as a member of case teams, nearest deadline first."""
    if not isinstance(viewer, Actor):
        return ()
    officer, opener = TeamRole.PROCUREMENT_OFFICER, TeamRole.OPENING_OFFICER
    published = _mine(viewer, State.PUBLISHED, officer).filter(tender_deadline__gt=at)
    asked = Question.objects.filter(answered_at=None).values("competition")
    over = _mine(viewer, State.PUBLISHED, opener).filter(tender_deadline__lte=at)
    found = (
        (Step.COMPLETE, _mine(viewer, State.DRAFT, officer)),
        (Step.ANSWER, published.filter(pk__in=asked)),
        (Step.OPEN, over),
        (Step.EVALUATE, _mine(viewer, State.OPENED, TeamRole.EVALUATOR)),
        (Step.AWARD, _mine(viewer, State.EVALUATED, officer)),
        (Step.SIGN, _mine(viewer, State.AWARDED, officer)),
        (
            Step.ANNOUNCE_CANCELLATION,
            with_untold_cancellation(_mine(viewer, State.CANCELLED, officer)),
        ),
    )
    tasks = [
        Task(
            reference=each.case.reference,
            title=each.title,
            step=step,
            due=_due(step, each),
        )
        for step, cases in found
        for each in cases.select_related("case").order_by("tender_deadline")[:TASKS_PER_KIND]
    ]
    signed = untold_results(_mine(viewer, State.SIGNED, officer), at, TASKS_PER_KIND)
    tasks += [
        Task(
            reference=each.case.reference,
            title=each.title,
            step=Step.ANNOUNCE_RESULT if result.rule else Step.MAY_ANNOUNCE_RESULT,
            due=end_of_day(result.last_day) if result.rule else None,
        )
        for each, result in signed
    ]
    return tuple(sorted(tasks, key=lambda task: (task.due is None, task.due or at)))


def _mine(viewer: Actor, state: State, role: TeamRole) -> QuerySet[Competition]:
    task = TeamMember.objects.filter(case=OuterRef("case"), person=viewer.person, role=role.value)
    return Competition.objects.filter(Exists(task), state=state.value, buyer=viewer.organisation)


def _due(step: Step, each: Competition) -> datetime | None:
    return None if step in WITHOUT_DEADLINE else each.tender_deadline
