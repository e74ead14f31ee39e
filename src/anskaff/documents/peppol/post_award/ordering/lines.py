"""The lines of an order."""

from datetime import date, time
from decimal import Decimal

from anskaff.documents.peppol.post_award.ordering.items import Item
from anskaff.documents.peppol.post_award.schemes import CURRENCY, OPTIONAL_UNIT, PARTY_SCHEME, UNIT
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import document, item, money, party
from anskaff.documents.peppol.words import ordering as w
from anskaff.documents.ubl.table import (
    Group,
    amount,
    clock_time,
    code,
    day,
    group,
    groups,
    identifier,
    indicator,
    number,
    quantity,
    text,
)
from anskaff.documents.ubl.table import amount as amount_of
from anskaff.documents.ubl.table import quantity as quantity_of
from anskaff.documents.ubl.values import Amount, Identifier, Quantity


class LineDeliveryPeriod(Group):
    """When the goods on the line are to be delivered."""

    start: date | None = day("cbc:StartDate", "tir01-126, tir114-126", goods.START_DAY)
    start_time: time | None = clock_time("cbc:StartTime", "tir01-p48, tir114-142", goods.START_TIME)
    end: date | None = day("cbc:EndDate", "tir01-127, tir114-127", goods.END_DAY)
    end_time: time | None = clock_time("cbc:EndTime", "tir01-p49, tir114-143", goods.END_TIME)


class LineOriginatorIdentification(Group):
    """An identifier of the originator of the line."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir01-121, tir114-121", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class LineOriginatorTradingName(Group):
    """The trading name of the originator of the line."""

    name: str | None = text("cbc:Name", "tir01-122, tir114-122", party.PARTY_NAME, least=1)


class LineOriginator(Group):
    """The one who asked for what is on the line."""

    identification: LineOriginatorIdentification | None = group(
        LineOriginatorIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    trading_name: LineOriginatorTradingName | None = group(
        LineOriginatorTradingName, "cac:PartyName", "", party.PARTY_NAME
    )


class LineAllowanceCharge(Group):
    """An allowance or charge on the line."""

    is_charge: bool | None = indicator(
        "cbc:ChargeIndicator", "tir01-p014, tir114-p014", money.CHARGE_INDICATOR, least=1
    )
    reason_code: str | None = code(
        "cbc:AllowanceChargeReasonCode",
        "tir01-p015, tir114-p015",
        money.ALLOWANCE_REASON_CODE,
        "UNCL5189 UNCL7161",
    )
    reason: str | None = text(
        "cbc:AllowanceChargeReason", "tir01-p016, tir114-p016", money.ALLOWANCE_REASON
    )
    percent: Decimal | None = number(
        "cbc:MultiplierFactorNumeric", "tir01-p017, tir114-p017", money.ALLOWANCE_PERCENT
    )
    amount: Amount | None = amount_of(
        "cbc:Amount", "tir01-p018, tir114-p018", money.ALLOWANCE_AMOUNT, CURRENCY, least=1
    )
    base: Amount | None = amount_of(
        "cbc:BaseAmount", "tir01-p019, tir114-p019", money.ALLOWANCE_BASE, CURRENCY
    )


class PriceDiscount(Group):
    """The discount in the price."""

    is_charge: bool | None = indicator(
        "cbc:ChargeIndicator",
        "tir01-p004, tir114-p004",
        money.CHARGE_INDICATOR,
        least=1,
        only="false",
    )
    amount: Amount | None = amount_of(
        "cbc:Amount", "tir01-p006, tir114-p006", money.PRICE_DISCOUNT, CURRENCY, least=1
    )
    base: Amount | None = amount_of(
        "cbc:BaseAmount", "tir01-152, tir114-152", money.GROSS_PRICE, CURRENCY
    )


class Price(Group):
    """The price of the item."""

    net: Amount | None = amount(
        "cbc:PriceAmount", "tir01-130, tir114-130", money.NET_PRICE, CURRENCY, least=1
    )
    base: Quantity | None = quantity(
        "cbc:BaseQuantity", "tir01-131, tir114-131", money.PRICE_BASE_QUANTITY, OPTIONAL_UNIT
    )
    discount: PriceDiscount | None = group(
        PriceDiscount, "cac:AllowanceCharge", "", money.PRICE_DISCOUNT
    )


class LineDelivery(Group):
    """Where and when the goods on the line are delivered."""

    number: Identifier | None = identifier(
        "cbc:ID", "tir01-p037, tir114-p037", w.LOCATION_NUMBER, PARTY_SCHEME
    )
    period: LineDeliveryPeriod | None = group(
        LineDeliveryPeriod, "cac:RequestedDeliveryPeriod", "", w.REQUESTED_PERIOD
    )


class LineItem(Group):
    """What is bought on a line, how much and at what price."""

    number: str | None = text("cbc:ID", "tir01-120, tir114-120", goods.LINE_ID, least=1)
    quantity: Quantity | None = quantity_of(
        "cbc:Quantity", "tir01-132, tir114-132", w.QUANTITY, UNIT, least=1
    )
    net: Amount | None = amount(
        "cbc:LineExtensionAmount", "tir01-128, tir114-128", money.LINE_AMOUNT, CURRENCY
    )
    partial_delivery: bool | None = indicator(
        "cbc:PartialDeliveryIndicator",
        "tir01-124, tir114-124",
        w.PARTIAL_DELIVERY,
        codes="TrueFalse",
    )
    accounting_cost: str | None = text(
        "cbc:AccountingCost", "tir01-125, tir114-125", money.ACCOUNTING_COST
    )
    delivery: LineDelivery | None = group(LineDelivery, "cac:Delivery", "", goods.DELIVERY)
    originator: LineOriginator | None = group(
        LineOriginator, "cac:OriginatorParty", "", document.ORIGINATOR
    )
    allowances_charges: tuple[LineAllowanceCharge, ...] = groups(
        LineAllowanceCharge, "cac:AllowanceCharge", "", money.ALLOWANCE_CHARGE
    )
    price: Price | None = group(Price, "cac:Price", "", money.PRICE)
    item: Item | None = group(Item, "cac:Item", "", item.ITEM, least=1)


class QuotationLine(Group):
    """The line of the quotation."""

    number: str | None = text("cbc:LineID", "", w.QUOTATION_LINE, least=1)


class Line(Group):
    """A line of the order."""

    note: str | None = text("cbc:Note", "tir01-123, tir114-123", goods.LINE_NOTE)
    item_line: LineItem | None = group(LineItem, "cac:LineItem", "", w.LINE_ITEM, least=1)
    quotation_line: QuotationLine | None = group(
        QuotationLine, "cac:QuotationLineReference", "", w.QUOTATION_LINE
    )
