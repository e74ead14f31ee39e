"""Our rule sets: credit note to a self-billing invoice (Peppol BIS Self-Billing 3)."""

from anskaff.documents.peppol.billing.release import released
from anskaff.documents.peppol.self_billing_credit_note import DOCUMENT

RULE_SETS = (
    released(DOCUMENT, "creditnote-self-billing", "cac:CreditNoteLine", self_billing=True),
)
