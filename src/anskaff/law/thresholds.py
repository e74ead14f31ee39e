"""T-*: the amounts that decide which rules apply, NOK without VAT, each with the days it held.

The case asks on the day the procurement was set in motion. The EEA set before 14 March 2024 is
not recorded here; ask `check_day` first when a day may be older.

>>> from datetime import date
>>> ACT.on(date(2026, 6, 30)).amount, ACT.on(date(2026, 7, 1)).amount
(Decimal('100000'), Decimal('500000'))
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from anskaff.concepts.contract_kind import BuyerKind, ContractKind
from anskaff.concepts.dated import Dated
from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words
from anskaff.law.rule import CHECKED, Rule

RECORDED_FROM = date(2024, 3, 14)
EEA_2026 = date(2026, 4, 21)
"""FOR-2026-04-21-623."""

DAY_NOT_RECORDED = FindingKind(
    code="law-of-the-day-not-recorded",
    severity=Severity.WARNING,
    text=Words(
        nb="Terskelverdiene for {day} er ikke registrert; de eldste som er, gjelder fra {first}.",
        nn="Terskelverdiane for {day} er ikkje registrerte; dei eldste som er, gjeld frå {first}.",
        en="The thresholds of {day} are not recorded; the oldest ones recorded apply from {first}.",
    ),
    cure=Words(
        nb="Kontroller datoen, eller finn verdiene i den eldre forskriften.",
        nn="Kontroller datoen, eller finn verdiane i den eldre forskrifta.",
        en="Check the day, or look the amounts up in the older regulation.",
    ),
    source="FOA § 5-3",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """One threshold: its id and name, and its amounts over time."""

    id: str
    words: Words
    limits: Dated[Money]

    def on(self, day: date) -> Money:
        """The amount on `day`.

        Raises:
            LookupError: no amount is recorded for that day.
        """
        return self.limits.required_on(day)

    @property
    def rule(self) -> Rule:
        """The threshold as a row of the catalogue."""
        return Rule(
            id=self.id,
            words=self.words,
            source=self.limits.source,
            checked=self.limits.checked,
            valid_from=min(self.limits.values),
        )


def _kroner(values: Mapping[date, int], source: str) -> Dated[Money]:
    """Amounts in whole kroner by first day."""
    return Dated(
        {day: Money(Decimal(amount)) for day, amount in values.items()},
        source=source,
        checked=CHECKED,
    )


ACT = Threshold(
    id="T-ACT",
    words=Words(
        nb="Innslagspunkt for loven og forskriften",
        nn="Innslagspunkt for lova og forskrifta",
        en="Lower limit of the act and the regulation",
    ),
    limits=_kroner({date(2017, 1, 1): 100_000, date(2026, 7, 1): 500_000}, "LOA § 2, FOA § 1-1"),
)
NATIONAL = Threshold(
    id="T-NAT",
    words=Words(nb="Nasjonal terskelverdi", nn="Nasjonal terskelverdi", en="National threshold"),
    limits=_kroner({RECORDED_FROM: 1_300_000}, "FOA § 5-1(2)"),
)
EEA_STATE = Threshold(
    id="T-EEA-STATE",
    words=Words(
        nb="EØS-terskelverdi for statlige myndigheter: varer, tjenester og plan- og "
        "designkonkurranser",
        nn="EØS-terskelverdi for statlege styresmakter: varer, tenester og plan- og "
        "designkonkurransar",
        en="EEA threshold for state authorities: goods, services and design contests",
    ),
    limits=_kroner({RECORDED_FROM: 1_490_000, EEA_2026: 1_630_000}, "FOA § 5-3(1) a"),
)
EEA_OTHER = Threshold(
    id="T-EEA-OTHER",
    words=Words(
        nb="EØS-terskelverdi for andre oppdragsgivere: varer, tjenester og plan- og "
        "designkonkurranser",
        nn="EØS-terskelverdi for andre oppdragsgivarar: varer, tenester og plan- og "
        "designkonkurransar",
        en="EEA threshold for other buyers: goods, services and design contests",
    ),
    limits=_kroner({RECORDED_FROM: 2_300_000, EEA_2026: 2_500_000}, "FOA § 5-3(1) b"),
)
EEA_WORKS = Threshold(
    id="T-EEA-WORKS",
    words=Words(
        nb="EØS-terskelverdi for bygge- og anleggskontrakter",
        nn="EØS-terskelverdi for byggje- og anleggskontraktar",
        en="EEA threshold for works contracts",
    ),
    limits=_kroner(
        {RECORDED_FROM: 57_900_000, date(2024, 3, 21): 57_800_000, EEA_2026: 62_900_000},
        "FOA § 5-3(1) c",
    ),
)
EEA_LIGHT = Threshold(
    id="T-EEA-LIGHT",
    words=Words(
        nb="EØS-terskelverdi for særlige tjenester og for helse- og sosialtjenester",
        nn="EØS-terskelverdi for særlege tenester og for helse- og sosialtenester",
        en="EEA threshold for special services and for health and social services",
    ),
    limits=_kroner({RECORDED_FROM: 7_800_000, EEA_2026: 8_700_000}, "FOA § 5-3(2)"),
)
DESIGN = Threshold(
    id="T-DESIGN",
    words=Words(
        nb="Del V om plan- og designkonkurranser begynner her",
        nn="Del V om plan- og designkonkurransar byrjar her",
        en="Part V on design contests begins here",
    ),
    limits=_kroner({RECORDED_FROM: 1_490_000, EEA_2026: 1_630_000}, "FOA § 5-1(5)"),
)
LOT_GOODS_SERVICES = Threshold(
    id="T-LOT-GS",
    words=Words(
        nb="Unntak for små delkontrakter: varer og tjenester",
        nn="Unntak for små delkontraktar: varer og tenester",
        en="Exception for small lots: goods and services",
    ),
    limits=_kroner({RECORDED_FROM: 836_000, EEA_2026: 932_000}, "FOA § 5-4(8)"),
)
LOT_WORKS = Threshold(
    id="T-LOT-W",
    words=Words(
        nb="Unntak for små delkontrakter: bygge- og anleggsarbeider",
        nn="Unntak for små delkontraktar: byggje- og anleggsarbeid",
        en="Exception for small lots: works",
    ),
    limits=_kroner({RECORDED_FROM: 10_400_000, EEA_2026: 11_600_000}, "FOA § 5-4(8)"),
)
SUBSIDISED_WORKS = Threshold(
    id="T-SUBSIDY-W",
    words=Words(
        nb="Bygge- og anleggskontrakter med mer enn 50 prosent direkte tilskudd",
        nn="Byggje- og anleggskontraktar med meir enn 50 prosent direkte tilskot",
        en="Works contracts directly subsidised by more than 50 per cent",
    ),
    limits=_kroner({RECORDED_FROM: 7_800_000, EEA_2026: 8_700_000}, "FOA § 1-3"),
)
SUBSIDISED_SERVICES = Threshold(
    id="T-SUBSIDY-S",
    words=Words(
        nb="Tjenestekontrakter knyttet til tilskuddsfinansierte bygge- og anleggskontrakter",
        nn="Tenestekontraktar knytte til tilskotsfinansierte byggje- og anleggskontraktar",
        en="Service contracts linked to subsidised works contracts",
    ),
    limits=_kroner({RECORDED_FROM: 2_300_000, EEA_2026: 2_500_000}, "FOA § 1-3"),
)
OPENNESS_GOODS_SERVICES = Threshold(
    id="T-OPEN-GS",
    words=Words(
        nb="Innsyn i vare- og tjenestekontrakter hos oppdragsgivere utenfor offentleglova",
        nn="Innsyn i vare- og tenestekontraktar hos oppdragsgivarar utanfor offentleglova",
        en="Access to goods and service contracts of buyers outside the freedom of information act",
    ),
    limits=_kroner({RECORDED_FROM: 10_400_000, EEA_2026: 11_600_000}, "FOA § 7-3"),
)
OPENNESS_WORKS = Threshold(
    id="T-OPEN-W",
    words=Words(
        nb="Innsyn i bygge- og anleggskontrakter hos oppdragsgivere utenfor offentleglova",
        nn="Innsyn i byggje- og anleggskontraktar hos oppdragsgivarar utanfor offentleglova",
        en="Access to works contracts of buyers outside the freedom of information act",
    ),
    limits=_kroner({RECORDED_FROM: 96_000_000}, "FOA § 7-3"),
)

TABLE = (
    ACT,
    NATIONAL,
    EEA_STATE,
    EEA_OTHER,
    EEA_WORKS,
    EEA_LIGHT,
    DESIGN,
    LOT_GOODS_SERVICES,
    LOT_WORKS,
    SUBSIDISED_WORKS,
    SUBSIDISED_SERVICES,
    OPENNESS_GOODS_SERVICES,
    OPENNESS_WORKS,
)


def eea_threshold(kind: ContractKind, buyer: BuyerKind) -> Threshold:
    """The EEA threshold for this kind of contract and buyer.

    >>> eea_threshold(ContractKind.GOODS, BuyerKind.STATE).id
    'T-EEA-STATE'
    """
    if kind is ContractKind.WORKS:
        return EEA_WORKS
    if kind in {ContractKind.SPECIAL_SERVICES, ContractKind.HEALTH_SOCIAL}:
        return EEA_LIGHT
    return EEA_STATE if buyer is BuyerKind.STATE else EEA_OTHER


def check_day(on: date) -> tuple[Finding, ...]:
    """A warning when the thresholds of that day are not recorded here."""
    if on >= RECORDED_FROM:
        return ()
    return (DAY_NOT_RECORDED.at("start_day", day=on, first=RECORDED_FROM),)


RULES = tuple(threshold.rule for threshold in TABLE)
FINDING_KINDS = (DAY_NOT_RECORDED,)
