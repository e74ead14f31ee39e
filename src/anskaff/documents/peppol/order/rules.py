"""The rules of Peppol on an order (T01), beside those of its structure.

An order may also be the first of advanced ordering.
"""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order.lines import LineItem
from anskaff.documents.peppol.order.table import Order
from anskaff.documents.peppol.post_award.ordering.rules import rules

KNOWN = BY_KEY["order"]
ADVANCED = BY_KEY["order_change"].profiles
RULES = rules(
    "T01",
    Order,
    LineItem,
    customization=KNOWN.customization,
    profiles=(*KNOWN.profiles, *ADVANCED),
)
