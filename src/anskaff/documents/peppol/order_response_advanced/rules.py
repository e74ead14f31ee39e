"""The rules of Peppol on the response to an advanced order (T116), beside its structure."""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_response_advanced.table import AdvancedOrderResponse, LineItem
from anskaff.documents.peppol.post_award import order_answer_rules

KNOWN = BY_KEY["order_response_advanced"]
RULES = order_answer_rules.rules("T116", AdvancedOrderResponse, KNOWN, LineItem)
