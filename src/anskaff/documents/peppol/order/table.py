"""The order: its table, in the order of UBL."""

from datetime import date, time

from anskaff.documents.peppol.order.lines import Line
from anskaff.documents.peppol.post_award.ordering import delivery
from anskaff.documents.peppol.post_award.ordering.delivery import DeliveryTerms
from anskaff.documents.peppol.post_award.ordering.invoicee import Invoicee
from anskaff.documents.peppol.post_award.ordering.parties import Buyer, Originator, Seller
from anskaff.documents.peppol.post_award.ordering.references import (
    AttachedDocument,
    CatalogueReference,
    Contract,
    EarlierOrder,
    OriginatorDocument,
    Project,
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
from anskaff.documents.ubl.table import Group, clock_time, code, day, group, groups, text


class Despatch(Group):
    """When the goods are to be sent."""

    requested: date | None = day("cbc:RequestedDespatchDate", "tir01-p053", w.DESPATCH_DAY, least=1)
    requested_at: time | None = clock_time(
        "cbc:RequestedDespatchTime", "tir01-p054", w.DESPATCH_TIME
    )


class Shipment(delivery.Shipment, priority="number"):
    """How the goods are to be sent."""

    priority: str | None = code(
        "cbc:ShippingPriorityLevelCode", "tir01-p47", w.PRIORITY, "UNCL4219"
    )


class Delivery(delivery.Delivery, despatch="party"):
    """Where, when and to whom the goods are delivered."""

    despatch: Despatch | None = group(Despatch, "cac:Despatch", "", goods.DESPATCH)
    shipment: Shipment | None = group(Shipment, "cac:Shipment", "", goods.SHIPMENT)


class Order(Group):
    """What is ordered, from whom and for whom, as Peppol BIS Ordering 3 has it."""

    customization: str | None = text(
        "cbc:CustomizationID", "tir01-001, tir114-001", document.CUSTOMIZATION, least=1
    )
    profile: str | None = text("cbc:ProfileID", "tir01-002, tir114-002", document.PROFILE, least=1)
    number: str | None = text("cbc:ID", "tir01-003, tir114-003", document.NUMBER, least=1)
    sales_order: str | None = text(
        "cbc:SalesOrderID", "tir01-p001, tir114-p001", document.SELLER_ORDER_NUMBER
    )
    issued: date | None = day("cbc:IssueDate", "tir01-004, tir114-004", document.ISSUED, least=1)
    issued_at: time | None = clock_time(
        "cbc:IssueTime", "tir01-005, tir114-005", document.ISSUED_AT
    )
    kind: str | None = code(
        "cbc:OrderTypeCode", "tir01-153, tir01-p050, tir01-p051, tir01-p052", w.KIND, "UNCL1001_T01"
    )
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
    quotation: Quotation | None = group(
        Quotation, "cac:QuotationDocumentReference", "", w.QUOTATION
    )
    order_document: EarlierOrder | None = group(
        EarlierOrder, "cac:OrderDocumentReference", "", w.EARLIER_ORDER
    )
    originator_document: OriginatorDocument | None = group(
        OriginatorDocument, "cac:OriginatorDocumentReference", "", document.ORIGINATOR_DOCUMENT
    )
    catalogue: CatalogueReference | None = group(
        CatalogueReference, "cac:CatalogueReference", "", w.CATALOGUE
    )
    attachments: tuple[AttachedDocument, ...] = groups(
        AttachedDocument, "cac:AdditionalDocumentReference", "", document.ADDITIONAL_DOCUMENT
    )
    contract: Contract | None = group(Contract, "cac:Contract", "", document.CONTRACT)
    project: Project | None = group(Project, "cac:ProjectReference", "", w.PROJECT)
    buyer: Buyer | None = group(Buyer, "cac:BuyerCustomerParty", "", party.BUYER, least=1)
    seller: Seller | None = group(Seller, "cac:SellerSupplierParty", "", party.SELLER, least=1)
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
