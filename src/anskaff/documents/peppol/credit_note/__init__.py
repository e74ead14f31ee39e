"""Credit note (Peppol BIS Billing 3, EHF Billing 3.0).

>>> note = CreditNote(number="7", currency="NOK")
>>> read(write(note)).number
'7'
"""

from anskaff.documents.peppol.billing import LISTS, RELEASED, SOURCE, rules, structure
from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.ubl.document import DocumentType, RuleSet

KNOWN = BY_KEY["credit_note"]
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
        id="eu.peppol.bis3:creditnote:2026.5",
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
