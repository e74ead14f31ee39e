"""B2: six answers about a need become a proposed procedure, each part of it with its reason.

>>> from decimal import Decimal
>>> answers = Answers(
...     kind=ContractKind.SERVICES, value=Money(Decimal(2_600_000)), buyer=BuyerKind.OTHER,
...     start_on=date(2026, 11, 18),
... )
>>> proposal = propose(answers, on=date(2026, 11, 18))
>>> proposal.procedure.value, proposal.applicable.part.value, proposal.standstill.minimum_days
('open', 'III', 10)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words
from anskaff.law import notices, standstill, time_limits
from anskaff.law.part import ApplicablePart, Part, PartTwoException, applicable_part
from anskaff.law.rule import Reason, Rule
from anskaff.law.standstill import StandstillDuty
from anskaff.law.thresholds import Threshold
from anskaff.law.time_limits import MinimumPeriod, PriorNotice

FRAMEWORK_MONTHS = 48


class Procedure(StrEnum):
    """The procedures the guide may propose or accept."""

    NO_RULES = "outside-the-act"
    SIMPLE = "simple-purchase"
    OPEN_NATIONAL = "open-national"
    RESTRICTED_NATIONAL = "restricted-national"
    OPEN = "open"
    RESTRICTED = "restricted"
    OWN_DESIGN = "health-social-own-design"
    DESIGN_CONTEST = "design-contest"


class Sector(StrEnum):
    """The rules the buyer's activity belongs to; the guide answers for `CLASSIC`."""

    CLASSIC = "classic"
    UTILITIES = "utilities"
    CONCESSION = "concession"
    DEFENCE = "defence"


PROCEDURE_WORDS: Mapping[Procedure, Words] = {
    Procedure.NO_RULES: Words(
        nb="Utenfor anskaffelsesloven",
        nn="Utanfor lova om offentlege anskaffingar",
        en="Outside the act",
    ),
    Procedure.SIMPLE: Words(
        nb="Enkel anskaffelse etter del I",
        nn="Enkel anskaffing etter del I",
        en="Simple purchase under part I",
    ),
    Procedure.OPEN_NATIONAL: Words(
        nb="Åpen tilbudskonkurranse",
        nn="Open tilbodskonkurranse",
        en="Open procedure (national)",
    ),
    Procedure.RESTRICTED_NATIONAL: Words(
        nb="Begrenset tilbudskonkurranse",
        nn="Avgrensa tilbodskonkurranse",
        en="Restricted procedure (national)",
    ),
    Procedure.OPEN: Words(
        nb="Åpen anbudskonkurranse", nn="Open anbodskonkurranse", en="Open procedure"
    ),
    Procedure.RESTRICTED: Words(
        nb="Begrenset anbudskonkurranse",
        nn="Avgrensa anbodskonkurranse",
        en="Restricted procedure",
    ),
    Procedure.OWN_DESIGN: Words(
        nb="Konkurranse om helse- og sosialtjenester",
        nn="Konkurranse om helse- og sosialtenester",
        en="Competition for health and social services",
    ),
    Procedure.DESIGN_CONTEST: Words(
        nb="Plan- og designkonkurranse", nn="Plan- og designkonkurranse", en="Design contest"
    ),
}

NO_PROCEDURE = Rule(
    id="B2-OUTSIDE",
    words=Words(
        nb="Anskaffelsesloven stiller ingen krav til fremgangsmåten.",
        nn="Lova om offentlege anskaffingar stiller ingen krav til framgangsmåten.",
        en="The procurement act sets no requirements for the procedure.",
    ),
    source="LOA § 2",
)
SIMPLE = Rule(
    id="B2-I",
    words=Words(
        nb="Velg en fremgangsmåte som følger prinsippene om konkurranse, likebehandling, "
        "forutberegnelighet, etterprøvbarhet og forholdsmessighet.",
        nn="Vel ein framgangsmåte som følgjer prinsippa om konkurranse, likebehandling, "
        "føreseielegheit, etterprøvbarheit og forholdsmessigheit.",
        en="Choose a way that follows the principles of competition, equal treatment, "
        "predictability, verifiability and proportionality.",
    ),
    source="LOA § 4, FOA § 7-1(3)",
)
NATIONAL = Rule(
    id="B2-II",
    words=Words(
        nb="Åpen og begrenset tilbudskonkurranse er alltid tillatt i del II. Dialog kan brukes "
        "etter fristen når det er opplyst.",
        nn="Open og avgrensa tilbodskonkurranse er alltid tillate i del II. Dialog kan brukast "
        "etter fristen når det er opplyst.",
        en="Open and restricted national procedures are always allowed in part II. Dialogue may be "
        "used after the deadline when announced.",
    ),
    source="FOA §§ 8-3, 9-3",
)
EUROPEAN = Rule(
    id="B2-III",
    words=Words(
        nb="Åpen og begrenset anbudskonkurranse er alltid tillatt i del III. Det er ikke lov å "
        "forhandle.",
        nn="Open og avgrensa anbodskonkurranse er alltid tillate i del III. Det er ikkje lov å "
        "forhandle.",
        en="Open and restricted procedures are always allowed in part III. Negotiation is not.",
    ),
    source="FOA §§ 13-1(1), 23-6",
)
HEALTH = Rule(
    id="B2-IV",
    words=Words(
        nb="Oppdragsgiveren bestemmer selv hvordan konkurransen gjennomføres, og skriver det i "
        "anskaffelsesdokumentene.",
        nn="Oppdragsgivaren avgjer sjølv korleis konkurransen blir gjennomført, og skriv det i "
        "anskaffingsdokumenta.",
        en="The buyer decides how the competition is run, and writes it in the documents.",
    ),
    source="FOA § 30-1(1)",
)
CONTEST = Rule(
    id="B2-V",
    words=Words(
        nb="En uavhengig jury kårer vinneren, og deltakerne er anonyme til juryen har bestemt seg.",
        nn="Ein uavhengig jury kårar vinnaren, og deltakarane er anonyme til juryen har bestemt "
        "seg.",
        en="An independent jury picks the winner, and entrants are anonymous until it has decided.",
    ),
    source="FOA §§ 31-1, 31-4",
)
DEVIATION = Rule(
    id="B2-DEVIATION",
    words=Words(
        nb="Oppdragsgiveren kan velge noe annet enn forslaget, med en skriftlig begrunnelse.",
        nn="Oppdragsgivaren kan velje noko anna enn framlegget, med ei skriftleg grunngiving.",
        en="The buyer may choose otherwise than proposed, with a written reason.",
    ),
    source="",
)

_BY_PART: Mapping[Part, tuple[Rule, Procedure, tuple[Procedure, ...]]] = {
    Part.OUTSIDE: (NO_PROCEDURE, Procedure.NO_RULES, ()),
    Part.I: (SIMPLE, Procedure.SIMPLE, ()),
    Part.II: (NATIONAL, Procedure.OPEN_NATIONAL, (Procedure.RESTRICTED_NATIONAL,)),
    Part.III: (EUROPEAN, Procedure.OPEN, (Procedure.RESTRICTED,)),
    Part.IV: (HEALTH, Procedure.OWN_DESIGN, ()),
    Part.V: (CONTEST, Procedure.DESIGN_CONTEST, ()),
}

_EUROPEAN = frozenset({Procedure.OPEN, Procedure.RESTRICTED})
_NATIONAL = _EUROPEAN | {Procedure.OPEN_NATIONAL, Procedure.RESTRICTED_NATIONAL}
_ALLOWED: Mapping[Part, frozenset[Procedure]] = {
    Part.OUTSIDE: frozenset(Procedure),
    Part.I: frozenset(Procedure) - {Procedure.NO_RULES},
    Part.II: _NATIONAL,
    Part.III: _EUROPEAN,
    Part.IV: _EUROPEAN | {Procedure.OWN_DESIGN},
    Part.V: frozenset({Procedure.DESIGN_CONTEST}),
}
"""What the part accepts, stricter procedures chosen freely included."""

OTHER_SECTOR = FindingKind(
    code="sector-outside-this-guide",
    severity=Severity.WARNING,
    text=Words(
        nb="Veiviseren gjelder klassisk sektor. Forsyning, konsesjon og forsvar har egne regler.",
        nn="Vegvisaren gjeld klassisk sektor. Forsyning, konsesjon og forsvar har eigne reglar.",
        en="The guide is for the classic sector. Utilities, concessions and defence have rules of "
        "their own.",
    ),
    cure=Words(
        nb="Bruk forskriften for sektoren.",
        nn="Bruk forskrifta for sektoren.",
        en="Use the regulation of the sector.",
    ),
    source="FOA § 2-1(1)",
)
FRAMEWORK_TOO_LONG = FindingKind(
    code="framework-longer-than-four-years",
    severity=Severity.WARNING,
    text=Words(
        nb="Rammeavtalen er på {months} måneder; høyst {limit} er tillatt uten særlige forhold.",
        nn="Rammeavtalen er på {months} månader; høgst {limit} er tillate utan særlege forhold.",
        en="The framework lasts {months} months; at most {limit} is allowed without special "
        "reasons.",
    ),
    cure=Words(
        nb="Kort ned varigheten, eller skriv hvilke særlige forhold som gjør den nødvendig.",
        nn="Kort ned varigheita, eller skriv kva særlege forhold som gjer henne nødvendig.",
        en="Shorten it, or write which special reasons make it necessary.",
    ),
    source="FOA §§ 11-1(4), 26-1(4)",
)
PROCEDURE_NEEDS_REASON = FindingKind(
    code="procedure-differs-without-reason",
    text=Words(
        nb="{chosen} er valgt, men forslaget er {proposed}. Begrunnelsen mangler.",
        nn="{chosen} er vald, men framlegget er {proposed}. Grunngivinga manglar.",
        en="{chosen} is chosen, but {proposed} is proposed. The reason is missing.",
    ),
    cure=Words(
        nb="Skriv hvorfor prosedyren er valgt.",
        nn="Skriv kvifor prosedyren er vald.",
        en="Write why this procedure is chosen.",
    ),
)
PROCEDURE_NOT_ALLOWED = FindingKind(
    code="procedure-not-allowed-in-part",
    text=Words(
        nb="{chosen} kan ikke brukes når del {part} gjelder.",
        nn="{chosen} kan ikkje brukast når del {part} gjeld.",
        en="{chosen} cannot be used when part {part} applies.",
    ),
    cure=Words(nb="Velg {proposed}.", nn="Vel {proposed}.", en="Choose {proposed}."),
    source="FOA §§ 8-3, 13-1, 30-1, 31-1",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The six answers: what, value, duration, when, place and sector, with special features.

    `value` is NOK without VAT, options included. `duration_months` is None when open-ended.
    `start_on` is the day the notice is to be sent. `place` is a NUTS code or a name; it changes no
    rule, but goes into the notice. `urgency` is a written reason, empty when there is none.
    """

    kind: ContractKind
    value: Money
    buyer: BuyerKind
    start_on: date
    duration_months: int | None = None
    place: str = ""
    sector: Sector = Sector.CLASSIC
    framework: bool = False
    complex_purchase: bool = False
    design_contest: bool = False
    electronic: bool = True
    documents_online: bool = True
    urgency: str = ""
    prior_notice: PriorNotice | None = None
    exception: PartTwoException | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the guide proposes; everything carries its reason, paragraph and checked day.

    `tender_period` is None where the part gives neither a minimum nor a default of ours.
    """

    applicable: ApplicablePart
    procedure: Procedure
    alternatives: tuple[Procedure, ...]
    procedure_reason: Reason
    thresholds: tuple[Threshold, ...]
    tender_period: MinimumPeriod | None
    notices: tuple[Rule, ...]
    standstill: StandstillDuty
    law_on: date
    findings: tuple[Finding, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """All reasons in the order a person reads them."""
        period = self.tender_period.reasons if self.tender_period else ()
        announced = tuple(rule.because() for rule in self.notices)
        own = (*self.applicable.reasons, self.procedure_reason)
        return (*own, *period, *announced, *self.standstill.reasons)


def propose(facts: Answers, *, on: date) -> Proposal:
    """The proposed procedure with part, thresholds, minimum dates, notices and standstill.

    Args:
        facts: the answers of the buyer.
        on: the day whose law is used: the day the procurement is set in motion.

    Raises:
        LookupError: the thresholds of that day are not recorded; see `thresholds.check_day`.
    """
    applicable = applicable_part(
        facts.kind,
        facts.value,
        facts.buyer,
        on,
        design_contest=facts.design_contest,
        exception=facts.exception,
    )
    rule, procedure, alternatives = _BY_PART[applicable.part]
    period = _tender_period(applicable.part, facts)
    return Proposal(
        applicable=applicable,
        procedure=procedure,
        alternatives=alternatives,
        procedure_reason=rule.because(),
        thresholds=applicable.thresholds,
        tender_period=period,
        notices=notices.required(applicable),
        standstill=standstill.duty(applicable, electronic=facts.electronic),
        law_on=on,
        findings=(
            *_feature_findings(facts),
            *applicable.findings,
            *(period.findings if period else ()),
        ),
    )


def procedure_of(part: Part) -> Procedure:
    """The procedure the guide proposes where this part applies."""
    return _BY_PART[part][1]


def check_choice(part: Part, chosen: Procedure, *, reason: str) -> tuple[Finding, ...]:
    """Whether the procedure is allowed in the part, and explained when it is not the proposed one.

    A reason lets the buyer choose another allowed procedure, such as a stricter one; it never lets
    the buyer choose one that the part does not have.
    """
    proposed = procedure_of(part)
    names = {"chosen": PROCEDURE_WORDS[chosen], "proposed": PROCEDURE_WORDS[proposed]}
    if chosen not in _ALLOWED[part]:
        return (PROCEDURE_NOT_ALLOWED.at("procedure", part=part.value, **names),)
    if chosen is proposed or reason.strip():
        return ()
    return (PROCEDURE_NEEDS_REASON.at("procedure", **names),)


def _tender_period(part: Part, facts: Answers) -> MinimumPeriod | None:
    match part:
        case Part.II:
            return time_limits.part_two(facts.start_on, complex_purchase=facts.complex_purchase)
        case Part.III:
            return time_limits.open_procedure(
                facts.start_on,
                electronic=facts.electronic,
                prior_notice=facts.prior_notice,
                urgency=facts.urgency,
                documents_online=facts.documents_online,
            )
        case _:
            return None


def _feature_findings(facts: Answers) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    if facts.sector is not Sector.CLASSIC:
        findings.append(OTHER_SECTOR.at("sector"))
    months = facts.duration_months
    if facts.framework and months is not None and months > FRAMEWORK_MONTHS:
        findings.append(
            FRAMEWORK_TOO_LONG.at("duration_months", months=months, limit=FRAMEWORK_MONTHS)
        )
    return tuple(findings)


RULES = (NO_PROCEDURE, SIMPLE, NATIONAL, EUROPEAN, HEALTH, CONTEST, DEVIATION)
FINDING_KINDS = (
    OTHER_SECTOR,
    FRAMEWORK_TOO_LONG,
    PROCEDURE_NEEDS_REASON,
    PROCEDURE_NOT_ALLOWED,
)
