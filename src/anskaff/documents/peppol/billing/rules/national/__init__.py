"""The rules that Peppol BIS Billing has for single countries."""

from anskaff.documents.peppol.billing.rules.national import (
    denmark,
    germany,
    greece,
    iceland,
    italy,
    netherlands,
    norway,
    sweden,
)
from anskaff.documents.ubl.rules import Sweep

NATIONAL_RULES: tuple[Sweep, ...] = (
    *norway.RULES,
    *denmark.RULES,
    *italy.RULES,
    *sweden.RULES,
    *greece.RULES,
    *iceland.RULES,
    *netherlands.RULES,
    *germany.RULES,
)
