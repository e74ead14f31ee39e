from datetime import date
from decimal import Decimal

import pytest

from anskaff.documents import codes, xml
from anskaff.documents.peppol.post_award import catalogue_item as shared
from anskaff.documents.peppol.punch_out import DOCUMENT, items, lines
from anskaff.documents.peppol.punch_out.rule_sets import RULE_SETS
from anskaff.documents.peppol.punch_out.rules import RULES
from anskaff.documents.ubl.values import Amount, Quantity
from tests.conftest import STANDARDS
from tests.documents.peppol.examples import broken_rules
from tests.documents.peppol.punch_out import A_CART, CART

PICTURE = items.Specification(number="9", kind="PRODUCT_IMAGE")


def with_line(**changes):
    """The cart with only its first line, changed."""
    return CART.with_(lines=(CART.lines[0].with_(**changes),))


def with_item(**changes):
    return with_line(item=CART.lines[0].item.with_(**changes))


def with_terms(**changes):
    return with_line(terms=CART.lines[0].terms.with_(**changes))


def price(net="1", base=None):
    return lines.Price(net=Amount(Decimal(net), "NOK"), base=base)


def tax(code, percent):
    return with_item(tax_category=items.TaxCategory(code=code, percent=percent))


def service(value):
    return with_item(properties=(shared.Property(name="ServiceIndicator", value=value),))


@pytest.mark.parametrize(
    ("cart", "rules"),
    [
        (CART, set()),
        (CART.with_(validity=None), set()),
        (CART.with_(validity=CART.validity.with_(end=date(2026, 11, 20))), {"R001"}),
        (CART.with_(validity=CART.validity.with_(end=None)), {"R001"}),
        (with_terms(price=price("0")), set()),
        (with_terms(price=price("-0.01")), {"R003"}),
        (with_terms(price=price(base=Quantity(Decimal(0), "C62"))), {"R002"}),
        (with_terms(price=price(base=Quantity(Decimal(1), "HUR"))), {"R006"}),
        (with_item(standard_number=None), set()),
        (with_item(standard_number=None, seller_number=None), {"R004"}),
        (with_item(specifications=(PICTURE, PICTURE)), {"R005"}),
        (service("true"), set()),
        (service("ja"), {"R007"}),
        (service(None), {"R007"}),
        (tax("O", None), set()),
        (tax("Z", None), {"R008"}),
        (tax("S", Decimal(0)), {"R009"}),
        (tax("S", None), {"R008", "R009"}),
        (CART.with_(customization="urn:example"), {"R010"}),
    ],
)
def test_a_cart_breaks_the_rule_it_should_and_no_other(cart, rules):
    found = broken_rules(xml.read(DOCUMENT.write(cart)), DOCUMENT, RULES)
    assert found == {f"PEPPOL-T77-{each}" for each in rules}


@pytest.mark.standards
def test_a_cart_with_everything_in_it_is_right():
    [rules] = RULE_SETS
    lists = codes.installed(STANDARDS, rules.lists)
    assert len(lists) > 5
    reading = DOCUMENT.reading(xml.read(A_CART))
    assert rules.findings(reading, lists) == ()
    empty = [
        f"{kind.__name__}.{row.name}"
        for kind, groups in reading.kinds()
        for row in kind.fields
        if not any(row.name in each.__dict__ for each in groups)
    ]
    assert empty == []


@pytest.mark.standards
def test_a_picture_is_a_document_or_an_image_of_either_list():
    [rules] = RULE_SETS
    lists = codes.installed(STANDARDS, rules.lists)
    cart = with_item(
        specifications=(
            items.Specification(number="1", kind="916"),
            items.Specification(number="2", kind="PRODUCT_IMAGE"),
            items.Specification(number="3", kind="PICTURE"),
        )
    )
    found = rules.findings(DOCUMENT.reading(xml.read(DOCUMENT.write(cart))), lists)
    assert [each.kind.rule for each in found] == ["PEPPOL-T77-B07401"]
    assert "ItemSpecificationDocumentReference[3]" in found[0].where
