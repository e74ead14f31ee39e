"""Our rule sets: the answer to a catalogue (Peppol BIS Catalogue 3, T58)."""

from anskaff.documents.peppol.catalogue_response import DOCUMENT
from anskaff.documents.peppol.catalogue_response.rules import RULES
from anskaff.documents.peppol.post_award.release import released

RULE_SETS = (released(DOCUMENT, "catalogue-response", "T58", RULES),)
