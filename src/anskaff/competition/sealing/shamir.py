"""Shamir's secret sharing over GF(256): any k of n shares give the secret, k - 1 give nothing.

Each byte of the secret is the constant term of its own random polynomial of degree k - 1; share
number x holds the values of all of them at x. The field is that of AES: bytes modulo
x^8 + x^4 + x^3 + x + 1. Source: A. Shamir, "How to share a secret", 1979.

>>> import os
>>> shares = split(b"content key", threshold=2, count=3, random=os.urandom)
>>> join(shares[1:]), join((shares[2], shares[0]))
(b'content key', b'content key')
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Random = Callable[[int], bytes]

MAX_SHARES = 255


@dataclass(frozen=True, slots=True)
class Share:
    """One share: its number (1 to 255) and one byte per byte of the secret; `repr` hides it."""

    number: int
    value: bytes

    def __post_init__(self) -> None:
        if not 1 <= self.number <= MAX_SHARES or not self.value:
            raise ValueError("a share has a number from 1 to 255 and at least one byte")

    def __repr__(self) -> str:
        return f"Share(number={self.number})"

    def as_bytes(self) -> bytes:
        """The number as one byte, then the value."""
        return bytes([self.number]) + self.value

    @classmethod
    def from_bytes(cls, written: bytes) -> "Share":
        """Read what `as_bytes` wrote.

        Raises:
            ValueError: fewer than two bytes, or number 0.
        """
        return cls(written[0] if written else 0, written[1:])


def split(secret: bytes, *, threshold: int, count: int, random: Random) -> tuple[Share, ...]:
    """Make `count` shares, numbered from 1, of which any `threshold` give the secret.

    Raises:
        ValueError: not 1 <= threshold <= count <= 255, or an empty secret.
    """
    if not 1 <= threshold <= count <= MAX_SHARES or not secret:
        raise ValueError(f"cannot split {len(secret)} bytes {threshold} of {count}")
    coefficients = [secret, *(random(len(secret)) for _ in range(threshold - 1))]
    return tuple(
        Share(
            number, bytes(_value_at(number, column) for column in zip(*coefficients, strict=True))
        )
        for number in range(1, count + 1)
    )


def join(shares: Sequence[Share]) -> bytes:
    """The secret that the shares lie on; wrong or too few shares give other bytes, not an error.

    Raises:
        ValueError: none, of different lengths, or two with the same number.
    """
    numbers = [share.number for share in shares]
    lengths = {len(share.value) for share in shares}
    if len(set(numbers)) != len(numbers) or len(lengths) != 1:
        raise ValueError("shares have one length and different numbers")
    weights = [_weight_at_zero(number, numbers) for number in numbers]
    secret = bytearray(lengths.pop())
    for share, weight in zip(shares, weights, strict=True):
        for at, value in enumerate(share.value):
            secret[at] ^= multiply(weight, value)
    return bytes(secret)


def multiply(a: int, b: int) -> int:
    """The product in GF(256), as in AES (FIPS 197 § 4.2).

    >>> hex(multiply(0x57, 0x83))
    '0xc1'
    """
    return _POWERS[_LOGARITHMS[a] + _LOGARITHMS[b]] if a and b else 0


def _value_at(number: int, coefficients: Sequence[int]) -> int:
    value = 0
    for coefficient in reversed(coefficients):
        value = multiply(value, number) ^ coefficient
    return value


def _weight_at_zero(number: int, numbers: Sequence[int]) -> int:
    """Lagrange's product of other / (other - number); minus is xor in this field."""
    weight = 1
    for other in numbers:
        if other != number:
            weight = multiply(weight, multiply(other, _inverse(other ^ number)))
    return weight


def _inverse(a: int) -> int:
    return _POWERS[255 - _LOGARITHMS[a]]


def _tables() -> tuple[list[int], list[int]]:
    """Powers of the generator 3, twice round, and their logarithms."""
    powers, logarithms, value = [], [0] * 256, 1
    for exponent in range(255):
        powers.append(value)
        logarithms[value] = exponent
        doubled = value << 1
        value ^= doubled ^ (0x11B if doubled & 0x100 else 0)
    return powers * 2 + powers[:1], logarithms


_POWERS, _LOGARITHMS = _tables()
