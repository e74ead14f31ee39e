"""A price sheet's arithmetic: quantity times unit price, exact, summed by us, not by the sheet.

Options are lines like any other. Sums of up to 60 digits are exact, twice what a line can make.

>>> total({"PL-1": (Decimal("12"), Decimal("99.50")), "PL-2": (Decimal("0.5"), Decimal("10"))})
Decimal('1199.00')
"""

from collections.abc import Mapping
from decimal import Context, Decimal

EXACT = Context(prec=60)


def line_sum(quantity: Decimal, unit_price: Decimal) -> Decimal:
    """What a line costs, unrounded."""
    return EXACT.multiply(quantity, unit_price)


def total(lines: Mapping[str, tuple[Decimal, Decimal]]) -> Decimal:
    """What the whole sheet costs, unrounded; lines are (quantity, unit price) by key."""
    amount = Decimal(0)
    for quantity, unit_price in lines.values():
        amount = EXACT.add(amount, line_sum(quantity, unit_price))
    return amount
