"""What an agreed order refers to."""

from anskaff.documents.peppol.words import document
from anskaff.documents.ubl.table import Attribute, Group, binary, group, text
from anskaff.documents.ubl.values import Binary


class OrderReference(Group):
    """The order that is agreed on."""

    number: str | None = text("cbc:ID", "tir110-042", document.NUMBER, least=1)


class OriginatorDocument(Group):
    """The tender or lot that is agreed on."""

    number: str | None = text("cbc:ID", "", document.NUMBER, least=1)


class Link(Group):
    """Where a document can be fetched."""

    address: str | None = text("cbc:URI", "tir110-047", document.ADDRESS_ON_WEB, least=1)


class AttachedContent(Group):
    """The document itself, or a link to it."""

    embedded: Binary | None = binary(
        "cbc:EmbeddedDocumentBinaryObject",
        "tir110-048",
        document.EMBEDDED,
        Attribute(name="mimeCode", least=1, codes="MimeCode"),
        Attribute(name="filename", least=1),
    )
    link: Link | None = group(Link, "cac:ExternalReference", "", document.EXTERNAL)


class AttachedDocument(Group):
    """A document that comes along or is pointed to."""

    number: str | None = text("cbc:ID", "tir110-045", document.NUMBER, least=1)
    kind: str | None = text("cbc:DocumentType", "tir110-046", document.DOCUMENT_KIND)
    content: AttachedContent | None = group(
        AttachedContent, "cac:Attachment", "", document.ATTACHMENT
    )


class Contract(Group):
    """The contract that the agreement is under."""

    number: str | None = text("cbc:ID", "tir110-049", document.NUMBER, least=1)
