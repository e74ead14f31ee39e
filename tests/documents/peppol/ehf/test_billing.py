"""Documents of EHF on top of Peppol Billing: its rules, but for those that EHF switches off."""

import pytest
from lxml import etree

from anskaff.documents import xml
from anskaff.documents.peppol import known, shelf
from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.billing.references import SupportingDocument
from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.ubl.values import Identifier
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool
from anskaff.documents.validation.rule_sets import find_for
from tests.conftest import STANDARDS
from tests.documents.differential import Kind, compare
from tests.documents.expected import ON
from tests.documents.mutations import Mutator
from tests.documents.native_engine import EUROPEAN_RULES, Native
from tests.documents.ubl.schema import schema

EXAMPLES = {
    "ehf_forward_invoice": "forward-billing-3.0/example",
    "ehf_forward_credit_note": "forward-billing-3.0/energy",
    "ehf_reminder": "reminder-3.0/example",
}
MUTANTS = 60
COMPARED = (*EUROPEAN_RULES, "EHF-", "PEPPOL-", "NO-", "only")


def examples(key):
    folder = STANDARDS / "ehf-post-award-g3/examples" / EXAMPLES[key]
    files = [each.read_bytes() for each in sorted(folder.glob("*.xml"))]
    return tuple(each for each in files if known.recognised(xml.read(each)).key == key)


def rules_for(key):
    return shelf.rule_set(known.BY_KEY[key], ON)


@pytest.mark.standards
@pytest.mark.parametrize("key", EXAMPLES)
def test_mutants_break_the_rules_that_they_break_officially(key):
    rules, given = rules_for(key), examples(key)
    kind = Kind(find_for(xml.read(given[0]), on=ON), Native(key, rules))
    has = schema(STANDARDS / "ubl-xsd" / kind.official.ubl / kind.official.xsd.path)
    mutator = Mutator(given, key, has, ())
    with Pool(1) as pool:
        official = Official(Bundle(STANDARDS), pool)
        told = [compare(kind, official, mutator.mutant(at), str(at)) for at in range(MUTANTS)]
    differences = [(each.name, difference) for each in told for difference in each.differences]
    assert differences == []
    assert sum(each.valid for each in told) > MUTANTS // 4


def broken(key, document):
    rules = rules_for(key)
    root = etree.fromstring(rules.document.write(document))
    return {each.kind.rule for each in rules.findings(rules.document.reading(root), {})}


def test_what_is_sent_on_may_lack_a_buyer_and_give_any_attachment_a_scheme():
    attachment = SupportingDocument(number=Identifier("1", "AAA"))
    document = Invoice(attachments=(attachment,))
    off = {"BR-07", "UBL-CR-665", "PEPPOL-EN16931-R007"}
    assert off <= broken("invoice", document)
    assert broken("ehf_forward_invoice", document) == broken("invoice", document) - off
