"""Our rule sets: the order response in EHF (EHF Ordering 3.0)."""

from anskaff.documents.peppol.ehf.release import Release, released
from anskaff.documents.peppol.order_response.ehf import DOCUMENT
from anskaff.documents.peppol.order_response.rules import RULES
from anskaff.documents.peppol.post_award.order_answer_rules import SEVERAL

LATER = frozenset(f"PEPPOL-T76-{each}" for each in ("R007", "R008", "R009", "R010"))
"""The rules that Peppol has made since."""
RELEASE = Release("order-response", "EHF-T76", "EHF-ORDER-RESPONSE-3.0")
RULE_SETS = (released(DOCUMENT, RELEASE, RULES, without=LATER, repeating=SEVERAL),)
