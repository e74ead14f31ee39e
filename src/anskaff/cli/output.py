"""How verbs answer: exit codes, findings for people and for programs."""

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from anskaff.concepts.finding import Finding
from anskaff.concepts.words import Words

FINE = 0
FINDINGS = 1
WRONG_USE = 2
COULD_NOT = 3
CANNOT_READ = Words(
    nb="Kan ikke lese {file}: {why}.",
    nn="Kan ikkje lese {file}: {why}.",
    en="Cannot read {file}: {why}.",
)
"""`why` is what the operating system says, in its own language."""


class Tongue(StrEnum):
    """The languages that findings have."""

    NB = "nb"
    NN = "nn"
    EN = "en"


AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, for programs.")]
Language = Annotated[
    Tongue, typer.Option("--language", envvar="ANSKAFF_LANGUAGE", help="Language of findings.")
]


def show_json(value: object) -> None:
    """One JSON value on standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))


def as_json(finding: Finding, language: str) -> dict[str, str]:
    """A finding as programs read it."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "where": finding.where,
        "source": finding.source,
        "text": finding.text(language),
        "cure": finding.cure(language),
    }


def show_findings(findings: Sequence[Finding], language: str) -> None:
    """Findings as people read them, on standard error."""
    for finding in findings:
        source = f" ({finding.source})" if finding.source else ""
        typer.echo(
            f"{finding.severity.value} {finding.place(language)}: {finding.text(language)} "
            f"{finding.cure(language)}{source}",
            err=True,
        )


def content_of(file: Path) -> bytes:
    """The bytes of a file that the caller named; exit code 3 when it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        stop(CANNOT_READ.in_(Tongue.EN).format(file=file, why=error.strerror))


def stop(text: str, code: int = COULD_NOT) -> NoReturn:
    """End the verb with words and an exit code."""
    typer.echo(text, err=True)
    raise typer.Exit(code)
