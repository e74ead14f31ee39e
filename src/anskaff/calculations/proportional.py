"""M-PRO, proportional: the score falls as the price grows, ever more slowly.

    score = S · Pb / P

S top score, P price, Pb lowest price. Undefined when P is 0. Depends on the cheapest tender, also
an irrelevant one. Source: DFØ, Veileder i evaluering av tilbud, 2023-04-24.

>>> price_score(Fraction(12), Fraction(10), Fraction(10))
Fraction(25, 3)
"""

from fractions import Fraction

from anskaff.calculations.model import Compares, Model
from anskaff.concepts.words import Words


def price_score(price: Fraction, lowest: Fraction, top: Fraction) -> Fraction:
    """Points for a price.

    Raises:
        ZeroDivisionError: the price is 0; `scoring` refuses that first.
    """
    return top * lowest / price


def expression(price: str, lowest: str, top: str) -> str:
    """The formula with these numbers."""
    return f"{top} · {lowest} / {price}"


MODEL = Model(
    id="M-PRO",
    name=Words(nb="Forholdsmessig modell", nn="Forholdsmessig modell", en="Proportional model"),
    formula="S · Pb / P",
    explained=Words(
        nb="Laveste pris får {top} poeng. De andre får {top} poeng ganger laveste pris delt på "
        "egen pris. Dobbel pris gir halv skår.",
        nn="Lågaste pris får {top} poeng. Dei andre får {top} poeng gonger lågaste pris delt på "
        "eigen pris. Dobbel pris gir halv skår.",
        en="The lowest price gets {top} points. The others get {top} points times the lowest price "
        "divided by their own. Twice the price gives half the score.",
    ),
    source="DFØ, Veileder i evaluering av tilbud (2023)",
    compares=Compares.POINTS,
    price_score=price_score,
    expression=expression,
)
