"""The first order of advanced ordering in EHF (EHF Advanced Ordering 3.0).

>>> document = Order(number="7")
>>> read(write(document)).number
'7'
"""

from anskaff.documents.peppol.ehf.release import Release, document_type, released
from anskaff.documents.peppol.ehf.terms import ANY_ADDRESS, UNIQUE, identified
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order import table
from anskaff.documents.peppol.order.ehf import CHANGED, WITHOUT
from anskaff.documents.peppol.order.rules import RULES
from anskaff.documents.ubl.numbering import Oddities
from anskaff.documents.ubl.variant import varied

KNOWN = BY_KEY["ehf_advanced_order"]
Order = varied(
    table.Order,
    {
        **CHANGED,
        **identified(KNOWN),
        "cbc:SalesOrderID": UNIQUE,
        "cac:SellerSupplierParty/cac:Party/cbc:EndpointID": ANY_ADDRESS,
        "cac:AccountingCustomerParty/cac:Party/cbc:EndpointID": ANY_ADDRESS,
    },
)
DOCUMENT = document_type(KNOWN, Order)
RELEASE = Release("advanced-order-initiation", "EHF-P09-INIT", "EHF-P09-3.0-ORDER-INITIATION")
RULE_SETS = (
    released(
        DOCUMENT,
        RELEASE,
        RULES,
        without=WITHOUT,
        oddities=Oddities(before={"cbc:UUID": "cbc:SalesOrderID"}),
    ),
)
read = DOCUMENT.read
write = DOCUMENT.write
