"""The order response: its table, in the order of UBL."""

from anskaff.documents.peppol.post_award.order_answer import (
    AnswerHead,
    Buyer,
    Delivery,
    Seller,
    both,
)
from anskaff.documents.peppol.post_award.order_answer_lines import Line
from anskaff.documents.peppol.words import document, party
from anskaff.documents.peppol.words import order_answer as w
from anskaff.documents.ubl.table import group, groups, text


class OrderResponse(AnswerHead):
    """What a seller answers to an order, as Peppol BIS Ordering 3 has it."""

    profile: str | None = text(
        "cbc:ProfileID",
        both("002"),
        document.PROFILE,
        least=1,
        only="urn:fdc:peppol.eu:poacc:bis:ordering:3",
    )
    seller: Seller | None = group(Seller, "cac:SellerSupplierParty", "", party.SELLER, least=1)
    buyer: Buyer | None = group(Buyer, "cac:BuyerCustomerParty", "", party.BUYER, least=1)
    delivery: Delivery | None = group(Delivery, "cac:Delivery", "", w.DELIVERY)
    lines: tuple[Line, ...] = groups(Line, "cac:OrderLine", "", w.LINE)
