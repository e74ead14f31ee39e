"""Sealed stream: content of any length, encrypted in chunks that cannot be moved, cut or mixed.

    stream  = header line || record 0 || record 1 || ... || last record
    header  = canonical JSON {"commitment": ..., "format": "anskaff-sealed/1", "salt": ...}, LF
    derived = HKDF-SHA256(key, salt, "anskaff-sealed/1" || 0x00 || canonical JSON of binding), 64
    payload key = derived[:32], commitment = derived[32:]
    record  = nonce (12, random) || AES-256-GCM(payload key, nonce, chunk, AAD) (chunk + 16)
    AAD     = SHA-256(header line) || chunk index (8, big-endian) || 0x01 if last else 0x00

Every chunk but the last is 1 MiB. The nonce is random because an upload that is resumed may encrypt
the same chunk twice; order and end are held by the AAD. The commitment ties the stream to one key
and one binding: no sender can make a stream that opens to two contents. Written out, with a worked
example, in `docs/sealing.md`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import SEEK_END
from typing import BinaryIO, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.constant_time import bytes_eq
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from anskaff.competition.sealing.shamir import Random
from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.records.proof.canonical import canonical_bytes, read_json

FORMAT = "anskaff-sealed/1"
CHUNK_BYTES = 1024 * 1024
KEY_BYTES = 32
SALT_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
RECORD_BYTES = NONCE_BYTES + CHUNK_BYTES + TAG_BYTES
MAX_HEADER_BYTES = 1024

Binding = Mapping[str, str | int]


class Writable(Protocol):
    """Where a stream is written to: a file, or something that counts on the way."""

    def write(self, piece: bytes, /) -> object: ...


NOT_SEALED = FindingKind(
    code="sealed-unreadable",
    text=Words(
        nb="Dette er ikke en forseglet fil fra Anskaff.",
        nn="Dette er ikkje ei forsegla fil frå Anskaff.",
        en="This is not a file that Anskaff has sealed.",
    ),
    cure=Words(
        nb="Bruk den forseglede filen slik den ble lagret.",
        nn="Bruk den forsegla fila slik ho vart lagra.",
        en="Use the sealed file as it was stored.",
    ),
)
WRONG_KEY = FindingKind(
    code="sealed-key-or-binding-wrong",
    text=Words(
        nb="Nøkkelen passer ikke, eller filen hører til et annet tilbud.",
        nn="Nøkkelen passar ikkje, eller fila høyrer til eit anna tilbod.",
        en="The key does not fit, or the file belongs to another tender.",
    ),
    cure=Words(
        nb="Kontroller at fil, nøkkel og tilbud hører sammen.",
        nn="Kontroller at fil, nøkkel og tilbod høyrer saman.",
        en="Check that the file, the key and the tender belong together.",
    ),
)
DAMAGED = FindingKind(
    code="sealed-damaged",
    text=Words(
        nb="Den forseglede filen er endret eller avkortet i del {chunk}. Ingenting av den brukes.",
        nn="Den forsegla fila er endra eller avkorta i del {chunk}. Ingenting av henne blir brukt.",
        en="The sealed file was changed or cut in part {chunk}. None of it is used.",
    ),
    cure=Words(
        nb="Hent filen fra sikkerhetskopien, og sammenlign SHA-256 med kvitteringen.",
        nn="Hent fila frå tryggingskopien, og samanlikn SHA-256 med kvitteringa.",
        en="Fetch the file from the backup and compare its SHA-256 with the receipt.",
    ),
)


@dataclass(frozen=True, slots=True)
class StreamSealer:
    """Encrypts the chunks of one stream, in any order and more than once if need be.

    `header` goes first in the stream; the record of a chunk goes to `offset(index)`. The same
    header and key make the same sealer again with `resume`.
    """

    header: bytes
    _payload_key: bytes
    _random: Random

    def __repr__(self) -> str:
        return f"StreamSealer({self.header!r})"

    @classmethod
    def begin(cls, key: bytes, binding: Binding, random: Random) -> "StreamSealer":
        """A new stream under `key` (32 bytes, used for this stream only)."""
        salt = random(SALT_BYTES)
        payload_key, commitment = _derive(key, salt, binding)
        parts = {"commitment": commitment.hex(), "format": FORMAT, "salt": salt.hex()}
        return cls(canonical_bytes(parts) + b"\n", payload_key, random)

    @classmethod
    def resume(cls, header: bytes, key: bytes, binding: Binding, random: Random) -> "StreamSealer":
        """Go on with a stream whose header is already stored.

        Raises:
            Unreadable: not a header, or key or binding are not those it was begun with.
        """
        return cls(header, _payload_key(header, key, binding), random)

    def seal_chunk(self, index: int, chunk: bytes, *, last: bool) -> bytes:
        """The record of chunk `index`.

        Raises:
            ValueError: a chunk that is not the last is not 1 MiB, a last one is longer than that,
                or an empty one is not alone.
        """
        whole = len(chunk) == CHUNK_BYTES
        if index < 0 or not (whole or (last and len(chunk) < CHUNK_BYTES and (chunk or not index))):
            raise ValueError(f"chunk {index} of {len(chunk)} bytes does not fit (last: {last})")
        nonce = self._random(NONCE_BYTES)
        aad = _place(self.header, index, last=last)
        return nonce + AESGCM(self._payload_key).encrypt(nonce, chunk, aad)

    def offset(self, index: int) -> int:
        """Where in the stream the record of chunk `index` begins."""
        return len(self.header) + index * RECORD_BYTES


class StreamReader:
    """Reads a sealed stream from a seekable source, one chunk in memory at a time.

    Each chunk is right when it is given out. That the stream is whole is known when the last one
    is: use `verify` first where a part must not be used alone.
    """

    def __init__(self, source: BinaryIO, *, key: bytes, binding: Binding) -> None:
        """Read the header and the length.

        Raises:
            Unreadable: not a sealed stream, or key or binding are wrong.
        """
        source.seek(0)
        self._source = source
        self._header = source.readline(MAX_HEADER_BYTES)
        self._cipher = AESGCM(_payload_key(self._header, key, binding))
        sealed = source.seek(0, SEEK_END) - len(self._header)
        self.chunks = -(-sealed // RECORD_BYTES)
        self.content_bytes = sealed - self.chunks * (NONCE_BYTES + TAG_BYTES)
        shortest = NONCE_BYTES + TAG_BYTES + (self.chunks > 1)
        if sealed - (self.chunks - 1) * RECORD_BYTES < shortest or not self.chunks:
            raise Unreadable(DAMAGED.at("", chunk=max(self.chunks, 1)))

    def chunk(self, index: int) -> bytes:
        """The content of one chunk.

        Raises:
            IndexError: there is no such chunk.
            Unreadable: the chunk was changed, moved, or is not the last one although it stands
                last.
        """
        if not 0 <= index < self.chunks:
            raise IndexError(f"chunk {index} of {self.chunks}")
        self._source.seek(len(self._header) + index * RECORD_BYTES)
        record = _read_fully(self._source, RECORD_BYTES)
        aad = _place(self._header, index, last=index == self.chunks - 1)
        try:
            return self._cipher.decrypt(record[:NONCE_BYTES], record[NONCE_BYTES:], aad)
        except (InvalidTag, ValueError):
            raise Unreadable(DAMAGED.at("", chunk=index + 1)) from None

    def stream(self) -> Iterator[bytes]:
        """All chunks in order; raises as `chunk`."""
        for index in range(self.chunks):
            yield self.chunk(index)

    def range(self, begin: int, end: int) -> Iterator[bytes]:
        """The content from byte `begin` up to, and not with, byte `end`; raises as `chunk`."""
        end = min(end, self.content_bytes)
        for index in range(max(begin, 0) // CHUNK_BYTES, -(-end // CHUNK_BYTES)):
            start = index * CHUNK_BYTES
            yield self.chunk(index)[max(begin - start, 0) : end - start]

    def content(self) -> bytes:
        """All of it in memory, for what is known to be small; raises as `chunk`."""
        return b"".join(self.stream())

    def verify(self) -> None:
        """Read everything once and give nothing out; raises as `chunk`."""
        for _ in self.stream():
            pass


def seal_stream(
    content: BinaryIO, target: Writable, *, key: bytes, binding: Binding, random: Random
) -> StreamSealer:
    """Encrypt all of `content` to `target`, one chunk in memory at a time."""
    sealer = StreamSealer.begin(key, binding, random)
    target.write(sealer.header)
    index, chunk = 0, _read_fully(content, CHUNK_BYTES)
    while True:
        following = _read_fully(content, CHUNK_BYTES)
        target.write(sealer.seal_chunk(index, chunk, last=not following))
        if not following:
            return sealer
        index, chunk = index + 1, following


def fits(header: bytes, key: bytes, binding: Binding) -> bool:
    """Whether a header was made with this key and binding.

    Raises:
        Unreadable: not a header.
    """
    salt, commitment = _read_header(header)
    return bytes_eq(commitment, _derive(key, salt, binding)[1])


def _derive(key: bytes, salt: bytes, binding: Binding) -> tuple[bytes, bytes]:
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key is {KEY_BYTES} bytes, not {len(key)}")
    purpose = FORMAT.encode() + b"\x00" + canonical_bytes(binding)
    derived = HKDF(algorithm=SHA256(), length=2 * KEY_BYTES, salt=salt, info=purpose).derive(key)
    return derived[:KEY_BYTES], derived[KEY_BYTES:]


def _payload_key(header: bytes, key: bytes, binding: Binding) -> bytes:
    salt, commitment = _read_header(header)
    payload_key, expected = _derive(key, salt, binding)
    if not bytes_eq(commitment, expected):
        raise Unreadable(WRONG_KEY.at(""))
    return payload_key


def _read_header(header: bytes) -> tuple[bytes, bytes]:
    """Salt and commitment of a header line; refused unless it is byte for byte as we write it."""
    try:
        parts = read_json(header[:MAX_HEADER_BYTES])
        if not isinstance(parts, dict):
            raise Unreadable(NOT_SEALED.at(""))
        salt = bytes.fromhex(str(parts.get("salt")))
        commitment = bytes.fromhex(str(parts.get("commitment")))
    except ValueError:
        raise Unreadable(NOT_SEALED.at("")) from None
    written = {"commitment": commitment.hex(), "format": FORMAT, "salt": salt.hex()}
    lengths = (len(salt), len(commitment))
    if header != canonical_bytes(written) + b"\n" or lengths != (SALT_BYTES, KEY_BYTES):
        raise Unreadable(NOT_SEALED.at(""))
    return salt, commitment


def _place(header: bytes, index: int, *, last: bool) -> bytes:
    return sha256(header).digest() + index.to_bytes(8, "big") + bytes([last])


def _read_fully(source: BinaryIO, length: int) -> bytes:
    """Up to `length` bytes; fewer only at the end, also from a source that reads in pieces."""
    pieces: list[bytes] = []
    while length and (piece := source.read(length)):
        pieces.append(piece)
        length -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)
