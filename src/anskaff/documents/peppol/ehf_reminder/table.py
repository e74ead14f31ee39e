"""The reminder: the table of the invoice, with one invoice that is reminded of.

What an invoice has and a reminder does not is read all the same, since the rules of billing ask
what stands in it.
"""

from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.ehf.terms import LIST_NAMES, identified
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.ubl.table import Attribute
from anskaff.documents.ubl.variant import asked, attributes, barred, relisted, varied

KNOWN = BY_KEY["ehf_reminder"]
FILE = "EHF-P06-3.0-REMINDER"
LINE = "cac:InvoiceLine"
NOT_USED = (
    "cbc:UBLVersionID",
    "cbc:InvoiceTypeCode",
    "cac:InvoicePeriod",
    "cac:OrderReference",
    "cac:DespatchDocumentReference",
    "cac:ReceiptDocumentReference",
    "cac:OriginatorDocumentReference",
    "cac:AdditionalDocumentReference",
    "cac:ProjectReference",
    "cac:Delivery",
    "cac:PaymentMeans/cbc:PaymentDueDate",
    "cac:PaymentMeans/cac:CardAccount",
    "cac:PaymentMeans/cac:PaymentMandate",
    f"{LINE}/cac:OrderLineReference",
    f"{LINE}/cac:DocumentReference",
    f"{LINE}/cac:Item/cbc:Description",
    f"{LINE}/cac:Item/cac:BuyersItemIdentification",
    f"{LINE}/cac:Item/cac:SellersItemIdentification",
    f"{LINE}/cac:Item/cac:StandardItemIdentification",
    f"{LINE}/cac:Item/cac:OriginCountry",
    f"{LINE}/cac:Item/cac:CommodityClassification",
    f"{LINE}/cac:Item/cac:AdditionalItemProperty",
)
"""What an invoice has and a reminder does not."""


def lists(names: str) -> str:
    """These code lists of the rule file; billing has some of the same names.

    >>> lists("ICD SEPA")
    'EHF-P06-3.0-REMINDER/ICD EHF-P06-3.0-REMINDER/SEPA'
    """
    return " ".join(f"{FILE}/{each}" for each in names.split())


PARTY_OR_BANK = attributes(Attribute(name="schemeID", codes=lists("ICD SEPA")))
Reminder = varied(
    relisted(Invoice, {ours: lists(theirs) for ours, theirs in LIST_NAMES.items()}),
    {
        **dict.fromkeys(NOT_USED, barred),
        **identified(KNOWN),
        "cac:BillingReference": asked(least=1),
        "cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification/cbc:ID": PARTY_OR_BANK,
        "cac:PayeeParty/cac:PartyIdentification/cbc:ID": PARTY_OR_BANK,
        "cac:AllowanceCharge/cbc:AllowanceChargeReasonCode": asked(
            codes=lists("UNCL5189 UNCL7161 REMINDER_CHARGE")
        ),
        f"{LINE}/cac:AllowanceCharge/cbc:AllowanceChargeReasonCode": asked(
            codes=lists("UNCL5189 UNCL7161")
        ),
        f"{LINE}/cac:Price/cac:AllowanceCharge/cbc:ChargeIndicator": asked(only="false"),
    },
)
