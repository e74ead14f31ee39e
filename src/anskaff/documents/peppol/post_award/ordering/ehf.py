"""What EHF asks in another way of orders and of changes of them."""

from collections.abc import Mapping

from anskaff.documents.peppol.ehf.terms import CLASSIFIED
from anskaff.documents.ubl.variant import Alter, asked, left_out

LINE = "cac:OrderLine/cac:LineItem"
LATER = (
    "cac:Delivery/cac:DeliveryLocation/cbc:Name",
    "cac:Delivery/cac:DeliveryParty/cac:PostalAddress",
    "cac:Delivery/cac:RequestedDeliveryPeriod/cbc:StartTime",
    "cac:Delivery/cac:RequestedDeliveryPeriod/cbc:EndTime",
    "cac:Delivery/cac:Shipment",
    f"{LINE}/cac:Delivery/cbc:ID",
    f"{LINE}/cac:Delivery/cac:RequestedDeliveryPeriod/cbc:StartTime",
    f"{LINE}/cac:Delivery/cac:RequestedDeliveryPeriod/cbc:EndTime",
    f"{LINE}/cac:Item/cac:AdditionalItemProperty/cbc:ID",
    "cac:OrderLine/cac:QuotationLineReference",
)
"""What Peppol has taken in since EHF was made."""
VAT_ONLY = (
    "cac:BuyerCustomerParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID",
    "cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID",
    "cac:AllowanceCharge/cac:TaxCategory/cac:TaxScheme/cbc:ID",
    f"{LINE}/cac:Item/cac:ClassifiedTaxCategory/cac:TaxScheme/cbc:ID",
)
"""Where the only tax is value added tax."""
CATEGORIES = (
    "cac:AllowanceCharge/cac:TaxCategory/cbc:ID",
    f"{LINE}/cac:Item/cac:ClassifiedTaxCategory/cbc:ID",
)
CHANGED: Mapping[str, Alter] = {
    **dict.fromkeys(LATER, left_out),
    **dict.fromkeys(VAT_ONLY, asked(only="VAT")),
    **dict.fromkeys(CATEGORIES, asked(codes="UNCL5305")),
    f"{LINE}/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode": CLASSIFIED,
}
WITHOUT = ("R031", "R034", "R035")
"""The rule on the process, which EHF switches off, and those that Peppol has made since."""
