"""Rounding as XPath does it."""

from decimal import ROUND_FLOOR, Decimal

HALF = Decimal("0.5")
CENT = Decimal("0.01")


def cents(value: Decimal) -> Decimal:
    """To two decimals, a half goes up (also below zero).

    >>> cents(Decimal("1.005")), cents(Decimal("-1.005"))
    (Decimal('1.01'), Decimal('-1'))
    """
    return whole(value * 100) / 100


def in_cents(value: Decimal) -> Decimal:
    """The same, quicker for a number that is written in cents already; it stays as it is.

    >>> in_cents(Decimal("1.50")), cents(Decimal("1.50"))
    (Decimal('1.50'), Decimal('1.5'))
    """
    return value if value.same_quantum(CENT) else cents(value)


def whole(value: Decimal) -> Decimal:
    """To a whole number, a half goes up (also below zero).

    >>> whole(Decimal("2.5")), whole(Decimal("-2.5"))
    (Decimal('3'), Decimal('-2'))
    """
    return (value + HALF).to_integral_value(rounding=ROUND_FLOOR)
