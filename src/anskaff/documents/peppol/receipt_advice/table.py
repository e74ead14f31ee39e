"""The receipt advice: its table, in the order of UBL."""

from datetime import date, time

from anskaff.documents.peppol.despatch_advice import parties as plain
from anskaff.documents.peppol.despatch_advice.lines import LineItem
from anskaff.documents.peppol.despatch_advice.shipment import Carrier
from anskaff.documents.peppol.despatch_advice.table import Document as PlainDocument
from anskaff.documents.peppol.despatch_advice.table import Order
from anskaff.documents.peppol.logistics import parties, references
from anskaff.documents.peppol.logistics.item import ReceivedItem
from anskaff.documents.peppol.logistics.transport import Terms
from anskaff.documents.peppol.logistics.units import ANY_UNIT, UNIT_NUMBER
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import document, party
from anskaff.documents.peppol.words import logistics as w
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    clock_time,
    code,
    day,
    group,
    groups,
    identifier,
    quantity,
    text,
)
from anskaff.documents.ubl.values import Identifier, Quantity


class DespatchDocument(Group):
    """The despatch advice that is answered."""

    number: str | None = text("cbc:ID", "", goods.DESPATCH_NUMBER, least=1)
    issued: date | None = day("cbc:IssueDate", "", document.ISSUED, least=1)
    issued_at: time | None = clock_time("cbc:IssueTime", "", document.ISSUED_AT, least=1)
    status: str | None = code("cbc:DocumentStatusCode", "", w.DESPATCH_STATUS, "UNCL4343_T128")
    description: str | None = text("cbc:DocumentDescription", "", w.DESPATCH_DESCRIPTION)


CONDITION_CODE = code("cbc:ConditionCode", "", w.CONDITION_CODE, "UNCL4343_T128", least=1)
REASON = text("cbc:StatusReason", "", w.CONDITION_REASON)


class ConsignmentCondition(Group):
    """Whether the consignment is accepted, and why not."""

    decision: str | None = CONDITION_CODE
    reason_code: str | None = code(
        "cbc:StatusReasonCode", "", w.CONDITION_REASON_CODE, "ConsignmentStatusReason"
    )
    reason: str | None = REASON


class UnitCondition(Group):
    """Whether a handling unit is accepted, and why not."""

    decision: str | None = CONDITION_CODE
    reason_code: str | None = code(
        "cbc:StatusReasonCode", "", w.CONDITION_REASON_CODE, "TransportHandlingUnitReason"
    )
    reason: str | None = REASON


class Consignment(Group):
    """What the carrier moved under one number."""

    key: Identifier | None = identifier(
        "cbc:ID",
        "tir16-040",
        goods.CONSIGNMENT_ID,
        Attribute(name="schemeID", codes="ConsignmentIDType"),
        least=1,
    )
    condition: ConsignmentCondition | None = group(
        ConsignmentCondition, "cac:Status", "", w.CONDITION, least=1
    )
    carrier: Carrier | None = group(Carrier, "cac:CarrierParty", "", goods.CARRIER)


class Delivery(Group):
    """When the goods arrived, and on which terms."""

    delivered: date | None = day("cbc:ActualDeliveryDate", "", w.DELIVERED_DAY, least=1)
    delivered_at: time | None = clock_time("cbc:ActualDeliveryTime", "", w.DELIVERED_AT)
    terms: Terms | None = group(Terms, "cac:DeliveryTerms", "", w.TERMS)


class HandlingUnit(Group):
    """A unit that arrived."""

    key: Identifier | None = identifier("cbc:ID", "", goods.HANDLING_UNIT_ID, UNIT_NUMBER, least=1)
    type_code: str | None = code(
        "cbc:TransportHandlingUnitTypeCode", "", goods.HANDLING_UNIT_TYPE, "UNECERec21", least=1
    )
    condition: UnitCondition | None = group(UnitCondition, "cac:Status", "", w.CONDITION, least=1)


class Shipment(Group):
    """What arrived, and in which condition."""

    number: Identifier | None = identifier(
        "cbc:ID",
        "tir16-038",
        goods.SHIPMENT_ID,
        Attribute(name="schemeID", codes="ShipmentIDType"),
        least=1,
    )
    information: str | None = text("cbc:Information", "tir16-039", goods.SHIPMENT_INFORMATION)
    consignment: Consignment | None = group(Consignment, "cac:Consignment", "", goods.CONSIGNMENT)
    delivery: Delivery | None = group(Delivery, "cac:Delivery", "", goods.DELIVERY)
    units: tuple[HandlingUnit, ...] = groups(
        HandlingUnit, "cac:TransportHandlingUnit", "", goods.HANDLING_UNIT
    )


class LineOrder(Group):
    """The order of a line."""

    number: str | None = text("cbc:ID", "", goods.ORDER_ID)
    sales_order: str | None = text("cbc:SalesOrderID", "", w.SALES_ORDER)


class LineOrderLine(Group):
    """The line of the order that the goods answer."""

    line: str | None = text("cbc:LineID", "", goods.ORDER_LINE_ID, least=1)
    sales_line: str | None = text("cbc:SalesOrderLineID", "", goods.SALES_LINE_ID)
    order: LineOrder | None = group(LineOrder, "cac:OrderReference", "", goods.ORDER)


class DespatchLine(Group):
    """The line of the despatch advice that is answered."""

    line: str | None = text("cbc:LineID", "", w.DESPATCH_LINE_ID, least=1)


class Line(Group):
    """One kind of goods that is received, missing or rejected."""

    number: str | None = text("cbc:ID", "", goods.LINE_ID, least=1)
    note: str | None = text("cbc:Note", "", goods.LINE_NOTE)
    received: Quantity | None = quantity("cbc:ReceivedQuantity", "", w.RECEIVED, ANY_UNIT)
    short: Quantity | None = quantity("cbc:ShortQuantity", "", w.SHORT, ANY_UNIT)
    shortage_action: str | None = code(
        "cbc:ShortageActionCode", "", w.SHORTAGE_ACTION, "ReceiptAdviceActionCode"
    )
    rejected: Quantity | None = quantity("cbc:RejectedQuantity", "", w.REJECTED, ANY_UNIT)
    reject_code: str | None = code(
        "cbc:RejectReasonCode", "", w.REJECT_REASON_CODE, "RejectReasonCode"
    )
    reject_reason: str | None = text("cbc:RejectReason", "", w.REJECT_REASON)
    reject_action: str | None = code(
        "cbc:RejectActionCode", "", w.REJECT_ACTION, "ReceiptAdviceActionCode"
    )
    oversupplied: Quantity | None = quantity("cbc:OversupplyQuantity", "", w.OVERSUPPLIED, ANY_UNIT)
    order_line: LineOrderLine | None = group(
        LineOrderLine, "cac:OrderLineReference", "", goods.ORDER_LINE
    )
    despatch_line: DespatchLine | None = group(
        DespatchLine, "cac:DespatchLineReference", "", w.DESPATCH_LINE, least=1
    )
    item: LineItem | None = group(ReceivedItem, "cac:Item", "", goods.ITEM)


class ReceiptAdvice(Group):
    """What arrived, answered to the one who sent it, as Peppol Logistics BIS 1.2 has it."""

    customization: str | None = text(
        "cbc:CustomizationID", "tir16-002", document.CUSTOMIZATION, least=1
    )
    profile: str | None = text("cbc:ProfileID", "tir16-001", document.PROFILE, least=1)
    number: str | None = text("cbc:ID", "tir16-003", goods.RECEIPT_NUMBER, least=1)
    issued: date | None = day("cbc:IssueDate", "tir16-004", document.ISSUED, least=1)
    issued_at: time | None = clock_time("cbc:IssueTime", "tir16-005", document.ISSUED_AT, least=1)
    status: str | None = code("cbc:DocumentStatusCode", "", w.STATUS, "DocumentStatusCode")
    type_code: str | None = code(
        "cbc:ReceiptAdviceTypeCode", "", w.RECEIPT_TYPE, "ReceiptAdviceTypeCode", least=1
    )
    note: str | None = text("cbc:Note", "tir16-088", w.RECEIPT_NOTE)
    order: Order | None = group(Order, "cac:OrderReference", "", goods.ORDER)
    despatch: DespatchDocument | None = group(
        DespatchDocument, "cac:DespatchDocumentReference", "", w.DESPATCH_DOCUMENT, least=1
    )
    documents: tuple[PlainDocument, ...] = groups(
        references.Document, "cac:AdditionalDocumentReference", "", goods.DOCUMENT
    )
    consignee: plain.Consignee | None = group(
        parties.Consignee, "cac:DeliveryCustomerParty", "", goods.CONSIGNEE, least=1
    )
    despatcher: plain.Despatcher | None = group(
        parties.Despatcher, "cac:DespatchSupplierParty", "", goods.DESPATCHER, least=1
    )
    buyer: plain.Buyer | None = group(plain.Buyer, "cac:BuyerCustomerParty", "", party.BUYER)
    seller: plain.Seller | None = group(plain.Seller, "cac:SellerSupplierParty", "", party.SELLER)
    shipment: Shipment | None = group(Shipment, "cac:Shipment", "", goods.SHIPMENT)
    lines: tuple[Line, ...] = groups(Line, "cac:ReceiptLine", "", w.RECEIPT_LINE, least=1)
