"""The rules of EHF on the amounts of a payment request."""

from decimal import Decimal

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.billing.totals import Totals
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, rule
from anskaff.documents.ubl.values import Amount


def _value(amount: Amount | None) -> Decimal:
    return Decimal(0) if amount is None else amount.value


@rule(
    "EHF-PR-R001",
    Totals,
    at="payable",
    says=Words(
        nb="Beløpet å betale er {got}, men linjene mindre forskudd blir {expected}.",
        nn="Beløpet å betale er {got}, men linjene mindre forskot blir {expected}.",
        en="The amount to pay is {got}, but the lines less what is prepaid come to {expected}.",
    ),
    cure=Words(
        nb="Rett summen av linjene, forskuddet eller beløpet å betale.",
        nn="Rett summen av linjene, forskotet eller beløpet å betale.",
        en="Correct the sum of lines, what is prepaid or the amount to pay.",
    ),
)
def payable_is_lines_less_prepaid(totals: Totals, _: Reading[Invoice]) -> Facts | None:
    """What is to be paid is the sum of the lines less what is prepaid.

    The official rule counts in binary fractions, so that 0.3 less 0.1 is not 0.2; so do we.
    """
    if totals.lines is None or totals.payable is None:
        return {"got": _value(totals.payable), "expected": _value(totals.lines)}
    expected = totals.lines.value - _value(totals.prepaid)
    reckoned = float(totals.lines.value) - float(_value(totals.prepaid))
    if reckoned == float(totals.payable.value):
        return None
    return {"got": totals.payable.value, "expected": expected}


@rule(
    "EHF-PR-R002",
    Totals,
    at="prepaid",
    says=Words(
        nb="Forskuddet er negativt, {got}.",
        nn="Forskotet er negativt, {got}.",
        en="What is prepaid is negative, {got}.",
    ),
    cure=Words(
        nb="Skriv forskuddet som null eller mer.",
        nn="Skriv forskotet som null eller meir.",
        en="Write what is prepaid as zero or more.",
    ),
)
def prepaid_is_not_negative(totals: Totals, _: Reading[Invoice]) -> Facts | None:
    """What is prepaid is zero or more."""
    prepaid = _value(totals.prepaid)
    return {"got": prepaid} if prepaid < 0 else None


RULES = (payable_is_lines_less_prepaid, prepaid_is_not_negative)
