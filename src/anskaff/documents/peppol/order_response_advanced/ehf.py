"""The order response of advanced ordering in EHF (EHF Advanced Ordering 3.0).

>>> answer = AdvancedOrderResponse(number="7", answer="AP")
>>> read(write(answer)).answer
'AP'
"""

from anskaff.documents.peppol.ehf.document import document_type
from anskaff.documents.peppol.ehf.terms import ANY_ADDRESS, UNIQUE, identified
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_response.ehf import CHANGED
from anskaff.documents.peppol.order_response_advanced import table
from anskaff.documents.ubl.variant import asked, varied

KNOWN = BY_KEY["ehf_order_response_advanced"]
AdvancedOrderResponse = varied(
    table.AdvancedOrderResponse,
    {
        **CHANGED,
        **identified(KNOWN),
        "cbc:SalesOrderID": UNIQUE,
        "cac:SellerSupplierParty/cac:Party/cbc:EndpointID": ANY_ADDRESS,
        "cac:BuyerCustomerParty/cac:Party/cbc:EndpointID": ANY_ADDRESS,
        "cac:OrderLine/cac:LineItem/cac:Delivery/cac:PromisedDeliveryPeriod": asked(least=1),
    },
)
DOCUMENT = document_type(KNOWN, AdvancedOrderResponse)
read = DOCUMENT.read
write = DOCUMENT.write
