"""The sealed part of the file store: uploads, encrypted piece by piece as they arrive.

No plaintext is ever written to disk. A file is a sealed stream (`sealing.stream`) under a key of
its own; its pieces are whole chunks of 1 MiB, only the last may be shorter, so an upload that was
cut goes on where it stopped.
"""

import fcntl
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from anskaff.competition.sealing.stream import (
    CHUNK_BYTES,
    MAX_HEADER_BYTES,
    StreamReader,
    StreamSealer,
)

Binding = dict[str, str | int]


def begin(upload: str, key: bytes, binding: Binding) -> None:
    """Make the empty stream of an upload."""
    path = path_of(upload)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600, exist_ok=False)
    path.write_bytes(StreamSealer.begin(key, binding, secrets.token_bytes).header)


@contextmanager
def locked(upload: str) -> Iterator[BinaryIO]:
    """The upload's file, for one writer at a time."""
    with path_of(upload).open("r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file


def write(
    file: BinaryIO, key: bytes, binding: Binding, *, offset: int, piece: bytes, last: bool
) -> None:
    """Encrypt content from byte `offset` (a whole number of chunks) into a locked file.

    Raises:
        ValueError: the piece does not end where a chunk ends, and is not the last.
    """
    file.seek(0)
    sealer = StreamSealer.resume(file.readline(MAX_HEADER_BYTES), key, binding, secrets.token_bytes)
    first = offset // CHUNK_BYTES
    chunks = [piece[at : at + CHUNK_BYTES] for at in range(0, len(piece), CHUNK_BYTES)]
    file.seek(sealer.offset(first))
    for number, chunk in enumerate(chunks):
        ends = last and number == len(chunks) - 1
        file.write(sealer.seal_chunk(first + number, chunk, last=ends))
    file.truncate()
    file.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hashes:
    """SHA-256 of the content and of the encrypted bytes, with the length of the content."""

    content: str
    sealed: str
    size: int


def hashes(upload: str, key: bytes, binding: Binding) -> Hashes:
    """Read the whole stream once, checking every chunk, with one chunk in memory.

    Raises:
        Unreadable: a chunk was changed or is missing.
    """
    content, sealed = sha256(), sha256()
    with path_of(upload).open("rb") as file:
        while piece := file.read(CHUNK_BYTES):
            sealed.update(piece)
        reader = StreamReader(file, key=key, binding=binding)
        for chunk in reader.stream():
            content.update(chunk)
        return Hashes(
            content=content.hexdigest(), sealed=sealed.hexdigest(), size=reader.content_bytes
        )


def chunks(upload: str, key: bytes, binding: Binding) -> Iterator[bytes]:
    """The content in pieces of 1 MiB; raises as `hashes`."""
    with path_of(upload).open("rb") as file:
        yield from StreamReader(file, key=key, binding=binding).stream()


def sealed_sha256(upload: str) -> str:
    """SHA-256 of the encrypted bytes."""
    with path_of(upload).open("rb") as file:
        digest = sha256()
        while piece := file.read(CHUNK_BYTES):
            digest.update(piece)
        return digest.hexdigest()


def remove(upload: str) -> None:
    """Delete the encrypted bytes."""
    path_of(upload).unlink(missing_ok=True)


def path_of(upload: str) -> Path:
    """Where the encrypted bytes of an upload lie."""
    return Path(settings.ANSKAFF_FILES_DIR) / "sealed" / upload[:2] / upload
