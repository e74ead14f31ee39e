"""The lines of a catalogue: what is offered, at which price and on which terms."""

from datetime import date
from decimal import Decimal

from anskaff.documents.peppol.catalogue.items import Item
from anskaff.documents.peppol.post_award.catalogue_item import Territory
from anskaff.documents.peppol.post_award.schemes import CURRENCY, UNIT
from anskaff.documents.peppol.words import catalogue as w
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import item, money
from anskaff.documents.ubl.table import Group, amount, day, group, groups, indicator, text
from anskaff.documents.ubl.table import code as code_of
from anskaff.documents.ubl.table import number as number_of
from anskaff.documents.ubl.table import quantity as quantity_of
from anskaff.documents.ubl.values import Amount, Quantity


class LineValidity(Group):
    """The period that the line holds for."""

    start: date | None = day("cbc:StartDate", "tir19-041", goods.START_DAY)
    end: date | None = day("cbc:EndDate", "tir19-042", goods.END_DAY)


class Comparison(Group):
    """The price of a common unit."""

    price: Amount | None = amount("cbc:PriceAmount", "tir19-043", w.COMPARISON, CURRENCY)
    quantity: Quantity | None = quantity_of("cbc:Quantity", "tir19-044", w.COMPARED_QUANTITY, UNIT)


class RelatedItem(Group):
    """Another item of the catalogue, and how many of it."""

    number: str | None = text(
        "cbc:ID", "tir19-045, tir19-118, tir19-048, tir19-120", w.RELATED_NUMBER
    )
    quantity: Quantity | None = quantity_of(
        "cbc:Quantity", "tir19-046, tir19-119, tir19-049, tir19-121", w.RELATED_QUANTITY, UNIT
    )


class PriceValidity(Group):
    """The period that the price holds for."""

    start: date | None = day("cbc:StartDate", "tir19-056", goods.START_DAY)
    end: date | None = day("cbc:EndDate", "tir19-057", goods.END_DAY)


class Price(Group):
    """The price of the item."""

    net: Amount | None = amount("cbc:PriceAmount", "tir19-051", money.NET_PRICE, CURRENCY, least=1)
    base: Quantity | None = quantity_of(
        "cbc:BaseQuantity", "tir19-p024", money.PRICE_BASE_QUANTITY, UNIT
    )
    price_type: str | None = code_of("cbc:PriceType", "tir19-093", w.PRICE_TYPE, "UNCL5387")
    unit_factor: Decimal | None = number_of(
        "cbc:OrderableUnitFactorRate", "tir19-p035", w.UNIT_FACTOR
    )
    validity: PriceValidity | None = group(
        PriceValidity, "cac:ValidityPeriod", "", w.PRICE_VALIDITY
    )


class TermsOfDelivery(Group):
    """The price and the delivery for a quantity, place or time."""

    lead_time: Quantity | None = quantity_of("cbc:LeadTimeMeasure", "tir19-053", w.LEAD_TIME, UNIT)
    from_quantity: Quantity | None = quantity_of(
        "cbc:MinimumQuantity", "tir19-p025", w.FROM_QUANTITY, UNIT
    )
    to_quantity: Quantity | None = quantity_of(
        "cbc:MaximumQuantity", "tir19-p026", w.TO_QUANTITY, UNIT
    )
    territories: tuple[Territory, ...] = groups(
        Territory, "cac:ApplicableTerritoryAddress", "", w.TERRITORY
    )
    price: Price | None = group(Price, "cac:Price", "", money.PRICE)


class Line(Group):
    """An item that is offered, and on which terms."""

    number: str | None = text("cbc:ID", "tir19-032", w.LINE_NUMBER, least=1)
    action: str | None = code_of("cbc:ActionCode", "tir19-033", w.LINE_ACTION, "ActionCode_line")
    orderable: bool | None = indicator(
        "cbc:OrderableIndicator", "tir19-034", w.ORDERABLE, codes="TrueFalse"
    )
    orderable_unit: str | None = code_of(
        "cbc:OrderableUnit", "tir19-035", w.ORDERABLE_UNIT, "UNECERec20"
    )
    content: Quantity | None = quantity_of("cbc:ContentUnitQuantity", "tir19-061", w.CONTENT, UNIT)
    increment: Decimal | None = number_of(
        "cbc:OrderQuantityIncrementNumeric", "tir19-037", w.INCREMENT
    )
    least_order: Quantity | None = quantity_of(
        "cbc:MinimumOrderQuantity", "tir19-038", w.LEAST_ORDER, UNIT
    )
    most_order: Quantity | None = quantity_of(
        "cbc:MaximumOrderQuantity", "tir19-039", w.MOST_ORDER, UNIT
    )
    warranty: str | None = text("cbc:WarrantyInformation", "tir19-040", w.WARRANTY)
    pack_level: str | None = code_of("cbc:PackLevelCode", "tir19-102", w.PACK_LEVEL, "GS17009")
    validity: LineValidity | None = group(
        LineValidity, "cac:LineValidityPeriod", "", w.LINE_VALIDITY
    )
    comparisons: tuple[Comparison, ...] = groups(Comparison, "cac:ItemComparison", "", w.COMPARISON)
    components: tuple[RelatedItem, ...] = groups(
        RelatedItem, "cac:ComponentRelatedItem", "", w.COMPONENT
    )
    accessories: tuple[RelatedItem, ...] = groups(
        RelatedItem, "cac:AccessoryRelatedItem", "", w.ACCESSORY
    )
    required_items: tuple[RelatedItem, ...] = groups(
        RelatedItem, "cac:RequiredRelatedItem", "", w.REQUIRED
    )
    replaced_items: tuple[RelatedItem, ...] = groups(
        RelatedItem, "cac:ReplacedRelatedItem", "", w.REPLACED
    )
    prices: tuple[TermsOfDelivery, ...] = groups(
        TermsOfDelivery, "cac:RequiredItemLocationQuantity", "", w.TERMS_OF_DELIVERY
    )
    item: Item | None = group(Item, "cac:Item", "", item.ITEM, least=1)
