"""The payment request: the table of the invoice, with the few parts that a request has."""

from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.ehf.terms import LIST_NAMES, NORWEGIAN_ADDRESS, identified
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.ubl.table import Attribute
from anskaff.documents.ubl.variant import attributes, left_out, relisted, varied

KNOWN = BY_KEY["ehf_payment_request"]
SELLER = "cac:AccountingSupplierParty/cac:Party"
BUYER = "cac:AccountingCustomerParty/cac:Party"
ATTACHED = "cac:AdditionalDocumentReference"
LINE = "cac:InvoiceLine"
NOT_USED = (
    "cbc:UBLVersionID",
    "cbc:InvoiceTypeCode",
    "cbc:TaxPointDate",
    "cbc:TaxCurrencyCode",
    "cac:OrderReference/cbc:SalesOrderID",
    "cac:BillingReference",
    "cac:DespatchDocumentReference",
    "cac:ReceiptDocumentReference",
    "cac:OriginatorDocumentReference",
    f"{SELLER}/cbc:EndpointID",
    f"{SELLER}/cac:PartyTaxScheme",
    f"{SELLER}/cac:PartyLegalEntity",
    f"{SELLER}/cac:Contact",
    f"{BUYER}/cac:PartyTaxScheme",
    f"{BUYER}/cac:PartyLegalEntity",
    "cac:PayeeParty",
    "cac:TaxRepresentativeParty",
    "cac:Delivery",
    "cac:PaymentMeans/cbc:PaymentDueDate",
    "cac:PaymentMeans/cac:CardAccount",
    "cac:PaymentMeans/cac:PaymentMandate",
    "cac:PaymentTerms",
    "cac:AllowanceCharge",
    "cac:TaxTotal",
    *(
        f"cac:LegalMonetaryTotal/cbc:{each}Amount"
        for each in (
            "TaxExclusive",
            "TaxInclusive",
            "AllowanceTotal",
            "ChargeTotal",
            "PayableRounding",
        )
    ),
    f"{LINE}/cbc:Note",
    f"{LINE}/cac:OrderLineReference",
    f"{LINE}/cac:DocumentReference",
    f"{LINE}/cac:AllowanceCharge",
    f"{LINE}/cac:Item/cac:StandardItemIdentification",
    f"{LINE}/cac:Item/cac:OriginCountry",
    f"{LINE}/cac:Item/cac:CommodityClassification",
    f"{LINE}/cac:Item/cac:ClassifiedTaxCategory",
    f"{LINE}/cac:Item/cac:AdditionalItemProperty",
    f"{LINE}/cac:Price/cac:AllowanceCharge",
)
"""What an invoice has and a payment request does not."""
PaymentRequest = varied(
    relisted(Invoice, LIST_NAMES),
    {
        **dict.fromkeys(NOT_USED, left_out),
        **identified(KNOWN),
        f"{ATTACHED}/cbc:ID": attributes(Attribute(name="schemeID", codes="UNCL1153")),
        f"{ATTACHED}/cac:Attachment/cbc:EmbeddedDocumentBinaryObject": attributes(
            Attribute(name="mimeCode", least=1, codes="MimeCode"),
            Attribute(name="filename", least=1),
        ),
        f"{SELLER}/cac:PartyIdentification/cbc:ID": attributes(
            Attribute(name="schemeID", only="0192")
        ),
        f"{BUYER}/cbc:EndpointID": NORWEGIAN_ADDRESS,
    },
)
