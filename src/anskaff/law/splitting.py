"""R-SPLIT: a warning when purchases of the same kind together pass a threshold.

Splitting to escape the rules is forbidden (FOA § 5-4(4)); similar regular purchases are added over
12 months (§ 5-4(9)). The same CPV group (first three digits) of one buyer is our sign of the same
kind; a person decides.

>>> from decimal import Decimal
>>> def bought(day, value):
...     return Purchase(cpv="39130000", value=Money(Decimal(value)), on=day)
>>> found = check(
...     bought(date(2026, 11, 21), 800_000), [bought(date(2026, 9, 1), 700_000)],
...     threshold=Money(Decimal(1_300_000)),
... )
>>> [finding.code for finding in found]
['purchases-together-pass-threshold']
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words
from anskaff.law.rule import Rule

GROUP_DIGITS = 3
WINDOW = timedelta(days=365)

SPLITTING = Rule(
    id="R-SPLIT",
    words=Words(
        nb="En kontrakt skal ikke deles opp, og beregningsmåten ikke velges, for å unngå reglene. "
        "Liknende kjøp over 12 måneder regnes sammen.",
        nn="Ein kontrakt skal ikkje delast opp, og utrekningsmåten ikkje veljast, for å unngå "
        "reglane. Liknande kjøp over 12 månader blir rekna saman.",
        en="A contract must not be split, nor the method of calculation chosen, to escape the "
        "rules. Similar purchases over 12 months are added up.",
    ),
    source="FOA § 5-4(4), (9)",
)
TOGETHER_PASS = FindingKind(
    code="purchases-together-pass-threshold",
    severity=Severity.WARNING,
    text=Words(
        nb="Dette kjøpet og {count} andre i CPV-gruppe {group} innen 12 måneder er til sammen "
        "{total}, som når terskelverdien {threshold}.",
        nn="Dette kjøpet og {count} andre i CPV-gruppe {group} innan 12 månader er til saman "
        "{total}, som når terskelverdien {threshold}.",
        en="This purchase and {count} others in CPV group {group} within 12 months come to "
        "{total}, "
        "which reaches the threshold of {threshold}.",
    ),
    cure=Words(
        nb="Vurder om kjøpene hører sammen. Hvis ikke, noter hvorfor.",
        nn="Vurder om kjøpa høyrer saman. Viss ikkje, noter kvifor.",
        en="Consider whether the purchases belong together. If not, note why.",
    ),
    source=SPLITTING.source,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """A planned or made purchase: CPV code (eight digits), value without VAT, and its day."""

    cpv: str
    value: Money
    on: date


def is_similar(one: Purchase, other: Purchase) -> bool:
    """Whether two purchases are in the same CPV group and at most 12 months apart.

    >>> from decimal import Decimal
    >>> chairs = Purchase(cpv="39110000", value=Money(Decimal(1)), on=date(2026, 1, 1))
    >>> desks = Purchase(cpv="39121000", value=Money(Decimal(1)), on=date(2026, 6, 1))
    >>> is_similar(chairs, desks)
    True
    """
    same_group = one.cpv[:GROUP_DIGITS] == other.cpv[:GROUP_DIGITS]
    return same_group and abs(other.on - one.on) <= WINDOW


def check(
    planned: Purchase, others: Sequence[Purchase], *, threshold: Money
) -> tuple[Finding, ...]:
    """A warning when similar purchases of the same buyer reach a threshold that this one does not.

    Args:
        planned: the purchase to be made.
        others: the other purchases of the same buyer.
        threshold: the amount to compare with, usually the next one above the planned value.
    """
    group = planned.cpv[:GROUP_DIGITS]
    similar = [other for other in others if is_similar(planned, other)]
    total = sum((other.value for other in similar), planned.value)
    if not similar or threshold <= planned.value or total < threshold:
        return ()
    found = TOGETHER_PASS.at(
        "value",
        group=group,
        total=total,
        threshold=threshold,
        count=len(similar),
    )
    return (found,)


RULES = (SPLITTING,)
FINDING_KINDS = (TOGETHER_PASS,)
