"""Invoices and credit notes are checked by EN 16931 through the same door as everything else."""

from datetime import date

import pytest

from anskaff.documents import checking
from anskaff.documents.checking import Layer, Verdict
from tests.conftest import STANDARDS

DAY = date(2026, 11, 21)
EXAMPLES = sorted((STANDARDS / "peppol-billing-3.0.21/examples/billing").glob("*.xml"))
SELF_BILLED = sorted((STANDARDS / "peppol-billing-3.0.21/examples").glob("SB-*.xml"))


@pytest.mark.standards
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_an_official_example_breaks_nothing(file):
    report = checking.check(file.read_bytes(), on=DAY, bundle=STANDARDS)
    assert [each.kind.rule for each in report.findings if each.kind.rule] == []
    assert report.verdict is Verdict.VALID
    assert report.rule_set == "eu.peppol.bis3:invoice:2026.5"
    assert Layer.RULES in report.ran


@pytest.mark.standards
@pytest.mark.parametrize("file", SELF_BILLED, ids=lambda file: file.name)
def test_an_official_example_made_by_the_buyer_breaks_nothing(file):
    report = checking.check(file.read_bytes(), on=DAY, bundle=STANDARDS)
    assert [each.kind.rule for each in report.findings if each.kind.rule] == []
    assert report.verdict is Verdict.VALID
    assert report.document.startswith("self_billing_")


@pytest.mark.standards
def test_a_wrong_sum_and_a_wrong_code_are_found_with_words_and_cure():
    right = EXAMPLES[0].read_bytes()
    wrong = right.replace(b"</cbc:PayableAmount>", b"1</cbc:PayableAmount>")
    wrong = wrong.replace(b">380</cbc:InvoiceTypeCode>", b">38O</cbc:InvoiceTypeCode>")
    report = checking.check(wrong, on=DAY, bundle=STANDARDS)
    assert report.verdict is Verdict.INVALID
    found = {each.kind.rule: each for each in report.findings}
    assert {"BR-CO-16", "BR-CL-01"} <= found.keys()
    assert "38" in found["BR-CL-01"].cure("nb")


ZERO_RATED = STANDARDS / "peppol-billing-3.0.21/examples/billing/vat-category-Z.xml"
LONG_NUMBER = b"1234567890123456789012345678901"


def of_price(price: bytes, total: bytes) -> bytes:
    """An example of one line of ten units, with another price; all its sums are the total."""
    made = ZERO_RATED.read_bytes()
    made = made.replace(b">120.00</cbc:PriceAmount>", b">" + price + b"</cbc:PriceAmount>")
    return made.replace(b">1200.00<", b">" + total + b"<")


@pytest.mark.standards
def test_sums_of_very_long_numbers_are_exact():
    right = of_price(LONG_NUMBER + b".01", LONG_NUMBER + b"0.10")
    assert LONG_NUMBER in right
    assert checking.check(right, on=DAY, bundle=STANDARDS).verdict is Verdict.VALID
    wrong = of_price(LONG_NUMBER + b".01", LONG_NUMBER + b"0.20")
    told = checking.check(wrong, on=DAY, bundle=STANDARDS).findings
    assert {each.kind.rule for each in told} == {"PEPPOL-EN16931-R120"}


@pytest.mark.standards
def test_a_very_long_price_for_several_units_is_told_and_not_a_crash():
    """Found by chance: the quotient has more digits than Python reckons with unless told to."""
    several = b'</cbc:PriceAmount><cbc:BaseQuantity unitCode="C62">3</cbc:BaseQuantity>'
    wrong = of_price(LONG_NUMBER + b".01", b"1").replace(b"</cbc:PriceAmount>", several)
    assert b"BaseQuantity" in wrong
    report = checking.check(wrong, on=DAY, bundle=STANDARDS)
    [told] = [each for each in report.findings if each.kind.rule == "PEPPOL-EN16931-R120"]
    assert "4 115 226 300" in told.text("nb").replace("\u00a0", " ")


def test_without_the_bundle_codes_are_not_checked_and_it_says_so():
    from anskaff.documents.peppol import invoice

    bill = invoice.Invoice(customization=invoice.KNOWN.customization, number="1")
    report = checking.check(invoice.write(bill), on=DAY)
    codes = {each.code for each in report.findings}
    assert {"code-lists-not-installed", "br-03"} <= codes
    assert report.verdict is Verdict.INVALID


def test_before_the_release_there_are_no_rules_of_ours():
    from anskaff.documents.peppol import credit_note

    note = credit_note.CreditNote(customization=credit_note.KNOWN.customization)
    report = checking.check(credit_note.write(note), on=date(2026, 5, 17))
    assert report.verdict is Verdict.UNKNOWN
    assert report.skipped.keys() == {Layer.MODEL, Layer.RULES}
