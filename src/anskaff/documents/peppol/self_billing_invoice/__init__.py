"""Self-billing invoice: made by the buyer for the seller (Peppol BIS Self-Billing 3).

>>> bill = Invoice(number="7", currency="NOK")
>>> read(write(bill)).number
'7'
"""

from anskaff.documents.peppol.billing import (
    RELEASED,
    SELF_BILLING_LISTS,
    SELF_BILLING_SOURCE,
    rules,
    structure,
)
from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.ubl.document import DocumentType, RuleSet

KNOWN = BY_KEY["self_billing_invoice"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=Invoice,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
RULE_SETS = (
    RuleSet(
        id="eu.peppol.bis3:invoice-self-billing:2026.5",
        valid_from=RELEASED,
        document=DOCUMENT,
        official=structure.OFFICIAL,
        rules=rules.SELF_BILLING_RULES,
        source=SELF_BILLING_SOURCE,
        lists=SELF_BILLING_LISTS,
    ),
)
read = DOCUMENT.read
write = DOCUMENT.write
