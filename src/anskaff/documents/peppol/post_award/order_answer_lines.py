"""The lines of a seller's answer to an order (T76) and to an advanced order (T116)."""

from datetime import date, time
from decimal import Decimal

from anskaff.documents.peppol.post_award.order_answer import both
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import money, tax
from anskaff.documents.peppol.words import order_answer as w
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    amount,
    clock_time,
    code,
    day,
    group,
    groups,
    identifier,
    listed_code,
    number,
    text,
)
from anskaff.documents.ubl.table import (
    quantity as quantity_of,
)
from anskaff.documents.ubl.values import Amount, Code, Identifier, Quantity

UNIT = Attribute(name="unitCode", least=1, codes="UNECERec20")
STANDARD = Attribute(name="schemeID", least=1, codes="ICD")


class LinePromisedPeriod(Group):
    """When the seller promises to deliver what is on the line."""

    start: date | None = day("cbc:StartDate", both("126"), goods.START_DAY)
    start_time: time | None = clock_time(
        "cbc:StartTime", "tir76-p012, tir116-204", goods.START_TIME
    )
    end: date | None = day("cbc:EndDate", both("127"), goods.END_DAY)
    end_time: time | None = clock_time("cbc:EndTime", "tir76-p013, tir116-205", goods.END_TIME)


class LineDelivery(Group):
    """The delivery of the line."""

    period: LinePromisedPeriod | None = group(
        LinePromisedPeriod, "cac:PromisedDeliveryPeriod", "", w.PROMISED, least=1
    )


class Price(Group):
    """The price of the item."""

    net: Amount | None = amount(
        "cbc:PriceAmount",
        both("130"),
        money.NET_PRICE,
        Attribute(name="currencyID", least=1, codes="ISO4217"),
        least=1,
    )
    base: Quantity | None = quantity_of(
        "cbc:BaseQuantity", both("131"), money.PRICE_BASE_QUANTITY, UNIT
    )


class ItemBuyerNumber(Group):
    """The number the buyer knows the item by."""

    number: str | None = text("cbc:ID", both("p006"), goods.ITEM_NUMBER, least=1)


class ItemSellerNumber(Group):
    """The number the seller knows the item by."""

    number: str | None = text("cbc:ID", both("206"), goods.ITEM_NUMBER, least=1)


class ItemStandardNumber(Group):
    """The number of the item in a common register."""

    number: Identifier | None = identifier(
        "cbc:ID", both("207"), goods.ITEM_NUMBER, STANDARD, least=1
    )


class Item(Group):
    """What was ordered."""

    name: str | None = text("cbc:Name", both("205"), goods.ITEM_NAME, least=1)
    buyer_number: ItemBuyerNumber | None = group(
        ItemBuyerNumber, "cac:BuyersItemIdentification", "", goods.BUYER_ITEM
    )
    seller_number: ItemSellerNumber | None = group(
        ItemSellerNumber, "cac:SellersItemIdentification", "", goods.SELLER_ITEM
    )
    standard_number: ItemStandardNumber | None = group(
        ItemStandardNumber, "cac:StandardItemIdentification", "", goods.STANDARD_ITEM
    )


class LineItem(Group):
    """What the seller answers about the line."""

    number: str | None = text("cbc:ID", both("120"), w.LINE_NUMBER, least=1)
    note: str | None = text("cbc:Note", both("204"), w.LINE_NOTE)
    status: str | None = code("cbc:LineStatusCode", both("202"), w.LINE_STATUS, "UNCL1229", least=1)
    quantity: Quantity | None = quantity_of("cbc:Quantity", both("132"), w.QUANTITY, UNIT)
    backorder: Quantity | None = quantity_of(
        "cbc:MaximumBackorderQuantity", both("p005"), w.BACKORDER
    )
    delivery: LineDelivery | None = group(LineDelivery, "cac:Delivery", "", w.DELIVERY)
    price: Price | None = group(Price, "cac:Price", "", money.PRICE)
    item: Item | None = group(Item, "cac:Item", "", goods.ITEM, least=1)


class SubstituteSellerNumber(Group):
    """The number the seller knows the substitute by."""

    number: str | None = text("cbc:ID", both("135"), goods.ITEM_NUMBER, least=1)


class SubstituteStandardNumber(Group):
    """The number of the substitute in a common register."""

    number: Identifier | None = identifier(
        "cbc:ID", both("136"), goods.ITEM_NUMBER, STANDARD, least=1
    )


class SubstituteClassification(Group):
    """The group of goods of the substitute by some scheme."""

    code: Code | None = listed_code(
        "cbc:ItemClassificationCode",
        both("149"),
        goods.CLASSIFICATION_CODE,
        Attribute(name="listID", least=1, codes="UNCL7143"),
        Attribute(name="listVersionID"),
        Attribute(name="name"),
    )


class SubstituteTaxScheme(Group):
    """The tax on the substitute."""

    key: str | None = text("cbc:ID", both("p003"), tax.TAX_SCHEME_ID, least=1)


class SubstituteTaxCategory(Group):
    """How tax applies to the substitute."""

    code: str | None = text("cbc:ID", both("150"), tax.TAX_CATEGORY_CODE, least=1)
    percent: Decimal | None = number("cbc:Percent", "tir04-170", tax.TAX_PERCENT)
    scheme: SubstituteTaxScheme | None = group(
        SubstituteTaxScheme, "cac:TaxScheme", "", tax.TAX_SCHEME, least=1
    )


class SubstituteProperty(Group):
    """A property of the substitute."""

    name: str | None = text("cbc:Name", both("138"), goods.PROPERTY_NAME, least=1)
    name_code: Code | None = listed_code(
        "cbc:NameCode", both("p004"), goods.PROPERTY_CODE, Attribute(name="listID", least=1)
    )
    value: str | None = text("cbc:Value", both("139"), goods.PROPERTY_VALUE, least=1)
    quantity: Quantity | None = quantity_of(
        "cbc:ValueQuantity", both("p008"), goods.PROPERTY_QUANTITY, UNIT
    )
    qualifier: str | None = text("cbc:ValueQualifier", both("p009"), goods.PROPERTY_QUALIFIER)


class SubstituteItem(Group):
    """What is offered instead."""

    name: str | None = text("cbc:Name", both("134"), goods.ITEM_NAME)
    seller_number: SubstituteSellerNumber | None = group(
        SubstituteSellerNumber, "cac:SellersItemIdentification", "", goods.SELLER_ITEM
    )
    standard_number: SubstituteStandardNumber | None = group(
        SubstituteStandardNumber, "cac:StandardItemIdentification", "", goods.STANDARD_ITEM
    )
    classifications: tuple[SubstituteClassification, ...] = groups(
        SubstituteClassification, "cac:CommodityClassification", "", goods.CLASSIFICATION
    )
    tax_category: SubstituteTaxCategory | None = group(
        SubstituteTaxCategory, "cac:ClassifiedTaxCategory", "", tax.TAX_CATEGORY
    )
    properties: tuple[SubstituteProperty, ...] = groups(
        SubstituteProperty, "cac:AdditionalItemProperty", "", goods.PROPERTY
    )


class Substitute(Group):
    """What the seller offers instead of what was ordered."""

    number: str | None = text("cbc:ID", both("p002"), w.SUBSTITUTE_NUMBER, least=1)
    item: SubstituteItem | None = group(SubstituteItem, "cac:Item", "", goods.ITEM, least=1)


class OrderLine(Group):
    """The line of the order that is answered."""

    number: str | None = text("cbc:LineID", both("201"), w.ORDER_LINE_NUMBER, least=1)


class Line(Group):
    """The answer to one line of the order."""

    item: LineItem | None = group(LineItem, "cac:LineItem", "", w.LINE_ITEM, least=1)
    substitute: Substitute | None = group(
        Substitute, "cac:SellerSubstitutedLineItem", "", w.SUBSTITUTE
    )
    order_line: OrderLine | None = group(
        OrderLine, "cac:OrderLineReference", "", w.ORDER_LINE, least=1
    )
