"""Verbs about one eForms notice."""

from json import loads
from pathlib import Path
from typing import Annotated

import typer

from anskaff.cli import documents, validating
from anskaff.cli.installation import start
from anskaff.cli.output import (
    FINDINGS,
    WRONG_USE,
    AsJson,
    Language,
    Tongue,
    as_json,
    content_of,
    show_findings,
    show_json,
    stop,
)
from anskaff.concepts.errors import Refused, Unreadable

notice = typer.Typer(help="Write and check eForms notices.", no_args_is_help=True)
notice.command("check")(validating.validate)


def add_to(app: typer.Typer) -> None:
    """Put this room's verbs on the command line."""
    app.add_typer(notice, name="notice", rich_help_panel=documents.PANEL)


@notice.command("write")
def write_notice(
    reference: Annotated[str, typer.Argument(metavar="CASE", help="Such as 2026/1042.")],
    subtype: Annotated[str, typer.Option(help="The eForms subtype, such as 16 or E3.")],
    output: Annotated[
        Path | None, typer.Option(help="Where to put the XML; standard output otherwise.")
    ] = None,
    answers: Annotated[
        Path | None,
        typer.Option(help="JSON with answers by key, for what neither case nor draft knows."),
    ] = None,
    by: Annotated[
        str, typer.Option("--as", help="E-mail of the procurement officer who looks.")
    ] = "",
    *,
    json: AsJson = False,
    language: Language = Tongue.NB,
) -> None:
    """Write a notice of a case as eForms XML, or tell each field that is missing."""
    told = _answers(answers)
    start()
    from anskaff.competition.queries import announcing
    from anskaff.parties import queries as parties
    from anskaff.project import clock

    officer = parties.procurement_officer(by)
    if officer is None:
        stop("There is no such procurement officer. `anskaff person list` shows them.", WRONG_USE)
    try:
        data = announcing.case_as_notice(reference, subtype, officer, clock.now(), told)
    except (Refused, Unreadable) as refused:
        if json:
            show_json([as_json(finding, language) for finding in refused.findings])
        else:
            show_findings(refused.findings, language)
        raise typer.Exit(FINDINGS) from None
    if output is None:
        typer.echo(data.decode())
    else:
        output.write_bytes(data)


def _answers(file: Path | None) -> dict[str, str]:
    """The answers of a JSON file: texts by key."""
    if file is None:
        return {}
    try:
        read = loads(content_of(file))
    except ValueError:
        stop(f"{file} is not JSON.", WRONG_USE)
    if not isinstance(read, dict) or not all(isinstance(said, str) for said in read.values()):
        stop(f"{file} must hold one object with texts by key.", WRONG_USE)
    return read
