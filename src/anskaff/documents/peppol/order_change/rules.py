"""The rules of Peppol on a change of an order (T114), beside those of its structure."""

from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_change.table import LineItem, OrderChange
from anskaff.documents.peppol.post_award.ordering.rules import rules

KNOWN = BY_KEY["order_change"]
RULES = rules(
    "T114",
    OrderChange,
    LineItem,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
    mild_lines=True,
)
