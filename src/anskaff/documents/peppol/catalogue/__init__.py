"""The catalogue (Peppol BIS Catalogue 3, T19).

>>> catalogue = Catalogue(number="7", name="Kontorrekvisita")
>>> read(write(catalogue)).name
'Kontorrekvisita'
"""

from anskaff.documents.peppol.catalogue.table import Catalogue
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["catalogue"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=Catalogue,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
read = DOCUMENT.read
write = DOCUMENT.write
