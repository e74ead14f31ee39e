"""M-PRQ−, priced quality: each point of quality is worth an amount that is subtracted.

    Peval = P − Σ V_i · q_i        lowest Peval wins

P price, q_i points on criterion i, V_i NOK per point, fixed in the documents before opening. A
tender's amount does not depend on other tenders, so an irrelevant one cannot change the winner.
Source: DFØ, Veileder i evaluering av tilbud, 2023-04-24 (the recommended form).

>>> comparison_amount(Fraction(10), [(Fraction(3, 10), Fraction(6))] * 2)
Fraction(32, 5)
"""

from collections.abc import Sequence
from fractions import Fraction

from anskaff.calculations.model import Compares, Model
from anskaff.concepts.words import Words


def comparison_amount(price: Fraction, valued: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """The price less what the quality is worth; `valued` holds (NOK per point, points)."""
    return price - sum((value * points for value, points in valued), Fraction(0))


MODEL = Model(
    id="M-PRQ-",
    name=Words(
        nb="Prissetting av kvalitet (fradrag)",
        nn="Prissetjing av kvalitet (frådrag)",
        en="Priced quality (deduction)",
    ),
    formula="P − Σ Vᵢ · qᵢ",
    explained=Words(
        nb="Hvert poeng på en skala til {top} er verdt et beløp som står i konkurransegrunnlaget. "
        "Beløpet trekkes fra prisen. Laveste sammenligningspris vinner.",
        nn="Kvart poeng på ein skala til {top} er verdt eit beløp som står i "
        "konkurransegrunnlaget. Beløpet blir trekt frå prisen. Lågaste samanlikningspris vinn.",
        en="Each point on a scale to {top} is worth an amount stated in the documents. The amount "
        "is subtracted from the price. The lowest comparison price wins.",
    ),
    source="DFØ, Veileder i evaluering av tilbud (2023)",
    compares=Compares.AMOUNT,
)
