"""Official examples of a kind of document, and what did not fit its table."""

from lxml import etree

from anskaff.documents import xml
from anskaff.documents.peppol import known, shelf
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.rules import findings
from tests.conftest import STANDARDS

FAMILIES = (
    "peppol-post-award-3",
    "peppol-logistics-1.2",
    "peppol-network/mls-1.0.1",
    "ehf-post-award-g3",
)


def examples(key):
    """Every official example of a document that is meant to be right."""
    for family in FAMILIES:
        for file in sorted((STANDARDS / family).rglob("*xample*/**/*.xml")):
            if "bad" in file.parts:
                continue
            found = known.recognised(xml.read(file.read_bytes(), limits=LIMITS))
            if found is not None and found.key == key:
                yield file


def misfits(file, key):
    """All that a table did not take in a file, as text."""
    reading = shelf.document(known.BY_KEY[key]).reading(xml.read(file.read_bytes(), limits=LIMITS))
    kinds = ("unknown", "stray", "unreadable", "disorder", "repeated", "empty")
    return [f"{kind}: {spot.where}" for kind in kinds for spot in getattr(reading, kind)]


def unit_cases(folder):
    """The cases the publisher keeps for a rule: its id, a document, whether it breaks the rule."""
    for file in sorted((STANDARDS / folder).glob("*.xml")):
        for case in xml.read(file.read_bytes(), limits=LIMITS).iterfind("{*}test"):
            verdicts = [
                (said.text.strip(), etree.QName(said).localname != "success")
                for said in case.iterfind("{*}assert/*")
                if etree.QName(said).localname in {"success", "error", "fatal", "warning"}
            ]
            for rule, broken in verdicts:
                yield rule, case[-1], broken


def broken_rules(element, document, rules):
    """The ids of the rules that a document breaks."""
    return {found.kind.rule for found in findings(rules, document.reading(element))}
