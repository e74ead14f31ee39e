"""Our rule sets: invoice (Peppol BIS Billing 3, EHF Billing 3.0)."""

from anskaff.documents.peppol.billing import (
    LISTS,
    RELEASED,
    SILENT,
    SOURCE,
    rules,
    structure,
)
from anskaff.documents.peppol.billing.not_used import barred
from anskaff.documents.peppol.invoice import DOCUMENT
from anskaff.documents.ubl.rule_set import RuleSet

RULE_SETS = (
    RuleSet(
        id="eu.peppol.bis3:invoice:2026.5",
        valid_from=RELEASED,
        document=DOCUMENT,
        official=structure.OFFICIAL,
        rules=rules.RULES,
        source=SOURCE,
        lists=LISTS,
        silent=SILENT,
        barred=barred("cac:InvoiceLine"),
    ),
)
