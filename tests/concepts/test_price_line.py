"""A price line is right from birth."""

from decimal import Decimal
from typing import Any

import pytest

from anskaff.concepts.price_line import PriceLine


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"key": " PL-0001"}, ValueError),
        ({"quantity": 3}, TypeError),
        ({"quantity": 3.0}, TypeError),
        ({"quantity": Decimal(-1)}, ValueError),
        ({"quantity": Decimal("NaN")}, ValueError),
        ({"quantity": Decimal("Infinity")}, ValueError),
    ],
)
def test_a_price_line_that_cannot_be_priced_is_refused(
    wrong: dict[str, Any], error: type[Exception]
) -> None:
    right: dict[str, Any] = {
        "key": "PL-0001",
        "description": "Salt",
        "unit": "t",
        "quantity": Decimal(1),
    }
    assert PriceLine(**right).key == "PL-0001"
    with pytest.raises(error):
        PriceLine(**{**right, **wrong})
