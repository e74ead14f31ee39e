"""The head of a seller's answer to an order (T76) and to an advanced order (T116).

The two documents have the same terms; where their publisher numbers one differently, both numbers
are given.
"""

from datetime import date, time

from anskaff.documents.peppol.post_award.schemes import ENDPOINT_SCHEME, PARTY_SCHEME
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import document, money, party
from anskaff.documents.peppol.words import order_answer as w
from anskaff.documents.ubl.table import (
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


def both(number: str) -> str:
    """The number of a term in both documents.

    >>> both("003")
    'tir76-003, tir116-003'
    """
    return f"tir76-{number}, tir116-{number}"


class AnsweredOrder(Group):
    """The order that is answered."""

    number: str | None = text("cbc:ID", both("011"), w.ORDER_NUMBER, least=1)


class SellerIdentification(Group):
    """An identifier of the seller."""

    key: Identifier | None = identifier(
        "cbc:ID", both("059"), party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class SellerLegalEntity(Group):
    """The registered name of the seller."""

    name: str | None = text("cbc:RegistrationName", both("060"), party.REGISTRATION_NAME, least=1)


class SellerParty(Group):
    """Who the seller is."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", both("058"), party.ENDPOINT, ENDPOINT_SCHEME, least=1
    )
    identifications: tuple[SellerIdentification, ...] = groups(
        SellerIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    legal_entity: SellerLegalEntity | None = group(
        SellerLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY
    )


class Seller(Group):
    """The one who answers."""

    party: SellerParty | None = group(SellerParty, "cac:Party", "", party.PARTY, least=1)


class BuyerIdentification(Group):
    """An identifier of the buyer."""

    key: Identifier | None = identifier(
        "cbc:ID", both("022"), party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class BuyerLegalEntity(Group):
    """The registered name of the buyer."""

    name: str | None = text("cbc:RegistrationName", both("023"), party.REGISTRATION_NAME, least=1)


class BuyerParty(Group):
    """Who the buyer is."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", both("021"), party.ENDPOINT, ENDPOINT_SCHEME, least=1
    )
    identifications: tuple[BuyerIdentification, ...] = groups(
        BuyerIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    legal_entity: BuyerLegalEntity | None = group(
        BuyerLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY
    )


class Buyer(Group):
    """The one who ordered."""

    party: BuyerParty | None = group(BuyerParty, "cac:Party", "", party.PARTY, least=1)


class PromisedPeriod(Group):
    """When the seller promises to deliver the order."""

    start: date | None = day("cbc:StartDate", both("099"), goods.START_DAY)
    start_time: time | None = clock_time(
        "cbc:StartTime", "tir76-p010, tir116-202", goods.START_TIME
    )
    end: date | None = day("cbc:EndDate", both("100"), goods.END_DAY)
    end_time: time | None = clock_time("cbc:EndTime", "tir76-p011, tir116-203", goods.END_TIME)


class Delivery(Group):
    """The delivery of the order."""

    period: PromisedPeriod | None = group(
        PromisedPeriod, "cac:PromisedDeliveryPeriod", "", w.PROMISED, least=1
    )


class AnswerHead(Group):
    """What an answer to an order begins with."""

    customization: str | None = text(
        "cbc:CustomizationID", both("001"), document.CUSTOMIZATION, least=1
    )
    profile: str | None = text("cbc:ProfileID", both("002"), document.PROFILE, least=1)
    number: str | None = text("cbc:ID", both("003"), document.NUMBER, least=1)
    sales_order: str | None = text("cbc:SalesOrderID", both("p007"), document.SELLER_ORDER_NUMBER)
    issued: date | None = day("cbc:IssueDate", both("004"), document.ISSUED, least=1)
    issued_at: time | None = clock_time("cbc:IssueTime", both("005"), document.ISSUED_AT)
    answer: str | None = code(
        "cbc:OrderResponseCode", both("200"), document.ORDER_ANSWER, "UNCL4343-T76", least=1
    )
    note: str | None = text("cbc:Note", both("006"), document.NOTE)
    currency: str | None = code(
        "cbc:DocumentCurrencyCode", both("007"), money.CURRENCY, "ISO4217", least=1
    )
    customer_reference: str | None = text(
        "cbc:CustomerReference", "tir110-044", document.CUSTOMER_REFERENCE
    )
    order: AnsweredOrder | None = group(
        AnsweredOrder, "cac:OrderReference", "", document.ORDER, least=1
    )
