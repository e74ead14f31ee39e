"""The response to an advanced order (Peppol BIS Advanced Ordering 3, T116).

>>> answer = AdvancedOrderResponse(number="7", answer="AP")
>>> read(write(answer)).answer
'AP'
"""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_response_advanced.table import AdvancedOrderResponse
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["order_response_advanced"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=AdvancedOrderResponse,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
read = DOCUMENT.read
write = DOCUMENT.write
