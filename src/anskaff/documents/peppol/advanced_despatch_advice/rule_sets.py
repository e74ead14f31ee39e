"""Our rule sets: the advanced despatch advice (Peppol Logistics BIS 1.2, T120)."""

from anskaff.documents.peppol.advanced_despatch_advice import DOCUMENT
from anskaff.documents.peppol.advanced_despatch_advice.rules import RULES
from anskaff.documents.peppol.logistics.release import released

RULE_SETS = (released(DOCUMENT, "advanced-despatch-advice", "T120", RULES),)
