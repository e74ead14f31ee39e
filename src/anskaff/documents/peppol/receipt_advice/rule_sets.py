"""Our rule sets: the receipt advice (Peppol Logistics BIS 1.2, T128)."""

from anskaff.documents.peppol.logistics.release import released
from anskaff.documents.peppol.receipt_advice import DOCUMENT
from anskaff.documents.peppol.receipt_advice.rules import RULES

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
