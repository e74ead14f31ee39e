"""The message level status of the Peppol network (MLS 1.0).

>>> answer = MessageLevelStatus(number="7")
>>> read(write(answer)).number
'7'
"""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.message_level_status.table import MessageLevelStatus
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["message_level_status"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=MessageLevelStatus,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
read = DOCUMENT.read
write = DOCUMENT.write
