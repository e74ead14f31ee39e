"""The answer to a catalogue (Peppol BIS Catalogue 3, T58).

>>> answer = CatalogueResponse(number="7")
>>> read(write(answer)).number
'7'
"""

from anskaff.documents.peppol.catalogue_response.table import CatalogueResponse
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["catalogue_response"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=CatalogueResponse,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
read = DOCUMENT.read
write = DOCUMENT.write
