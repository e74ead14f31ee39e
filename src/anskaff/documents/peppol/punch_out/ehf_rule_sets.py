"""Our rule sets: the punch-out cart in EHF (EHF Punch Out 3.0)."""

from anskaff.documents.peppol.ehf.release import Release, released
from anskaff.documents.peppol.punch_out.ehf import DOCUMENT
from anskaff.documents.peppol.punch_out.rule_sets import REPEATING
from anskaff.documents.peppol.punch_out.rules import RULES

RELEASE = Release("punch-out", "EHF-T77", "EHF-PUNCH-OUT-3.0")
RULE_SETS = (released(DOCUMENT, RELEASE, RULES, repeating=REPEATING),)
