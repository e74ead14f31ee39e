"""Our rule sets: an agreed order (Peppol BIS Order Agreement 3, T110)."""

from anskaff.documents.peppol.order_agreement import DOCUMENT
from anskaff.documents.peppol.order_agreement.rules import RULES
from anskaff.documents.peppol.post_award.release import released

SEVERAL = frozenset(
    {
        ("cac:Item", "cac:ItemSpecificationDocumentReference"),
        ("cac:Item", "cac:TransactionConditions"),
        ("cac:TaxCategory", "cbc:TaxExemptionReason"),
    }
)
"""What UBL lets repeat beside what all post-award documents have."""
ONCE = frozenset({("", "cac:DeliveryTerms")})
"""What UBL does not let repeat here, as it does in an order."""
RULE_SETS = (released(DOCUMENT, "order-agreement", "T110", RULES, repeating=SEVERAL, once=ONCE),)
