"""Our rule sets: the reminder of an invoice (EHF Reminder 3.0)."""

from dataclasses import replace

from anskaff.documents.peppol.billing.structure import repeated
from anskaff.documents.peppol.ehf.billing import NOT_IN_REMINDERS, on_billing
from anskaff.documents.peppol.ehf.release import Release, released
from anskaff.documents.peppol.ehf_reminder import DOCUMENT
from anskaff.documents.peppol.ehf_reminder.table import FILE
from anskaff.documents.peppol.invoice import rule_sets as invoice

BILLING = on_billing(DOCUMENT, "reminder", invoice.RULE_SETS[-1], NOT_IN_REMINDERS)
OWN = released(DOCUMENT, Release("reminder", "EHF-REMINDER", FILE), repeated=repeated)
RULE_SETS = (
    replace(
        BILLING,
        official=OWN.official,
        family=BILLING.official,
        rules=(*BILLING.rules, *OWN.rules),
        lists=(*OWN.lists, *BILLING.lists),
        silent={**BILLING.silent, **OWN.silent},
    ),
)
