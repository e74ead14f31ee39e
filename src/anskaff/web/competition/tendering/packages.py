"""Many files as one ZIP file, written while it is sent; nothing is gathered on the way."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from anskaff.concepts.days import OSLO


def package(documents: Iterable[tuple[str, datetime, Iterator[bytes]]]) -> Iterator[bytes]:
    """The pieces of a ZIP file of (name, time, content); equal names are numbered."""
    pipe = _Pipe()
    used: dict[str, int] = {}
    with ZipFile(pipe, "w", ZIP_DEFLATED) as archive:  # type: ignore[call-overload] # writes only
        for name, at, content in documents:
            entry = ZipInfo(_unique(name, used), at.astimezone(OSLO).timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as target:
                for chunk in content:
                    target.write(chunk)
                    yield pipe.taken()
    yield pipe.taken()


def _unique(name: str, used: dict[str, int]) -> str:
    """A name without folders that was not used before.

    >>> used = {}
    >>> [_unique(name, used) for name in ("krav.pdf", "a/krav.pdf", "krav.pdf")]
    ['krav.pdf', '2-krav.pdf', '3-krav.pdf']
    """
    plain = name.replace("\\", "/").rsplit("/", 1)[-1] or "dokument"
    used[plain] = used.get(plain, 0) + 1
    return plain if used[plain] == 1 else f"{used[plain]}-{plain}"


class _Pipe:
    """What the ZIP writer writes to, emptied as it is sent."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing is held back."""

    def taken(self) -> bytes:
        """What has been written since last time."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
