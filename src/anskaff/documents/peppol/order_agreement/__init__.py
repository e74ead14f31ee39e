"""An agreed order (Peppol BIS Order Agreement 3, T110).

>>> document = OrderAgreement(number="7")
>>> read(write(document)).number
'7'
"""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_agreement.rules import RULES
from anskaff.documents.peppol.order_agreement.table import OrderAgreement
from anskaff.documents.peppol.post_award.release import released
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["order_agreement"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=OrderAgreement,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
SEVERAL = frozenset(
    {
        ("cac:Item", "cac:ItemSpecificationDocumentReference"),
        ("cac:Item", "cac:TransactionConditions"),
        ("cac:TaxCategory", "cbc:TaxExemptionReason"),
    }
)
"""What UBL lets repeat beside what all post-award documents have."""
ONCE = frozenset({("", "cac:DeliveryTerms")})
"""What UBL does not let repeat here, as it does in an order."""
RULE_SETS = (released(DOCUMENT, "order-agreement", "T110", RULES, repeating=SEVERAL, once=ONCE),)
read = DOCUMENT.read
write = DOCUMENT.write
