"""Verbs about the official files: which are here, adding them, fetching them."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from anskaff.cli.output import COULD_NOT, FINDINGS, WRONG_USE, AsJson, show_json, stop

if TYPE_CHECKING:  # the verbs load these when they run, for a fast start
    from anskaff.documents.standards.bundle import Addition, PartTaken
    from anskaff.documents.standards.parts import Part

PANEL = "Standards"
standards = typer.Typer(
    help="Official rules, schemas and code lists, which their publishers own.",
    no_args_is_help=True,
)
Names = Annotated[list[str] | None, typer.Option("--part", help="Only this part; repeat for more.")]


def add_to(app: typer.Typer) -> None:
    """Put this room's verbs on the command line."""
    app.add_typer(standards, name="standards", rich_help_panel=PANEL)


def folder() -> Path:
    """Where the official files are kept: ANSKAFF_STANDARDS, else standards/ in the data folder."""
    named = os.environ.get("ANSKAFF_STANDARDS")
    return Path(named or Path(os.environ.get("ANSKAFF_DATA_DIR", "var")) / "standards")


@standards.command("status")
def show_status(*, part: Names = None, json: AsJson = False) -> None:
    """Tell for each part whether it is here and exactly what it should be."""
    from anskaff.documents.standards import bundle

    place = folder()
    try:
        found = bundle.status(place, names=part or ())
    except bundle.UnknownPart as error:
        _wrong_part(error)
    except OSError as error:
        stop(f"Cannot read {place}: {error.strerror}.")
    if json:
        listed = [
            {
                "part": one.part.name,
                "title": one.part.title,
                "version": one.part.version,
                "publisher": one.part.publisher,
                "state": one.state.value,
                "differs": list(one.differs),
                "without": one.part.without,
            }
            for one in found
        ]
        show_json({"folder": str(place), "parts": listed})
    else:
        typer.echo(f"Official files in {place}:")
        for one in found:
            typer.echo(f"{one.state.value:8} {one.part.name}: {_titled(one.part)}")
            _differs(one.differs)
            if one.part.without and one.state is not bundle.State.PRESENT:
                typer.echo(f"         without it: {one.part.without}")
    if any(one.state is not bundle.State.PRESENT for one in found):
        raise typer.Exit(FINDINGS)


@standards.command("add")
def add(
    source: Annotated[Path, typer.Argument(help="Folder with the official files.")],
    *,
    part: Names = None,
    json: AsJson = False,
) -> None:
    """Take the official files from a folder, each part whole and only when it is what we know."""
    from anskaff.documents.standards import bundle

    try:
        done = bundle.add(source, folder(), names=part or ())
    except bundle.UnknownPart as error:
        _wrong_part(error)
    except OSError as error:
        stop(f"Cannot add {source}: {error.strerror or error}.")
    if json:
        show_json({"parts": [_taken(one) for one in done.parts], "unknown": list(done.unknown)})
    else:
        _tell(done)
    if done.with_result(bundle.Taken.MISSING, bundle.Taken.CHANGED):
        raise typer.Exit(FINDINGS)


@standards.command("fetch")
def fetch(
    *,
    part: Names = None,
    sources: Annotated[bool, typer.Option("--sources", help="Only name the sources.")] = False,
    json: AsJson = False,
) -> None:
    """Get the parts that are missing from their publishers, over HTTPS."""
    from anskaff.documents.standards import bundle, fetching
    from anskaff.documents.standards.https import Client

    try:
        if sources:
            _tell_sources([fetching.described(one) for one in bundle.chosen(part or ())], json)
            return
        done, failed = fetching.fetch(folder(), Client().get, names=part or ())
    except bundle.UnknownPart as error:
        _wrong_part(error)
    except OSError as error:
        stop(f"Cannot keep what was fetched: {error.strerror or error}.")
    if json:
        show_json({"parts": [_taken(one) for one in done.parts], "failed": dict(failed)})
    else:
        _tell(done)
        for name, why in failed.items():
            typer.echo(f"not fetched {name}: {why}")
    if failed:
        raise typer.Exit(COULD_NOT)
    if done.with_result(bundle.Taken.MISSING, bundle.Taken.CHANGED):
        raise typer.Exit(FINDINGS)


def _tell_sources(sources: Sequence[str], as_json: bool) -> None:
    if as_json:
        show_json(list(sources))
        return
    for one in sources:
        typer.echo(one)


def _tell(done: "Addition") -> None:
    for one in done.parts:
        typer.echo(f"{one.taken.value:13} {one.part.name}: {_titled(one.part)}")
        _differs(one.differs)
    if done.unknown:
        from anskaff.documents.standards import releases

        typer.echo(f"left out, not known to Anskaff: {', '.join(done.unknown)}")
        for name in releases.could_be_asked_for(done.unknown):
            typer.echo(f"to take it as it is, and vouch for it yourself: --part {name}")


def _taken(one: "PartTaken") -> dict[str, object]:
    return {
        "part": one.part.name,
        "version": one.part.version,
        "result": one.taken.value,
        "differs": list(one.differs),
    }


def _titled(part: "Part") -> str:
    return f"{part.title} {part.version}, {part.publisher}"


def _differs(differs: Sequence[str]) -> None:
    for one in differs:
        typer.echo(f"              {one}")


def _wrong_part(error: Exception) -> NoReturn:
    from anskaff.documents.standards.parts import PARTS

    stop(f"There is no part {error}. Parts: {', '.join(PARTS)}.", WRONG_USE)
