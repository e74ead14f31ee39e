"""Money: an exact amount in one currency."""

from dataclasses import dataclass
from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    ROUND_HALF_UP,
    Context,
    Decimal,
    Inexact,
    InvalidOperation,
    Overflow,
)

_MOST_DIGITS = 1000
_EXACT = Context(
    prec=_MOST_DIGITS, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact, InvalidOperation, Overflow]
)
_ROUNDED = Context(
    prec=_MOST_DIGITS, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[InvalidOperation, Overflow]
)


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An exact amount in one currency, without VAT unless a name says otherwise.

    Sums, differences and products are exact. One that needs more than 1000 digits is refused with
    an `ArithmeticError`; nothing is rounded unless the call says so.

    >>> Money(Decimal("10.50")) + Money(Decimal("0.50"))
    Money(amount=Decimal('11.00'), currency='NOK')
    >>> Money(Decimal(1)) + Money(Decimal(1), "EUR")
    Traceback (most recent call last):
    ValueError: cannot mix NOK and EUR
    >>> Money(0.1)  # type: ignore[arg-type]
    Traceback (most recent call last):
    TypeError: an amount is a Decimal, not float
    """

    amount: Decimal
    currency: str = "NOK"

    def __post_init__(self) -> None:
        if not isinstance(self.amount, Decimal):
            raise TypeError(f"an amount is a Decimal, not {type(self.amount).__name__}")
        if not self.amount.is_finite():
            raise ValueError("an amount is a finite number")
        if len(self.currency) != 3 or not self.currency.isupper():  # noqa: PLR2004
            raise ValueError(f"a currency is three capital letters (ISO 4217), not {self.currency}")

    def __add__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(_EXACT.add(self.amount, other.amount), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(_EXACT.subtract(self.amount, other.amount), self.currency)

    def __lt__(self, other: "Money") -> bool:
        self._same_currency(other)
        return self.amount < other.amount

    def __le__(self, other: "Money") -> bool:
        self._same_currency(other)
        return self.amount <= other.amount

    def times(self, quantity: Decimal) -> "Money":
        """The amount multiplied, unrounded.

        >>> Money(Decimal("0.01")).times(Decimal("1234567890123456789012345678.9")).amount
        Decimal('12345678901234567890123456.789')
        """
        return Money(_EXACT.multiply(self.amount, quantity), self.currency)

    def rounded_half_up(self) -> "Money":
        """To øre (two decimals), half away from zero.

        >>> Money(Decimal("2.345")).rounded_half_up().amount
        Decimal('2.35')
        """
        cents = self.amount.quantize(Decimal("0.01"), ROUND_HALF_UP, _ROUNDED)
        return Money(cents, self.currency)

    def _same_currency(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise ValueError(f"cannot mix {self.currency} and {other.currency}")
