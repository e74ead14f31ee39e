"""Documents of EHF are recognised by their ids, and read as those of Peppol."""

import pytest
from lxml import etree

from anskaff.documents.peppol import known, shelf
from anskaff.documents.validation.rule_sets import find
from tests.documents.expected import ON

CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
EHF = [each for each in known.DOCUMENTS if each.key.startswith("ehf_")]


def claiming(each, profile):
    root = etree.Element(f"{{{each.namespace}}}{each.element}")
    etree.SubElement(root, f"{{{CBC}}}CustomizationID").text = each.customization
    etree.SubElement(root, f"{{{CBC}}}ProfileID").text = profile
    return root


@pytest.mark.parametrize("each", EHF, ids=lambda each: each.key)
def test_a_document_is_recognised_by_its_ids(each):
    assert known.recognised(claiming(each, each.profiles[0])) is each
    assert shelf.document(each).key == each.key


@pytest.mark.parametrize("each", EHF, ids=lambda each: each.key)
def test_our_rules_are_in_force_when_the_official_ones_are(each):
    official = find(each.element, each.customization, each.profiles[0], on=ON)
    rules = shelf.rule_set(each, ON)
    assert (rules.id, rules.valid_from) == (official.id, official.valid_from)
    assert official.ubl == each.ubl


def test_one_specification_in_two_processes_is_two_documents():
    order = known.BY_KEY["ehf_order"]
    advanced = known.BY_KEY["ehf_advanced_order"].profiles[0]
    assert known.recognised(claiming(order, advanced)).key == "ehf_advanced_order"
    assert known.recognised(claiming(order, "another")).key == "ehf_order"
