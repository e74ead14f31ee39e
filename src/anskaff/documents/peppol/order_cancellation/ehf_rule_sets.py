"""Our rule sets: the cancellation of an order in EHF (EHF Advanced Ordering 3.0)."""

from anskaff.documents.peppol.ehf.release import Release, released
from anskaff.documents.peppol.order_cancellation.ehf import DOCUMENT
from anskaff.documents.ubl.numbering import Oddities

RELEASE = Release("advanced-order-cancellation", "EHF-P09-CAN", "EHF-P09-3.0-ORDER-CANCELLATION")
RULE_SETS = (released(DOCUMENT, RELEASE, oddities=Oddities(before={"cbc:UUID": "cbc:ID"})),)
