"""The punch-out cart (Peppol BIS Punch Out 3, T77).

>>> cart = PunchOut(number="7", complete="true")
>>> read(write(cart)).complete
'true'
"""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.post_award.catalogue_rules import SEVERAL
from anskaff.documents.peppol.post_award.release import released
from anskaff.documents.peppol.punch_out.rules import RULES
from anskaff.documents.peppol.punch_out.table import PunchOut
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["punch_out"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=PunchOut,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
REPEATING = SEVERAL | {
    ("cac:CatalogueLine", "cac:RequiredItemLocationQuantity"),
    ("cac:RequiredItemLocationQuantity", "cac:ApplicableTerritoryAddress"),
    ("cac:RequiredItemLocationQuantity", "cac:DeliveryUnit"),
    ("cac:ItemSpecificationDocumentReference", "cbc:DocumentDescription"),
    ("cac:Item", "cac:TransactionConditions"),
}
RULE_SETS = (released(DOCUMENT, "punch-out", "T77", RULES, repeating=REPEATING),)
read = DOCUMENT.read
write = DOCUMENT.write
