"""Pieces of uploads as they arrive, and the look at a file when all of it is here.

Not deeds: a piece changes nothing that anyone is bound by. The deeds around them are in
`actions.uploads`.
"""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from anskaff.competition import drafts, file_types, sealed_files, virus_check
from anskaff.competition.models import Upload
from anskaff.competition.sealed_files import Hashes
from anskaff.competition.sealing.stream import CHUNK_BYTES
from anskaff.competition.supplier_access import is_supplier, own_tender, require_open
from anskaff.competition.virus_check import Verdict
from anskaff.concepts.actor import Actor, Viewer
from anskaff.concepts.errors import Conflict, Invalid, NotFound
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words

MAX_PIECE_BYTES = 16 * CHUNK_BYTES

NO_SUCH_UPLOAD = FindingKind(
    code="upload-not-found",
    text=Words(
        nb="Filen finnes ikke, eller den er fjernet.",
        nn="Fila finst ikkje, eller ho er fjerna.",
        en="The file does not exist or was removed.",
    ),
    cure=Words(
        nb="Last siden på nytt, og last opp filen igjen.",
        nn="Last sida på nytt, og last opp fila igjen.",
        en="Reload the page and upload the file again.",
    ),
)
ALREADY_COMPLETE = FindingKind(
    code="upload-already-complete",
    text=Words(
        nb="Filen er alt lastet opp.", nn="Fila er alt lasta opp.", en="The file is uploaded."
    ),
    cure=Words(
        nb="Last siden på nytt for å se den.",
        nn="Last sida på nytt for å sjå ho.",
        en="Reload the page to see it.",
    ),
)
OTHER_OFFSET = FindingKind(
    code="upload-offset-wrong",
    text=Words(
        nb="Neste byte er nummer {expected}, ikke {offset}.",
        nn="Neste byte er nummer {expected}, ikkje {offset}.",
        en="The next byte is number {expected}, not {offset}.",
    ),
    cure=Words(
        nb="Fortsett opplastingen fra byte {expected}.",
        nn="Hald fram opplastinga frå byte {expected}.",
        en="Go on with the upload from byte {expected}.",
    ),
)
PIECE_WRONG = FindingKind(
    code="upload-piece-wrong",
    text=Words(
        nb="Biten på {length} byte passer ikke: bare den siste kan slutte midt i en mebibyte, "
        "den kan ikke være tom, og ingen kan være over {limit} byte.",
        nn="Biten på {length} byte passar ikkje: berre den siste kan slutte midt i ein mebibyte, "
        "han kan ikkje vere tom, og ingen kan vere over {limit} byte.",
        en="The piece of {length} bytes does not fit: only the last may end inside a mebibyte, "
        "it may not be empty, and none may be over {limit} bytes.",
    ),
    cure=Words(
        nb="Send biter på hele mebibyte, i rekkefølge.",
        nn="Send bitar på heile mebibyte, i rekkjefølgje.",
        en="Send pieces of whole mebibytes, in order.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What reading a whole upload showed."""

    hashes: Hashes
    verdict: Verdict
    findings: tuple[Finding, ...] = ()


def own_upload(upload_key: str, by: Viewer, *, lock: bool = False) -> Upload:
    """An upload of the actor's own organisation that was not removed.

    Raises:
        NotFound: there is none, or it is another organisation's; the answer is the same.
    """
    rows = Upload.objects.select_related("tender__competition__case__buyer", "tender__supplier")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(key=upload_key[:40], removed_at=None).first()
    owner = by.organisation if isinstance(by, Actor) and is_supplier(by) else None
    if found is None or found.tender.supplier_id != owner:
        raise NotFound(NO_SUCH_UPLOAD.at("upload"))
    return found


def append(
    upload_key: str,
    *,
    offset: int,
    piece: bytes,
    by: Actor,
    at: datetime,
    last: bool | None = None,
) -> int:
    """Encrypt one piece into the store and return how many bytes have come.

    `last` is only told for uploads whose size was not declared.

    Raises:
        NotFound: not an upload of the actor's organisation.
        Conflict: the deadline has passed, the upload is complete, or the piece is not the next.
        Invalid: the piece does not end where a piece may end, or goes past the declared size.
    """
    upload = own_upload(upload_key, by)
    require_open(upload.tender.competition, at)
    key = drafts.read_details(upload).key
    with sealed_files.locked(upload.key) as file:
        upload.refresh_from_db(fields=["received_bytes", "complete_at", "declared_bytes"])
        if upload.complete_at is not None:
            raise Conflict(ALREADY_COMPLETE.at("upload"))
        if offset != upload.received_bytes:
            expected = upload.received_bytes
            raise Conflict(OTHER_OFFSET.at("offset", expected=expected, offset=offset))
        end = offset + len(piece)
        ends = end == upload.declared_bytes if last is None else last
        limit = upload.declared_bytes or settings.ANSKAFF_UPLOAD_LIMIT_BYTES
        whole = len(piece) % CHUNK_BYTES == 0
        if not piece or len(piece) > MAX_PIECE_BYTES or end > limit or not (whole or ends):
            length = len(piece)
            raise Invalid(PIECE_WRONG.at("piece", length=length, limit=MAX_PIECE_BYTES))
        sealed_files.write(file, key, binding(upload), offset=offset, piece=piece, last=ends)
        upload.received_bytes = end
        if ends:
            upload.declared_bytes = end
        upload.save(update_fields=["received_bytes", "declared_bytes"])
    return end


def examine(upload_key: str, *, by: Actor) -> Examined:
    """Read a whole upload: hash it, compare content and name, and have it checked for viruses.

    Takes seconds for large files, so it is done outside any transaction.

    Raises:
        NotFound: not an upload of the actor's organisation.
        Conflict: not all of it has come.
    """
    upload = own_upload(upload_key, by)
    if not upload.declared_bytes or upload.received_bytes != upload.declared_bytes:
        expected, offset = upload.received_bytes, upload.declared_bytes
        raise Conflict(OTHER_OFFSET.at("offset", expected=expected, offset=offset))
    details = drafts.read_details(upload)
    bound = binding(upload)
    head = next(sealed_files.chunks(upload.key, details.key, bound))
    return Examined(
        hashes=sealed_files.hashes(upload.key, details.key, bound),
        verdict=virus_check.ask(
            settings.ANSKAFF_CLAMD, sealed_files.chunks(upload.key, details.key, bound)
        ),
        findings=file_types.check(details.name, head[: file_types.HEAD_BYTES]),
    )


def require_room(tender_id: int, *, by: Actor, at: datetime) -> None:
    """Refuse files before a byte of them is read, when the tender cannot take any.

    Raises:
        NotFound: not a tender of the actor's organisation.
        Conflict: the deadline has passed.
    """
    require_open(own_tender(tender_id, by).competition, at)


def name_of(upload_key: str, *, by: Actor) -> str:
    """What the supplier calls an upload; errors as `own_upload`."""
    return drafts.read_details(own_upload(upload_key, by)).name


def discard(upload_key: str) -> None:
    """Throw away an upload that never became part of a tender; others are left alone."""
    gone, _ = Upload.objects.filter(key=upload_key, complete_at=None).delete()
    if gone:
        sealed_files.remove(upload_key)


def binding(upload: Upload) -> dict[str, str | int]:
    """What the sealed stream of an upload belongs to."""
    return {
        "competition": upload.tender.competition.case.reference,
        "tender": str(upload.tender_id),
        "upload": upload.key,
    }
