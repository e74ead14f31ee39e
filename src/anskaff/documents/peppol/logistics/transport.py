"""How goods are moved: the service with its fuel and emissions, the means, the place, the terms."""

from anskaff.documents.peppol.logistics.parties import Street
from anskaff.documents.peppol.post_award.schemes import PARTY_SCHEME
from anskaff.documents.peppol.words import delivery, party
from anskaff.documents.peppol.words import logistics as w
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    code,
    group,
    groups,
    identifier,
    listed_code,
    quantity,
    text,
)
from anskaff.documents.ubl.values import Code, Identifier, Quantity

UNIT = Attribute(name="unitCode", least=1, codes="UNECERec20")


class Measurement(Group):
    """A weight, volume, length or the like."""

    of: str | None = code("cbc:AttributeID", "", delivery.MEASURED, "UNCL6313-T120", least=1)
    measure: Quantity | None = quantity("cbc:Measure", "", delivery.MEASURE, UNIT, least=1)


class FuelMeasurement(Group):
    """How much fuel, or how it was found out."""

    of: str | None = text("cbc:AttributeID", "", delivery.MEASURED, least=1)
    measure: Quantity | None = quantity("cbc:Measure", "", delivery.MEASURE, UNIT)
    description: str | None = text("cbc:Description", "", w.MEASURE_DESCRIPTION)


class ProviderIdentification(Group):
    """An identifier of the fuel supplier."""

    key: Identifier | None = identifier("cbc:ID", "", party.IDENTIFIER, PARTY_SCHEME)


class ProviderName(Group):
    """The name of the fuel supplier."""

    name: str | None = text("cbc:Name", "", party.NAME)


class Provider(Group):
    """The fuel supplier."""

    identification: ProviderIdentification | None = group(
        ProviderIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    party_name: ProviderName | None = group(ProviderName, "cac:PartyName", "", party.PARTY_NAME)


class ItemNumber(Group):
    """A number of an item."""

    number: str | None = text("cbc:ID", "", delivery.ITEM_NUMBER, least=1)


class StandardItemNumber(Group):
    """A number of an item in a common register."""

    number: Identifier | None = identifier(
        "cbc:ID",
        "",
        delivery.ITEM_NUMBER,
        Attribute(name="schemeID", least=1, codes="ICD"),
        least=1,
    )


class FuelItem(Group):
    """The numbers of the fuel."""

    seller_number: ItemNumber | None = group(
        ItemNumber, "cac:SellersItemIdentification", "", delivery.SELLER_ITEM
    )
    standard_number: StandardItemNumber | None = group(
        StandardItemNumber, "cac:StandardItemIdentification", "", delivery.STANDARD_ITEM
    )


class FuelGoods(Group):
    """The fuel as goods."""

    item: FuelItem | None = group(FuelItem, "cac:Item", "", delivery.ITEM)


class Fuel(Group):
    """A fuel that the transport used."""

    type_code: Code | None = listed_code(
        "cbc:TransportEquipmentTypeCode",
        "",
        w.FUEL_TYPE,
        Attribute(name="listID"),
        Attribute(name="listAgencyID"),
        Attribute(name="listVersionID"),
    )
    description: str | None = text("cbc:Description", "", w.FUEL_DESCRIPTION)
    measurements: tuple[FuelMeasurement, ...] = groups(
        FuelMeasurement, "cac:MeasurementDimension", "", delivery.MEASUREMENT
    )
    provider: Provider | None = group(Provider, "cac:ProviderParty", "", w.FUEL_PROVIDER)
    goods: FuelGoods | None = group(FuelGoods, "cac:GoodsItem", "", w.FUEL_GOODS)


class Emission(Group):
    """What the transport emitted."""

    type_code: Code | None = listed_code(
        "cbc:EnvironmentalEmissionTypeCode",
        "",
        w.EMISSION_TYPE,
        Attribute(name="listID"),
        Attribute(name="name"),
        least=1,
    )
    value: Quantity | None = quantity("cbc:ValueMeasure", "", w.EMISSION_VALUE, UNIT, least=1)


class Service(Group):
    """The transport service, with fuel and emissions."""

    code: str | None = text("cbc:TransportServiceCode", "", w.SERVICE_CODE, least=1)
    fuels: tuple[Fuel, ...] = groups(Fuel, "cac:TransportEquipment", "", w.FUEL)
    emissions: tuple[Emission, ...] = groups(Emission, "cac:EnvironmentalEmission", "", w.EMISSION)


class Air(Group):
    """By aircraft."""

    key: str | None = text("cbc:AircraftID", "", w.AIR_ID, least=1)


class Road(Group):
    """By vehicle."""

    key: str | None = text("cbc:LicensePlateID", "", w.ROAD_ID, least=1)


class Rail(Group):
    """By train."""

    key: str | None = text("cbc:TrainID", "", w.RAIL_ID, least=1)
    car: str | None = text("cbc:RailCarID", "", w.RAIL_CAR)


class Sea(Group):
    """By ship."""

    key: str | None = text("cbc:VesselID", "", w.SEA_ID, least=1)


class Means(Group):
    """What moves the goods."""

    air: Air | None = group(Air, "cac:AirTransport", "", w.AIR)
    road: Road | None = group(Road, "cac:RoadTransport", "", w.ROAD)
    rail: Rail | None = group(Rail, "cac:RailTransport", "", w.RAIL)
    sea: Sea | None = group(Sea, "cac:MaritimeTransport", "", w.SEA)
    measurements: tuple[Measurement, ...] = groups(
        Measurement, "cac:MeasurementDimension", "", delivery.MEASUREMENT
    )


class Coordinate(Group):
    """A place in a coordinate system."""

    system: str | None = text("cbc:CoordinateSystemCode", "", w.COORDINATE_SYSTEM, least=1)
    latitude: Quantity | None = quantity(
        "cbc:LatitudeDegreesMeasure", "", w.LATITUDE, UNIT, least=1
    )
    longitude: Quantity | None = quantity(
        "cbc:LongitudeDegreesMeasure", "", w.LONGITUDE, UNIT, least=1
    )
    altitude: Quantity | None = quantity("cbc:AltitudeMeasure", "", w.ALTITUDE, UNIT)


class LocationCountry(Group):
    """The country of a place."""

    code: str | None = code("cbc:IdentificationCode", "", party.COUNTRY_CODE, "ISO3166")


class LocationAddress(Street):
    """The address of a place."""

    country: LocationCountry | None = group(LocationCountry, "cac:Country", "", party.COUNTRY)
    coordinate: Coordinate | None = group(Coordinate, "cac:LocationCoordinate", "", w.COORDINATE)


class Location(Group):
    """Where the goods are delivered."""

    key: Identifier | None = identifier("cbc:ID", "", w.LOCATION_ID, PARTY_SCHEME)
    name: str | None = text("cbc:Name", "", w.LOCATION_NAME)
    address: LocationAddress | None = group(LocationAddress, "cac:Address", "", party.ADDRESS)


class TermsLocation(Group):
    """The place that the terms name."""

    key: str | None = text("cbc:ID", "", w.TERMS_LOCATION, least=1)


class Terms(Group):
    """Who bears cost and risk, and where they pass."""

    key: str | None = text("cbc:ID", "", w.TERMS_ID)
    special: str | None = text("cbc:SpecialTerms", "", w.SPECIAL_TERMS)
    location: TermsLocation | None = group(
        TermsLocation, "cac:DeliveryLocation", "", w.TERMS_LOCATION
    )
