"""The cancellation of an order: its table, in the order of UBL."""

from datetime import date, time

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
)
from anskaff.documents.peppol.words import document, party
from anskaff.documents.ubl.table import Group, clock_time, day, group, groups, text


class OrderCancellation(Group):
    """An order that is withdrawn, as Peppol BIS 3 has it."""

    customization: str | None = text(
        "cbc:CustomizationID",
        "tir01-001",
        document.CUSTOMIZATION,
        only="urn:fdc:peppol.eu:poacc:trns:order_cancellation:3",
        least=1,
    )
    profile: str | None = text(
        "cbc:ProfileID",
        "tir01-002",
        document.PROFILE,
        only="urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3",
        least=1,
    )
    number: str | None = text("cbc:ID", "tir01-003", document.NUMBER, least=1)
    issued: date | None = day("cbc:IssueDate", "tir01-004", document.ISSUED, least=1)
    issued_at: time | None = clock_time("cbc:IssueTime", "tir01-005", document.ISSUED_AT)
    note: str | None = text("cbc:Note", "tir01-006", document.NOTE)
    reason: str | None = text("cbc:CancellationNote", "", document.CANCELLATION_REASON, least=1)
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
    buyer: Buyer | None = group(Buyer, "cac:BuyerCustomerParty", "", party.BUYER, least=1)
    seller: SellerOfAnyScheme | None = group(
        SellerOfAnyScheme, "cac:SellerSupplierParty", "", party.SELLER, least=1
    )
    originator: Originator | None = group(
        Originator, "cac:OriginatorCustomerParty", "", document.ORIGINATOR
    )
