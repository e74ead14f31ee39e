"""Our rule sets: invoice sent on to the one who is to pay (EHF Forward Billing 3.0)."""

from anskaff.documents.peppol.ehf.billing import NOT_IN_FORWARD_BILLING, on_billing
from anskaff.documents.peppol.ehf_forward_invoice import DOCUMENT
from anskaff.documents.peppol.invoice import rule_sets as invoice

RULE_SETS = tuple(
    on_billing(DOCUMENT, "forward-billing-invoice", each, NOT_IN_FORWARD_BILLING)
    for each in invoice.RULE_SETS[-1:]
)
