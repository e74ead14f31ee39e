"""Verbs about one eForms notice."""

import typer

from anskaff.cli import documents

notice = typer.Typer(help="Write and check eForms notices.", no_args_is_help=True)
notice.command("check")(documents.validate)


def add_to(app: typer.Typer) -> None:
    """Put this room's verbs on the command line."""
    app.add_typer(notice, name="notice", rich_help_panel=documents.PANEL)
