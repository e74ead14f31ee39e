"""The lines of invoices and credit notes, with item and price."""

from datetime import date
from decimal import Decimal

from anskaff.documents.peppol.billing import words
from anskaff.documents.peppol.billing.parties import Country, TaxScheme
from anskaff.documents.peppol.billing.references import OBJECT_SCHEME
from anskaff.documents.peppol.billing.totals import (
    IN_CURRENCY,
    LineAllowance,
    PriceAllowance,
    TaxCategory,
)
from anskaff.documents.peppol.words import money, party
from anskaff.documents.peppol.words import tax as taxes
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    amount,
    code,
    day,
    group,
    groups,
    identifier,
    listed_code,
    number,
    quantity,
    text,
)
from anskaff.documents.ubl.values import Amount, Code, Identifier, Quantity


class LinePeriod(Group):
    """The time that a line is for."""

    start: date | None = day("cbc:StartDate", "BT-134", words.START)
    end: date | None = day("cbc:EndDate", "BT-135", words.END)


class OrderLineReference(Group):
    """The line of the order that a line answers to."""

    number: str | None = text("cbc:LineID", "BT-132", words.ORDER_LINE_NUMBER, least=1)


class LineObject(Group):
    """The thing that a line is about."""

    number: Identifier | None = identifier(
        "cbc:ID", "BT-128", words.OBJECT_NUMBER, OBJECT_SCHEME, least=1
    )
    type_code: str | None = code("cbc:DocumentTypeCode", "BT-128", words.DOCUMENT_TYPE, least=1)


class BuyersItem(Group):
    """The item as the buyer numbers it."""

    number: str | None = text("cbc:ID", "BT-156", words.BUYERS_ITEM_NUMBER, least=1)


class SellersItem(Group):
    """The item as the seller numbers it."""

    number: str | None = text("cbc:ID", "BT-155", words.SELLERS_ITEM_NUMBER, least=1)


class StandardItem(Group):
    """The item as all number it."""

    number: Identifier | None = identifier(
        "cbc:ID",
        "BT-157",
        words.STANDARD_ITEM_NUMBER,
        Attribute(name="schemeID", least=1, codes="BR-CL-21"),
        least=1,
    )


class OriginCountry(Country):
    """The country that an item comes from."""

    code: str | None = code(
        "cbc:IdentificationCode", "BT-159", party.COUNTRY_CODE, "BR-CL-15", least=1
    )


class Classification(Group):
    """An item in a list of kinds of goods and services."""

    code: Code | None = listed_code(
        "cbc:ItemClassificationCode",
        "BT-158",
        words.CLASSIFICATION_CODE,
        Attribute(name="listID", least=1, codes="BR-CL-13"),
        Attribute(name="listVersionID"),
        least=1,
    )


class LineTaxCategory(TaxCategory):
    """The VAT category of a line."""

    category: str | None = code("cbc:ID", "BT-151", taxes.TAX_CATEGORY_CODE, "BR-CL-18", least=1)
    percent: Decimal | None = number("cbc:Percent", "BT-152", taxes.TAX_PERCENT)
    scheme: TaxScheme | None = group(TaxScheme, "cac:TaxScheme", "", taxes.TAX_SCHEME, least=1)


class ItemProperty(Group):
    """An attribute of an item: colour, size, and so on."""

    name: str | None = text("cbc:Name", "BT-160", words.PROPERTY_NAME, least=1)
    value: str | None = text("cbc:Value", "BT-161", words.PROPERTY_VALUE, least=1)


class Item(Group):
    """What was delivered."""

    description: str | None = text("cbc:Description", "BT-154", words.ITEM_DESCRIPTION)
    name: str | None = text("cbc:Name", "BT-153", words.ITEM_NAME, least=1)
    buyers: BuyersItem | None = group(
        BuyersItem, "cac:BuyersItemIdentification", "", words.BUYERS_ITEM
    )
    sellers: SellersItem | None = group(
        SellersItem, "cac:SellersItemIdentification", "", words.SELLERS_ITEM
    )
    standard: StandardItem | None = group(
        StandardItem, "cac:StandardItemIdentification", "", words.STANDARD_ITEM
    )
    origin: OriginCountry | None = group(OriginCountry, "cac:OriginCountry", "", words.ORIGIN)
    classifications: tuple[Classification, ...] = groups(
        Classification, "cac:CommodityClassification", "", words.CLASSIFICATION
    )
    tax: LineTaxCategory | None = group(
        LineTaxCategory, "cac:ClassifiedTaxCategory", "BG-30", taxes.TAX_CATEGORY, least=1
    )
    properties: tuple[ItemProperty, ...] = groups(
        ItemProperty, "cac:AdditionalItemProperty", "BG-32", words.ITEM_PROPERTY
    )


class Price(Group):
    """The price per unit and how it came about."""

    net: Amount | None = amount("cbc:PriceAmount", "BT-146", money.NET_PRICE, IN_CURRENCY, least=1)
    base_quantity: Quantity | None = quantity(
        "cbc:BaseQuantity",
        "BT-149",
        money.PRICE_BASE_QUANTITY,
        Attribute(name="unitCode", term="BT-150", codes="BR-CL-23"),
    )
    discount: PriceAllowance | None = group(
        PriceAllowance, "cac:AllowanceCharge", "", money.PRICE_DISCOUNT
    )


INVOICED_UNIT = Attribute(name="unitCode", term="BT-130", least=1, codes="BR-CL-23")


class InvoiceLine(Group):
    """What is invoiced of one item."""

    key: str | None = text("cbc:ID", "BT-126", words.LINE_NUMBER, least=1)
    note: str | None = text("cbc:Note", "BT-127", words.LINE_NOTE)
    quantity: Quantity | None = quantity(
        "cbc:InvoicedQuantity", "BT-129", words.QUANTITY, INVOICED_UNIT, least=1
    )
    amount: Amount | None = amount(
        "cbc:LineExtensionAmount", "BT-131", money.LINE_AMOUNT, IN_CURRENCY, least=1
    )
    accounting_cost: str | None = text("cbc:AccountingCost", "BT-133", money.ACCOUNTING_COST)
    period: LinePeriod | None = group(LinePeriod, "cac:InvoicePeriod", "BG-26", words.PERIOD)
    order_line: OrderLineReference | None = group(
        OrderLineReference, "cac:OrderLineReference", "", words.ORDER_LINE_REFERENCE
    )
    object: LineObject | None = group(LineObject, "cac:DocumentReference", "", words.LINE_OBJECT)
    allowances: tuple[LineAllowance, ...] = groups(
        LineAllowance, "cac:AllowanceCharge", "BG-27, BG-28", money.ALLOWANCE_CHARGE
    )
    item: Item | None = group(Item, "cac:Item", "BG-31", words.ITEM, least=1)
    price: Price | None = group(Price, "cac:Price", "BG-29", money.PRICE, least=1)


class CreditNoteLine(InvoiceLine):
    """What is credited of one item."""

    quantity: Quantity | None = quantity(
        "cbc:CreditedQuantity", "BT-129", words.CREDITED_QUANTITY, INVOICED_UNIT, least=1
    )
