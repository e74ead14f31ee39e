"""Our rule sets: an agreed order in EHF (EHF Order Agreement 3.0)."""

from anskaff.documents.peppol.ehf.release import Release, released
from anskaff.documents.peppol.order_agreement.ehf import DOCUMENT
from anskaff.documents.peppol.order_agreement.rule_sets import ONCE, SEVERAL
from anskaff.documents.peppol.order_agreement.rules import RULES

RELEASE = Release("order-agreement", "EHF-T110", "EHF-ORDER-AGREEMENT-3.0")
RULE_SETS = (released(DOCUMENT, RELEASE, RULES, repeating=SEVERAL, once=ONCE),)
