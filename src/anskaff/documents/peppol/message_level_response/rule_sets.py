"""Our rule sets: the message level response (Peppol BIS MLR 3, T71)."""

from anskaff.documents.peppol.message_level_response import DOCUMENT
from anskaff.documents.peppol.message_level_response.rules import RULES
from anskaff.documents.peppol.post_award.release import released

RULE_SETS = (released(DOCUMENT, "mlr", "T71", RULES, without={"PEPPOL-T71-B02103"}),)
