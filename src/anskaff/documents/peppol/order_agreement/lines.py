"""The lines of an agreed order."""

from datetime import date, time

from anskaff.documents.peppol.order_agreement.items import Item
from anskaff.documents.peppol.post_award.ordering import lines
from anskaff.documents.peppol.post_award.schemes import CURRENCY, OPTIONAL_UNIT, UNIT
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import item, money
from anskaff.documents.peppol.words import ordering as w
from anskaff.documents.ubl.table import (
    Group,
    amount,
    clock_time,
    day,
    group,
    indicator,
    quantity,
    text,
)
from anskaff.documents.ubl.table import amount as amount_of
from anskaff.documents.ubl.table import quantity as quantity_of
from anskaff.documents.ubl.values import Amount, Quantity


class LineDeliveryPeriod(Group):
    """When the goods on the line are to be delivered."""

    start: date | None = day("cbc:StartDate", "tir110-030", goods.START_DAY, least=1)
    start_time: time | None = clock_time("cbc:StartTime", "tir110-110", goods.START_TIME)
    end: date | None = day("cbc:EndDate", "tir110-031", goods.END_DAY)
    end_time: time | None = clock_time("cbc:EndTime", "tir110-111", goods.END_TIME)


class LineDelivery(Group):
    """Where and when the goods on the line are delivered."""

    quantity: Quantity | None = quantity_of("cbc:Quantity", "tir110-028", w.QUANTITY, UNIT)
    period: LineDeliveryPeriod | None = group(
        LineDeliveryPeriod, "cac:PromisedDeliveryPeriod", "", w.PROMISED_PERIOD
    )


class PriceDiscount(lines.PriceDiscount):
    """The discount in the price."""

    is_charge: bool | None = indicator(
        "cbc:ChargeIndicator", "", money.CHARGE_INDICATOR, least=1, only="false"
    )
    amount: Amount | None = amount_of(
        "cbc:Amount", "tir110-p002", money.PRICE_DISCOUNT, CURRENCY, least=1
    )
    base: Amount | None = amount_of("cbc:BaseAmount", "tir110-p003", money.GROSS_PRICE, CURRENCY)


class Price(lines.Price, kind="base"):
    """The price of the item."""

    net: Amount | None = amount("cbc:PriceAmount", "tir110-109", money.NET_PRICE, CURRENCY, least=1)
    base: Quantity | None = quantity(
        "cbc:BaseQuantity", "tir110-027", money.PRICE_BASE_QUANTITY, OPTIONAL_UNIT
    )
    kind: str | None = text("cbc:PriceType", "OP-110-017", w.PRICE_KIND)
    discount: PriceDiscount | None = group(
        PriceDiscount, "cac:AllowanceCharge", "", money.PRICE_DISCOUNT
    )


class LineItem(Group):
    """What is agreed on a line, how much and at what price."""

    number: str | None = text("cbc:ID", "tir110-022", goods.LINE_ID, least=1)
    note: str | None = text("cbc:Note", "tir110-091", goods.LINE_NOTE)
    quantity: Quantity | None = quantity_of("cbc:Quantity", "tir110-093", w.QUANTITY, UNIT, least=1)
    net: Amount | None = amount(
        "cbc:LineExtensionAmount", "tir110-092", money.LINE_AMOUNT, CURRENCY
    )
    delivery: LineDelivery | None = group(LineDelivery, "cac:Delivery", "", goods.DELIVERY)
    price: Price | None = group(Price, "cac:Price", "", money.PRICE, least=1)
    item: Item | None = group(Item, "cac:Item", "", item.ITEM, least=1)


class Line(Group):
    """A line of the agreement."""

    item_line: LineItem | None = group(LineItem, "cac:LineItem", "", w.LINE_ITEM, least=1)
