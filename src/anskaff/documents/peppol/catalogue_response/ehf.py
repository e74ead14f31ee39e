"""The answer to a catalogue in EHF (EHF Catalogue 3.0).

>>> answer = CatalogueResponse(number="7")
>>> read(write(answer)).number
'7'
"""

from anskaff.documents.peppol.catalogue_response import table
from anskaff.documents.peppol.ehf.document import document_type
from anskaff.documents.peppol.ehf.terms import NORWEGIAN_ADDRESS, identified
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.ubl.variant import varied

KNOWN = BY_KEY["ehf_catalogue_response"]
CatalogueResponse = varied(
    table.CatalogueResponse,
    {
        **identified(KNOWN),
        "cac:SenderParty/cbc:EndpointID": NORWEGIAN_ADDRESS,
        "cac:ReceiverParty/cbc:EndpointID": NORWEGIAN_ADDRESS,
    },
)
DOCUMENT = document_type(KNOWN, CatalogueResponse)
read = DOCUMENT.read
write = DOCUMENT.write
