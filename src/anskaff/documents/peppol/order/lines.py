"""The lines of an order: what they have beside those of a change of it."""

from anskaff.documents.peppol.post_award.ordering import items, lines
from anskaff.documents.peppol.post_award.ordering.lines import LineDeliveryPeriod
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import item as item_words
from anskaff.documents.peppol.words import ordering as w
from anskaff.documents.peppol.words import party
from anskaff.documents.ubl.table import Group, group, text
from anskaff.documents.ubl.table import code as code_of
from anskaff.documents.ubl.table import text as text_of


class LineDeliveryLocationAddressLine(Group):
    """One more line in the address of the place of delivery of the line."""

    text: str | None = text_of("cbc:Line", "", party.ADDRESS_LINE_TEXT, least=1)


class LineDeliveryLocationCountry(Group):
    """The country of the place of delivery of the line."""

    code: str | None = code_of("cbc:IdentificationCode", "", party.COUNTRY_CODE, "ISO3166", least=1)


class LineDeliveryLocationAddress(Group):
    """The address of the place of delivery of the line."""

    street: str | None = text("cbc:StreetName", "", party.STREET)
    additional_street: str | None = text("cbc:AdditionalStreetName", "", party.ADDITIONAL_STREET)
    city: str | None = text("cbc:CityName", "", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "", party.POSTAL_ZONE)
    region: str | None = text("cbc:CountrySubentity", "", party.COUNTRY_SUBDIVISION)
    line: LineDeliveryLocationAddressLine | None = group(
        LineDeliveryLocationAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: LineDeliveryLocationCountry | None = group(
        LineDeliveryLocationCountry, "cac:Country", "", party.COUNTRY, least=1
    )


class LineDeliveryLocation(Group):
    """Where the goods on the line are to be delivered."""

    name: str | None = text("cbc:Name", "", w.LOCATION_NAME)
    address: LineDeliveryLocationAddress | None = group(
        LineDeliveryLocationAddress, "cac:Address", "", party.ADDRESS, least=1
    )


class LineDelivery(lines.LineDelivery, location="number"):
    """Where and when the goods on the line are delivered."""

    location: LineDeliveryLocation | None = group(
        LineDeliveryLocation, "cac:DeliveryLocation", "", w.DELIVERY_LOCATION
    )
    period: LineDeliveryPeriod | None = group(
        LineDeliveryPeriod, "cac:RequestedDeliveryPeriod", "", w.REQUESTED_PERIOD, least=1
    )


class ManufacturerItemNumber(Group):
    """The number that the manufacturer knows the item by."""

    number: str | None = text("cbc:ID", "tir01-p46", goods.ITEM_NUMBER, least=1)


class Item(items.Item, manufacturer_number="seller_number"):
    """What is bought."""

    manufacturer_number: ManufacturerItemNumber | None = group(
        ManufacturerItemNumber,
        "cac:ManufacturersItemIdentification",
        "",
        item_words.MANUFACTURER_ITEM,
    )


class LineItem(lines.LineItem):
    """What is bought on a line, how much and at what price."""

    delivery: LineDelivery | None = group(LineDelivery, "cac:Delivery", "", goods.DELIVERY)
    item: Item | None = group(Item, "cac:Item", "", item_words.ITEM, least=1)


class Line(lines.Line):
    """A line of the order."""

    item_line: LineItem | None = group(LineItem, "cac:LineItem", "", w.LINE_ITEM, least=1)
