"""Working copies of tenders, encrypted at rest until the opening, then gone for good.

Each competition has a draft key of its own in the keys folder. `forget` empties the working copies
and destroys that key, so no backup of the database can be read afterwards either.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db import transaction

from anskaff.competition import kept_keys, sealed_files
from anskaff.competition.models import Competition, Tender, Upload
from anskaff.records.proof.canonical import Json, canonical_bytes, member, read_json

FORMAT = "anskaff-draft/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a supplier has written so far.

    `answers` by requirement key, `prices` by price line key in NOK without VAT as plain decimals.
    `delivered` holds, by version number, the statement that was sealed (canonical JSON).
    `sealed_uploads` are the keys of all uploads that some version holds; their bytes must stay.
    `reminded` names the reminders that were sent. `given_at` says when an answer or price
    was last given or confirmed, by its key; one that is not there is as old as the tender.
    """

    lots: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    prices: Mapping[str, str] = field(default_factory=dict)
    delivered: Mapping[int, str] = field(default_factory=dict)
    sealed_uploads: tuple[str, ...] = ()
    reminded: tuple[str, ...] = ()
    given_at: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadDetails:
    """What only the supplier knows about an upload; the hashes are there when it is complete.

    `sha256` is of the content, `sealed_sha256` of the encrypted bytes in the file store.
    """

    name: str
    requirement: str
    key: bytes
    media_type: str = ""
    sha256: str = ""
    sealed_sha256: str = ""

    def __repr__(self) -> str:
        return "UploadDetails(...)"


def kept(draft: Draft, tender: Tender) -> bytes:
    """The draft as it is stored in the row of its tender."""
    content: Json = {
        "format": FORMAT,
        "lots": draft.lots,
        "answers": draft.answers,
        "prices": draft.prices,
        "delivered": {str(number): text for number, text in draft.delivered.items()},
        "sealed_uploads": draft.sealed_uploads,
        "reminded": draft.reminded,
        "given_at": {key: at.isoformat() for key, at in draft.given_at.items()},
    }
    return kept_keys.encrypt(_key(tender), canonical_bytes(content), about=_about(tender))


def read(tender: Tender) -> Draft:
    """The draft in a tender's row; an empty one after the opening."""
    if not tender.draft:
        return Draft()
    parts = read_json(kept_keys.decrypt(_key(tender), bytes(tender.draft), about=_about(tender)))
    delivered = member(parts, "delivered", dict)
    return Draft(
        lots=tuple(member(parts, "lots", list)),
        answers=member(parts, "answers", dict),
        prices=member(parts, "prices", dict),
        delivered={int(number): text for number, text in delivered.items()},
        sealed_uploads=tuple(member(parts, "sealed_uploads", list)),
        reminded=tuple(member(parts, "reminded", list)),
        given_at={key: datetime.fromisoformat(at) for key, at in _given_at(parts).items()},
    )


def _given_at(parts: Json) -> Mapping[str, str]:
    """A draft kept before this was noted has none."""
    has_it = isinstance(parts, Mapping) and "given_at" in parts
    return member(parts, "given_at", dict) if has_it else {}


def kept_details(details: UploadDetails, upload_key: str, tender: Tender) -> bytes:
    """The details as they are stored in the row of their upload."""
    content: Json = {
        "name": details.name,
        "requirement": details.requirement,
        "key": details.key.hex(),
        "media_type": details.media_type,
        "sha256": details.sha256,
        "sealed_sha256": details.sealed_sha256,
    }
    return kept_keys.encrypt(_key(tender), canonical_bytes(content), about=f"upload/{upload_key}")


def read_details(upload: Upload) -> UploadDetails:
    """The details in an upload's row, whose tender and case must be loaded with it."""
    content = kept_keys.decrypt(
        _key(upload.tender), bytes(upload.details), about=f"upload/{upload.key}"
    )
    parts = read_json(content)
    return UploadDetails(
        name=member(parts, "name", str),
        requirement=member(parts, "requirement", str),
        key=bytes.fromhex(member(parts, "key", str)),
        media_type=member(parts, "media_type", str),
        sha256=member(parts, "sha256", str),
        sealed_sha256=member(parts, "sealed_sha256", str),
    )


def with_statement(draft: Draft, number: int, statement: str, uploads: Sequence[str]) -> Draft:
    """The draft that also remembers what version `number` says and which uploads it holds."""
    return replace(
        draft,
        delivered={**draft.delivered, number: statement},
        sealed_uploads=tuple(sorted({*draft.sealed_uploads, *uploads})),
    )


def forget(competition: Competition) -> None:
    """Empty every working copy of a competition and destroy its draft key.

    Part of the opening: the content of the tenders that count lies in their envelopes. The key is
    destroyed when the transaction has been committed. Doing it again changes nothing.
    """
    Upload.objects.filter(tender__competition=competition).update(details=b"")
    Tender.objects.filter(competition=competition).update(draft=b"")
    unfinished = Upload.objects.filter(tender__competition=competition, complete_at=None)
    loose = list(unfinished.values_list("key", flat=True))
    name = _key_name(competition.case.reference)

    def destroy() -> None:
        kept_keys.destroy_key(name)
        for key in loose:
            sealed_files.remove(key)

    transaction.on_commit(destroy)


def _key(tender: Tender) -> bytes:
    return kept_keys.kept_key(_key_name(tender.competition.case.reference))


def _key_name(reference: str) -> str:
    return f"drafts/{reference.replace('/', '-')}"


def _about(tender: Tender) -> str:
    return f"draft/{tender.pk}"
