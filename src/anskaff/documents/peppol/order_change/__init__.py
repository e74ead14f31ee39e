"""A change of an order (Peppol BIS Advanced Ordering 3, T114).

>>> document = OrderChange(number="7")
>>> read(write(document)).number
'7'
"""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_change.table import OrderChange
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["order_change"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=OrderChange,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
read = DOCUMENT.read
write = DOCUMENT.write
