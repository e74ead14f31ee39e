"""The message level response (Peppol BIS MLR 3, T71).

>>> answer = MessageLevelResponse(number="7")
>>> read(write(answer)).number
'7'
"""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.message_level_response.table import MessageLevelResponse
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["message_level_response"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=MessageLevelResponse,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
read = DOCUMENT.read
write = DOCUMENT.write
