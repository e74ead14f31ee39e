"""NUTS, the EU's regions: where something is delivered, as a tree of codes; NO is Norway.

Each character after the second narrows: NO081 (Oslo) is under NO08, which is under NO0 and NO.
Names are each country's own; they are the same in every language.

>>> from pathlib import Path
>>> bool(tree(Path("nowhere")))
False
"""

from pathlib import Path

from anskaff.documents.vocabularies.table import read
from anskaff.documents.vocabularies.tree import Tree

COUNTRY = 2
NORWAY = "NO"
FILE = "nuts-all.tsv"


def tree(folder: Path) -> Tree:
    """Every country's regions from the bundle in a folder; empty when they are not installed."""
    return read(folder, FILE, _parent)


def _parent(code: str, names: frozenset[str]) -> str:
    wider = (code[:most] for most in range(len(code) - 1, COUNTRY - 1, -1))
    return next((each for each in wider if each in names), "")
