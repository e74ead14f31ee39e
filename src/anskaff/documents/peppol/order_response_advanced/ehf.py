"""The order response of advanced ordering in EHF (EHF Advanced Ordering 3.0).

>>> answer = AdvancedOrderResponse(number="7", answer="AP")
>>> read(write(answer)).answer
'AP'
"""

from anskaff.documents.peppol.ehf.release import Release, document_type, released
from anskaff.documents.peppol.ehf.terms import ANY_ADDRESS, UNIQUE, identified
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_response.ehf import CHANGED, LATER
from anskaff.documents.peppol.order_response_advanced import table
from anskaff.documents.peppol.post_award import order_answer_rules
from anskaff.documents.peppol.post_award.order_answer_rules import SEVERAL
from anskaff.documents.ubl.numbering import Oddities
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
RULES = order_answer_rules.rules(
    "T76", table.AdvancedOrderResponse, BY_KEY["order_response"], table.LineItem
)
"""Those of ordering, which EHF asks in advanced ordering too."""
RELEASE = Release("advanced-order-response", "EHF-P09-RES", "EHF-P09-3.0-ORDER-RESPONSE")
RULE_SETS = (
    released(
        DOCUMENT,
        RELEASE,
        RULES,
        without=LATER,
        repeating=SEVERAL,
        oddities=Oddities(before={"cbc:UUID": "cbc:SalesOrderID"}),
    ),
)
read = DOCUMENT.read
write = DOCUMENT.write
