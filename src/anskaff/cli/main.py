"""`anskaff`: the verbs of all rooms, put together.

Exit codes: 0 fine, 1 findings, 2 wrong use, 3 could not do it.
"""

import os
import sys

import typer

from anskaff.cli import (
    calculations,
    codes,
    competition,
    documents,
    installation,
    law,
    notice,
    notices,
    parties,
    project,
    records,
    standards,
)
from anskaff.cli.help import RoomsGroup, show_help

app = typer.Typer(
    cls=RoomsGroup,
    help="Open, end-to-end digital public procurement. `anskaff up` sets up and serves; "
    "`anskaff settings` lists what can be set.",
    epilog="Exit codes: 0 fine, 1 findings, 2 wrong use, 3 could not do it. "
    "`anskaff VERB --help` tells more.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
ROOMS = (
    project,
    parties,
    notices,
    competition,
    calculations,
    law,
    documents,
    notice,
    standards,
    codes,
    records,
)
for room in ROOMS:
    room.add_to(app)
app.command("help", rich_help_panel="Help")(show_help)


def run() -> None:
    """Start the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "anskaff.project.settings")
    try:
        app()
    except Exception as error:
        try:
            installation.explain(error)
        except typer.Exit as told:
            sys.exit(told.exit_code)
        raise
