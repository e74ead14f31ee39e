"""Our rule sets: credit note (Peppol BIS Billing 3, EHF Billing 3.0)."""

from anskaff.documents.peppol.billing.release import released
from anskaff.documents.peppol.credit_note import DOCUMENT

RULE_SETS = (released(DOCUMENT, "creditnote", "cac:CreditNoteLine"),)
