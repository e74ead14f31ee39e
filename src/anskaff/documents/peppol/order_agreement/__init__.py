"""An agreed order (Peppol BIS Order Agreement 3, T110).

>>> document = OrderAgreement(number="7")
>>> read(write(document)).number
'7'
"""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_agreement.table import OrderAgreement
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["order_agreement"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=OrderAgreement,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
read = DOCUMENT.read
write = DOCUMENT.write
