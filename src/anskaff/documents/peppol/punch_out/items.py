"""The items of a punch-out cart."""

from decimal import Decimal

from anskaff.documents.peppol.post_award.catalogue_item import (
    BuyerItemNumber,
    Classification,
    LabelDocument,
    LabelIssuer,
    Manufacturer,
    ManufacturerItemNumber,
    Property,
    SellerItemNumber,
    SpecificationFile,
    StandardItemNumber,
    TaxScheme,
)
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import document, item, party, tax
from anskaff.documents.ubl.table import Group, group, groups, text, texts
from anskaff.documents.ubl.table import code as code_of
from anskaff.documents.ubl.table import number as number_of


class Specification(Group):
    """A document or image that describes the item."""

    number: str | None = text("cbc:ID", "tir77-036, OP-T77-003", item.SPECIFICATION_NUMBER, least=1)
    kind: str | None = code_of(
        "cbc:DocumentTypeCode", "tir77-044, OP-T77-005", item.SPECIFICATION_KIND, "UNCL1001 Image"
    )
    description: str | None = text(
        "cbc:DocumentDescription", "tir77-037, OP-T77-004", item.SPECIFICATION_DESCRIPTION
    )
    attachment: SpecificationFile | None = group(
        SpecificationFile, "cac:Attachment", "", document.ATTACHMENT
    )


class OriginCountry(Group):
    """The country that the item comes from."""

    code: str | None = code_of("cbc:IdentificationCode", "tir77-029", party.COUNTRY_CODE, "ISO3166")


class Conditions(Group):
    """Whether the item is contracted or cannot be returned."""

    code: str | None = text("cbc:ActionCode", "tir77-019", item.CONDITION_CODE, least=1)


class TaxCategory(Group):
    """The category and rate of tax on the item."""

    code: str | None = text("cbc:ID", "tir77-034", tax.TAX_CATEGORY_CODE, least=1)
    percent: Decimal | None = number_of("cbc:Percent", "tir77-035", tax.TAX_PERCENT, least=1)
    scheme: TaxScheme | None = group(TaxScheme, "cac:TaxScheme", "", tax.TAX_SCHEME, least=1)


class Label(Group):
    """A label or certificate of the item."""

    name: str | None = text("cbc:ID", "tir77-030", item.LABEL_NAME, least=1)
    code: str | None = text("cbc:CertificateTypeCode", "", item.LABEL_CODE, least=1, only="NA")
    kind: str | None = text("cbc:CertificateType", "tir77-031", item.LABEL_KIND, least=1)
    values: tuple[str, ...] = texts("cbc:Remarks", "", item.LABEL_VALUE)
    issuer: LabelIssuer | None = group(
        LabelIssuer, "cac:IssuerParty", "", item.LABEL_ISSUER, least=1
    )
    documents: tuple[LabelDocument, ...] = groups(
        LabelDocument, "cac:DocumentReference", "", item.LABEL_DOCUMENT
    )


class Item(Group):
    """The item."""

    description: str | None = text("cbc:Description", "tir77-039", item.DESCRIPTION)
    name: str | None = text("cbc:Name", "tir77-021", goods.ITEM_NAME, least=1)
    buyer_number: BuyerItemNumber | None = group(
        BuyerItemNumber, "cac:BuyersItemIdentification", "", goods.BUYER_ITEM
    )
    seller_number: SellerItemNumber | None = group(
        SellerItemNumber, "cac:SellersItemIdentification", "", goods.SELLER_ITEM
    )
    manufacturer_number: ManufacturerItemNumber | None = group(
        ManufacturerItemNumber, "cac:ManufacturersItemIdentification", "", item.MANUFACTURER_ITEM
    )
    standard_number: StandardItemNumber | None = group(
        StandardItemNumber, "cac:StandardItemIdentification", "", goods.STANDARD_ITEM
    )
    specifications: tuple[Specification, ...] = groups(
        Specification, "cac:ItemSpecificationDocumentReference", "", item.SPECIFICATION
    )
    origin: OriginCountry | None = group(OriginCountry, "cac:OriginCountry", "", item.ORIGIN)
    classifications: tuple[Classification, ...] = groups(
        Classification, "cac:CommodityClassification", "", item.CLASSIFICATION
    )
    conditions: Conditions | None = group(
        Conditions, "cac:TransactionConditions", "", item.CONDITIONS
    )
    tax_category: TaxCategory | None = group(
        TaxCategory, "cac:ClassifiedTaxCategory", "", item.TAX_CATEGORY, least=1
    )
    properties: tuple[Property, ...] = groups(
        Property, "cac:AdditionalItemProperty", "", goods.PROPERTY
    )
    manufacturer: Manufacturer | None = group(
        Manufacturer, "cac:ManufacturerParty", "", item.MANUFACTURER
    )
    labels: tuple[Label, ...] = groups(Label, "cac:Certificate", "", item.LABEL)
