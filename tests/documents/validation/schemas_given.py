"""Small Schematron schemas and documents for tests."""

from pathlib import Path

from lxml import etree

from anskaff.documents.validation.answer import Answer, Job, Kind
from anskaff.documents.validation.places import placed
from anskaff.documents.validation.saxon import Engine

HEAD = '<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'


def a_schema(folder: Path, body: str, *, name: str = "rules.sch", traits: str = "") -> Path:
    """A schema in a file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{HEAD} {traits}>{body}</schema>")
    return path


def a_part(folder: Path, text: str, *, name: str) -> Path:
    """A piece of a schema in a file of its own."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    namespace = 'xmlns="http://purl.oclc.org/dsdl/schematron"'
    path.write_text(text.replace(" ", f" {namespace} ", 1) if " " in text else text)
    return path


def asked(
    engine: Engine, path: Path, document: str, *, phase: str = "", within: Path | None = None
) -> Answer:
    """What the rules in a file say of a document."""
    answer = engine.ask(Job(Kind.SCHEMATRON, path, within or path.parent, phase), document)
    return placed(answer, etree.fromstring(document))


def rules_of(answer: Answer) -> list[str]:
    """The rules that were broken, in order."""
    assert answer.stopped == ""
    return [each.rule for each in answer.found]
