"""Goods in logistics: those of the despatch advice, with more said of dangers and certificates."""

from collections.abc import Mapping

from anskaff.documents.peppol.despatch_advice.lines import LineHazard, LineItem
from anskaff.documents.peppol.logistics.parties import Manufacturer
from anskaff.documents.peppol.logistics.transport import UNIT, ItemNumber, Measurement
from anskaff.documents.peppol.words import delivery, item, party
from anskaff.documents.peppol.words import logistics as w
from anskaff.documents.ubl.table import (
    Group,
    clock_time,
    group,
    groups,
    quantity,
    text,
)
from anskaff.documents.ubl.values import Quantity
from anskaff.documents.ubl.variant import Alter, asked, instead, left_out, then, varied


class Transit(Group):
    """How dangerous goods must be packed."""

    packing: str | None = text("cbc:PackingCriteriaCode", "", w.PACKING_CRITERIA, least=1)


class EmergencyTemperature(Group):
    """The temperature where action must be taken."""

    of: str | None = text("cbc:AttributeID", "", delivery.MEASURED, least=1)
    measure: Quantity | None = quantity("cbc:Measure", "", w.TEMPERATURE, UNIT, least=1)


class IssuerName(Group):
    """The name of the one who issued a certificate."""

    name: str | None = text("cbc:Name", "", party.NAME, least=1)


class Issuer(Group):
    """The one who issued a certificate."""

    party_name: IssuerName | None = group(
        IssuerName, "cac:PartyName", "", party.PARTY_NAME, least=1
    )


class Certificate(Group):
    """A label or certificate of the goods."""

    number: str | None = text("cbc:ID", "", w.CERTIFICATE_ID, least=1)
    type_code: str | None = text("cbc:CertificateTypeCode", "", w.CERTIFICATE_CODE, least=1)
    kind: str | None = text("cbc:CertificateType", "", w.CERTIFICATE_TYPE, least=1)
    remarks: str | None = text("cbc:Remarks", "", w.REMARKS)
    issuer: Issuer | None = group(Issuer, "cac:IssuerParty", "", item.LABEL_ISSUER, least=1)


MANUFACTURER_NUMBER = group(
    ItemNumber, "cac:ManufacturersItemIdentification", "", item.MANUFACTURER_ITEM
)
NUMBERS: Mapping[str, Alter] = {
    "cac:SellersItemIdentification/cbc:ExtendedID": left_out,
    "cac:SellersItemIdentification": then(manufacturer_number=MANUFACTURER_NUMBER),
}
"""The numbers of the goods, as logistics has them."""
HAZARD: Mapping[str, Alter] = {
    "cbc:UNDGCode": instead(
        key=text("cbc:ID", "", w.HAZARD_ID),
        information=text("cbc:AdditionalInformation", "", w.HAZARD_INFORMATION),
        un_number=LineHazard.field("un_number"),
        technical_name=text("cbc:TechnicalName", "", w.TECHNICAL_NAME),
        category=text("cbc:CategoryName", "", w.CATEGORY_NAME),
        category_code=text("cbc:HazardousCategoryCode", "", w.CATEGORY_CODE),
    ),
    "cbc:HazardClassID": then(
        net_weight=quantity("cbc:NetWeightMeasure", "", w.NET_WEIGHT, UNIT),
        net_volume=quantity("cbc:NetVolumeMeasure", "", w.NET_VOLUME, UNIT),
        transits=groups(Transit, "cac:HazardousGoodsTransit", "", w.TRANSIT),
        emergency=group(
            EmergencyTemperature, "cac:EmergencyTemperature", "", w.EMERGENCY_TEMPERATURE
        ),
    ),
}
DESPATCHED: Mapping[str, Alter] = {
    **NUMBERS,
    "cac:CommodityClassification/cbc:ItemClassificationCode": asked(least=1),
    **{f"cac:HazardousItem/{path}": alter for path, alter in HAZARD.items()},
    "cac:AdditionalItemProperty": then(
        manufacturer=group(Manufacturer, "cac:ManufacturerParty", "", item.MANUFACTURER)
    ),
    "cac:ItemInstance/cbc:ProductTraceID": left_out,
    "cac:ItemInstance/cbc:ManufactureDate": then(
        made_at=clock_time("cbc:ManufactureTime", "", w.MADE_AT)
    ),
    "cac:ItemInstance/cac:AdditionalItemProperty": left_out,
    "cac:ItemInstance": then(
        certificates=groups(Certificate, "cac:Certificate", "", w.CERTIFICATE),
        dimensions=groups(Measurement, "cac:Dimension", "", delivery.MEASUREMENT),
    ),
}
"""What is said of despatched goods beyond the plain despatch advice."""
ReceivedItem = varied(
    LineItem,
    {
        **NUMBERS,
        **dict.fromkeys(
            (
                "cac:CommodityClassification",
                "cac:HazardousItem",
                "cac:AdditionalItemProperty",
                "cac:ItemInstance",
            ),
            left_out,
        ),
    },
)
"""The goods as a receipt names them."""
