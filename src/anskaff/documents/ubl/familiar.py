"""Documents that need no parser: all their tags stood before where one found them well-formed.

A document begins with a head: all from its first byte to the end of its ProfileID. Where a document
with the same head was parsed and read by templates only, another whose parts all fit templates of
the same states has just the same tags. What is left to tell is that its texts are as XML allows:
no signs that must be escaped, none that may not stand at all, and right UTF-8. Whatever else there
is, comments, references, other line ends or a document type, is left to the parser.
"""

from typing import Generic, TypeVar

from anskaff.documents import xml
from anskaff.documents.ubl.automaton import Track, read_at_once
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.table import Group

MOST_HEADS = 1000
END_OF_HEAD = b"ProfileID>"
MOST_HEAD = 5000
"""Bytes in a head."""
ALLOWED = bytes([0x09, 0x0A, *range(0x20, 0x100)])
"""Bytes of UTF-8 that may stand in XML."""
NO_SIGNS = (
    (b"&", b"&"),
    (b"]", b"]]>"),
    (b"\xef", b"\xef\xbf\xbe"),
    (b"\xef", b"\xef\xbf\xbf"),
)
"""A reference, the end of CDATA, and two numbers that are no sign, each after its first byte: one
byte is looked for much faster than several."""
PART = 1 << 15
"""Bytes that are looked at, at a time."""

What = TypeVar("What")


class Familiar(Generic[What]):
    """The heads of documents that were read before, with what each is."""

    def __init__(self) -> None:
        self._known: dict[bytes, tuple[What, Track]] = {}

    def read(self, data: bytes, limits: xml.Limits) -> tuple[What, Reading[Group]] | None:
        """What a document is, and what it says; nothing where a parser must tell."""
        known = self._known.get(head_of(data))
        if known is None or len(data) > limits.total_bytes or not _is_plain(data):
            return None
        try:
            text = data.decode()
        except UnicodeDecodeError:
            return None
        reading = read_at_once(text, known[1], limits)
        return None if reading is None else (known[0], reading)

    def remember(self, data: bytes, what: What, reading: Reading[Group]) -> None:
        """Keep the head of a document that was parsed, where templates told all of it."""
        head = head_of(data)
        if not isinstance(reading.track, Track) or not head or not _says_utf8(head):
            return
        if len(self._known) >= MOST_HEADS:
            self._known.clear()
        self._known[head] = what, reading.track


def head_of(data: bytes) -> bytes:
    """All from the first byte to the end of the ProfileID; nothing where it is not at the start."""
    first = data.find(END_OF_HEAD, 0, MOST_HEAD)
    last = data.find(END_OF_HEAD, first + 1, MOST_HEAD)
    return data[:last] if last >= 0 else b""


def _says_utf8(head: bytes) -> bool:
    """Whether the declaration names no other encoding; the bytes may have been converted."""
    declared = head[: head.find(b"?>")].lower() if head.startswith(b"<?xml") else b""
    return b"encoding" not in declared or b"utf-8" in declared


def _is_plain(data: bytes) -> bool:
    """Whether no text holds anything but signs that stand for themselves."""
    if xml.has_stretch(data, xml.LIBXML_MOST_TEXT):
        return False
    for first, sign in NO_SIGNS:
        if first in data and sign in data:
            return False
    parts = (data[at : at + PART] for at in range(0, len(data), PART))
    return not any(part.translate(None, ALLOWED) for part in parts)
