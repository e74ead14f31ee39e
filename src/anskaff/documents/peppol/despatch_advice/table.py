"""The despatch advice: its table, in the order of UBL."""

from datetime import date, time

from anskaff.documents.peppol.despatch_advice.lines import Line
from anskaff.documents.peppol.despatch_advice.parties import (
    Buyer,
    Consignee,
    Despatcher,
    Originator,
    Seller,
)
from anskaff.documents.peppol.despatch_advice.shipment import Shipment
from anskaff.documents.peppol.words import delivery as w
from anskaff.documents.peppol.words import party, response
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    binary,
    clock_time,
    day,
    group,
    groups,
    text,
)
from anskaff.documents.ubl.values import Binary


class Order(Group):
    """An order that the goods answer."""

    number: str | None = text("cbc:ID", "tir16-006", w.ORDER_ID, least=1)


class DocumentFile(Group):
    """A file elsewhere."""

    address: str | None = text("cbc:URI", "tir16-p052", w.ADDRESS_ON_WEB, least=1)


class DocumentAttachment(Group):
    """A file, in the document or elsewhere."""

    embedded: Binary | None = binary(
        "cbc:EmbeddedDocumentBinaryObject",
        "tir16-p051",
        w.EMBEDDED,
        Attribute(name="mimeCode", least=1, codes="MimeCode"),
        Attribute(name="filename", least=1),
    )
    file: DocumentFile | None = group(DocumentFile, "cac:ExternalReference", "", w.EXTERNAL)


class Document(Group):
    """A document that belongs to the despatch."""

    number: str | None = text("cbc:ID", "tir16-p049", w.DOCUMENT_ID, least=1)
    kind: str | None = text("cbc:DocumentType", "tir16-p050", w.DOCUMENT_KIND)
    attachment: DocumentAttachment | None = group(
        DocumentAttachment, "cac:Attachment", "", w.ATTACHMENT
    )


class DespatchAdvice(Group):
    """What is sent, from whom and to whom, as Peppol BIS Despatch Advice 3 has it."""

    customization: str | None = text(
        "cbc:CustomizationID", "tir16-002", response.CUSTOMIZATION, least=1
    )
    profile: str | None = text(
        "cbc:ProfileID",
        "tir16-001",
        response.PROFILE,
        least=1,
        only="urn:fdc:peppol.eu:poacc:bis:despatch_advice:3",
    )
    number: str | None = text("cbc:ID", "tir16-003", w.DESPATCH_NUMBER, least=1)
    issued: date | None = day("cbc:IssueDate", "tir16-004", response.ISSUED, least=1)
    issued_at: time | None = clock_time("cbc:IssueTime", "tir16-005", response.ISSUED_AT)
    note: str | None = text("cbc:Note", "tir16-088", w.DESPATCH_NOTE)
    orders: tuple[Order, ...] = groups(Order, "cac:OrderReference", "", w.ORDER)
    documents: tuple[Document, ...] = groups(
        Document, "cac:AdditionalDocumentReference", "", w.DOCUMENT
    )
    despatcher: Despatcher | None = group(
        Despatcher, "cac:DespatchSupplierParty", "", w.DESPATCHER, least=1
    )
    consignee: Consignee | None = group(
        Consignee, "cac:DeliveryCustomerParty", "", w.CONSIGNEE, least=1
    )
    buyer: Buyer | None = group(Buyer, "cac:BuyerCustomerParty", "", party.BUYER)
    seller: Seller | None = group(Seller, "cac:SellerSupplierParty", "", party.SELLER)
    originator: Originator | None = group(
        Originator, "cac:OriginatorCustomerParty", "", w.ORIGINATOR
    )
    shipment: Shipment | None = group(Shipment, "cac:Shipment", "", w.SHIPMENT)
    lines: tuple[Line, ...] = groups(Line, "cac:DespatchLine", "", w.LINE, least=1)
