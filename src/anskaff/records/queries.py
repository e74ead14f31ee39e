"""Reads of the log: history, public change feed, receipts, checkpoints; and the outbox's state."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from anskaff.concepts.actor import Actor, Role, Viewer
from anskaff.concepts.errors import NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.records import log
from anskaff.records.log import Fact
from anskaff.records.models import Checkpoint, LogEntry, OutgoingMail
from anskaff.records.proof import merkle
from anskaff.records.proof import receipt as receipts

NO_SUCH_ENTRY = FindingKind(
    code="no-such-log-entry",
    text=Words(
        nb="Innførselen finnes ikke i loggen, eller den gjelder ikke deg.",
        nn="Innførselen finst ikkje i loggen, eller han gjeld ikkje deg.",
        en="The entry is not in the log, or it does not concern you.",
    ),
    cure=Words(
        nb="Åpne kvitteringen fra siden for tilbudet eller saken.",
        nn="Opne kvitteringa frå sida for tilbodet eller saka.",
        en="Open the receipt from the page of the tender or the case.",
    ),
)


NO_SUCH_SIZE = FindingKind(
    code="no-such-log-size",
    text=Words(
        nb="Loggen har ikke et sjekkpunkt eller et bevis for {size} innførsler.",
        nn="Loggen har ikkje eit sjekkpunkt eller eit prov for {size} innførslar.",
        en="The log has no checkpoint or proof for {size} entries.",
    ),
    cure=Words(
        nb="Hent sjekkpunktet som gjelder nå, og bruk størrelsen på den andre linjen.",
        nn="Hent sjekkpunktet som gjeld no, og bruk storleiken på den andre linja.",
        en="Get the present checkpoint and use the size on its second line.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inclusion:
    """That the leaf at `index` is in the log of `size` entries (RFC 9162 § 2.1.3)."""

    index: int
    size: int
    leaf: bytes
    hashes: tuple[bytes, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One deed as this viewer may see it; `facts` are only the public ones for outsiders."""

    index: int
    deed: str
    at: datetime
    person: int
    organisation: int
    subject: str
    facts: Mapping[str, Fact]
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """One page of happenings, newest first, and how many there are in all."""

    lines: tuple[Happening, ...]
    total: int
    people: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicChange:
    """One public deed as the change feed tells it; `index` is the cursor."""

    index: int
    deed: str
    at: datetime
    subject: str
    facts: Mapping[str, Fact]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter in the outbox; what it says is not shown."""

    id: int
    recipient: str
    title: str
    state: str
    tries: int
    send_after: datetime
    changed_at: datetime
    failure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """One page of letters, newest first, and how many there are in all."""

    lines: tuple[Letter, ...]
    total: int


def history(
    subject: str,
    viewer: Viewer,
    *,
    opened: Collection[int] = (),
    deeds: Collection[str] | None = None,
    person: int | None = None,
    offset: int = 0,
    limit: int | None = 50,
) -> History:
    """What was done about a subject, newest first, as this viewer may see it.

    Everyone sees public deeds. People of an organisation also see the deeds told to it. What
    tenderers did under seal is seen by themselves, and by the buyer for the organisations in
    `opened`: those whose tenders have been opened, which the caller knows (FOA § 22-3).

    Args:
        subject: a case reference such as `2026/1042`, or `org/987654321`.
        viewer: who looks.
        opened: organisations whose sealed deeds this viewer may see.
        deeds: only deeds with these names; None for all.
        person: only what this person did.
        offset: how many to pass over.
        limit: at most so many; None for all, for an export.
    """
    visible = _visible(subject, viewer, opened)
    people = frozenset(
        entry.person for entry in visible.only("person", "organisation") if _is_own(entry, viewer)
    )
    if deeds is not None:
        visible = visible.filter(deed__in=list(deeds))
    if person is not None:
        visible = visible.filter(person=person if person in people else -1)
    end = None if limit is None else offset + limit
    lines = tuple(_happening(entry, viewer, opened) for entry in visible[offset:end])
    return History(lines=lines, total=visible.count(), people=people)


def public_feed(viewer: Viewer, after: int = -1, limit: int = 100) -> tuple[PublicChange, ...]:
    """Public deeds with an index above `after`, in the order they were committed.

    The same for every viewer. An index is given under a lock that is held until commit, so a
    reader that goes on from the last index it saw gets every change exactly once.
    """
    del viewer
    found = LogEntry.objects.filter(public=True, index__gt=after).order_by("index")[:limit]
    return tuple(_public(entry) for entry in found)


def receipt(index: int, viewer: Viewer, *, at: datetime) -> bytes:
    """The receipt file for a deed that the viewer's organisation did or was told.

    Raises:
        NotFound: there is no such entry, or it does not concern the viewer.
    """
    entry = LogEntry.objects.filter(index=index).first()
    if entry is None or not isinstance(viewer, Actor) or not _concerns(entry, viewer):
        raise NotFound(NO_SUCH_ENTRY.at("index"))
    signed = log.signed_checkpoint(at)
    return receipts.make(
        body=entry.body.encode(),
        salt=bytes(entry.salt),
        index=index,
        inclusion=merkle.inclusion_proof(index, signed.size, log.stored_node),
        checkpoint=signed.note.encode(),
        log_key=log.signing_key().verifier,
    )


def checkpoint(viewer: Viewer, at: datetime) -> str:
    """The signed checkpoint of the log as it is now, for anyone."""
    del viewer
    return log.signed_checkpoint(at).note


def checkpoint_of(size: int, viewer: Viewer) -> str:
    """The checkpoint that was signed when the log had `size` entries, for anyone.

    Raises:
        NotFound: none was signed then.
    """
    del viewer
    note = Checkpoint.objects.filter(size=size).values_list("note", flat=True).first()
    if note is None:
        raise NotFound(NO_SUCH_SIZE.at("size", size=size))
    return note


def inclusion(index: int, size: int | None, viewer: Viewer) -> Inclusion:
    """Proof that an entry is in the log of `size` entries (now, when None), for anyone.

    Hashes with random salts say nothing of what any entry holds.

    Raises:
        NotFound: the log has not had that many entries, or there is no such entry among them.
    """
    del viewer
    now = log.size()
    size = now if size is None else size
    if not size <= now:
        raise NotFound(NO_SUCH_SIZE.at("size", size=size))
    if not index < size:
        raise NotFound(NO_SUCH_ENTRY.at("index"))
    return Inclusion(
        index=index,
        size=size,
        leaf=log.stored_node(0, index),
        hashes=merkle.inclusion_proof(index, size, log.stored_node),
    )


def consistency(old: int, new: int, viewer: Viewer) -> tuple[bytes, ...]:
    """Proof that the log of `new` entries begins with that of `old`, for anyone.

    Raises:
        NotFound: the log has not had that many entries, or the older is the longer.
    """
    del viewer
    for size, most in ((new, log.size()), (old, new)):
        if size > most:
            raise NotFound(NO_SUCH_SIZE.at("size", size=size))
    return merkle.consistency_proof(old, new, log.stored_node)


def log_key(viewer: Viewer) -> str:
    """The log's verifier key, for anyone."""
    del viewer
    return log.signing_key().verifier.vkey


def letters(
    viewer: Viewer,
    recipients: Collection[str],
    *,
    state: str = "",
    offset: int = 0,
    limit: int = 50,
) -> Letters:
    """Letters to addresses that an administrator may see; nothing for anyone else."""
    if not isinstance(viewer, Actor) or viewer.role is not Role.ADMINISTRATOR:
        return Letters(lines=(), total=0)
    found = OutgoingMail.objects.filter(recipient__in=list(recipients)).order_by("-id")
    if state:
        found = found.filter(state=state)
    return Letters(
        lines=tuple(_letter(row) for row in found[offset : offset + limit]), total=found.count()
    )


def _visible(subject: str, viewer: Viewer, opened: Collection[int]) -> QuerySet[LogEntry]:
    may_see = Q(public=True)
    if isinstance(viewer, Actor):
        may_see |= Q(audience=viewer.organisation)
        if opened:
            may_see |= Q(sealed=True, audience__in=list(opened))
    return LogEntry.objects.filter(may_see, subject=subject).order_by("-index")


def _is_own(entry: LogEntry, viewer: Viewer) -> bool:
    return isinstance(viewer, Actor) and entry.organisation == viewer.organisation


def _concerns(entry: LogEntry, viewer: Viewer) -> bool:
    """Whether the viewer's organisation did the deed or was told of it."""
    return isinstance(viewer, Actor) and viewer.organisation in (entry.organisation, entry.audience)


def _happening(entry: LogEntry, viewer: Viewer, opened: Collection[int]) -> Happening:
    body = json.loads(entry.body)
    inside = _concerns(entry, viewer) or (entry.sealed and entry.audience in opened)
    own = _is_own(entry, viewer)
    return Happening(
        index=entry.index,
        deed=entry.deed,
        at=entry.at,
        person=entry.person if own else 0,
        organisation=entry.organisation if inside else 0,
        subject=entry.subject,
        facts=body["facts"] if inside else body["public"],
        is_own=own,
    )


def _public(entry: LogEntry) -> PublicChange:
    return PublicChange(
        index=entry.index,
        deed=entry.deed,
        at=entry.at,
        subject=entry.subject,
        facts=json.loads(entry.body)["public"],
    )


def _letter(row: OutgoingMail) -> Letter:
    return Letter(
        id=row.pk,
        recipient=row.recipient,
        title=row.title,
        state=row.state,
        tries=row.tries,
        send_after=row.send_after,
        changed_at=row.changed_at,
        failure=row.failure,
    )
