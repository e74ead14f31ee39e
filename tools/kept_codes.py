"""Write anew the short code lists that we keep, from a folder with the official rule files.

    .venv/bin/python tools/kept_codes.py FOLDER

A list that differs between rule files has a row for each way it is, with the files that have it so.
Codes that follow each other are written as `first..last`.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from anskaff.documents.codes import KEPT, installed
from anskaff.documents.peppol import known, shelf
from anskaff.documents.ubl.code_lists import COUNTRIES, CURRENCIES, LISTS

MOST = 260
"""Longer lists are not ours to keep."""
RUN = 3
HEAD = """\
# The codes of short lists, as the rule files of Peppol BIS 3 (May 2026), Peppol logistics 1.2 and
# EHF g3 have them: ISO/IEC 6523, EAS, UNCL, VATEX and their own; checked {day}.
# Made by tools/kept_codes.py. Names of a list, the files if others have it otherwise, its codes.
"""

Row = tuple[str, str, str]


def rows(folder: Path) -> list[Row]:
    """One row for each list, and for each way that it is."""
    found: dict[str, dict[frozenset[str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for file in files():
        for name, codes in installed(folder, (file,)).items():
            if name in wanted():
                found[name][codes].append(Path(file).stem)
    by_row: dict[tuple[frozenset[str], str], list[str]] = defaultdict(list)
    for name, ways in found.items():
        if max(map(len, ways)) > MOST:
            continue
        for codes, those in ways.items():
            by_row[codes, " ".join(sorted(those)) if len(ways) > 1 else ""].append(name)
    made = ((" ".join(sorted(names)), those, row) for (row, those), names in by_row.items())
    return sorted((names, those, " ".join(shortened(codes))) for names, those, codes in made)


def files() -> Sequence[str]:
    """The rule files that our rules take lists from."""
    sets = (each for one in known.DOCUMENTS for each in shelf.rule_sets(one))
    return list(dict.fromkeys(file for each in sets for file in each.lists))


def wanted() -> frozenset[str]:
    """The lists that are asked for, but for those that a package knows."""
    names = (name for name, one in LISTS.items() if one not in {CURRENCIES, COUNTRIES})
    return frozenset(part for name in names for part in name.split())


def shortened(codes: Iterable[str]) -> Iterator[str]:
    """Codes in order, with runs of numbers by their ends.

    >>> list(shortened(["0088", "0007", "0008", "0009", "1", "2", "3", "4", "ZZZ"]))
    ['1..4', '0007..0009', '0088', 'ZZZ']
    """
    numbers: dict[int, list[int]] = defaultdict(list)
    for each in codes:
        if each.isdigit():
            numbers[len(each) if each.startswith("0") else 0].append(int(each))
    for width, several in sorted(numbers.items()):
        for first, last in _runs(sorted(several)):
            if last - first + 1 < RUN:
                yield from (f"{each:0{width}}" for each in range(first, last + 1))
            else:
                yield f"{first:0{width}}..{last:0{width}}"
    yield from sorted(each for each in codes if not each.isdigit())


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    breaks = [at for at, (one, other) in enumerate(pairwise(numbers), 1) if other - one > 1]
    for start, end in pairwise((0, *breaks, len(numbers))):
        if start < end:
            yield numbers[start], numbers[end - 1]


def text(folder: Path, day: str) -> str:
    """The whole table."""
    return HEAD.format(day=day) + "".join("\t".join(row) + "\n" for row in rows(folder))


def main(folder: str, day: str) -> int:
    """Write the table."""
    KEPT.write_text(text(Path(folder), day), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
