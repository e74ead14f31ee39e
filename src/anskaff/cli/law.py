"""Verbs about law: the rules that Anskaff knows, and which of them apply to a case."""

import json as json_text
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

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
from anskaff.concepts.words import Words

if TYPE_CHECKING:
    from anskaff.law.case_check import Changes, Checked, Met
    from anskaff.law.change_check import ChangeCheck

PANEL = "Law"
law = typer.Typer(help="Procurement law as code.", no_args_is_help=True)
FACTS = (
    "A JSON file with the facts: kind, buyer, value (NOK without VAT) and on (the day), and more "
    "when known: duration_months, framework, divided_into_lots, cleaning …"
)

CONTRACT = (
    "A JSON file with the facts of the contract (kind, buyer, value as signed, on) and changes: a "
    "list of ground, amount, and adjusted for the indexed price."
)


def add_to(app: typer.Typer) -> None:
    """Put this room's verbs on the command line."""
    app.add_typer(law, name="law", rich_help_panel=PANEL)


@law.command("rules")
def rules(*, json: AsJson = False, language: Language = Tongue.NB) -> None:
    """List every rule: id, what it says, paragraph, the day it was checked."""
    from anskaff.law import catalogue

    listed = catalogue.rows(language)
    if json:
        show_json(listed)
        return
    for one in listed:
        source = one["source"] or "our own default"
        typer.echo(f"{one['id']}: {one['text']} ({source}, checked {one['checked']})")


@law.command("check")
def check(
    file: Annotated[Path, typer.Argument(metavar="CASE.json", help=FACTS)],
    changed: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="FACT=VALUE", help="What changes if this were so."),
    ] = None,
    *,
    json: AsJson = False,
    language: Language = Tongue.NB,
) -> None:
    """Tell which rules apply to a case on its day, each with its reason and paragraph."""
    from anskaff.concepts.errors import Invalid
    from anskaff.law import case_check, case_facts, case_report

    plain = _read(file)
    others = [one.partition("=") for one in changed or ()]
    if any(not sign for _name, sign, _value in others):
        stop("--with takes FACT=VALUE, such as --with value=3000000", WRONG_USE)
    try:
        first = case_check.check(case_facts.read(plain))
        second = (
            case_check.check(case_facts.read(plain | {name: value for name, _, value in others}))
            if others
            else None
        )
    except Invalid as refused:
        if json:
            show_json({"findings": [as_json(one, language) for one in refused.findings]})
        else:
            show_findings(refused.findings, language)
        raise typer.Exit(FINDINGS) from None
    if json:
        shown = case_report.as_plain(first, language)
        if second is not None:
            changed_rules = case_check.changes(first, second)
            shown["changes"] = case_report.changes_as_plain(changed_rules, language)
        show_json(shown)
    elif second is not None:
        _show_changes(case_check.changes(first, second), language)
    else:
        _show(first, language)


@law.command("changes")
def changes(
    file: Annotated[Path, typer.Argument(metavar="CONTRACT.json", help=CONTRACT)],
    *,
    json: AsJson = False,
    language: Language = Tongue.NB,
) -> None:
    """Count the changes of a contract against the limits of FOA § 28-1, to the øre."""
    from anskaff.concepts.errors import Invalid
    from anskaff.concepts.formatting import as_text
    from anskaff.law import change_check, change_facts

    try:
        found = change_check.check(*change_facts.read(_read(file)))
    except Invalid as refused:
        if json:
            show_json({"findings": [as_json(one, language) for one in refused.findings]})
        else:
            show_findings(refused.findings, language)
        raise typer.Exit(FINDINGS) from None
    if json:
        show_json(_counted_as_json(found, language))
    else:
        for room in found.rooms:
            used, most = as_text(room.used, language), as_text(room.most, language)
            keys, source = ", ".join(room.keys), room.rule.source
            typer.echo(f"{room.rule.id} ({keys}): {used} / {most} ({source})")
        for rule in found.notices:
            typer.echo(f"{rule.id}: {rule.words.in_(language)} ({rule.source})")
        show_findings(found.findings, language)
    if found.findings:
        raise typer.Exit(FINDINGS)


@law.command("limit")
def limit(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="Such as F-RES-1 or F-DPS-2.")],
    event: Annotated[
        datetime, typer.Argument(formats=["%Y-%m-%d"], help="The day that is not counted.")
    ],
    *,
    urgent: Annotated[bool, typer.Option("--urgent", help="Count as in urgency.")] = False,
    json: AsJson = False,
    language: Language = Tongue.NB,
) -> None:
    """Count a limit from its event to its last day, over weekends and holidays."""
    from anskaff.concepts.formatting import as_text
    from anskaff.law.procedure_limits import LIMITS

    if rule not in LIMITS:
        stop(f"No limit in days is called {rule}. Limits: {', '.join(LIMITS)}.", WRONG_USE)
    found, last = LIMITS[rule], LIMITS[rule].last(event.date(), urgent=urgent)
    if json:
        show_json({"rule": rule, "from": found.event.value, "last_day": last.isoformat()})
    else:
        typer.echo(f"{as_text(last, language)}: {rule} {found.rule.words.in_(language)}")


def _counted_as_json(found: "ChangeCheck", language: str) -> dict[str, object]:
    return {
        "rooms": [
            {
                "rule": room.rule.id,
                "changes": list(room.keys),
                "used": str(room.used.amount),
                "most": str(room.most.amount),
                "left": str(room.left.amount),
                "source": room.rule.source,
                "checked": room.rule.checked.isoformat(),
            }
            for room in found.rooms
        ],
        "notices": [rule.id for rule in found.notices],
        "findings": [as_json(one, language) for one in found.findings],
    }


def _read(file: Path) -> dict[str, object]:
    try:
        found = json_text.loads(content_of(file))
    except (ValueError, RecursionError):
        stop(f"{file} is not JSON.", FINDINGS)
    if not isinstance(found, dict):
        stop(f'{file} holds no object of facts, such as {{"kind": "goods"}}.', FINDINGS)
    return found


def _show(checked: "Checked", language: str) -> None:
    from anskaff.law.case_report import summary
    from anskaff.law.duties import THEME_WORDS, Theme

    for line in summary(checked):
        typer.echo(f"{line.heading.in_(language)}:")
        for told in line.told:
            typer.echo(
                f"  {told.in_(language) if isinstance(told, Words) else told.text(language)}"
            )
    for theme in Theme:
        met = checked.of(theme)
        if met:
            typer.echo(f"\n{THEME_WORDS[theme].in_(language)}")
        for one in met:
            typer.echo(_line(one, language))
    for finding in checked.findings:
        typer.echo(f"! {finding.text(language)} {finding.cure(language)}")


def _show_changes(changes: "Changes", language: str) -> None:
    for one in changes.gone:
        typer.echo(f"-{_line(one, language)[1:]}")
    for one in changes.added:
        typer.echo(f"+{_line(one, language)[1:]}")
    for _before, after in changes.otherwise:
        typer.echo(f"~{_line(after, language)[1:]}")


def _line(one: "Met", language: str) -> str:
    from anskaff.law.case_facts import YES_OR_NO

    asked = " ".join(YES_OR_NO[name].in_(language) for name in one.needs)
    sign = "?" if asked else " "
    source = one.rule.source or "–"
    notice = f"eForms {', '.join(one.subtypes)}." if one.subtypes else ""
    said = one.text(language)
    ended = said if said.endswith((".", "?")) or not (notice or asked) else f"{said}."
    text = " ".join(part for part in (ended, notice, asked) if part)
    return f"{sign} {one.rule.id}: {text} ({source}, {one.rule.checked.isoformat()})"
