"""Verbs about proof: the log, its checkpoints, receipts."""

from pathlib import Path
from typing import Annotated

import typer

from anskaff.cli.installation import start
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

PANEL = "Proof"
log = typer.Typer(help="The log of deeds.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put this room's verbs on the command line."""
    app.add_typer(log, name="log", rich_help_panel=PANEL)
    app.command("verify", rich_help_panel=PANEL)(verify)


@log.command("verify")
def verify_log(*, json: AsJson = False) -> None:
    """Check every entry, tree node and checkpoint; names the first entry that fails."""
    start()
    from anskaff.records import log as records_log

    result = records_log.verified()
    if json:
        show_json(
            {
                "holds": result.holds,
                "entries": result.entries,
                "checkpoints": result.checkpoints,
                "wrong_entry": result.wrong_entry,
                "wrong": result.wrong,
            }
        )
    elif result.holds:
        typer.echo(f"The log holds: {result.entries} entries, {result.checkpoints} checkpoints.")
    else:
        typer.echo(f"The log does not hold: {result.wrong}.", err=True)
    raise typer.Exit(0 if result.holds else FINDINGS)


@log.command("checkpoint")
def sign_checkpoint() -> None:
    """Sign the log as it is now and print the checkpoint (a C2SP note)."""
    start()
    from anskaff.project import clock
    from anskaff.records import log as records_log

    typer.echo(records_log.signed_checkpoint(clock.now()).note, nl=False)


@log.command("key")
def show_key() -> None:
    """Print the log's public key (a C2SP verifier key)."""
    start()
    from anskaff.records import log as records_log

    typer.echo(records_log.signing_key().verifier.vkey)


def verify(
    receipt: Annotated[Path, typer.Argument(help="A receipt file (JSON).")],
    checkpoint: Annotated[Path, typer.Option(help="A signed checkpoint from the log.")],
    key: Annotated[str, typer.Option(help="The log's public key, when you know it.")] = "",
    *,
    json: AsJson = False,
    language: Language = Tongue.NB,
) -> None:
    """Check one receipt against a checkpoint, with no database and no network."""
    from anskaff.records.proof import receipt as receipts

    result = receipts.verify(content_of(receipt), content_of(checkpoint), key=key or None)
    if not isinstance(result, receipts.Verified):
        if json:
            show_json({"holds": False, "findings": [as_json(one, language) for one in result]})
        else:
            show_findings(result, language)
        raise typer.Exit(FINDINGS)
    if json:
        show_json(
            {
                "holds": True,
                "index": result.index,
                "log": result.checkpoint.origin,
                "size": result.checkpoint.size,
                "entry": result.entry,
                "warnings": [as_json(one, language) for one in result.warnings],
            }
        )
        return
    typer.echo(
        f"The receipt holds: entry {result.index} of the log {result.checkpoint.origin}, "
        f"which then had {result.checkpoint.size} entries."
    )
    show_findings(result.warnings, language)
