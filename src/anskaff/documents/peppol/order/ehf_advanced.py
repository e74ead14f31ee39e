"""The first order of advanced ordering in EHF (EHF Advanced Ordering 3.0).

>>> document = Order(number="7")
>>> read(write(document)).number
'7'
"""

from anskaff.documents.peppol.ehf.document import document_type
from anskaff.documents.peppol.ehf.terms import ANY_ADDRESS, UNIQUE, identified
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order import table
from anskaff.documents.peppol.order.ehf import CHANGED
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
read = DOCUMENT.read
write = DOCUMENT.write
