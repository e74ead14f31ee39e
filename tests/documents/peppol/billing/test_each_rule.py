"""A bill for each rule that chance seldom breaks: we and the official engine agree on it.

The bill is an official example, its parties moved to the country of a national rule; then the part
of it that the rule speaks of is written anew.
"""

import re
from collections.abc import Iterator

import pytest

from anskaff.documents.standards.bundle import Bundle
from anskaff.documents.validation.official import Official
from anskaff.documents.validation.pool import Pool
from tests.conftest import STANDARDS
from tests.documents import differential
from tests.documents.peppol.billing.test_national import NUMBERS, kind_of, moved

pytestmark = pytest.mark.standards

EXAMPLES = STANDARDS / "peppol-billing-3.0.21/examples/billing"
INVOICE = EXAMPLES / "Allowance-example.xml"
CREDIT_NOTE = EXAMPLES.parent / "SB-base-creditnote-correction.xml"
MANDATE = "<cac:PaymentMandate><cbc:ID>m-1</cbc:ID>{account}</cac:PaymentMandate>"


def means(code: str, inside: str = "", reference: str = "") -> tuple[str, str]:
    """The bill is to be paid in this way."""
    told = f"<cbc:PaymentID>{reference}</cbc:PaymentID>" if reference else ""
    return (
        r"(?s)<cac:PaymentMeans>.*</cac:PaymentMeans>",
        (
            f"<cac:PaymentMeans><cbc:PaymentMeansCode>{code}</cbc:PaymentMeansCode>{told}{inside}"
            "</cac:PaymentMeans>"
        ),
    )


def account(number: str, bank: str = "") -> str:
    """The account that is paid to."""
    branch = (
        f"<cac:FinancialInstitutionBranch><cbc:ID>{bank}</cbc:ID></cac:FinancialInstitutionBranch>"
    )
    return (
        f"<cac:PayeeFinancialAccount><cbc:ID>{number}</cbc:ID>{branch if bank else ''}"
        "</cac:PayeeFinancialAccount>"
    )


def mandate(payer: str = "") -> str:
    """The mandate to draw from the payer's account."""
    drawn = f"<cac:PayerFinancialAccount><cbc:ID>{payer}</cbc:ID></cac:PayerFinancialAccount>"
    return MANDATE.format(account=drawn if payer else "")


def attached(number: str, description: str, inside: str = "") -> str:
    """One more supporting document."""
    attachment = f"<cac:Attachment>{inside}</cac:Attachment>" if inside else ""
    return (
        f"<cac:AdditionalDocumentReference><cbc:ID>{number}</cbc:ID>"
        f"<cbc:DocumentDescription>{description}</cbc:DocumentDescription>{attachment}"
        "</cac:AdditionalDocumentReference>"
    )


def also(*documents: str) -> tuple[str, str]:
    """The bill has these supporting documents too."""
    return (r"(<cac:AccountingSupplierParty>)", "".join(documents) + r"\1")


def contact(inside: str) -> tuple[str, str]:
    """The seller has this contact."""
    return (
        r"(</cac:PartyLegalEntity>\s*)(</cac:Party>\s*</cac:AccountingSupplierParty>)",
        rf"\1<cac:Contact>{inside}</cac:Contact>\2",
    )


def seller_vat(number: str) -> tuple[str, str]:
    """The seller has this VAT number."""
    return (r"(<cac:PartyTaxScheme>\s*<cbc:CompanyID>)[^<]*", rf"\g<1>{number}")


A_FILE = (
    '<cbc:EmbeddedDocumentBinaryObject mimeCode="text/csv" filename="a.csv">aGVp'
    "</cbc:EmbeddedDocumentBinaryObject>"
)
A_LINK = "<cac:ExternalReference><cbc:URI>https://example.org/1</cbc:URI></cac:ExternalReference>"
TELEPHONE = "<cbc:Telephone>12345678</cbc:Telephone>"
MAIL = "<cbc:ElectronicMail>a@example.org</cbc:ElectronicMail>"
WITHOUT_DUE = (r"<cbc:DueDate>[^<]*</cbc:DueDate>", "")
UNSPSC = (
    r'<cbc:ItemClassificationCode listID="SRV">',
    '<cbc:ItemClassificationCode listID="TST" listVersionID="1">',
)
NOT_A_KNOWN_TAX = (r"ReasonCode>CG(</cbc:\w+>\s*<cbc:\w+>)Cleaning", r"ReasonCode>ZZZ\1x")
FAULTS = {
    "DE-R-005": (contact(TELEPHONE + MAIL),),
    "DE-R-007": (contact("<cbc:Name>A</cbc:Name>" + TELEPHONE),),
    "DE-R-019": (means("58", account("DE00")),),
    "DE-R-020": (means("59", mandate("DE00")),),
    "DE-R-022": (also(attached("1", "x", A_FILE), attached("2", "y", A_FILE)),),
    "DE-R-024-1": (means("48"),),
    "DE-R-024-2": (means("48", account("DE02120300000000202051")),),
    "DE-R-025-1": (means("59"),),
    "DE-R-025-2": (means("59", account("DE02120300000000202051")),),
    "DE-R-026": ((r"(<cbc:InvoiceTypeCode>)380", r"\g<1>384"),),
    "DE-R-031": (means("59", mandate()),),
    "DK-R-003": (UNSPSC,),
    "DK-R-004": (NOT_A_KNOWN_TAX,),
    "DK-R-006": (means("42"),),
    "DK-R-007": (means("49"),),
    "DK-R-008": (means("50", account("12"), "01#"),),
    "DK-R-009": (means("50", account("1234567"), "04#123"),),
    "DK-R-010": (means("93", account("1"), "71#123456789012345"),),
    "DK-R-011": (means("93", account("12345678"), "71#123"),),
    "GR-R-003": (seller_vat("EL123456789"),),
    "GR-R-004-2": (also(attached("0", "##M.AR.K##")),),
    "GR-R-008-2": (
        also(
            attached("1", "##INVOICE|URL##", A_LINK),
            attached("2", "##INVOICE|URL##", A_LINK),
        ),
    ),
    "GR-R-008-3": (also(attached("1", "##INVOICE|URL##")),),
    "IS-R-006": (means("9", account("12")),),
    "IS-R-007": (means("42", account("12")),),
    "IS-R-008": (also(attached("soon", "EINDAGI")),),
    "IS-R-009": (WITHOUT_DUE, also(attached("2017-12-24", "EINDAGI"))),
    "IS-R-010": (also(attached("2017-11-30", "EINDAGI")),),
    "IT-R-001": (
        (
            r"(<cac:PartyTaxScheme>)",
            (
                r"<cac:PartyTaxScheme><cbc:CompanyID>1</cbc:CompanyID><cac:TaxScheme><cbc:ID>TAX"
                r"</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>\1"
            ),
        ),
    ),
    "NL-R-006": (
        (
            r"(<cac:Delivery>)",
            (
                r"<cac:TaxRepresentativeParty><cac:PartyName><cbc:Name>A</cbc:Name></cac:PartyName>"
                r"<cac:PostalAddress><cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode>"
                r"</cac:Country></cac:PostalAddress><cac:PartyTaxScheme><cbc:CompanyID>NL123456789B12"
                r"</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>"
                r"</cac:PartyTaxScheme></cac:TaxRepresentativeParty>\1"
            ),
        ),
    ),
    "NL-R-007": ((r"(?s)<cac:PaymentMeans>.*</cac:PaymentMeans>", ""),),
    "NO-R-001": (seller_vat("NO991825828MVA"),),
    "SE-R-001": (seller_vat("SE123"),),
    "SE-R-002": (seller_vat("SE5560360793AB"),),
    "SE-R-007": (means("30", account("12A", "SE:PLUSGIRO")),),
    "SE-R-008": (means("30", account("123456A", "SE:BANKGIRO")),),
    "SE-R-009": (means("30", account("123", "SE:BANKGIRO")),),
    "SE-R-010": (means("30", account("123456789", "SE:PLUSGIRO")),),
    "SE-R-011": (means("50"),),
    "SE-R-012": (means("31"),),
}
"""The part of an invoice that is written anew, as patterns and what stands in their place."""


def project(number: str) -> str:
    """One more attachment of a credit note that is a project."""
    return (
        f"<cac:AdditionalDocumentReference><cbc:ID>{number}</cbc:ID>"
        "<cbc:DocumentTypeCode>50</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>"
    )


PRECEDING = r"(?s)<cac:BillingReference>.*</cac:BillingReference>"
CREDIT_FAULTS = {
    "DK-R-016": ((r"(<cbc:PayableAmount[^>]*>)", r"\1-"),),
    "NL-R-001": ((PRECEDING, ""),),
    "PEPPOL-EN16931-P0101": ((r"(<cbc:CreditNoteTypeCode>)\d+", r"\g<1>261"),),
    "PEPPOL-EN16931-R080": (also(project("1"), project("2")),),
}
BILLING = (
    (r"selfbilling:3.0", "billing:3.0"),
    (r"selfbilling:01", "billing:01"),
    (r"(<cbc:CreditNoteTypeCode>)\d+", r"\g<1>381"),
)


def exempt(category: str, code: str) -> tuple[str, str]:
    """The VAT of this category in the overview is exempt for the reason that the code names."""
    return (
        (
            rf"(?s)(<cac:TaxSubtotal>(?:(?!</cac:TaxSubtotal>).)*<cbc:ID>{category}</cbc:ID>"
            r"\s*<cbc:Percent>[^<]*</cbc:Percent>)"
        ),
        rf"\1<cbc:TaxExemptionReasonCode>VATEX-EU-{code}</cbc:TaxExemptionReasonCode>",
    )


def allowance(tag: str, *, charge: bool) -> tuple[str, str]:
    """An amount of an allowance or a charge, of the document, has three decimals."""
    indicator = "true" if charge else "false"
    ends = "</cac:AllowanceCharge>"
    inside = rf"(?:(?!{ends}).)*?"
    return (
        (
            rf"(?s)(<cbc:ChargeIndicator>{indicator}</cbc:ChargeIndicator>{inside}"
            rf"<cbc:{tag} [^>]*>)[^<]*"
        ),
        r"\g<1>1.001",
    )


def category(code: str, *, charge: bool) -> tuple[str, str]:
    """An allowance or a charge of the document is of this category of VAT."""
    indicator = "true" if charge else "false"
    return (
        (
            rf"(?s)(<cbc:ChargeIndicator>{indicator}</cbc:ChargeIndicator>"
            r"(?:(?!</cac:AllowanceCharge>).)*?<cac:TaxCategory>\s*<cbc:ID>)\w+"
        ),
        rf"\g<1>{code}",
    )


WITHOUT_VAT = (
    r"(?s)<cac:PartyTaxScheme>(?:(?!</cac:PartyTaxScheme>).)*</cac:PartyTaxScheme>(\s*<cac:PartyLegalEntity>\s*<cbc:RegistrationName>Supplier)",
    r"\1",
)
ROUNDING = '<cbc:PayableRoundingAmount currencyID="EUR">0.001</cbc:PayableRoundingAmount>'
BASE = '<cbc:BaseAmount currencyID="EUR">1.001</cbc:BaseAmount>'
WITHOUT_A_BASE = (
    r"(<cbc:MultiplierFactorNumeric>20</cbc:MultiplierFactorNumeric>\s*<cbc:Amount [^<]*"
    r"</cbc:Amount>)\s*<cbc:BaseAmount[^<]*</cbc:BaseAmount>"
)
GENERAL_FAULTS = {
    **{
        f"PEPPOL-EN16931-P{number}": (exempt(of, code),)
        for number, of, code in (
            ("0104", "E", "G"), ("0105", "E", "O"), ("0106", "E", "IC"), ("0107", "E", "AE"),
            ("0108", "S", "D"), ("0109", "S", "F"), ("0110", "S", "I"), ("0111", "S", "J"),
        )
    },
    "PEPPOL-EN16931-R041": ((WITHOUT_A_BASE, r"\1"),),
    "PEPPOL-EN16931-R061": (means("59"),),
    "BR-AE-03": (category("AE", charge=False), WITHOUT_VAT),
    "BR-AE-06": (category("AE", charge=False),),
    "BR-O-03": (category("O", charge=False),),
    "BR-O-06": (category("O", charge=False),),
    "BR-B-02": ((r"(<cac:ClassifiedTaxCategory>\s*<cbc:ID>)S", r"\1B"),),
    "BR-CL-26": ((r'(<cac:DeliveryLocation>\s*<cbc:ID schemeID=")0088', r"\g<1>QQQQ"),),
    "BR-DEC-01": (allowance("Amount", charge=False),),
    "BR-DEC-02": (
        (r"(Discount</cbc:AllowanceChargeReason>\s*<cbc:Amount[^<]*</cbc:Amount>)", rf"\1{BASE}"),
    ),
    "BR-DEC-05": (allowance("Amount", charge=True),),
    "BR-DEC-06": (allowance("BaseAmount", charge=True),),
    "BR-DEC-17": ((r"(<cbc:PayableAmount)", rf"{ROUNDING}\1"),),
    "BR-DEC-24": (
        (r"(>Discount</cbc:AllowanceChargeReason>\s*<cbc:Amount [^>]*>)101", r"\g<1>1.001"),
    ),
    "BR-DEC-28": (
        (r"(<cbc:Amount [^>]*>1</cbc:Amount>\s*<cbc:BaseAmount [^>]*>)100", r"\g<1>1.001"),
    ),
}  # fmt: skip
SCHEMES = (
    "0007", "0088", "0106", "0151", "0184", "0190", "0192", "0196", "0201", "0208", "0209", "0210",
    "0211", "9907", "9930", "9944",
)  # fmt: skip
WRONG_NUMBERS = ("X1", "123456789", "NL123456789B99")


@pytest.fixture(scope="module")
def official() -> Iterator[Official]:
    with Pool(1) as pool:
        yield Official(Bundle(STANDARDS), pool)


def written_anew(document: bytes, edits: tuple[tuple[str, str], ...]) -> bytes:
    text = document.decode()
    for pattern, replacement in edits:
        text, times = re.subn(pattern, replacement, text, count=1)
        assert times == 1, pattern
    return text.encode()


def judged(document: bytes, official: Official, name: str) -> frozenset[str]:
    """The rules that it breaks officially, which are the same by our own."""
    told = differential.compare(kind_of(document), official, document, name)
    assert told.valid, name
    assert not told.stopped, told.stopped
    assert told.differences == ()
    return told.broken


@pytest.mark.parametrize("rule", FAULTS)
def test_a_bill_made_to_break_a_national_rule_breaks_it_officially_too(rule, official):
    bill = moved(INVOICE.read_bytes(), rule[:2])
    assert rule not in judged(bill, official, f"{rule} before")
    assert rule in judged(written_anew(bill, FAULTS[rule]), official, rule)


@pytest.mark.parametrize("rule", GENERAL_FAULTS)
def test_a_bill_made_to_break_a_rule_of_all_countries_does_so_officially_too(rule, official):
    bill = INVOICE.read_bytes()
    assert rule not in judged(bill, official, f"{rule} before")
    assert rule in judged(written_anew(bill, GENERAL_FAULTS[rule]), official, rule)


@pytest.mark.parametrize("rule", CREDIT_FAULTS)
def test_a_credit_note_made_to_break_a_rule_does_so_officially_too(rule, official):
    country = rule[:2] if rule[:2] in NUMBERS else "NO"
    note = moved(written_anew(CREDIT_NOTE.read_bytes(), BILLING), country)
    assert rule not in judged(note, official, f"{rule} before")
    assert rule in judged(written_anew(note, CREDIT_FAULTS[rule]), official, rule)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_wrong_number_of_a_scheme_is_found_where_it_is_officially(scheme, official):
    bill = INVOICE.read_text()
    for number in WRONG_NUMBERS:
        address = f'<cbc:EndpointID schemeID="{scheme}">{number}</cbc:EndpointID>'
        company = f'<cbc:CompanyID schemeID="{scheme}">{number}</cbc:CompanyID>'
        addressed = re.sub(r"<cbc:EndpointID [^<]*</cbc:EndpointID>", address, bill, count=1)
        named = re.sub(r"<cbc:CompanyID schemeID[^<]*</cbc:CompanyID>", company, bill, count=1)
        for document in (addressed, named):
            judged(document.encode(), official, f"{scheme} {number}")
