"""Our rule sets: the payment request (EHF Payment Request 3.0)."""

from anskaff.documents.peppol.billing.structure import repeated
from anskaff.documents.peppol.ehf.release import Release, released
from anskaff.documents.peppol.ehf_payment_request import DOCUMENT
from anskaff.documents.peppol.ehf_payment_request.rules import RULES

RELEASE = Release("payment-request", "EHF-PR", "EHF-P07-3.0-PAYMENT-REQUEST-3.0")
RULE_SETS = (released(DOCUMENT, RELEASE, RULES, repeated=repeated),)
