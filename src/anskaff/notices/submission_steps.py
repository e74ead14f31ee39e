"""The steps of a submission and the raw answers to its requests, written down as they come."""

from datetime import datetime

from anskaff.notices.gateway.service import Answer
from anskaff.notices.models import Submission, SubmissionAttempt, SubmissionStep
from anskaff.records import files

SENT = "sent"
ANSWER_TYPE = "application/octet-stream"


def put_step(submission: Submission, step: str, at: datetime) -> None:
    """Note that a step is passed; the first time is the one that counts."""
    SubmissionStep.objects.get_or_create(submission=submission, step=step, defaults={"at": at})


def file_answer(submission: Submission, asked: str, answer: Answer, at: datetime) -> None:
    """Keep an answer before anything is made of it; the same one again is counted."""
    stored = None
    if answer.body:
        stored = files.store([answer.body], media_type=ANSWER_TYPE, at=at)
    last = SubmissionAttempt.objects.filter(submission=submission).order_by("-pk").first()
    told = (asked, answer.outcome.value, answer.status, stored.sha256 if stored else None)
    if last is not None and told == (last.asked, last.outcome, last.status, last.stored_id):
        last.times += 1
        last.last_at = at
        last.save(update_fields=["times", "last_at"])
        return
    SubmissionAttempt.objects.create(
        submission=submission,
        asked=asked,
        at=at,
        last_at=at,
        outcome=answer.outcome.value,
        status=answer.status,
        reason=answer.reason[:200],
        stored=stored,
    )
