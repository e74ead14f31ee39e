"""Verbs about cases."""

from pathlib import Path
from typing import Annotated, Any

import typer

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

PANEL = "Cases"
case = typer.Typer(help="Cases and competitions.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put this room's verbs on the command line."""
    app.add_typer(case, name="case", rich_help_panel=PANEL)


@case.command("import")
def import_notices(
    files: Annotated[list[Path], typer.Argument(help="eForms notices (XML).")],
    by: Annotated[
        str,
        typer.Option(
            "--as",
            help="E-mail of the procurement officer who gets the drafts; the first one otherwise.",
        ),
    ] = "",
    *,
    json: AsJson = False,
    language: Language = Tongue.NB,
) -> None:
    """Turn published eForms notices into draft cases; what was not understood is listed."""
    contents = [(file, content_of(file)) for file in files]
    start()
    from anskaff.competition.actions import importing
    from anskaff.parties import queries as parties
    from anskaff.project import clock

    officer = parties.procurement_officer(by)
    if officer is None:
        stop(
            f"No procurement officer has the e-mail “{by}”. `anskaff person list` shows them."
            if by
            else "There is no procurement officer to own the drafts. Add one with "
            "`anskaff person add`.",
            WRONG_USE,
        )
    results: list[dict[str, Any]] = []
    stopped = False
    for file, content in contents:
        answer: dict[str, Any] = {"file": str(file), "case": None, "findings": [], "unread": []}
        try:
            imported = importing.import_notice(content, file.name, by=officer, at=clock.now())
        except (Refused, Unreadable) as error:
            stopped = True
            found = error.findings
        else:
            answer["case"] = imported.reference
            answer["unread"] = list(imported.unread)
            found = imported.findings
        answer["findings"] = [as_json(finding, language) for finding in found]
        results.append(answer)
        if not json:
            typer.echo(f"{file}: {answer['case'] or 'not imported'}")
            show_findings(found, language)
            for unread in answer["unread"]:
                typer.echo(f"  unread {unread}", err=True)
    if json:
        show_json(results)
    raise typer.Exit(FINDINGS if stopped else 0)
