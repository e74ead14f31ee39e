"""The punch-out cart (Peppol BIS Punch Out 3, T77).

>>> cart = PunchOut(number="7", complete="true")
>>> read(write(cart)).complete
'true'
"""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.punch_out.table import PunchOut
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["punch_out"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=PunchOut,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
read = DOCUMENT.read
write = DOCUMENT.write
