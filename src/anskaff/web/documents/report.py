"""What the check of one document came to, as the page shows it and as the download has it."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.safestring import SafeString, mark_safe

from anskaff.concepts.finding import Finding
from anskaff.concepts.words import Words
from anskaff.documents.checking import Layer, Report
from anskaff.documents.eforms import recognising
from anskaff.documents.peppol import known, shelf
from anskaff.documents.ubl import page
from anskaff.documents.ubl.reading import Element
from anskaff.documents.ubl.sheet import sheet

MOST_FINDINGS = 200
MOST_REPORTED = 2_000
MOST_ROWS = 200
MOST_SHOWN_CHARACTERS = 400_000
LEVEL = 4

LAYERS: Mapping[Layer, Words] = {
    Layer.WIRE: Words(nb="lesbar XML", nn="lesbar XML", en="readable XML"),
    Layer.XSD: Words(nb="offisielt skjema", nn="offisielt skjema", en="official schema"),
    Layer.MODEL: Words(nb="oppbygning", nn="oppbygging", en="structure"),
    Layer.RULES: Words(nb="egne regler", nn="eigne reglar", en="our own rules"),
    Layer.OFFICIAL: Words(nb="offisielle regler", nn="offisielle reglar", en="official rules"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A document, what was found in it, and how it reads.

    `shown` is the document as HTML; empty when it is of no known kind or too long for the page.
    """

    report: Report
    name: str = ""
    number: str = ""
    shown: SafeString = field(default_factory=SafeString)

    @property
    def kind(self) -> Words | None:
        """What kind of document it is."""
        if self.report.document == recognising.DOCUMENT:
            return recognising.NAME
        found = known.BY_KEY.get(self.report.document)
        return found.name if found else None

    @property
    def ran(self) -> tuple[Words, ...]:
        """The layers that were asked."""
        return tuple(LAYERS[layer] for layer in self.report.ran)

    @property
    def skipped(self) -> tuple[tuple[Words, Words], ...]:
        """The layers that were not asked, each with why."""
        return tuple((LAYERS[layer], why) for layer, why in self.report.skipped.items())

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that the page has room for; the download has more."""
        return self.report.findings[:MOST_FINDINGS]

    @property
    def more(self) -> int:
        """How many findings the page has no room for."""
        return len(self.report.findings) - len(self.findings)


def as_html(root: Element, language: str, key: str) -> SafeString:
    """A document as the page shows it; empty when we have no table for it or it is too long."""
    found = known.recognised(root)
    kind = shelf.document(found) if found else None
    if kind is None:
        return SafeString()
    read = kind.reading(root).root
    made = sheet(kind, read, language, most_rows=MOST_ROWS)
    html = "".join(page.piece(made, level=LEVEL, key=key))
    if len(html) > MOST_SHOWN_CHARACTERS:
        return SafeString()
    return mark_safe(html)  # noqa: S308 - the renderer escapes every value itself


def as_link(checked: Iterable[Checked], language: str) -> str:
    """The whole report inside the page, so that nothing need be kept for a download."""
    told = [_told(each, language) for each in checked]
    text = json.dumps(told, ensure_ascii=False, indent=1).encode()
    return "data:application/json;base64," + b64encode(text).decode()


def _told(checked: Checked, language: str) -> dict[str, object]:
    report = checked.report
    layers: dict[str, object] = {layer.value: {"ran": True} for layer in report.ran}
    for layer, why in report.skipped.items():
        layers[layer.value] = {"ran": False, "why": why.in_(language)}
    return {
        "file": checked.name,
        "id": checked.number,
        "document": report.document,
        "ruleset": report.rule_set,
        "layers": layers,
        "verdict": report.verdict.value,
        "findings_in_all": len(report.findings),
        "findings": [_finding(each, language) for each in report.findings[:MOST_REPORTED]],
    }


def _finding(finding: Finding, language: str) -> dict[str, str]:
    return {
        "code": finding.code,
        "rule": finding.kind.rule,
        "severity": "fatal" if finding.stops else finding.severity.value,
        "where": finding.where,
        "text": finding.text(language),
        "cure": finding.cure(language),
    }
