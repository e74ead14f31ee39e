"""M-LIN, linear: one per cent dearer than the cheapest costs one per cent of the top score.

    score = S − S·(P − Pb) / Pb

S top score, P price, Pb lowest price. Below 0 when P > 2·Pb; negative points are not unlawful in
themselves (KOFA 2015/60). Source: DFØ, Veileder i evaluering av tilbud, 2023-04-24.

>>> price_score(Fraction(12), Fraction(10), Fraction(10))
Fraction(8, 1)
>>> price_score(Fraction(25), Fraction(10), Fraction(10))
Fraction(-5, 1)
"""

from fractions import Fraction

from anskaff.calculations.model import Compares, Model
from anskaff.concepts.words import Words


def price_score(price: Fraction, lowest: Fraction, top: Fraction) -> Fraction:
    """Points for a price.

    Raises:
        ZeroDivisionError: the lowest price is 0; `scoring` refuses that first.
    """
    return top - top * (price - lowest) / lowest


def expression(price: str, lowest: str, top: str) -> str:
    """The formula with these numbers."""
    return f"{top} − {top} · ({price} − {lowest}) / {lowest}"


MODEL = Model(
    id="M-LIN",
    name=Words(nb="Lineær modell", nn="Lineær modell", en="Linear model"),
    formula="S − S · (P − Pb) / Pb",
    explained=Words(
        nb="Laveste pris får {top} poeng. Er prisen ti prosent høyere, trekkes ti prosent av "
        "toppskåren. En pris over det dobbelte av den laveste gir minuspoeng.",
        nn="Lågaste pris får {top} poeng. Er prisen ti prosent høgare, blir det trekt ti prosent "
        "av toppskåren. Ein pris over det doble av den lågaste gir minuspoeng.",
        en="The lowest price gets {top} points. A price ten per cent higher loses ten per cent of "
        "the top score. A price above twice the lowest gives negative points.",
    ),
    source="DFØ, Veileder i evaluering av tilbud (2023); KOFA 2015/60",
    compares=Compares.POINTS,
    price_score=price_score,
    expression=expression,
)
