"""Documents that the caller names: files, folders, archives, standard input; never all in memory.

A file is read when its turn comes, and never more of it than one document may hold.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import typer

from anskaff.cli.output import CANNOT_READ, Tongue, stop
from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import Finding

STANDARD_INPUT = "-"
SUFFIXES = {".xml", ".zip"}
MOST_BYTES = 200_000_001
"""One byte more than a document may hold, so that too much is seen to be too much."""


class Named(NamedTuple):
    """A document and the name it has in the answer: its bytes, or the file they are in.

    Where an archive could not be unpacked, `refused` says why.
    """

    name: str
    data: bytes = b""
    file: Path | None = None
    refused: tuple[Finding, ...] = ()

    def content(self) -> bytes:
        """The bytes; at most a little more than a document may hold."""
        return self.data if self.file is None else bytes_of(self.file)


def place(typed: str) -> Path:
    """What the caller named.

    Raises:
        typer.BadParameter: nothing; an empty name would be the folder that the caller is in.
    """
    if not typed.strip():
        raise typer.BadParameter("the name of a file is empty; name the file, or write . or -")
    return Path(typed)


def documents(files: list[Path], language: Tongue) -> Iterator[Named]:
    """Every document that the caller named, archives unpacked."""
    for file in every_file(files):
        try:
            yield from unpacked(file, language)
        except Unreadable as error:
            yield Named(_name(file), refused=error.findings)


def every_file(files: list[Path]) -> Iterator[Path]:
    """The files that the caller named, and the documents and archives in the folders."""
    for file in files:
        if file.is_dir():
            for each in sorted(file.rglob("*")):
                if each.is_file() and each.suffix.lower() in SUFFIXES:
                    yield each
        else:
            yield file


def bytes_of(file: Path, language: Tongue = Tongue.EN) -> bytes:
    """The bytes of a file, or of standard input; exit code 3 when it cannot be read."""
    return _beginning(file, MOST_BYTES, language)


def _beginning(file: Path, most: int, language: Tongue) -> bytes:
    if str(file) == STANDARD_INPUT:
        return sys.stdin.buffer.read(most)
    try:
        with file.open("rb") as stream:
            return stream.read(most)
    except OSError as error:
        stop(CANNOT_READ.in_(language).format(file=file, why=error.strerror))


def unpacked(file: Path, language: Tongue = Tongue.EN) -> Iterator[Named]:
    """The document in a file, or each one in an archive.

    Raises:
        Unreadable: a damaged archive, or too much in it.
    """
    from anskaff.documents import archive

    typed = str(file) == STANDARD_INPUT
    name = _name(file)
    data = bytes_of(file) if typed else _beginning(file, len(archive.START), language)
    if not archive.is_archive(data):
        yield Named(name, data) if typed else Named(name, file=file)
        return
    data = data if typed else bytes_of(file)
    if len(data) >= MOST_BYTES:
        raise archive.too_much()
    for inside, content in archive.files_in(data):
        if Path(inside).suffix.lower() in SUFFIXES:
            yield Named(f"{name}!{inside}", content)


def _name(file: Path) -> str:
    return "standard input" if str(file) == STANDARD_INPUT else str(file)
