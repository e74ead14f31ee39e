"""Deeds: files on their way into a tender (UX G10, S4).

A file comes in pieces of whole mebibytes and is encrypted as it arrives. `arriving.append` takes
the pieces; a deed begins, finishes and removes. What an upload is called and what is in it stays
out of log and messages.
"""

import secrets
from dataclasses import replace
from datetime import datetime

from django.conf import settings

from anskaff.competition import arriving, drafts, file_types, sealed_files
from anskaff.competition.drafts import UploadDetails
from anskaff.competition.models import Competition, Requirement, Upload
from anskaff.competition.supplier_access import own_tender, require_open
from anskaff.concepts.actor import Actor
from anskaff.concepts.errors import Conflict, Invalid
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.records.deeds import deed, record

Check = Upload.Check
MAX_FILES = 500

TOO_LARGE = FindingKind(
    code="file-too-large",
    text=Words(
        nb="Filen er på {size} MiB; høyst {limit} MiB tas imot.",
        nn="Fila er på {size} MiB; høgst {limit} MiB blir tekne imot.",
        en="The file has {size} MiB; at most {limit} MiB are accepted.",
    ),
    cure=Words(
        nb="Del filen i flere, eller komprimer bildene i den.",
        nn="Del fila i fleire, eller komprimer bileta i henne.",
        en="Split the file or compress the pictures in it.",
    ),
)
TOO_MANY = FindingKind(
    code="files-too-many",
    text=Words(
        nb="Tilbudet har alt {limit} filer.",
        nn="Tilbodet har alt {limit} filer.",
        en="The tender already has {limit} files.",
    ),
    cure=Words(
        nb="Fjern filer som ikke trengs, eller samle dem i en ZIP-fil.",
        nn="Fjern filer som ikkje trengst, eller samle dei i ei ZIP-fil.",
        en="Remove files that are not needed, or put them in one ZIP file.",
    ),
)
UNKNOWN_REQUIREMENT = FindingKind(
    code="file-requirement-unknown",
    text=Words(
        nb="Konkurransen har ikke kravet «{requirement}».",
        nn="Konkurransen har ikkje kravet «{requirement}».",
        en="The competition has no requirement “{requirement}”.",
    ),
    cure=Words(
        nb="Velg et krav fra listen, eller «Generelt vedlegg».",
        nn="Vel eit krav frå lista, eller «Generelt vedlegg».",
        en="Choose a requirement from the list, or “General attachment”.",
    ),
)
NOT_ALL_HERE = FindingKind(
    code="upload-not-complete",
    text=Words(
        nb="Bare {received} av {declared} byte er kommet fram.",
        nn="Berre {received} av {declared} byte er komne fram.",
        en="Only {received} of {declared} bytes have arrived.",
    ),
    cure=Words(
        nb="Velg den samme filen igjen; opplastingen fortsetter der den stoppet.",
        nn="Vel den same fila igjen; opplastinga held fram der ho stoppa.",
        en="Choose the same file again; the upload goes on where it stopped.",
    ),
)
INFECTED = FindingKind(
    code="file-infected",
    text=Words(
        nb="Virussjekken fant skadelig innhold. Filen er slettet.",
        nn="Virussjekken fann skadeleg innhald. Fila er sletta.",
        en="The virus check found harmful content. The file was deleted.",
    ),
    cure=Words(
        nb="Kontroller maskinen din, lag filen på nytt, og last den opp igjen.",
        nn="Kontroller maskina di, lag fila på nytt, og last ho opp igjen.",
        en="Check your computer, make the file again and upload it again.",
    ),
)


@deed(
    "competition.upload_begun",
    nb="Begynte å laste opp en fil.",
    nn="Byrja å laste opp ei fil.",
    en="Began to upload a file.",
)
def begin_upload(
    tender_id: int, *, name: str, size: int | None, requirement: str = "", by: Actor, at: datetime
) -> str:
    """Make room for a file and return the key to send its pieces to.

    Args:
        tender_id: the tender, of the actor's organisation.
        name: the file's name; folders are cut off.
        size: its length in bytes; None when that is known only at the end.
        requirement: the key of the requirement that it answers; empty for a general attachment.
        by: who uploads.
        at: when.

    Raises:
        NotFound: not a tender of the actor's organisation.
        Conflict: the deadline has passed.
        Invalid: an empty or too large file, a bad name or type, an unknown requirement.
    """
    tender = own_tender(tender_id, by, lock=True)
    require_open(tender.competition, at)
    name = file_types.clean_name(name)
    findings = list(file_types.check_name(name))
    if size is not None and not findings:
        findings += _size_findings(name, size)
    findings += _requirement_findings(requirement, tender.competition)
    if tender.uploads.filter(removed_at=None).count() >= MAX_FILES:
        findings.append(TOO_MANY.at("file", limit=MAX_FILES))
    if findings:
        raise Invalid(*findings)
    upload_key, file_key = secrets.token_hex(16), secrets.token_bytes(32)
    details = UploadDetails(name=name, requirement=requirement, key=file_key)
    upload = Upload.objects.create(
        key=upload_key,
        tender=tender,
        details=drafts.kept_details(details, upload_key, tender),
        declared_bytes=size or 0,
        started_at=at,
    )
    sealed_files.begin(upload_key, file_key, arriving.binding(upload))
    record(tender.competition.case.reference, audience=by.organisation, sealed=True)
    return upload_key


@deed(
    "competition.upload_finished",
    nb="Lastet opp en fil. Virussjekk: {check}.",
    nn="Lasta opp ei fil. Virussjekk: {check}.",
    en="Uploaded a file. Virus check: {check}.",
)
def finish_upload(
    upload_key: str,
    *,
    examined: arriving.Examined,
    requirement: str = "",
    by: Actor,
    at: datetime,
) -> Check:
    """Take a file whose last piece has come into the tender; an infected one is thrown away.

    `examined` comes from `arriving.examine`, which reads the file outside the transaction.
    `requirement` is for uploads that were begun without telling what they answer.

    Raises:
        NotFound: not an upload of the actor's organisation.
        Conflict: the deadline has passed, or it was finished before.
        Invalid: pieces are missing, the file is empty, or its content is not what its name says.
    """
    upload = arriving.own_upload(upload_key, by, lock=True)
    require_open(upload.tender.competition, at)
    if upload.complete_at is not None:
        raise Conflict(arriving.ALREADY_COMPLETE.at("upload"))
    if not upload.declared_bytes or upload.received_bytes != upload.declared_bytes:
        received, declared = upload.received_bytes, upload.declared_bytes
        raise Invalid(NOT_ALL_HERE.at("file", received=received, declared=declared))
    details = drafts.read_details(upload)
    findings = [
        *_size_findings(details.name, examined.hashes.size),
        *examined.findings,
        *_requirement_findings(requirement, upload.tender.competition),
    ]
    if findings:
        raise Invalid(*findings)
    details = replace(
        details,
        requirement=requirement or details.requirement,
        media_type=file_types.media_type(details.name),
        sha256=examined.hashes.content,
        sealed_sha256=examined.hashes.sealed,
    )
    upload.details = drafts.kept_details(details, upload.key, upload.tender)
    upload.check_state = Check(examined.verdict.value)
    upload.complete_at = at
    if upload.check_state == Check.INFECTED:
        upload.removed_at = at
        sealed_files.remove(upload.key)
    upload.save()
    record(
        upload.tender.competition.case.reference,
        {"check": upload.check_state},
        audience=by.organisation,
        sealed=True,
    )
    return Check(upload.check_state)


@deed(
    "competition.upload_removed",
    nb="Fjernet en fil fra utkastet.",
    nn="Fjerna ei fil frå utkastet.",
    en="Removed a file from the draft.",
)
def remove_upload(upload_key: str, *, by: Actor, at: datetime) -> None:
    """Take a file out of the draft; its bytes stay only if a delivered version holds it.

    Raises:
        NotFound: not an upload of the actor's organisation, or removed already.
        Conflict: the deadline has passed.
    """
    upload = arriving.own_upload(upload_key, by, lock=True)
    require_open(upload.tender.competition, at)
    upload.removed_at = at
    upload.save(update_fields=["removed_at"])
    if upload.key not in drafts.read(upload.tender).sealed_uploads:
        sealed_files.remove(upload.key)
    reference = upload.tender.competition.case.reference
    record(reference, audience=by.organisation, sealed=True)


def _requirement_findings(requirement: str, competition: Competition) -> list[Finding]:
    known = Requirement.objects.filter(competition=competition).values_list("key", flat=True)
    if not requirement or requirement in set(known):
        return []
    shown = requirement[:20].replace("\x00", "")
    return [UNKNOWN_REQUIREMENT.at("requirement", requirement=shown)]


def _size_findings(name: str, size: int) -> list[Finding]:
    limit = settings.ANSKAFF_UPLOAD_LIMIT_BYTES
    if size <= 0:
        return [file_types.EMPTY_FILE.at("file", name=name)]
    if size > limit:
        mib = 1024**2
        return [TOO_LARGE.at("file", size=-(-size // mib), limit=limit // mib)]
    return []


DEEDS = (begin_upload, finish_upload, remove_upload)
