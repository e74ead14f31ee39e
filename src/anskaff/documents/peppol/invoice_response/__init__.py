"""The answer to an invoice (Peppol BIS Invoice Response 3, T111).

>>> answer = InvoiceResponse(number="7")
>>> read(write(answer)).number
'7'
"""

from anskaff.documents.peppol.invoice_response.table import InvoiceResponse
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["invoice_response"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=InvoiceResponse,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
read = DOCUMENT.read
write = DOCUMENT.write
