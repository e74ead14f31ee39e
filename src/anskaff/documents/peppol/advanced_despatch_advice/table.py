"""The advanced despatch advice: the table of the plain one, with all that logistics adds."""

from collections.abc import Mapping

from anskaff.documents.peppol.despatch_advice import table as plain
from anskaff.documents.peppol.logistics import item, parties, transport, units
from anskaff.documents.peppol.logistics.references import TYPED
from anskaff.documents.peppol.post_award.schemes import PARTY_SCHEME
from anskaff.documents.peppol.words import delivery, party
from anskaff.documents.peppol.words import logistics as w
from anskaff.documents.ubl.table import (
    Attribute,
    amount,
    clock_time,
    code,
    day,
    group,
    groups,
    identifier,
    indicator,
    text,
)
from anskaff.documents.ubl.variant import Alter, asked, instead, left_out, preceded, then, varied

REQUIRED = asked(least=1)
CARRIER = "cac:Consignment/cac:CarrierParty"
ADDRESS = "cac:Delivery/cac:Despatch/cac:DespatchAddress"
SHIPMENT: Mapping[str, Alter] = {
    "cbc:ID": instead(
        number=identifier(
            "cbc:ID",
            "tir16-038",
            delivery.SHIPMENT_ID,
            Attribute(name="schemeID", codes="ShipmentIDType"),
            least=1,
        )
    ),
    "cbc:TotalTransportHandlingUnitQuantity": then(
        declared=amount("cbc:DeclaredStatisticsValueAmount", "", w.DECLARED_VALUE, units.CURRENCY)
    ),
    "cac:Consignment/cbc:ID": instead(
        key=identifier(
            "cbc:ID",
            "tir16-040",
            delivery.CONSIGNMENT_ID,
            Attribute(name="schemeID", codes="ConsignmentIDType"),
            least=1,
        )
    ),
    "cac:Consignment/cbc:Information": instead(
        hazardous=indicator("cbc:HazardousRiskIndicator", "", delivery.HAZARDOUS),
        handling=units.HANDLING,
        instructions=text("cbc:HandlingInstructions", "", w.HANDLING_INSTRUCTIONS),
    ),
    f"{CARRIER}/cac:PartyName": then(
        address=group(parties.CarrierAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS),
        tax=parties.TAX,
        legal_entity=parties.LEGAL_ENTITY,
        contact=parties.CONTACT,
    ),
    CARRIER: then(
        service=group(transport.Service, "cac:OriginalDespatchTransportationService", "", w.SERVICE)
    ),
    "cac:ShipmentStage/cbc:TransportModeCode": then(
        means_code=code("cbc:TransportMeansTypeCode", "", w.MEANS_TYPE, "UNECERec28"),
        means=group(transport.Means, "cac:TransportMeans", "", w.MEANS),
    ),
    "cac:Delivery/cbc:TrackingID": preceded(
        delivered=day("cbc:ActualDeliveryDate", "", w.DELIVERED_DAY),
        delivered_at=clock_time("cbc:ActualDeliveryTime", "", w.DELIVERED_AT),
    ),
    "cac:Delivery/cac:EstimatedDeliveryPeriod": preceded(
        location=group(transport.Location, "cac:DeliveryLocation", "", w.LOCATION)
    ),
    "cac:Delivery/cac:DeliveryParty": left_out,
    f"{ADDRESS}/cbc:ID": instead(
        number=identifier("cbc:ID", "tir16-p046", delivery.ADDRESS_ID, PARTY_SCHEME)
    ),
    f"{ADDRESS}/cac:AddressLine/cbc:Line": REQUIRED,
    f"{ADDRESS}/cac:Country": then(
        coordinate=group(transport.Coordinate, "cac:LocationCoordinate", "", w.COORDINATE)
    ),
    "cac:Delivery/cac:Despatch": then(
        terms=group(transport.Terms, "cac:DeliveryTerms", "", w.TERMS)
    ),
    "cac:Delivery": then(
        units=groups(units.HandlingUnit, "cac:TransportHandlingUnit", "", delivery.HANDLING_UNIT)
    ),
}
LINE: Mapping[str, Alter] = {
    "cac:OrderLineReference/cac:OrderReference/cbc:ID": then(
        sales_order=text("cbc:SalesOrderID", "", w.SALES_ORDER)
    ),
    "cac:DocumentReference/cbc:ID": then(type_code=TYPED),
    "cac:DocumentReference/cbc:DocumentType": then(
        attachment=group(plain.DocumentAttachment, "cac:Attachment", "", delivery.ATTACHMENT)
    ),
    "cac:Shipment": left_out,
    **{f"cac:Item/{path}": alter for path, alter in item.DESPATCHED.items()},
}
PARTIES = (
    "cac:DespatchSupplierParty",
    "cac:DeliveryCustomerParty",
    "cac:BuyerCustomerParty",
    "cac:SellerSupplierParty",
    "cac:OriginatorCustomerParty",
)
ALTERED: Mapping[str, Alter] = {
    "cbc:ProfileID": asked(only=""),
    "cbc:IssueTime": REQUIRED,
    "cbc:Note": preceded(
        status=code("cbc:DocumentStatusCode", "", w.STATUS, "DocumentStatusCode"),
        type_code=code("cbc:DespatchAdviceTypeCode", "", w.DESPATCH_TYPE, "DespatchAdviceTypeCode"),
    ),
    "cac:AdditionalDocumentReference/cbc:ID": then(type_code=TYPED),
    "cac:DespatchSupplierParty": instead(
        despatcher=group(
            parties.Despatcher, "cac:DespatchSupplierParty", "", delivery.DESPATCHER, least=1
        )
    ),
    "cac:DeliveryCustomerParty": instead(
        consignee=group(
            parties.Consignee, "cac:DeliveryCustomerParty", "", delivery.CONSIGNEE, least=1
        )
    ),
    **{
        f"{each}/{path}": alter
        for each in ("cac:BuyerCustomerParty", "cac:SellerSupplierParty")
        for path, alter in parties.REGISTERED.items()
    },
    "cac:Shipment": REQUIRED,
    **{f"cac:Shipment/{path}": alter for path, alter in SHIPMENT.items()},
    **{f"cac:DespatchLine/{path}": alter for path, alter in LINE.items()},
}
AdvancedDespatchAdvice = varied(
    varied(plain.DespatchAdvice, ALTERED),
    {f"{each}/cac:Party/{parties.LINE}": REQUIRED for each in PARTIES},
)
