"""The receipt advice (Peppol Logistics BIS 1.2, T128).

>>> advice = ReceiptAdvice(number="7")
>>> read(write(advice)).number
'7'
"""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.logistics.release import released
from anskaff.documents.peppol.receipt_advice.rules import RULES
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
KINDS_OF_DOCUMENT = (
    ("cac:AdditionalDocumentReference", "cbc:DocumentType"),
    ("cac:IdentityDocumentReference", "cbc:DocumentType"),
)
"""What UBL 2.3 lets repeat."""
ORDER_LINE = ("cac:ReceiptLine", "cac:OrderLineReference")
RULE_SETS = (
    released(
        DOCUMENT,
        "receipt-advice",
        "T128",
        RULES,
        repeating=KINDS_OF_DOCUMENT,
        once=(ORDER_LINE,),
    ),
)
read = DOCUMENT.read
write = DOCUMENT.write
