"""The change of an order: its table, in the order of UBL."""

from datetime import date, time

from anskaff.documents.peppol.post_award.ordering import invoicee, lines
from anskaff.documents.peppol.post_award.ordering.delivery import Delivery, DeliveryTerms
from anskaff.documents.peppol.post_award.ordering.parties import (
    Buyer,
    Originator,
    SellerOfAnyScheme,
)
from anskaff.documents.peppol.post_award.ordering.references import (
    AttachedDocument,
    Contract,
    OrderReference,
    OriginatorDocument,
    Quotation,
    Validity,
)
from anskaff.documents.peppol.post_award.ordering.totals import (
    AllowanceCharge,
    PaymentTerms,
    TaxTotal,
    Totals,
)
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import document, money, party, tax
from anskaff.documents.peppol.words import ordering as w
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    clock_time,
    code,
    day,
    group,
    groups,
    identifier,
    text,
)
from anskaff.documents.ubl.values import Identifier


class InvoiceeParty(invoicee.InvoiceeParty):
    """Who the invoicee is, and where."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID",
        "tir01-157, tir114-157",
        party.ENDPOINT,
        Attribute(name="schemeID", least=1),
    )


class Invoicee(invoicee.Invoicee):
    """The one who gets the invoice."""

    party: InvoiceeParty | None = group(InvoiceeParty, "cac:Party", "", party.PARTY, least=1)


class LineItem(lines.LineItem, status="number"):
    """What is bought on a line, and what becomes of the line."""

    status: str | None = code("cbc:LineStatusCode", "", w.LINE_STATUS, "UNCL1229_CHANGE", least=1)


class Line(lines.Line):
    """A line of the change."""

    item_line: LineItem | None = group(LineItem, "cac:LineItem", "", w.LINE_ITEM, least=1)


class OrderChange(Group):
    """An order that is changed, as Peppol BIS Advanced Ordering 3 has it."""

    customization: str | None = text(
        "cbc:CustomizationID",
        "tir01-001, tir114-001",
        document.CUSTOMIZATION,
        least=1,
        only="urn:fdc:peppol.eu:poacc:trns:order_change:3",
    )
    profile: str | None = text(
        "cbc:ProfileID",
        "tir01-002, tir114-002",
        document.PROFILE,
        least=1,
        only="urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3",
    )
    number: str | None = text("cbc:ID", "tir01-003, tir114-003", document.NUMBER, least=1)
    sales_order: str | None = text(
        "cbc:SalesOrderID", "tir01-p001, tir114-p001", document.SELLER_ORDER_NUMBER
    )
    issued: date | None = day("cbc:IssueDate", "tir01-004, tir114-004", document.ISSUED, least=1)
    issued_at: time | None = clock_time(
        "cbc:IssueTime", "tir01-005, tir114-005", document.ISSUED_AT
    )
    sequence: str | None = text("cbc:SequenceNumberID", "tir114-006", w.SEQUENCE)
    note: str | None = text("cbc:Note", "tir01-006, tir114-007", document.NOTE)
    currency: str | None = code(
        "cbc:DocumentCurrencyCode", "tir01-007, tir114-008", money.CURRENCY, "ISO4217", least=1
    )
    customer_reference: str | None = text(
        "cbc:CustomerReference", "tir01-p002, tir114-p002", document.CUSTOMER_REFERENCE
    )
    accounting_cost: str | None = text(
        "cbc:AccountingCost", "tir01-008, tir114-009", money.ACCOUNTING_COST
    )
    validity: Validity | None = group(Validity, "cac:ValidityPeriod", "", w.VALIDITY)
    order: OrderReference | None = group(
        OrderReference, "cac:OrderReference", "", document.ORDER, least=1
    )
    quotation: Quotation | None = group(
        Quotation, "cac:QuotationDocumentReference", "", w.QUOTATION
    )
    originator_document: OriginatorDocument | None = group(
        OriginatorDocument, "cac:OriginatorDocumentReference", "", document.ORIGINATOR_DOCUMENT
    )
    attachments: tuple[AttachedDocument, ...] = groups(
        AttachedDocument, "cac:AdditionalDocumentReference", "", document.ADDITIONAL_DOCUMENT
    )
    contract: Contract | None = group(Contract, "cac:Contract", "", document.CONTRACT)
    buyer: Buyer | None = group(Buyer, "cac:BuyerCustomerParty", "", party.BUYER, least=1)
    seller: SellerOfAnyScheme | None = group(
        SellerOfAnyScheme, "cac:SellerSupplierParty", "", party.SELLER, least=1
    )
    originator: Originator | None = group(
        Originator, "cac:OriginatorCustomerParty", "", document.ORIGINATOR
    )
    invoicee: Invoicee | None = group(Invoicee, "cac:AccountingCustomerParty", "", w.INVOICEE)
    delivery: Delivery | None = group(Delivery, "cac:Delivery", "", goods.DELIVERY)
    delivery_terms: DeliveryTerms | None = group(
        DeliveryTerms, "cac:DeliveryTerms", "", w.DELIVERY_TERMS
    )
    payment_terms: PaymentTerms | None = group(
        PaymentTerms, "cac:PaymentTerms", "", money.PAYMENT_TERMS
    )
    allowances_charges: tuple[AllowanceCharge, ...] = groups(
        AllowanceCharge, "cac:AllowanceCharge", "", money.ALLOWANCE_CHARGE
    )
    tax_total: TaxTotal | None = group(TaxTotal, "cac:TaxTotal", "", tax.TAX_TOTAL)
    totals: Totals | None = group(Totals, "cac:AnticipatedMonetaryTotal", "", money.TOTALS)
    lines: tuple[Line, ...] = groups(Line, "cac:OrderLine", "", w.LINE, least=1)
