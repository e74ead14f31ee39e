"""Verbs about documents: show them, and turn them into JSON and back; `validating` checks them."""

import json as json_text
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from anskaff.cli.output import (
    FINDINGS,
    WRONG_USE,
    Language,
    Tongue,
    show_findings,
    show_json,
    stop,
)
from anskaff.cli.sources import bytes_of, place
from anskaff.cli.validating import validate
from anskaff.concepts.errors import Unreadable
from anskaff.concepts.words import Words

if TYPE_CHECKING:  # the verbs load these when they run, for a fast start
    from anskaff.concepts.notice import NoticeReading
    from anskaff.documents.ubl.document import DocumentType
    from anskaff.documents.ubl.sheet import Sheet
    from anskaff.documents.ubl.table import Group

PANEL = "Documents"
NOTICE = "notice"
NO_TEXT = Words(
    nb="En PDF er ikke tekst: send den til en fil, som i `… --format pdf > dokument.pdf`.",
    nn="Ein PDF er ikkje tekst: send han til ei fil, som i `… --format pdf > dokument.pdf`.",
    en="A PDF is no text: send it to a file, as in `… --format pdf > document.pdf`.",
)
FIRST_ROWS = Words(
    nb="PDF-en viser de første {rows} radene av en lengre tabell, og sier det. "
    "Bruk --format html for å få alle.",
    nn="PDF-en viser dei første {rows} radene av ein lengre tabell, og seier det. "
    "Bruk --format html for å få alle.",
    en="The PDF shows the first {rows} rows of a longer table, and says so. "
    "Use --format html to have them all.",
)
NOT_JSON = Words(nb="Ikke JSON: {why}.", nn="Ikkje JSON: {why}.", en="Not JSON: {why}.")
NO_KIND = Words(
    nb="«document» sier hva slags dokument det er: {names}. Fant «{got}».",
    nn="«document» seier kva slags dokument det er: {names}. Fann «{got}».",
    en="“document” names the kind of document: {names}. Found “{got}”.",
)
NOT_WRITTEN = Words(
    nb="Kan ikke skrives som XML: {why}.",
    nn="Kan ikkje skrivast som XML: {why}.",
    en="Cannot be written as XML: {why}.",
)
NOT_KNOWN = Words(
    nb="{file}: dokumenttypen er ukjent, eller har ingen tabell ennå.",
    nn="{file}: dokumenttypen er ukjend, eller har ingen tabell enno.",
    en="{file}: the kind of document is not known, or has no table yet.",
)


class Form(StrEnum):
    """How a document can be shown."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    JSON = "json"


class Target(StrEnum):
    """What a document can be turned into."""

    XML = "xml"
    JSON = "json"


def add_to(app: typer.Typer) -> None:
    """Put this room's verbs on the command line."""
    for verb in (validate, show, convert):
        app.command(rich_help_panel=PANEL)(verb)


FormWish = Annotated[
    Form,
    typer.Option(
        "--format",
        "--as",
        help="text, html (one file), pdf (tagged PDF/A) or json, on standard output.",
    ),
]
OneFile = Annotated[
    Path, typer.Argument(parser=place, help="A document, or - to read standard input.")
]


def show(file: OneFile, *, form: FormWish = Form.TEXT, language: Language = Tongue.NB) -> None:
    """Show a document with labels in your language, unknown parts and names of files too."""
    data = bytes_of(file, language)
    if (notice := _notice(data, language)) is not None:
        _show_notice(notice, form, language)
        return
    document = _kind_of(file, data, language)
    read = document.read(data)
    match form:
        case Form.JSON:
            from anskaff.documents.ubl import json_form

            show_json(json_form.to_json(read))
        case Form.TEXT:
            _show_text(document, read, language)
        case Form.HTML:
            from anskaff.documents.ubl import page, sheet

            for part in page.whole(sheet.sheet(document, read, language)):
                typer.echo(part, nl=False)
        case Form.PDF:
            from anskaff.documents.ubl import printing, sheet

            made = sheet.sheet(document, read, language, most_rows=printing.MOST_ROWS)
            _show_pdf(made, language)


def _notice(data: bytes, language: Tongue) -> "NoticeReading | None":
    """The eForms notice in a file; the verb ends when the file cannot be read."""
    from anskaff.cli import notice_documents

    try:
        return notice_documents.read(data)
    except Unreadable as error:
        show_findings(error.findings, language)
        raise typer.Exit(FINDINGS) from None


def _show_notice(notice: "NoticeReading", form: Form, language: Tongue) -> None:
    from anskaff.cli import notice_documents
    from anskaff.documents.eforms import json_form

    if form is Form.JSON:
        show_json(json_form.to_json(notice))
        return
    made = notice_documents.sheet(notice, language)
    if form is Form.PDF:
        _show_pdf(made, language)
    elif form is Form.HTML:
        from anskaff.documents.ubl import page

        for part in page.whole(made):
            typer.echo(part, nl=False)
    else:
        for line in notice_documents.lines(made):
            typer.echo(line)


def _show_text(document: "DocumentType[Group]", read: "Group", language: str) -> None:
    from anskaff.documents.ubl import showing

    typer.echo(document.name.in_(language))
    for line in showing.shown(read, language):
        value = "" if line.value is None else f": {line.value}"
        typer.echo(f"{'  ' * (line.depth + 1)}{line.label}{value}")


def _show_pdf(made: "Sheet", language: Tongue) -> None:
    from anskaff.documents.ubl import printing
    from anskaff.project import clock

    if sys.stdout.isatty():
        stop(NO_TEXT.in_(language), WRONG_USE)
    if any(table.left_out for table in made.tables):
        typer.echo(FIRST_ROWS.in_(language).format(rows=printing.MOST_ROWS), err=True)
    sys.stdout.buffer.write(printing.printed(made, clock.today()))


def convert(
    file: OneFile,
    to: Annotated[Target, typer.Option("--to", help="xml or json.")],
    *,
    language: Language = Tongue.NB,
) -> None:
    """Turn a document into JSON with business names, or such JSON into XML; nothing is lost."""
    if to is Target.JSON:
        data = bytes_of(file, language)
        if (notice := _notice(data, language)) is not None:
            from anskaff.documents.eforms import json_form as notice_form

            show_json({"document": NOTICE, "notice": notice_form.to_json(notice)})
            return
        document = _kind_of(file, data, language)
        from anskaff.documents.ubl import json_form

        show_json({"document": document.key, **json_form.to_json(document.read(data))})
        return
    _write_xml(bytes_of(file, language), language)


def _write_xml(data: bytes, language: Tongue) -> None:
    from anskaff.documents.peppol import known, shelf
    from anskaff.documents.ubl import json_form

    try:
        form = json_text.loads(data)
    except (ValueError, RecursionError) as error:
        stop(NOT_JSON.in_(language).format(why=error), FINDINGS)
    key = form.pop("document", "") if isinstance(form, dict) else ""
    if key == NOTICE:
        from anskaff.cli import notice_documents

        notice_documents.write(form.get("notice"), language)
        return
    found = known.BY_KEY.get(str(key))
    document = shelf.document(found) if found else None
    if document is None:
        names = ", ".join([*(each.key for each in shelf.documents()), NOTICE])
        stop(NO_KIND.in_(language).format(names=names, got=key), FINDINGS)
    try:
        read = json_form.from_json(form, document.root)
        written = document.write(read)
    except Unreadable as error:
        show_findings(error.findings, language)
        raise typer.Exit(FINDINGS) from None
    except ValueError as error:
        stop(NOT_WRITTEN.in_(language).format(why=error), FINDINGS)
    sys.stdout.buffer.write(written)


def _kind_of(file: Path, data: bytes, language: Tongue) -> "DocumentType[Group]":
    """A document that we have a table for; the verb ends when it is none."""
    from anskaff.documents import xml
    from anskaff.documents.peppol import known, shelf
    from anskaff.documents.ubl.document import LIMITS

    try:
        found = known.recognised(xml.read(data, limits=LIMITS))
    except Unreadable as error:
        show_findings(error.findings, language)
        raise typer.Exit(FINDINGS) from None
    document = shelf.document(found) if found else None
    if document is None:
        stop(NOT_KNOWN.in_(language).format(file=file), FINDINGS)
    return document
