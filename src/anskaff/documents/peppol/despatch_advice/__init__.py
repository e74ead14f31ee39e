"""The despatch advice (Peppol BIS Despatch Advice 3, T16).

>>> advice = DespatchAdvice(number="7")
>>> read(write(advice)).number
'7'
"""

from anskaff.documents.peppol.despatch_advice.table import DespatchAdvice
from anskaff.documents.peppol.known import BY_KEY
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
read = DOCUMENT.read
write = DOCUMENT.write
