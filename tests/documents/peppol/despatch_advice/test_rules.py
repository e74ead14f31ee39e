from decimal import Decimal

import pytest

from anskaff.documents import xml
from anskaff.documents.peppol.despatch_advice import DOCUMENT
from anskaff.documents.peppol.despatch_advice.lines import (
    Line,
    LineItem,
    LineSellerNumber,
    LineStandardNumber,
)
from anskaff.documents.peppol.despatch_advice.parties import (
    Buyer,
    BuyerIdentification,
    BuyerName,
    BuyerParty,
    Originator,
    Seller,
)
from anskaff.documents.peppol.despatch_advice.rules import RULES
from anskaff.documents.peppol.despatch_advice.table import DespatchAdvice
from anskaff.documents.ubl.values import Identifier, Quantity
from tests.documents.peppol.examples import broken_rules, examples, unit_cases

UNIT = "peppol-post-award-3/v3.0.15/unit/unit-despatch-advice"
FIVE = Quantity(Decimal(5), "EA")
ITEM = LineItem(name="Stol", seller_number=LineSellerNumber(number="1"))


def broken(*lines, **fields):
    data = DOCUMENT.write(DespatchAdvice(lines=lines, **fields))
    found = broken_rules(xml.read(data), DOCUMENT, RULES)
    return sorted(each.removeprefix("PEPPOL-T16-") for each in found)


@pytest.mark.standards
@pytest.mark.parametrize(("rule", "element", "expected"), list(unit_cases(UNIT)))
def test_the_publishers_cases_come_out_as_they_say(rule, element, expected):
    assert (rule in broken_rules(element, DOCUMENT, RULES)) is expected


@pytest.mark.standards
@pytest.mark.parametrize("file", list(examples("despatch_advice")), ids=lambda file: file.name)
def test_an_official_example_breaks_no_rule(file):
    assert broken_rules(xml.read(file.read_bytes()), DOCUMENT, RULES) == set()


def test_goods_have_a_name_and_a_number():
    standard = LineStandardNumber(number=Identifier("07300010000001", "0160"))
    assert broken(Line(delivered=FIVE, item=ITEM)) == []
    assert broken(Line(delivered=FIVE, item=LineItem(name="Stol", standard_number=standard))) == []
    assert broken(Line(delivered=FIVE)) == ["R003", "R004"]


def test_the_quantity_sent_is_stated_and_not_negative():
    assert broken(Line(item=ITEM)) == ["R005", "R006"]
    assert broken(Line(item=ITEM, delivered=Quantity(Decimal(-1), "EA"))) == ["R006"]


def test_a_quantity_that_is_no_number_is_there_but_not_positive():
    data = DOCUMENT.write(DespatchAdvice(lines=(Line(item=ITEM, delivered=FIVE),)))
    found = broken_rules(xml.read(data.replace(b">5<", b">five<")), DOCUMENT, RULES)
    assert found == {"PEPPOL-T16-R006"}


def test_what_is_outstanding_is_explained():
    line = Line(item=ITEM, delivered=FIVE, outstanding=FIVE)
    assert broken(line) == ["R007"]
    assert broken(line.with_(outstanding_reasons=("Utsolgt",))) == []


def test_buyer_seller_and_originator_have_a_name_or_an_identifier():
    nameless = broken(buyer=Buyer(party=BuyerParty()), seller=Seller(), originator=Originator())
    assert nameless == ["R008", "R009", "R010"]
    name = BuyerParty(party_name=BuyerName(name="Bygdeby kommune"))
    key = BuyerParty(identification=BuyerIdentification(key=Identifier("987654325", "0192")))
    assert broken(buyer=Buyer(party=name)) == broken(buyer=Buyer(party=key)) == []
