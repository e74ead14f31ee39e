"""The rules of Peppol on the message level response (T71), beside those of its structure."""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.message_level_response.table import MessageLevelResponse
from anskaff.documents.peppol.post_award.identity import specification

RULES = (
    specification(
        "PEPPOL-T71-R001", MessageLevelResponse, BY_KEY["message_level_response"].customization
    ),
)
