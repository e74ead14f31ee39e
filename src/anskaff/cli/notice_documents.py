"""eForms notices for the verbs that show and convert documents."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from anskaff.cli.output import FINDINGS, Tongue, show_findings, stop
from anskaff.cli.standards import folder
from anskaff.concepts.errors import Unreadable
from anskaff.concepts.words import Words

if TYPE_CHECKING:
    from anskaff.concepts.notice import NoticeReading
    from anskaff.documents.ubl.sheet import Part, Sheet

NOT_WRITTEN = Words(
    nb="Kunngjøringen kan ikke skrives som XML.",
    nn="Kunngjeringa kan ikkje skrivast som XML.",
    en="The notice cannot be written as XML.",
)


def read(data: bytes) -> "NoticeReading | None":
    """The notice in a file; nothing when the file is another kind of document."""
    from anskaff.documents import eforms, xml
    from anskaff.documents.eforms import notice, paths

    if xml.read(data, limits=notice.LIMITS).tag not in paths.ROOTS:
        return None
    return eforms.read(data)


def sheet(notice: "NoticeReading", language: str) -> "Sheet":
    """The notice arranged for people, with the official labels of the installed bundle."""
    from anskaff.documents.eforms import labels, showing

    return showing.sheet(notice, language, labels.official(folder()))


def lines(made: "Sheet") -> Iterator[str]:
    """A sheet as text, each part further in than the one it stands in."""
    yield made.title
    for fact in made.facts:
        yield f"  {fact.label}: {fact.value}"
    for part in made.parts:
        yield from _part(part, 1)
    for fact in (*made.technical, *made.beside):
        yield f"  {fact.label}: {fact.value}"


def _part(part: "Part", depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}{part.heading}"
    for fact in part.facts:
        yield f"{'  ' * (depth + 1)}{fact.label}: {fact.value}"
    for inner in part.parts:
        yield from _part(inner, depth + 1)


def write(form: Any, language: Tongue) -> None:
    """The XML of a notice that came as JSON, on standard output."""
    from anskaff.documents import eforms
    from anskaff.documents.eforms import json_form

    try:
        written = eforms.write(json_form.from_json(form))
    except Unreadable as error:
        show_findings(error.findings, language)
        stop(NOT_WRITTEN.in_(language), FINDINGS)
    sys.stdout.buffer.write(written)
