"""The rules of EN 16931 for UBL and of Peppol, by theme; each holds when the official one does."""

from anskaff.documents.peppol import known
from anskaff.documents.peppol.billing.rules import (
    coded,
    conditions,
    counted,
    decimals,
    hidden,
    hidden_codes,
    hidden_rules,
    net_amounts,
    process,
    restricted,
    standing,
    sums,
    vat,
    vat_whole,
)
from anskaff.documents.peppol.billing.rules.national import NATIONAL_RULES
from anskaff.documents.peppol.billing.rules.process import Specification
from anskaff.documents.peppol.common_rules import IDENTIFIERS
from anskaff.documents.ubl.rules import AnyRule, Rule

EUROPEAN: tuple[Rule, ...] = (
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
"""The rules of EN 16931."""


def peppol(spec: Specification, *, subtotals_in_currency: bool) -> tuple[AnyRule, ...]:
    """The rules of Peppol for all countries, for a specification.

    `subtotals_in_currency` tells whether the tax in the breakdown is to be in the currency, too.
    """
    return (
        *process.process_rules(spec),
        *net_amounts.LINE_RULES,
        restricted.one_currency(subtotals=subtotals_in_currency),
        *restricted.type_rules(spec),
        *restricted.CODE_RULES,
        *IDENTIFIERS,
    )


BILLING = Specification(customization=known.BILLING, profile=known.BILLING_IDS[1])
RULES: tuple[AnyRule, ...] = (
    *EUROPEAN,
    *peppol(BILLING, subtotals_in_currency=True),
    restricted.german_types_are_for_germans,
    *NATIONAL_RULES,
)
"""All rules of Peppol BIS Billing."""
SELF_BILLING = Specification(
    customization=known.SELF_BILLING,
    profile=known.SELF_BILLING_IDS[1],
    types={"PEPPOL-EN16931-P0101": frozenset({"261"})},
    asks_with_response=False,
)
SELF_BILLING_RULES: tuple[AnyRule, ...] = (
    *EUROPEAN,
    *peppol(SELF_BILLING, subtotals_in_currency=False),
)
"""All rules of Peppol BIS Self-Billing, which has none for single countries."""
