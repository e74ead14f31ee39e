"""The tables hold every term of EN 16931 and Peppol, named in three languages."""

from datetime import date
from decimal import Decimal
from importlib import import_module
from pkgutil import walk_packages

import pytest

from anskaff.documents import peppol, xml
from anskaff.documents.peppol import credit_note, invoice
from anskaff.documents.peppol.billing.not_used import NOT_USED
from anskaff.documents.peppol.billing.rules import RULES
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.rules import Rule
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Amount, Identifier, Quantity
from tests.conftest import STANDARDS
from tests.documents.peppol.billing.given import example_files, reading_of

FILES = tuple(example_files())
EMPTY_ORDER_LINE = "ubl-tc434-example2.xml"
"""An example of EN 16931 with an empty order line, which Peppol does not allow."""


def groups(kind=Group):
    """Every group of the family."""
    for module in walk_packages(peppol.__path__, f"{peppol.__name__}."):
        import_module(module.name)
    for each in kind.__subclasses__():
        yield from groups(each)
        if each.__module__.startswith(peppol.__name__):
            yield each


@pytest.mark.standards
@pytest.mark.parametrize("file", FILES, ids=lambda file: "/".join(file.parts[-2:]))
def test_an_official_example_is_read_whole(file):
    reading = reading_of(xml.read(file.read_bytes(), limits=LIMITS))
    assert [spot.where for spot in (*reading.unknown, *reading.repeated)] == []
    assert [spot.where for spot in (*reading.unreadable, *reading.disorder)] == []
    assert {spot.where for spot in reading.stray} <= {"@schemaLocation"}
    assert not reading.empty or file.name == EMPTY_ORDER_LINE


@pytest.mark.standards
def test_the_values_of_an_invoice_are_typed():
    data = (STANDARDS / "peppol-billing-3.0.21/examples/billing/Allowance-example.xml").read_bytes()
    bill = invoice.read(data)
    assert (bill.number, bill.issued, bill.currency) == ("Snippet1", date(2017, 11, 13), "EUR")
    assert bill.seller.party.endpoint == Identifier("7300010000001", "0088")
    assert bill.buyer.party.address.country.code == "SE"
    assert [each.is_charge for each in bill.allowances] == [True, False]
    assert bill.totals.payable == Amount(Decimal("6125.00"), "EUR")
    line = bill.lines[0]
    assert line.quantity == Quantity(Decimal(10), "C62")
    assert (line.item.tax.category, line.item.tax.percent) == ("S", Decimal("25.0"))


@pytest.mark.standards
def test_the_values_of_a_credit_note_are_typed():
    folder = STANDARDS / "peppol-billing-3.0.21/v3.0.19/examples/examples"
    bill = credit_note.read((folder / "base-creditnote-correction.xml").read_bytes())
    assert (bill.type_code, bill.preceding[0].invoice.number) == ("381", "Snippet1")
    assert bill.lines[0].quantity.unit == "DAY"


@pytest.mark.parametrize("kind", sorted(groups(), key=repr), ids=lambda kind: kind.__qualname__)
def test_every_term_has_a_label_and_a_meaning_in_three_languages(kind):
    assert kind.__doc__
    for row in kind.fields:
        for words in (row.said.label, row.said.meaning):
            assert all(words.in_(language).strip() for language in ("nb", "nn", "en"))
            assert "\n" not in words.nb + words.nn + words.en


@pytest.mark.parametrize("kind", sorted(groups(), key=repr), ids=lambda kind: kind.__qualname__)
def test_no_element_stands_twice_in_a_group(kind):
    tags = [row.tag for row in kind.fields]
    assert len(tags) == len(set(tags))


def test_each_element_that_is_not_used_has_its_own_rule():
    assert len(NOT_USED) == len(set(NOT_USED.values())) == 643
    assert NOT_USED["", "ext:UBLExtensions"] == "UBL-CR-001"
    assert NOT_USED["cac:InvoicePeriod", "cbc:Description"] == "UBL-CR-015"
    assert NOT_USED["line", "cac:ItemPriceExtension"] == "UBL-CR-647"


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.id)
def test_every_rule_says_what_is_wrong_and_what_to_do(each):
    for words in (each.kind.text, each.kind.cure):
        assert all(words.in_(language).strip() for language in ("nb", "nn", "en"))
    if isinstance(each, Rule):
        names = [{row.name for row in kind.fields} for kind in each.on]
        assert all(not each.at or each.at in known for known in names)
