"""A person's inbox: messages, which are read, and how each kind is wanted by e-mail (UX G18)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from anskaff.concepts.actor import Actor, Viewer
from anskaff.records.models import Notification, NotificationChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message; the words come from the kind called `kind` with `facts` filled in."""

    id: int
    kind: str
    subject: str
    facts: Mapping[str, str]
    path: str
    at: datetime
    is_read: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """One page of the inbox, newest first, and how many there are in all."""

    lines: tuple[Message, ...]
    total: int


def messages(
    viewer: Viewer, *, unread_only: bool = False, offset: int = 0, limit: int = 25
) -> Messages:
    """The viewer's own messages; none for the public."""
    if not isinstance(viewer, Actor):
        return Messages(lines=(), total=0)
    found = Notification.objects.filter(person=viewer.person).order_by("-at", "-id")
    if unread_only:
        found = found.filter(read_at=None)
    return Messages(
        lines=tuple(_message(row) for row in found[offset : offset + limit]), total=found.count()
    )


def unread(viewer: Viewer) -> int:
    """How many messages the viewer has not read."""
    if not isinstance(viewer, Actor):
        return 0
    return Notification.objects.filter(person=viewer.person, read_at=None).count()


def mark_read(viewer: Actor, message: int | None, at: datetime) -> str | None:
    """Mark one of the viewer's messages read and return its path; None marks them all."""
    mine = Notification.objects.filter(person=viewer.person)
    chosen = mine if message is None else mine.filter(id=message)
    chosen.filter(read_at=None).update(read_at=at)
    return None if message is None else chosen.values_list("path", flat=True).first()


def frequencies(viewer: Viewer) -> dict[str, str]:
    """The viewer's choices by kind of message; a kind that is not there comes at once."""
    if not isinstance(viewer, Actor):
        return {}
    return dict(
        NotificationChoice.objects.filter(person=viewer.person).values_list("kind", "frequency")
    )


def _message(row: Notification) -> Message:
    return Message(
        id=row.pk,
        kind=row.kind,
        subject=row.subject,
        facts=row.facts,
        path=row.path,
        at=row.at,
        is_read=row.read_at is not None,
    )
