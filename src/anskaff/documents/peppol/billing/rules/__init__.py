"""The rules of EN 16931 for UBL, by theme; each holds exactly when the official one does."""

from anskaff.documents.peppol.billing.rules import (
    coded,
    conditions,
    counted,
    decimals,
    hidden,
    hidden_codes,
    hidden_rules,
    standing,
    sums,
    vat,
    vat_whole,
)
from anskaff.documents.ubl.rules import Rule

RULES: tuple[Rule, ...] = (
    *standing.RULES,
    *conditions.RULES,
    *counted.RULES,
    *coded.RULES,
    *decimals.RULES,
    *sums.RULES,
    *vat.RULES,
    *vat_whole.RULES,
    *hidden.RULES,
    *hidden_codes.RULES,
    *hidden_rules.RULES,
)
