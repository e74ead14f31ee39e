"""The message level status of the Peppol network (MLS 1.0).

>>> answer = MessageLevelStatus(number="7")
>>> read(write(answer)).number
'7'
"""

from datetime import date

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.message_level_status.rules import RULES
from anskaff.documents.peppol.message_level_status.structure import OFFICIAL
from anskaff.documents.peppol.message_level_status.table import MessageLevelStatus
from anskaff.documents.ubl.document import DocumentType, RuleSet

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
RULE_SETS: tuple[RuleSet[MessageLevelStatus], ...] = (
    RuleSet(
        id="eu.peppol.edec:mls:1.0.1",
        valid_from=date(2025, 12, 15),
        document=DOCUMENT,
        official=OFFICIAL,
        rules=RULES,
        source="Peppol Message Level Status 1.0.1",
    ),
)
read = DOCUMENT.read
write = DOCUMENT.write
