"""Messages to people: an inbox row and, when wanted, a letter in the outbox (UX G18).

Letters never hold what a tender says, only that something happened and where to look.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from anskaff.concepts.days import legal_day, start_of_day
from anskaff.concepts.words import Words
from anskaff.records import outbox
from anskaff.records.models import Notification, NotificationChoice


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
    ending: str = "",
    stop_address: str = "",
) -> None:
    """Put a message in each inbox and, by each person's choice, a letter in the outbox.

    `ending` is what only the letter says, after the link to `path`; `stop_address` is where a POST
    stops such letters.

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
    for one in told:
        wanted = choices.get(one.person, NotificationChoice.Frequency.AT_ONCE)
        if wanted == NotificationChoice.Frequency.NEVER:
            continue
        daily = wanted == NotificationChoice.Frequency.DAILY
        outbox.put(
            one.email,
            title=kind.title.in_(one.language).format(**facts),
            text=kind.text.in_(one.language).format(**facts),
            path=path,
            language=one.language,
            at=_next_morning(at) if daily else at,
            bundled=daily,
            ending=ending,
            stop_address=stop_address,
        )


def _next_morning(at: datetime) -> datetime:
    """Seven o'clock in Oslo the next day, when daily letters leave."""
    return start_of_day(legal_day(at) + timedelta(days=1)) + timedelta(hours=7)
