"""A line of the price sheet: what one price is asked for."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceLine:
    """One priced line, keyed once; the tenderer gives a price per `unit` in NOK without VAT.

    `key` is made once; it is empty on a line that is planned and not kept yet. `lot` is the lot's
    key or title as the tenderer should see it; empty when there is one lot.

    >>> PriceLine(key="PL-0001", description="Veisalt", unit="tonn", quantity=Decimal(120)).lot
    ''
    """

    description: str
    unit: str
    quantity: Decimal
    key: str = ""
    lot: str = ""

    def __post_init__(self) -> None:
        if self.key != self.key.strip():
            raise ValueError(f"the key of a price line has no spaces around it: {self.key!r}")
        if not isinstance(self.quantity, Decimal):
            raise TypeError(f"a quantity is a Decimal, not {type(self.quantity).__name__}")
        if not self.quantity.is_finite() or self.quantity < 0:
            raise ValueError(f"a quantity is zero or more, not {self.quantity}")
