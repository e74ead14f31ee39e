"""Our rule sets: an order in EHF (EHF Ordering 3.0)."""

from anskaff.documents.peppol.ehf.release import Release, released
from anskaff.documents.peppol.order.ehf import DOCUMENT
from anskaff.documents.peppol.order.rules import RULES
from anskaff.documents.peppol.post_award.ordering import ehf

WITHOUT = frozenset(f"PEPPOL-T01-{each}" for each in ehf.WITHOUT)
RELEASE = Release("order", "EHF-T01", "EHF-ORDER-3.0")
RULE_SETS = (released(DOCUMENT, RELEASE, RULES, without=WITHOUT),)
