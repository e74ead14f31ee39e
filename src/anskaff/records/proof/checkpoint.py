"""Checkpoint: a signed statement of how long the log is and what its root is.

The formats of C2SP: `tlog-checkpoint` for the text, `signed-note` for signatures and keys, with
Ed25519. Extension lines are kept; signatures by other keys (witnesses) are let be.

>>> key = SigningKey.from_seed("logg.nordvik.example", bytes(32))
>>> note = sign(Checkpoint(origin=key.name, size=0, root=merkle.EMPTY_ROOT), key)
>>> print(note.decode().splitlines()[0:3])
['logg.nordvik.example', '0', '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=']
>>> verify(note, VerifierKey.parse(key.verifier.vkey)).size
0
"""

import base64
import binascii
import re
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.records.proof import merkle

MAX_NOTE_BYTES = 64 * 1024
MAX_SIGNATURES = 64
MAX_SIZE = 2**63 - 1
ED25519 = b"\x01"
KEY_BYTES = 32
KEY_ID_BYTES = 4

_SIGNATURE_LINE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})")
_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")

NOT_A_CHECKPOINT = FindingKind(
    code="checkpoint-unreadable",
    text=Words(
        nb="Dette er ikke et signert sjekkpunkt: {reason}.",
        nn="Dette er ikkje eit signert sjekkpunkt: {reason}.",
        en="This is not a signed checkpoint: {reason}.",
    ),
    cure=Words(
        nb="Last ned sjekkpunktet på nytt, og bruk filen uten å endre den.",
        nn="Last ned sjekkpunktet på nytt, og bruk fila utan å endre henne.",
        en="Download the checkpoint again and use the file unchanged.",
    ),
    source="C2SP tlog-checkpoint, signed-note",
)
NOT_SIGNED_BY_KEY = FindingKind(
    code="checkpoint-not-signed-by-key",
    text=Words(
        nb="Sjekkpunktet er ikke signert med nøkkelen {key}.",
        nn="Sjekkpunktet er ikkje signert med nøkkelen {key}.",
        en="The checkpoint is not signed with the key {key}.",
    ),
    cure=Words(
        nb="Kontroller at sjekkpunkt og nøkkel hører til samme logg.",
        nn="Kontroller at sjekkpunkt og nøkkel høyrer til same logg.",
        en="Check that the checkpoint and the key belong to the same log.",
    ),
    source="C2SP signed-note",
)
SIGNATURE_WRONG = FindingKind(
    code="checkpoint-signature-wrong",
    text=Words(
        nb="Signaturen fra {key} stemmer ikke med innholdet i sjekkpunktet.",
        nn="Signaturen frå {key} stemmer ikkje med innhaldet i sjekkpunktet.",
        en="The signature by {key} does not match the content of the checkpoint.",
    ),
    cure=Words(
        nb="Sjekkpunktet er endret. Hent det på nytt, og meld fra til eieren av loggen hvis feilen "
        "består.",
        nn="Sjekkpunktet er endra. Hent det på nytt, og meld frå til eigaren av loggen dersom "
        "feilen held fram.",
        en="The checkpoint was changed. Get it again, and tell the owner of the log if the error "
        "stays.",
    ),
    source="C2SP signed-note",
)
OTHER_ORIGIN = FindingKind(
    code="checkpoint-of-another-log",
    text=Words(
        nb="Sjekkpunktet gjelder loggen {origin}, men nøkkelen hører til {key}.",
        nn="Sjekkpunktet gjeld loggen {origin}, men nøkkelen høyrer til {key}.",
        en="The checkpoint is about the log {origin}, but the key belongs to {key}.",
    ),
    cure=Words(
        nb="Bruk nøkkelen til loggen som sjekkpunktet gjelder.",
        nn="Bruk nøkkelen til loggen som sjekkpunktet gjeld.",
        en="Use the key of the log that the checkpoint is about.",
    ),
    source="C2SP tlog-checkpoint",
)
KEY_UNREADABLE = FindingKind(
    code="log-key-unreadable",
    text=Words(
        nb="Dette er ikke en verifiseringsnøkkel på formen navn+id+nøkkel.",
        nn="Dette er ikkje ein verifiseringsnøkkel på forma namn+id+nøkkel.",
        en="This is not a verifier key of the form name+id+key.",
    ),
    cure=Words(
        nb="Kopier hele nøkkelen fra eieren av loggen, uten mellomrom.",
        nn="Kopier heile nøkkelen frå eigaren av loggen, utan mellomrom.",
        en="Copy the whole key from the owner of the log, without spaces.",
    ),
    source="C2SP signed-note",
)

_NOT_UTF8 = Words(nb="teksten er ikke UTF-8", nn="teksten er ikkje UTF-8", en="it is not UTF-8")
_TOO_LONG = Words(nb="filen er for lang", nn="fila er for lang", en="the file is too long")
_NO_SIGNATURE = Words(
    nb="signaturlinjene mangler eller er ødelagt",
    nn="signaturlinjene manglar eller er øydelagde",
    en="the signature lines are missing or broken",
)
_NO_BODY = Words(
    nb="loggnavn, størrelse og rot mangler eller er ødelagt",
    nn="loggnamn, storleik og rot manglar eller er øydelagde",
    en="the log name, size and root are missing or broken",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """The log `origin` has `size` entries, and their Merkle root is `root` (32 bytes)."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        lines = (self.origin, *self.extensions)
        if not all(line and _printable(line) and "\n" not in line for line in lines):
            raise ValueError("an origin or extension is one line of text without control signs")
        if not 0 <= self.size <= MAX_SIZE or len(self.root) != merkle.HASH_BYTES:
            raise ValueError("a checkpoint has a size from 0 and a root of 32 bytes")

    @property
    def text(self) -> str:
        """The lines that are signed, with the last line break."""
        root = base64.b64encode(self.root).decode()
        return "".join(
            f"{line}\n" for line in (self.origin, str(self.size), root, *self.extensions)
        )


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """The public key of a log and its name."""

    name: str
    public: bytes

    def __post_init__(self) -> None:
        if not _is_key_name(self.name) or len(self.public) != KEY_BYTES:
            raise ValueError("a key has a name without space or plus, and 32 bytes")

    @property
    def key_id(self) -> bytes:
        """The first four bytes of SHA-256(name, line break, algorithm, key)."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:KEY_ID_BYTES]

    @property
    def vkey(self) -> str:
        """`name+id+key`, as C2SP signed-note writes a verifier key."""
        return f"{self.name}+{self.key_id.hex()}+{base64.b64encode(ED25519 + self.public).decode()}"

    @classmethod
    def parse(cls, vkey: str) -> "VerifierKey":
        """Read `name+id+key`.

        Raises:
            Unreadable: not of that form, not Ed25519, or the id does not belong to the key.
        """
        parts = vkey.strip().split("+", 2)
        coded = strict_base64(parts[-1])
        well_formed = (
            len(parts) == 3  # noqa: PLR2004
            and _is_key_name(parts[0])
            and coded is not None
            and len(coded) == 1 + KEY_BYTES
            and coded[:1] == ED25519
        )
        if not well_formed or coded is None:
            raise Unreadable(KEY_UNREADABLE.at("log_key"))
        key = cls(parts[0], coded[1:])
        if key.key_id.hex() != parts[1]:
            raise Unreadable(KEY_UNREADABLE.at("log_key"))
        return key


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The private key of a log and its name; it is never shown by `repr`."""

    name: str
    private: Ed25519PrivateKey

    def __repr__(self) -> str:
        return f"SigningKey({self.name!r})"

    @classmethod
    def from_seed(cls, name: str, seed: bytes) -> "SigningKey":
        """From the 32 random bytes of RFC 8032."""
        return cls(name, Ed25519PrivateKey.from_private_bytes(seed))

    @classmethod
    def from_pem(cls, name: str, pem: bytes, password: bytes | None = None) -> "SigningKey":
        """From a PKCS #8 file.

        Raises:
            ValueError: not a PEM private key, or the password is wrong.
            TypeError: a password is needed, or the key is not Ed25519.
        """
        private = load_pem_private_key(pem, password)
        if not isinstance(private, Ed25519PrivateKey):
            raise TypeError("a log is signed with an Ed25519 key")
        return cls(name, private)

    @classmethod
    def from_skey(cls, skey: str) -> "SigningKey":
        """From `PRIVATE+KEY+name+id+key`.

        Raises:
            ValueError: not of that form, or the id does not belong to the key.
        """
        parts = skey.strip().split("+", 4)
        coded = strict_base64(parts[-1])
        if len(parts) != 5 or parts[:2] != ["PRIVATE", "KEY"] or not coded or coded[:1] != ED25519:  # noqa: PLR2004
            raise ValueError("not a signing key of the form PRIVATE+KEY+name+id+key")
        key = cls.from_seed(parts[2], coded[1:])
        if key.verifier.key_id.hex() != parts[3]:
            raise ValueError("the id does not belong to the signing key")
        return key

    @property
    def skey(self) -> str:
        """`PRIVATE+KEY+name+id+key`; whoever has it can sign as the log."""
        coded = base64.b64encode(ED25519 + self.private.private_bytes_raw()).decode()
        return f"PRIVATE+KEY+{self.name}+{self.verifier.key_id.hex()}+{coded}"

    @property
    def verifier(self) -> VerifierKey:
        """The public half."""
        return VerifierKey(self.name, self.private.public_key().public_bytes_raw())


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signature line: whose name, which key, and the signature itself."""

    name: str
    key_id: bytes
    signature: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedCheckpoint:
    """A checkpoint as read, with signatures that nobody has checked yet."""

    checkpoint: Checkpoint
    signed_text: bytes
    signatures: tuple[Signature, ...]


def sign(checkpoint: Checkpoint, key: SigningKey) -> bytes:
    """The note: text, blank line, signature line.

    Raises:
        ValueError: the key has another name than the log.
    """
    if checkpoint.origin != key.name:
        raise ValueError(f"{key.name} does not sign for {checkpoint.origin}")
    text = checkpoint.text.encode()
    coded = base64.b64encode(key.verifier.key_id + key.private.sign(text)).decode()
    return text + f"\n— {key.name} {coded}\n".encode()


def parse(note: bytes) -> SignedCheckpoint:
    """Read a note without checking who signed it.

    Raises:
        Unreadable: not a signed checkpoint, or longer than 64 KiB.
    """
    if len(note) > MAX_NOTE_BYTES:
        raise _unreadable(_TOO_LONG)
    try:
        whole = note.decode()
    except UnicodeDecodeError:
        raise _unreadable(_NOT_UTF8) from None
    text, blank, below = whole.rpartition("\n\n")
    lines = below.split("\n")
    if not blank or lines.pop() != "" or not 0 < len(lines) <= MAX_SIGNATURES:
        raise _unreadable(_NO_SIGNATURE)
    signed_text = f"{text}\n"
    return SignedCheckpoint(
        checkpoint=_read_text(signed_text),
        signed_text=signed_text.encode(),
        signatures=tuple(_read_signature(line) for line in lines),
    )


def verify(note: bytes, key: VerifierKey) -> Checkpoint:
    """The checkpoint in a note that `key` has signed for the log of its own name.

    Raises:
        Unreadable: not a signed checkpoint, not signed by the key, changed, or of another log.
    """
    signed = parse(note)
    origin = signed.checkpoint.origin
    if origin != key.name:
        raise Unreadable(OTHER_ORIGIN.at("checkpoint", origin=origin, key=key.name))
    own = [s for s in signed.signatures if s.name == key.name and s.key_id == key.key_id]
    if not own:
        raise Unreadable(NOT_SIGNED_BY_KEY.at("checkpoint", key=_label(key)))
    try:
        for line in own:
            Ed25519PublicKey.from_public_bytes(key.public).verify(
                line.signature, signed.signed_text
            )
    except InvalidSignature:
        raise Unreadable(SIGNATURE_WRONG.at("checkpoint", key=_label(key))) from None
    return signed.checkpoint


def strict_base64(text: str) -> bytes | None:
    """Standard base64 that encodes back to the same text; None for anything else."""
    try:
        decoded = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return decoded if base64.b64encode(decoded).decode() == text else None


def _read_text(text: str) -> Checkpoint:
    lines = text.removesuffix("\n").split("\n")
    if len(lines) < 3 or not _SIZE.fullmatch(lines[1]):  # noqa: PLR2004
        raise _unreadable(_NO_BODY)
    try:
        return Checkpoint(
            origin=lines[0],
            size=int(lines[1]),
            root=strict_base64(lines[2]) or b"",
            extensions=tuple(lines[3:]),
        )
    except ValueError:
        raise _unreadable(_NO_BODY) from None


def _read_signature(line: str) -> Signature:
    found = _SIGNATURE_LINE.fullmatch(line)
    coded = strict_base64(found[2]) if found else None
    if found is None or coded is None or len(coded) <= KEY_ID_BYTES:
        raise _unreadable(_NO_SIGNATURE)
    return Signature(name=found[1], key_id=coded[:KEY_ID_BYTES], signature=coded[KEY_ID_BYTES:])


def _printable(line: str) -> bool:
    """Without control signs and lone surrogates, which UTF-8 cannot write."""
    return all(" " <= sign < "\ud800" or sign > "\udfff" for sign in line)


def _is_key_name(name: str) -> bool:
    return bool(name) and _printable(name) and not re.search(r"[\s+]", name)


def _label(key: VerifierKey) -> str:
    return f"{key.name}+{key.key_id.hex()}"


def _unreadable(reason: Words) -> Unreadable:
    return Unreadable(NOT_A_CHECKPOINT.at("checkpoint", reason=reason))
