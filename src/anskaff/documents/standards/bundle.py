"""The bundle: a folder with official files, added part by part and checked each time it is used.

A part is taken in whole or not at all: it is copied beside its place, compared with the hash that
we keep, and moved in. What was taken in is listed in `.parts/`, so that `status` can name the very
files that someone changed later.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     [one] = status(Path(folder), names=("ubl-2.1",))
>>> one.state, one.part.version
(<State.MISSING: 'missing'>, '2.1')
"""

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from anskaff.documents.standards import releases
from anskaff.documents.standards.parts import PARTS, FileHash, Part, hashed, tree_hash
from anskaff.documents.standards.releases import LISTS

__all__ = ["LISTS", "Bundle", "NotUsable", "State", "Taken", "add", "chosen", "known", "status"]

MOST_NAMED = 5


class State(StrEnum):
    """How a part stands."""

    PRESENT = "present"
    MISSING = "missing"
    DAMAGED = "damaged"


class Taken(StrEnum):
    """What became of a part that was to be added."""

    ADDED = "added"
    ALREADY = "already there"
    MISSING = "missing"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartStatus:
    """A part, how it stands, and what differs from what we know."""

    part: Part
    state: State
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTaken:
    """A part, what became of it, and why it was not taken."""

    part: Part
    taken: Taken
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """What came of a folder: each part, and what lies in the folder that no part claims."""

    parts: tuple[PartTaken, ...]
    unknown: tuple[str, ...]

    def with_result(self, *results: Taken) -> tuple[PartTaken, ...]:
        """The parts with one of these results."""
        return tuple(each for each in self.parts if each.taken in results)


class UnknownPart(ValueError):
    """A name that is not the name of a part."""


def chosen(names: Sequence[str], parts: Mapping[str, Part] = PARTS) -> tuple[Part, ...]:
    """The parts with these names; all of them when no name is given.

    Raises:
        UnknownPart: when a name is not the name of a part.
    """
    for name in names:
        if name not in parts:
            raise UnknownPart(name)
    return tuple(parts[name] for name in names or parts)


def known(folder: Path) -> Mapping[str, Part]:
    """The parts that we know, and the releases that were added to a bundle by name."""
    return {**PARTS, **releases.added(folder)}


def status(
    folder: Path, *, names: Sequence[str] = (), parts: Mapping[str, Part] | None = None
) -> tuple[PartStatus, ...]:
    """How each part stands in a bundle."""
    there = known(folder) if parts is None else parts
    return tuple(_status(part, folder) for part in chosen(names, there))


def _status(part: Part, folder: Path) -> PartStatus:
    found = hashed(part, folder)
    if not found:
        return PartStatus(part=part, state=State.MISSING)
    if tree_hash(found) == part.hash:
        return PartStatus(part=part, state=State.PRESENT)
    return PartStatus(
        part=part, state=State.DAMAGED, differs=_differences(part, found, _listed(part, folder))
    )


def add(
    source: Path, folder: Path, *, names: Sequence[str] = (), parts: Mapping[str, Part] = PARTS
) -> Addition:
    """Take the parts that a folder has into the bundle, each one whole or not at all.

    A release of the eForms SDK that we do not know is taken as it is when it is named.

    Raises:
        UnknownPart: when a name is not the name of a part, nor of such a release in the folder.
        OSError: when the source cannot be read or the bundle cannot be written.
    """
    parts = {**parts, **releases.offered(source, names)}
    taken = tuple(_taken(part, source, folder) for part in chosen(names, parts))
    return Addition(parts=taken, unknown=_unknown(source, parts))


def _taken(part: Part, source: Path, folder: Path) -> PartTaken:
    found = hashed(part, source)
    if not found:
        return PartTaken(part=part, taken=Taken.MISSING)
    if tree_hash(found) != part.hash:
        known = _listed(part, folder)
        return PartTaken(part=part, taken=Taken.CHANGED, differs=_differences(part, found, known))
    if tree_hash(hashed(part, folder)) == part.hash:
        return PartTaken(part=part, taken=Taken.ALREADY)
    _copy(part, found, source, folder)
    return PartTaken(part=part, taken=Taken.ADDED)


def _copy(part: Part, found: Iterable[FileHash], source: Path, folder: Path) -> None:
    """Copy beside the place, compare, and move in; what stood there goes when the new is in."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".adding-", dir=folder) as beside:
        fresh, old = Path(beside) / "new", Path(beside) / "old"
        for each in found:
            target = fresh / each.path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / each.path, target)
        if tree_hash(hashed(part, fresh)) != part.hash:
            raise OSError(f"{part.name}: the files changed while they were copied")
        for name in part.folders:
            place = folder / name
            if place.exists():
                _moved(place, old / name)
            _moved(fresh / name, place)
        listed = folder / LISTS / f"{part.name}.tsv"
        listed.parent.mkdir(exist_ok=True)
        written = Path(beside) / "list"
        written.write_text("".join(f"{one.sha256}\t{one.size}\t{one.path}\n" for one in found))
        written.replace(listed)


def _moved(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.rename(target)


def _listed(part: Part, folder: Path) -> tuple[FileHash, ...]:
    """What was taken in, if the list of it is whole."""
    found = releases.listed(part.name, folder)
    return found if tree_hash(found) == part.hash else ()


def _differences(
    part: Part, found: Sequence[FileHash], known: Sequence[FileHash]
) -> tuple[str, ...]:
    """What differs, by the names of files when we know them, else by counts."""
    if not known:
        tree = tree_hash(found)
        return (
            f"expected {part.hash.files} files with {part.hash.size} bytes, "
            f"found {tree.files} files with {tree.size} bytes"
            + ("" if tree[:2] != part.hash[:2] else " but other contents"),
        )
    now, before = {each.path: each for each in found}, {each.path: each for each in known}
    told = [
        *(f"missing: {path}" for path in before if path not in now),
        *(f"changed: {path}" for path in before if path in now and now[path] != before[path]),
        *(f"unknown: {path}" for path in now if path not in before),
    ]
    more = [f"and {len(told) - MOST_NAMED} more"] if len(told) > MOST_NAMED else []
    return (*told[:MOST_NAMED], *more)


def _unknown(source: Path, parts: Mapping[str, Part]) -> tuple[str, ...]:
    """Folders and files at the top of a folder that no part of ours has anything in."""
    tops = {folder.split("/")[0] for part in parts.values() for folder in part.folders}
    return tuple(
        sorted(
            entry.name
            for entry in os.scandir(source)
            if entry.name not in tops and not entry.name.startswith(".")
        )
    )


class NotUsable(Exception):
    """A part that cannot be used, with its state and what differs."""

    def __init__(self, status: PartStatus) -> None:
        super().__init__(f"{status.part.name} {status.part.version}: {status.state}")
        self.status = status


class Bundle:
    """A bundle that is read from: each part is checked once, the first time it is asked for."""

    def __init__(self, folder: Path, parts: Mapping[str, Part] | None = None) -> None:
        self.folder = folder
        self.parts = known(folder) if parts is None else parts
        self.checked: dict[str, PartStatus] = {}

    def file(self, part: str, path: str) -> Path:
        """A file of a part, by its path below the part's first folder.

        Raises:
            NotUsable: when the part is missing, or is not exactly what we know.
        """
        if part not in self.checked:
            self.checked[part] = _status(self.parts[part], self.folder)
        if self.checked[part].state is not State.PRESENT:
            raise NotUsable(self.checked[part])
        return self.folder / self.parts[part].folders[0] / path
