"""Messages to people: an inbox row and, when wanted, a letter in the outbox (UX G18).

Letters never hold what a tender says, only that something happened and where to look.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from anskaff.concepts.words import Words
from anskaff.records.models import Notification, NotificationChoice, OutgoingMail


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageKind:
    """One kind of message; title and text may name facts in braces."""

    code: str
    title: Words
    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """A person who gets a message, in the language they read."""

    person: int
    email: str
    language: str


def notify(
    recipients: Iterable[Recipient],
    kind: MessageKind,
    *,
    subject: str,
    path: str,
    facts: Mapping[str, str],
    at: datetime,
) -> None:
    """Put a message in each inbox and, by each person's choice, a letter in the outbox.

    Part of the deed's transaction: if the deed fails, nobody is told. `path` is the address
    without language prefix, for example `/konkurranser/2026-1042/`.
    """
    told = list(recipients)
    Notification.objects.bulk_create(
        Notification(
            person=one.person, kind=kind.code, subject=subject, facts=dict(facts), path=path, at=at
        )
        for one in told
    )
    choices = dict(
        NotificationChoice.objects.filter(
            kind=kind.code, person__in=[one.person for one in told]
        ).values_list("person", "frequency")
    )
    OutgoingMail.objects.bulk_create(
        _letter(one, kind, path, facts, at, daily=wanted == NotificationChoice.Frequency.DAILY)
        for one in told
        if (wanted := choices.get(one.person)) != NotificationChoice.Frequency.NEVER
    )


def _letter(
    to: Recipient,
    kind: MessageKind,
    path: str,
    facts: Mapping[str, str],
    at: datetime,
    *,
    daily: bool,
) -> OutgoingMail:
    text = kind.text.in_(to.language).format(**facts)
    return OutgoingMail(
        recipient=to.email,
        title=kind.title.in_(to.language).format(**facts)[:300],
        text=f"{text}\n\n{settings.ANSKAFF_BASE_URL}/{to.language}{path}\n",
        send_after=_next_morning(at) if daily else at,
        changed_at=at,
    )


def _next_morning(at: datetime) -> datetime:
    """Seven o'clock UTC the next day, when daily letters leave."""
    return (at + timedelta(days=1)).replace(hour=7, minute=0, second=0, microsecond=0)
