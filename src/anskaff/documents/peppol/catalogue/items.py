"""The items of a catalogue."""

from datetime import date
from decimal import Decimal

from anskaff.documents.peppol.post_award import catalogue_item
from anskaff.documents.peppol.post_award.catalogue_item import (
    BuyerItemNumber,
    Classification,
    LabelDocument,
    LabelIssuer,
    Manufacturer,
    ManufacturerItemNumber,
    SellerItemNumber,
    SpecificationFile,
    StandardItemNumber,
    TaxScheme,
)
from anskaff.documents.peppol.post_award.schemes import UNIT
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import document, item, party, tax
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    day,
    group,
    groups,
    listed_code,
    text,
    texts,
)
from anskaff.documents.ubl.table import code as code_of
from anskaff.documents.ubl.table import number as number_of
from anskaff.documents.ubl.table import quantity as quantity_of
from anskaff.documents.ubl.values import Code, Quantity


class Specification(Group):
    """A document or image that describes the item."""

    number: str | None = text("cbc:ID", "tir19-105", item.SPECIFICATION_NUMBER, least=1)
    kind: str | None = code_of(
        "cbc:DocumentTypeCode", "tir19-086a", item.SPECIFICATION_KIND, "UNCL1001 Image"
    )
    descriptions: tuple[str, ...] = texts(
        "cbc:DocumentDescription", "tir19-106", item.SPECIFICATION_DESCRIPTION
    )
    attachment: SpecificationFile | None = group(
        SpecificationFile, "cac:Attachment", "", document.ATTACHMENT
    )


class OriginCountry(Group):
    """The country that the item comes from."""

    code: str | None = code_of(
        "cbc:IdentificationCode", "tir19-071", party.COUNTRY_CODE, "ISO3166", least=1
    )


class Conditions(Group):
    """Whether the item is contracted or cannot be returned."""

    code: str | None = code_of(
        "cbc:ActionCode",
        "tir19-p027, tir19-p049",
        item.CONDITION_CODE,
        "TransactionCondition",
        least=1,
    )


class Hazard(Group):
    """A danger of the item."""

    un_number: str | None = code_of("cbc:UNDGCode", "tir19-072", goods.UNDG, "UNCL8273")
    hazard_class: str | None = text("cbc:HazardClassID", "tir19-073", goods.HAZARD_CLASS)


class TaxCategory(Group):
    """The category and rate of tax on the item."""

    code: str | None = text("cbc:ID", "tir19-094", tax.TAX_CATEGORY_CODE, least=1)
    percent: Decimal | None = number_of("cbc:Percent", "tir19-050", tax.TAX_PERCENT)
    scheme: TaxScheme | None = group(TaxScheme, "cac:TaxScheme", "", tax.TAX_SCHEME, least=1)


class Lot(Group):
    """The lot that the item is from."""

    number: str | None = text("cbc:LotNumberID", "tir19-059", goods.LOT_NUMBER)


class Instance(Group):
    """A lot, and how long it keeps."""

    best_before: date | None = day("cbc:BestBeforeDate", "tir19-058", goods.BEST_BEFORE)
    lot: Lot | None = group(Lot, "cac:LotIdentification", "", goods.LOT)


class Label(Group):
    """A label or certificate of the item."""

    name: str | None = text("cbc:ID", "tir19-087", item.LABEL_NAME, least=1)
    code: str | None = code_of(
        "cbc:CertificateTypeCode",
        "",
        item.LABEL_CODE,
        "NA PackagingMarkedLabelAccreditationCode",
        least=1,
    )
    kind: str | None = text("cbc:CertificateType", "tir19-089", item.LABEL_KIND, least=1)
    values: tuple[str, ...] = texts("cbc:Remarks", "tir19-088", item.LABEL_VALUE)
    issuer: LabelIssuer | None = group(
        LabelIssuer, "cac:IssuerParty", "", item.LABEL_ISSUER, least=1
    )
    documents: tuple[LabelDocument, ...] = groups(
        LabelDocument, "cac:DocumentReference", "", item.LABEL_DOCUMENT
    )


class Dimension(Group):
    """A measured attribute of the item."""

    of: str | None = code_of(
        "cbc:AttributeID", "tir19-104", item.DIMENSION_KIND, "UNCL6313", least=1
    )
    measure: Quantity | None = quantity_of(
        "cbc:Measure",
        "tir19-098, tir19-099, tir19-100, tir19-101, tir19-p037, tir19-p017, tir19-p016",
        item.MEASURE,
        UNIT,
    )
    descriptions: tuple[str, ...] = texts("cbc:Description", "tir19-p038", item.DESCRIPTION)
    least: Quantity | None = quantity_of(
        "cbc:MinimumMeasure", "tir19-115, OP-T19-015", item.LEAST, UNIT
    )
    most: Quantity | None = quantity_of(
        "cbc:MaximumMeasure", "tir19-116, OP-T19-014", item.MOST, UNIT
    )


class Property(catalogue_item.Property):
    """A property of the item; the number of its name may say the version of its list."""

    name_code: Code | None = listed_code(
        "cbc:NameCode",
        "tir19-p039",
        goods.PROPERTY_CODE,
        Attribute(name="listID", least=1),
        Attribute(name="listVersionID"),
    )


class Item(Group):
    """The item."""

    descriptions: tuple[str, ...] = texts("cbc:Description", "tir19-067", item.DESCRIPTION)
    pack_quantity: Quantity | None = quantity_of(
        "cbc:PackQuantity", "tir19-066", item.PACK_QUANTITY, UNIT
    )
    pack_size: Decimal | None = number_of("cbc:PackSizeNumeric", "tir19-036", item.PACK_SIZE)
    name: str | None = text("cbc:Name", "tir19-078", goods.ITEM_NAME, least=1)
    keywords: tuple[str, ...] = texts("cbc:Keyword", "tir19-064", item.KEYWORD)
    brands: tuple[str, ...] = texts("cbc:BrandName", "tir19-p018", item.BRAND)
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
    conditions: tuple[Conditions, ...] = groups(
        Conditions, "cac:TransactionConditions", "", item.CONDITIONS
    )
    hazards: tuple[Hazard, ...] = groups(Hazard, "cac:HazardousItem", "", goods.HAZARD)
    tax_category: TaxCategory | None = group(
        TaxCategory, "cac:ClassifiedTaxCategory", "", item.TAX_CATEGORY
    )
    properties: tuple[Property, ...] = groups(
        Property, "cac:AdditionalItemProperty", "", goods.PROPERTY
    )
    manufacturer: Manufacturer | None = group(
        Manufacturer, "cac:ManufacturerParty", "", item.MANUFACTURER
    )
    instances: tuple[Instance, ...] = groups(Instance, "cac:ItemInstance", "", item.INSTANCE)
    labels: tuple[Label, ...] = groups(Label, "cac:Certificate", "", item.LABEL)
    dimensions: tuple[Dimension, ...] = groups(Dimension, "cac:Dimension", "", item.DIMENSION)
