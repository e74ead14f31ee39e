"""What an opened tender answers, as kept in its row: lots, answers and prices.

{"lots": [key], "answers": {requirement: text}, "prices": {price line: NOK per unit}}
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from anskaff.calculations import price_sheet
from anskaff.competition.models import Lot, OpenedTender
from anskaff.concepts.money import Money
from anskaff.records.proof.canonical import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Lots bid for, answers by requirement key, unit prices in NOK without VAT by line key."""

    lots: tuple[str, ...]
    answers: Mapping[str, str]
    prices: Mapping[str, Decimal]

    def as_json(self) -> dict[str, Json]:
        """As kept; prices as plain texts, so that they stay exact."""
        return {
            "lots": list(self.lots),
            "answers": dict(self.answers),
            "prices": {key: f"{price:f}" for key, price in self.prices.items()},
        }


def answers_of(tender: OpenedTender) -> Answers:
    """What the row says."""
    kept = tender.answers
    return Answers(
        lots=tuple(kept["lots"]),
        answers=kept["answers"],
        prices={key: Decimal(text) for key, text in kept["prices"].items()},
    )


def bids_for(tender: OpenedTender, lot: Lot) -> bool:
    """Whether the tender is for this lot."""
    return lot.key in tender.answers["lots"]


def price_of(tender: OpenedTender, lot: Lot) -> Money:
    """The tender's price for the lot: its unit prices times our quantities, summed by us (V-11)."""
    prices = answers_of(tender).prices
    return Money(
        price_sheet.total(
            {
                line.key: (line.quantity, prices[line.key])
                for line in lot.price_lines.all()
                if line.key in prices
            }
        )
    )
