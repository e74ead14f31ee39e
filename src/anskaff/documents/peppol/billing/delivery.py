"""Where, when and to whom the goods went."""

from datetime import date

from anskaff.documents.peppol.billing import words
from anskaff.documents.peppol.billing.parties import Address, AddressLine, Country, PartyName
from anskaff.documents.peppol.words import party as w
from anskaff.documents.ubl.table import Attribute, Group, code, day, group, identifier, text
from anskaff.documents.ubl.values import Identifier


class DeliveryAddressLine(AddressLine):
    """The third line of the address of the place of delivery."""

    line: str | None = text("cbc:Line", "BT-165", w.ADDRESS_LINE_TEXT, least=1)


class DeliveryCountry(Country):
    """The country of the place of delivery."""

    code: str | None = code("cbc:IdentificationCode", "BT-80", w.COUNTRY_CODE, "BR-CL-14", least=1)


class DeliveryAddress(Address):
    """The address of the place of delivery."""

    street: str | None = text("cbc:StreetName", "BT-75", w.STREET)
    additional_street: str | None = text("cbc:AdditionalStreetName", "BT-76", w.ADDITIONAL_STREET)
    city: str | None = text("cbc:CityName", "BT-77", w.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "BT-78", w.POSTAL_ZONE)
    subdivision: str | None = text("cbc:CountrySubentity", "BT-79", w.COUNTRY_SUBDIVISION)
    third_line: DeliveryAddressLine | None = group(
        DeliveryAddressLine, "cac:AddressLine", "", w.ADDRESS_LINE
    )
    country: DeliveryCountry | None = group(DeliveryCountry, "cac:Country", "", w.COUNTRY, least=1)


class DeliveryName(PartyName):
    """The name of the one who received."""

    name: str | None = text("cbc:Name", "BT-70", words.DELIVERY_NAME, least=1)


class DeliveryParty(Group):
    """The one who received."""

    name: DeliveryName | None = group(
        DeliveryName, "cac:PartyName", "", words.DELIVERY_NAME, least=1
    )


class DeliveryPlace(Group):
    """Where the goods went."""

    key: Identifier | None = identifier(
        "cbc:ID",
        "BT-71",
        words.DELIVERY_PLACE_ID,
        Attribute(name="schemeID", codes="BR-CL-26"),
    )
    address: DeliveryAddress | None = group(
        DeliveryAddress, "cac:Address", "BG-15", words.DELIVERY_ADDRESS
    )


class Delivery(Group):
    """When, where and to whom it was delivered."""

    delivered: date | None = day("cbc:ActualDeliveryDate", "BT-72", words.DELIVERED)
    place: DeliveryPlace | None = group(
        DeliveryPlace, "cac:DeliveryLocation", "", words.DELIVERY_PLACE
    )
    party: DeliveryParty | None = group(
        DeliveryParty, "cac:DeliveryParty", "", words.DELIVERY_PARTY
    )
