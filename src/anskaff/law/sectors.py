"""Notices of utilities and concessions: from which value the law demands them.

Forsyningsforskriften is FOR-2016-08-12-975, konsesjonskontraktforskriften FOR-2016-08-12-976. Read
in the consolidated texts of 2 July 2026; the amounts of FOR-2026-04-21-623 are the oldest recorded.

>>> from anskaff.concepts.contract_kind import ContractKind
>>> from anskaff.concepts.money import Money
>>> five = Money(Decimal(5_000_000))
>>> rule = award_notice(Sector.UTILITIES, ContractKind.GOODS, five, date(2026, 11, 21))
>>> rule.source if rule else ""
'forsyningsforskriften §§ 17-6, 26-6, 27-2'
"""

from datetime import date
from decimal import Decimal

from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.dated import Dated
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words
from anskaff.law.procedure_guide import Sector
from anskaff.law.rule import CHECKED, Rule
from anskaff.law.thresholds import EEA_2026, Threshold


def _limit(kroner: int, source: str) -> Dated[Money]:
    return Dated({EEA_2026: Money(Decimal(kroner))}, source=source, checked=CHECKED)


UTILITIES = Threshold(
    id="T-EEA-UTIL",
    words=Words(
        nb="EØS-terskelverdi i forsyningssektorene: varer, tjenester og plan- og "
        "designkonkurranser",
        nn="EØS-terskelverdi i forsyningssektorane: varer, tenester og plan- og designkonkurransar",
        en="EEA threshold of utilities: goods, services and design contests",
    ),
    limits=_limit(5_000_000, "forsyningsforskriften § 5-2(1) a"),
)
UTILITIES_WORKS = Threshold(
    id="T-EEA-UTIL-W",
    words=Words(
        nb="EØS-terskelverdi i forsyningssektorene: bygge- og anleggskontrakter",
        nn="EØS-terskelverdi i forsyningssektorane: byggje- og anleggskontraktar",
        en="EEA threshold of utilities: works contracts",
    ),
    limits=_limit(62_900_000, "forsyningsforskriften § 5-2(1) b"),
)
UTILITIES_LIGHT = Threshold(
    id="T-EEA-UTIL-L",
    words=Words(
        nb="EØS-terskelverdi i forsyningssektorene: særlige tjenester og helse- og sosialtjenester",
        nn="EØS-terskelverdi i forsyningssektorane: særlege tenester og helse- og sosialtenester",
        en="EEA threshold of utilities: special services and health and social services",
    ),
    limits=_limit(11_600_000, "forsyningsforskriften § 5-2(2)"),
)
CONCESSIONS = Threshold(
    id="T-EEA-CONC",
    words=Words(
        nb="EØS-terskelverdi for konsesjonskontrakter",
        nn="EØS-terskelverdi for konsesjonskontraktar",
        en="EEA threshold of concession contracts",
    ),
    limits=_limit(62_900_000, "konsesjonskontraktforskriften § 5-1(2), (3)"),
)

UTILITIES_CALL = Rule(
    id="N-2-UTIL",
    words=Words(
        nb="Forsyning: kunngjør konkurransen i Doffin, som sender den til TED.",
        nn="Forsyning: kunngjer konkurransen i Doffin, som sender han til TED.",
        en="Utilities: publish the competition in Doffin, which sends it to TED.",
    ),
    source="forsyningsforskriften §§ 17-1, 17-2, 26-4",
    valid_from=EEA_2026,
)
CONCESSION_CALL = Rule(
    id="N-2-CONC",
    words=Words(
        nb="Konsesjon: kunngjør konkurransen i Doffin, som sender den til TED.",
        nn="Konsesjon: kunngjer konkurransen i Doffin, som sender han til TED.",
        en="Concessions: publish the competition in Doffin, which sends it to TED.",
    ),
    source="konsesjonskontraktforskriften §§ 9-1, 9-2, 14-3",
    valid_from=EEA_2026,
)
UTILITIES_AWARD = Rule(
    id="N-6-UTIL",
    words=Words(
        nb="Forsyning: kunngjør kontraktsinngåelsen snarest og senest 30 dager etter at kontrakten "
        "er inngått. Det gjelder ikke kontrakter under rammeavtaler.",
        nn="Forsyning: kunngjer kontraktsinngåinga snarast og seinast 30 dagar etter at kontrakten "
        "er inngått. Det gjeld ikkje kontraktar under rammeavtalar.",
        en="Utilities: publish the award notice as soon as possible and within 30 days after the "
        "contract is made. Not for contracts under frameworks.",
    ),
    source="forsyningsforskriften §§ 17-6, 26-6, 27-2",
    valid_from=EEA_2026,
)
CONCESSION_AWARD = Rule(
    id="N-6-CONC",
    words=Words(
        nb="Konsesjon: kunngjør kontraktsinngåelsen snarest og senest 30 dager etter at kontrakten "
        "er inngått.",
        nn="Konsesjon: kunngjer kontraktsinngåinga snarast og seinast 30 dagar etter at kontrakten "
        "er inngått.",
        en="Concessions: publish the award notice as soon as possible and within 30 days after the "
        "contract is made.",
    ),
    source="konsesjonskontraktforskriften §§ 9-4, 14-3(3)",
    valid_from=EEA_2026,
)
UTILITIES_CHANGE = Rule(
    id="N-7-UTIL",
    words=Words(
        nb="Forsyning: en kontraktsendring etter § 24-1 bokstav c eller d kunngjøres.",
        nn="Forsyning: ei kontraktsendring etter § 24-1 bokstav c eller d blir kunngjord.",
        en="Utilities: a contract change under § 24-1 letter c or d is published.",
    ),
    source="forsyningsforskriften § 24-1(3)",
    valid_from=EEA_2026,
)
CONCESSION_CHANGE = Rule(
    id="N-7-CONC",
    words=Words(
        nb="Konsesjon: en kontraktsendring etter § 13-1 bokstav c eller d kunngjøres.",
        nn="Konsesjon: ei kontraktsendring etter § 13-1 bokstav c eller d blir kunngjord.",
        en="Concessions: a contract change under § 13-1 letter c or d is published.",
    ),
    source="konsesjonskontraktforskriften § 13-1(4)",
    valid_from=EEA_2026,
)
TABLE = (UTILITIES, UTILITIES_WORKS, UTILITIES_LIGHT, CONCESSIONS)
CALL_RULES = {Sector.UTILITIES: UTILITIES_CALL, Sector.CONCESSION: CONCESSION_CALL}
AWARD_RULES = {Sector.UTILITIES: UTILITIES_AWARD, Sector.CONCESSION: CONCESSION_AWARD}
CHANGE_RULES = {Sector.UTILITIES: UTILITIES_CHANGE, Sector.CONCESSION: CONCESSION_CHANGE}


def threshold_of(sector: Sector, kind: ContractKind) -> Threshold | None:
    """The EEA threshold of a sector; None for those that this file is not about."""
    if sector is Sector.CONCESSION:
        return CONCESSIONS
    if sector is not Sector.UTILITIES:
        return None
    if kind is ContractKind.WORKS:
        return UTILITIES_WORKS
    light = {ContractKind.SPECIAL_SERVICES, ContractKind.HEALTH_SOCIAL}
    return UTILITIES_LIGHT if kind in light else UTILITIES


def above_eea(sector: Sector, kind: ContractKind, value: Money, on: date) -> bool:
    """Whether a value reaches the sector's threshold; not where none is recorded for the day."""
    threshold = threshold_of(sector, kind)
    if threshold is None or on < EEA_2026:
        return False
    return threshold.on(on) <= value


def award_notice(sector: Sector, kind: ContractKind, value: Money, on: date) -> Rule | None:
    """The rule that demands an award notice; None below the threshold.

    Args:
        sector: utilities or concessions.
        kind: the main element of the contract.
        value: estimated value in NOK without VAT; of a concession, the supplier's turnover.
        on: the day the procurement was set in motion.
    """
    return AWARD_RULES.get(sector) if above_eea(sector, kind, value, on) else None


RULES = (
    *(each.rule for each in TABLE),
    *CALL_RULES.values(),
    *AWARD_RULES.values(),
    *CHANGE_RULES.values(),
)
FINDING_KINDS: tuple[FindingKind, ...] = ()
