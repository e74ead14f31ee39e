"""Verbs about awards: anyone recomputes a ranking from the public file."""

from pathlib import Path
from typing import Annotated

import typer

from anskaff.cli.output import (
    FINDINGS,
    AsJson,
    Language,
    Tongue,
    as_json,
    content_of,
    show_findings,
    show_json,
)
from anskaff.concepts.errors import Unreadable

PANEL = "Award"
award = typer.Typer(help="Awards that anyone can recompute.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put this room's verbs on the command line."""
    app.add_typer(award, name="award", rich_help_panel=PANEL)


@award.command("recompute")
def recompute(
    file: Annotated[Path, typer.Argument(help="The public evaluation file of a lot (JSON).")],
    *,
    json: AsJson = False,
    language: Language = Tongue.NB,
) -> None:
    """Compute ranking and scores again, exactly, from the method, points and prices in FILE."""
    from anskaff.calculations import recomputation

    try:
        result = recomputation.recompute_file(content_of(file))
    except Unreadable as error:
        if json:
            show_json({"findings": [as_json(one, language) for one in error.findings]})
        else:
            show_findings(error.findings, language)
        raise typer.Exit(FINDINGS) from None
    if json:
        findings = [as_json(one, language) for one in result.findings]
        show_json({**result.as_json(), "findings": findings})
    else:
        for tender in result.ranking:
            typer.echo(f"{tender.rank}. {tender.tender}: {tender.total}")
        show_findings(result.findings, language)
    if any(finding.stops for finding in result.findings):
        raise typer.Exit(FINDINGS)
