"""A document's text in pieces, from one «<» to the next, in step with its tree.

A parser has found the document well-formed before, so a «<» begins a tag or a remark (a comment,
an instruction or CDATA), and nothing else.
"""

import re
from collections.abc import Iterator
from itertools import islice

from anskaff.documents.ubl.reading import Element

CHUNK = 1 << 16
"""Bytes that are cut into pieces at a time."""
REMARK = "!?"
"""What the piece of a comment, an instruction or CDATA begins with."""
_IN_TAG = re.compile(r"""[^"'>]*+(?:(?:"[^"]*+"|'[^']*+')[^"'>]*+)*+""")
_REFERENCE = re.compile("&([^;]+);")
_SIGNS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def inside(data: bytes) -> int:
    """Where the first tag after that of the root starts; less than none where a remark is first."""
    declared = data.find(b"?>") if data.startswith(b"<?") else 0
    root = data.find(b"<", declared)
    return -1 if chr(data[root + 1]) in REMARK else data.find(b"<", root + 1)


def chunks(data: bytes, start: int) -> Iterator[tuple[int, list[str]]]:
    """What stands between one «<» and the next, with where it starts.

    It is cut after an end tag, in parts that are no burden.
    """
    while start >= 0:
        end_tag = data.find(b"</", start + CHUNK)
        end = data.find(b"<", end_tag + 1) if end_tag >= 0 else -1
        yield start, data[start + 1 : end if end >= 0 else None].decode().split("<")
        start = end


class InTree:
    """The elements of the tree in step with the pieces; passed over only as far as asked."""

    def __init__(self, root: Element, data: bytes, start: int) -> None:
        self.data = data
        self.elements = root.iterdescendants()
        self.start = start
        self.index = self.counted = 0

    def element(self, start: int, pieces: list[str], index: int) -> Element | None:
        """The one whose tag is this piece of those that start there, never one before the last."""
        passed = 0
        if start != self.start:
            tags = self.data.count(b"<", self.start, start)
            passed = tags - self.data.count(b"</", self.start, start) - self.counted
            self.start = start
            self.index = self.counted = 0
        between = sum(not each.startswith("/") for each in pieces[self.index : index])
        self.counted += between + 1
        self.index = index + 1
        return next(islice(self.elements, passed + between, None), None)


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
    return _REFERENCE.sub(lambda found: _sign(found[1]), text)


def _sign(name: str) -> str:
    if name.startswith("#"):
        return chr(int(f"0{name[1:]}", 16) if name[1] == "x" else int(name[1:]))
    return _SIGNS[name]
