"""Our rule sets: a change of an order in EHF (EHF Advanced Ordering 3.0)."""

from anskaff.documents.peppol.ehf.release import Release, released
from anskaff.documents.peppol.order_change import table
from anskaff.documents.peppol.order_change.ehf import DOCUMENT, KNOWN
from anskaff.documents.peppol.order_change.rule_sets import ONCE
from anskaff.documents.peppol.post_award.ordering import ehf
from anskaff.documents.peppol.post_award.ordering.rules import rules
from anskaff.documents.ubl.numbering import Oddities

RULES = rules(
    "CHANGE",
    table.OrderChange,
    table.LineItem,
    customization=KNOWN.customization,
    profiles=KNOWN.profiles,
    publisher="EHF-P09",
)
"""Those of Peppol on an order, under numbers of EHF."""
WITHOUT = frozenset(f"EHF-P09-CHANGE-{each}" for each in ehf.WITHOUT)
RELEASE = Release("advanced-order-change", "EHF-P09-CHA", "EHF-P09-3.0-ORDER-CHANGE")
RULE_SETS = (
    released(
        DOCUMENT,
        RELEASE,
        RULES,
        without=WITHOUT,
        once=ONCE,
        oddities=Oddities(before={"cbc:UUID": "cbc:SalesOrderID"}),
    ),
)
