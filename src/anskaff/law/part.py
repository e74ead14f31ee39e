"""R-PART-*: which part of the procurement regulation applies.

Boundary: part II while the value does not exceed the EEA threshold, part III when it equals or
exceeds it; at equality both texts fit, and part III is used. Special services (annex 2) stay in
part II at any value; above the EEA threshold more duties are added. Health and social services
(annex 3) go from part I straight to part IV.

>>> from decimal import Decimal
>>> town = BuyerKind.OTHER
>>> applicable_part(ContractKind.GOODS, Money(Decimal(2_500_000)), town, date(2026, 11, 21)).part
<Part.III: 'III'>
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words
from anskaff.law import thresholds
from anskaff.law.rule import Reason, Rule
from anskaff.law.thresholds import Threshold


class Part(StrEnum):
    """A part of the regulation, always together with part I; or outside the act."""

    OUTSIDE = "outside"
    I = "I"  # noqa: E741 the law's own name
    II = "II"
    III = "III"
    IV = "IV"
    V = "V"


class PartTwoException(StrEnum):
    """The seven cases in which part II does not apply (FOA § 5-2(1) a-g)."""

    ONLY_ONE_SUPPLIER = "only-one-supplier"
    UNUSUALLY_GOOD_OFFER = "unusually-good-offer"
    UNFORESEEN_URGENCY = "unforeseen-urgency"
    NECESSARY_EXTRA = "necessary-extra"
    FAILED_COMPETITION = "failed-competition"
    EXCHANGE_GOODS = "exchange-goods"
    COVER_PURCHASE = "cover-purchase"


EXCEPTION_WORDS = {
    PartTwoException.ONLY_ONE_SUPPLIER: Words(
        nb="Bare én bestemt leverandør i markedet kan levere (bokstav a).",
        nn="Berre éin bestemt leverandør i marknaden kan levere (bokstav a).",
        en="Only one particular supplier in the market can deliver (letter a).",
    ),
    PartTwoException.UNUSUALLY_GOOD_OFFER: Words(
        nb="Et usedvanlig fordelaktig tilbud ligger vesentlig under markedspris (bokstav b).",
        nn="Eit usedvanleg fordelaktig tilbod ligg vesentleg under marknadspris (bokstav b).",
        en="An unusually good offer is well below market price (letter b).",
    ),
    PartTwoException.UNFORESEEN_URGENCY: Words(
        nb="Uforutsette forhold gjør at det ikke er tid til en konkurranse (bokstav c).",
        nn="Uføresette forhold gjer at det ikkje er tid til ein konkurranse (bokstav c).",
        en="Unforeseen events leave no time for a competition (letter c).",
    ),
    PartTwoException.NECESSARY_EXTRA: Words(
        nb="Uforutsette tilleggsytelser er strengt nødvendige for å fullføre kontrakten (bokstav "
        "d).",
        nn="Uføresette tilleggsytingar er strengt nødvendige for å fullføre kontrakten (bokstav "
        "d).",
        en="Unforeseen extras are strictly needed to complete the contract (letter d).",
    ),
    PartTwoException.FAILED_COMPETITION: Words(
        nb="Konkurransen mislyktes, og dokumentene endres ikke vesentlig (bokstav e).",
        nn="Konkurransen var mislykka, og dokumenta blir ikkje vesentleg endra (bokstav e).",
        en="The competition failed, and the documents are not materially changed (letter e).",
    ),
    PartTwoException.EXCHANGE_GOODS: Words(
        nb="Ytelsen kjøpes på børs, råvarebørs eller lignende marked (bokstav f).",
        nn="Ytinga blir kjøpt på børs, råvarebørs eller liknande marknad (bokstav f).",
        en="The purchase is made on an exchange or a similar market (letter f).",
    ),
    PartTwoException.COVER_PURCHASE: Words(
        nb="Dekningskjøp er nødvendig etter avlysning eller tvist, og varer ikke lenger enn "
        "nødvendig (bokstav g).",
        nn="Dekningskjøp er nødvendig etter avlysing eller tvist, og varer ikkje lenger enn "
        "nødvendig (bokstav g).",
        en="A cover purchase is needed after a cancellation or dispute, for no longer than "
        "necessary (letter g).",
    ),
}

OUTSIDE = Rule(
    id="R-PART-0",
    words=Words(
        nb="Lov og forskrift gjelder ikke under innslagspunktet.",
        nn="Lov og forskrift gjeld ikkje under innslagspunktet.",
        en="Act and regulation do not apply below the lower limit.",
    ),
    source="LOA § 2, FOA § 1-1",
)
PART_ONE = Rule(
    id="R-PART-1",
    words=Words(
        nb="Under nasjonal terskelverdi gjelder bare del I, uten plikt til å kunngjøre.",
        nn="Under nasjonal terskelverdi gjeld berre del I, utan plikt til å kunngjere.",
        en="Below the national threshold only part I applies, without a duty to publish a notice.",
    ),
    source="FOA § 5-1(1)",
)
PART_TWO = Rule(
    id="R-PART-2",
    words=Words(
        nb="Fra nasjonal terskelverdi og under EØS-terskelverdien gjelder del I og II.",
        nn="Frå nasjonal terskelverdi og under EØS-terskelverdien gjeld del I og II.",
        en="From the national threshold and below the EEA threshold, parts I and II apply.",
    ),
    source="FOA § 5-1(2) a",
)
PART_TWO_SPECIAL = Rule(
    id="R-PART-2S",
    words=Words(
        nb="Særlige tjenester følger del I og II uansett verdi; over EØS-terskelverdien kommer "
        "flere plikter i tillegg.",
        nn="Særlege tenester følgjer del I og II uansett verdi; over EØS-terskelverdien kjem "
        "fleire plikter i tillegg.",
        en="Special services follow parts I and II at any value; above the EEA threshold more "
        "duties are added.",
    ),
    source="FOA §§ 5-1(2) b, 8-17(4), 8-19, 10-2(2)",
)
PART_THREE = Rule(
    id="R-PART-3",
    words=Words(
        nb="Fra og med EØS-terskelverdien gjelder del I og III.",
        nn="Frå og med EØS-terskelverdien gjeld del I og III.",
        en="From the EEA threshold, parts I and III apply.",
    ),
    source="FOA § 5-1(3)",
)
PART_FOUR = Rule(
    id="R-PART-4",
    words=Words(
        nb="Helse- og sosialtjenester følger del I og IV fra EØS-terskelverdien, og bare del I "
        "under den.",
        nn="Helse- og sosialtenester følgjer del I og IV frå EØS-terskelverdien, og berre del I "
        "under han.",
        en="Health and social services follow parts I and IV from the EEA threshold, and only "
        "part I below it.",
    ),
    source="FOA § 5-1(2) a, (4)",
)
PART_FIVE = Rule(
    id="R-PART-5",
    words=Words(
        nb="Plan- og designkonkurranser følger del I og V fra beløpet der del V begynner.",
        nn="Plan- og designkonkurransar følgjer del I og V frå beløpet der del V byrjar.",
        en="Design contests follow parts I and V from the amount where part V begins.",
    ),
    source="FOA § 5-1(5)",
)
PART_TWO_EXCEPTION = Rule(
    id="R-PART-2X",
    words=Words(
        nb="Sju unntak gjør at del II ikke gjelder; de kan ikke brukes for særlige tjenester "
        "over EØS-terskelverdien.",
        nn="Sju unntak gjer at del II ikkje gjeld; dei kan ikkje brukast for særlege tenester "
        "over EØS-terskelverdien.",
        en="Seven exceptions set part II aside; not for special services above the EEA threshold.",
    ),
    source="FOA § 5-2",
)

_IN_A_CASE = {
    OUTSIDE.id: Words(
        nb="Verdien er {value} og lavere enn innslagspunktet {limit}. Loven gjelder ikke.",
        nn="Verdien er {value} og lågare enn innslagspunktet {limit}. Lova gjeld ikkje.",
        en="The value is {value}, below the lower limit of {limit}. The act does not apply.",
    ),
    PART_ONE.id: Words(
        nb="Verdien er {value} og lavere enn {limit}. Bare del I gjelder: grunnleggende prinsipper "
        "og dokumentasjon, men ingen plikt til å kunngjøre.",
        nn="Verdien er {value} og lågare enn {limit}. Berre del I gjeld: grunnleggjande prinsipp "
        "og dokumentasjon, men inga plikt til å kunngjere.",
        en="The value is {value}, below {limit}. Only part I applies: basic principles and "
        "records, "
        "but no duty to publish a notice.",
    ),
    PART_TWO.id: Words(
        nb="Verdien er {value}: minst {national}, men lavere enn EØS-terskelverdien {limit}. "
        "Del I og II gjelder.",
        nn="Verdien er {value}: minst {national}, men lågare enn EØS-terskelverdien {limit}. "
        "Del I og II gjeld.",
        en="The value is {value}: at least {national}, but below the EEA threshold of {limit}. "
        "Parts I and II apply.",
    ),
    PART_TWO_SPECIAL.id: Words(
        nb="Særlige tjenester for minst {national} følger del I og II uansett verdi. Over {limit} "
        "kommer kunngjøring i TED, karensperiode som i del III og kunngjøring av kontrakten i "
        "tillegg.",
        nn="Særlege tenester for minst {national} følgjer del I og II uansett verdi. Over {limit} "
        "kjem kunngjering i TED, karensperiode som i del III og kunngjering av kontrakten i "
        "tillegg.",
        en="Special services of at least {national} follow parts I and II at any value. Above "
        "{limit}, notice in TED, standstill as in part III and an award notice are added.",
    ),
    PART_THREE.id: Words(
        nb="Verdien er {value} og når EØS-terskelverdien {limit}. Del I og III gjelder.",
        nn="Verdien er {value} og når EØS-terskelverdien {limit}. Del I og III gjeld.",
        en="The value is {value} and reaches the EEA threshold of {limit}. Parts I and III apply.",
    ),
    PART_FOUR.id: Words(
        nb="Helse- og sosialtjenester følger del IV fra {limit}. Under dette gjelder bare del I, "
        "aldri del II.",
        nn="Helse- og sosialtenester følgjer del IV frå {limit}. Under dette gjeld berre del I, "
        "aldri del II.",
        en="Health and social services follow part IV from {limit}. Below that only part I "
        "applies, "
        "never part II.",
    ),
    PART_FIVE.id: Words(
        nb="Plan- og designkonkurranser følger del V fra {limit}.",
        nn="Plan- og designkonkurransar følgjer del V frå {limit}.",
        en="Design contests follow part V from {limit}.",
    ),
    PART_TWO_EXCEPTION.id: Words(
        nb="Del II gjelder ikke på grunn av et unntak: {exception} Bare del I gjelder.",
        nn="Del II gjeld ikkje på grunn av eit unntak: {exception} Berre del I gjeld.",
        en="Part II does not apply because of an exception: {exception} Only part I applies.",
    ),
}

EXCEPTION_NOT_AVAILABLE = FindingKind(
    code="part-two-exception-not-available",
    text=Words(
        nb="Unntakene fra del II kan ikke brukes her. Det som gjelder, er del {part}.",
        nn="Unntaka frå del II kan ikkje brukast her. Det som gjeld, er del {part}.",
        en="The exceptions from part II cannot be used here. What applies is part {part}.",
    ),
    cure=Words(
        nb="Fjern unntaket, eller bruk reglene for den delen som gjelder.",
        nn="Fjern unntaket, eller bruk reglane for den delen som gjeld.",
        en="Remove the exception, or use the rules of the part that applies.",
    ),
    source="FOA § 5-2",
)
DESIGN_CONTEST_MISMATCH = FindingKind(
    code="design-contest-notice-limits-differ",
    severity=Severity.WARNING,
    text=Words(
        nb="Verdien er {value}. Del V begynner på {limit}, men § 31-2 (2) krever kunngjøring i "
        "Doffin fra {national}. Beløpene i forskriften stemmer ikke overens.",
        nn="Verdien er {value}. Del V byrjar på {limit}, men § 31-2 (2) krev kunngjering i Doffin "
        "frå {national}. Beløpa i forskrifta stemmer ikkje overeins.",
        en="The value is {value}. Part V begins at {limit}, but § 31-2 (2) requires a notice in "
        "Doffin from {national}. The amounts in the regulation do not agree.",
    ),
    cure=Words(
        nb="Kunngjør i Doffin for å være på den sikre siden, og noter vurderingen.",
        nn="Kunngjer i Doffin for å vere på den sikre sida, og noter vurderinga.",
        en="Publish in Doffin to be on the safe side, and note the assessment.",
    ),
    source="FOA §§ 5-1(5), 31-2(2)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicablePart:
    """The part that applies, why, and what must be shown.

    `thresholds` are those the value was compared with. `above_eea` says whether the value reaches
    the EEA threshold of its kind (for special services: exceeds it).
    """

    part: Part
    reasons: tuple[Reason, ...]
    thresholds: tuple[Threshold, ...]
    above_eea: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def is_special_above_eea(self) -> bool:
        """Special services above the EEA threshold: part II with some duties of part III."""
        return self.part is Part.II and self.above_eea

    @property
    def has_notice_duty(self) -> bool:
        """Whether the competition must be published when no exception is used."""
        return self.part in {Part.II, Part.III, Part.IV, Part.V}

    @property
    def publishes_in_europe(self) -> bool:
        """Whether the notice goes to TED, and not only to Doffin."""
        return self.has_notice_duty and self.above_eea


def applicable_part(
    kind: ContractKind,
    value: Money,
    buyer: BuyerKind,
    on: date,
    *,
    design_contest: bool = False,
    exception: PartTwoException | None = None,
) -> ApplicablePart:
    """The part of the regulation that applies to a procurement set in motion on this day.

    Args:
        kind: the main element of the contract (FOA § 6-1).
        value: estimated total value in NOK without VAT, options included (FOA § 5-4).
        buyer: whose EEA threshold counts.
        on: the day the procurement is set in motion (FOA § 32-2).
        design_contest: the procedure is a design contest (plan- og designkonkurranse).
        exception: the case of FOA § 5-2 that the buyer relies on, if any.

    Raises:
        LookupError: the thresholds of that day are not recorded; see `thresholds.check_day`.
        ValueError: the value is not in NOK.
    """
    if value < thresholds.ACT.on(on):
        reason = OUTSIDE.because(_IN_A_CASE[OUTSIDE.id], value=value, limit=thresholds.ACT.on(on))
        return ApplicablePart(part=Part.OUTSIDE, reasons=(reason,), thresholds=(thresholds.ACT,))
    if design_contest:
        found = _for_design_contest(value, buyer, on)
    elif kind is ContractKind.HEALTH_SOCIAL:
        found = _for_health_social(value, on)
    else:
        found = _by_value(kind, value, buyer, on)
    return found if exception is None else _with_exception(found, exception)


def _by_value(kind: ContractKind, value: Money, buyer: BuyerKind, on: date) -> ApplicablePart:
    """Goods, services, works and special services."""
    eea = thresholds.eea_threshold(kind, buyer)
    national, limit = thresholds.NATIONAL.on(on), eea.on(on)
    compared = (thresholds.ACT, thresholds.NATIONAL, eea)
    if value < national:
        return ApplicablePart(
            part=Part.I,
            reasons=(PART_ONE.because(_IN_A_CASE[PART_ONE.id], value=value, limit=national),),
            thresholds=compared,
        )
    if kind is ContractKind.SPECIAL_SERVICES:
        return ApplicablePart(
            part=Part.II,
            above_eea=limit < value,
            reasons=(
                PART_TWO_SPECIAL.because(
                    _IN_A_CASE[PART_TWO_SPECIAL.id], national=national, limit=limit
                ),
            ),
            thresholds=compared,
        )
    if value < limit:
        reason = PART_TWO.because(
            _IN_A_CASE[PART_TWO.id], value=value, national=national, limit=limit
        )
        return ApplicablePart(part=Part.II, reasons=(reason,), thresholds=compared)
    return ApplicablePart(
        part=Part.III,
        above_eea=True,
        reasons=(PART_THREE.because(_IN_A_CASE[PART_THREE.id], value=value, limit=limit),),
        thresholds=compared,
    )


def _for_health_social(value: Money, on: date) -> ApplicablePart:
    limit = thresholds.EEA_LIGHT.on(on)
    reaches = limit <= value
    return ApplicablePart(
        part=Part.IV if reaches else Part.I,
        above_eea=reaches,
        reasons=(PART_FOUR.because(_IN_A_CASE[PART_FOUR.id], limit=limit),),
        thresholds=(thresholds.ACT, thresholds.EEA_LIGHT),
    )


def _for_design_contest(value: Money, buyer: BuyerKind, on: date) -> ApplicablePart:
    eea = thresholds.EEA_STATE if buyer is BuyerKind.STATE else thresholds.EEA_OTHER
    limit, national = thresholds.DESIGN.on(on), thresholds.NATIONAL.on(on)
    mismatch = national <= value < limit
    return ApplicablePart(
        part=Part.I if value < limit else Part.V,
        above_eea=eea.on(on) <= value,
        reasons=(PART_FIVE.because(_IN_A_CASE[PART_FIVE.id], limit=limit),),
        thresholds=(thresholds.ACT, thresholds.NATIONAL, thresholds.DESIGN, eea),
        findings=(
            (DESIGN_CONTEST_MISMATCH.at("value", value=value, limit=limit, national=national),)
            if mismatch
            else ()
        ),
    )


def _with_exception(found: ApplicablePart, exception: PartTwoException) -> ApplicablePart:
    """Part II falls away, unless it is special services above the EEA threshold."""
    if found.part is Part.II and not found.above_eea:
        reason = PART_TWO_EXCEPTION.because(
            _IN_A_CASE[PART_TWO_EXCEPTION.id], exception=EXCEPTION_WORDS[exception]
        )
        return ApplicablePart(
            part=Part.I, reasons=(*found.reasons, reason), thresholds=found.thresholds
        )
    if found.part is Part.I:
        return found
    refused = EXCEPTION_NOT_AVAILABLE.at("exception", part=found.part.value)
    return ApplicablePart(
        part=found.part,
        above_eea=found.above_eea,
        reasons=found.reasons,
        thresholds=found.thresholds,
        findings=(*found.findings, refused),
    )


RULES = (
    OUTSIDE,
    PART_ONE,
    PART_TWO,
    PART_TWO_SPECIAL,
    PART_THREE,
    PART_FOUR,
    PART_FIVE,
    PART_TWO_EXCEPTION,
)
FINDING_KINDS = (EXCEPTION_NOT_AVAILABLE, DESIGN_CONTEST_MISMATCH)
