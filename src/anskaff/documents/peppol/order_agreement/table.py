"""The agreed order: its table, in the order of UBL."""

from datetime import date, time

from anskaff.documents.peppol.order_agreement.delivery import Delivery, DeliveryTerms
from anskaff.documents.peppol.order_agreement.lines import Line
from anskaff.documents.peppol.order_agreement.parties import Buyer, Invoicee, Originator, Seller
from anskaff.documents.peppol.order_agreement.references import (
    AttachedDocument,
    Contract,
    OrderReference,
    OriginatorDocument,
)
from anskaff.documents.peppol.order_agreement.totals import AllowanceCharge, TaxTotal, Totals
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import document, money, party, tax
from anskaff.documents.peppol.words import ordering as w
from anskaff.documents.ubl.table import Group, clock_time, code, day, group, groups, text


class OrderAgreement(Group):
    """What seller and buyer have agreed on, as Peppol BIS Order Agreement 3 has it."""

    customization: str | None = text(
        "cbc:CustomizationID", "tir110-009", document.CUSTOMIZATION, least=1
    )
    profile: str | None = text(
        "cbc:ProfileID",
        "tir110-008",
        document.PROFILE,
        least=1,
        only="urn:fdc:peppol.eu:poacc:bis:order_agreement:3",
    )
    number: str | None = text("cbc:ID", "tir110-001", document.NUMBER, least=1)
    sales_order: str | None = text("cbc:SalesOrderID", "", document.SELLER_ORDER_NUMBER)
    issued: date | None = day("cbc:IssueDate", "tir110-002", document.ISSUED, least=1)
    issued_at: time | None = clock_time("cbc:IssueTime", "tir110-003", document.ISSUED_AT)
    note: str | None = text("cbc:Note", "tir110-043", document.NOTE)
    currency: str | None = code("cbc:DocumentCurrencyCode", "tir110-007", money.CURRENCY, "ISO4217")
    customer_reference: str | None = text(
        "cbc:CustomerReference", "tir110-044", document.CUSTOMER_REFERENCE
    )
    order: OrderReference | None = group(
        OrderReference, "cac:OrderReference", "", document.ORDER, least=1
    )
    originator_document: OriginatorDocument | None = group(
        OriginatorDocument, "cac:OriginatorDocumentReference", "", document.ORIGINATOR_DOCUMENT
    )
    attachments: tuple[AttachedDocument, ...] = groups(
        AttachedDocument, "cac:AdditionalDocumentReference", "", document.ADDITIONAL_DOCUMENT
    )
    contract: Contract | None = group(Contract, "cac:Contract", "", document.CONTRACT)
    seller: Seller | None = group(Seller, "cac:SellerSupplierParty", "", party.SELLER, least=1)
    buyer: Buyer | None = group(Buyer, "cac:BuyerCustomerParty", "", party.BUYER, least=1)
    originator: Originator | None = group(
        Originator, "cac:OriginatorCustomerParty", "", document.ORIGINATOR
    )
    invoicee: Invoicee | None = group(Invoicee, "cac:AccountingCustomerParty", "", w.INVOICEE)
    delivery: Delivery | None = group(Delivery, "cac:Delivery", "", goods.DELIVERY)
    delivery_terms: DeliveryTerms | None = group(
        DeliveryTerms, "cac:DeliveryTerms", "", w.DELIVERY_TERMS
    )
    allowances_charges: tuple[AllowanceCharge, ...] = groups(
        AllowanceCharge, "cac:AllowanceCharge", "", money.ALLOWANCE_CHARGE
    )
    tax_total: TaxTotal | None = group(TaxTotal, "cac:TaxTotal", "", tax.TAX_TOTAL)
    totals: Totals | None = group(Totals, "cac:LegalMonetaryTotal", "", money.TOTALS)
    lines: tuple[Line, ...] = groups(Line, "cac:OrderLine", "", w.LINE, least=1)
