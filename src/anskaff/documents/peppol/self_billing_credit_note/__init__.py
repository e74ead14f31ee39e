"""Credit note to a self-billing invoice (Peppol BIS Self-Billing 3).

>>> note = CreditNote(number="7", currency="NOK")
>>> read(write(note)).number
'7'
"""

from anskaff.documents.peppol.billing import (
    RELEASED,
    SELF_BILLING_LISTS,
    SELF_BILLING_SOURCE,
    rules,
    structure,
)
from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.ubl.document import DocumentType, RuleSet

KNOWN = BY_KEY["self_billing_credit_note"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=CreditNote,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
RULE_SETS = (
    RuleSet(
        id="eu.peppol.bis3:creditnote-self-billing:2026.5",
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
