"""The cases of the demo as data: what is bought, who bids, how far it has come."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from anskaff.competition.plan import LotPlan
from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.criterion import AwardCriterion, CriterionKind


class Stage(IntEnum):
    """How far a case is told."""

    STARTED = 1
    READY = 2
    OPEN = 3
    CLOSED = 4
    HALF_OPENED = 5
    OPENED = 6
    SCORING = 7
    EVALUATED = 8
    STANDSTILL = 9
    MAY_SIGN = 10
    SIGNED = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Bid:
    """A supplier's tender: unit prices by line, and what both evaluators will find it worth.

    `supplier` is the place in `people.SUPPLIERS`; `points` are by quality criterion in order.
    """

    supplier: int
    prices: tuple[str, ...]
    points: tuple[str, ...] = ()
    rejected: str = ""
    lots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoCase:
    """One case; `published` is the day it is published, counted from the day the demo is told."""

    title: str
    need: str
    kind: ContractKind
    value: int
    cpv: str
    months: int
    published: int
    stage: Stage
    lines: tuple[tuple[str, str, int], ...]
    criteria: tuple[AwardCriterion, ...]
    lots: tuple[LotPlan, ...] = ()
    bids: tuple[Bid, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    model: str = "M-LIN"
    cancelled: str = ""
    climate_ground: str = ""
    climate_reason: str = ""


def criterion(
    key: str, name: str, weight: int, description: str = "", *, climate: bool = False
) -> AwardCriterion:
    """A criterion with a description; the one called Pris is computed."""
    return AwardCriterion(
        key=key,
        name=name,
        kind=CriterionKind.PRICE if name == "Pris" else CriterionKind.QUALITY,
        weight_percent=Decimal(weight),
        description=description,
        climate=climate,
    )


PRICE_QUALITY_CLIMATE = (
    criterion("AC-0001", "Pris", 40, "Samlet sum i prisskjemaet."),
    criterion("AC-0002", "Kvalitet", 30, "Holdbarhet og service, dokumentert i tilbudet."),
    criterion(
        "AC-0003", "Klima og miljø", 30, "Klimaavtrykk for leveransen med kilde.", climate=True
    ),
)
PRICE_CLIMATE = (
    criterion("AC-0001", "Pris", 70, "Samlet sum i prisskjemaet."),
    criterion(
        "AC-0002", "Klima og miljø", 30, "Utslipp per levering med dokumentasjon.", climate=True
    ),
)
CHAIRS = (("Kontorstol, regulerbar", "stk", 120), ("Skrivebord, hev og senk", "stk", 80))

CASES: tuple[DemoCase, ...] = (
    DemoCase(
        title="Lekeapparater til Strandkanten barnehage",
        need="Barnehagen utvides, og uteområdet mangler lekeapparater for de minste.",
        kind=ContractKind.GOODS,
        value=1_600_000,
        cpv="37535200",
        months=6,
        published=-3,
        stage=Stage.STARTED,
        lines=(),
        criteria=(),
    ),
    DemoCase(
        title="Vintervedlikehold av gang- og sykkelveier",
        need="Avtalen for brøyting og strøing går ut. Veiene skal være farbare kl. 6.30.",
        kind=ContractKind.SERVICES,
        value=9_400_000,
        cpv="90620000",
        months=48,
        published=-2,
        stage=Stage.READY,
        lines=(("Brøyting, per km", "km", 4200), ("Strøing, per km", "km", 2600)),
        criteria=PRICE_QUALITY_CLIMATE,
    ),
    DemoCase(
        title="Skolemat til fire barneskoler",
        need="Elevene på 1.–7. trinn får et måltid hver skoledag fra neste høst.",
        kind=ContractKind.GOODS,
        value=7_800_000,
        cpv="15894210",
        months=24,
        published=-12,
        stage=Stage.OPEN,
        lines=(("Varm lunsj per elev", "porsjon", 60_000), ("Frukt per elev", "porsjon", 120_000)),
        criteria=PRICE_QUALITY_CLIMATE,
        questions=(
            (
                "Kan lunsjen leveres kald to dager i uka?",
                "Ja, inntil to dager i uka, når menyen er godkjent av skolen.",
            ),
            ("Finnes det kjøkken på alle fire skolene?", ""),
        ),
        bids=(Bid(supplier=5, prices=("38.50", "6.20")),),
    ),
    DemoCase(
        title="Bærbare datamaskiner til lærere",
        need="Lærernes maskiner er seks år gamle og får ikke sikkerhetsoppdateringer.",
        kind=ContractKind.GOODS,
        value=4_900_000,
        cpv="30213100",
        months=24,
        published=-29,
        stage=Stage.OPEN,
        lines=(("Bærbar datamaskin 14 tommer", "stk", 340), ("Utvidet garanti", "stk", 340)),
        criteria=PRICE_QUALITY_CLIMATE,
        bids=(
            Bid(supplier=4, prices=("9800", "650")),
            Bid(supplier=1, prices=("10400", "480")),
        ),
    ),
    DemoCase(
        title="Arbeidsklær til teknisk etat",
        need="90 ansatte trenger synlige og holdbare klær hele året.",
        kind=ContractKind.GOODS,
        value=2_900_000,
        cpv="18110000",
        months=48,
        published=-40,
        stage=Stage.CLOSED,
        lines=(("Jakke, klasse 3", "stk", 360), ("Bukse, klasse 2", "stk", 540)),
        criteria=PRICE_CLIMATE,
        bids=(
            Bid(supplier=0, prices=("1490", "890")),
            Bid(supplier=2, prices=("1390", "990")),
            Bid(supplier=1, prices=("1620", "810")),
        ),
    ),
    DemoCase(
        title="Renhold av rådhus og bibliotek",
        need="Rådhuset og biblioteket rengjøres hver dag uten helse- og miljøskadelige stoffer.",
        kind=ContractKind.SERVICES,
        value=6_300_000,
        cpv="90910000",
        months=36,
        published=-41,
        stage=Stage.HALF_OPENED,
        lines=(("Daglig renhold per måned", "måned", 36), ("Hovedrenhold", "gang", 6)),
        criteria=PRICE_QUALITY_CLIMATE,
        bids=(
            Bid(supplier=2, prices=("128000", "64000")),
            Bid(supplier=5, prices=("119000", "72000")),
        ),
    ),
    DemoCase(
        title="Kontormøbler til nytt rådhus",
        need="240 ansatte flytter inn i nytt rådhus. Møbler som kan repareres, foretrekkes.",
        kind=ContractKind.GOODS,
        value=5_200_000,
        cpv="39130000",
        months=24,
        published=-45,
        stage=Stage.OPENED,
        lines=CHAIRS,
        criteria=PRICE_QUALITY_CLIMATE,
        bids=(
            Bid(supplier=0, prices=("3900", "7200")),
            Bid(supplier=1, prices=("4300", "6900")),
            Bid(supplier=3, prices=("3500", "7900")),
        ),
    ),
    DemoCase(
        title="Rådgiver for ny ungdomsskole",
        need="Skolen skal tegnes og følges opp fram til overlevering.",
        kind=ContractKind.SERVICES,
        value=8_100_000,
        cpv="71200000",
        months=36,
        published=-50,
        stage=Stage.SCORING,
        lines=(("Prosjektleder", "time", 2400), ("Rådgiver", "time", 4200)),
        criteria=PRICE_QUALITY_CLIMATE,
        bids=(
            Bid(supplier=3, prices=("1350", "1180"), points=("8", "7")),
            Bid(
                supplier=2,
                prices=("1290", "1210"),
                rejected="Tilbudet tar forbehold mot leveringsfristen, som er et vesentlig avvik.",
            ),
            Bid(supplier=1, prices=("1420", "1090"), points=("7", "8.5")),
        ),
    ),
    DemoCase(
        title="Snøskutere og hengere til redningstjenesten",
        need="To skutere er utrangert. Tjenesten trenger nye før sesongen.",
        kind=ContractKind.GOODS,
        value=2_700_000,
        cpv="34110000",
        months=12,
        published=-52,
        stage=Stage.EVALUATED,
        lines=(("Snøskuter", "stk", 6), ("Henger", "stk", 6)),
        criteria=PRICE_QUALITY_CLIMATE,
        bids=(
            Bid(supplier=0, prices=("200000", "50000"), points=("6", "6")),
            Bid(supplier=1, prices=("240000", "60000"), points=("8", "8")),
            Bid(supplier=5, prices=("120000", "30000"), points=("1", "1")),
        ),
    ),
    DemoCase(
        title="Inventar til bibliotek, kulturhus og ungdomsklubb",
        need="Tre bygg får nytt inventar. Hvert bygg er en delkontrakt.",
        kind=ContractKind.GOODS,
        value=6_600_000,
        cpv="39150000",
        months=12,
        published=-58,
        stage=Stage.STANDSTILL,
        lots=(
            LotPlan(key="LOT-0001", title="Bibliotek"),
            LotPlan(key="LOT-0002", title="Kulturhus"),
            LotPlan(key="LOT-0003", title="Ungdomsklubb"),
        ),
        lines=(("Hyller og stoler", "sett", 10), ("Montering", "time", 120)),
        criteria=PRICE_QUALITY_CLIMATE,
        bids=(
            Bid(
                supplier=0,
                prices=("98000", "690", "104000", "690", "88000", "690"),
                points=("8", "7"),
            ),
            Bid(
                supplier=1,
                prices=("92000", "720", "112000", "720", "91000", "720"),
                points=("7", "8"),
            ),
            Bid(
                supplier=3,
                prices=("101000", "650", "99000", "650"),
                points=("7.5", "6"),
                lots=("LOT-0001", "LOT-0002"),
            ),
        ),
    ),
    DemoCase(
        title="Solceller på idrettshallen",
        need="Taket er nytt og tåler solceller. Hallen bruker mest strøm på dagtid.",
        kind=ContractKind.GOODS,
        value=4_100_000,
        cpv="09331200",
        months=8,
        published=-70,
        stage=Stage.MAY_SIGN,
        lines=(("Solcelleanlegg, ferdig montert", "kWp", 210), ("Drift og tilsyn", "år", 5)),
        criteria=PRICE_QUALITY_CLIMATE,
        model="M-PRO",
        bids=(
            Bid(supplier=3, prices=("11200", "48000"), points=("8", "8")),
            Bid(supplier=4, prices=("10600", "61000"), points=("7", "7.5")),
        ),
    ),
    DemoCase(
        title="Trykksaker og skilt",
        need="Kommunen trykker lite, men trenger én leverandør for skilt og informasjon.",
        kind=ContractKind.SERVICES,
        value=1_900_000,
        cpv="79800000",
        months=48,
        published=-95,
        stage=Stage.SIGNED,
        lines=(("Plakat A3", "stk", 4000), ("Skilt, aluminium", "stk", 300)),
        criteria=PRICE_CLIMATE,
        bids=(
            Bid(supplier=1, prices=("14.50", "690"), points=("7",)),
            Bid(supplier=0, prices=("14.50", "690"), points=("7",)),
        ),
    ),
    DemoCase(
        title="Ferskt brød og bakevarer til sykehjem",
        need="Tre sykehjem bestiller bakevarer hver dag, med få og samlede leveringer.",
        kind=ContractKind.GOODS,
        value=3_400_000,
        cpv="15810000",
        months=36,
        published=-100,
        stage=Stage.SIGNED,
        lines=(("Grovbrød", "stk", 42_000), ("Rundstykker", "stk", 65_000)),
        criteria=PRICE_CLIMATE,
        bids=(Bid(supplier=5, prices=("32.90", "6.40"), points=("6",)),),
    ),
    DemoCase(
        title="Elektriske sykler til hjemmetjenesten",
        need="Hjemmetjenesten skal sykle på korte turer. Behovet er endret etter omorganisering.",
        kind=ContractKind.GOODS,
        value=1_700_000,
        cpv="34430000",
        months=12,
        published=-30,
        stage=Stage.OPEN,
        lines=(("Elsykkel", "stk", 45), ("Service per år", "stk", 135)),
        criteria=PRICE_CLIMATE,
        cancelled="Hjemmetjenesten er delt i to etater, og behovet må kartlegges på nytt.",
    ),
)
