"""Our rule sets: an order (Peppol BIS Ordering 3 and Advanced Ordering 3, T01)."""

from anskaff.documents.peppol.order import DOCUMENT
from anskaff.documents.peppol.order.rules import RULES
from anskaff.documents.peppol.post_award.release import released

RULE_SETS = (released(DOCUMENT, "order", "T01", RULES),)
