"""A change of an order in EHF (EHF Advanced Ordering 3.0).

>>> document = OrderChange(number="7")
>>> read(write(document)).number
'7'
"""

from anskaff.documents.peppol.ehf.document import document_type
from anskaff.documents.peppol.ehf.terms import UNIQUE, identified
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_change import table
from anskaff.documents.peppol.post_award.ordering import ehf
from anskaff.documents.ubl.variant import asked, varied

KNOWN = BY_KEY["ehf_order_change"]
OrderChange = varied(
    table.OrderChange,
    {
        **ehf.CHANGED,
        **identified(KNOWN),
        "cbc:SalesOrderID": UNIQUE,
        f"{ehf.LINE}/cac:Delivery/cac:RequestedDeliveryPeriod": asked(least=1),
    },
)
DOCUMENT = document_type(KNOWN, OrderChange)
read = DOCUMENT.read
write = DOCUMENT.write
