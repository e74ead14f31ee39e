"""Sealed envelope: content that opens only with k of n officers' keys and the platform's share.

    content key   = 32 random bytes, for this envelope only
    platform part = 32 random bytes; officer part = content key XOR platform part
    share i       = Shamir share i of the officer part, k of n
    wrapped i     = HPKE (RFC 9180, base mode, DHKEM X25519 + HKDF-SHA256, HKDF-SHA256, AES-256-GCM)
                    of share i to officer i, with everything it belongs to in `info`

The content is a sealed stream (`stream.py`). The envelope beside it is public within the
installation: it has no secret in it. The platform part is handed back apart, to be kept where it is
only released after the deadline. `docs/sealing.md` gives every byte.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from itertools import combinations
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from anskaff.competition.sealing import shamir
from anskaff.competition.sealing.officer_keys import OfficerPrivateKey, OfficerPublicKey
from anskaff.competition.sealing.shamir import Random, Share
from anskaff.competition.sealing.stream import (
    CHUNK_BYTES,
    KEY_BYTES,
    StreamReader,
    Writable,
    fits,
    seal_stream,
)
from anskaff.concepts.errors import Conflict, Invalid, Unreadable
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.records.proof.canonical import Json, canonical_bytes, member, read_json

FORMAT = "anskaff-envelope/1"
SHARE_FORMAT = "anskaff-share/1"
MAX_OFFICERS = 16
MAX_ENVELOPE_BYTES = 64 * 1024
WRAPPED_BYTES = 32 + 1 + KEY_BYTES + 16

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)

BAD_QUORUM = FindingKind(
    code="sealing-quorum-impossible",
    text=Words(
        nb="{threshold} av {officers} åpnere kan ikke åpne. Det må være 1 til {limit} ulike "
        "åpnere, og ikke flere må kreves enn det finnes.",
        nn="{threshold} av {officers} opnarar kan ikkje opne. Det må vere 1 til {limit} ulike "
        "opnarar, og ikkje fleire må krevjast enn det finst.",
        en="{threshold} of {officers} opening officers cannot open. There must be 1 to {limit} "
        "different officers, and no more may be required than there are.",
    ),
    cure=Words(
        nb="Legg til åpnere med hver sin nøkkel, eller krev færre.",
        nn="Legg til opnarar med kvar sin nøkkel, eller krev færre.",
        en="Add opening officers with a key each, or require fewer.",
    ),
)
OTHER_BINDING = FindingKind(
    code="envelope-of-another-tender",
    text=Words(
        nb="Konvolutten hører ikke til dette tilbudet og denne versjonen.",
        nn="Konvolutten høyrer ikkje til dette tilbodet og denne versjonen.",
        en="The envelope does not belong to this tender and version.",
    ),
    cure=Words(
        nb="Åpne konvolutten fra det tilbudet den ble levert med.",
        nn="Opne konvolutten frå det tilbodet han vart levert med.",
        en="Open the envelope from the tender that it was delivered with.",
    ),
)
NO_SHARE = FindingKind(
    code="envelope-no-share-for-officer",
    text=Words(
        nb="Konvolutten er ikke forseglet til nøkkelen til {officer}.",
        nn="Konvolutten er ikkje forsegla til nøkkelen til {officer}.",
        en="The envelope is not sealed to the key of {officer}.",
    ),
    cure=Words(
        nb="La en av disse åpne: {officers}.",
        nn="La ein av desse opne: {officers}.",
        en="Let one of these open: {officers}.",
    ),
)
SHARE_DAMAGED = FindingKind(
    code="envelope-share-damaged",
    text=Words(
        nb="Nøkkeldelen til {officer} er endret eller byttet ut.",
        nn="Nøkkeldelen til {officer} er endra eller bytt ut.",
        en="The key share of {officer} was changed or replaced.",
    ),
    cure=Words(
        nb="La en annen åpner åpne, eller hent konvolutten fra sikkerhetskopien.",
        nn="La ein annan opnar opne, eller hent konvolutten frå tryggingskopien.",
        en="Let another officer open, or fetch the envelope from the backup.",
    ),
)
TOO_FEW_SHARES = FindingKind(
    code="envelope-too-few-shares",
    text=Words(
        nb="{given} av {needed} åpnere har åpnet.",
        nn="{given} av {needed} opnarar har opna.",
        en="{given} of {needed} opening officers have opened.",
    ),
    cure=Words(
        nb="La flere åpnere skrive inn passordfrasen sin.",
        nn="La fleire opnarar skrive inn passordfrasen sin.",
        en="Let more opening officers type their passphrase.",
    ),
)
ENVELOPE_UNREADABLE = FindingKind(
    code="envelope-unreadable",
    text=Words(
        nb="Dette er ikke en forseglet konvolutt fra Anskaff.",
        nn="Dette er ikkje ein forsegla konvolutt frå Anskaff.",
        en="This is not a sealed envelope from Anskaff.",
    ),
    cure=Words(
        nb="Hent konvolutten fra sikkerhetskopien.",
        nn="Hent konvolutten frå tryggingskopien.",
        en="Fetch the envelope from the backup.",
    ),
)
SHARES_WRONG = FindingKind(
    code="envelope-shares-do-not-fit",
    text=Words(
        nb="Nøkkeldelene fra åpnerne og plattformen gir ikke nøkkelen til konvolutten.",
        nn="Nøkkeldelane frå opnarane og plattforma gir ikkje nøkkelen til konvolutten.",
        en="The shares of the officers and the platform do not give the key of the envelope.",
    ),
    cure=Words(
        nb="Prøv med andre åpnere. Går det heller ikke, skal det protokollføres.",
        nn="Prøv med andre opnarar. Går ikkje det heller, skal det protokollførast.",
        en="Try with other officers. If that does not work either, record it in the protocol.",
    ),
)
OTHER_CONTENT = FindingKind(
    code="envelope-content-differs",
    text=Words(
        nb="Det forseglede innholdet er ikke det som ble levert: SHA-256 er {found}, ikke "
        "{expected}.",
        nn="Det forsegla innhaldet er ikkje det som vart levert: SHA-256 er {found}, ikkje "
        "{expected}.",
        en="The sealed content is not what was delivered: its SHA-256 is {found}, not {expected}.",
    ),
    cure=Words(
        nb="Hent filen fra sikkerhetskopien. Stemmer den heller ikke, skal det protokollføres.",
        nn="Hent fila frå tryggingskopien. Stemmer ikkje ho heller, skal det protokollførast.",
        en="Fetch the file from the backup. If that does not match either, record it in the "
        "protocol.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """What an envelope belongs to; ids as text, `version` counted from 1."""

    competition: str
    lot: str
    tender: str
    version: int
    bidder: str

    def as_json(self) -> dict[str, str | int]:
        """As it stands in HPKE `info`, in the key derivation and in the envelope."""
        return {
            "bidder": self.bidder,
            "competition": self.competition,
            "lot": self.lot,
            "tender": self.tender,
            "version": self.version,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class WrappedShare:
    """Share `number`, encrypted to one officer: 32 bytes `enc`, then 49 of ciphertext."""

    number: int
    officer: OfficerPublicKey
    wrapped: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedEnvelope:
    """All that is known about a sealed stream without opening it; nothing in it is secret."""

    binding: Binding
    threshold: int
    header: bytes
    shares: tuple[WrappedShare, ...]
    sealed_sha256: str
    sealed_bytes: int

    def as_bytes(self) -> bytes:
        """Canonical JSON, as stored beside the stream."""
        return canonical_bytes(
            {
                "format": FORMAT,
                "binding": self.binding.as_json(),
                "threshold": self.threshold,
                "header": self.header.decode(),
                "sealed_sha256": self.sealed_sha256,
                "sealed_bytes": self.sealed_bytes,
                "shares": [
                    {
                        "number": share.number,
                        "officer": share.officer.officer,
                        "public": share.officer.public.hex(),
                        "wrapped": share.wrapped.hex(),
                    }
                    for share in self.shares
                ],
            }
        )

    @classmethod
    def from_bytes(cls, written: bytes) -> "SealedEnvelope":
        """Read what `as_bytes` wrote.

        Raises:
            Unreadable: anything else.
        """
        try:
            parts = read_json(written[: MAX_ENVELOPE_BYTES + 1])
            envelope = cls(
                binding=_read_binding(member(parts, "binding", dict)),
                threshold=member(parts, "threshold", int),
                header=member(parts, "header", str).encode(),
                shares=tuple(_read_share(share) for share in member(parts, "shares", list)),
                sealed_sha256=member(parts, "sealed_sha256", str),
                sealed_bytes=member(parts, "sealed_bytes", int),
            )
            same = envelope.as_bytes() == written
        except ValueError:
            raise Unreadable(ENVELOPE_UNREADABLE.at("")) from None
        if not same or len(written) > MAX_ENVELOPE_BYTES or not _is_sound(envelope):
            raise Unreadable(ENVELOPE_UNREADABLE.at(""))
        return envelope


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealing:
    """What sealing gives: the envelope to store, and the platform's part to keep apart."""

    envelope: SealedEnvelope
    platform_part: bytes

    def __repr__(self) -> str:
        return f"Sealing(envelope={self.envelope!r})"


def seal(
    content: bytes | BinaryIO,
    target: Writable,
    *,
    binding: Binding,
    officers: Sequence[OfficerPublicKey],
    threshold: int,
    random: Random,
) -> Sealing:
    """Encrypt `content` to `target` under a fresh key that `threshold` of `officers` can restore.

    Raises:
        Invalid: the officers cannot form that quorum.
    """
    if not 1 <= threshold <= len({o.public for o in officers}) == len(officers) <= MAX_OFFICERS:
        count = len(officers)
        raise Invalid(
            BAD_QUORUM.at("officers", threshold=threshold, officers=count, limit=MAX_OFFICERS)
        )
    content_key, platform_part = random(KEY_BYTES), random(KEY_BYTES)
    source = BytesIO(content) if isinstance(content, bytes) else content
    counted = _Counted(target)
    sealer = seal_stream(source, counted, key=content_key, binding=binding.as_json(), random=random)
    shares = shamir.split(
        _xor(content_key, platform_part), threshold=threshold, count=len(officers), random=random
    )
    envelope = SealedEnvelope(
        binding=binding,
        threshold=threshold,
        header=sealer.header,
        shares=tuple(
            _wrap(share, officer, share_info(binding, threshold, sealer.header, share.number))
            for share, officer in zip(shares, officers, strict=True)
        ),
        sealed_sha256=counted.sha256.hexdigest(),
        sealed_bytes=counted.length,
    )
    return Sealing(envelope=envelope, platform_part=platform_part)


def open_share(envelope: SealedEnvelope, officer: OfficerPrivateKey, *, binding: Binding) -> Share:
    """The officer's share of the envelope that should belong to `binding`.

    Raises:
        Unreadable: another tender's envelope, none for this key, or a share that was changed.
    """
    _require_binding(envelope, binding)
    own = [share for share in envelope.shares if share.officer.public == officer.public]
    if not own:
        names = ", ".join(share.officer.officer for share in envelope.shares)
        raise Unreadable(NO_SHARE.at("officer", officer=officer.officer, officers=names))
    wrapped = own[0]
    info = share_info(binding, envelope.threshold, envelope.header, wrapped.number)
    try:
        return Share.from_bytes(_SUITE.decrypt(wrapped.wrapped, officer.private, info=info))
    except (InvalidTag, ValueError):
        raise Unreadable(SHARE_DAMAGED.at("officer", officer=officer.officer)) from None


def combine(envelope: SealedEnvelope, shares: Sequence[Share], platform_part: bytes) -> bytes:
    """The content key, shown to be the one that the envelope was sealed with.

    When there are more shares than needed, a wrong one among them does not stop the others.

    Raises:
        Conflict: fewer different shares than the envelope asks for.
        Unreadable: the shares and the platform's part do not give the key.
    """
    different = {share.number: share for share in shares}
    if len(different) < envelope.threshold:
        given, needed = len(different), envelope.threshold
        raise Conflict(TOO_FEW_SHARES.at("shares", given=given, needed=needed))
    for parts in combinations(different.values(), envelope.threshold):
        lengths = {len(platform_part), *(len(share.value) for share in parts)}
        if lengths != {KEY_BYTES}:
            continue
        key = _xor(shamir.join(parts), platform_part)
        if fits(envelope.header, key, envelope.binding.as_json()):
            return key
    raise Unreadable(SHARES_WRONG.at("shares"))


def unseal(
    envelope: SealedEnvelope, sealed: BinaryIO, *, key: bytes, binding: Binding
) -> StreamReader:
    """A reader of the content, given only when all of it has been read once and found right.

    Reads the seekable `sealed` twice, with one chunk in memory.

    Raises:
        Unreadable: another tender's envelope or content, a wrong key, or any changed byte.
    """
    _require_binding(envelope, binding)
    digest = sha256()
    sealed.seek(0)
    while piece := sealed.read(CHUNK_BYTES):
        digest.update(piece)
    if digest.hexdigest() != envelope.sealed_sha256:
        found, expected = digest.hexdigest(), envelope.sealed_sha256
        raise Unreadable(OTHER_CONTENT.at("sealed", found=found, expected=expected))
    reader = StreamReader(sealed, key=key, binding=binding.as_json())
    reader.verify()
    return reader


def share_info(binding: Binding, threshold: int, header: bytes, number: int) -> bytes:
    """HPKE `info` of one share: what it belongs to, which stream, k, and its number."""
    belongs: dict[str, Json] = {
        "binding": binding.as_json(),
        "header_sha256": sha256(header).hexdigest(),
        "number": number,
        "threshold": threshold,
    }
    return SHARE_FORMAT.encode() + b"\x00" + canonical_bytes(belongs)


class _Counted:
    """Passes bytes on to a target and remembers their length and SHA-256."""

    def __init__(self, target: Writable) -> None:
        self.sha256 = sha256()
        self.length = 0
        self._target = target

    def write(self, piece: bytes, /) -> object:
        self.sha256.update(piece)
        self.length += len(piece)
        return self._target.write(piece)


def _wrap(share: Share, officer: OfficerPublicKey, info: bytes) -> WrappedShare:
    recipient = X25519PublicKey.from_public_bytes(officer.public)
    wrapped = _SUITE.encrypt(share.as_bytes(), recipient, info=info)
    return WrappedShare(number=share.number, officer=officer, wrapped=wrapped)


def _require_binding(envelope: SealedEnvelope, binding: Binding) -> None:
    if envelope.binding != binding:
        raise Unreadable(OTHER_BINDING.at("binding"))


def _read_binding(parts: Json) -> Binding:
    return Binding(
        competition=member(parts, "competition", str),
        lot=member(parts, "lot", str),
        tender=member(parts, "tender", str),
        version=member(parts, "version", int),
        bidder=member(parts, "bidder", str),
    )


def _read_share(parts: Json) -> WrappedShare:
    public = bytes.fromhex(member(parts, "public", str))
    return WrappedShare(
        number=member(parts, "number", int),
        officer=OfficerPublicKey(member(parts, "officer", str), public),
        wrapped=bytes.fromhex(member(parts, "wrapped", str)),
    )


def _is_sound(envelope: SealedEnvelope) -> bool:
    count = len(envelope.shares)
    return (
        1 <= envelope.threshold <= count <= MAX_OFFICERS
        and [share.number for share in envelope.shares] == list(range(1, count + 1))
        and all(len(share.wrapped) == WRAPPED_BYTES for share in envelope.shares)
        and len({share.officer.public for share in envelope.shares}) == count
    )


def _xor(a: bytes, b: bytes) -> bytes:
    return bytes(x ^ y for x, y in zip(a, b, strict=True))
