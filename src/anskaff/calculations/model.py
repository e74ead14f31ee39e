"""What an evaluation model is: how price meets points, with its formula in words and numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from anskaff.concepts.words import Words

PriceScore = Callable[[Fraction, Fraction, Fraction], Fraction]
PriceExpression = Callable[[str, str, str], str]


class Compares(StrEnum):
    """What decides the order: the highest sum of points, or the lowest amount."""

    POINTS = "points"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """An evaluation model.

    `price_score(P, Pb, S)` gives the points for price P when the lowest price is Pb and the top
    score is S; None for models that compare amounts. `expression` is the same with given texts for
    the numbers, for pages and protocol. `uses_quality` is False for lowest price.
    """

    id: str
    name: Words
    formula: str
    explained: Words
    source: str
    compares: Compares
    uses_quality: bool = True
    price_score: PriceScore | None = None
    expression: PriceExpression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of a computation: what it is, and the formula with the numbers filled in."""

    label: Words
    expression: str
    result: Fraction
