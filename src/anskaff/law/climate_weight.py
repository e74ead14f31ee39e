"""Climate and environment in the award criteria, by the day the procurement was set in motion.

    from 1 July 2026      LOA § 5b(2): when there is a duty to publish, 30 per cent, or among the
                          three first; may be replaced or combined with requirements; §§ 5b(3), 5c
    2024 - 30 June 2026   FOA § 7-9: 30 per cent; its own, narrower exceptions
    before 2024           FOA § 7-9: 30 per cent was advice (bør)

>>> from anskaff.concepts.criterion import CriterionKind
>>> price = AwardCriterion(
...     key="AC-1", name="Pris", kind=CriterionKind.PRICE, weight_percent=Decimal(80)
... )
>>> green = AwardCriterion(
...     key="AC-2", name="Klima", kind=CriterionKind.QUALITY, weight_percent=Decimal(20),
...     climate=True,
... )
>>> [finding.code for finding in check((price, green), on=date(2026, 11, 21))]
['climate-weight-too-low']
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from anskaff.concepts.criterion import AwardCriterion
from anskaff.concepts.dated import Dated
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.words import Words
from anskaff.law.rule import CHECKED, Rule

FIRST_RULE = date(2017, 5, 1)
DUTY_FROM = date(2024, 1, 1)
ACT_FROM = date(2026, 7, 1)
HIGHEST_PRIORITIES = 3
ONE_DAY = timedelta(days=1)

MINIMUM_PERCENT = Dated(
    {FIRST_RULE: Decimal(30), DUTY_FROM: Decimal(30), ACT_FROM: Decimal(30)},
    source="FOA § 7-9, LOA § 5b(2)",
    checked=CHECKED,
)


class GroundKind(StrEnum):
    """Why climate weighs less than the minimum."""

    REPLACED = "replaced-by-requirements"
    COMBINED = "combined-with-requirements"
    INSIGNIFICANT = "insignificant-footprint"
    VITAL_INTERESTS = "vital-interests"
    STANDARD_REQUIREMENTS = "standard-requirements"


GROUND_WORDS = {
    GroundKind.REPLACED: Words(
        nb="Kriteriet er erstattet av klima- og miljøkrav i kravspesifikasjonen.",
        nn="Kriteriet er erstatta av klima- og miljøkrav i kravspesifikasjonen.",
        en="The criterion is replaced by climate requirements in the specification.",
    ),
    GroundKind.COMBINED: Words(
        nb="Kriteriet er kombinert med klima- og miljøkrav i kravspesifikasjonen.",
        nn="Kriteriet er kombinert med klima- og miljøkrav i kravspesifikasjonen.",
        en="The criterion is combined with climate requirements in the specification.",
    ),
    GroundKind.INSIGNIFICANT: Words(
        nb="Både klimaavtrykket og miljøbelastningen er etter sin art uvesentlig.",
        nn="Både klimaavtrykket og miljøbelastninga er etter sin art uvesentleg.",
        en="Both the climate footprint and the environmental burden are by nature insignificant.",
    ),
    GroundKind.VITAL_INTERESTS: Words(
        nb="Plikten går på bekostning av vesentlige interesser innen helse, sikkerhet eller "
        "beredskap.",
        nn="Plikta går ut over vesentlege interesser innan helse, tryggleik eller beredskap.",
        en="The duty would harm vital interests of health, security or preparedness.",
    ),
    GroundKind.STANDARD_REQUIREMENTS: Words(
        nb="Hovedytelsen er omfattet av standardiserte minimumskrav i regelverket.",
        nn="Hovudytinga er omfatta av standardiserte minstekrav i regelverket.",
        en="The main performance is covered by standardised minimum requirements in law.",
    ),
}

AVAILABLE_GROUNDS: Dated[frozenset[GroundKind]] = Dated(
    {
        DUTY_FROM: frozenset({GroundKind.REPLACED, GroundKind.COMBINED, GroundKind.INSIGNIFICANT}),
        ACT_FROM: frozenset(GroundKind),
    },
    source="FOA § 7-9(4)-(5) [01.01.2024–30.06.2026], LOA §§ 5b(2)-(3), 5c",
    checked=CHECKED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClimateGround:
    """A ground the buyer relies on, with the reason that stands in the documents.

    `lot` is empty when the ground holds for the whole procurement.
    """

    kind: GroundKind
    reason: str
    lot: str = ""


CONSIDER = Rule(
    id="G-1",
    words=Words(
        nb="Ta hensyn til klima og miljø i alle anskaffelser for å redusere samlet klimaavtrykk og "
        "miljøbelastning.",
        nn="Ta omsyn til klima og miljø i alle anskaffingar for å redusere samla klimaavtrykk og "
        "miljøbelastning.",
        en="Take climate and environment into account in every procurement, to cut the total "
        "footprint and burden.",
    ),
    source="LOA § 5b(1)",
    valid_from=ACT_FROM,
)
WEIGHT = Rule(
    id="G-2",
    words=Words(
        nb="Klima og miljø skal telle minst 30 prosent når konkurransen er kunngjøringspliktig og "
        "kriteriene vektes.",
        nn="Klima og miljø skal telje minst 30 prosent når konkurransen er kunngjeringspliktig og "
        "kriteria blir vekta.",
        en="Climate and environment must weigh at least 30 per cent when there is a duty to "
        "publish and the criteria are weighted.",
    ),
    source="LOA § 5b(2)",
    valid_from=ACT_FROM,
)
PRIORITY = Rule(
    id="G-3",
    words=Words(
        nb="Klima og miljø skal være blant de tre høyest prioriterte når kriteriene står i "
        "prioritert rekkefølge.",
        nn="Klima og miljø skal vere blant dei tre høgast prioriterte når kriteria står i "
        "prioritert rekkjefølgje.",
        en="Climate and environment must be among the three first when the criteria are ranked.",
    ),
    source="LOA § 5b(2)",
    valid_from=ACT_FROM,
)
REQUIREMENTS = Rule(
    id="G-4",
    words=Words(
        nb="Kriteriet kan erstattes av eller kombineres med krav som gir bedre klima- eller "
        "miljøeffekt. Begrunn det i anskaffelsesdokumentene.",
        nn="Kriteriet kan erstattast av eller kombinerast med krav som gir betre klima- eller "
        "miljøeffekt. Grunngi det i anskaffingsdokumenta.",
        en="The criterion may be replaced by or combined with requirements that give a better "
        "climate or environment effect. State the reason in the procurement documents.",
    ),
    source="LOA § 5b(2)",
    valid_from=ACT_FROM,
)
INSIGNIFICANT = Rule(
    id="G-5",
    words=Words(
        nb="Plikten faller bort når klimaavtrykket og miljøbelastningen etter sin art er "
        "uvesentlig. Begrunn det i anskaffelsesdokumentene.",
        nn="Plikta fell bort når klimaavtrykket og miljøbelastninga etter sin art er uvesentleg. "
        "Grunngi det i anskaffingsdokumenta.",
        en="The duty lapses when footprint and burden are by nature insignificant. State the "
        "reason in the procurement documents.",
    ),
    source="LOA § 5b(3)",
    valid_from=ACT_FROM,
)
VITAL_INTERESTS = Rule(
    id="G-6",
    words=Words(
        nb="Plikten faller bort når den går på bekostning av vesentlige interesser innen helse, "
        "sikkerhet eller beredskap. Begrunn det i anskaffelsesdokumentene.",
        nn="Plikta fell bort når ho går ut over vesentlege interesser innan helse, tryggleik eller "
        "beredskap. Grunngi det i anskaffingsdokumenta.",
        en="The duty lapses when it would harm vital interests of health, security or "
        "preparedness. State the reason in the procurement documents.",
    ),
    source="LOA § 5b(3)",
    valid_from=ACT_FROM,
)
STANDARD_REQUIREMENTS = Rule(
    id="G-7",
    words=Words(
        nb="Plikten gjelder ikke når standardiserte minimumskrav i regelverket gjelder "
        "hovedytelsen, som for kjøretøy og ferjer.",
        nn="Plikta gjeld ikkje når standardiserte minstekrav i regelverket gjeld hovudytinga, som "
        "for køyretøy og ferjer.",
        en="The duty does not apply when standardised minimum requirements in law cover the main "
        "performance, as for vehicles and ferries.",
    ),
    source="LOA § 5c",
    valid_from=ACT_FROM,
)
WEIGHT_2024 = Rule(
    id="G-2024",
    words=Words(
        nb="Klima og miljø skal telle minst 30 prosent, og bør være blant de tre høyest "
        "prioriterte. Krav kan erstatte kriteriet bare når effekten klart er bedre; unntak ved "
        "uvesentlig avtrykk og belastning.",
        nn="Klima og miljø skal telje minst 30 prosent, og bør vere blant dei tre høgast "
        "prioriterte. Krav kan erstatte kriteriet berre når effekten klart er betre; unntak ved "
        "uvesentleg avtrykk og belastning.",
        en="Climate and environment must weigh at least 30 per cent, and should be among the three "
        "first. Requirements may replace the criterion only when the effect is clearly better; "
        "exception for insignificant footprint and burden.",
    ),
    source="FOA § 7-9 [01.01.2024–30.06.2026]",
    valid_from=DUTY_FROM,
    valid_to=ACT_FROM - ONE_DAY,
)
ADVICE_2017 = Rule(
    id="G-2017",
    words=Words(
        nb="Klima og miljø bør telle minst 30 prosent.",
        nn="Klima og miljø bør telje minst 30 prosent.",
        en="Climate and environment should weigh at least 30 per cent.",
    ),
    source="FOA § 7-9 [01.05.2017–31.12.2023]",
    valid_from=FIRST_RULE,
    valid_to=DUTY_FROM - ONE_DAY,
)

_TOO_LOW_TEXT = Words(
    nb="Klima og miljø teller {weight} prosent; minst {minimum} prosent kreves.",
    nn="Klima og miljø tel {weight} prosent; minst {minimum} prosent er kravd.",
    en="Climate and environment weigh {weight} per cent; at least {minimum} per cent is required.",
)
_TOO_LOW_CURE = Words(
    nb="Øk vekten, eller velg et grunnlag for å fravike og begrunn det.",
    nn="Auk vekta, eller vel eit grunnlag for å fråvike og grunngi det.",
    en="Raise the weight, or choose a ground for departing from it and give the reason.",
)
WEIGHT_TOO_LOW = FindingKind(
    code="climate-weight-too-low",
    text=_TOO_LOW_TEXT,
    cure=_TOO_LOW_CURE,
    source=WEIGHT.source,
)
WEIGHT_TOO_LOW_2024 = FindingKind(
    code="climate-weight-too-low-before-july-2026",
    text=_TOO_LOW_TEXT,
    cure=_TOO_LOW_CURE,
    source=WEIGHT_2024.source,
)
WEIGHT_LOW_2017 = FindingKind(
    code="climate-weight-below-advice",
    severity=Severity.WARNING,
    text=Words(
        nb="Klima og miljø teller {weight} prosent; vekten bør være minst {minimum} prosent.",
        nn="Klima og miljø tel {weight} prosent; vekta bør vere minst {minimum} prosent.",
        en="Climate and environment weigh {weight} per cent; the weight should be at least "
        "{minimum} per cent.",
    ),
    cure=Words(
        nb="Vurder å øke vekten.", nn="Vurder å auke vekta.", en="Consider raising the weight."
    ),
    source=ADVICE_2017.source,
)
_PRIORITY_TEXT = Words(
    nb="Klima og miljø er ikke blant de {count} høyest prioriterte kriteriene.",
    nn="Klima og miljø er ikkje blant dei {count} høgast prioriterte kriteria.",
    en="Climate and environment are not among the {count} first criteria.",
)
_PRIORITY_CURE = Words(
    nb="Flytt kriteriet opp, eller velg et grunnlag for å fravike og begrunn det.",
    nn="Flytt kriteriet opp, eller vel eit grunnlag for å fråvike og grunngi det.",
    en="Move the criterion up, or choose a ground for departing from it and give the reason.",
)
PRIORITY_TOO_LOW = FindingKind(
    code="climate-priority-too-low",
    text=_PRIORITY_TEXT,
    cure=_PRIORITY_CURE,
    source=PRIORITY.source,
)
PRIORITY_LOW_OLD = FindingKind(
    code="climate-priority-below-advice",
    severity=Severity.WARNING,
    text=_PRIORITY_TEXT,
    cure=Words(
        nb="Flytt kriteriet opp, eller still klima- og miljøkrav i kravspesifikasjonen og begrunn "
        "det.",
        nn="Flytt kriteriet opp, eller still klima- og miljøkrav i kravspesifikasjonen og grunngi "
        "det.",
        en="Move the criterion up, or set climate requirements in the specification and give the "
        "reason.",
    ),
    source="FOA § 7-9(3)-(4) [01.01.2024–30.06.2026]",
)
GROUND_NEEDS_REASON = FindingKind(
    code="climate-ground-needs-reason",
    text=Words(
        nb="Grunnlaget for å fravike klimavekten mangler begrunnelse: {ground}",
        nn="Grunnlaget for å fråvike klimavekta manglar grunngiving: {ground}",
        en="The ground for departing from the climate weight has no reason: {ground}",
    ),
    cure=Words(
        nb="Skriv begrunnelsen. Den skal stå i anskaffelsesdokumentene.",
        nn="Skriv grunngivinga. Ho skal stå i anskaffingsdokumenta.",
        en="Write the reason. It must stand in the procurement documents.",
    ),
    source="LOA § 5b(2)-(3), FOA § 7-9(4)-(5) [01.01.2024–30.06.2026]",
)
GROUND_NOT_AVAILABLE = FindingKind(
    code="climate-ground-not-available",
    text=Words(
        nb="Dette grunnlaget fantes ikke i reglene som gjelder for saken ({day}): {ground}",
        nn="Dette grunnlaget fanst ikkje i reglane som gjeld for saka ({day}): {ground}",
        en="This ground did not exist in the rules that apply to the case ({day}): {ground}",
    ),
    cure=Words(
        nb="Velg et annet grunnlag, eller øk klimavekten.",
        nn="Vel eit anna grunnlag, eller auk klimavekta.",
        en="Choose another ground, or raise the climate weight.",
    ),
    source=AVAILABLE_GROUNDS.source,
)
CLEARLY_BETTER = FindingKind(
    code="climate-effect-must-be-clearly-better",
    severity=Severity.WARNING,
    text=Words(
        nb="For saken gjelder de eldre reglene: kravene må klart gi bedre klima- og miljøeffekt "
        "enn "
        "kriteriet.",
        nn="For saka gjeld dei eldre reglane: krava må klart gi betre klima- og miljøeffekt enn "
        "kriteriet.",
        en="The older rules apply to this case: the requirements must clearly give a better "
        "climate "
        "and environment effect than the criterion.",
    ),
    cure=Words(
        nb="Vis i begrunnelsen hva som gjør effekten bedre for hele anskaffelsen.",
        nn="Vis i grunngivinga kva som gjer effekten betre for heile anskaffinga.",
        en="Show in the reason what makes the effect better for the whole procurement.",
    ),
    source="FOA § 7-9(4) [01.01.2024–30.06.2026]",
)


def check(
    criteria: Sequence[AwardCriterion],
    *,
    on: date,
    grounds: Sequence[ClimateGround] = (),
    notice_duty: bool = True,
    ranked: bool = False,
) -> tuple[Finding, ...]:
    """Whether climate and environment weigh enough in every lot.

    Args:
        criteria: all award criteria; in order of priority when `ranked`. None gives no findings.
        on: the day the procurement was set in motion (FOA § 32-2).
        grounds: why climate weighs less, if it does.
        notice_duty: whether the competition must be published; asked from 1 July 2026.
        ranked: the criteria are in order of priority and not weighted.
    """
    if MINIMUM_PERCENT.on(on) is None or (on >= ACT_FROM and not notice_duty):
        return ()
    findings: list[Finding] = []
    used: dict[ClimateGround, None] = {}
    for lot, own in lots_of(criteria):
        short = _shortfall(own, lot, on=on, ranked=ranked)
        relied = [each for each in grounds if short and on >= DUTY_FROM and each.lot in {"", lot}]
        used.update(dict.fromkeys(relied))
        findings.extend(() if relied else short)
    return (*findings, *_ground_findings(tuple(used), on))


def lots_of(
    criteria: Sequence[AwardCriterion],
) -> Iterator[tuple[str, tuple[AwardCriterion, ...]]]:
    """Each lot with its own criteria and those of all lots, in the order given.

    Without lots, one entry with an empty lot; without criteria, none.
    """
    named = list(dict.fromkeys(criterion.lot for criterion in criteria if criterion.lot))
    for lot in named or ([""] if criteria else []):
        yield lot, tuple(criterion for criterion in criteria if criterion.lot in {"", lot})


def place_of(lot: str) -> str:
    """The field path of the award criteria of a lot."""
    return f"lots.{lot}.award_criteria" if lot else "award_criteria"


def _shortfall(
    criteria: Sequence[AwardCriterion], lot: str, *, on: date, ranked: bool
) -> tuple[Finding, ...]:
    """What is missing in one lot before any ground is looked at."""
    if ranked:
        if on < DUTY_FROM or any(criterion.climate for criterion in criteria[:HIGHEST_PRIORITIES]):
            return ()
        kind = PRIORITY_TOO_LOW if on >= ACT_FROM else PRIORITY_LOW_OLD
        return (kind.at(place_of(lot), count=HIGHEST_PRIORITIES),)
    minimum = MINIMUM_PERCENT.required_on(on)
    weight = sum((each.weight_percent for each in criteria if each.climate), Decimal(0))
    if weight >= minimum:
        return ()
    return (_weight_kind(on).at(place_of(lot), weight=weight, minimum=minimum),)


def _weight_kind(on: date) -> FindingKind:
    if on >= ACT_FROM:
        return WEIGHT_TOO_LOW
    return WEIGHT_TOO_LOW_2024 if on >= DUTY_FROM else WEIGHT_LOW_2017


def _ground_findings(grounds: Sequence[ClimateGround], on: date) -> tuple[Finding, ...]:
    """What is wrong with the grounds relied on; there are grounds only since 2024."""
    findings: list[Finding] = []
    for ground in grounds:
        words = GROUND_WORDS[ground.kind]
        if ground.kind not in AVAILABLE_GROUNDS.required_on(on):
            findings.append(GROUND_NOT_AVAILABLE.at("climate_grounds", day=on, ground=words))
        elif not ground.reason.strip() and ground.kind is not GroundKind.STANDARD_REQUIREMENTS:
            findings.append(GROUND_NEEDS_REASON.at("climate_grounds", ground=words))
        elif on < ACT_FROM and ground.kind is not GroundKind.INSIGNIFICANT:
            findings.append(CLEARLY_BETTER.at("climate_grounds"))
    return tuple(findings)


RULES = (
    CONSIDER,
    WEIGHT,
    PRIORITY,
    REQUIREMENTS,
    INSIGNIFICANT,
    VITAL_INTERESTS,
    STANDARD_REQUIREMENTS,
    WEIGHT_2024,
    ADVICE_2017,
)
FINDING_KINDS = (
    WEIGHT_TOO_LOW,
    WEIGHT_TOO_LOW_2024,
    WEIGHT_LOW_2017,
    PRIORITY_TOO_LOW,
    PRIORITY_LOW_OLD,
    GROUND_NEEDS_REASON,
    GROUND_NOT_AVAILABLE,
    CLEARLY_BETTER,
)
