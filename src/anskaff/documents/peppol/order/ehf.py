"""An order in EHF (EHF Ordering 3.0).

>>> document = Order(number="7")
>>> read(write(document)).number
'7'
"""

from anskaff.documents.peppol.ehf.document import document_type
from anskaff.documents.peppol.ehf.terms import NORWEGIAN_ADDRESS, identified
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order import table
from anskaff.documents.peppol.post_award.ordering import ehf
from anskaff.documents.ubl.variant import left_out, varied

KNOWN = BY_KEY["ehf_order"]
LATER = (
    "cac:CatalogueReference",
    "cac:ProjectReference",
    "cac:Delivery/cac:Despatch",
    f"{ehf.LINE}/cac:Delivery/cac:DeliveryLocation",
    f"{ehf.LINE}/cac:Item/cac:ManufacturersItemIdentification",
)
CHANGED = {**ehf.CHANGED, **dict.fromkeys(LATER, left_out)}
"""What EHF asks in another way, also in advanced ordering."""
Order = varied(
    table.Order,
    {
        **CHANGED,
        **identified(KNOWN),
        "cac:SellerSupplierParty/cac:Party/cbc:EndpointID": NORWEGIAN_ADDRESS,
        "cac:AccountingCustomerParty/cac:Party/cbc:EndpointID": NORWEGIAN_ADDRESS,
    },
)
DOCUMENT = document_type(KNOWN, Order)
read = DOCUMENT.read
write = DOCUMENT.write
