"""The response to an advanced order: its table, in the order of UBL."""

from anskaff.documents.peppol.post_award import order_answer_lines as shared
from anskaff.documents.peppol.post_award.order_answer import (
    AnswerHead,
    Buyer,
    Delivery,
    Seller,
    both,
)
from anskaff.documents.peppol.words import document, party
from anskaff.documents.peppol.words import order_answer as w
from anskaff.documents.ubl.table import Group, group, groups, text


class AnsweredChange(Group):
    """The change of the order that is answered."""

    number: str | None = text("cbc:ID", "tir116-208", w.CHANGE_NUMBER, least=1)


class LineDelivery(shared.LineDelivery):
    """The delivery of the line; here the period may be left out."""

    period: shared.LinePromisedPeriod | None = group(
        shared.LinePromisedPeriod, "cac:PromisedDeliveryPeriod", "", w.PROMISED
    )


class LineItem(shared.LineItem):
    """What the seller answers about the line."""

    delivery: LineDelivery | None = group(LineDelivery, "cac:Delivery", "", w.DELIVERY)


class Line(shared.Line):
    """The answer to one line of the order."""

    item: LineItem | None = group(LineItem, "cac:LineItem", "", w.LINE_ITEM, least=1)


class AdvancedOrderResponse(AnswerHead):
    """What a seller answers to an order or its change, as Peppol BIS Advanced Ordering 3 has it."""

    profile: str | None = text(
        "cbc:ProfileID",
        both("002"),
        document.PROFILE,
        least=1,
        only="urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3",
    )
    change: AnsweredChange | None = group(
        AnsweredChange, "cac:OrderChangeDocumentReference", "", document.ORDER_CHANGE
    )
    seller: Seller | None = group(Seller, "cac:SellerSupplierParty", "", party.SELLER, least=1)
    buyer: Buyer | None = group(Buyer, "cac:BuyerCustomerParty", "", party.BUYER, least=1)
    delivery: Delivery | None = group(Delivery, "cac:Delivery", "", w.DELIVERY)
    lines: tuple[Line, ...] = groups(Line, "cac:OrderLine", "", w.LINE)
