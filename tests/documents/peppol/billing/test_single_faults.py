"""One fault at a time: our rules and the official engine name the same rules for it."""

import re
from collections.abc import Iterator

import pytest

from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool
from tests.conftest import STANDARDS
from tests.documents.expected import Case
from tests.documents.official_engine import broken_by
from tests.documents.peppol.billing.given import FAMILY, broken

pytestmark = pytest.mark.standards

EXAMPLE = "peppol-billing-3.0.21/examples/billing/Allowance-example.xml"
CARD = (
    "<cac:CardAccount><cbc:PrimaryAccountNumberID>123456781234</cbc:PrimaryAccountNumberID>"
    "<cbc:NetworkID>VISA</cbc:NetworkID></cac:CardAccount>"
)
OTHER_RATE = (
    "<cbc:ID>S</cbc:ID><cbc:Percent>12.0</cbc:Percent>"
    "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>"
)
FAULTS = {
    "a subject of a note": (r"<cbc:Note>[^<]*", "<cbc:Note>#QQQ#x", "BR-CL-08"),
    "a whole card number": (r"(</cbc:PaymentID>)", rf"\1{CARD}", "BR-51"),
    "an odd file": (
        r"(<cac:AccountingSupplierParty>)",
        (
            r"<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment>"
            r'<cbc:EmbeddedDocumentBinaryObject mimeCode="text/plain" filename="a.txt">aGVp'
            r"</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>\1"
        ),
        "BR-CL-24",
    ),
    "an object with a description": (
        r"(<cac:AccountingSupplierParty>)",
        (
            r"<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cbc:DocumentTypeCode>130"
            r"</cbc:DocumentTypeCode><cbc:DocumentDescription>x</cbc:DocumentDescription>"
            r"</cac:AdditionalDocumentReference>\1"
        ),
        "UBL-CR-673",
    ),
    "three decimals": (
        r"(<cbc:PayableAmount[^>]*>)6125.00",
        r"\g<1>6125.000",
        "BR-DEC-18",
    ),
    "Italian split payment": (
        r"(<cac:ClassifiedTaxCategory>\s*<cbc:ID>)S",
        r"\1B",
        "BR-B-01",
    ),
    "another version of UBL": (
        r"(<cbc:CustomizationID)",
        r"<cbc:UBLVersionID>2.2</cbc:UBLVersionID>\1",
        "UBL-CR-002",
    ),
    "an attribute inside what is not used": (
        r"(<cbc:ID>)",
        r'<cbc:ProfileExecutionID schemeName="x">1</cbc:ProfileExecutionID>\1',
        "UBL-DT-08",
    ),
    "the name of a bank inside a branch": (
        r"(<cac:FinancialInstitutionBranch>\s*<cbc:ID>[^<]*</cbc:ID>)",
        r"\1<cac:FinancialInstitution><cbc:Name>x</cbc:Name></cac:FinancialInstitution>",
        "UBL-CR-664",
    ),
    "a scheme that no rule speaks of": (
        r"(<cac:ContractDocumentReference>\s*<cbc:ID)",
        r'\1 schemeID="x"',
        "",
    ),
    "a name that is a space that does not break": (
        r"(<cac:Item>(?s:.*?)<cbc:Name>)[^<]*",
        "\\1\u00a0",
        "",
    ),
    "an amount whose currency is empty": (
        r'(<cbc:LineExtensionAmount currencyID=")EUR',
        r"\1",
        "BR-CL-03",
    ),
    "an object with an empty scheme": (
        r"(<cac:AccountingSupplierParty>)",
        (
            r'<cac:AdditionalDocumentReference><cbc:ID schemeID="">1</cbc:ID>'
            r"</cac:AdditionalDocumentReference>\1"
        ),
        "UBL-SR-43",
    ),
    "an invoiced object with an empty scheme": (
        r"(<cac:AccountingSupplierParty>)",
        (
            r'<cac:AdditionalDocumentReference><cbc:ID schemeID="">1</cbc:ID>'
            r"<cbc:DocumentTypeCode>130</cbc:DocumentTypeCode>"
            r"</cac:AdditionalDocumentReference>\1"
        ),
        "BR-CL-07",
    ),
    "a reason code on a charge in a price": (
        r"(</cac:Price>)",
        (
            r"<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>"
            r'<cbc:AllowanceChargeReasonCode listID="">95</cbc:AllowanceChargeReasonCode>'
            r'<cbc:Amount currencyID="EUR">1</cbc:Amount></cac:AllowanceCharge>\1'
        ),
        "BR-CL-20",
    ),
    "a country that no list has at a party that is not used": (
        r"(<cac:Delivery>)",
        (
            r"<cac:BuyerCustomerParty><cac:Party><cac:PostalAddress><cac:Country>"
            r"<cbc:IdentificationCode>QQ</cbc:IdentificationCode></cac:Country>"
            r"</cac:PostalAddress></cac:Party></cac:BuyerCustomerParty>\1"
        ),
        "BR-CL-14",
    ),
    "a tax on the line itself": (
        r"(<cac:Item>)",
        (
            r'<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">1.001</cbc:TaxAmount><cac:TaxSubtotal>'
            r'<cbc:TaxAmount currencyID="EUR">1</cbc:TaxAmount><cac:TaxCategory><cbc:ID>E</cbc:ID>'
            r"<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>"
            r"</cac:TaxSubtotal></cac:TaxTotal>\1"
        ),
        "BR-45",
    ),
    "another reference of the payment on an allowance": (
        r"(</cac:AllowanceCharge>)",
        (
            r"<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>"
            r"<cbc:PaymentID>other</cbc:PaymentID></cac:PaymentMeans>\1"
        ),
        "",
    ),
    "a file without name at what is not used": (
        r"(<cac:ContractDocumentReference>)",
        (
            r"<cac:StatementDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment>"
            r'<cbc:EmbeddedDocumentBinaryObject mimeCode="text/plain">aGVp'
            r"</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>"
            r"</cac:StatementDocumentReference>\1"
        ),
        "UBL-DT-07",
    ),
    "two reasons of a charge in a price": (
        r"(</cac:Price>)",
        (
            r"<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>"
            r"<cbc:AllowanceChargeReason>a</cbc:AllowanceChargeReason>"
            r"<cbc:AllowanceChargeReason>b</cbc:AllowanceChargeReason>"
            r'<cbc:Amount currencyID="EUR">1</cbc:Amount></cac:AllowanceCharge>\1'
        ),
        "UBL-SR-31",
    ),
    "a base of a rate that only an unused category has": (
        r"(?s)(</cac:TaxSubtotal>)(\s*</cac:TaxTotal>.*?<cac:InvoiceLine>.*?)(<cac:Item>)",
        (
            r'\1<cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">0</cbc:TaxableAmount>'
            r'<cbc:TaxAmount currencyID="EUR">0</cbc:TaxAmount>'
            rf"<cac:TaxCategory>{OTHER_RATE}</cac:TaxCategory></cac:TaxSubtotal>\2"
            r"<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>"
            r"<cbc:AllowanceChargeReason>a</cbc:AllowanceChargeReason>"
            r'<cbc:Amount currencyID="EUR">0</cbc:Amount>'
            rf"<cac:TaxCategory>{OTHER_RATE}</cac:TaxCategory></cac:AllowanceCharge>\3"
        ),
        "",
    ),
    "a currency of the totals that no list has": (
        r'(<cbc:PayableAmount currencyID=")EUR',
        r"\1QQQ",
        "BR-CL-03",
    ),
}


def faulty(pattern: str, text: str) -> bytes:
    """The example with one change at the first place that fits."""
    example = (STANDARDS / EXAMPLE).read_text(encoding="utf-8")
    changed, count = re.subn(pattern, text, example, count=1)
    assert count == 1
    return changed.encode()


@pytest.fixture(scope="module")
def official() -> Iterator[Official]:
    with Pool(1) as pool:
        yield Official(Bundle(STANDARDS), pool)


@pytest.mark.parametrize(("pattern", "text", "rule"), [*FAULTS.values()], ids=[*FAULTS])
def test_a_fault_breaks_the_same_rules_as_officially(pattern, text, rule, official):
    data = faulty(pattern, text)
    case = Case(file="en16931-1.3.16/", id="", document=data, configuration="tc434-ubl", xsd=True)
    theirs = broken_by(official, case)
    assert theirs.schema == ""
    told = {each for each in (*theirs.fatal, *theirs.warning) if each.startswith(FAMILY)}
    assert set(broken(data)) == told
    assert not rule or rule in told
