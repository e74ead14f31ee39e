"""The item that is agreed on."""

from decimal import Decimal

from anskaff.documents.peppol.post_award.ordering import items
from anskaff.documents.peppol.post_award.schemes import ITEM_SCHEME, UNIT
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import document, item, party, tax
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    binary,
    code,
    group,
    groups,
    identifier,
    listed_code,
    number,
    text,
    texts,
)
from anskaff.documents.ubl.table import quantity as quantity_of
from anskaff.documents.ubl.values import Binary, Code, Identifier, Quantity


class BuyerItemNumber(Group):
    """The number that the buyer knows the item by."""

    number: str | None = text("cbc:ID", "tir19-091", goods.ITEM_NUMBER, least=1)


class SellerItemNumber(Group):
    """The number that the seller knows the item by."""

    number: str | None = text("cbc:ID", "tir110-033", goods.ITEM_NUMBER, least=1)


class StandardItemNumber(Group):
    """The number of the item in a common register."""

    number: Identifier | None = identifier(
        "cbc:ID", "tir110-034", goods.ITEM_NUMBER, ITEM_SCHEME, least=1
    )


class SpecificationLink(Group):
    """Where a file can be fetched."""

    address: str | None = text("cbc:URI", "tir110-104", document.ADDRESS_ON_WEB)


class SpecificationContent(Group):
    """The file itself, or a link to it."""

    embedded: Binary | None = binary(
        "cbc:EmbeddedDocumentBinaryObject",
        "tir110-105",
        document.EMBEDDED,
        Attribute(name="mimeCode", least=1, codes="MimeCode"),
        Attribute(name="filename", least=1),
    )
    link: SpecificationLink | None = group(
        SpecificationLink, "cac:ExternalReference", "", document.EXTERNAL
    )


class Specification(Group):
    """A document or image that describes the item."""

    number: str | None = text("cbc:ID", "tir110-102", item.SPECIFICATION_NUMBER, least=1)
    kind_code: str | None = code(
        "cbc:DocumentTypeCode", "tir110-p008", item.SPECIFICATION_KIND, "UNCL1001 Image"
    )
    kind: str | None = text("cbc:DocumentType", "tir110-103", item.SPECIFICATION_DESCRIPTION)
    content: SpecificationContent | None = group(
        SpecificationContent, "cac:Attachment", "", document.ATTACHMENT
    )


class Classification(Group):
    """Where the item belongs in some scheme."""

    code: Code | None = listed_code(
        "cbc:ItemClassificationCode",
        "tir110-096, tir110-097",
        goods.CLASSIFICATION_CODE,
        Attribute(name="listID", least=1, codes="UNCL7143"),
        Attribute(name="listVersionID"),
        Attribute(name="name"),
    )


class Conditions(Group):
    """On what conditions the item is sold."""

    code: str | None = text("cbc:ActionCode", "tir110-094", item.CONDITION_CODE, least=1, only="CT")


class ItemTaxScheme(items.ItemTaxScheme):
    """The tax on the item."""

    key: str | None = text("cbc:ID", "tir110-p006", tax.TAX_SCHEME_ID, least=1)


class ItemTaxCategory(items.ItemTaxCategory):
    """The category and rate of tax on the item."""

    code: str | None = text("cbc:ID", "tir110-106", tax.TAX_CATEGORY_CODE, least=1)
    percent: Decimal | None = number("cbc:Percent", "tir110-107", tax.TAX_PERCENT)
    scheme: ItemTaxScheme | None = group(
        ItemTaxScheme, "cac:TaxScheme", "", tax.TAX_SCHEME, least=1
    )


class Property(Group):
    """A property of the item."""

    key: Identifier | None = identifier(
        "cbc:ID",
        "",
        goods.PROPERTY_ID,
        Attribute(name="schemeDataURI"),
        Attribute(name="schemeID"),
        Attribute(name="schemeVersionID"),
    )
    name: str | None = text("cbc:Name", "tir110-098", goods.PROPERTY_NAME, least=1)
    name_code: Code | None = listed_code(
        "cbc:NameCode", "tir110-101", goods.PROPERTY_CODE, Attribute(name="listID", least=1)
    )
    value: str | None = text("cbc:Value", "tir110-099", goods.PROPERTY_VALUE, least=1)
    quantity: Quantity | None = quantity_of(
        "cbc:ValueQuantity", "tir110-100", goods.PROPERTY_QUANTITY, UNIT
    )
    qualifier: str | None = text("cbc:ValueQualifier", "tir110-p004", goods.PROPERTY_QUALIFIER)


class LabelIssuerTradingName(Group):
    """The name of the one who gives the label."""

    name: str | None = text("cbc:Name", "", party.PARTY_NAME, least=1)


class LabelIssuer(Group):
    """The one who gives the label."""

    trading_name: LabelIssuerTradingName | None = group(
        LabelIssuerTradingName, "cac:PartyName", "", party.PARTY_NAME, least=1
    )


class LabelDocument(Group):
    """What proves the label."""

    number: str | None = text("cbc:ID", "OP-110-016", item.LABEL_DOCUMENT_NUMBER, least=1)


class Label(Group):
    """A label or certificate of the item."""

    name: str | None = text("cbc:ID", "OP-110-013", item.LABEL_NAME, least=1)
    code: str | None = text("cbc:CertificateTypeCode", "", item.LABEL_CODE, least=1, only="NA")
    kind: str | None = text("cbc:CertificateType", "OP-110-015", item.LABEL_KIND, least=1)
    values: tuple[str, ...] = texts("cbc:Remarks", "OP-110-014", item.LABEL_VALUE)
    issuer: LabelIssuer | None = group(
        LabelIssuer, "cac:IssuerParty", "", item.LABEL_ISSUER, least=1
    )
    documents: tuple[LabelDocument, ...] = groups(
        LabelDocument, "cac:DocumentReference", "", item.LABEL_DOCUMENT
    )


class Item(Group):
    """What is bought."""

    description: str | None = text("cbc:Description", "tir110-095", item.DESCRIPTION)
    name: str | None = text("cbc:Name", "tir110-032", goods.ITEM_NAME, least=1)
    buyer_number: BuyerItemNumber | None = group(
        BuyerItemNumber, "cac:BuyersItemIdentification", "", goods.BUYER_ITEM
    )
    seller_number: SellerItemNumber | None = group(
        SellerItemNumber, "cac:SellersItemIdentification", "", goods.SELLER_ITEM
    )
    standard_number: StandardItemNumber | None = group(
        StandardItemNumber, "cac:StandardItemIdentification", "", goods.STANDARD_ITEM
    )
    specification: Specification | None = group(
        Specification, "cac:ItemSpecificationDocumentReference", "", item.SPECIFICATION
    )
    classifications: tuple[Classification, ...] = groups(
        Classification, "cac:CommodityClassification", "", item.CLASSIFICATION
    )
    conditions: Conditions | None = group(
        Conditions, "cac:TransactionConditions", "", item.CONDITIONS
    )
    tax_category: ItemTaxCategory | None = group(
        ItemTaxCategory, "cac:ClassifiedTaxCategory", "", item.TAX_CATEGORY
    )
    properties: tuple[Property, ...] = groups(
        Property, "cac:AdditionalItemProperty", "", goods.PROPERTY
    )
    labels: tuple[Label, ...] = groups(Label, "cac:Certificate", "", item.LABEL)
