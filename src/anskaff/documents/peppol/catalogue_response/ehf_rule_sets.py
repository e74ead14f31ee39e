"""Our rule sets: the answer to a catalogue in EHF (EHF Catalogue 3.0)."""

from anskaff.documents.peppol.catalogue_response.ehf import DOCUMENT
from anskaff.documents.peppol.ehf.release import Release, released

RELEASE = Release("catalogue-response", "EHF-T58", "EHF-CATALOGUE-RESPONSE-3.0")
RULE_SETS = (released(DOCUMENT, RELEASE),)
