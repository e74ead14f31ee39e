"""The payment request (EHF Payment Request 3.0): an invoice by its form, without tax.

>>> request = PaymentRequest(number="7")
>>> read(write(request)).number
'7'
"""

from anskaff.documents.peppol.ehf.document import document_type
from anskaff.documents.peppol.ehf_payment_request.table import KNOWN, PaymentRequest

DOCUMENT = document_type(KNOWN, PaymentRequest)
read = DOCUMENT.read
write = DOCUMENT.write
