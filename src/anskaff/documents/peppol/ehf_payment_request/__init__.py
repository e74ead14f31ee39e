"""The payment request (EHF Payment Request 3.0): an invoice by its form, without tax.

>>> request = PaymentRequest(number="7")
>>> read(write(request)).number
'7'
"""

from anskaff.documents.peppol.billing.structure import repeated
from anskaff.documents.peppol.ehf.release import Release, document_type, released
from anskaff.documents.peppol.ehf_payment_request.rules import RULES
from anskaff.documents.peppol.ehf_payment_request.table import KNOWN, PaymentRequest

DOCUMENT = document_type(KNOWN, PaymentRequest)
RELEASE = Release("payment-request", "EHF-PR", "EHF-P07-3.0-PAYMENT-REQUEST-3.0")
RULE_SETS = (released(DOCUMENT, RELEASE, RULES, repeated=repeated),)
read = DOCUMENT.read
write = DOCUMENT.write
