"""Our rule sets: the order response of advanced ordering in EHF (EHF Advanced Ordering 3.0)."""

from anskaff.documents.peppol.ehf.release import Release, released
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_response.ehf_rule_sets import LATER
from anskaff.documents.peppol.order_response_advanced import table
from anskaff.documents.peppol.order_response_advanced.ehf import DOCUMENT
from anskaff.documents.peppol.post_award import order_answer_rules
from anskaff.documents.peppol.post_award.order_answer_rules import SEVERAL
from anskaff.documents.ubl.numbering import Oddities

RULES = order_answer_rules.rules(
    "T76", table.AdvancedOrderResponse, BY_KEY["order_response"], table.LineItem
)
"""Those of ordering, which EHF asks in advanced ordering too."""
RELEASE = Release("advanced-order-response", "EHF-P09-RES", "EHF-P09-3.0-ORDER-RESPONSE")
RULE_SETS = (
    released(
        DOCUMENT,
        RELEASE,
        RULES,
        without=LATER,
        repeating=SEVERAL,
        oddities=Oddities(before={"cbc:UUID": "cbc:SalesOrderID"}),
    ),
)
