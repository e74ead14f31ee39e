"""The notices that a buyer can write, and which of them a case calls for.

What a subtype is in the standard stands in `documents.eforms.subtypes`; here are those that we
write, with our names for them.

>>> SUBTYPES["16"].national, SUBTYPES["E3"].national, SUBTYPES["4"].in_parts
(False, True, True)
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from anskaff.competition.plan import Plan
from anskaff.competition.states import State
from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.days import legal_day
from anskaff.concepts.money import Money
from anskaff.concepts.notice import NoticeForm
from anskaff.concepts.words import Words
from anskaff.documents.eforms import subtypes as eforms
from anskaff.law import notices, sectors
from anskaff.law.part import ApplicablePart
from anskaff.law.procedure_guide import Sector
from anskaff.law.rule import Rule


@dataclass(frozen=True, slots=True)
class Subtype:
    """One subtype with its name; the standard's table knows its form, type and law."""

    code: str
    name: Words

    @property
    def form(self) -> NoticeForm:
        """Its form (BT-03)."""
        return eforms.SUBTYPES[self.code].form

    @property
    def national(self) -> bool:
        """Whether it is published in Norway alone."""
        return eforms.SUBTYPES[self.code].national

    @property
    def in_parts(self) -> bool:
        """Whether its lots are parts of a plan."""
        return eforms.SUBTYPES[self.code].kind == "pin-only"

    @property
    def has_result(self) -> bool:
        """Whether it names winners and contracts."""
        return self.form in {
            NoticeForm.RESULT,
            NoticeForm.DIRECT_AWARD,
            NoticeForm.MODIFICATION,
        }


PLANNED = Words(
    nb="Veiledende kunngjøring", nn="Rettleiande kunngjering", en="Prior information notice"
)
SHORTENS = Words(
    nb="Veiledende kunngjøring som forkorter frister",
    nn="Rettleiande kunngjering som kortar ned fristar",
    en="Prior information notice that shortens time limits",
)
CALL = Words(
    nb="Forhåndskunngjøring som utlysning",
    nn="Førehandskunngjering som utlysing",
    en="Prior information notice as a call",
)
COMPETITION = Words(
    nb="Kunngjøring av konkurranse", nn="Kunngjering av konkurranse", en="Contract notice"
)
CONTEST = Words(
    nb="Kunngjøring av plan- og designkonkurranse",
    nn="Kunngjering av plan- og designkonkurranse",
    en="Design contest notice",
)
INTENTION = Words(
    nb="Intensjonskunngjøring", nn="Intensjonskunngjering", en="Voluntary ex-ante notice"
)
AWARD = Words(
    nb="Kunngjøring av kontraktsinngåelse",
    nn="Kunngjering av kontraktsinngåing",
    en="Contract award notice",
)
CONTEST_RESULT = Words(
    nb="Resultat av plan- og designkonkurranse",
    nn="Resultat av plan- og designkonkurranse",
    en="Design contest result",
)
CHANGED_CONTRACT = Words(
    nb="Kunngjøring av kontraktsendring",
    nn="Kunngjering av kontraktsendring",
    en="Contract modification notice",
)

NAMES = (
    ("E2 4 5 6", PLANNED),
    ("7", SHORTENS),
    ("10 12 14", CALL),
    ("E3 16 17 20 21", COMPETITION),
    ("23", CONTEST),
    ("25", INTENTION),
    ("E4 29 30 33", AWARD),
    ("36", CONTEST_RESULT),
    ("38 39 40", CHANGED_CONTRACT),
)
SUBTYPES = {code: Subtype(code, name) for codes, name in NAMES for code in codes.split()}
PLANNING = frozenset({"4", "5", "6", "E2"})
WITH_LOTS = frozenset(SUBTYPES) - PLANNING
CALLS = frozenset({"7", "10", "12", "14", "16", "17", "20", "21", "23", "E3"})
RESULTS = frozenset({"29", "30", "33", "36", "E4"})
CHANGES = frozenset({"38", "39", "40"})


def may_begin(subtype: str, state: State) -> bool:
    """Whether a case has come so far that it can have such a notice.

    A competition that was cancelled may be told to have ended without a winner.
    """
    if subtype in CHANGES:
        return state in _AFTER
    return subtype not in RESULTS or state in _AFTER | {State.CANCELLED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A notice that a case calls for, or may use, with the rule that says so.

    `subtype` is None when the standard has one for it that we do not write.
    """

    subtype: Subtype | None
    rule: Rule
    required: bool


SPECIAL = frozenset({ContractKind.SPECIAL_SERVICES, ContractKind.HEALTH_SOCIAL})
_BEFORE = frozenset({State.DRAFT})
_OPEN = frozenset({State.DRAFT, State.PUBLISHED})
_AFTER = frozenset({State.AWARDED, State.SIGNED})


def called_for(plan: Plan, applicable: ApplicablePart | None, at: datetime) -> tuple[Called, ...]:
    """The notices of this case as it stands, those the law demands first (N-1 … N-10)."""
    if plan.sector is not Sector.CLASSIC:
        return _in_sector(plan, at)
    required = {rule.id for rule in notices.required(applicable)} if applicable else set()
    special = plan.need.kind in SPECIAL
    european = applicable is not None and applicable.above_eea
    rows: list[tuple[Rule, str]] = []
    if plan.state in _OPEN:
        if notices.LIGHT.id in required:
            rows.append((notices.LIGHT, "20"))
        elif notices.DESIGN.id in required:
            rows.append((notices.DESIGN, "23"))
        elif european:
            rows.append((notices.EUROPEAN, "16"))
        else:
            rows.append((notices.NATIONAL, "E3"))
    if plan.state in _AFTER:
        rows.append((notices.AWARD, _award(special=special, european=european, required=required)))
    if plan.state is State.SIGNED and european:
        rows.append((notices.CHANGE, "38"))
    if plan.state in _BEFORE:
        rows.append((notices.PLANNING, "4" if european else "E2"))
    if plan.state in _BEFORE and european:
        rows.append((notices.EX_ANTE, "25"))
    calls = [
        Called(subtype=SUBTYPES[code], rule=rule, required=rule.id in required)
        for rule, code in rows
    ]
    return tuple(sorted(calls, key=lambda each: not each.required))


def _award(*, special: bool, european: bool, required: set[str]) -> str:
    if notices.DESIGN.id in required:
        return "36"
    if not european:
        return "E4"
    return "33" if special else "29"


@dataclass(frozen=True, slots=True)
class _Codes:
    """The subtypes of a directive that we write; empty where we write none."""

    call: str = ""
    light_call: str = ""
    result: str = ""
    change: str = ""


_SECTORS = {
    Sector.UTILITIES: _Codes(call="17", light_call="21", result="30", change="39"),
    Sector.CONCESSION: _Codes(light_call="14", change="40"),
}


def _in_sector(plan: Plan, at: datetime) -> tuple[Called, ...]:
    """What utilities and concessions call for from their thresholds; below, all is voluntary."""
    codes = _SECTORS.get(plan.sector, _Codes())
    need, on = plan.need, legal_day(plan.published_at or at)
    if award_rule(plan.sector, need.kind, need.estimated_value_nok, None, on) is None:
        return ()
    special = need.kind in SPECIAL
    rows: list[tuple[Rule, str, bool]] = []
    if plan.state in _OPEN:
        call = codes.light_call if special else codes.call
        rows.append((sectors.CALL_RULES[plan.sector], call, True))
    if plan.state in _AFTER:
        result = "" if special else codes.result
        rows.append((sectors.AWARD_RULES[plan.sector], result, True))
    if plan.state is State.SIGNED:
        rows.append((sectors.CHANGE_RULES[plan.sector], codes.change, False))
    return tuple(
        Called(subtype=SUBTYPES.get(code), rule=rule, required=required)
        for rule, code, required in rows
    )


def award_rule(
    sector: Sector,
    kind: ContractKind,
    value_nok: Decimal | None,
    applicable: ApplicablePart | None,
    on: date,
) -> Rule | None:
    """The rule that demands an award notice of a contract; None when it is voluntary.

    Args:
        sector: whose regulation the purchase follows.
        kind: the main element of the contract.
        value_nok: estimated value without VAT; None when it is not known.
        applicable: the part of the procurement regulation; used in the classic sector alone.
        on: the day the procurement was set in motion.
    """
    if sector is Sector.CLASSIC:
        demanded = notices.required(applicable) if applicable else ()
        return notices.AWARD if notices.AWARD in demanded else None
    return None if value_nok is None else sectors.award_notice(sector, kind, Money(value_nok), on)
