"""When, to whom and on what terms an agreed order is delivered."""

from datetime import date, time

from anskaff.documents.peppol.post_award.schemes import PARTY_SCHEME
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import ordering as w
from anskaff.documents.peppol.words import party
from anskaff.documents.ubl.table import Group, clock_time, day, group, identifier, text
from anskaff.documents.ubl.table import code as code_of
from anskaff.documents.ubl.table import text as text_of
from anskaff.documents.ubl.values import Identifier


class DeliveryPeriod(Group):
    """When the seller promises to deliver."""

    start: date | None = day("cbc:StartDate", "tir110-082", goods.START_DAY, least=1)
    start_time: time | None = clock_time("cbc:StartTime", "tir110-083", goods.START_TIME)
    end: date | None = day("cbc:EndDate", "tir110-084", goods.END_DAY)
    end_time: time | None = clock_time("cbc:EndTime", "tir110-085", goods.END_TIME)


class RecipientIdentification(Group):
    """An identifier of the final recipient."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir110-068", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class RecipientTradingName(Group):
    """The trading name of the final recipient."""

    name: str | None = text("cbc:Name", "tir110-067", party.PARTY_NAME, least=1)


class RecipientAddressLine(Group):
    """One more line in the address of the final recipient."""

    text: str | None = text_of("cbc:Line", "", party.ADDRESS_LINE_TEXT)


class RecipientCountry(Group):
    """The country of the final recipient."""

    code: str | None = code_of("cbc:IdentificationCode", "", party.COUNTRY_CODE, "ISO3166", least=1)


class RecipientAddress(Group):
    """The address of the final recipient."""

    street: str | None = text("cbc:StreetName", "", party.STREET)
    additional_street: str | None = text("cbc:AdditionalStreetName", "", party.ADDITIONAL_STREET)
    city: str | None = text("cbc:CityName", "", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "", party.POSTAL_ZONE)
    region: str | None = text("cbc:CountrySubentity", "", party.COUNTRY_SUBDIVISION)
    line: RecipientAddressLine | None = group(
        RecipientAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: RecipientCountry | None = group(RecipientCountry, "cac:Country", "", party.COUNTRY)


class Recipient(Group):
    """The final recipient."""

    identification: RecipientIdentification | None = group(
        RecipientIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    trading_name: RecipientTradingName | None = group(
        RecipientTradingName, "cac:PartyName", "", party.PARTY_NAME
    )
    address: RecipientAddress | None = group(
        RecipientAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS
    )


class Delivery(Group):
    """When and to whom the goods are delivered."""

    period: DeliveryPeriod | None = group(
        DeliveryPeriod, "cac:PromisedDeliveryPeriod", "", w.PROMISED_PERIOD
    )
    party: Recipient | None = group(Recipient, "cac:DeliveryParty", "", goods.DELIVERY_PARTY)


class DeliveryTermsLocationAddressLine(Group):
    """One more line in the address of the place that the terms name."""

    text: str | None = text_of("cbc:Line", "", party.ADDRESS_LINE_TEXT)


class DeliveryTermsLocationCountry(Group):
    """The country of the place that the terms name."""

    code: str | None = code_of(
        "cbc:IdentificationCode", "tir110-077", party.COUNTRY_CODE, "ISO3166", least=1
    )


class DeliveryTermsLocationAddress(Group):
    """The address of the place that the terms name."""

    street: str | None = text("cbc:StreetName", "tir110-072", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir110-073", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir110-074", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir110-075", party.POSTAL_ZONE)
    region: str | None = text("cbc:CountrySubentity", "tir110-076", party.COUNTRY_SUBDIVISION)
    line: DeliveryTermsLocationAddressLine | None = group(
        DeliveryTermsLocationAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: DeliveryTermsLocationCountry | None = group(
        DeliveryTermsLocationCountry, "cac:Country", "", party.COUNTRY
    )


class DeliveryTermsLocation(Group):
    """The place that the terms of delivery name."""

    number: str | None = text("cbc:ID", "tir110-071", w.TERMS_PLACE, least=1)
    address: DeliveryTermsLocationAddress | None = group(
        DeliveryTermsLocationAddress, "cac:Address", "", party.ADDRESS
    )


class DeliveryTerms(Group):
    """What is agreed on delivery."""

    code: str | None = text("cbc:ID", "tir110-069", w.DELIVERY_TERMS_CODE)
    special_terms: str | None = text("cbc:SpecialTerms", "tir110-070", w.SPECIAL_TERMS)
    location: DeliveryTermsLocation | None = group(
        DeliveryTermsLocation, "cac:DeliveryLocation", "", w.TERMS_PLACE
    )
