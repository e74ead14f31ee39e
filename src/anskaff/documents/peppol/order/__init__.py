"""An order (Peppol BIS Ordering 3 and Advanced Ordering 3, T01).

>>> document = Order(number="7")
>>> read(write(document)).number
'7'
"""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order.table import Order
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["order"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=Order,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
read = DOCUMENT.read
write = DOCUMENT.write
