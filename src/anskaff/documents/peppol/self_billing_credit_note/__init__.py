"""Credit note to a self-billing invoice (Peppol BIS Self-Billing 3).

>>> note = CreditNote(number="7", currency="NOK")
>>> read(write(note)).number
'7'
"""

from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["self_billing_credit_note"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=CreditNote,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
read = DOCUMENT.read
write = DOCUMENT.write
