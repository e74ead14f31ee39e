"""Releases of the eForms SDK that an administrator adds by name, beside the one that we know.

We keep no hash of them. Whoever adds one by its name vouches for it: what was taken in then is
what it is, and a file that someone changes later is told as for every other part.

>>> [minor(name) for name in ("eforms-sdk-1.10", "eforms-sdk-1.14.2", "ubl-2.1")]
['1.10', '', '']
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from anskaff.documents.standards.parts import PARTS, FileHash, Part, hashed, tree_hash

LISTS = ".parts"
LIST_COLUMNS = 3
LIKE = PARTS["eforms-sdk-1.14"]
FIELDS = "fields/fields.json"
BEGINNING = 4_000
_NAME = re.compile(r"eforms-sdk-([0-9]{1,3}\.[0-9]{1,3})")
_FOLDER = re.compile(r"eforms-sdk-([0-9]{1,3}\.[0-9]{1,3})\.([0-9]{1,3})")
_VERSION = re.compile(rb'"sdkVersion"\s*:\s*"eforms-sdk-([0-9.]{1,20})"')


def minor(name: str) -> str:
    """The release, such as `1.10`, that the name of a part means; empty for any other name."""
    found = _NAME.fullmatch(name)
    return found[1] if found else ""


def listed(name: str, folder: Path) -> tuple[FileHash, ...]:
    """What was taken into a bundle under the name of a part; empty when nothing was."""
    place = folder / LISTS / f"{name}.tsv"
    if not place.is_file():
        return ()
    rows = (line.split("\t") for line in place.read_text(encoding="utf-8").splitlines())
    return tuple(
        FileHash(row[2], int(row[1]), row[0])
        for row in rows
        if len(row) == LIST_COLUMNS and row[1].isdecimal()
    )


def added(folder: Path) -> Mapping[str, Part]:
    """The releases in a bundle that we do not know, as they were when they were added."""
    found = {}
    for place in sorted((folder / LISTS).glob("eforms-sdk-*.tsv")):
        files = listed(place.stem, folder)
        if place.stem in PARTS or not minor(place.stem) or not files:
            continue
        top = _FOLDER.fullmatch(files[0].path.partition("/")[0])
        if top and top[1] == minor(place.stem):
            part = _part(f"{top[1]}.{top[2]}")
            found[part.name] = replace(part, hash=tree_hash(files))
    return found


def offered(source: Path, names: Sequence[str]) -> Mapping[str, Part]:
    """The releases in a folder that were asked for by name; of several patches the newest."""
    found = {}
    for name in names:
        if name in PARTS or not minor(name):
            continue
        patches = [
            int(each[2])
            for path in source.glob(f"{name}.*")
            if (each := _FOLDER.fullmatch(path.name)) and _says(path, f"{each[1]}.{each[2]}")
        ]
        if patches:
            part = _part(f"{minor(name)}.{max(patches)}")
            found[name] = replace(part, hash=tree_hash(hashed(part, source)))
    return found


def could_be_asked_for(names: Sequence[str]) -> tuple[str, ...]:
    """The parts that folders with these names would be, of releases that we do not know."""
    folders = filter(None, map(_FOLDER.fullmatch, names))
    parts = dict.fromkeys(f"eforms-sdk-{each[1]}" for each in folders)
    return tuple(name for name in parts if name not in PARTS)


def _says(folder: Path, version: str) -> bool:
    """Whether the fields in a folder say themselves that they are of this release."""
    fields = folder / FIELDS
    if not fields.is_file():
        return False
    with fields.open("rb") as opened:
        said = _VERSION.search(opened.read(BEGINNING))
    return said is not None and said[1].decode() == version


def _part(version: str) -> Part:
    name = f"eforms-sdk-{version.rpartition('.')[0]}"
    return replace(LIKE, name=name, version=version, folders=(f"eforms-sdk-{version}",))
