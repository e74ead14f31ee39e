"""The advanced despatch advice (Peppol Logistics BIS 1.2, T120).

>>> advice = AdvancedDespatchAdvice(number="7")
>>> read(write(advice)).number
'7'
"""

from anskaff.documents.peppol.advanced_despatch_advice.table import AdvancedDespatchAdvice
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["advanced_despatch_advice"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=AdvancedDespatchAdvice,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
read = DOCUMENT.read
write = DOCUMENT.write
