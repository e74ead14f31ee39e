from datetime import date
from decimal import Decimal

import pytest

from anskaff.documents import xml
from anskaff.documents.peppol import order_response, order_response_advanced
from anskaff.documents.peppol.order_response.rules import RULES
from anskaff.documents.peppol.order_response_advanced.rule_sets import (
    RULE_SETS as ADVANCED_SETS,
)
from anskaff.documents.peppol.order_response_advanced.rules import RULES as ADVANCED_RULES
from anskaff.documents.peppol.post_award import order_answer as head
from anskaff.documents.peppol.post_award import order_answer_lines as lines
from anskaff.documents.ubl.values import Amount, Identifier
from tests.documents.peppol.examples import broken_rules

SELLER = head.Seller(
    party=head.SellerParty(legal_entity=head.SellerLegalEntity(name="Papir og penn AS"))
)
BUYER = head.Buyer(
    party=head.BuyerParty(
        identifications=(head.BuyerIdentification(key=Identifier("987654325", "0192")),)
    )
)
ACCEPTED = order_response.OrderResponse(answer="AP", currency="NOK", seller=SELLER, buyer=BUYER)


def line(number="1", *, currency="NOK", start=None, end=None):
    period = lines.LinePromisedPeriod(start=start, end=end)
    price = lines.Price(net=Amount(Decimal(12), currency))
    item = lines.LineItem(number=number, delivery=lines.LineDelivery(period=period), price=price)
    return lines.Line(item=item)


def changed(*given):
    return ACCEPTED.with_(answer="CA", lines=given)


def broken(answer):
    root = xml.read(order_response.write(answer))
    return {each for each in broken_rules(root, order_response.DOCUMENT, RULES) if "-T76-" in each}


@pytest.mark.parametrize(
    ("answer", "rules"),
    [
        (ACCEPTED, set()),
        (changed(line(), line("2")), set()),
        (changed(), {"R007"}),
        (ACCEPTED.with_(lines=(line(),)), {"R008"}),
        (ACCEPTED.with_(answer=" RE ", lines=(line(),)), {"R009"}),
        (ACCEPTED.with_(answer="AB", lines=(line(),)), {"R010"}),
        (changed(line(), line()), {"R003"}),
        (changed(line(None)), {"R003"}),
        (changed(line(currency="EUR")), {"R005"}),
        (changed(line(start=date(2026, 12, 2), end=date(2026, 12, 1))), {"R004"}),
        (changed(line(start=date(2026, 12, 2), end=date(2026, 12, 2))), set()),
        (ACCEPTED.with_(buyer=head.Buyer(party=head.BuyerParty())), {"R001"}),
        (ACCEPTED.with_(seller=head.Seller(party=head.SellerParty())), {"R002"}),
        (ACCEPTED.with_(customization="urn:example"), {"R006"}),
    ],
)
def test_an_answer_breaks_the_rule_it_should_and_no_other(answer, rules):
    assert broken(answer) == {f"PEPPOL-T76-{each}" for each in rules}


def test_the_currency_is_asked_of_a_price_that_has_no_place_in_the_document_too():
    data = order_response.write(changed(line())).replace(
        b"<cac:OrderLine>",
        b"<cac:OrderLine><cac:BuyerProposedSubstituteLineItem><cac:Price>"
        b'<cbc:PriceAmount currencyID="SEK">1</cbc:PriceAmount>'
        b"</cac:Price></cac:BuyerProposedSubstituteLineItem>",
    )
    found = broken_rules(xml.read(data), order_response.DOCUMENT, RULES)
    assert found == {"PEPPOL-T76-R005"}


def test_an_advanced_answer_may_leave_out_the_period_and_name_the_change():
    item = order_response_advanced.table.LineItem(
        number="1", delivery=order_response_advanced.table.LineDelivery()
    )
    answer = order_response_advanced.AdvancedOrderResponse(
        answer="CA",
        change=order_response_advanced.table.AnsweredChange(number="C-1"),
        lines=(order_response_advanced.table.Line(item=item),),
    )
    again = order_response_advanced.read(order_response_advanced.write(answer))
    assert again.change.number == "C-1"
    root = xml.read(order_response_advanced.write(answer.with_(answer="RE")))
    assert "PEPPOL-T116-R009" in broken_rules(
        root, order_response_advanced.DOCUMENT, ADVANCED_RULES
    )
    [structural] = [
        each
        for each in ADVANCED_SETS[0].findings(order_response_advanced.DOCUMENT.reading(root), {})
        if "Delivery" in each.where
    ]
    assert structural.kind.rule == "PEPPOL-COMMON-R001"
