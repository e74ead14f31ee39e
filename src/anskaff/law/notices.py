"""N-*: the notices that a procurement calls for, and F-CAN: when the award notice is due.

>>> award_notice_due(date(2026, 12, 1))
datetime.date(2026, 12, 31)
"""

from collections.abc import Mapping
from datetime import date

from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.law.part import ApplicablePart, Part
from anskaff.law.rule import Rule
from anskaff.law.working_days import last_day

AWARD_NOTICE_DAYS = 30

NATIONAL = Rule(
    id="N-1",
    words=Words(
        nb="Kunngjør konkurransen i Doffin.",
        nn="Kunngjer konkurransen i Doffin.",
        en="Publish the competition in Doffin.",
    ),
    source="FOA § 8-17",
)
EUROPEAN = Rule(
    id="N-2",
    words=Words(
        nb="Kunngjør konkurransen i Doffin, som sender den til TED.",
        nn="Kunngjer konkurransen i Doffin, som sender han til TED.",
        en="Publish the competition in Doffin, which sends it to TED.",
    ),
    source="FOA §§ 21-1, 21-2",
)
AWARD = Rule(
    id="N-6",
    words=Words(
        nb="Kunngjør kontraktsinngåelsen.",
        nn="Kunngjer kontraktsinngåinga.",
        en="Publish an award notice.",
    ),
    source="FOA §§ 8-19, 21-6, 30-7",
)
LIGHT = Rule(
    id="N-9",
    words=Words(
        nb="Kunngjør konkurransen i Doffin og TED, med alminnelig kunngjøring eller "
        "forhåndskunngjøring.",
        nn="Kunngjer konkurransen i Doffin og TED, med alminneleg kunngjering eller "
        "førehandskunngjering.",
        en="Publish the competition in Doffin and TED, by a contract notice or a prior notice used "
        "as a call.",
    ),
    source="FOA §§ 8-17(4), 30-5",
)
DESIGN = Rule(
    id="N-10",
    words=Words(
        nb="Kunngjør plan- og designkonkurransen.",
        nn="Kunngjer plan- og designkonkurransen.",
        en="Publish the design contest.",
    ),
    source="FOA § 31-2",
)
AWARD_DEADLINE = Rule(
    id="F-CAN",
    words=Words(
        nb="Kontraktsinngåelsen kunngjøres snarest og senest 30 dager etter at kontrakten er "
        "inngått. Det gjelder ikke avrop på rammeavtaler.",
        nn="Kontraktsinngåinga blir kunngjort snarast og seinast 30 dagar etter at kontrakten er "
        "inngått. Det gjeld ikkje avrop på rammeavtalar.",
        en="The award notice is published as soon as possible and within 30 days after the "
        "contract "
        "is made. Not for call-offs under frameworks.",
    ),
    source="FOA §§ 21-6, 26-7(5)",
)

PLANNING = Rule(
    id="N-3",
    words=Words(
        nb="En veiledende kunngjøring om planlagte kjøp er frivillig.",
        nn="Ei rettleiande kunngjering om planlagde kjøp er frivillig.",
        en="A prior information notice of planned purchases is voluntary.",
    ),
    source="FOA § 21-3",
)
CALL_BY_PRIOR_NOTICE = Rule(
    id="N-4",
    words=Words(
        nb="Andre enn statlige kan bruke en forhåndskunngjøring som utlysning i begrenset "
        "anbudskonkurranse og konkurranse med forhandling.",
        nn="Andre enn statlege kan bruke ei førehandskunngjering som utlysing i avgrensa "
        "anbodskonkurranse og konkurranse med forhandling.",
        en="Buyers outside the state may use a prior information notice as the call in restricted "
        "and negotiated procedures.",
    ),
    source="FOA § 21-2(2)",
)
EX_ANTE = Rule(
    id="N-5",
    words=Words(
        nb="En intensjonskunngjøring før en direkte anskaffelse er frivillig. Med ti dagers "
        "ventetid verner den mot at kontrakten kjennes uten virkning.",
        nn="Ei intensjonskunngjering før ei direkte anskaffing er frivillig. Med ti dagars "
        "ventetid vernar ho mot at kontrakten blir kjend utan verknad.",
        en="A voluntary ex-ante notice may precede a direct award. With ten days of waiting it "
        "shields against ineffectiveness.",
    ),
    source="FOA §§ 8-18, 21-5",
)
CHANGE = Rule(
    id="N-7",
    words=Words(
        nb="En kontraktsendring etter § 28-1 bokstav c eller d kunngjøres.",
        nn="Ei kontraktsendring etter § 28-1 bokstav c eller d blir kunngjord.",
        en="A contract change under § 28-1 letter c or d is published.",
    ),
    source="FOA § 28-1(3)",
)
CORRECTION = Rule(
    id="N-8",
    words=Words(
        nb="En kunngjøring rettes eller avlyses med en endringskunngjøring.",
        nn="Ei kunngjering blir retta eller avlyst med ei endringskunngjering.",
        en="A notice is corrected or cancelled by a change notice.",
    ),
    source="FOR-2025-06-21-1437",
)

SUBTYPES: Mapping[str, tuple[str, ...]] = {
    NATIONAL.id: ("E3",),
    EUROPEAN.id: ("16",),
    PLANNING.id: ("4", "E2"),
    CALL_BY_PRIOR_NOTICE.id: ("10",),
    EX_ANTE.id: ("25",),
    AWARD.id: ("29", "33", "E4"),
    CHANGE.id: ("38",),
    LIGHT.id: ("12", "20"),
    DESIGN.id: ("23", "36"),
}
"""The notice subtypes of eForms for each rule (SDK of OP and SDK-NOR, read 2026-11-21)."""

_BY_PART: Mapping[Part, tuple[Rule, ...]] = {
    Part.OUTSIDE: (),
    Part.I: (),
    Part.II: (NATIONAL,),
    Part.III: (EUROPEAN, AWARD),
    Part.IV: (LIGHT, AWARD),
    Part.V: (DESIGN,),
}


def required(applicable: ApplicablePart) -> tuple[Rule, ...]:
    """The notices that must be published when no exception from notice is used."""
    if applicable.is_special_above_eea:
        return (LIGHT, AWARD)
    if applicable.part is Part.V and applicable.above_eea:
        return (DESIGN, AWARD)
    return _BY_PART[applicable.part]


def award_notice_due(contract_made_on: date) -> date:
    """The last day to publish the award notice."""
    return last_day(contract_made_on, AWARD_NOTICE_DAYS)


RULES = (
    NATIONAL,
    EUROPEAN,
    AWARD,
    LIGHT,
    DESIGN,
    AWARD_DEADLINE,
    PLANNING,
    CALL_BY_PRIOR_NOTICE,
    EX_ANTE,
    CHANGE,
    CORRECTION,
)
FINDING_KINDS: tuple[FindingKind, ...] = ()
