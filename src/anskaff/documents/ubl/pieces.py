"""A document's text in parts that are no burden, in step with its tree.

A parser has found the document well-formed before, so a «<» begins a tag or a remark (a comment,
an instruction or CDATA), and nothing else.
"""

import re
import sys
from collections.abc import Iterator
from itertools import islice

from anskaff.documents.ubl.reading import Element
from anskaff.documents.xml import PROLOG

WINDOW = 1 << 16
"""Bytes that are looked at, at a time."""
MOST_LEFT = 1 << 20
"""Letters of a part that wait for its end."""
REMARK = "!?"
"""What the piece of a comment, an instruction or CDATA begins with."""
_IN_TAG = re.compile(r"""[^"'>]*+(?:(?:"[^"]*+"|'[^']*+')[^"'>]*+)*+""")
_REFERENCE = re.compile("&(#[0-9]{1,4000}|#x[0-9a-fA-F]{1,4000}|amp|lt|gt|quot|apos);")
_SIGNS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class Windows:
    """What stands inside the root, in parts that begin with a «<» and end with an end tag.

    What is `left` of a part that its reader was not done with comes first in the next one, where
    there `is_more`.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.left = ""
        self.is_more = True
        prolog = PROLOG.match(data)
        self.start = data.find(b"<", prolog.end() + 1 if prolog else 1)

    def __iter__(self) -> Iterator[str]:
        start = self.start
        while start >= 0:
            # What is left is a part that does not end here: the next one must be longer than it.
            end_tag = self.data.find(b"</", start + WINDOW + len(self.left))
            end = self.data.find(b"<", end_tag + 1) if end_tag >= 0 else -1
            self.is_more = end >= 0
            text = self.left + self.data[start : end if self.is_more else None].decode()
            self.left = ""
            yield text
            start = end


class InTree:
    """The elements of the tree in step with the windows; passed over only as far as asked."""

    def __init__(self, root: Element) -> None:
        self.elements = root.iterdescendants()
        self.text, self.at, self.passed = "", 0, 0

    def move(self, text: str, done: int) -> None:
        """Look at the next window; so much of the one before is not in it."""
        self.passed += self._tags(done)
        self.text, self.at = text, 0

    def element(self, at: int) -> Element | None:
        """The one whose tag starts there in the window, never one before the last."""
        between = self.passed + self._tags(at)
        self.at, self.passed = at + 1, 0
        return next(islice(self.elements, between, None), None)

    def _tags(self, end: int) -> int:
        """How many elements start from the last one on."""
        text, at = self.text, self.at
        return text.count("<", at, end) - text.count("</", at, end)


def skipped(pieces: Iterator[str], depth: int) -> int:
    """Pass over the inside of so many open elements; how many are still open after these pieces.

    It is less than none where something else than elements stands inside.
    """
    while depth > 0:
        piece = next(pieces, None)
        if piece is None:
            break
        if piece[0] in REMARK:
            return -1
        if piece[0] == "/":
            depth -= 1
        elif not is_empty(piece):
            depth += 1
    return depth


def is_empty(piece: str) -> bool:
    """Whether a tag is start and end in one."""
    inside = _IN_TAG.match(piece)
    return inside is not None and inside[0].endswith("/")


def unescaped(text: str) -> str:
    """A text with the signs that its references stand for."""
    return _REFERENCE.sub(_sign, text) if "&" in text else text


def _sign(found: re.Match[str]) -> str:
    name = found[1]
    if not name.startswith("#"):
        return _SIGNS[name]
    number = int(f"0{name[1:]}", 16) if name[1] == "x" else int(name[1:])
    return chr(number) if number <= sys.maxunicode else found[0]
