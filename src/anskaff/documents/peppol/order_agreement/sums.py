"""The rules of Peppol on the sums of an agreed order (T110).

Unlike those on an order, they take every total that is not stated for 0, and most are asked only
of a total that is stated.
"""

from collections.abc import Callable
from decimal import Decimal

from anskaff.documents.peppol.order_agreement.lines import LineItem
from anskaff.documents.peppol.order_agreement.totals import AllowanceCharge, TaxTotal, Totals
from anskaff.documents.peppol.post_award.anywhere import texts_at
from anskaff.documents.peppol.post_award.ordering import totals as ordering
from anskaff.documents.peppol.post_award.ordering.allowances import INDICATOR
from anskaff.documents.peppol.post_award.ordering.sums import (
    NEGATIVE,
    NOT_NEGATIVE,
    SUM_OF_ALLOWANCES,
    SUM_OF_CHARGES,
    SUM_OF_LINES,
    TO_PAY,
    WITH_TAX,
    WITHOUT_TAX,
    Asked,
    Sums,
    amount_in,
    to_pay,
    total,
    total_is,
    value,
)
from anskaff.documents.peppol.rounding import cents
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.table import Group

PREFIX = "PEPPOL-T110"


def _stated(name: str) -> Asked:
    def is_stated(totals: ordering.Totals, _: Reading[Group]) -> bool:
        return amount_in(totals, name) is not None

    return is_stated


def _charged(indicator: str) -> Callable[[ordering.Totals, Reading[Group]], Decimal]:
    """The sum of allowances or charges; the indicator counts when it is spelled just so."""

    def found(_: ordering.Totals, reading: Reading[Group]) -> Decimal:
        charges = reading.all(AllowanceCharge)
        return cents(
            total(each.amount for each in charges if indicator in texts_at(each, INDICATOR))
        )

    return found


def _lines(_: ordering.Totals, reading: Reading[Group]) -> Decimal:
    return cents(total(each.net for each in reading.all(LineItem)))


def _without_tax(totals: ordering.Totals, _: Reading[Group]) -> Decimal:
    return value(totals.lines) + value(totals.charges) - value(totals.allowances)


def _with_tax(totals: ordering.Totals, reading: Reading[Group]) -> Decimal:
    return value(totals.without_tax) + total(each.tax for each in reading.all(TaxTotal))


def _has_no_several_taxes(_: ordering.Totals, reading: Reading[Group]) -> bool:
    """With several tax totals the official rule cannot be asked."""
    return len(list(reading.all(TaxTotal))) <= 1


def _not_negative(official: str, name: str) -> Rule:
    row = Totals.field(name)

    @rule(official, Totals, at=name, says=NEGATIVE, cure=NOT_NEGATIVE)
    def is_not_negative(totals: Totals, _: Reading[Group]) -> Facts | None:
        got = value(amount_in(totals, name))
        return {"label": row.said.label, "got": got} if got < 0 else None

    return is_not_negative


def _sum(number: str, name: str, reckoned: Sums) -> Rule:
    how = HOW[name]
    asked = _has_no_several_taxes if name == "with_tax" else _stated(name)
    return total_is(f"{PREFIX}-{number}", Totals, name, reckoned, how, asked=asked)


HOW = {
    "lines": SUM_OF_LINES,
    "charges": SUM_OF_CHARGES,
    "allowances": SUM_OF_ALLOWANCES,
    "without_tax": WITHOUT_TAX,
    "with_tax": WITH_TAX,
    "payable": TO_PAY,
}
SUMS = (
    _not_negative(f"{PREFIX}-R005", "payable"),
    _not_negative(f"{PREFIX}-R006", "lines"),
    _sum("R007", "lines", _lines),
    _sum("R008", "charges", _charged("true")),
    _sum("R009", "allowances", _charged("false")),
    _sum("R010", "without_tax", _without_tax),
    _sum("R011", "with_tax", _with_tax),
    _sum("R012", "payable", to_pay),
)
