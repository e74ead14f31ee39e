"""Our rule sets: the answer to an invoice (Peppol BIS Invoice Response 3, T111)."""

from anskaff.documents.peppol.invoice_response import DOCUMENT
from anskaff.documents.peppol.invoice_response.rules import RULES
from anskaff.documents.peppol.post_award.release import released

RULE_SETS = (released(DOCUMENT, "invoice-message-response", "T111", RULES),)
