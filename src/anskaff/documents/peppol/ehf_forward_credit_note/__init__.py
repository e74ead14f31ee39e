"""Credit note sent on to the one who is to pay (EHF Forward Billing 3.0).

>>> note = CreditNote(number="7", currency="NOK")
>>> read(write(note)).number
'7'
"""

from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.peppol.ehf.document import document_type
from anskaff.documents.peppol.known import BY_KEY

DOCUMENT = document_type(BY_KEY["ehf_forward_credit_note"], CreditNote)
read = DOCUMENT.read
write = DOCUMENT.write
