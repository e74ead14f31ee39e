"""How the goods of a despatch advice are sent."""

from datetime import date, time
from decimal import Decimal

from anskaff.documents.peppol.post_award.schemes import PARTY_SCHEME
from anskaff.documents.peppol.words import delivery as w
from anskaff.documents.peppol.words import party
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    clock_time,
    code,
    day,
    group,
    groups,
    identifier,
    number,
    quantity,
    text,
    texts,
)
from anskaff.documents.ubl.values import Identifier, Quantity


class CarrierIdentification(Group):
    """An identifier of the carrier."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir16-p055", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class CarrierName(Group):
    """The name of the carrier."""

    name: str | None = text("cbc:Name", "tir16-076", party.NAME, least=1)


class CarrierDriverIdentity(Group):
    """What the driver proves who they are with."""

    number: str | None = text("cbc:ID", "tir16-078", w.DRIVER_NUMBER, least=1)
    kind: str | None = text("cbc:DocumentType", "tir16-p009", w.DRIVER_DOCUMENT)


class CarrierDriver(Group):
    """The driver."""

    identities: tuple[CarrierDriverIdentity, ...] = groups(
        CarrierDriverIdentity, "cac:IdentityDocumentReference", "", w.DRIVER_IDENTITY, least=1
    )


class Carrier(Group):
    """The carrier."""

    identification: CarrierIdentification | None = group(
        CarrierIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    party_name: CarrierName | None = group(CarrierName, "cac:PartyName", "", party.PARTY_NAME)
    driver: CarrierDriver | None = group(CarrierDriver, "cac:Person", "", w.DRIVER)


class Consignment(Group):
    """What the carrier moves under one number."""

    number: str | None = text("cbc:ID", "tir16-040", w.CONSIGNMENT_ID, least=1)
    vehicle: str | None = text("cbc:Information", "tir16-077", w.VEHICLE)
    carrier: Carrier | None = group(Carrier, "cac:CarrierParty", "", w.CARRIER)


class Stage(Group):
    """A stage of the transport."""

    mode: str | None = code(
        "cbc:TransportModeCode", "tir16-p056", w.TRANSPORT_MODE, "UNECERec19", least=1
    )


class EstimatedDelivery(Group):
    """When the goods are expected."""

    start: date | None = day("cbc:StartDate", "tir16-042", w.START_DAY)
    start_time: time | None = clock_time("cbc:StartTime", "tir16-043", w.START_TIME)
    end: date | None = day("cbc:EndDate", "tir16-044", w.END_DAY)
    end_time: time | None = clock_time("cbc:EndTime", "tir16-045", w.END_TIME)


class RecipientIdentification(Group):
    """An identifier of the final recipient."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir01-101", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class RecipientName(Group):
    """The name of the final recipient."""

    name: str | None = text("cbc:Name", "tir01-102", party.NAME, least=1)


class RecipientAddressLine(Group):
    """The third line of the address of the final recipient."""

    line: str | None = text("cbc:Line", "tir01-p034", party.ADDRESS_LINE_TEXT, least=1)


class RecipientCountry(Group):
    """The country of the final recipient."""

    code: str | None = code(
        "cbc:IdentificationCode", "tir01-p035", party.COUNTRY_CODE, "ISO3166", least=1
    )


class RecipientAddress(Group):
    """The address of the final recipient."""

    street: str | None = text("cbc:StreetName", "tir01-p029", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir01-p030", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir01-p031", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir01-p032", party.POSTAL_ZONE)
    subdivision: str | None = text("cbc:CountrySubentity", "tir01-p033", party.COUNTRY_SUBDIVISION)
    third_line: RecipientAddressLine | None = group(
        RecipientAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: RecipientCountry | None = group(
        RecipientCountry, "cac:Country", "", party.COUNTRY, least=1
    )


class RecipientContact(Group):
    """Whom to ask at the final recipient."""

    name: str | None = text("cbc:Name", "tir01-103", party.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "tir01-104", party.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "tir01-106", party.EMAIL)


class Recipient(Group):
    """The final recipient."""

    identification: RecipientIdentification | None = group(
        RecipientIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    party_name: RecipientName | None = group(
        RecipientName, "cac:PartyName", "", party.PARTY_NAME, least=1
    )
    address: RecipientAddress | None = group(
        RecipientAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS
    )
    contact: RecipientContact | None = group(RecipientContact, "cac:Contact", "", party.CONTACT)


class DespatchAddressAddressLine(Group):
    """The third line of the address where the goods left."""

    line: str | None = text("cbc:Line", "", party.ADDRESS_LINE_TEXT)


class DespatchAddressCountry(Group):
    """The country that the goods left."""

    code: str | None = code(
        "cbc:IdentificationCode", "tir16-p008", party.COUNTRY_CODE, "ISO3166", least=1
    )


class DespatchAddress(Group):
    """Where the goods left."""

    key: str | None = text("cbc:ID", "tir16-p046", w.ADDRESS_ID)
    street: str | None = text("cbc:StreetName", "tir16-p003", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir16-p004", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir16-p005", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir16-p006", party.POSTAL_ZONE)
    subdivision: str | None = text("cbc:CountrySubentity", "tir16-p007", party.COUNTRY_SUBDIVISION)
    third_line: DespatchAddressAddressLine | None = group(
        DespatchAddressAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: DespatchAddressCountry | None = group(
        DespatchAddressCountry, "cac:Country", "", party.COUNTRY
    )


class Despatch(Group):
    """When and where the goods left."""

    left: date | None = day("cbc:ActualDespatchDate", "tir16-072", w.DESPATCH_DAY)
    left_at: time | None = clock_time("cbc:ActualDespatchTime", "tir16-073", w.DESPATCH_TIME)
    address: DespatchAddress | None = group(
        DespatchAddress, "cac:DespatchAddress", "", w.DESPATCH_ADDRESS
    )


class Delivery(Group):
    """How the goods get there."""

    tracking: str | None = text("cbc:TrackingID", "tir16-041", w.TRACKING)
    estimated: EstimatedDelivery | None = group(
        EstimatedDelivery, "cac:EstimatedDeliveryPeriod", "", w.ESTIMATED_DELIVERY
    )
    recipient: Recipient | None = group(Recipient, "cac:DeliveryParty", "", w.DELIVERY_PARTY)
    despatch: Despatch | None = group(Despatch, "cac:Despatch", "", w.DESPATCH)


class Shipment(Group):
    """How the goods are sent."""

    key: str | None = text("cbc:ID", "tir16-038", w.SHIPMENT_ID, least=1)
    information: tuple[str, ...] = texts("cbc:Information", "tir16-039", w.SHIPMENT_INFORMATION)
    gross_weight: Quantity | None = quantity(
        "cbc:GrossWeightMeasure",
        "tir16-074",
        w.GROSS_WEIGHT,
        Attribute(name="unitCode", least=1, codes="UNECERec20"),
    )
    gross_volume: Quantity | None = quantity(
        "cbc:GrossVolumeMeasure",
        "tir16-075",
        w.GROSS_VOLUME,
        Attribute(name="unitCode", least=1, codes="UNECERec20"),
    )
    unit_count: Decimal | None = number(
        "cbc:TotalTransportHandlingUnitQuantity", "tir16-p002", w.UNIT_COUNT
    )
    consignment: Consignment | None = group(Consignment, "cac:Consignment", "", w.CONSIGNMENT)
    stage: Stage | None = group(Stage, "cac:ShipmentStage", "", w.STAGE)
    delivery: Delivery | None = group(Delivery, "cac:Delivery", "", w.DELIVERY)
