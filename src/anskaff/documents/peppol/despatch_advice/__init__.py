"""The despatch advice (Peppol BIS Despatch Advice 3, T16).

>>> advice = DespatchAdvice(number="7")
>>> read(write(advice)).number
'7'
"""

from anskaff.documents.peppol.despatch_advice.rules import RULES
from anskaff.documents.peppol.despatch_advice.table import DespatchAdvice
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.post_award.release import released
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["despatch_advice"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=DespatchAdvice,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
RULE_SETS = (released(DOCUMENT, "despatch-advice", "T16", RULES),)
read = DOCUMENT.read
write = DOCUMENT.write
