"""Invoice (Peppol BIS Billing 3, EHF Billing 3.0).

>>> invoice = Invoice(number="7", currency="NOK")
>>> read(write(invoice)).number
'7'
"""

from anskaff.documents.peppol.billing import LISTS, RELEASED, SOURCE, rules, structure
from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.ubl.document import DocumentType, RuleSet

KNOWN = BY_KEY["invoice"]
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
        id="eu.peppol.bis3:invoice:2026.5",
        valid_from=RELEASED,
        document=DOCUMENT,
        official=structure.OFFICIAL,
        rules=rules.RULES,
        source=SOURCE,
        lists=LISTS,
    ),
)
read = DOCUMENT.read
write = DOCUMENT.write
