"""REM-1 to REM-4: complaints to KOFA, and what courts may do."""

from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.law.rule import Rule

COMPLAINT = Rule(
    id="REM-1",
    words=Words(
        nb="En klage til KOFA sendes innen seks måneder etter kontrakten eller avlysningen. "
        "Gebyret er 8 000 kroner og betales tilbake når klagen fører fram. Klagen stanser "
        "ikke konkurransen.",
        nn="Ei klage til KOFA blir send innan seks månader etter kontrakten eller avlysinga. "
        "Gebyret er 8 000 kroner og blir betalt tilbake når klaga fører fram. Klaga stansar "
        "ikkje konkurransen.",
        en="A complaint to KOFA is sent within six months of the contract or cancellation. The "
        "fee is NOK 8 000, refunded on success. It does not suspend the competition.",
    ),
    source="FOR-2002-11-15-1288",
)
DIRECT_AWARD = Rule(
    id="REM-2",
    words=Words(
        nb="En ulovlig direkte anskaffelse kan klages inn av hvem som helst i to år. Gebyret er 1 "
        "000 kroner; boten er høyst 15 prosent av kontrakten.",
        nn="Ei ulovleg direkte anskaffing kan klagast inn av kven som helst i to år. Gebyret er 1 "
        "000 kroner; bota er høgst 15 prosent av kontrakten.",
        en="An illegal direct award may be complained of by anyone for two years. The fee is NOK "
        "1 000; the fine is at most 15 per cent of the contract.",
    ),
    source="FOR-2002-11-15-1288, LOA § 12",
)
COURTS = Rule(
    id="REM-3",
    words=Words(
        nb="Retten kan sette beslutninger til side til kontrakten er inngått, gi midlertidig "
        "forføyning og dømme til erstatning.",
        nn="Retten kan setje avgjerder til side til kontrakten er inngått, gi mellombels åtgjerd "
        "og dømme til skadebot.",
        en="Courts may set decisions aside until the contract, grant an injunction and award "
        "damages.",
    ),
    source="LOA § 10",
)
INEFFECTIVE = Rule(
    id="REM-4",
    words=Words(
        nb="Retten kan kjenne en kontrakt uten virkning, avkorte den eller gi gebyr. Søksmålet "
        "reises innen to år, eller 30 dager etter kunngjøring av kontrakten.",
        nn="Retten kan kjenne ein kontrakt utan verknad, avkorte han eller gi gebyr. Søksmålet "
        "blir reist innan to år, eller 30 dagar etter kunngjering av kontrakten.",
        en="A court may declare a contract ineffective, shorten it or fine. The case is brought "
        "within two years, or 30 days after the award notice.",
    ),
    source="LOA §§ 13, 14",
)

RULES = (
    COMPLAINT,
    DIRECT_AWARD,
    COURTS,
    INEFFECTIVE,
)
FINDING_KINDS: tuple[FindingKind, ...] = ()
