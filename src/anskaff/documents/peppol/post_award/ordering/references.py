"""What an order refers to, and how long it stands."""

from datetime import date

from anskaff.documents.peppol.words import document
from anskaff.documents.peppol.words import ordering as w
from anskaff.documents.ubl.table import Attribute, Group, binary, day, group, text
from anskaff.documents.ubl.values import Binary


class Validity(Group):
    """How long the order stands."""

    end: date | None = day("cbc:EndDate", "tir01-009, tir114-010", w.VALID_UNTIL, least=1)


class Quotation(Group):
    """The quotation that the order takes."""

    number: str | None = text("cbc:ID", "tir01-010, tir114-011", document.NUMBER, least=1)


class EarlierOrder(Group):
    """An earlier order that this one belongs to."""

    number: str | None = text("cbc:ID", "tir01-011", document.NUMBER, least=1)


class OrderReference(Group):
    """The order that the document is about."""

    number: str | None = text("cbc:ID", "", document.NUMBER, least=1)


class OriginatorDocument(Group):
    """The requisition or need that led to the order."""

    number: str | None = text("cbc:ID", "tir01-012, tir114-012", document.NUMBER, least=1)


class CatalogueReference(Group):
    """The catalogue that is ordered from."""

    number: str | None = text("cbc:ID", "tir01-p45", document.NUMBER, least=1)


class Link(Group):
    """Where a document can be fetched."""

    address: str | None = text("cbc:URI", "tir01-018, tir114-018", document.ADDRESS_ON_WEB, least=1)


class AttachedContent(Group):
    """The document itself, or a link to it."""

    embedded: Binary | None = binary(
        "cbc:EmbeddedDocumentBinaryObject",
        "tir01-017, tir114-017",
        document.EMBEDDED,
        Attribute(name="mimeCode", least=1, codes="MimeCode"),
        Attribute(name="filename", least=1),
    )
    link: Link | None = group(Link, "cac:ExternalReference", "", document.EXTERNAL)


class AttachedDocument(Group):
    """A document that comes along or is pointed to."""

    number: str | None = text("cbc:ID", "tir01-154, tir114-154", document.NUMBER, least=1)
    kind: str | None = text("cbc:DocumentType", "tir01-016, tir114-016", document.DOCUMENT_KIND)
    content: AttachedContent | None = group(
        AttachedContent, "cac:Attachment", "", document.ATTACHMENT
    )


class Contract(Group):
    """The contract that is bought under."""

    number: str | None = text("cbc:ID", "tir01-019, tir114-019", document.NUMBER, least=1)


class Project(Group):
    """The project that is bought for."""

    number: str | None = text("cbc:ID", "tir01-p044", document.NUMBER, least=1)
