"""The verb that checks documents."""

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date, datetime
from os import cpu_count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from anskaff.cli.output import (
    FINDINGS,
    WRONG_USE,
    AsJson,
    Language,
    Tongue,
    as_json,
    show_json,
    stop,
)
from anskaff.cli.sources import Named, documents, place
from anskaff.cli.standards import folder
from anskaff.concepts.words import Words

if TYPE_CHECKING:  # the verb loads these when it runs, for a fast start
    from anskaff.concepts.finding import Finding
    from anskaff.documents.checking import Report
    from anskaff.documents.validation.official import Official

ALONE_AT_MOST = 20
AT_ONCE = 8
FATAL = {"error": "fatal", "warning": "warning", "information": "information"}
VERDICTS = {
    "valid": Words(nb="gyldig", nn="gyldig", en="valid"),
    "invalid": Words(nb="ugyldig", nn="ugyldig", en="invalid"),
    "unknown": Words(nb="ikke avgjort", nn="ikkje avgjort", en="undecided"),
}
SEVERITIES = {
    "fatal": Words(nb="feil", nn="feil", en="error"),
    "warning": Words(nb="advarsel", nn="åtvaring", en="warning"),
    "information": Words(nb="merknad", nn="merknad", en="note"),
}
"""The words of the answer in JSON, for people."""
CLEARED = "\r\x1b[2K"
"""Takes the bar away from a terminal's line, so that an answer does not stand beside it."""
CHECKING = Words(nb="Kontrollerer", nn="Kontrollerer", en="Checking")
NO_LAYER = Words(
    nb="Laget finnes ikke: {named}. Lag: {layers}.",
    nn="Laget finst ikkje: {named}. Lag: {layers}.",
    en="No such layer: {named}. Layers: {layers}.",
)
NO_DOCUMENTS = Words(
    nb="Ingen dokumenter: det er ingen .xml- eller .zip-fil i det du nevnte.",
    nn="Ingen dokument: det er inga .xml- eller .zip-fil i det du nemnde.",
    en="No documents: there is no .xml or .zip file in what you named.",
)
NO_SDK = Words(
    nb="eForms SDK {release} er ikke installert her. Installert: {known}.",
    nn="eForms SDK {release} er ikkje installert her. Installert: {known}.",
    en="No eForms SDK {release} here. Installed: {known}.",
)
Files = Annotated[
    list[Path],
    typer.Argument(
        parser=place,
        help="Files, folders (their .xml and .zip files), ZIP archives, or - for standard input.",
    ),
]
On = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Check by the rules of this day; default today."),
]


ALL_LAYERS = "wire,xsd,model,rules,official"
OFFICIAL_LAYERS = {"xsd", "official"}
Layers = Annotated[
    str,
    typer.Option(
        help="Which to ask, by comma. Without xsd and official only our own, much faster."
    ),
]

AsSdk = Annotated[
    str,
    typer.Option(
        help="Tell what another release of the eForms SDK, such as 1.14, says of notices; "
        "never as the verdict."
    ),
]


def validate(
    files: Files,
    layers: Layers = ALL_LAYERS,
    *,
    on: On = None,
    json: AsJson = False,
    language: Language = Tongue.NB,
    as_sdk: AsSdk = "",
) -> None:
    """Check documents; exit code 1 when one is not valid or not known."""
    from anskaff.project import clock

    asked = {each.strip() for each in layers.split(",")}
    if unknown := asked - set(ALL_LAYERS.split(",")):
        told = {"named": ", ".join(sorted(unknown)), "layers": ALL_LAYERS}
        stop(NO_LAYER.in_(language).format(**told), WRONG_USE)
    wish = Wish(
        on=on.date() if on else clock.today(),
        language=language.value,
        bundle=folder(),
        as_sdk=_installed(as_sdk, language),
        for_people=not json,
    )
    check = _officially_checked if asked & OFFICIAL_LAYERS and not as_sdk else _checked
    answers: list[dict[str, Any]] = []
    named = list(documents(files, language))
    for several in _with_progress(check(named, wish), len(named), language):
        answers.extend(several)
        if not json:
            for answer in several:
                _tell(answer, language)
    if not answers:
        stop(NO_DOCUMENTS.in_(language), WRONG_USE)
    if json:
        show_json(answers)
    if any(answer["verdict"] != "valid" for answer in answers):
        raise typer.Exit(FINDINGS)


class Wish(NamedTuple):
    """What every document of one call is checked by, and whether a person reads the answers."""

    on: date
    language: str
    bundle: Path
    as_sdk: str = ""
    for_people: bool = False


def _installed(release: str, language: Tongue) -> str:
    """The release of the eForms SDK that was asked for, when it is installed."""
    if release:
        from anskaff.documents.eforms import sdk
        from anskaff.documents.standards.bundle import Bundle

        known = [each.minor for each in sdk.releases(Bundle(folder()))]
        if release not in known:
            told = {"release": release, "known": ", ".join(known)}
            stop(NO_SDK.in_(language).format(**told), WRONG_USE)
    return release


def _checked(named: list[Named], wish: Wish) -> Iterator[list[dict[str, Any]]]:
    """The answers for each file; many files share all cores."""
    if len(named) <= ALONE_AT_MOST:
        for each in named:
            yield answers_for(each, wish)
        return
    with ProcessPoolExecutor(cpu_count()) as pool:
        yield from pool.map(answers_for, named, [wish] * len(named), chunksize=AT_ONCE)


def _with_progress(
    answers: Iterator[list[dict[str, Any]]], count: int, language: Tongue
) -> Iterator[list[dict[str, Any]]]:
    """The same answers; where they are many, a bar on standard error goes with them."""
    if count <= ALONE_AT_MOST:
        yield from answers
        return
    with typer.progressbar(length=count, label=CHECKING.in_(language), file=sys.stderr) as bar:
        for each in answers:
            bar.update(1)
            if sys.stderr.isatty():
                typer.echo(CLEARED, nl=False, err=True)
            yield each


def _officially_checked(named: list[Named], wish: Wish) -> Iterator[list[dict[str, Any]]]:
    """The answers for each file, the official engine's too; it has its own processes."""
    from anskaff.documents.standards.bundle import Bundle
    from anskaff.documents.validation.official import Official
    from anskaff.documents.validation.pool import Pool

    cores = min(cpu_count() or 1, len(named) or 1)
    with Pool(cores) as pool, ThreadPoolExecutor(cores) as threads:
        official = Official(Bundle(wish.bundle), pool)
        yield from threads.map(lambda each: answers_for(each, wish, official), named)


def answers_for(
    named: Named, wish: Wish, official: "Official | None" = None
) -> list[dict[str, Any]]:
    """What validation says of one file, one answer a document."""
    from anskaff.documents import checking

    if named.refused:
        report = checking.stopped(named.refused, checking.Verdict.INVALID)
        return [_answer(named.name, "", report, wish)]
    data = named.content()
    if wish.as_sdk:
        report = checking.check_as(data, wish.as_sdk, on=wish.on, bundle=wish.bundle)
        return [_answer(named.name, "", report, wish)]
    checked = checking.check_file(data, on=wish.on, bundle=wish.bundle, official=official)
    return [_answer(named.name, number, report, wish) for number, report in checked]


def _answer(name: str, number: str, report: "Report", wish: Wish) -> dict[str, Any]:
    layers: dict[str, Any] = {layer.value: {"ran": True} for layer in report.ran}
    for layer, why in report.skipped.items():
        layers[layer.value] = {"ran": False, "why": why.in_(wish.language)}
    if report.unasked:
        layers["official"]["unasked"] = list(report.unasked)
    answer: dict[str, Any] = {"file": name}
    if number:
        answer["id"] = number
    return answer | {
        "document": report.document,
        "ruleset": report.rule_set,
        "layers": layers,
        "verdict": report.verdict.value,
        "findings": [_finding(each, wish) for each in report.findings],
    }


def _finding(finding: "Finding", wish: Wish) -> dict[str, str]:
    from anskaff.concepts.formatting import as_text

    language = wish.language
    told = as_json(finding, language)
    facts = finding.facts
    return {
        "code": told["code"],
        "rule": finding.kind.rule,
        "severity": FATAL[told["severity"]],
        "where": finding.place(language) if wish.for_people else told["where"],
        "expected": as_text(facts["expected"], language) if "expected" in facts else "",
        "got": as_text(facts["got"], language) if "got" in facts else "",
        "text": told["text"],
        "cure": told["cure"],
    }


def _tell(answer: dict[str, Any], language: str) -> None:
    place = f"{answer['file']} ({answer['id']})" if "id" in answer else answer["file"]
    told = ", ".join(filter(None, (answer["document"], answer["ruleset"])))
    kind = f" ({told})" if told else ""
    typer.echo(f"{place}: {VERDICTS[answer['verdict']].in_(language)}{kind}")
    for layer, told in answer["layers"].items():
        if not told["ran"]:
            typer.echo(f"  {layer}: {told['why']}")
    for one in answer["findings"]:
        rule = f" [{one['rule']}]" if one["rule"] else ""
        where = f" {one['where']}" if one["where"] else ""
        severity = SEVERITIES[one["severity"]].in_(language)
        typer.echo(f"  {severity}{rule}{where}: {one['text']} {one['cure']}")
