"""The receipt advice (Peppol Logistics BIS 1.2, T128).

>>> advice = ReceiptAdvice(number="7")
>>> read(write(advice)).number
'7'
"""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.receipt_advice.table import ReceiptAdvice
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["receipt_advice"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=ReceiptAdvice,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
read = DOCUMENT.read
write = DOCUMENT.write
