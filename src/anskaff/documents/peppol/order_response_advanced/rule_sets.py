"""Our rule sets: the response to an advanced order (Peppol BIS Advanced Ordering 3, T116)."""

from anskaff.documents.peppol.order_response_advanced import DOCUMENT
from anskaff.documents.peppol.order_response_advanced.rules import RULES
from anskaff.documents.peppol.post_award.order_answer_rules import SEVERAL
from anskaff.documents.peppol.post_award.release import released

RULE_SETS = (released(DOCUMENT, "order-response-advanced", "T116", RULES, repeating=SEVERAL),)
