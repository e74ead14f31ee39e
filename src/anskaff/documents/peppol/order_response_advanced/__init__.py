"""The response to an advanced order (Peppol BIS Advanced Ordering 3, T116).

>>> answer = AdvancedOrderResponse(number="7", answer="AP")
>>> read(write(answer)).answer
'AP'
"""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_response_advanced.rules import RULES
from anskaff.documents.peppol.order_response_advanced.table import AdvancedOrderResponse
from anskaff.documents.peppol.post_award.order_answer_rules import SEVERAL
from anskaff.documents.peppol.post_award.release import released
from anskaff.documents.ubl.document import DocumentType

KNOWN = BY_KEY["order_response_advanced"]
DOCUMENT = DocumentType(
    key=KNOWN.key,
    name=KNOWN.name,
    root=AdvancedOrderResponse,
    namespace=KNOWN.namespace,
    element=KNOWN.element,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
)
RULE_SETS = (released(DOCUMENT, "order-response-advanced", "T116", RULES, repeating=SEVERAL),)
read = DOCUMENT.read
write = DOCUMENT.write
