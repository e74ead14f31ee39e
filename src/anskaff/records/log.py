"""The log: every deed as one leaf of an RFC 6962 Merkle tree, in commit order.

A leaf commits to an entry (SHA-256 over a random salt and the canonical body) without showing it.
Other rooms write through deeds and read through `queries`.
"""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, transaction

from anskaff.concepts.actor import Actor
from anskaff.concepts.errors import Unreadable
from anskaff.records.models import Checkpoint, LogEntry, LogHead, LogNode
from anskaff.records.proof import canonical, checkpoint, merkle
from anskaff.records.proof.commitment import SALT_BYTES, commitment

SIGNED_EVERY = timedelta(hours=1)

Fact = str | int | bool | None | Sequence["Fact"] | Mapping[str, "Fact"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What one deed leaves behind; see `record`."""

    subject: str
    facts: Mapping[str, Fact]
    public: Mapping[str, Fact] | None
    audience: int | None
    sealed: bool


def append(deed: str, recorded: Recorded, *, by: Actor, at: datetime) -> int:
    """Add one entry inside the running transaction and return its index.

    The lock on the head is held until commit, so indexes follow the order of commits.
    """
    head, _ = LogHead.objects.select_for_update().get_or_create(id=1)
    body = canonical.text(
        {
            "deed": deed,
            "at": at.astimezone(UTC).isoformat(),
            "person": by.person,
            "organisation": by.organisation,
            "role": by.role.value,
            "subject": recorded.subject,
            "facts": recorded.facts,
            "public": recorded.public,
            "audience": recorded.audience,
            "sealed": recorded.sealed,
        }
    )
    salt = secrets.token_bytes(32)
    index = head.size
    LogEntry.objects.create(
        index=index,
        body=body,
        salt=salt,
        deed=deed,
        at=at,
        person=by.person,
        organisation=by.organisation,
        subject=recorded.subject,
        public=recorded.public is not None,
        audience=recorded.audience,
        sealed=recorded.sealed,
    )
    leaf = merkle.leaf_hash(commitment(salt, body.encode()))
    LogNode.objects.bulk_create(
        LogNode(level=node.level, position=node.position, hash=node.hash)
        for node in merkle.append(index, leaf, stored_node)
    )
    head.size = index + 1
    head.save(update_fields=["size"])
    return index


def size() -> int:
    """How many entries the log has."""
    return LogHead.objects.filter(id=1).values_list("size", flat=True).first() or 0


def stored_node(level: int, position: int) -> bytes:
    """The stored hash of a complete subtree."""
    return bytes(LogNode.objects.values_list("hash", flat=True).get(level=level, position=position))


def signed_checkpoint(at: datetime) -> Checkpoint:
    """The signed statement of the log as it is now, made and kept if it is not there yet."""
    with transaction.atomic():
        head, _ = LogHead.objects.select_for_update().get_or_create(id=1)
        size = head.size
        known = Checkpoint.objects.filter(size=size).first()
        if known:
            return known
        key = signing_key()
        statement = checkpoint.Checkpoint(
            origin=key.name, size=size, root=merkle.root(size, stored_node)
        )
        note = checkpoint.sign(statement, key).decode()
        return Checkpoint.objects.create(size=size, note=note, at=at)


def sign_at_times(at: datetime) -> Checkpoint | None:
    """Sign a checkpoint when the log has grown and the last one is an hour old; None otherwise."""
    last = Checkpoint.objects.order_by("-size").first()
    if last is not None and (last.at > at - SIGNED_EVERY or last.size == size()):
        return None
    return signed_checkpoint(at) if size() else None


def signing_key() -> checkpoint.SigningKey:
    """The log's Ed25519 key, made once and kept in the keys folder, readable by its owner only."""
    path = Path(settings.ANSKAFF_KEYS_DIR) / "log.skey"
    if not path.exists():
        made = checkpoint.SigningKey.from_seed(settings.ANSKAFF_LOG_ORIGIN, secrets.token_bytes(32))
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        path.write_text(made.skey)
    return checkpoint.SigningKey.from_skey(path.read_text())


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What a check of the whole log found: how far it read, and the first thing that is wrong."""

    entries: int
    checkpoints: int
    wrong_entry: int | None = None
    wrong: str = ""

    @property
    def holds(self) -> bool:
        """Whether every entry, node and checkpoint agrees."""
        return not self.wrong


class UnreadableEntry(Exception):
    """The bytes of an entry in the database are not what their columns hold."""

    def __init__(self, index: int) -> None:
        super().__init__(f"entry {index} was changed: its bytes cannot be read")
        self.index = index


def verified(batch: int = 2000) -> Verification:
    """Check every entry, every stored node and every checkpoint in one pass, stopping at a fault.

    Reads in index order and keeps one hash per level, so memory does not grow with the log.
    """
    builder = merkle.RootBuilder()
    notes = dict(Checkpoint.objects.order_by("size").values_list("size", "note"))
    key = signing_key().verifier
    checked = 0

    def fault(index: int | None, wrong: str) -> Verification:
        return Verification(
            entries=builder.size, checkpoints=checked, wrong_entry=index, wrong=wrong
        )

    try:
        for entry, stored_leaf in _entries_with_leaves(batch):
            if entry.index != builder.size:
                return fault(builder.size, f"entry {builder.size} is missing")
            wrong = _wrong_in(entry, stored_leaf)
            if wrong:
                return fault(entry.index, wrong)
            builder.add(merkle.leaf_hash(commitment(bytes(entry.salt), entry.body.encode())))
            note = notes.get(builder.size)
            checked += note is not None
            if note is not None and (wrong := _wrong_in_note(note, key, builder)):
                return fault(entry.index, wrong)
    except UnreadableEntry as error:
        return fault(error.index, str(error))
    head = LogHead.objects.filter(id=1).first()
    said = head.size if head else 0
    if said != builder.size:
        return fault(builder.size, f"the log says {said} entries and holds {builder.size}")
    if notes and max(notes) > builder.size:
        return fault(builder.size, f"a checkpoint covers {max(notes)} entries")
    if builder.size and merkle.root(builder.size, stored_node) != builder.root():
        return fault(None, "stored tree nodes do not give the root of the entries")
    return Verification(entries=builder.size, checkpoints=checked)


def _entries_with_leaves(batch: int) -> Iterator[tuple[LogEntry, bytes]]:
    start = 0
    while True:
        entries = _entries_from(start, batch)
        if not entries:
            return
        leaves = dict(
            LogNode.objects.filter(
                level=0, position__gte=entries[0].index, position__lte=entries[-1].index
            ).values_list("position", "hash")
        )
        for entry in entries:
            yield entry, bytes(leaves.get(entry.index, b""))
        start = entries[-1].index + 1


def _entries_from(start: int, batch: int) -> list[LogEntry]:
    """Up to `batch` entries, or those before the first that the database cannot read.

    Raises:
        UnreadableEntry: the database cannot read the first of them.
    """
    rows = LogEntry.objects.filter(index__gte=start).order_by("index")
    try:
        return list(rows[:batch])
    except (DatabaseError, ValueError, TypeError, OverflowError) as error:
        if batch > 1:
            return _entries_from(start, batch // 2)
        raise UnreadableEntry(start) from error


def _wrong_in_note(note: str, key: checkpoint.VerifierKey, builder: merkle.RootBuilder) -> str:
    """What is wrong in the checkpoint for the entries so far, or nothing."""
    try:
        stated = checkpoint.verify(note.encode(), key)
    except Unreadable:
        return f"checkpoint {builder.size} does not have the log's signature"
    if (stated.size, stated.root) != (builder.size, builder.root()):
        return f"checkpoint {builder.size} has another root"
    return ""


def _has_its_types(entry: LogEntry) -> bool:
    """Whether body, salt and instant are what they should be; SQLite lets a column hold any."""
    held = vars(entry)
    return (
        isinstance(held["body"], str)
        and isinstance(held["salt"], bytes | memoryview)
        and len(held["salt"]) == SALT_BYTES
        and isinstance(held["at"], datetime)
    )


def _wrong_in(entry: LogEntry, stored_leaf: bytes) -> str:
    """What is wrong in one entry, or nothing."""
    if not _has_its_types(entry):
        return f"entry {entry.index} was changed: a column holds another type"
    if merkle.leaf_hash(commitment(bytes(entry.salt), entry.body.encode())) != stored_leaf:
        return f"entry {entry.index} was changed"
    said = canonical.read_json(entry.body.encode())
    assert isinstance(said, dict)
    repeated = {
        "deed": entry.deed,
        "at": entry.at.astimezone(UTC).isoformat(),
        "person": entry.person,
        "organisation": entry.organisation,
        "subject": entry.subject,
        "audience": entry.audience,
        "sealed": entry.sealed,
    }
    for name, value in repeated.items():
        if said[name] != value:
            return f"entry {entry.index} was changed: column {name}"
    if (said["public"] is not None) != entry.public:
        return f"entry {entry.index} was changed: column public"
    return ""
