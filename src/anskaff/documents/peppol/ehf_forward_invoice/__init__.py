"""Invoice sent on to the one who is to pay (EHF Forward Billing 3.0).

>>> invoice = Invoice(number="7", currency="NOK")
>>> read(write(invoice)).number
'7'
"""

from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.ehf.document import document_type
from anskaff.documents.peppol.known import BY_KEY

DOCUMENT = document_type(BY_KEY["ehf_forward_invoice"], Invoice)
read = DOCUMENT.read
write = DOCUMENT.write
