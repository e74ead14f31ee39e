"""The cancellation of an order (Peppol BIS Advanced Ordering 3, T115).

>>> document = OrderCancellation(number="7")
>>> read(write(document)).number
'7'
"""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_cancellation.table import OrderCancellation
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["order_cancellation"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=OrderCancellation,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
read = DOCUMENT.read
write = DOCUMENT.write
