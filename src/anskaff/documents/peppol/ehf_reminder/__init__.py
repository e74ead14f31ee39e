"""The reminder of an invoice (EHF Reminder 3.0): an invoice by its form and rules, and EHF's own.

>>> reminder = Reminder(number="7", currency="NOK")
>>> read(write(reminder)).number
'7'
"""

from anskaff.documents.peppol.ehf.document import document_type
from anskaff.documents.peppol.ehf_reminder.table import KNOWN, Reminder

DOCUMENT = document_type(KNOWN, Reminder)
read = DOCUMENT.read
write = DOCUMENT.write
