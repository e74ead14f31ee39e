"""Verbs about law: the rules that Anskaff knows, with source and the day each was checked."""

import typer

from anskaff.cli.output import AsJson, Language, Tongue, show_json

PANEL = "Law"
law = typer.Typer(help="Procurement law as code.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put this room's verbs on the command line."""
    app.add_typer(law, name="law", rich_help_panel=PANEL)


@law.command("rules")
def rules(*, json: AsJson = False, language: Language = Tongue.NB) -> None:
    """List every rule: id, what it says, paragraph, the day it was checked."""
    from anskaff.law import catalogue

    listed = [
        {
            "id": rule.id,
            "text": rule.words.in_(language),
            "source": rule.source,
            "valid_from": rule.valid_from.isoformat() if rule.valid_from else None,
            "valid_to": rule.valid_to.isoformat() if rule.valid_to else None,
            "checked": rule.checked.isoformat(),
        }
        for rule in catalogue.catalogue()
    ]
    if json:
        show_json(listed)
        return
    for one in listed:
        source = one["source"] or "our own default"
        typer.echo(f"{one['id']}: {one['text']} ({source}, checked {one['checked']})")
