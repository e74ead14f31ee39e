"""A line of the price sheet: what one price is asked for."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceLine:
    """One priced line, keyed once; the tenderer gives a price per `unit` in NOK without VAT.

    `lot` is the lot's key or title as the tenderer should see it; empty when there is one lot.

    >>> PriceLine(key="PL-0001", description="Veisalt", unit="tonn", quantity=Decimal(120)).lot
    ''
    """

    key: str
    description: str
    unit: str
    quantity: Decimal
    lot: str = ""

    def __post_init__(self) -> None:
        if not self.key or self.key != self.key.strip():
            raise ValueError(f"a price line has a key without spaces around it: {self.key!r}")
        if not isinstance(self.quantity, Decimal):
            raise TypeError(f"a quantity is a Decimal, not {type(self.quantity).__name__}")
        if not self.quantity.is_finite() or self.quantity < 0:
            raise ValueError(f"a quantity is zero or more, not {self.quantity}")
