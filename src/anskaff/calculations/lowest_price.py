"""M-LOW, lowest price: the lowest valid price wins.

    min P

Only when climate is not an award criterion (LOA § 5b, FOA § 18-1; `law` checks that).

>>> from decimal import Decimal
>>> from anskaff.calculations.scoring import TenderInput, evaluate
>>> from anskaff.concepts.money import Money
>>> prices = {"A": 10, "B": 12, "C": 9}
>>> evaluate("M-LOW", [], [
...     TenderInput(tender=name, price=Money(Decimal(price))) for name, price in prices.items()
... ]).first
('C',)
"""

from anskaff.calculations.model import Compares, Model
from anskaff.concepts.words import Words

MODEL = Model(
    id="M-LOW",
    name=Words(nb="Laveste pris", nn="Lågaste pris", en="Lowest price"),
    formula="min P",
    explained=Words(
        nb="Laveste pris vinner. Ingen poeng (toppskår {top}) blir brukt.",
        nn="Lågaste pris vinn. Ingen poeng (toppskår {top}) blir brukte.",
        en="The lowest price wins. No points (top score {top}) are used.",
    ),
    source="LOA § 5b; FOA § 18-1",
    compares=Compares.AMOUNT,
    uses_quality=False,
)
