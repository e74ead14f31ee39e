"""The rules of Peppol on the order response (T76), beside those of its structure."""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_response.table import OrderResponse
from anskaff.documents.peppol.post_award import order_answer_rules
from anskaff.documents.peppol.post_award.order_answer_lines import LineItem

RULES = order_answer_rules.rules("T76", OrderResponse, BY_KEY["order_response"], LineItem)
