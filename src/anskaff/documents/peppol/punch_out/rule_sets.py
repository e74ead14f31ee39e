"""Our rule sets: the punch-out cart (Peppol BIS Punch Out 3, T77)."""

from anskaff.documents.peppol.post_award.catalogue_rules import SEVERAL
from anskaff.documents.peppol.post_award.release import released
from anskaff.documents.peppol.punch_out import DOCUMENT
from anskaff.documents.peppol.punch_out.rules import RULES

REPEATING = SEVERAL | {
    ("cac:CatalogueLine", "cac:RequiredItemLocationQuantity"),
    ("cac:RequiredItemLocationQuantity", "cac:ApplicableTerritoryAddress"),
    ("cac:RequiredItemLocationQuantity", "cac:DeliveryUnit"),
    ("cac:ItemSpecificationDocumentReference", "cbc:DocumentDescription"),
    ("cac:Item", "cac:TransactionConditions"),
}
RULE_SETS = (released(DOCUMENT, "punch-out", "T77", RULES, repeating=REPEATING),)
