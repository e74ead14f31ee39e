"""The reminder of an invoice (EHF Reminder 3.0): an invoice by its form and rules, and EHF's own.

>>> reminder = Reminder(number="7", currency="NOK")
>>> read(write(reminder)).number
'7'
"""

from dataclasses import replace

from anskaff.documents.peppol import invoice
from anskaff.documents.peppol.billing.structure import repeated
from anskaff.documents.peppol.ehf.billing import NOT_IN_REMINDERS, on_billing
from anskaff.documents.peppol.ehf.release import Release, document_type, released
from anskaff.documents.peppol.ehf_reminder.table import FILE, KNOWN, Reminder

DOCUMENT = document_type(KNOWN, Reminder)
BILLING = on_billing(DOCUMENT, "reminder", invoice.RULE_SETS[-1], NOT_IN_REMINDERS)
OWN = released(DOCUMENT, Release("reminder", "EHF-REMINDER", FILE), repeated=repeated)
RULE_SETS = (
    replace(
        BILLING,
        official=OWN.official,
        family=BILLING.official,
        rules=(*BILLING.rules, *OWN.rules),
        lists=(*OWN.lists, *BILLING.lists),
    ),
)
read = DOCUMENT.read
write = DOCUMENT.write
