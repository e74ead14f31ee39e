"""Award criteria: what the tenders are compared on, keyed once and never renumbered."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class CriterionKind(StrEnum):
    """What a criterion measures (BT-539); `PRICE` is computed, `QUALITY` is scored by people."""

    PRICE = "price"
    COST = "cost"
    QUALITY = "quality"


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardCriterion:
    """One award criterion of one lot, or of all lots when `lot` is empty.

    `key` is made once and follows the criterion from plan to statistics. `weight_percent` is 0-100
    (BT-541). `climate` marks a climate or environment criterion (LOA § 5b).
    `scale` says in words what each score means (V-4).
    `value_per_point_nok` is the buyer's stated willingness to pay for one point (M-PRQ only).

    >>> price = AwardCriterion(
    ...     key="AC-1", name="Pris", kind=CriterionKind.PRICE, weight_percent=Decimal(40)
    ... )
    >>> price.climate
    False
    """

    key: str
    name: str
    kind: CriterionKind
    weight_percent: Decimal
    description: str = ""
    scale: str = ""
    climate: bool = False
    value_per_point_nok: Decimal | None = None
    lot: str = ""

    def __post_init__(self) -> None:
        if not isinstance(self.weight_percent, Decimal):
            raise TypeError(f"a weight is a Decimal, not {type(self.weight_percent).__name__}")
        if not 0 <= self.weight_percent <= 100:  # noqa: PLR2004
            raise ValueError(f"a weight is between 0 and 100 per cent, not {self.weight_percent}")
        if self.value_per_point_nok is not None and self.value_per_point_nok < 0:
            raise ValueError("willingness to pay is not negative")
