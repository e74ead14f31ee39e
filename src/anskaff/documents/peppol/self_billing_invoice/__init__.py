"""Self-billing invoice: made by the buyer for the seller (Peppol BIS Self-Billing 3).

>>> bill = Invoice(number="7", currency="NOK")
>>> read(write(bill)).number
'7'
"""

from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["self_billing_invoice"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=Invoice,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
read = DOCUMENT.read
write = DOCUMENT.write
