"""The rules of Peppol on the cancellation of an order (T115), beside those of its structure."""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_cancellation.table import OrderCancellation
from anskaff.documents.peppol.post_award.identity import process, specification

KNOWN = BY_KEY["order_cancellation"]
RULES = (
    process("PEPPOL-T115-R031", OrderCancellation, *KNOWN.profiles),
    specification("PEPPOL-T115-R034", OrderCancellation, KNOWN.customization),
)
