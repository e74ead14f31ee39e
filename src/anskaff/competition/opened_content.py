"""What lies in the envelopes, for the opening: share by share, then content, then files.

    share   = release_share(version, officer)            one per opening officer
    content = unseal_version(version, shares, at=at)     when enough officers have released
    store   = store_file(content, file, at=at)           each file, into the ordinary file store

Nothing here asks who opens: the deed that opens does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from anskaff.competition import envelopes, sealed_files, statement
from anskaff.competition.envelopes import FORMAT, FileKey
from anskaff.competition.models import TenderVersion
from anskaff.competition.sealing import envelope as sealing
from anskaff.competition.sealing.officer_keys import OfficerPrivateKey
from anskaff.competition.sealing.shamir import Share
from anskaff.competition.statement import StatedFile, Statement
from anskaff.competition.supplier_access import to_the_second
from anskaff.concepts.errors import Conflict, Unreadable
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.records import files
from anskaff.records.proof.canonical import Json, member, read_json

STILL_SEALED = FindingKind(
    code="opening-before-deadline",
    text=Words(
        nb="Tilbudene er forseglet til {deadline} (norsk tid).",
        nn="Tilboda er forsegla til {deadline} (norsk tid).",
        en="The tenders are sealed until {deadline} (Norwegian time).",
    ),
    cure=Words(
        nb="Åpne dem etter fristen.", nn="Opne dei etter fristen.", en="Open them after that."
    ),
    source="FOA § 22-3",
)
CONTENT_UNREADABLE = FindingKind(
    code="opened-content-unreadable",
    text=Words(
        nb="Innholdet i konvolutten er ikke det tilbudet som ble levert.",
        nn="Innhaldet i konvolutten er ikkje det tilbodet som vart levert.",
        en="The content of the envelope is not the tender that was delivered.",
    ),
    cure=Words(
        nb="Ta vare på konvolutten, og før det i protokollen.",
        nn="Ta vare på konvolutten, og før det i protokollen.",
        en="Keep the envelope and record this in the protocol.",
    ),
)
ENVELOPE_MISSING = FindingKind(
    code="opened-envelope-missing",
    text=Words(
        nb="Konvolutten finnes ikke i fillageret.",
        nn="Konvolutten finst ikkje i fillageret.",
        en="The envelope is not in the file store.",
    ),
    cure=Words(
        nb="Hent den fra sikkerhetskopien, og prøv å åpne den igjen.",
        nn="Hent han frå tryggingskopien, og prøv å opne han igjen.",
        en="Fetch it from the backup and try to open it again.",
    ),
)
FILE_CHANGED = FindingKind(
    code="opened-file-changed",
    text=Words(
        nb="Filen «{name}» er ikke den som ble levert.",
        nn="Fila «{name}» er ikkje den som vart levert.",
        en="The file “{name}” is not the one that was delivered.",
    ),
    cure=Words(
        nb="Hent filen fra sikkerhetskopien. Går det ikke, skal det protokollføres.",
        nn="Hent fila frå tryggingskopien. Går det ikkje, skal det protokollførast.",
        en="Fetch the file from the backup. If that fails, record it in the protocol.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedContent:
    """The content of one version: what it says, and the keys of its files in the same order."""

    statement: Statement
    keys: tuple[FileKey, ...]


def versions_that_count(competition_id: int) -> list[TenderVersion]:
    """The newest standing version of each tender, in the order of delivery."""
    standing = TenderVersion.objects.filter(
        tender__competition=competition_id, withdrawn_at=None
    ).select_related("tender__competition__case", "tender__supplier", "sealed", "platform_share")
    newest: dict[int, TenderVersion] = {}
    for version in standing.order_by("number"):
        newest[version.tender_id] = version
    return sorted(newest.values(), key=lambda version: (version.delivered_at, version.pk))


def release_share(version: TenderVersion, officer: OfficerPrivateKey) -> Share:
    """One officer's share of a version's key; errors as `sealing.open_share`."""
    found = envelopes.envelope_of(version)
    return sealing.open_share(found, officer, binding=found.binding)


def unseal_version(
    version: TenderVersion, shares: Sequence[Share], *, at: datetime
) -> OpenedContent:
    """The content of a version, shown to be what the supplier has a receipt for.

    Raises:
        Conflict: before the deadline, or fewer shares than the case asks for.
        Unreadable: changed bytes, shares of another envelope, or content with another hash.
    """
    deadline = version.tender.competition.tender_deadline
    if deadline is None or at < deadline:
        until = to_the_second(deadline) if deadline else "?"
        raise Conflict(STILL_SEALED.at("opening", deadline=until))
    envelope = envelopes.envelope_of(version)
    key = sealing.combine(envelope, shares, envelopes.platform_part(version))
    try:
        stored = files.opened(version.sealed.sha256)
    except FileNotFoundError:
        raise Unreadable(ENVELOPE_MISSING.at("sealed")) from None
    with stored as sealed:
        reader = sealing.unseal(envelope, sealed, key=key, binding=envelope.binding)
        opened = _read(reader.content())
    belongs = (opened.statement.version, opened.statement.tender, opened.statement.sha256)
    if belongs != (version.number, str(version.tender_id), version.content_sha256):
        raise Unreadable(CONTENT_UNREADABLE.at(""))
    return opened


def file_chunks(content: OpenedContent, number: int) -> Iterator[bytes]:
    """The content of the file at `number` (from 0), in pieces of 1 MiB.

    Raises:
        Unreadable: the encrypted bytes are not those that were delivered.
    """
    key = content.keys[number]
    if sealed_files.sealed_sha256(key.upload) != key.sealed_sha256:
        raise Unreadable(FILE_CHANGED.at("file", name=content.statement.files[number].name))
    binding: dict[str, str | int] = {
        "competition": content.statement.competition,
        "tender": content.statement.tender,
        "upload": key.upload,
    }
    yield from sealed_files.chunks(key.upload, key.key, binding)


def store_file(content: OpenedContent, number: int, *, at: datetime) -> tuple[StatedFile, str]:
    """Decrypt a file into the file store; what is stated about it, and its SHA-256 there.

    Raises:
        Unreadable: the content has another hash than the supplier stated.
    """
    stated = content.statement.files[number]
    stored = files.store(file_chunks(content, number), media_type=stated.media_type, at=at)
    if stored.sha256 != stated.sha256:
        raise Unreadable(FILE_CHANGED.at("file", name=stated.name))
    return stated, stored.sha256


def _read(content: bytes) -> OpenedContent:
    try:
        parts = read_json(content)
        if member(parts, "format", str) != FORMAT:
            raise Unreadable(CONTENT_UNREADABLE.at(""))
        said = statement.from_json(member(parts, "statement", dict))
        keys: Sequence[Json] = member(parts, "keys", list)
        file_keys = tuple(
            FileKey(
                upload=member(key, "upload", str),
                key=bytes.fromhex(member(key, "key", str)),
                sealed_sha256=member(key, "sealed_sha256", str),
            )
            for key in keys
        )
    except ValueError:
        raise Unreadable(CONTENT_UNREADABLE.at("")) from None
    if len(file_keys) != len(said.files):
        raise Unreadable(CONTENT_UNREADABLE.at(""))
    return OpenedContent(statement=said, keys=file_keys)
