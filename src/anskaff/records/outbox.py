"""The outbox: a deed writes letters in its own transaction, the worker sends them afterwards.

A letter is waiting, running, done or failed, and people see which (UX G8). Several workers may run:
each claims its letters under a lock, so that no letter is sent twice. A letter that a worker died
with is taken up again after `ABANDONED_AFTER`; its Message-ID stays the same, so that a mail system
that already got it can drop the second copy.
"""

import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q

from anskaff.concepts.words import Words
from anskaff.records.models import OutgoingMail

logger = structlog.get_logger()

State = OutgoingMail.State
BACK_OFF = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
)
ABANDONED_AFTER = timedelta(minutes=15)
BATCH = 50
BUNDLE_TITLE = Words(
    nb="{count} meldinger fra Anskaff", nn="{count} meldingar frå Anskaff", en="{count} messages"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What one round of the worker did, in letters."""

    sent: int
    put_off: int
    failed: int


def put(
    recipient: str,
    *,
    title: str,
    text: str,
    path: str,
    language: str,
    at: datetime,
    bundled: bool = False,
    ending: str = "",
    stop_address: str = "",
) -> None:
    """Put a letter in the outbox, to leave at `at`; it ends with a link to `path`, and `ending`.

    `path` is without language prefix. Bundled letters to one address leave as one. `stop_address`
    is where a POST stops letters like this one; mail readers make a button of it (RFC 8058).
    """
    OutgoingMail.objects.create(
        recipient=recipient,
        title=" ".join(title.split())[:300],
        text=f"{text}\n\n{settings.ANSKAFF_BASE_URL}/{language}{path}\n"
        + (f"\n{ending}\n" if ending else ""),
        stop_address=stop_address,
        language=language,
        bundled=bundled,
        send_after=at,
        changed_at=at,
    )


def deliver_due(at: datetime) -> Delivered:
    """Send what is due through Django's mail back-end; retries are put off further each time."""
    sent = put_off = failed = 0
    for letters in _bundles(_claimed(at)):
        try:
            _message(letters).send()
        except (OSError, smtplib.SMTPException, ValueError) as error:
            for letter in letters:
                if _give_back(letter, error, at):
                    put_off += 1
                else:
                    failed += 1
        else:
            sent += len(letters)
            OutgoingMail.objects.filter(id__in=[letter.pk for letter in letters]).update(
                state=State.DONE, text="", stop_address="", failure="", changed_at=at
            )
    return Delivered(sent=sent, put_off=put_off, failed=failed)


def _claimed(at: datetime) -> list[OutgoingMail]:
    """Letters that are due, now running and ours."""
    due = Q(state=State.WAITING, send_after__lte=at)
    abandoned = Q(state=State.RUNNING, changed_at__lte=at - ABANDONED_AFTER)
    with transaction.atomic():
        letters = list(
            OutgoingMail.objects.select_for_update(skip_locked=True)
            .filter(due | abandoned)
            .order_by("send_after", "id")[:BATCH]
        )
        for letter in letters:
            letter.state = State.RUNNING
            letter.tries += 1
            letter.changed_at = at
        OutgoingMail.objects.bulk_update(letters, ["state", "tries", "changed_at"])
    return letters


def _bundles(letters: Sequence[OutgoingMail]) -> list[list[OutgoingMail]]:
    """Daily letters to one address together, all others alone."""
    bundles: dict[str, list[OutgoingMail]] = {}
    for letter in letters:
        key = letter.recipient if letter.bundled else str(letter.pk)
        bundles.setdefault(key, []).append(letter)
    return list(bundles.values())


def _message(letters: Sequence[OutgoingMail]) -> EmailMessage:
    first = letters[0]
    title, text = first.title, first.text
    if len(letters) > 1:
        title = BUNDLE_TITLE.in_(first.language).format(count=len(letters))
        text = "\n".join(f"{letter.title}\n\n{letter.text}" for letter in letters)
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2]
    return EmailMessage(
        title,
        text,
        to=[first.recipient],
        headers={
            "Message-ID": f"<letter-{first.pk}@{domain}>",
            "Content-Language": first.language,
            "Auto-Submitted": "auto-generated",
            **_stopping(letters),
        },
    )


def _stopping(letters: Sequence[OutgoingMail]) -> dict[str, str]:
    """How a mail reader stops letters like these; nothing for several kinds in one letter.

    Source: RFC 2369 § 3.2, and RFC 8058 §§ 3.1 and 4, which demands HTTPS for stopping at once.
    """
    addresses = {letter.stop_address for letter in letters}
    address = addresses.pop()
    if addresses or not address:
        return {}
    at_once = {"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return {
        "List-Unsubscribe": f"<{address}>",
        **(at_once if address.startswith("https://") else {}),
    }


def _give_back(letter: OutgoingMail, error: Exception, at: datetime) -> bool:
    """Put a letter off after a failure; False when it has failed for good."""
    again = letter.tries <= len(BACK_OFF)
    letter.state = State.WAITING if again else State.FAILED
    letter.send_after = at + BACK_OFF[letter.tries - 1] if again else letter.send_after
    letter.failure = f"{type(error).__name__}: {error}"[:300]
    letter.changed_at = at
    letter.save(update_fields=["state", "send_after", "failure", "changed_at"])
    logger.warning("letter not sent", letter=letter.pk, tries=letter.tries, again=again)
    return again
