"""Dated: a value that the law changes over time, with its source and the day it was checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Dated(Generic[V]):
    """Every value since it began to hold; a value of None ends it.

    >>> limit = Dated({date(2017, 1, 1): 100_000, date(2026, 7, 1): 500_000},
    ...               source="LOA § 2", checked=date(2026, 11, 21))
    >>> limit.on(date(2026, 6, 30)), limit.on(date(2026, 7, 1)), limit.on(date(2016, 1, 1))
    (100000, 500000, None)
    """

    values: Mapping[date, V | None]
    source: str
    checked: date

    def on(self, day: date) -> V | None:
        """The value that holds on `day`; None before the first or after the end."""
        begun = [start for start in self.values if start <= day]
        return self.values[max(begun)] if begun else None

    def required_on(self, day: date) -> V:
        """As `on`, for a value that must exist.

        Raises:
            LookupError: nothing holds on that day.
        """
        value = self.on(day)
        if value is None:
            raise LookupError(f"{self.source} has no value on {day}")
        return value
