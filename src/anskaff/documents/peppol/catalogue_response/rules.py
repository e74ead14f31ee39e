"""The rules of Peppol on the answer to a catalogue (T58), beside those of its structure."""

from anskaff.documents.peppol.catalogue_response.table import CatalogueResponse
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.post_award.identity import specification

RULES = (
    specification("PEPPOL-T58-R001", CatalogueResponse, BY_KEY["catalogue_response"].customization),
)
