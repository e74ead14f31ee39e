"""Envelopes of delivered tenders: sealed on arrival, and where their shares are kept.

An envelope holds the statement of one version and the keys of its files. Its key is split to the
case's opening officers, `openers_required` of them, and to the platform, whose part lies encrypted
under a key in the keys folder and is only used after the deadline.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from anskaff.competition import kept_keys
from anskaff.competition.models import (
    Competition,
    EnvelopeShare,
    PlatformShare,
    TeamMember,
    TenderVersion,
)
from anskaff.competition.sealing import envelope as sealing
from anskaff.competition.sealing import officer_keys
from anskaff.competition.sealing.envelope import Binding, SealedEnvelope
from anskaff.competition.sealing.officer_keys import OfficerPublicKey
from anskaff.competition.statement import Statement
from anskaff.concepts.actor import TeamRole
from anskaff.records import files
from anskaff.records.proof.canonical import Json, canonical_bytes

FORMAT = "anskaff-tender-content/1"
SEALED_MEDIA_TYPE = "application/vnd.anskaff.sealed"
PLATFORM_KEY = "platform"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKey:
    """How one file of a version is decrypted: its upload, its key, the hash of its bytes."""

    upload: str
    key: bytes
    sealed_sha256: str

    def __repr__(self) -> str:
        return f"FileKey({self.upload!r})"


@dataclass(frozen=True, slots=True)
class _Officer:
    person: int
    key_row: int
    public: OfficerPublicKey


def seal_into(
    version: TenderVersion, statement: Statement, keys: Sequence[FileKey], *, at: datetime
) -> None:
    """Seal a version's content, save the version, and keep the shares.

    Raises:
        Invalid: the case has too few opening officers with a key.
    """
    competition = version.tender.competition
    officers = _officers(competition)
    bound = binding_of(statement)
    content: Json = {
        "format": FORMAT,
        "statement": statement.as_json(),
        "keys": [
            {"upload": key.upload, "key": key.key.hex(), "sealed_sha256": key.sealed_sha256}
            for key in keys
        ],
    }
    sealed = BytesIO()
    made = sealing.seal(
        canonical_bytes(content),
        sealed,
        binding=bound,
        officers=[officer.public for officer in officers],
        threshold=competition.openers_required,
        random=secrets.token_bytes,
    )
    version.sealed = files.store([sealed.getvalue()], media_type=SEALED_MEDIA_TYPE, at=at)
    version.header = made.envelope.as_bytes().decode()
    version.save()
    by_key = {officer.public.public: officer for officer in officers}
    EnvelopeShare.objects.bulk_create(
        EnvelopeShare(
            version=version,
            officer_id=by_key[share.officer.public].person,
            officer_key_id=by_key[share.officer.public].key_row,
            wrapped=share.wrapped,
        )
        for share in made.envelope.shares
    )
    PlatformShare.objects.create(
        version=version,
        protected=kept_keys.encrypt(
            kept_keys.kept_key(PLATFORM_KEY), made.platform_part, about=_about(bound)
        ),
    )


def binding_of(statement: Statement) -> Binding:
    """What the envelope of a statement belongs to."""
    return Binding(
        competition=statement.competition,
        lot=",".join(statement.lots),
        tender=statement.tender,
        version=statement.version,
        bidder=statement.bidder,
    )


def envelope_of(version: TenderVersion) -> SealedEnvelope:
    """The envelope beside a version's sealed content; errors as `SealedEnvelope.from_bytes`."""
    return SealedEnvelope.from_bytes(version.header.encode())


def platform_part(version: TenderVersion) -> bytes:
    """The platform's part of a version's key.

    Raises:
        Unreadable: the platform key is another one, or the share was changed.
    """
    return kept_keys.decrypt(
        kept_keys.kept_key(PLATFORM_KEY),
        bytes(version.platform_share.protected),
        about=_about(envelope_of(version).binding),
    )


def _about(binding: Binding) -> str:
    return canonical_bytes({"platform-share": binding.as_json()}).decode()


def _officers(competition: Competition) -> list[_Officer]:
    """The case's opening officers who have a key in use, in the order they joined the team."""
    team = TeamMember.objects.filter(
        case=competition.case_id, role=TeamRole.OPENING_OFFICER.value
    ).order_by("id")
    found = []
    for member in team.select_related("person"):
        row = member.person.officer_keys.filter(retired_at=None).first()
        if row is not None:
            public = officer_keys.public_key(row.protected_private_key.encode())
            found.append(_Officer(member.person_id, row.pk, public))
    return found
