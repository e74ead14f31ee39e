"""A-1 to A-3, V-1, V-2 and G-10: what the tenders may be compared on, and how it is weighted.

>>> from decimal import Decimal
>>> price = AwardCriterion(
...     key="AC-1", name="Pris", kind=CriterionKind.PRICE, weight_percent=Decimal(60)
... )
>>> [finding.code for finding in check((price,), part=Part.III, on=date(2026, 11, 21))]
['weights-do-not-sum-to-100']
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from anskaff.concepts.criterion import AwardCriterion, CriterionKind
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.words import Words
from anskaff.law.climate_weight import DUTY_FROM, lots_of, place_of
from anskaff.law.part import Part
from anskaff.law.rule import Rule

WHOLE = Decimal(100)


class AwardBasis(StrEnum):
    """What the award rests on (FOA § 18-1)."""

    BEST_RATIO = "best-price-quality-ratio"
    LOWEST_PRICE = "lowest-price"
    LOWEST_COST = "lowest-cost"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightRange:
    """A weight published as a range, in per cent (FOA § 18-1(6))."""

    key: str
    lowest: Decimal
    highest: Decimal

    def __post_init__(self) -> None:
        if not 0 <= self.lowest <= self.highest <= WHOLE:
            raise ValueError(f"a range runs from low to high within 0-100: {self.key}")


OBJECTIVE = Rule(
    id="A-1",
    words=Words(
        nb="Kriteriene skal være objektive, ha tilknytning til leveransen og ikke gi ubegrenset "
        "valgfrihet. Dokumentasjon skal angis for hvert kriterium.",
        nn="Kriteria skal vere objektive, ha tilknyting til leveransen og ikkje gi uavgrensa "
        "valfridom. Dokumentasjon skal oppgivast for kvart kriterium.",
        en="Criteria must be objective, linked to the delivery, and give no unlimited choice. The "
        "proof required must be stated for each.",
    ),
    source="FOA §§ 8-11, 18-1(4)-(5), (9)",
)
WEIGHTS_OR_ORDER = Rule(
    id="A-2",
    words=Words(
        nb="Del II: angi kriteriene i prioritert rekkefølge; vekting er også tillatt. Del III: "
        "angi vekten, med mindre det av objektive grunner er umulig.",
        nn="Del II: oppgi kriteria i prioritert rekkjefølgje; vekting er òg tillate. Del III: "
        "oppgi vekta, med mindre det av objektive grunnar er umogleg.",
        en="Part II: state the criteria in order of priority; weights are allowed too. Part III: "
        "state the weights, unless that is objectively impossible.",
    ),
    source="FOA §§ 8-11(1), 18-1(6)",
)
BASIS = Rule(
    id="A-3",
    words=Words(
        nb="Tilbud velges på beste forhold mellom pris eller kostnad og kvalitet. Lavest pris "
        "eller "
        "kostnad kan brukes bare når klima og miljø ikke er tildelingskriterium.",
        nn="Tilbod blir valde på beste forhold mellom pris eller kostnad og kvalitet. Lågast pris "
        "eller kostnad kan brukast berre når klima og miljø ikkje er tildelingskriterium.",
        en="Tenders are chosen on the best ratio between price or cost and quality. Lowest price "
        "or "
        "cost may be used only when climate is not an award criterion.",
    ),
    source="FOA § 18-1(1)",
    valid_from=DUTY_FROM,
)
LOWEST_PRICE = Rule(
    id="G-10",
    words=Words(
        nb="Lavest pris eller kostnad som eneste grunnlag er utelukket når klima og miljø er "
        "tildelingskriterium.",
        nn="Lågast pris eller kostnad som einaste grunnlag er utelukka når klima og miljø er "
        "tildelingskriterium.",
        en="Lowest price or cost as the only basis is ruled out when climate is an award "
        "criterion.",
    ),
    source="FOA § 18-1(1)",
    valid_from=DUTY_FROM,
)
SUM = Rule(
    id="V-1",
    words=Words(
        nb="Vektene skal til sammen være 100 prosent. Dette er en kontroll i systemet.",
        nn="Vektene skal til saman vere 100 prosent. Dette er ein kontroll i systemet.",
        en="The weights must add up to 100 per cent. This is a check of the product.",
    ),
    source="",
)
LOWEST_COST = Rule(
    id="A-4",
    words=Words(
        nb="Laveste kostnad bygger på en metode, som livssykluskostnader. Data og metode står i "
        "dokumentene; eksterne kostnader tas bare med når de kan tallfestes og kontrolleres.",
        nn="Lågaste kostnad byggjer på ein metode, som livssykluskostnader. Data og metode står i "
        "dokumenta; eksterne kostnader blir berre tekne med når dei kan talfestast og "
        "kontrollerast.",
        en="Lowest cost builds on a method such as life-cycle costing. Data and method stand in "
        "the documents; external costs count only when they can be quantified and verified.",
    ),
    source="FOA §§ 18-1(2), 18-2",
)
FIXED_PRICE = Rule(
    id="A-5",
    words=Words(
        nb="Prisen eller kostnaden kan være fast, slik at det bare konkurreres på kvalitet.",
        nn="Prisen eller kostnaden kan vere fast, slik at det berre blir konkurrert på kvalitet.",
        en="Price or cost may be fixed, so that suppliers compete on quality only.",
    ),
    source="FOA § 18-1(7)",
)
RANGES = Rule(
    id="V-2",
    words=Words(
        nb="Vektspenn må ikke være så vide at rekkefølgen mellom to kriterier kan snu. Endelig "
        "vekt "
        "settes før åpning.",
        nn="Vektspenn må ikkje vere så vide at rekkjefølgja mellom to kriterium kan snu. Endeleg "
        "vekt blir sett før opning.",
        en="Weight ranges must not be so wide that two criteria may swap order. The final weight "
        "is "
        "fixed before opening.",
    ),
    source="FOA § 18-1(6), KOFA 2025/0876",
)

MISSING = FindingKind(
    code="award-criteria-missing",
    text=Words(
        nb="Det er ingen tildelingskriterier.",
        nn="Det er ingen tildelingskriterium.",
        en="There are no award criteria.",
    ),
    cure=Words(
        nb="Legg til minst ett kriterium.",
        nn="Legg til minst eitt kriterium.",
        en="Add at least one criterion.",
    ),
    source=OBJECTIVE.source,
)
SUM_NOT_100 = FindingKind(
    code="weights-do-not-sum-to-100",
    text=Words(
        nb="Vektene blir {sum} prosent til sammen; de skal bli 100.",
        nn="Vektene blir {sum} prosent til saman; dei skal bli 100.",
        en="The weights add up to {sum} per cent; they must add up to 100.",
    ),
    cure=Words(
        nb="Juster vektene med til sammen {gap} prosentpoeng.",
        nn="Juster vektene med til saman {gap} prosentpoeng.",
        en="Adjust the weights by {gap} percentage points in total.",
    ),
)
PROOF_MISSING = FindingKind(
    code="criterion-lacks-proof",
    severity=Severity.WARNING,
    text=Words(
        nb="Kriteriet «{name}» sier ikke hva som vurderes og hvordan det dokumenteres.",
        nn="Kriteriet «{name}» seier ikkje kva som blir vurdert og korleis det blir dokumentert.",
        en="The criterion “{name}” does not say what is assessed and how it is proved.",
    ),
    cure=Words(
        nb="Beskriv kriteriet og dokumentasjonen tilbyderne skal levere.",
        nn="Beskriv kriteriet og dokumentasjonen tilbydarane skal levere.",
        en="Describe the criterion and the proof tenderers must deliver.",
    ),
    source=OBJECTIVE.source,
)
ORDER_NEEDS_REASON = FindingKind(
    code="priority-order-needs-reason",
    text=Words(
        nb="I del III skal kriteriene ha vekt; rekkefølge er bare tillatt når vekting er umulig.",
        nn="I del III skal kriteria ha vekt; rekkjefølgje er berre tillate når vekting er umogleg.",
        en="In part III the criteria must have weights; an order is allowed only when weighting is "
        "impossible.",
    ),
    cure=Words(
        nb="Sett vekter, eller skriv de objektive grunnene til at det ikke er mulig.",
        nn="Set vekter, eller skriv dei objektive grunnane til at det ikkje er mogleg.",
        en="Set weights, or write the objective reasons why that is not possible.",
    ),
    source="FOA § 18-1(6)",
)
LOWEST_PRICE_WITH_CLIMATE = FindingKind(
    code="lowest-price-with-climate-criterion",
    text=Words(
        nb="Lavest pris eller kostnad kan ikke brukes når «{name}» er tildelingskriterium.",
        nn="Lågast pris eller kostnad kan ikkje brukast når «{name}» er tildelingskriterium.",
        en="Lowest price or cost cannot be used when “{name}” is an award criterion.",
    ),
    cure=Words(
        nb="Velg beste forhold mellom pris og kvalitet, eller dekk klima og miljø med krav.",
        nn="Vel beste forhold mellom pris og kvalitet, eller dekk klima og miljø med krav.",
        en="Choose the best price-quality ratio, or cover climate by requirements.",
    ),
    source=LOWEST_PRICE.source,
)
LOWEST_PRICE_WITH_OTHERS = FindingKind(
    code="lowest-price-with-other-criteria",
    text=Words(
        nb="Når lavest pris eller kostnad avgjør alene, kan ikke «{name}» telle.",
        nn="Når lågast pris eller kostnad avgjer åleine, kan ikkje «{name}» telje.",
        en="When lowest price or cost alone decides, “{name}” cannot count.",
    ),
    cure=Words(
        nb="Fjern kriteriet, eller velg beste forhold mellom pris og kvalitet.",
        nn="Fjern kriteriet, eller vel beste forhold mellom pris og kvalitet.",
        en="Remove the criterion, or choose the best price-quality ratio.",
    ),
)
RANGES_OVERLAP = FindingKind(
    code="weight-ranges-overlap",
    text=Words(
        nb="Vektspennene for {first} og {second} overlapper, så rekkefølgen kan snu.",
        nn="Vektspenna for {first} og {second} overlappar, så rekkjefølgja kan snu.",
        en="The weight ranges of {first} and {second} overlap, so their order may swap.",
    ),
    cure=Words(
        nb="Gjør spennene smalere, slik at de ikke overlapper.",
        nn="Gjer spenna smalare, slik at dei ikkje overlappar.",
        en="Narrow the ranges so that they do not overlap.",
    ),
    source=RANGES.source,
)
RANGES_CANNOT_SUM = FindingKind(
    code="weight-ranges-cannot-sum-to-100",
    text=Words(
        nb="Vektspennene gir fra {lowest} til {highest} prosent til sammen; 100 må være mulig.",
        nn="Vektspenna gir frå {lowest} til {highest} prosent til saman; 100 må vere mogleg.",
        en="The weight ranges give from {lowest} to {highest} per cent in total; 100 must be "
        "possible.",
    ),
    cure=Words(
        nb="Juster spennene slik at vektene kan bli 100 prosent.",
        nn="Juster spenna slik at vektene kan bli 100 prosent.",
        en="Adjust the ranges so that the weights can add up to 100 per cent.",
    ),
)


def check(
    criteria: Sequence[AwardCriterion],
    *,
    part: Part,
    on: date,
    basis: AwardBasis = AwardBasis.BEST_RATIO,
    ranked: bool = False,
    order_reason: str = "",
) -> tuple[Finding, ...]:
    """Whether the award criteria are lawful; ask `climate_weight.check` about climate too.

    Args:
        criteria: all award criteria; in order of priority when `ranked`.
        part: the part of the regulation that applies.
        on: the day the procurement was set in motion.
        basis: what the award rests on.
        ranked: the criteria are in order of priority and not weighted.
        order_reason: why weighting is objectively impossible (part III, ranked only).
    """
    if not criteria:
        return (MISSING.at("award_criteria"),)
    findings = [] if ranked else _sums(criteria)
    if ranked and part is Part.III and not order_reason.strip():
        findings.append(ORDER_NEEDS_REASON.at("award_criteria"))
    if basis is not AwardBasis.BEST_RATIO:
        findings.extend(_lowest_price(criteria, part=part, on=on))
    findings.extend(
        PROOF_MISSING.at(f"award_criteria.{each.key}", name=each.name)
        for each in criteria
        if each.kind is CriterionKind.QUALITY and not each.description.strip()
    )
    return tuple(findings)


def check_ranges(ranges: Sequence[WeightRange]) -> tuple[Finding, ...]:
    """Whether published weight ranges keep the order of the criteria and can add up to 100.

    >>> price = WeightRange(key="AC-1", lowest=Decimal(40), highest=Decimal(50))
    >>> quality = WeightRange(key="AC-2", lowest=Decimal(40), highest=Decimal(60))
    >>> [finding.code for finding in check_ranges((price, quality))]
    ['weight-ranges-overlap']
    """
    findings = [
        RANGES_OVERLAP.at("award_criteria", first=one.key, second=other.key)
        for one, other in combinations(ranges, 2)
        if one.lowest < other.highest and other.lowest < one.highest
    ]
    lowest = sum((each.lowest for each in ranges), Decimal(0))
    highest = sum((each.highest for each in ranges), Decimal(0))
    if not lowest <= WHOLE <= highest:
        findings.append(RANGES_CANNOT_SUM.at("award_criteria", lowest=lowest, highest=highest))
    return tuple(findings)


def _sums(criteria: Sequence[AwardCriterion]) -> list[Finding]:
    """Every lot whose weights do not add up to 100."""
    totals = [
        (place_of(lot), sum((each.weight_percent for each in own), Decimal(0)))
        for lot, own in lots_of(criteria)
    ]
    return [
        SUM_NOT_100.at(where, sum=total, gap=abs(WHOLE - total))
        for where, total in totals
        if total != WHOLE
    ]


def _lowest_price(criteria: Sequence[AwardCriterion], *, part: Part, on: date) -> list[Finding]:
    """Criteria that cannot stand beside lowest price: climate by law, others by logic."""
    law_forbids = part is Part.III and LOWEST_PRICE.holds_on(on)
    findings = []
    for each in criteria:
        where = f"award_criteria.{each.key}"
        if each.climate and law_forbids:
            findings.append(LOWEST_PRICE_WITH_CLIMATE.at(where, name=each.name))
        elif each.climate or each.kind is CriterionKind.QUALITY:
            findings.append(LOWEST_PRICE_WITH_OTHERS.at(where, name=each.name))
    return findings


RULES = (OBJECTIVE, WEIGHTS_OR_ORDER, BASIS, LOWEST_PRICE, SUM, RANGES, LOWEST_COST, FIXED_PRICE)
FINDING_KINDS = (
    MISSING,
    SUM_NOT_100,
    PROOF_MISSING,
    ORDER_NEEDS_REASON,
    LOWEST_PRICE_WITH_CLIMATE,
    LOWEST_PRICE_WITH_OTHERS,
    RANGES_OVERLAP,
    RANGES_CANNOT_SUM,
)
