"""The notices that a buyer can write, and which of them a case calls for.

Source: eForms SDK 1.14.2, `notice-types.json`; E2–E4 are the national ones of SDK-NOR (2026).

>>> SUBTYPES["16"].national, SUBTYPES["E3"].national, SUBTYPES["4"].in_parts
(False, True, True)
"""

from dataclasses import dataclass

from anskaff.competition.plan import Plan
from anskaff.competition.states import State
from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.notice import NoticeForm
from anskaff.concepts.words import Words
from anskaff.law import notices
from anskaff.law.part import ApplicablePart
from anskaff.law.rule import Rule

CLASSIC, UTILITIES, DEFENCE = "32014L0024", "32014L0025", "32009L0081"
CONCESSIONS, OTHER = "32014L0023", "other"
SDK = "1.14"
EXTENSION_EU = "urn:fdc:anskaffelser.no:2023:eforms:eu"
EXTENSION_NATIONAL = "urn:fdc:anskaffelser.no:2026:eforms:national-e"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtype:
    """One subtype: its code, form (BT-03), kind (BT-02), directive (BT-01) and name."""

    code: str
    form: NoticeForm
    kind: str
    basis: str
    name: Words

    @property
    def national(self) -> bool:
        """Whether it is published in Norway alone."""
        return self.basis == OTHER

    @property
    def in_parts(self) -> bool:
        """Whether its lots are parts of a plan."""
        return self.kind == "pin-only"

    @property
    def has_result(self) -> bool:
        """Whether it names winners and contracts."""
        return self.form in {
            NoticeForm.RESULT,
            NoticeForm.DIRECT_AWARD,
            NoticeForm.MODIFICATION,
        }

    @property
    def customization(self) -> str:
        """What `cbc:CustomizationID` says: SDK and Norwegian extension."""
        extension = EXTENSION_NATIONAL if self.national else EXTENSION_EU
        return f"eforms-sdk-{SDK}#extended#{extension}"


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

SUBTYPES = {
    code: Subtype(code=code, form=form, kind=kind, basis=basis, name=name)
    for code, form, kind, basis, name in (
        ("E2", NoticeForm.PLANNING, "pin-only", OTHER, PLANNED),
        ("E3", NoticeForm.COMPETITION, "cn-standard", OTHER, COMPETITION),
        ("E4", NoticeForm.RESULT, "can-standard", OTHER, AWARD),
        ("4", NoticeForm.PLANNING, "pin-only", CLASSIC, PLANNED),
        ("5", NoticeForm.PLANNING, "pin-only", UTILITIES, PLANNED),
        ("6", NoticeForm.PLANNING, "pin-only", DEFENCE, PLANNED),
        ("7", NoticeForm.PLANNING, "pin-rtl", CLASSIC, SHORTENS),
        ("10", NoticeForm.COMPETITION, "pin-cfc-standard", CLASSIC, CALL),
        ("12", NoticeForm.COMPETITION, "pin-cfc-social", CLASSIC, CALL),
        ("14", NoticeForm.COMPETITION, "pin-cfc-social", CONCESSIONS, CALL),
        ("16", NoticeForm.COMPETITION, "cn-standard", CLASSIC, COMPETITION),
        ("17", NoticeForm.COMPETITION, "cn-standard", UTILITIES, COMPETITION),
        ("20", NoticeForm.COMPETITION, "cn-social", CLASSIC, COMPETITION),
        ("21", NoticeForm.COMPETITION, "cn-social", UTILITIES, COMPETITION),
        ("23", NoticeForm.COMPETITION, "cn-desg", CLASSIC, CONTEST),
        ("25", NoticeForm.DIRECT_AWARD, "veat", CLASSIC, INTENTION),
        ("29", NoticeForm.RESULT, "can-standard", CLASSIC, AWARD),
        ("30", NoticeForm.RESULT, "can-standard", UTILITIES, AWARD),
        ("33", NoticeForm.RESULT, "can-social", CLASSIC, AWARD),
        ("36", NoticeForm.RESULT, "can-desg", CLASSIC, CONTEST_RESULT),
        ("38", NoticeForm.MODIFICATION, "can-modif", CLASSIC, CHANGED_CONTRACT),
        ("39", NoticeForm.MODIFICATION, "can-modif", UTILITIES, CHANGED_CONTRACT),
        ("40", NoticeForm.MODIFICATION, "can-modif", CONCESSIONS, CHANGED_CONTRACT),
    )
}
PLANNING = frozenset({"4", "5", "6", "E2"})
WITH_LOTS = frozenset(SUBTYPES) - PLANNING
CALLS = frozenset({"7", "10", "12", "14", "16", "17", "20", "21", "23", "E3"})
RESULTS = frozenset({"29", "30", "33", "36", "E4"})
CHANGES = frozenset({"38", "39", "40"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A notice that a case calls for, or may use, with the rule that says so."""

    subtype: Subtype
    rule: Rule
    required: bool


SPECIAL = frozenset({ContractKind.SPECIAL_SERVICES, ContractKind.HEALTH_SOCIAL})
_BEFORE = frozenset({State.DRAFT})
_OPEN = frozenset({State.DRAFT, State.PUBLISHED})
_AFTER = frozenset({State.AWARDED, State.SIGNED})


def called_for(plan: Plan, applicable: ApplicablePart | None) -> tuple[Called, ...]:
    """The notices of this case as it stands, those the law demands first (N-1 … N-10)."""
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
