"""Reads: what has been submitted, where it is, and what the service has answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from anskaff.concepts.actor import Viewer
from anskaff.concepts.errors import NotFound
from anskaff.concepts.words import Words
from anskaff.notices.actions.sending import CAN_RETRY, CAN_STOP
from anskaff.notices.gateway.faults import Fault
from anskaff.notices.models import Submission, SubmissionAttempt
from anskaff.notices.submission_access import (
    NO_SUCH_SUBMISSION,
    NO_TEAM,
    Team,
    may_send,
    visible_to,
)
from anskaff.notices.submission_steps import SENT
from anskaff.notices.submission_words import (
    ASKED_WORDS,
    NEXT_WORDS,
    OUTCOME_WORDS,
    RESULT_WORDS,
    STATE_WORDS,
    STEP_WORDS,
)
from anskaff.records import files

State = Submission.State
WAY = (SENT, State.VALIDATED.value, State.RECEIVED.value, State.TED.value, State.PUBLISHED.value)
ENDS = frozenset({State.REFUSED.value, State.STOPPED.value})
MOST_WORDS = 10
FINISHED = frozenset({State.PUBLISHED, State.REFUSED, State.STOPPED})


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineStep:
    """A step of the way; `at` is None when it has not come to it."""

    step: str
    at: datetime | None

    @property
    def words(self) -> Words:
        """What the step is called."""
        return STEP_WORDS[self.step]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A request to the service; the same answer `times` times, from `at` to `last_at`."""

    id: int
    asked: str
    at: datetime
    last_at: datetime
    times: int
    outcome: str
    status: int
    reason: str
    has_answer: bool

    @property
    def asked_words(self) -> Words:
        """What was asked."""
        return ASKED_WORDS[self.asked]

    @property
    def result_words(self) -> Words:
        """What came of it."""
        return RESULT_WORDS[self.outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionView:
    """A submission as its people see it; `outcome` is of the last try, empty when it went well."""

    number: int
    case: str
    notice: str
    version: str
    subtype: str
    title: str
    state: str
    sha256: str
    submitted_by: int
    submitted_at: datetime
    changed_at: datetime
    next_at: datetime | None
    is_running: bool
    tries: int
    outcome: str
    word: str
    faults: tuple[Fault, ...]
    publication: str
    published_on: date | None
    log_index: int | None
    stop_is_wanted: bool
    stop_was_refused: bool
    may_retry: bool
    may_stop: bool
    is_finished: bool
    steps: tuple[TimelineStep, ...]
    attempts: tuple[Attempt, ...]

    @property
    def state_words(self) -> Words:
        """Where it is."""
        return STATE_WORDS[self.state]

    @property
    def has_left(self) -> bool:
        """Whether it was ever handed to the service, so that it may have arrived."""
        return any(each.step == SENT and each.at is not None for each in self.steps)

    @property
    def next_words(self) -> Words:
        """What happens next, or what to do."""
        return NEXT_WORDS[self.state]

    @property
    def outcome_words(self) -> Words | None:
        """Why it takes time; None when the last try went well."""
        return OUTCOME_WORDS.get(self.outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionLine:
    """A submission in a list."""

    number: int
    case: str
    title: str
    notice: str
    version: str
    state: str
    submitted_at: datetime
    changed_at: datetime
    next_at: datetime | None

    @property
    def state_words(self) -> Words:
        """Where it is."""
        return STATE_WORDS[self.state]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionList:
    """One page of a list, and how many there are in all."""

    lines: tuple[SubmissionLine, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Stored bytes and the name they are downloaded under."""

    name: str
    sha256: str
    chunks: Iterator[bytes]


def submissions_of(case: str, viewer: Viewer, team: Team = NO_TEAM) -> tuple[SubmissionView, ...]:
    """What was submitted in a case, the last first; nothing when the viewer may not see it."""
    if not case:
        return ()
    rows = visible_to(viewer, team).filter(case=case).prefetch_related("steps", "attempts")
    return tuple(_view(row, viewer, team) for row in rows.order_by("-pk"))


def submissions(
    viewer: Viewer,
    *,
    state: str = "",
    text: str = "",
    offset: int = 0,
    limit: int | None = None,
    team: Team = NO_TEAM,
) -> SubmissionList:
    """What the organisation has submitted, the last first, by state and words."""
    rows = visible_to(viewer, team)
    if state:
        rows = rows.filter(state=state)
    for word in text.split()[:MOST_WORDS]:
        rows = rows.filter(
            Q(title__icontains=word) | Q(notice__icontains=word) | Q(case__icontains=word)
        )
    last = None if limit is None else offset + limit
    shown = rows.order_by("-pk")[offset:last]
    return SubmissionList(lines=tuple(_line(row) for row in shown), total=rows.count())


def submission(number: int, viewer: Viewer, team: Team = NO_TEAM) -> SubmissionView:
    """One submission.

    Raises:
        NotFound: there is none, or the viewer may not know of it.
    """
    return _view(_row(number, viewer, team), viewer, team)


def sent_notice(number: int, viewer: Viewer, team: Team = NO_TEAM) -> Kept:
    """The XML of a submission, as it is sent.

    Raises:
        NotFound: there is none, or the viewer may not know of it.
    """
    row = _row(number, viewer, team)
    return Kept(
        name=f"{row.notice}-{row.version}.xml",
        sha256=row.stored_id,
        chunks=files.chunks(row.stored_id),
    )


def raw_answer(number: int, attempt: int, viewer: Viewer, team: Team = NO_TEAM) -> Kept:
    """What the service answered to one request, byte for byte.

    Raises:
        NotFound: there is no such answer, or the viewer may not know of it.
    """
    found = SubmissionAttempt.objects.filter(submission__in=visible_to(viewer, team), pk=attempt)
    row = found.filter(submission=number).exclude(stored=None).first()
    if row is None or row.stored_id is None:
        raise NotFound(NO_SUCH_SUBMISSION.at("number", number=number))
    return Kept(
        name=f"{row.asked}-{row.pk}.txt", sha256=row.stored_id, chunks=files.chunks(row.stored_id)
    )


def _row(number: int, viewer: Viewer, team: Team) -> Submission:
    rows = visible_to(viewer, team).prefetch_related("steps", "attempts")
    found = rows.filter(pk=number).first()
    if found is None:
        raise NotFound(NO_SUCH_SUBMISSION.at("number", number=number))
    return found


def _view(row: Submission, viewer: Viewer, team: Team) -> SubmissionView:
    officer = may_send(viewer, row.organisation_id, row.case, team)
    return SubmissionView(
        number=row.pk,
        case=row.case,
        notice=row.notice,
        version=row.version,
        subtype=row.subtype,
        title=row.title,
        state=row.state,
        sha256=row.stored_id,
        submitted_by=row.submitted_by,
        submitted_at=row.submitted_at,
        changed_at=row.changed_at,
        next_at=row.next_at,
        is_running=row.claimed_at is not None,
        tries=row.tries,
        outcome=row.outcome,
        word=row.word,
        faults=tuple(Fault(**fault) for fault in row.faults),
        publication=row.publication,
        published_on=row.published_on,
        log_index=row.log_index,
        stop_is_wanted=row.stop_wanted_at is not None,
        stop_was_refused=row.stop_refused_at is not None,
        may_retry=officer and row.state in CAN_RETRY,
        may_stop=officer and row.state in CAN_STOP,
        is_finished=row.state in FINISHED,
        steps=_steps(row),
        attempts=tuple(
            _attempt(each) for each in sorted(row.attempts.all(), key=lambda one: -one.pk)
        ),
    )


def _line(row: Submission) -> SubmissionLine:
    return SubmissionLine(
        number=row.pk,
        case=row.case,
        title=row.title or row.notice,
        notice=row.notice,
        version=row.version,
        state=row.state,
        submitted_at=row.submitted_at,
        changed_at=row.changed_at,
        next_at=row.next_at,
    )


def _steps(row: Submission) -> tuple[TimelineStep, ...]:
    """The whole way, without TED for a national notice; a bad end takes the place of the rest."""
    passed = {each.step: each.at for each in row.steps.all()}
    way = [step for step in WAY if row.to_ted or step != State.TED]
    end = next((step for step in ENDS if step in passed), None)
    if end is not None:
        way = [*(step for step in way if step in passed), end]
    return tuple(TimelineStep(step=step, at=passed.get(step)) for step in way)


def _attempt(row: SubmissionAttempt) -> Attempt:
    return Attempt(
        id=row.pk,
        asked=row.asked,
        at=row.at,
        last_at=row.last_at,
        times=row.times,
        outcome=row.outcome,
        status=row.status,
        reason=row.reason,
        has_answer=row.stored_id is not None,
    )
