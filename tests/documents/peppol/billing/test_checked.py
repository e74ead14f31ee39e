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
