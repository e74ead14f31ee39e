"""Our rule sets: a change of an order (Peppol BIS Advanced Ordering 3, T114)."""

from anskaff.documents.peppol.order_change import DOCUMENT
from anskaff.documents.peppol.order_change.rules import RULES
from anskaff.documents.peppol.post_award.release import released

SEVERAL = frozenset({("cac:AdditionalDocumentReference", "cbc:DocumentType")})
"""What UBL lets repeat since 2.3."""
ONCE = frozenset({("", "cac:OrderReference"), ("", "cac:DeliveryTerms")})
"""What UBL does not let repeat in a change, as it does in other documents."""
RULE_SETS = (released(DOCUMENT, "order-change", "T114", RULES, repeating=SEVERAL, once=ONCE),)
