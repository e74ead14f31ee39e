"""Invoices and credit notes to test with, and what our EN 16931 rules find in them."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from anskaff.concepts.finding import Finding, Severity
from anskaff.documents import codes, xml
from anskaff.documents.peppol import credit_note, invoice
from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.billing.rules import RULES
from anskaff.documents.peppol.billing.structure import OFFICIAL
from anskaff.documents.ubl import rules, structure
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.reading import Element, Reading
from tests.conftest import STANDARDS

LIST_FILES = ("peppol-billing-3.0.21/sch/CEN-EN16931-UBL.sch",)
EXAMPLE_FOLDERS = (
    "peppol-billing-3.0.21/examples",
    "peppol-billing-3.0.21/v3.0.19/examples",
    "en16931-1.3.16/ubl/examples",
)
FAMILY = ("BR-", "UBL-")


def example_files() -> Iterator[Path]:
    """Every official valid example."""
    for folder in EXAMPLE_FOLDERS:
        yield from sorted((STANDARDS / folder).rglob("*.xml"))


def reading_of(root: Element) -> Reading[Invoice] | Reading[CreditNote]:
    """A tree as an invoice or a credit note."""
    name = etree.QName(root).localname
    return (invoice if name == "Invoice" else credit_note).DOCUMENT.reading(root)


def findings(data: bytes, *, with_lists: bool = True) -> list[Finding]:
    """What structure and rules find in a document."""
    reading = reading_of(xml.read(data, limits=LIMITS))
    reading.lists = codes.installed(STANDARDS, LIST_FILES) if with_lists else {}
    found = list(structure.findings(reading, OFFICIAL, reading.lists))
    found.extend(rules.findings(RULES, reading))
    return found


def broken(data: bytes) -> Counter[str]:
    """The rules of EN 16931 that a document breaks."""
    return Counter(each.kind.rule for each in findings(data) if each.kind.rule.startswith(FAMILY))


def schema_faults(data: bytes) -> list[str]:
    """What the table itself calls a fault, without a rule."""
    return [
        each.code
        for each in findings(data)
        if not each.kind.rule and each.severity is Severity.ERROR
    ]
