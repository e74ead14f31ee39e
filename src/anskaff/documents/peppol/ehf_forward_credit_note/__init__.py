"""Credit note sent on to the one who is to pay (EHF Forward Billing 3.0).

>>> note = CreditNote(number="7", currency="NOK")
>>> read(write(note)).number
'7'
"""

from anskaff.documents.peppol import credit_note
from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.peppol.ehf.billing import NOT_IN_FORWARD_BILLING, on_billing
from anskaff.documents.peppol.ehf.release import document_type
from anskaff.documents.peppol.known import BY_KEY

DOCUMENT = document_type(BY_KEY["ehf_forward_credit_note"], CreditNote)
RULE_SETS = tuple(
    on_billing(DOCUMENT, "forward-billing-creditnote", each, NOT_IN_FORWARD_BILLING)
    for each in credit_note.RULE_SETS[-1:]
)
read = DOCUMENT.read
write = DOCUMENT.write
