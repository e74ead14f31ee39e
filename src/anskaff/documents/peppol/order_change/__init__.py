"""A change of an order (Peppol BIS Advanced Ordering 3, T114).

>>> document = OrderChange(number="7")
>>> read(write(document)).number
'7'
"""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_change.rules import RULES
from anskaff.documents.peppol.order_change.table import OrderChange
from anskaff.documents.peppol.post_award.release import released
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["order_change"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=OrderChange,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
SEVERAL = frozenset({("cac:AdditionalDocumentReference", "cbc:DocumentType")})
"""What UBL lets repeat since 2.3."""
ONCE = frozenset({("", "cac:OrderReference"), ("", "cac:DeliveryTerms")})
"""What UBL does not let repeat in a change, as it does in other documents."""
RULE_SETS = (released(DOCUMENT, "order-change", "T114", RULES, repeating=SEVERAL, once=ONCE),)
read = DOCUMENT.read
write = DOCUMENT.write
