"""The order response in EHF (EHF Ordering 3.0).

>>> answer = OrderResponse(number="7", answer="AP")
>>> read(write(answer)).answer
'AP'
"""

from anskaff.documents.peppol.ehf.document import document_type
from anskaff.documents.peppol.ehf.terms import (
    CLASSIFIED,
    LISTED_VALUES,
    NORWEGIAN_ADDRESS,
    identified,
)
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_response import table
from anskaff.documents.ubl.variant import asked, left_out, varied

KNOWN = BY_KEY["ehf_order_response"]
ITEM = "cac:OrderLine/cac:SellerSubstitutedLineItem/cac:Item"
PERIODS = (
    "cac:Delivery/cac:PromisedDeliveryPeriod",
    "cac:OrderLine/cac:LineItem/cac:Delivery/cac:PromisedDeliveryPeriod",
)
CHANGED = {
    **dict.fromkeys(
        (f"{each}/cbc:{end}Time" for each in PERIODS for end in ("Start", "End")), left_out
    ),
    "cac:SellerSupplierParty/cac:Party": asked(least=0),
    f"{ITEM}/cac:CommodityClassification/cbc:ItemClassificationCode": CLASSIFIED,
    f"{ITEM}/cac:ClassifiedTaxCategory/cbc:ID": asked(codes="UNCL5305"),
    f"{ITEM}/cac:AdditionalItemProperty/cbc:Value": asked(least=0),
    f"{ITEM}/cac:AdditionalItemProperty/cbc:ValueQualifier": LISTED_VALUES,
}
"""What EHF asks in another way, also in advanced ordering."""
OrderResponse = varied(
    table.OrderResponse,
    {
        **CHANGED,
        **identified(KNOWN),
        "cac:SellerSupplierParty/cac:Party/cbc:EndpointID": NORWEGIAN_ADDRESS,
        "cac:BuyerCustomerParty/cac:Party/cbc:EndpointID": NORWEGIAN_ADDRESS,
    },
)
DOCUMENT = document_type(KNOWN, OrderResponse)
read = DOCUMENT.read
write = DOCUMENT.write
