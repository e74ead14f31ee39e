"""Our rule sets: credit note sent on to the one who is to pay (EHF Forward Billing 3.0)."""

from anskaff.documents.peppol.credit_note import rule_sets as credit_note
from anskaff.documents.peppol.ehf.billing import NOT_IN_FORWARD_BILLING, on_billing
from anskaff.documents.peppol.ehf_forward_credit_note import DOCUMENT

RULE_SETS = tuple(
    on_billing(DOCUMENT, "forward-billing-creditnote", each, NOT_IN_FORWARD_BILLING)
    for each in credit_note.RULE_SETS[-1:]
)
