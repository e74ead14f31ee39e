"""The file store: bytes under their SHA-256, written once, never changed (D7)."""

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from anskaff.records.models import StoredDocument

CHUNK_BYTES = 1024 * 1024


def store(chunks: Iterable[bytes], *, media_type: str, at: datetime) -> StoredDocument:
    """Keep bytes for ever and return their row; the same bytes are kept once.

    The file is on disk before the row exists, so a row never points at nothing.
    """
    sha256_hex, size = _write(chunks)
    document, _ = StoredDocument.objects.get_or_create(
        sha256=sha256_hex, defaults={"size": size, "media_type": media_type, "stored_at": at}
    )
    return document


def store_all(contents: Sequence[bytes], *, media_type: str, at: datetime) -> None:
    """Keep many small documents as `store` does, with one question to the database."""
    written = dict(_write([content]) for content in contents)
    StoredDocument.objects.bulk_create(
        (
            StoredDocument(sha256=sha256_hex, size=size, media_type=media_type, stored_at=at)
            for sha256_hex, size in written.items()
        ),
        ignore_conflicts=True,
    )


def _write(chunks: Iterable[bytes]) -> tuple[str, int]:
    """Put the bytes on disk; their SHA-256 (hex) and how many they are."""
    folder = _root()
    folder.mkdir(parents=True, exist_ok=True)
    digest = sha256()
    size = 0
    handle, name = tempfile.mkstemp(dir=folder, prefix="arriving-")
    try:
        with os.fdopen(handle, "wb") as arriving:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                arriving.write(chunk)
            arriving.flush()
            os.fsync(arriving.fileno())
        path = path_of(digest.hexdigest())
        path.parent.mkdir(parents=True, exist_ok=True)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return digest.hexdigest(), size


def opened(sha256_hex: str) -> BinaryIO:
    """The stored bytes as an open file."""
    return path_of(sha256_hex).open("rb")


def chunks(sha256_hex: str) -> Iterator[bytes]:
    """The stored bytes in pieces of 1 MiB."""
    with opened(sha256_hex) as file:
        while chunk := file.read(CHUNK_BYTES):
            yield chunk


def path_of(sha256_hex: str) -> Path:
    """Where the bytes with this hash lie."""
    return _root() / sha256_hex[:2] / sha256_hex


def _root() -> Path:
    return Path(settings.ANSKAFF_FILES_DIR)
