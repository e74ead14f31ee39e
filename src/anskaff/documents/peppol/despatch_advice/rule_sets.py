"""Our rule sets: the despatch advice (Peppol BIS Despatch Advice 3, T16)."""

from anskaff.documents.peppol.despatch_advice import DOCUMENT
from anskaff.documents.peppol.despatch_advice.rules import RULES
from anskaff.documents.peppol.post_award.release import released

RULE_SETS = (released(DOCUMENT, "despatch-advice", "T16", RULES),)
