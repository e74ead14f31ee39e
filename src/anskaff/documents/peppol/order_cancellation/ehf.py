"""The cancellation of an order in EHF (EHF Advanced Ordering 3.0).

>>> document = OrderCancellation(number="7")
>>> read(write(document)).number
'7'
"""

from anskaff.documents.peppol.ehf.document import document_type
from anskaff.documents.peppol.ehf.terms import UNIQUE, identified
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_cancellation import table
from anskaff.documents.ubl.variant import asked, varied

KNOWN = BY_KEY["ehf_order_cancellation"]
OrderCancellation = varied(
    table.OrderCancellation,
    {
        **identified(KNOWN),
        "cbc:ID": UNIQUE,
        "cac:OrderReference": asked(least=0),
        "cac:BuyerCustomerParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID": asked(
            only="VAT"
        ),
    },
)
DOCUMENT = document_type(KNOWN, OrderCancellation)
read = DOCUMENT.read
write = DOCUMENT.write
