"""A price sheet is summed by us, and no øre is lost on the way."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from anskaff.calculations import price_sheet

amounts = st.decimals(min_value=0, max_value=10**15, places=4)


@given(st.lists(st.tuples(amounts, amounts), max_size=8))
def test_the_total_is_the_exact_sum_of_quantity_times_price(lines) -> None:
    sheet = {f"PL-{number}": line for number, line in enumerate(lines)}
    exact = sum((Fraction(quantity) * Fraction(price) for quantity, price in lines), Fraction(0))
    assert Fraction(price_sheet.total(sheet)) == exact


def test_an_empty_sheet_costs_nothing() -> None:
    assert price_sheet.total({}) == Decimal(0)
