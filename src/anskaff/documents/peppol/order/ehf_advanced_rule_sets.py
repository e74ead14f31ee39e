"""Our rule sets: the first order of advanced ordering in EHF (EHF Advanced Ordering 3.0)."""

from anskaff.documents.peppol.ehf.release import Release, released
from anskaff.documents.peppol.order.ehf_advanced import DOCUMENT
from anskaff.documents.peppol.order.ehf_rule_sets import WITHOUT
from anskaff.documents.peppol.order.rules import RULES
from anskaff.documents.ubl.numbering import Oddities

RELEASE = Release("advanced-order-initiation", "EHF-P09-INIT", "EHF-P09-3.0-ORDER-INITIATION")
RULE_SETS = (
    released(
        DOCUMENT,
        RELEASE,
        RULES,
        without=WITHOUT,
        oddities=Oddities(before={"cbc:UUID": "cbc:SalesOrderID"}),
    ),
)
