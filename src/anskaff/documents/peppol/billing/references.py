"""What an invoice refers to: period, orders, earlier invoices, contracts and attachments."""

from datetime import date

from anskaff.documents.peppol.billing import words
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    binary,
    code,
    day,
    group,
    identifier,
    text,
)
from anskaff.documents.ubl.values import Binary, Identifier

OBJECT_SCHEME = Attribute(name="schemeID")


class Period(Group):
    """The time that is invoiced for."""

    start: date | None = day("cbc:StartDate", "BT-73", words.START)
    end: date | None = day("cbc:EndDate", "BT-74", words.END)
    tax_point_code: str | None = code(
        "cbc:DescriptionCode", "BT-8", words.TAX_POINT_CODE, "BR-CL-06"
    )


class OrderReference(Group):
    """The order that the document answers to."""

    number: str | None = text("cbc:ID", "BT-13", words.ORDER_NUMBER, least=1)
    sales_order: str | None = text("cbc:SalesOrderID", "BT-14", words.SALES_ORDER_NUMBER)


class PrecedingInvoice(Group):
    """An earlier invoice by its number and date."""

    number: str | None = text("cbc:ID", "BT-25", words.PRECEDING_NUMBER, least=1)
    issued: date | None = day("cbc:IssueDate", "BT-26", words.PRECEDING_DATE)


class BillingReference(Group):
    """An earlier invoice that is corrected or credited."""

    invoice: PrecedingInvoice | None = group(
        PrecedingInvoice, "cac:InvoiceDocumentReference", "", words.BILLING_REFERENCE, least=1
    )


class DocumentReference(Group):
    """Another document by its number."""

    number: str | None = text("cbc:ID", "", words.NUMBER, least=1)


class DespatchReference(DocumentReference):
    """The despatch advice of what is invoiced."""

    number: str | None = text("cbc:ID", "BT-16", words.NUMBER, least=1)


class ReceiptReference(DocumentReference):
    """The receipt advice of what is invoiced."""

    number: str | None = text("cbc:ID", "BT-15", words.NUMBER, least=1)


class TenderReference(DocumentReference):
    """The competition or lot that the purchase comes from."""

    number: str | None = text("cbc:ID", "BT-17", words.NUMBER, least=1)


class ContractReference(DocumentReference):
    """The contract that the purchase is under."""

    number: str | None = text("cbc:ID", "BT-12", words.NUMBER, least=1)


class ProjectReference(DocumentReference):
    """The project that the purchase is for."""

    number: str | None = text("cbc:ID", "BT-11", words.NUMBER, least=1)


class ExternalFile(Group):
    """A file elsewhere."""

    address: str | None = text("cbc:URI", "BT-124", words.EXTERNAL_ADDRESS, least=1)


class Attachment(Group):
    """A file that comes along, or where to find it."""

    file: Binary | None = binary(
        "cbc:EmbeddedDocumentBinaryObject",
        "BT-125",
        words.EMBEDDED_FILE,
        Attribute(name="mimeCode", least=1),
        Attribute(name="filename", least=1),
    )
    external: ExternalFile | None = group(
        ExternalFile, "cac:ExternalReference", "", words.EXTERNAL_FILE
    )


class SupportingDocument(Group):
    """An attachment, or with the type 130 the object that is invoiced."""

    number: Identifier | None = identifier(
        "cbc:ID", "BT-18, BT-122", words.SUPPORTING_NUMBER, OBJECT_SCHEME, least=1
    )
    type_code: str | None = code("cbc:DocumentTypeCode", "BT-18", words.DOCUMENT_TYPE)
    description: str | None = text("cbc:DocumentDescription", "BT-123", words.DESCRIPTION)
    attachment: Attachment | None = group(Attachment, "cac:Attachment", "", words.ATTACHMENT)
