"""CPV, the EU's common procurement vocabulary: what is bought, as a tree of eight-digit codes.

The vocabulary (2008) is the Publications Office's; the Bokmål names are DFØ's. Each digit after the
second narrows: 39130000 is under 39100000, which is under 39000000.

>>> number("39130000-2"), number(" 39130000 "), number("3913") is None
('39130000', '39130000', True)
>>> sorted(covered("39130000"))
['39000000', '39100000', '39130000']
>>> prefix("39130000"), prefix("30000000")
('3913', '30')
"""

import re
from pathlib import Path

from anskaff.documents.vocabularies.table import read
from anskaff.documents.vocabularies.tree import Tree

DIGITS = 8
DIVISION = 2
FILE = "cpv-2008-en-nb.tsv"
_NUMBER = re.compile(r"\s*(\d{8})(?:-\d)?\s*")


def number(code: str) -> str | None:
    """The eight digits of a code, written with or without its check digit, else `None`."""
    found = _NUMBER.fullmatch(code)
    return found[1] if found else None


def prefix(code: str) -> str:
    """The digits that all codes under a code start with; at least the two of the division."""
    return code[:DIVISION] + code[DIVISION:].rstrip("0")


def covered(code: str) -> frozenset[str]:
    """A code and every code that is wider by its digits, whether the vocabulary has them or not."""
    digits = prefix(code)
    return frozenset(digits[:most].ljust(DIGITS, "0") for most in range(DIVISION, len(digits) + 1))


def tree(folder: Path) -> Tree:
    """The vocabulary from the bundle in a folder; empty when it is not installed."""
    return read(folder, FILE, _parent)


def _parent(code: str, names: frozenset[str]) -> str:
    wider = sorted(covered(code) - {code}, reverse=True, key=lambda each: len(prefix(each)))
    return next((each for each in wider if each in names), "")
