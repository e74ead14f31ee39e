"""The lines of a punch-out cart."""

from datetime import date, time

from anskaff.documents.peppol.post_award.catalogue_item import Territory
from anskaff.documents.peppol.post_award.schemes import CURRENCY, UNIT
from anskaff.documents.peppol.punch_out.items import Item
from anskaff.documents.peppol.words import catalogue as w
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import item, money
from anskaff.documents.ubl.table import Group, amount, clock_time, day, group, text
from anskaff.documents.ubl.table import quantity as quantity_of
from anskaff.documents.ubl.values import Amount, Quantity


class Availability(Group):
    """When the item can be had, and how long the line holds."""

    start: date | None = day("cbc:StartDate", "tir77-027", goods.START_DAY)
    end: date | None = day("cbc:EndDate", "OP-T77-013", goods.END_DAY)
    end_time: time | None = clock_time("cbc:EndTime", "OP-T77-014", goods.END_TIME)


class Price(Group):
    """The price of the item."""

    net: Amount | None = amount("cbc:PriceAmount", "tir77-032", money.NET_PRICE, CURRENCY, least=1)
    base: Quantity | None = quantity_of(
        "cbc:BaseQuantity", "tir77-033", money.PRICE_BASE_QUANTITY, UNIT
    )
    price_type: str | None = text("cbc:PriceType", "OP-T77-015", w.PRICE_TYPE)


class CartQuantity(Group):
    """How much is picked."""

    quantity: Quantity | None = quantity_of(
        "cbc:BatchQuantity", "tir77-017", w.BATCH, UNIT, least=1
    )


class TermsOfDelivery(Group):
    """The price and the delivery for a quantity, place or time."""

    lead_time: Quantity | None = quantity_of("cbc:LeadTimeMeasure", "tir77-016", w.LEAD_TIME, UNIT)
    territory: Territory | None = group(
        Territory, "cac:ApplicableTerritoryAddress", "", w.TERRITORY
    )
    price: Price | None = group(Price, "cac:Price", "", money.PRICE, least=1)
    unit: CartQuantity | None = group(
        CartQuantity, "cac:DeliveryUnit", "", w.DELIVERY_UNIT, least=1
    )


class Line(Group):
    """An item in the cart."""

    number: str | None = text("cbc:ID", "tir77-015", w.LINE_NUMBER, least=1)
    contract_part: str | None = text("cbc:ContractSubdivision", "tir77-019", w.CONTRACT_PART)
    validity: Availability | None = group(
        Availability, "cac:LineValidityPeriod", "", w.AVAILABILITY
    )
    terms: TermsOfDelivery | None = group(
        TermsOfDelivery, "cac:RequiredItemLocationQuantity", "", w.TERMS_OF_DELIVERY, least=1
    )
    item: Item | None = group(Item, "cac:Item", "", item.ITEM, least=1)
