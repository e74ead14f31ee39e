"""Invoice sent on to the one who is to pay (EHF Forward Billing 3.0).

>>> invoice = Invoice(number="7", currency="NOK")
>>> read(write(invoice)).number
'7'
"""

from anskaff.documents.peppol import invoice
from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.ehf.billing import NOT_IN_FORWARD_BILLING, on_billing
from anskaff.documents.peppol.ehf.release import document_type
from anskaff.documents.peppol.known import BY_KEY

DOCUMENT = document_type(BY_KEY["ehf_forward_invoice"], Invoice)
RULE_SETS = tuple(
    on_billing(DOCUMENT, "forward-billing-invoice", each, NOT_IN_FORWARD_BILLING)
    for each in invoice.RULE_SETS[-1:]
)
read = DOCUMENT.read
write = DOCUMENT.write
