"""The rules that Peppol BIS Billing has for single countries."""

from anskaff.documents.peppol.billing.rules.national import norway
from anskaff.documents.ubl.rules import Sweep

NATIONAL_RULES: tuple[Sweep, ...] = (*norway.RULES,)
