"""Money is exact, or refused; never rounded in silence."""

from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anskaff.concepts.money import Money

LONG = Decimal("12345678901234567890123456789012345.67")
TINY = Decimal("1E-30")
amounts = st.decimals(
    min_value=Decimal("-1E40"), max_value=Decimal("1E40"), allow_nan=False, allow_infinity=False
)


@given(amounts, amounts)
def test_sums_differences_and_products_are_exact(one: Decimal, other: Decimal) -> None:
    left, right = Money(one), Money(other)
    assert Fraction((left + right).amount) == Fraction(one) + Fraction(other)
    assert Fraction((left - right).amount) == Fraction(one) - Fraction(other)
    assert Fraction(left.times(other).amount) == Fraction(one) * Fraction(other)


@pytest.mark.parametrize(
    ("reckoned", "right"),
    [
        (lambda: Money(LONG) + Money(TINY), Fraction(LONG) + Fraction(TINY)),
        (lambda: Money(LONG) - Money(TINY), Fraction(LONG) - Fraction(TINY)),
        (lambda: Money(LONG).times(LONG), Fraction(LONG) ** 2),
    ],
)
def test_more_than_28_digits_are_kept(reckoned: Callable[[], Money], right: Fraction) -> None:
    assert Fraction(reckoned().amount) == right


def test_the_precision_of_the_caller_does_not_matter() -> None:
    with localcontext(prec=3):
        summed = (Money(LONG) + Money(Decimal(1))).amount
    assert str(summed) == "12345678901234567890123456789012346.67"


@pytest.mark.parametrize(
    "reckon",
    [
        lambda: Money(Decimal("1E+2000")) + Money(Decimal(1)),
        lambda: Money(Decimal("1E+2000")) - Money(Decimal(1)),
        lambda: Money(Decimal(10**600 + 1)).times(Decimal(10**600 + 1)),
        lambda: Money(Decimal("1E+2000")).rounded_half_up(),
    ],
)
def test_what_cannot_be_kept_exactly_is_refused(reckon: Callable[[], Money]) -> None:
    with pytest.raises(ArithmeticError):
        reckon()


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        ("2.345", "2.35"),
        ("-2.345", "-2.35"),
        ("2.3449999999999999999999999999999999", "2.34"),
        ("12345678901234567890123456789012345.675", "12345678901234567890123456789012345.68"),
    ],
)
def test_rounding_is_to_two_decimals_half_away_from_zero(amount: str, rounded: str) -> None:
    assert str(Money(Decimal(amount)).rounded_half_up().amount) == rounded


def test_currencies_are_never_mixed() -> None:
    kroner, euro = Money(Decimal(1)), Money(Decimal(1), "EUR")
    for mixed in (
        lambda: kroner + euro,
        lambda: kroner - euro,
        lambda: kroner < euro,
        lambda: kroner <= euro,
    ):
        with pytest.raises(ValueError, match="cannot mix NOK and EUR"):
            mixed()
