"""Our rule sets: the catalogue (Peppol BIS Catalogue 3, T19)."""

from anskaff.documents.peppol.catalogue import DOCUMENT
from anskaff.documents.peppol.catalogue.rules import RULES
from anskaff.documents.peppol.post_award.catalogue_rules import SEVERAL
from anskaff.documents.peppol.post_award.release import released

REPEATING = SEVERAL | {
    ("cac:CatalogueLine", "cbc:WarrantyInformation"),
    ("cac:Price", "cac:ValidityPeriod"),
}
RULE_SETS = (released(DOCUMENT, "catalogue", "T19", RULES, repeating=REPEATING),)
