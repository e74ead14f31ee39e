"""Our rule sets: the order response (Peppol BIS Ordering 3, T76)."""

from anskaff.documents.peppol.order_response import DOCUMENT
from anskaff.documents.peppol.order_response.rules import RULES
from anskaff.documents.peppol.post_award.order_answer_rules import SEVERAL
from anskaff.documents.peppol.post_award.release import released

RULE_SETS = (released(DOCUMENT, "order-response", "T76", RULES, repeating=SEVERAL),)
