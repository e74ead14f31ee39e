"""Getting the official files from those who publish them.

Every part says who publishes it and in which version. Where a part lies unchanged in a published
repository, its archive at a fixed commit is fetched once, the part's files are taken out of it,
and the hash decides whether they are what we know. The transport is an argument.
"""

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from anskaff.documents.standards.bundle import (
    Addition,
    PartTaken,
    State,
    add,
    status,
)
from anskaff.documents.standards.parts import PARTS, Archive, Part

Get = Callable[[str], bytes]
MOST_UNPACKED = 200_000_000


class FetchError(Exception):
    """An archive that could not be had, with the reason."""


def address(archive: Archive) -> str:
    """Where a repository's archive at a commit is published."""
    return f"https://codeload.github.com/{archive.repository}/zip/{archive.commit}"


def described(part: Part) -> str:
    """Who publishes a part and where it comes from, in words."""
    if part.archive is None:
        return (
            f"{part.publisher}: {part.title} {part.version}; put together from several sources, "
            "so add it from a folder"
        )
    return (
        f"{part.publisher}: {part.title} {part.version}; repository {part.archive.repository}, "
        f"commit {part.archive.commit[:12]}"
    )


def fetch(
    folder: Path,
    get: Get,
    *,
    names: Sequence[str] = (),
    parts: Mapping[str, Part] = PARTS,
    where: Callable[[Archive], str] = address,
    most_unpacked: int = MOST_UNPACKED,
) -> tuple[Addition, Mapping[str, str]]:
    """Fetch the parts that are not in the bundle yet.

    Returns:
        What was added, and for each part that could not be fetched, why.
    """
    wanted = [
        each.part
        for each in status(folder, names=names, parts=parts)
        if each.state is not State.PRESENT
    ]
    failed = {part.name: described(part) for part in wanted if part.archive is None}
    done: list[PartTaken] = []
    for key, inside in _by_archive(wanted).items():
        try:
            content = get(where(Archive(repository=key[0], commit=key[1], folder="")))
            done += _unpacked(content, inside, folder, most_unpacked)
        except FetchError as error:
            failed |= {part.name: f"{described(part)}: {error}" for part in inside}
    return Addition(parts=tuple(done), unknown=()), failed


def _by_archive(parts: Sequence[Part]) -> dict[tuple[str, str], list[Part]]:
    groups: dict[tuple[str, str], list[Part]] = {}
    for part in parts:
        if part.archive is not None:
            groups.setdefault((part.archive.repository, part.archive.commit), []).append(part)
    return groups


def _unpacked(
    content: bytes, parts: Sequence[Part], folder: Path, left: int
) -> tuple[PartTaken, ...]:
    """Take the files of parts out of an archive and add them."""
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as archive,
            tempfile.TemporaryDirectory(prefix="anskaff-standards-") as beside,
        ):
            for entry, place in _entries(archive, parts):
                left -= entry.file_size
                if left < 0:
                    raise FetchError("the archive unpacks to too much")
                target = Path(beside) / place
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(entry))
            return add(Path(beside), folder, parts={part.name: part for part in parts}).parts
    except zipfile.BadZipFile:
        raise FetchError("what came is not an archive") from None


def _entries(
    archive: zipfile.ZipFile, parts: Sequence[Part]
) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    """Files of parts in an archive, with their places in the bundle; the top folder is dropped."""
    for entry in archive.infolist():
        steps = PurePosixPath(entry.filename).parts[1:]
        if entry.is_dir() or ".." in steps:
            continue
        for part in parts:
            assert part.archive is not None
            inside = PurePosixPath(part.archive.folder).parts
            below = Path(*(steps[-1:] if part.archive.flat else steps[len(inside) :]))
            if steps[: len(inside)] == inside and below.parts and part.takes(below):
                yield entry, f"{part.folders[0]}/{below.as_posix()}"
