"""Our rule sets: invoice (Peppol BIS Billing 3, EHF Billing 3.0)."""

from anskaff.documents.peppol.billing.release import released
from anskaff.documents.peppol.invoice import DOCUMENT

RULE_SETS = (released(DOCUMENT, "invoice", "cac:InvoiceLine"),)
