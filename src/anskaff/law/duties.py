"""Which rules a case meets: each rule of the catalogue with its theme and its conditions.

A condition says yes, no, or names the facts that it lacks. A rule whose conditions all say yes
applies; one that lacks facts is open until they are told.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.words import Words
from anskaff.law import (
    award_criteria,
    award_letter,
    climate_weight,
    conduct,
    contract_changes,
    espd,
    lots,
    notices,
    part,
    procedure_guide,
    procedure_limits,
    procedures,
    protocol,
    qualification,
    rejection,
    remedies,
    sectors,
    social_clauses,
    splitting,
    standstill,
    tender_documents,
    thresholds,
    time_limits,
    working_days,
)
from anskaff.law.case_facts import CaseFacts
from anskaff.law.part import ApplicablePart, Part
from anskaff.law.procedure_guide import Sector
from anskaff.law.rule import Rule

APPRENTICE_MONTHS = 3


class Theme(StrEnum):
    """What a rule is about, in the order in which a purchase meets it."""

    VALUE = "value"
    PROCEDURE = "procedure"
    DOCUMENTS = "documents"
    SUPPLIERS = "suppliers"
    CRITERIA = "criteria"
    CLAUSES = "clauses"
    NOTICES = "notices"
    TIME_LIMITS = "time-limits"
    CONDUCT = "conduct"
    REJECTION = "rejection"
    DECISION = "decision"
    CONTRACT = "contract"
    REMEDIES = "remedies"


THEME_WORDS: Mapping[Theme, Words] = {
    Theme.VALUE: Words(nb="Verdi og del", nn="Verdi og del", en="Value and part"),
    Theme.PROCEDURE: Words(nb="Prosedyre", nn="Prosedyre", en="Procedure"),
    Theme.DOCUMENTS: Words(nb="Dokumenter", nn="Dokument", en="Documents"),
    Theme.SUPPLIERS: Words(
        nb="Krav til leverandører", nn="Krav til leverandørar", en="Requirements of suppliers"
    ),
    Theme.CRITERIA: Words(nb="Tildeling", nn="Tildeling", en="Award"),
    Theme.CLAUSES: Words(nb="Kontraktsklausuler", nn="Kontraktsklausular", en="Contract clauses"),
    Theme.NOTICES: Words(nb="Kunngjøringer", nn="Kunngjeringar", en="Notices"),
    Theme.TIME_LIMITS: Words(nb="Frister", nn="Fristar", en="Time limits"),
    Theme.CONDUCT: Words(nb="Gjennomføring", nn="Gjennomføring", en="Conduct"),
    Theme.REJECTION: Words(nb="Avvisning", nn="Avvising", en="Rejection"),
    Theme.DECISION: Words(
        nb="Beslutning, karens og protokoll",
        nn="Avgjerd, karens og protokoll",
        en="Decision, standstill and report",
    ),
    Theme.CONTRACT: Words(nb="Endring av kontrakt", nn="Endring av kontrakt", en="Contract change"),
    Theme.REMEDIES: Words(nb="Klage og domstol", nn="Klage og domstol", en="Remedies"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """The answer of a condition that lacks facts."""

    facts: tuple[str, ...]


Answer = bool | Needs
Condition = Callable[[CaseFacts, ApplicablePart], Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A rule, its theme, and the conditions that must all hold."""

    rule: Rule
    theme: Theme
    when: tuple[Condition, ...]

    def holds(self, facts: CaseFacts, applicable: ApplicablePart) -> Answer:
        """Yes, no, or the facts that are lacking; a rule not in force that day never holds."""
        if not self.rule.holds_on(facts.on):
            return False
        answers = [condition(facts, applicable) for condition in self.when]
        if False in answers:
            return False
        lacking = [name for each in answers if isinstance(each, Needs) for name in each.facts]
        return Needs(facts=tuple(dict.fromkeys(lacking))) if lacking else True


def in_parts(*parts: Part) -> Condition:
    """The case is in one of these parts."""
    return lambda _facts, applicable: applicable.part in parts


def of_kind(*kinds: ContractKind) -> Condition:
    """The contract is of one of these kinds."""
    return lambda facts, _applicable: facts.answers.kind in kinds


def told(name: str, *, wanted: bool = True) -> Condition:
    """A yes-or-no fact is as wanted; open while it is not told."""

    def condition(facts: CaseFacts, _applicable: ApplicablePart) -> Answer:
        known = facts.known(name)
        return Needs(facts=(name,)) if known is None else known is wanted

    return condition


def either(*conditions: Condition) -> Condition:
    """One of the conditions holds; open when none does and one lacks facts."""

    def condition(facts: CaseFacts, applicable: ApplicablePart) -> Answer:
        answers = [each(facts, applicable) for each in conditions]
        if True in answers:
            return True
        lacking = [name for each in answers if isinstance(each, Needs) for name in each.facts]
        return Needs(facts=tuple(lacking)) if lacking else False

    return condition


def noticed(_facts: CaseFacts, applicable: ApplicablePart) -> Answer:
    """The competition must be published."""
    return applicable.has_notice_duty


def reaches(threshold: thresholds.Threshold) -> Condition:
    """The value is at least the amount of a threshold on the day."""
    return lambda facts, _applicable: threshold.on(facts.on) <= facts.answers.value


from_notice_value = reaches(thresholds.NATIONAL)
"""The value reaches the national threshold, where contract clauses begin."""


def framework(facts: CaseFacts, _applicable: ApplicablePart) -> Answer:
    """A framework is made."""
    return facts.answers.framework


def outside_the_state(facts: CaseFacts, _applicable: ApplicablePart) -> Answer:
    """The buyer is not a state authority."""
    return facts.answers.buyer is BuyerKind.OTHER


def longer_than_three_months(facts: CaseFacts, _applicable: ApplicablePart) -> Answer:
    """The contract lasts more than three months; an open-ended one does."""
    months = facts.answers.duration_months
    return months is None or months > APPRENTICE_MONTHS


def european(_facts: CaseFacts, applicable: ApplicablePart) -> Answer:
    """Part III or IV, special services above the EEA threshold, or a large design contest."""
    large_contest = applicable.part is Part.V and applicable.above_eea
    return (
        applicable.part in {Part.III, Part.IV} or applicable.is_special_above_eea or large_contest
    )


def above_its_sector(sector: Sector) -> Condition:
    """The case is in this sector, and its value reaches the sector's EEA threshold."""
    return lambda facts, _applicable: (
        facts.answers.sector is sector
        and sectors.above_eea(sector, facts.answers.kind, facts.answers.value, facts.on)
    )


def compared_with(threshold: thresholds.Threshold) -> Condition:
    """The case is in a sector and of a kind that this threshold is for."""
    return lambda facts, _applicable: (
        sectors.threshold_of(facts.answers.sector, facts.answers.kind) is threshold
    )


def no_documents_online(facts: CaseFacts, _applicable: ApplicablePart) -> Answer:
    """A part of the documents is not free online."""
    return not facts.answers.documents_online


ACT = in_parts(Part.I, Part.II, Part.III, Part.IV, Part.V)
REGULATED = in_parts(Part.II, Part.III)
TWO = in_parts(Part.II)
THREE = in_parts(Part.III)
FOUR = in_parts(Part.IV)
SERVICE = of_kind(ContractKind.SERVICES, ContractKind.SPECIAL_SERVICES, ContractKind.HEALTH_SOCIAL)
WORKS = of_kind(ContractKind.WORKS)
SITE = either(WORKS, told("cleaning"))
WORK = either(WORKS, SERVICE)

SUBSIDISED = (
    (thresholds.SUBSIDISED_WORKS, WORKS),
    (thresholds.SUBSIDISED_SERVICES, of_kind(ContractKind.SERVICES)),
)
OPENNESS = (
    (thresholds.OPENNESS_GOODS_SERVICES, either(SERVICE, of_kind(ContractKind.GOODS))),
    (thresholds.OPENNESS_WORKS, WORKS),
)


def _duties(theme: Theme, *rows: tuple[Rule, tuple[Condition, ...]]) -> tuple[Duty, ...]:
    return tuple(Duty(rule=rule, theme=theme, when=when) for rule, when in rows)


def _each(theme: Theme, rules: tuple[Rule, ...], *when: Condition) -> tuple[Duty, ...]:
    return tuple(Duty(rule=rule, theme=theme, when=when) for rule in rules)


DUTIES: tuple[Duty, ...] = (
    *_duties(
        Theme.VALUE,
        (splitting.SPLITTING, (ACT,)),
        *((each.rule, (kinds, reaches(each), told("subsidised"))) for each, kinds in SUBSIDISED),
    ),
    *_each(
        Theme.PROCEDURE,
        (
            procedures.OPEN,
            procedures.RESTRICTED,
            procedures.NEGOTIATED,
            procedures.DIALOGUE,
            procedures.INNOVATION,
            procedures.WITHOUT_NOTICE,
            procedures.DIRECT,
            procedures.CATALOGUE,
        ),
        THREE,
    ),
    *_duties(
        Theme.PROCEDURE,
        (procedures.FRAMEWORK, (REGULATED, framework)),
        (procedures.DPS, (THREE, told("dps"))),
        (procedures.AUCTION, (THREE, told("auction"))),
        (procedures.USER_CHOICE, (FOUR,)),
    ),
    *_duties(
        Theme.DOCUMENTS,
        (tender_documents.ONLINE, (THREE,)),
        (tender_documents.RISK, (REGULATED,)),
        (tender_documents.CHANGES, (REGULATED,)),
        (tender_documents.NO_BRANDS, (REGULATED,)),
        (tender_documents.LABELS, (REGULATED,)),
        (tender_documents.UNIVERSAL_DESIGN, (THREE, told("used_by_people"))),
        (tender_documents.LOTS_REASON, (THREE, told("divided_into_lots", wanted=False))),
        (lots.SMALL_LOTS, (THREE, told("divided_into_lots"))),
    ),
    *_duties(
        Theme.SUPPLIERS,
        (espd.REQUIRED, (THREE,)),
        (espd.OPTIONAL, (TWO,)),
        (espd.FRESH_PROOF, (REGULATED,)),
        (espd.ONCE_ONLY, (THREE,)),
        (qualification.CLOSED_LIST, (THREE,)),
        (qualification.TURNOVER, (THREE,)),
        (qualification.REFERENCES, (THREE,)),
        (qualification.RELIANCE, (THREE,)),
        (qualification.SYSTEMS, (THREE,)),
        (qualification.RESERVED, (REGULATED,)),
        (qualification.CLARIFYING, (REGULATED,)),
    ),
    *_each(Theme.CRITERIA, climate_weight.RULES, REGULATED),
    *_each(
        Theme.CRITERIA,
        (
            award_criteria.OBJECTIVE,
            award_criteria.WEIGHTS_OR_ORDER,
            award_criteria.LOWEST_PRICE,
            award_criteria.SUM,
            award_criteria.RANGES,
        ),
        REGULATED,
    ),
    *_each(
        Theme.CRITERIA,
        (award_criteria.BASIS, award_criteria.LOWEST_COST, award_criteria.FIXED_PRICE),
        THREE,
    ),
    *_duties(
        Theme.CLAUSES,
        (social_clauses.WAGES, (WORK, from_notice_value)),
        (social_clauses.PENSION_AND_CARD, (SITE, from_notice_value)),
        (social_clauses.LANGUAGE_ON_SITE, (WORKS, from_notice_value)),
        (social_clauses.PAID_BY_BANK, (SITE, from_notice_value)),
        (
            social_clauses.APPRENTICES,
            (WORK, from_notice_value, longer_than_three_months, told("craft_work")),
        ),
        (social_clauses.TWO_TIERS, (SITE, from_notice_value)),
        (social_clauses.CONTROL, (WORK, from_notice_value)),
        (social_clauses.TAX, (ACT, told("norwegian_winner"))),
        (social_clauses.HUMAN_RIGHTS, (ACT, told("human_rights_risk"))),
        (social_clauses.SANCTIONS, (WORK, from_notice_value)),
        (conduct.E_INVOICE, (ACT,)),
    ),
    *_duties(
        Theme.NOTICES,
        (notices.PLANNING, (noticed,)),
        (notices.CALL_BY_PRIOR_NOTICE, (THREE, outside_the_state)),
        (notices.EX_ANTE, (REGULATED,)),
        (notices.CORRECTION, (noticed,)),
        (procedure_limits.TED_FIRST, (european,)),
    ),
    *_duties(
        Theme.TIME_LIMITS,
        (working_days.CALCULATION, (ACT,)),
        (time_limits.DOCUMENTS, (THREE, no_documents_online)),
        (time_limits.ANSWERS, (THREE,)),
        (time_limits.VALIDITY, (REGULATED,)),
        (procedure_limits.RESTRICTED_REQUESTS, (THREE,)),
        (procedure_limits.RESTRICTED_TENDERS, (THREE,)),
        (procedure_limits.NEGOTIATED_REQUESTS, (THREE,)),
        (procedure_limits.NEGOTIATED_TENDERS, (THREE,)),
        (procedure_limits.DIALOGUE_REQUESTS, (THREE,)),
        (procedure_limits.INNOVATION_REQUESTS, (THREE,)),
        (procedure_limits.DPS_ADMISSION, (THREE, told("dps"))),
        (procedure_limits.DPS_ASSESSMENT, (THREE, told("dps"))),
        (procedure_limits.DPS_TENDERS, (THREE, told("dps"))),
        (procedure_limits.DPS_REFRESH, (THREE, told("dps"))),
        (procedure_limits.SITE_VISIT, (THREE, told("site_visit"))),
        (procedure_limits.AUCTION_START, (THREE, told("auction"))),
        (procedure_limits.INJUNCTION, (REGULATED,)),
        (procedure_limits.REPORT, (THREE,)),
        (procedure_limits.KEEPING, (ACT,)),
        (notices.AWARD_DEADLINE, (european, told("call_off", wanted=False))),
        (
            sectors.UTILITIES_AWARD,
            (above_its_sector(Sector.UTILITIES), told("call_off", wanted=False)),
        ),
        (sectors.CONCESSION_AWARD, (above_its_sector(Sector.CONCESSION),)),
    ),
    *_duties(
        Theme.NOTICES,
        *(
            (rule, (above_its_sector(sector),))
            for rules in (sectors.CALL_RULES, sectors.CHANGE_RULES)
            for sector, rule in rules.items()
        ),
    ),
    *_duties(Theme.VALUE, *((each.rule, (compared_with(each),)) for each in sectors.TABLE)),
    *_each(
        Theme.CONDUCT, (conduct.STRATEGY, conduct.SECRECY, conduct.IMPARTIAL, conduct.ARCHIVE), ACT
    ),
    *_duties(
        Theme.CONDUCT,
        *(
            (each.rule, (kinds, reaches(each), told("outside_openness")))
            for each, kinds in OPENNESS
        ),
    ),
    *_each(
        Theme.CONDUCT,
        (conduct.SEALED, conduct.TWO_PEOPLE, conduct.WRITTEN, conduct.SIGNATURES),
        REGULATED,
    ),
    *_each(Theme.REJECTION, rejection.RULES, REGULATED),
    *_each(Theme.DECISION, award_letter.RULES, REGULATED),
    *_duties(
        Theme.DECISION,
        (protocol.MATERIAL_FACTS, (in_parts(Part.I, Part.IV, Part.V),)),
        (protocol.PART_TWO_FIELDS, (TWO,)),
        (protocol.PART_THREE_FIELDS, (THREE,)),
    ),
    *_each(Theme.CONTRACT, contract_changes.RULES, THREE),
    *_duties(Theme.CONTRACT, (notices.CHANGE, (THREE,))),
    *_each(Theme.REMEDIES, remedies.RULES, ACT),
)
"""The rules that depend on more than value and part; those of the guide give reasons of theirs."""

TOLD_BY_THE_GUIDE = frozenset(
    rule.id
    for rule in (
        *part.RULES,
        *procedure_guide.RULES,
        *standstill.RULES,
        *(each.rule for each in thresholds.TABLE),
        time_limits.OPEN,
        time_limits.PART_TWO,
        time_limits.PART_TWO_DEFAULT,
        notices.NATIONAL,
        notices.EUROPEAN,
        notices.AWARD,
        notices.LIGHT,
        notices.DESIGN,
    )
)
"""Rules that the guide chooses between, each with a reason of its own in a case."""
