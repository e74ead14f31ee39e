"""Reads a vocabulary's table from the bundle into a tree, once for each bundle."""

import csv
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from anskaff.concepts.words import Words
from anskaff.documents.standards.bundle import LISTS, Bundle, NotUsable
from anskaff.documents.vocabularies.tree import Tree

PART = "cpv-nuts"
# The published table of regions has a row `False`, which was `NO` before somebody's YAML read it.
_CODE = re.compile(r"\d{8}|[A-Z]{2}[A-Z0-9]{0,3}")

Parent = Callable[[str, frozenset[str]], str]


def read(folder: Path, file: str, parent: Parent) -> Tree:
    """The tree in a file of the bundle, kept until parts are added; empty when it is not there.

    The file has tab-separated columns `code`, `en` or `name`, and `nb`; `parent` tells the code
    above one, or nothing.
    """
    listed = folder / LISTS
    return _kept(folder, listed.stat().st_mtime_ns if listed.is_dir() else 0, file, parent)


@lru_cache(maxsize=8)
def _kept(folder: Path, changed: int, file: str, parent: Parent) -> Tree:  # noqa: ARG001 - a key
    try:
        place = Bundle(folder).file(PART, file)
    except NotUsable:
        return Tree({}, {})
    with place.open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        names = {row["code"]: _words(row) for row in rows if _CODE.fullmatch(row["code"])}
    known = frozenset(names)
    return Tree(names, {code: above for code in names if (above := parent(code, known))})


def _words(row: dict[str, str]) -> Words:
    en = row.get("en") or row.get("name") or row["code"]
    nb = row.get("nb") or en
    return Words(nb=nb, nn=nb, en=en)
