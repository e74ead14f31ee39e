"""Our rule sets: self-billing invoice (Peppol BIS Self-Billing 3)."""

from anskaff.documents.peppol.billing.release import released
from anskaff.documents.peppol.self_billing_invoice import DOCUMENT

RULE_SETS = (released(DOCUMENT, "invoice-self-billing", "cac:InvoiceLine", self_billing=True),)
