"""The item that is ordered."""

from decimal import Decimal

from anskaff.documents.peppol.post_award.schemes import ITEM_SCHEME, UNIT
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import item, tax
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    group,
    groups,
    identifier,
    listed_code,
    number,
    text,
)
from anskaff.documents.ubl.table import quantity as quantity_of
from anskaff.documents.ubl.values import Code, Identifier, Quantity


class BuyerItemNumber(Group):
    """The number that the buyer knows the item by."""

    number: str | None = text("cbc:ID", "tir01-p022, tir114-p022", goods.ITEM_NUMBER, least=1)


class SellerItemNumber(Group):
    """The number that the seller knows the item by."""

    number: str | None = text("cbc:ID", "tir01-p020, tir114-p020", goods.ITEM_NUMBER, least=1)


class StandardItemNumber(Group):
    """The number of the item in a common register."""

    number: Identifier | None = identifier(
        "cbc:ID", "tir01-136, tir114-136", goods.ITEM_NUMBER, ITEM_SCHEME, least=1
    )


class Specification(Group):
    """A document that describes the item."""

    number: str | None = text(
        "cbc:ID", "tir01-p007, tir114-p007", item.SPECIFICATION_NUMBER, least=1
    )


class Classification(Group):
    """Where the item belongs in some scheme."""

    code: Code | None = listed_code(
        "cbc:ItemClassificationCode",
        "tir01-149, tir114-149",
        goods.CLASSIFICATION_CODE,
        Attribute(name="listID", least=1, codes="UNCL7143"),
        Attribute(name="listVersionID"),
        Attribute(name="name"),
    )


class ItemTaxScheme(Group):
    """The tax on the item."""

    key: str | None = text("cbc:ID", "tir01-p021, tir114-p021", tax.TAX_SCHEME_ID, least=1)


class ItemTaxCategory(Group):
    """The category and rate of tax on the item."""

    code: str | None = text("cbc:ID", "tir01-150, tir114-150", tax.TAX_CATEGORY_CODE, least=1)
    percent: Decimal | None = number("cbc:Percent", "tir01-170, tir114-170", tax.TAX_PERCENT)
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
    name: str | None = text("cbc:Name", "tir01-138, tir114-138", goods.PROPERTY_NAME, least=1)
    name_code: Code | None = listed_code(
        "cbc:NameCode",
        "tir01-p024, tir114-p024",
        goods.PROPERTY_CODE,
        Attribute(name="listID", least=1),
    )
    value: str | None = text("cbc:Value", "tir01-139, tir114-139", goods.PROPERTY_VALUE, least=1)
    quantity: Quantity | None = quantity_of(
        "cbc:ValueQuantity", "tir01-p020, tir114-p020", goods.PROPERTY_QUANTITY, UNIT
    )
    qualifier: str | None = text(
        "cbc:ValueQualifier", "tir01-p021, tir114-p021", goods.PROPERTY_QUALIFIER
    )


class Lot(Group):
    """The lot that the item is from."""

    number: str | None = text("cbc:LotNumberID", "tir01-p022, tir114-p022", goods.LOT_NUMBER)


class Instance(Group):
    """A serial number or a lot."""

    serial: str | None = text("cbc:SerialID", "tir01-p023, tir114-p023", goods.SERIAL)
    lot: Lot | None = group(Lot, "cac:LotIdentification", "", goods.LOT)


class Item(Group):
    """What is bought."""

    description: str | None = text("cbc:Description", "tir01-133, tir114-133", item.DESCRIPTION)
    name: str | None = text("cbc:Name", "tir01-135, tir114-135", goods.ITEM_NAME, least=1)
    buyer_number: BuyerItemNumber | None = group(
        BuyerItemNumber, "cac:BuyersItemIdentification", "", goods.BUYER_ITEM
    )
    seller_number: SellerItemNumber | None = group(
        SellerItemNumber, "cac:SellersItemIdentification", "", goods.SELLER_ITEM
    )
    standard_number: StandardItemNumber | None = group(
        StandardItemNumber, "cac:StandardItemIdentification", "", goods.STANDARD_ITEM
    )
    specifications: tuple[Specification, ...] = groups(
        Specification, "cac:ItemSpecificationDocumentReference", "", item.SPECIFICATION
    )
    classifications: tuple[Classification, ...] = groups(
        Classification, "cac:CommodityClassification", "", item.CLASSIFICATION
    )
    tax_category: ItemTaxCategory | None = group(
        ItemTaxCategory, "cac:ClassifiedTaxCategory", "", item.TAX_CATEGORY
    )
    properties: tuple[Property, ...] = groups(
        Property, "cac:AdditionalItemProperty", "", goods.PROPERTY
    )
    instances: tuple[Instance, ...] = groups(Instance, "cac:ItemInstance", "", item.INSTANCE)
