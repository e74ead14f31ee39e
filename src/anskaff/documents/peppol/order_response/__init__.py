"""The order response (Peppol BIS Ordering 3, T76).

>>> answer = OrderResponse(number="7", answer="AP")
>>> read(write(answer)).answer
'AP'
"""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_response.table import OrderResponse
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["order_response"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=OrderResponse,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
read = DOCUMENT.read
write = DOCUMENT.write
