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


RULES = (NATIONAL, EUROPEAN, AWARD, LIGHT, DESIGN, AWARD_DEADLINE)
FINDING_KINDS: tuple[FindingKind, ...] = ()
