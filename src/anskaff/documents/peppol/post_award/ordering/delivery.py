"""Where, when and on what terms an order is delivered."""

from datetime import date, time

from anskaff.documents.peppol.post_award.schemes import PARTY_SCHEME
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import ordering as w
from anskaff.documents.peppol.words import party
from anskaff.documents.ubl.table import Group, clock_time, day, group, identifier, text
from anskaff.documents.ubl.table import code as code_of
from anskaff.documents.ubl.table import text as text_of
from anskaff.documents.ubl.values import Identifier


class DeliveryLocationAddressLine(Group):
    """One more line in the address of the place of delivery."""

    text: str | None = text_of(
        "cbc:Line", "tir01-p007, tir114-p007", party.ADDRESS_LINE_TEXT, least=1
    )


class DeliveryLocationCountry(Group):
    """The country of the place of delivery."""

    code: str | None = code_of(
        "cbc:IdentificationCode", "tir01-098, tir114-098", party.COUNTRY_CODE, "ISO3166", least=1
    )


class DeliveryLocationAddress(Group):
    """The address of the place of delivery."""

    street: str | None = text("cbc:StreetName", "tir01-092, tir114-092", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir01-093, tir114-093", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir01-096, tir114-096", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir01-097, tir114-097", party.POSTAL_ZONE)
    region: str | None = text(
        "cbc:CountrySubentity", "tir01-144, tir114-144", party.COUNTRY_SUBDIVISION
    )
    line: DeliveryLocationAddressLine | None = group(
        DeliveryLocationAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: DeliveryLocationCountry | None = group(
        DeliveryLocationCountry, "cac:Country", "", party.COUNTRY, least=1
    )


class DeliveryLocation(Group):
    """Where the goods are to be delivered."""

    number: Identifier | None = identifier(
        "cbc:ID", "tir01-169, tir114-169", w.LOCATION_NUMBER, PARTY_SCHEME
    )
    name: str | None = text("cbc:Name", "tir01-p028, tir114-p028", w.LOCATION_NAME)
    address: DeliveryLocationAddress | None = group(
        DeliveryLocationAddress, "cac:Address", "", party.ADDRESS, least=1
    )


class DeliveryPeriod(Group):
    """When the goods are to be delivered."""

    start: date | None = day("cbc:StartDate", "tir01-099, tir114-099", goods.START_DAY)
    start_time: time | None = clock_time(
        "cbc:StartTime", "tir01-p042, tir114-140", goods.START_TIME
    )
    end: date | None = day("cbc:EndDate", "tir01-100, tir114-100", goods.END_DAY)
    end_time: time | None = clock_time("cbc:EndTime", "tir01-p043, tir114-141", goods.END_TIME)


class RecipientIdentification(Group):
    """An identifier of the final recipient."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir01-101, tir114-101", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class RecipientTradingName(Group):
    """The trading name of the final recipient."""

    name: str | None = text("cbc:Name", "tir01-102, tir114-102", party.PARTY_NAME, least=1)


class RecipientAddressLine(Group):
    """One more line in the address of the final recipient."""

    text: str | None = text_of(
        "cbc:Line", "tir01-p034, tir114-p034", party.ADDRESS_LINE_TEXT, least=1
    )


class RecipientCountry(Group):
    """The country of the final recipient."""

    code: str | None = code_of(
        "cbc:IdentificationCode", "tir01-p035, tir-p035", party.COUNTRY_CODE, "ISO3166", least=1
    )


class RecipientAddress(Group):
    """The address of the final recipient."""

    street: str | None = text("cbc:StreetName", "tir01-p029, tir114-p029", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir01-p030, tir114-p030", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir01-p031, tir114-p031", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir01-p032, tir114-p032", party.POSTAL_ZONE)
    region: str | None = text(
        "cbc:CountrySubentity", "tir01-p033, tir114-p033", party.COUNTRY_SUBDIVISION
    )
    line: RecipientAddressLine | None = group(
        RecipientAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: RecipientCountry | None = group(
        RecipientCountry, "cac:Country", "", party.COUNTRY, least=1
    )


class RecipientContact(Group):
    """The contact of the final recipient."""

    name: str | None = text("cbc:Name", "tir01-103, tir114-103", party.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "tir01-104, tir114-104", party.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "tir01-106, tir114-106", party.EMAIL)


class Recipient(Group):
    """The final recipient."""

    identification: RecipientIdentification | None = group(
        RecipientIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    trading_name: RecipientTradingName | None = group(
        RecipientTradingName, "cac:PartyName", "", party.PARTY_NAME, least=1
    )
    address: RecipientAddress | None = group(
        RecipientAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS
    )
    contact: RecipientContact | None = group(RecipientContact, "cac:Contact", "", party.CONTACT)


class HandlingUnit(Group):
    """How a handling unit is to be marked."""

    marks: str | None = text("cbc:ShippingMarks", "tir01-p036, tir114-p036", goods.MARKS)


class DeliveryTermsLocation(Group):
    """The place that the terms of delivery name."""

    number: str | None = text("cbc:ID", "tir01-109, tir114-109", w.TERMS_PLACE, least=1)


class DeliveryTerms(Group):
    """What is agreed on delivery."""

    code: str | None = text("cbc:ID", "tir01-107, tir114-107", w.DELIVERY_TERMS_CODE)
    special_terms: str | None = text("cbc:SpecialTerms", "tir01-108, tir114-108", w.SPECIAL_TERMS)
    location: DeliveryTermsLocation | None = group(
        DeliveryTermsLocation, "cac:DeliveryLocation", "", w.TERMS_PLACE
    )


class Shipment(Group):
    """How the goods are to be sent."""

    number: str | None = text("cbc:ID", "", goods.SHIPMENT_ID, least=1)
    handling_unit: HandlingUnit | None = group(
        HandlingUnit, "cac:TransportHandlingUnit", "", goods.HANDLING_UNIT
    )


class Delivery(Group):
    """Where, when and to whom the goods are delivered."""

    location: DeliveryLocation | None = group(
        DeliveryLocation, "cac:DeliveryLocation", "", w.DELIVERY_LOCATION
    )
    period: DeliveryPeriod | None = group(
        DeliveryPeriod, "cac:RequestedDeliveryPeriod", "", w.REQUESTED_PERIOD
    )
    party: Recipient | None = group(Recipient, "cac:DeliveryParty", "", goods.DELIVERY_PARTY)
    shipment: Shipment | None = group(Shipment, "cac:Shipment", "", goods.SHIPMENT)
