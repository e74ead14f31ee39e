"""Our rule sets: the answer to an invoice (Peppol BIS Invoice Response 3, T111)."""

from anskaff.documents.peppol.invoice_response import DOCUMENT
from anskaff.documents.peppol.invoice_response.rules import RULES
from anskaff.documents.peppol.post_award.release import released

SILENT = {"PEPPOL-T111-R005": "officially it asks whether a comparison exists, and one always does"}
RULE_SETS = (released(DOCUMENT, "invoice-message-response", "T111", RULES, silent=SILENT),)
