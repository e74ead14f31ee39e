"""The credit note: its table, in the order of UBL."""

from datetime import date

from anskaff.documents.peppol.billing import words
from anskaff.documents.peppol.billing.delivery import Delivery
from anskaff.documents.peppol.billing.lines import CreditNoteLine
from anskaff.documents.peppol.billing.parties import Buyer, Payee, Seller, TaxRepresentative
from anskaff.documents.peppol.billing.payment import PaymentMeans, PaymentTerms
from anskaff.documents.peppol.billing.references import (
    BillingReference,
    ContractReference,
    DespatchReference,
    OrderReference,
    Period,
    ReceiptReference,
    SupportingDocument,
    TenderReference,
)
from anskaff.documents.peppol.billing.totals import DocumentAllowance, TaxTotal, Totals
from anskaff.documents.peppol.words import money, party, tax
from anskaff.documents.ubl.table import Group, code, day, group, groups, text, texts


class CreditNote(Group):
    """A credit note by EN 16931, as Peppol BIS Billing 3 narrows it."""

    ubl_version: str | None = text("cbc:UBLVersionID", "", words.UBL_VERSION, only="2.1")
    customization: str | None = text("cbc:CustomizationID", "BT-24", words.CUSTOMIZATION, least=1)
    profile: str | None = text("cbc:ProfileID", "BT-23", words.PROFILE, least=1)
    number: str | None = text("cbc:ID", "BT-1", words.CREDIT_NOTE_NUMBER, least=1)
    issued: date | None = day("cbc:IssueDate", "BT-2", words.ISSUED, least=1)
    tax_point: date | None = day("cbc:TaxPointDate", "BT-7", tax.TAX_POINT_DATE)
    type_code: str | None = code(
        "cbc:CreditNoteTypeCode", "BT-3", words.CREDIT_NOTE_TYPE, "BR-CL-01#2", least=1
    )
    notes: tuple[str, ...] = texts("cbc:Note", "BT-22", words.NOTE)
    currency: str | None = code(
        "cbc:DocumentCurrencyCode", "BT-5", money.CURRENCY, "BR-CL-04", least=1
    )
    tax_currency: str | None = code("cbc:TaxCurrencyCode", "BT-6", tax.TAX_CURRENCY, "BR-CL-05")
    accounting_cost: str | None = text("cbc:AccountingCost", "BT-19", money.ACCOUNTING_COST)
    buyer_reference: str | None = text("cbc:BuyerReference", "BT-10", words.BUYER_REFERENCE)
    period: Period | None = group(Period, "cac:InvoicePeriod", "BG-14", words.PERIOD)
    order: OrderReference | None = group(
        OrderReference, "cac:OrderReference", "", words.ORDER_REFERENCE
    )
    preceding: tuple[BillingReference, ...] = groups(
        BillingReference, "cac:BillingReference", "BG-3", words.BILLING_REFERENCE
    )
    despatch: DespatchReference | None = group(
        DespatchReference, "cac:DespatchDocumentReference", "", words.DESPATCH_REFERENCE
    )
    receipt: ReceiptReference | None = group(
        ReceiptReference, "cac:ReceiptDocumentReference", "", words.RECEIPT_REFERENCE
    )
    contract: ContractReference | None = group(
        ContractReference, "cac:ContractDocumentReference", "", words.CONTRACT_REFERENCE
    )
    attachments: tuple[SupportingDocument, ...] = groups(
        SupportingDocument, "cac:AdditionalDocumentReference", "BG-24", words.SUPPORTING_DOCUMENT
    )
    tender: TenderReference | None = group(
        TenderReference, "cac:OriginatorDocumentReference", "", words.TENDER_REFERENCE
    )
    seller: Seller | None = group(
        Seller, "cac:AccountingSupplierParty", "BG-4", party.SELLER, least=1
    )
    buyer: Buyer | None = group(Buyer, "cac:AccountingCustomerParty", "BG-7", party.BUYER, least=1)
    payee: Payee | None = group(Payee, "cac:PayeeParty", "BG-10", party.PAYEE)
    tax_representative: TaxRepresentative | None = group(
        TaxRepresentative, "cac:TaxRepresentativeParty", "BG-11", party.TAX_REPRESENTATIVE
    )
    delivery: Delivery | None = group(Delivery, "cac:Delivery", "BG-13", words.DELIVERY)
    payment_means: tuple[PaymentMeans, ...] = groups(
        PaymentMeans, "cac:PaymentMeans", "BG-16", money.PAYMENT_MEANS
    )
    payment_terms: PaymentTerms | None = group(
        PaymentTerms, "cac:PaymentTerms", "", money.PAYMENT_TERMS
    )
    allowances: tuple[DocumentAllowance, ...] = groups(
        DocumentAllowance, "cac:AllowanceCharge", "BG-20, BG-21", money.ALLOWANCE_CHARGE
    )
    tax_totals: tuple[TaxTotal, ...] = groups(TaxTotal, "cac:TaxTotal", "", tax.TAX_TOTAL, least=1)
    totals: Totals | None = group(Totals, "cac:LegalMonetaryTotal", "BG-22", money.TOTALS, least=1)
    lines: tuple[CreditNoteLine, ...] = groups(
        CreditNoteLine, "cac:CreditNoteLine", "BG-25", words.CREDIT_NOTE_LINE, least=1
    )
