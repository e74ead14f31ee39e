"""`anskaff`: the verbs of all rooms, put together.

Exit codes: 0 fine, 1 findings, 2 wrong use, 3 could not do it.
"""

import os

import typer

from anskaff.cli import calculations, competition, law, parties, project, records

app = typer.Typer(
    help="Open, end-to-end digital public procurement.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for room in (project, parties, competition, calculations, law, records):
    room.add_to(app)


def run() -> None:
    """Start the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "anskaff.project.settings")
    app()
