"""Our rule sets: the cancellation of an order (Peppol BIS Advanced Ordering 3, T115)."""

from anskaff.documents.peppol.order_cancellation import DOCUMENT
from anskaff.documents.peppol.order_cancellation.rules import RULES
from anskaff.documents.peppol.post_award.release import released

SEVERAL = frozenset({("cac:AdditionalDocumentReference", "cbc:DocumentType")})
"""What UBL lets repeat since 2.3."""
RULE_SETS = (released(DOCUMENT, "order-cancellation", "T115", RULES, repeating=SEVERAL),)
