"""A change of an order in EHF (EHF Advanced Ordering 3.0).

>>> document = OrderChange(number="7")
>>> read(write(document)).number
'7'
"""

from anskaff.documents.peppol.ehf.release import Release, document_type, released
from anskaff.documents.peppol.ehf.terms import UNIQUE, identified
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_change import ONCE, table
from anskaff.documents.peppol.post_award.ordering import ehf
from anskaff.documents.peppol.post_award.ordering.rules import rules
from anskaff.documents.ubl.numbering import Oddities
from anskaff.documents.ubl.variant import asked, varied

KNOWN = BY_KEY["ehf_order_change"]
OrderChange = varied(
    table.OrderChange,
    {
        **ehf.CHANGED,
        **identified(KNOWN),
        "cbc:SalesOrderID": UNIQUE,
        f"{ehf.LINE}/cac:Delivery/cac:RequestedDeliveryPeriod": asked(least=1),
    },
)
DOCUMENT = document_type(KNOWN, OrderChange)
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
read = DOCUMENT.read
write = DOCUMENT.write
