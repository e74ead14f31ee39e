"""What the check of one document came to, as the page shows it and as the download has it."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.safestring import SafeString, mark_safe
from lxml import etree

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import Finding
from anskaff.concepts.words import Words
from anskaff.documents import eforms
from anskaff.documents.checking import Layer, Report
from anskaff.documents.eforms import recognising, showing
from anskaff.documents.eforms.paths import ROOTS
from anskaff.documents.peppol import known, shelf
from anskaff.documents.ubl import page
from anskaff.documents.ubl.reading import Element
from anskaff.documents.ubl.sheet import Sheet, sheet
from anskaff.web.codes.names import official

MOST_FINDINGS = 200
MOST_REPORTED = 2_000
MOST_ROWS = 200
MOST_SHOWN_CHARACTERS = 400_000
MOST_ELEMENTS = 10_000
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
    made = _notice(root, language) if root.tag in ROOTS else _document(root, language)
    if made is None:
        return SafeString()
    html = "".join(page.piece(made, level=LEVEL, key=key))
    if len(html) > MOST_SHOWN_CHARACTERS:
        return SafeString()
    return mark_safe(html)  # noqa: S308 - the renderer escapes every value itself


def _document(root: Element, language: str) -> Sheet | None:
    found = known.recognised(root)
    kind = shelf.document(found) if found else None
    if kind is None:
        return None
    return sheet(kind, kind.reading(root).root, language, most_rows=MOST_ROWS)


def _notice(root: Element, language: str) -> Sheet | None:
    """A notice arranged for people; nothing when it cannot be read, or is too long to be."""
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        return None
    try:
        read = eforms.read(etree.tostring(root))
    except Unreadable:
        return None
    return showing.sheet(read, language, official())


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
