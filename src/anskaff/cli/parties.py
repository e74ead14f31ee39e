"""Verbs about organisations and people: how a new installation gets its first administrator."""

import sys
from typing import Annotated

import typer

from anskaff.cli.installation import start
from anskaff.cli.output import (
    FINDINGS,
    WRONG_USE,
    AsJson,
    Language,
    Tongue,
    show_findings,
    show_json,
    stop,
)
from anskaff.concepts.actor import SYSTEM, Role
from anskaff.concepts.contract_kind import BuyerKind
from anskaff.concepts.errors import Refused

PANEL = "Organisations and people"
organisation = typer.Typer(help="Organisations.", no_args_is_help=True)
person = typer.Typer(help="People.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put this room's verbs on the command line."""
    app.add_typer(organisation, name="organisation", rich_help_panel=PANEL)
    app.add_typer(person, name="person", rich_help_panel=PANEL)


@organisation.command("add")
def add_organisation(
    number: Annotated[str, typer.Argument(help="Organisation number, nine digits.")],
    name: Annotated[str, typer.Argument(help="Name.")],
    buyer: Annotated[str, typer.Option(help="Make it a buyer: state or other.")] = "",
    supplier: Annotated[bool, typer.Option("--supplier", help="Make it a supplier.")] = False,
    *,
    language: Language = Tongue.NB,
) -> None:
    """Register a buyer, a supplier, or both."""
    start()
    from anskaff.parties import actions
    from anskaff.project import clock

    if buyer and buyer not in set(BuyerKind):
        stop(f"--buyer is state or other, not {buyer}.", WRONG_USE)
    try:
        actions.register_organisation(
            number,
            name,
            buyer_kind=BuyerKind(buyer) if buyer else None,
            is_supplier=supplier,
            by=SYSTEM,
            at=clock.now(),
        )
    except Refused as error:
        show_findings(error.findings, language)
        raise typer.Exit(FINDINGS) from None
    typer.echo(f"Registered {name} ({number}).")


@person.command("add")
def add_person(
    email: Annotated[str, typer.Argument(help="E-mail, with which the person logs in.")],
    name: Annotated[str, typer.Argument(help="Name.")],
    number: Annotated[str, typer.Argument(help="Organisation number.")],
    role: Annotated[str, typer.Argument(help=f"Role: {', '.join(Role)}.")],
    *,
    language: Language = Tongue.NB,
) -> None:
    """Give a person a role in an organisation; asks for a password, or reads it from a pipe."""
    start()
    from anskaff.parties import actions, queries
    from anskaff.project import clock

    if role not in set(Role):
        stop(f"A role is one of: {', '.join(Role)}.", WRONG_USE)
    found = queries.organisation_with_number(number)
    if found is None:
        stop(f"No organisation has the number {number}. Add it first.", WRONG_USE)
    password = _password()
    try:
        actions.add_person(
            found,
            email=email,
            name=name,
            role=Role(role),
            password=password,
            by=SYSTEM,
            at=clock.now(),
        )
    except Refused as error:
        show_findings(error.findings, language)
        raise typer.Exit(FINDINGS) from None
    typer.echo(f"{name} is now {role} in {number}.")


def _password() -> str:
    """A password typed twice, or the first line of standard input when nobody is typing."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    if sys.stdin.isatty():
        password = str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    try:
        validate_password(password)
    except ValidationError as error:
        stop(" ".join(error.messages), FINDINGS)
    return password


@person.command("list")
def list_people(
    *, role: Annotated[str, typer.Option(help="Only this role.")] = "", json: AsJson = False
) -> None:
    """List people with role and organisation."""
    start()
    from anskaff.parties import queries

    if role and role not in set(Role):
        stop(f"A role is one of: {', '.join(Role)}.", WRONG_USE)
    listed = [
        {
            "email": one.email,
            "name": one.name,
            "role": one.role.value,
            "organisation": one.organisation_name,
        }
        for one in queries.people(role)
    ]
    if json:
        show_json(listed)
        return
    for line in listed:
        typer.echo("  ".join(line.values()))
