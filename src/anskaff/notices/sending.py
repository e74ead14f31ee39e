"""The worker's part: send what waits, look for what may have arrived, follow the rest to its end.

A notice is legally binding once the service has it, and cannot be taken back once it is published,
so it must not be sent twice, and no acceptance may be lost. Therefore:

1. Before a request to send leaves, the row says so (`begun_at`), in a transaction of its own.
2. The raw answer is stored before anything is made of it.
3. Only two things clear the mark: the service's own answer, or knowledge that nothing left us.
4. A row with the mark is never sent; the service is asked whether it has the notice. Only when it
   says no, `LOOKS` times and with pauses, is the notice sent again. The service knows notices by
   identifier and version, so even then it would refuse a second one.

One worker has a row at a time, for at most `ABANDONED_AFTER`; all requests of one turn together
take less. The instant is asked anew for each row, since a turn can take minutes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import Q

from anskaff.concepts.actor import SYSTEM
from anskaff.notices.actions import following, registering
from anskaff.notices.gateway import back_off
from anskaff.notices.gateway.back_off import Chance
from anskaff.notices.gateway.contract import Stage
from anskaff.notices.gateway.service import Answer, NoticeService, Outcome, Sighting
from anskaff.notices.models import Notice, Submission
from anskaff.notices.submission_steps import SENT, file_answer, put_step
from anskaff.records import files

logger = structlog.get_logger()

State = Submission.State
Clock = Callable[[], datetime]

ABANDONED_AFTER = timedelta(minutes=15)
LOOKS = 3
LOST_AFTER_LOOKS = 30
TELL_AFTER = 3
LONGEST_ROUND = 50
SOON = timedelta(seconds=20)
FOLLOWING = (
    (timedelta(hours=1), timedelta(minutes=1)),
    (timedelta(days=1), timedelta(minutes=10)),
)
SELDOM = timedelta(hours=1)
UNDER_WAY = frozenset({State.VALIDATED, State.RECEIVED, State.TED})
SURELY_NOT_ARRIVED = frozenset({Outcome.CLOSED, Outcome.BUSY, Outcome.NOT_THERE})
STATE_OF = {
    Stage.RECEIVED: State.RECEIVED,
    Stage.CHECKED_BY_HAND: State.RECEIVED,
    Stage.TED: State.TED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one worker brings to one row: the service, the instant, and chance."""

    service: NoticeService
    at: datetime
    chance: Chance


def send_due(now: Clock, service: NoticeService | None, chance: Chance) -> int:
    """Give each submission that is due one turn; how many had one.

    Without a service nothing leaves: what waits is marked as not sent, and stays so until someone
    asks to try again.
    """
    if service is None:
        return _set_aside(now())
    turns = 0
    while turns < LONGEST_ROUND:
        at = now()
        submission = _claimed(at)
        if submission is None:
            break
        turns += 1
        _take_turn(submission, Turn(service=service, at=at, chance=chance))
    return turns


def _set_aside(at: datetime) -> int:
    due = Submission.objects.filter(state=State.WAITING, begun_at=None, next_at__lte=at)
    return due.update(state=State.NOT_SENT, next_at=None, changed_at=at)


def _claimed(at: datetime) -> Submission | None:
    """The submission that has waited longest, now ours; marked if it is about to be sent."""
    free = Q(claimed_at=None) | Q(claimed_at__lte=at - ABANDONED_AFTER)
    with transaction.atomic():
        row = (
            Submission.objects.select_for_update(skip_locked=True)
            .filter(free, next_at__lte=at)
            .order_by("next_at", "id")
            .first()
        )
        if row is not None:
            row.claimed_at = at
            row.save(update_fields=["claimed_at"])
    return row


def _take_turn(submission: Submission, turn: Turn) -> None:
    """One turn, then the row is free again; a worker that dies in it keeps it for a while."""
    if submission.state in UNDER_WAY:
        _follow(submission, turn)
    elif submission.begun_at is not None:
        _look(submission, turn)
    else:
        _send(submission, turn)
    ours = Submission.objects.filter(pk=submission.pk, claimed_at=submission.claimed_at)
    ours.update(claimed_at=None)


def _send(submission: Submission, turn: Turn) -> None:
    """Send it; the row says that we began before anything leaves."""
    content = b"".join(files.chunks(submission.stored_id))
    marked = Submission.objects.filter(pk=submission.pk, claimed_at=submission.claimed_at)
    if not marked.exclude(state=State.STOPPED).update(begun_at=turn.at):
        return
    submission.begun_at = turn.at
    answer = turn.service.submit(
        content,
        notice_id=submission.notice,
        version=submission.version,
        language=submission.language,
    )
    file_answer(submission, "submit", answer, turn.at)
    if answer.outcome is Outcome.DONE:
        _apply(submission, turn, lambda row: _accepted(row, turn))
    elif answer.outcome is Outcome.KEY_REFUSED:
        _apply(submission, turn, lambda row: _give_up(row, answer, turn))
    elif answer.outcome in SURELY_NOT_ARRIVED:
        _apply(submission, turn, lambda row: _wait(row, answer, turn, arrived=False))
    elif answer.outcome is Outcome.REFUSED:
        _look(submission, turn, refused=answer)
    else:
        _apply(submission, turn, lambda row: _wait(row, answer, turn, arrived=True))


def _look(submission: Submission, turn: Turn, *, refused: Answer | None = None) -> None:
    """Ask whether the service has it, before it is sent again or taken for refused."""
    seen = _asked(submission, turn)
    if seen.answer.outcome is not Outcome.DONE:
        _apply(submission, turn, lambda row: _wait(row, seen.answer, turn, arrived=True))
    elif seen.stage is not None:
        _apply(submission, turn, lambda row: _accepted(row, turn))
        _apply_stage(submission, seen, turn)
    elif refused is not None:
        _explain(submission, turn, refused)
    else:
        _apply(submission, turn, lambda row: _not_found(row, turn))


def _follow(submission: Submission, turn: Turn) -> None:
    """Ask where it is, after asking to stop it when someone wants that."""
    if submission.stop_wanted_at is not None and submission.stop_refused_at is None:
        answer = turn.service.stop(notice_id=submission.notice, version=submission.version)
        file_answer(submission, "stop", answer, turn.at)
        if answer.outcome is Outcome.DONE:
            _apply(submission, turn, lambda row: following.stopped(row, by=SYSTEM, at=turn.at))
            return
        if answer.outcome is Outcome.REFUSED:
            _apply(submission, turn, lambda row: _stop_refused(row, turn))
    seen = _asked(submission, turn)
    if seen.answer.outcome is not Outcome.DONE:
        _apply(submission, turn, lambda row: _wait(row, seen.answer, turn, arrived=True))
    elif seen.stage is None:
        _apply(submission, turn, lambda row: _not_seen_yet(row, turn))
    else:
        _apply_stage(submission, seen, turn)


def _asked(submission: Submission, turn: Turn) -> Sighting:
    seen = turn.service.status(notice_id=submission.notice, version=submission.version)
    file_answer(submission, "status", seen.answer, turn.at)
    return seen


def _explain(submission: Submission, turn: Turn, answer: Answer) -> None:
    """It was refused at the door; ask for the details.

    A service that refuses a notice and finds it valid has a fault of its own: nothing is wrong with
    the notice, and it may be sent again.
    """
    content = b"".join(files.chunks(submission.stored_id))
    judged = turn.service.validate(content, notice_id=submission.notice, version=submission.version)
    file_answer(submission, "validate", judged.answer, turn.at)
    if judged.valid:
        _apply(submission, turn, lambda row: _give_up(row, answer, turn))
        return
    faults = judged.faults
    _apply(submission, turn, lambda row: following.refused(row, faults, by=SYSTEM, at=turn.at))


def _apply_stage(submission: Submission, seen: Sighting, turn: Turn) -> None:
    """Move the row to where the service says that the notice is."""
    at = turn.at
    if seen.stage is Stage.PUBLISHED:
        registering.register(
            b"".join(files.chunks(submission.stored_id)),
            Notice.Source.OWN,
            publication=seen.publication,
            published_at=at,
            case=submission.case,
            by=SYSTEM,
            at=at,
        )
        _apply(
            submission,
            turn,
            lambda row: following.published(
                row, seen.publication, seen.published_on, by=SYSTEM, at=at
            ),
        )
    elif seen.stage is Stage.REFUSED:
        judged = turn.service.report(notice_id=submission.notice, version=submission.version)
        file_answer(submission, "report", judged.answer, at)
        faults = judged.faults
        _apply(submission, turn, lambda row: following.refused(row, faults, by=SYSTEM, at=at))
    elif seen.stage is Stage.STOPPED:
        _apply(submission, turn, lambda row: following.stopped(row, by=SYSTEM, at=at))
    else:
        _apply(submission, turn, lambda row: _moved(row, seen, turn))


def _apply(submission: Submission, turn: Turn, change: Callable[[Submission], None]) -> None:
    """Change the row, if it is still ours, as it is now: someone may have asked to stop it."""
    with transaction.atomic():
        row = Submission.objects.select_for_update().get(pk=submission.pk)
        if row.claimed_at != submission.claimed_at:
            logger.warning("a submission was taken over", submission=row.pk)
            return
        row.next_at = turn.at + SOON
        change(row)
    submission.refresh_from_db()


def _accepted(row: Submission, turn: Turn) -> None:
    if row.state not in UNDER_WAY:
        row.outcome = ""
        following.accepted(row, by=SYSTEM, at=turn.at)


def _moved(row: Submission, seen: Sighting, turn: Turn) -> None:
    state = STATE_OF.get(seen.stage) if seen.stage else None
    row.word = seen.word
    row.outcome, row.tries, row.looks = "", 0, 0
    if state is not None:
        put_step(row, State.RECEIVED, turn.at)
        if state == State.TED:
            put_step(row, State.TED, turn.at)
        if row.state != state:
            row.state, row.changed_at = state, turn.at
    row.next_at = turn.at + _pace(row, turn)
    row.save()


def _not_seen_yet(row: Submission, turn: Turn) -> None:
    """Accepted, and not in the service's own list: it happens, and is waited out."""
    row.looks += 1
    row.outcome = Outcome.NOT_THERE.value
    row.next_at = turn.at + _pace(row, turn)
    row.save()
    if row.looks == LOST_AFTER_LOOKS:
        following.delayed(row, by=SYSTEM, at=turn.at)


def _not_found(row: Submission, turn: Turn) -> None:
    """It may have arrived, and is not there; only after several looks is it sent again."""
    row.looks += 1
    row.state = State.UNCERTAIN
    row.next_at = turn.at + back_off.pause(row.looks, turn.chance)
    if row.looks >= LOOKS:
        row.begun_at, row.looks = None, 0
        if row.stop_wanted_at is not None:
            row.state, row.next_at = State.STOPPED, None
            put_step(row, State.STOPPED, turn.at)
        else:
            row.state, row.next_at = State.WAITING, turn.at
    _tried(row, turn)


def _stop_refused(row: Submission, turn: Turn) -> None:
    row.stop_refused_at = row.changed_at = turn.at
    row.save()


def _wait(row: Submission, answer: Answer, turn: Turn, *, arrived: bool) -> None:
    """Try again later, with longer and longer pauses."""
    row.outcome = answer.outcome.value
    if arrived and row.state not in UNDER_WAY:
        row.state = State.UNCERTAIN
        put_step(row, SENT, turn.at)
    if not arrived:
        row.begun_at = None
    wished = answer.retry_after_seconds
    row.next_at = turn.at + back_off.pause(row.tries + 1, turn.chance, at_least=wished)
    logger.warning("the notice service did not answer", submission=row.pk, reason=answer.reason)
    _tried(row, turn)


def _tried(row: Submission, turn: Turn) -> None:
    """Count a fruitless try, and tell the officers when there have been some."""
    row.tries += 1
    row.changed_at = turn.at
    row.save()
    if row.tries == TELL_AFTER:
        following.delayed(row, by=SYSTEM, at=turn.at)


def _give_up(row: Submission, answer: Answer, turn: Turn) -> None:
    """A later try would fare no better until someone has done something; then they ask for it."""
    row.state = State.FAILED
    row.begun_at = row.next_at = None
    row.outcome = answer.outcome.value
    row.tries += 1
    following.delayed(row, by=SYSTEM, at=turn.at)


def _pace(row: Submission, turn: Turn) -> timedelta:
    """How long until the next question: often at first, more seldom as days go."""
    age = turn.at - row.submitted_at
    return next((pause for limit, pause in FOLLOWING if age < limit), SELDOM)
