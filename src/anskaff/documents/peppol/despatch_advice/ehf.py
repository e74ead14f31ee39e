"""The despatch advice in EHF (EHF Despatch Advice 3.0).

>>> advice = DespatchAdvice(number="7")
>>> read(write(advice)).number
'7'
"""

from anskaff.documents.peppol.despatch_advice import table
from anskaff.documents.peppol.ehf.document import document_type
from anskaff.documents.peppol.ehf.terms import NORWEGIAN_ADDRESS, identified
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.ubl.variant import asked, attributes, left_out, varied

KNOWN = BY_KEY["ehf_despatch_advice"]
ITEM = "cac:DespatchLine/cac:Item"
LINE_UNIT = "cac:DespatchLine/cac:Shipment/cac:TransportHandlingUnit"
LATER = (
    "cac:AdditionalDocumentReference",
    "cac:Shipment/cac:Consignment/cac:CarrierParty/cac:PartyIdentification",
    "cac:Shipment/cac:Delivery/cac:DeliveryParty",
    "cac:Shipment/cac:ShipmentStage",
    "cac:DespatchLine/cac:OrderLineReference/cbc:SalesOrderLineID",
    "cac:DespatchLine/cac:DocumentReference",
    f"{ITEM}/cac:CommodityClassification",
    f"{ITEM}/cac:AdditionalItemProperty/cbc:ID",
    f"{ITEM}/cac:AdditionalItemProperty/cbc:ValueQuantity",
    f"{ITEM}/cac:AdditionalItemProperty/cbc:ValueQualifier",
    f"{ITEM}/cac:ItemInstance/cbc:ProductTraceID",
    f"{ITEM}/cac:ItemInstance/cac:AdditionalItemProperty",
    f"{LINE_UNIT}/cac:Package",
)
"""What Peppol has taken in since EHF was made."""
DespatchAdvice = varied(
    table.DespatchAdvice,
    {
        **dict.fromkeys(LATER, left_out),
        **identified(KNOWN),
        "cac:DespatchSupplierParty/cac:Party/cbc:EndpointID": NORWEGIAN_ADDRESS,
        "cac:DeliveryCustomerParty/cac:Party/cbc:EndpointID": NORWEGIAN_ADDRESS,
        "cac:DespatchLine/cbc:DeliveredQuantity": asked(least=0),
        "cac:DespatchLine/cac:OrderLineReference/cac:OrderReference": asked(least=1),
        f"{LINE_UNIT}/cbc:ID": attributes(),
    },
)
DOCUMENT = document_type(KNOWN, DespatchAdvice)
read = DOCUMENT.read
write = DOCUMENT.write
