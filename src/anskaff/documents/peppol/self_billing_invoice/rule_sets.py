"""Our rule sets: self-billing invoice (Peppol BIS Self-Billing 3)."""

from anskaff.documents.peppol.billing import (
    RELEASED,
    SELF_BILLING_LISTS,
    SELF_BILLING_SOURCE,
    SILENT,
    rules,
    structure,
)
from anskaff.documents.peppol.billing.not_used import barred
from anskaff.documents.peppol.self_billing_invoice import DOCUMENT
from anskaff.documents.ubl.rule_set import RuleSet

RULE_SETS = (
    RuleSet(
        id="eu.peppol.bis3:invoice-self-billing:2026.5",
        valid_from=RELEASED,
        document=DOCUMENT,
        official=structure.OFFICIAL,
        rules=rules.SELF_BILLING_RULES,
        source=SELF_BILLING_SOURCE,
        lists=SELF_BILLING_LISTS,
        silent=SILENT,
        barred=barred("cac:InvoiceLine"),
    ),
)
