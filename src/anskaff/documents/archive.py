"""The files inside a ZIP archive from outside, never more than allowed whatever its headers say.

>>> packed = io.BytesIO()
>>> with zipfile.ZipFile(packed, "w") as package:
...     package.writestr("a.xml", "<a/>")
>>> [(name, data) for name, data in files_in(packed.getvalue())]
[('a.xml', b'<a/>')]
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words

MOST_FILES = 20_000
MOST_BYTES = 2_000_000_000
MOST_IN_ONE = 200_000_000
MOST_RATIO = 200
SMALL_BYTES = 1_000_000
PIECE = 64 * 1024
START = b"PK\x03\x04"
PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})

NOT_AN_ARCHIVE = FindingKind(
    code="archive-damaged",
    text=Words(
        nb="Arkivet kan ikke pakkes ut: {got}.",
        nn="Arkivet kan ikkje pakkast ut: {got}.",
        en="The archive cannot be unpacked: {got}.",
    ),
    cure=Words(
        nb="Lag arkivet på nytt som vanlig ZIP uten passord.",
        nn="Lag arkivet på nytt som vanleg ZIP utan passord.",
        en="Make the archive again as a plain ZIP without password.",
    ),
)
DAMAGED = Words(
    nb="det er skadet eller avkortet",
    nn="det er skadd eller avkorta",
    en="it is damaged or cut short",
)
LOCKED = Words(nb="det har passord", nn="det har passord", en="it has a password")
ODDLY_PACKED = Words(
    nb="det er pakket på en måte vi ikke leser",
    nn="det er pakka på ein måte vi ikkje les",
    en="it is packed in a way that we do not read",
)
TOO_MUCH = FindingKind(
    code="archive-too-big",
    text=Words(
        nb="Arkivet er for stort: høyst {files} filer og {bytes} byte utpakket.",
        nn="Arkivet er for stort: høgst {files} filer og {bytes} byte utpakka.",
        en="The archive is too big: at most {files} files and {bytes} bytes unpacked.",
    ),
    cure=Words(nb="Del arkivet opp.", nn="Del arkivet opp.", en="Divide the archive."),
)


def is_archive(data: bytes) -> bool:
    """Whether the bytes begin as a ZIP archive does."""
    return data.startswith(START)


def files_in(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file, one at a time; nothing is written anywhere.

    Raises:
        Unreadable: damaged, encrypted, or more than allowed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = [entry for entry in package.infolist() if not entry.filename.endswith("/")]
            _check(entries)
            for entry in entries:
                yield entry.filename, _content(package, entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError):
        raise Unreadable(NOT_AN_ARCHIVE.at("", got=DAMAGED)) from None


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(NOT_AN_ARCHIVE.at("", got=LOCKED))
    if any(entry.compress_type not in PACKINGS for entry in entries):
        raise Unreadable(NOT_AN_ARCHIVE.at("", got=ODDLY_PACKED))
    tight = any(
        entry.file_size > SMALL_BYTES and entry.file_size > MOST_RATIO * entry.compress_size
        for entry in entries
    )
    most = max((entry.file_size for entry in entries), default=0)
    total = sum(entry.file_size for entry in entries)
    if tight or len(entries) > MOST_FILES or most > MOST_IN_ONE or total > MOST_BYTES:
        raise too_much()


def too_much() -> Unreadable:
    """What an archive that holds, or is, too much is refused with."""
    return Unreadable(TOO_MUCH.at("", files=MOST_FILES, bytes=MOST_BYTES))


def _content(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """One file, a piece at a time: it stops at its declared size, and fails if it lied."""
    with package.open(entry) as stream:
        return b"".join(iter(lambda: stream.read(PIECE), b""))
