"""Verbs about published notices."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from anskaff.cli import sources
from anskaff.cli.installation import start
from anskaff.cli.output import (
    FINDINGS,
    WRONG_USE,
    AsJson,
    Language,
    Tongue,
    as_json,
    show_findings,
    show_json,
    stop,
)
from anskaff.concepts.errors import Unreadable, errors_in

if TYPE_CHECKING:
    from anskaff.notices.importing import Outcome

PANEL = "Notices"
notices = typer.Typer(help="Published notices.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put this room's verbs on the command line."""
    app.add_typer(notices, name="notices", rich_help_panel=PANEL)


@notices.command("import")
def import_files(
    files: Annotated[
        list[Path], typer.Argument(help="eForms XML: files, folders, ZIP archives, or - .")
    ],
    *,
    json: AsJson = False,
    language: Language = Tongue.NB,
) -> None:
    """Put published eForms notices into the public register; tells what became of each file."""
    start()
    from anskaff.concepts.actor import SYSTEM
    from anskaff.notices import importing
    from anskaff.project import clock

    batch = importing.Import(by=SYSTEM, clock=clock.now)
    told = _Told(as_json=json, language=language)
    try:
        for file in sources.every_file(files):
            try:
                for named in sources.unpacked(file):
                    told.tell(batch.take(named.name, named.content()))
            except Unreadable as error:
                told.tell([importing.refused(str(file), error)])
    finally:
        told.tell(batch.finish())
        told.end()
    raise typer.Exit(FINDINGS if told.counts[importing.State.REFUSED.value] else 0)


@notices.command("fetch")
def fetch(
    first: Annotated[
        datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d"], help="First day; else ten days ago."),
    ] = None,
    last: Annotated[
        datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Last day; else today.")
    ] = None,
    *,
    json: AsJson = False,
    language: Language = Tongue.NB,
) -> None:
    """Fetch published notices from the national public API into the register, day by day.

    Days that are done are passed by, so a fetch that stopped goes on where it was.
    """
    start()
    from anskaff.notices import fetching
    from anskaff.notices.gateway.public import NotFetched
    from anskaff.project import clock, gateways

    try:
        api = gateways.public_notices()
    except ValueError as error:
        stop(f"Notices cannot be fetched: {error}.", WRONG_USE)
    if api is None:
        stop("Set ANSKAFF_PUBLIC_NOTICES_URL and ANSKAFF_PUBLIC_NOTICES_KEY first.", WRONG_USE)
    today = clock.today()
    since = first.date() if first else today - fetching.SETTLED
    until = last.date() if last else today
    if since > until or until > today:
        stop(f"No days from {since} to {until}. Today is {today}.", WRONG_USE)
    told = _Told(as_json=json, language=language)
    missing = 0
    stopped = ""
    try:
        for day in fetching.fetch(api, since, until, now=clock.now):
            told.tell(day.outcomes)
            missing += len(day.missing)
            for one in day.missing:
                typer.echo(f"not fetched {one}", err=True)
    except NotFetched as error:
        stopped = error.reason
    told.end()
    if stopped or missing:
        stop(f"The service did not give everything. {stopped}".strip())
    raise typer.Exit(FINDINGS if told.counts["refused"] else 0)


class _Told:
    """What has been told: a line for each file as it is done, or all as JSON at the end."""

    def __init__(self, *, as_json: bool, language: Tongue) -> None:
        self.as_json = as_json
        self.language = language
        self.counts: Counter[str] = Counter()
        self.lines: list[dict[str, Any]] = []

    def tell(self, outcomes: "Iterable[Outcome]") -> None:
        from anskaff.notices.importing import STATE_WORDS

        for one in outcomes:
            self.counts[one.state.value] += 1
            if self.as_json:
                self.lines.append(
                    {
                        "file": one.name,
                        "state": one.state.value,
                        "notice": one.notice or None,
                        "version": one.version or None,
                        "findings": [as_json(each, self.language) for each in one.findings],
                    }
                )
            else:
                where = f" {one.notice} {one.version}" if one.notice else ""
                typer.echo(f"{one.name}: {STATE_WORDS[one.state].in_(self.language)}{where}")
                show_findings(errors_in(one.findings), self.language)

    def end(self) -> None:
        if self.as_json:
            show_json({"counts": dict(self.counts), "files": self.lines})
        else:
            from anskaff.notices.importing import STATE_WORDS

            sums = (
                f"{STATE_WORDS[s].in_(self.language)}: {self.counts[s.value]}" for s in STATE_WORDS
            )
            typer.echo(", ".join(sums))
