"""Verbs about codes: what CPV codes, regions, codes of lists and fields of notices are called."""

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from anskaff.cli.output import (
    FINDINGS,
    WRONG_USE,
    AsJson,
    Language,
    Tongue,
    show_json,
    stop,
)
from anskaff.cli.standards import folder

if TYPE_CHECKING:
    from anskaff.concepts.words import Words
    from anskaff.documents.vocabularies.tree import Tree

PANEL = "Standards"
NEAR = 5
codes = typer.Typer(help="Codes and fields in official words.", no_args_is_help=True)
Asked = Annotated[
    str, typer.Argument(metavar="[WORDS|CODE]", help="Words of a name, or a code; none: the top.")
]
Most = Annotated[int, typer.Option("--most", min=1, help="At most so many answers.")]


def add_to(app: typer.Typer) -> None:
    """Put this room's verbs on the command line."""
    app.add_typer(codes, name="codes", rich_help_panel=PANEL)


@codes.command("cpv")
def cpv(
    asked: Asked = "", *, most: Most = 20, json: AsJson = False, language: Language = Tongue.NB
) -> None:
    """Find what is bought by words or digits; a whole code shows what is above and below it."""
    from anskaff.documents.vocabularies import cpv as vocabulary

    _find(vocabulary.tree(folder()), vocabulary.number(asked) or asked, most, json, language)


@codes.command("nuts")
def nuts(
    asked: Asked = "NO", *, most: Most = 20, json: AsJson = False, language: Language = Tongue.NB
) -> None:
    """Find a region by words or code; a whole code shows what is above and below it."""
    from anskaff.documents.vocabularies import nuts as vocabulary

    _find(vocabulary.tree(folder()), asked, most, json, language)


@codes.command("show")
def show(
    code_list: Annotated[str, typer.Argument(metavar="LIST", help="A list of eForms codes.")],
    code: Annotated[str, typer.Argument(help="A code of the list; none: all of them.")] = "",
    *,
    json: AsJson = False,
    language: Language = Tongue.NB,
) -> None:
    """Name the codes of a list, such as procurement-procedure-type, or one of them."""
    from difflib import get_close_matches

    from anskaff.documents.eforms.labels import official

    labels = official(folder())
    listed = labels.codes(code_list)
    if not listed:
        near = get_close_matches(code_list, labels.lists(), NEAR)
        _none(f"There is no list {code_list} in the installed files.", near)
    if code and code not in listed:
        _none(f"There is no code {code} in {code_list}.", get_close_matches(code, listed, NEAR))
    _tell({one: listed[one] for one in ([code] if code else listed)}, json, language)


@codes.command("field")
def field(
    name: Annotated[str, typer.Argument(metavar="FIELD", help="Such as BT-21-Lot or BT-21.")],
    *,
    json: AsJson = False,
    language: Language = Tongue.NB,
) -> None:
    """Name a field of a notice, and say how it is filled in."""
    from anskaff.documents.eforms.labels import official, said_in

    labels = official(folder())
    label, hint = labels.field_label(name), labels.field_hint(name)
    if label is None:
        _none(f"There is no field {name} in the installed files.", [])
    told = {"label": label.in_(language), "hint": hint.in_(language) if hint else ""}
    told["label_language"] = said_in(label, language)
    told["hint_language"] = said_in(hint, language) if hint else ""
    if json:
        show_json({"field": name, **told})
    else:
        typer.echo(f"{told['label']} ({name}){_other(told['label_language'], language)}")
        if hint:
            typer.echo(f"{told['hint']}{_other(told['hint_language'], language)}")


def _other(said_in: str, language: str) -> str:
    """Which language the publisher's text is in, when it is not the one that was asked for."""
    return "" if said_in == language else f" [{said_in}]"


def _find(tree: "Tree", asked: str, most: int, as_json: bool, language: str) -> None:
    """Show a code with its surroundings, or what words and digits find."""
    if not tree:
        _none("The codes are not installed.", [])
    code = asked.upper()
    if code in tree or not asked:
        above, here = tree.above(code), [code] if asked else []
        shown = [*above, *here, *(tree.below(code) if asked else tree.roots)]
    else:
        shown = list(tree.search(asked, most))
    if not shown:
        stop(f"Nothing is called «{asked}». Use fewer or shorter words.", FINDINGS)
    depths = {one: len(tree.above(one)) if code in tree else 0 for one in shown}
    _tell({one: tree.names[one] for one in shown}, as_json, language, depths)


def _tell(
    names: "dict[str, Words]", as_json: bool, language: str, depths: dict[str, int] | None = None
) -> None:
    if as_json:
        show_json([{"code": code, "label": name.in_(language)} for code, name in names.items()])
        return
    for code, name in names.items():
        indent = "  " * (depths or {}).get(code, 0)
        typer.echo(f"{indent}{name.in_(language)} ({code})")


def _none(text: str, near: list[str]) -> NoReturn:
    """Say that there is no such thing, what is near it, and how files are installed."""
    more = f" Near: {', '.join(near)}." if near else " See `anskaff standards status`."
    stop(text + more, WRONG_USE if near else FINDINGS)
