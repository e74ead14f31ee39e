"""A published notice as we read it: what is bought, by whom, in which lots, until when.

Codes of the standard that have no word of ours (procedure type, legal basis, document kind) are
kept as the standard writes them. Every field may be empty: a notice is shown as it came.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.criterion import CriterionKind
from anskaff.concepts.finding import Finding
from anskaff.concepts.money import Money

CLIMATE_CRITERION = "quality-nor-env-criteria"


class NoticeForm(StrEnum):
    """What a notice is for (BT-03)."""

    PLANNING = "planning"
    CONSULTATION = "consultation"
    COMPETITION = "competition"
    DIRECT_AWARD = "direct-award"
    RESULT = "result"
    MODIFICATION = "modification"
    COMPLETION = "completion"


class LotKind(StrEnum):
    """A lot, a group of lots with one award, or a part of a plan that may become a lot."""

    LOT = "lot"
    GROUP = "group"
    PART = "part"


class WeightKind(StrEnum):
    """How a weight is stated (BT-5421); only `PERCENT` is an exact share of 100."""

    PERCENT = "percent"
    PERCENT_MIDDLE = "percent-middle"
    POINTS = "points"
    POINTS_MIDDLE = "points-middle"
    DECIMAL = "decimal"
    DECIMAL_MIDDLE = "decimal-middle"
    ORDER = "order"


WEIGHT_KINDS = {
    "per-exa": WeightKind.PERCENT,
    "per-mid": WeightKind.PERCENT_MIDDLE,
    "poi-exa": WeightKind.POINTS,
    "poi-mid": WeightKind.POINTS_MIDDLE,
    "dec-exa": WeightKind.DECIMAL,
    "dec-mid": WeightKind.DECIMAL_MIDDLE,
    "ord-imp": WeightKind.ORDER,
}
CRITERION_KINDS = {
    "price": CriterionKind.PRICE,
    "cost": CriterionKind.COST,
    "quality": CriterionKind.QUALITY,
    CLIMATE_CRITERION: CriterionKind.QUALITY,
}


class DurationUnit(StrEnum):
    """The unit of a duration (BT-36)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Texts:
    """One text in the languages it was published in, by language tag (nb, nn, no, en, se, de ...).

    >>> title = Texts({"no": "Byggeledelse", "en": "Construction management"})
    >>> title.in_("nb"), title.in_("en"), bool(Texts())
    ('Byggeledelse', 'Construction management', False)
    """

    by_language: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(self.by_language.values())

    def in_(self, language: str) -> str:
        """The text in `language`, else in the nearest one that there is; empty when there is none.

        `no` is Norwegian without saying which of the two.
        """
        norwegian = ("no", "nb", "nn")
        order = (language, *(norwegian if language in norwegian else ()), "nb", "no", "nn", "en")
        for tag in (*order, *self.by_language):
            if text := self.by_language.get(tag):
                return text
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """A part of the original that no field holds, with its place from the concept's own node.

    Either a whole element as `xml`, standing in `place`; or `text` at `place`, that of an element
    or an attribute, instead of what the fields alone would give (None: there is none).
    """

    place: str = ""
    xml: str = ""
    text: str | None = None
    instead: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a notice says beyond our fields rides along, so that nothing is lost in writing."""

    rest: tuple[Rest, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time in the unit it was stated in."""

    amount: Decimal
    unit: DurationUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOrganisation(Kept):
    """An organisation that a notice names; `key` is its key inside the notice (ORG-0001).

    `number` is the registration number without spaces; `country` is ISO 3166-1 alpha-3.
    `touch_points` are its units with their own address.
    """

    key: str = ""
    name: Texts = field(default_factory=Texts)
    number: str = ""
    street: str = ""
    street_more: str = ""
    street_line: str = ""
    postcode: str = ""
    city: str = ""
    nuts: str = ""
    country: str = ""
    department: str = ""
    website: str = ""
    endpoint: str = ""
    contact: str = ""
    telephone: str = ""
    telefax: str = ""
    email: str = ""
    size: str = ""
    leads_group: bool | None = None
    buys_for_others: bool | None = None
    awards_for_others: bool | None = None
    natural_person: bool | None = None
    listed: bool | None = None
    touch_points: tuple["NoticeOrganisation", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeBuyer(Kept):
    """A buyer's part in a notice; `NoticeReading.organisation(buyer.organisation)` says who."""

    organisation: str = ""
    legal_type: str = ""
    contracting_type: str = ""
    activities: tuple[str, ...] = ()
    profile: str = ""
    services: tuple["NoticeService", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeService(Kept):
    """Who serves the procurement on the buyer's behalf, and how (OPT-030)."""

    organisation: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePlace(Kept):
    """A place of performance. `anywhere` is the code for a wider area (BT-727)."""

    nuts: str = ""
    country: str = ""
    city: str = ""
    postcode: str = ""
    street: str = ""
    street_more: str = ""
    street_line: str = ""
    anywhere: str = ""
    description: Texts = field(default_factory=Texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedWeight(Kept):
    """A number on a criterion as the notice states it: weight, fixed value or threshold.

    `code` is of the lists BT-5421 (a weight), BT-5422 (fixed) or BT-5423 (threshold).
    """

    amount: Decimal | None = None
    code: str = ""

    @property
    def kind(self) -> WeightKind | None:
        """How a weight is stated; None for a fixed value, a threshold or an unknown code."""
        return WEIGHT_KINDS.get(self.code)

    @property
    def as_stated(self) -> str:
        """The number and its code, unconverted."""
        return f"{'' if self.amount is None else self.amount} {self.code}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeCriterion(Kept):
    """An award criterion as published: BT-539 code, BT-734 name, BT-540, BT-541."""

    code: str = ""
    name: Texts = field(default_factory=Texts)
    description: Texts = field(default_factory=Texts)
    weights: tuple[StatedWeight, ...] = ()

    @property
    def kind(self) -> CriterionKind | None:
        """Price, cost or quality."""
        return CRITERION_KINDS.get(self.code)

    @property
    def climate(self) -> bool:
        """Whether the Norwegian code for climate and environment as a criterion is used."""
        return self.code == CLIMATE_CRITERION

    @property
    def weight_percent(self) -> Decimal | None:
        """The exact share of 100; None when no weight, or one of another kind, is stated."""
        stated = [w for w in self.weights if w.amount is not None]
        exact = [w.amount for w in stated if w.kind is WeightKind.PERCENT]
        return exact[0] if len(exact) == 1 else None

    @property
    def weight_stated(self) -> str:
        """All numbers as the notice states them, for people to read."""
        return "; ".join(weight.as_stated for weight in self.weights)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeSelection(Kept):
    """A selection criterion (BT-809; `code_before` as older SDKs said it, BT-747)."""

    code: str = ""
    code_before: str = ""
    name: Texts = field(default_factory=Texts)
    description: Texts = field(default_factory=Texts)
    used: str = ""
    second_stage: bool | None = None
    weights: tuple[StatedWeight, ...] = ()

    @property
    def kind(self) -> str:
        """The code, of either list."""
        return self.code or self.code_before


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeCondition(Kept):
    """A condition of performance, participation or strategy: the code list, the code, the words."""

    subject: str = ""
    code: str = ""
    name: Texts = field(default_factory=Texts)
    description: Texts = field(default_factory=Texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDocument(Kept):
    """Where procurement documents are (BT-15, or BT-615 when access is restricted).

    `languages` are those that count (BT-708), `more_languages` others (BT-737); `language` is
    where older SDKs said it.
    """

    key: str = ""
    kind: str = ""
    restricted_because: str = ""
    language: str = ""
    languages: tuple[str, ...] = ()
    more_languages: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeGuidance(Kept):
    """Where a tenderer can ask about tax, environment or employment law."""

    key: str = ""
    url: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePrize(Kept):
    """A prize in a design contest."""

    rank: int | None = None
    value: Money | None = None
    description: Texts = field(default_factory=Texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLot(Kept):
    """One lot, group of lots or part. Instants are UTC; the value is without VAT."""

    key: str = ""
    kind: LotKind | None = None
    reference: str = ""
    title: Texts = field(default_factory=Texts)
    description: Texts = field(default_factory=Texts)
    more: Texts = field(default_factory=Texts)
    nature: ContractKind | None = None
    additional_natures: tuple[ContractKind, ...] = ()
    strategies: tuple[NoticeCondition, ...] = ()
    cpv: str = ""
    additional_cpv: tuple[str, ...] = ()
    quantity: Decimal | None = None
    quantity_unit: str = ""
    places: tuple[NoticePlace, ...] = ()
    value: Money | None = None
    framework_maximum: Money | None = None
    duration: Duration | None = None
    starts: date | None = None
    ends: date | None = None
    duration_other: str = ""
    options: Texts = field(default_factory=Texts)
    renewals_most: int | None = None
    renewals: Texts = field(default_factory=Texts)
    suits_small: bool | None = None
    award_criteria: tuple[NoticeCriterion, ...] = ()
    climate_statements: tuple[NoticeCondition, ...] = ()
    weighing: Texts = field(default_factory=Texts)
    order_reason: Texts = field(default_factory=Texts)
    prizes: tuple[NoticePrize, ...] = ()
    jury_binds: bool | None = None
    contract_follows: bool | None = None
    no_negotiation: bool | None = None
    selection_criteria: tuple[NoticeSelection, ...] = ()
    reserved: tuple[NoticeCondition, ...] = ()
    missing_information: tuple[NoticeCondition, ...] = ()
    selection_sources: tuple[NoticeCondition, ...] = ()
    conditions: tuple[NoticeCondition, ...] = ()
    legal_form: str = ""
    legal_form_words: Texts = field(default_factory=Texts)
    documents: tuple[NoticeDocument, ...] = ()
    submission_url: str = ""
    submission: str = ""
    languages: tuple[str, ...] = ()
    variants: str = ""
    multiple_tenders: str = ""
    eu_funding: tuple[str, ...] = ()
    recurring: bool | None = None
    recurring_words: Texts = field(default_factory=Texts)
    security_clearance: str = ""
    security_clearance_words: Texts = field(default_factory=Texts)
    names_of_staff: str = ""
    guarantee: str = ""
    guarantee_words: Texts = field(default_factory=Texts)
    payment: Texts = field(default_factory=Texts)
    electronic_order: bool | None = None
    electronic_payment: bool | None = None
    validity: Duration | None = None
    valid_until: date | None = None
    appeal_deadline: Texts = field(default_factory=Texts)
    appeal_body: str = ""
    appeal_information: str = ""
    mediator: str = ""
    information_from: str = ""
    documents_from: str = ""
    tenders_to: str = ""
    evaluated_by: str = ""
    tender_deadline: datetime | None = None
    request_deadline: datetime | None = None
    interest_deadline: datetime | None = None
    question_deadline: datetime | None = None
    invitation_day: date | None = None
    opening: datetime | None = None
    opening_place: Texts = field(default_factory=Texts)
    opening_words: Texts = field(default_factory=Texts)
    framework: str = ""
    framework_participants: int | None = None
    framework_reason: Texts = field(default_factory=Texts)
    framework_buyers_stated: str = ""
    framework_buyers: Texts = field(default_factory=Texts)
    dynamic_purchasing: str = ""
    auction: bool | None = None
    auction_words: Texts = field(default_factory=Texts)
    auction_url: str = ""
    gpa: bool | None = None
    fewest_candidates: int | None = None
    most_candidates: int | None = None
    candidates_limited: str = ""
    candidates_reduced: bool | None = None
    tax_guidance: tuple[NoticeGuidance, ...] = ()
    environment_guidance: tuple[NoticeGuidance, ...] = ()
    employment_guidance: tuple[NoticeGuidance, ...] = ()
    clean_vehicles: tuple[NoticeCondition, ...] = ()
    tool: str = ""
    tool_url: str = ""
    previous_notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LotResult(Kept):
    """What came of one lot; keys point to tenders and contracts of the same notice."""

    key: str = ""
    lot: str = ""
    outcome: str = ""
    not_awarded_because: str = ""
    tenders: tuple[str, ...] = ()
    contracts: tuple[str, ...] = ()
    lowest: Money | None = None
    highest: Money | None = None
    framework_maximum: Money | None = None
    framework_estimate: Money | None = None
    received: tuple["ReceivedCount", ...] = ()
    payers: tuple[str, ...] = ()
    financers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedCount(Kept):
    """How many tenders or requests of a kind were received (BT-759, BT-760)."""

    kind: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardedTender(Kept):
    """A tender that a result notice names."""

    key: str = ""
    reference: str = ""
    lot: str = ""
    party: str = ""
    value: Money | None = None
    rank: int | None = None
    ranked: bool | None = None
    variant: bool | None = None
    subcontracting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderingParty(Kept):
    """Who stands behind a tender: one organisation or several together."""

    key: str = ""
    name: str = ""
    tenderers: tuple["PartyMember", ...] = ()
    subcontractors: tuple["PartyMember", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMember(Kept):
    """One organisation behind a tender; a subcontractor says for whom it works."""

    organisation: str = ""
    leads_group: bool | None = None
    main_contractors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledContract(Kept):
    """A contract that a result notice names."""

    key: str = ""
    reference: str = ""
    title: Texts = field(default_factory=Texts)
    decided: date | None = None
    concluded: date | None = None
    url: str = ""
    in_framework: bool | None = None
    tenders: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeChange(Kept):
    """A change of an earlier notice or contract."""

    notice: str = ""
    contract: str = ""
    reason: str = ""
    reason_words: Texts = field(default_factory=Texts)
    parts: tuple["ChangedPart", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPart(Kept):
    """What was changed: the keys of the sections (LOT-0001, PROCEDURE), and the words."""

    sections: tuple[str, ...] = ()
    description: Texts = field(default_factory=Texts)
    documents_changed: bool | None = None
    documents_changed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Content that was not understood: path of the element or attribute, its value, its line."""

    path: str
    value: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLaw(Kept):
    """A law that the procurement follows: an ELI, or the name of a kind with words."""

    reference: str = ""
    description: Texts = field(default_factory=Texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReading(Kept):
    """Everything understood in one notice, what was odd, and what was not understood.

    `document` is the kind of XML document when it is another than the subtype has. `unread` and
    `findings` tell about one reading and are no part of what the notice is.
    """

    document: str = ""
    notice: str = ""
    version: str = ""
    procedure: str = ""
    form: NoticeForm | None = None
    kind: str = ""
    subtype: str = ""
    customization: str = ""
    ubl_version: str = ""
    languages: tuple[str, ...] = ()
    more_languages: tuple[str, ...] = ()
    dispatched: datetime | None = None
    sent_on: datetime | None = None
    publish_on: date | None = None
    published_on: date | None = None
    publication: str = ""
    gazette: str = ""
    planned_on: date | None = None
    legal_basis: str = ""
    legislation: tuple["NoticeLaw", ...] = ()
    organisations: tuple[NoticeOrganisation, ...] = ()
    buyers: tuple[NoticeBuyer, ...] = ()
    reference: str = ""
    title: Texts = field(default_factory=Texts)
    description: Texts = field(default_factory=Texts)
    more: Texts = field(default_factory=Texts)
    nature: ContractKind | None = None
    additional_natures: tuple[ContractKind, ...] = ()
    cpv: str = ""
    additional_cpv: tuple[str, ...] = ()
    places: tuple[NoticePlace, ...] = ()
    value: Money | None = None
    framework_maximum: Money | None = None
    procedure_type: str = ""
    procedure_words: Texts = field(default_factory=Texts)
    accelerated: bool | None = None
    accelerated_reason: Texts = field(default_factory=Texts)
    direct_award_code: str = ""
    direct_award_reason: Texts = field(default_factory=Texts)
    terminated: bool | None = None
    previous_notices: tuple[str, ...] = ()
    exclusion_grounds: tuple[NoticeCondition, ...] = ()
    exclusion_sources: tuple[NoticeCondition, ...] = ()
    most_lots_tendered: int | None = None
    most_lots_awarded: int | None = None
    lots: tuple[NoticeLot, ...] = ()
    award_day: date | None = None
    total: Money | None = None
    total_framework: Money | None = None
    results: tuple[LotResult, ...] = ()
    tenders: tuple[AwardedTender, ...] = ()
    parties: tuple[TenderingParty, ...] = ()
    contracts: tuple[SettledContract, ...] = ()
    changes: tuple[NoticeChange, ...] = ()
    modifications: tuple[NoticeChange, ...] = ()
    unread: tuple[Unread, ...] = field(default=(), compare=False)
    findings: tuple[Finding, ...] = field(default=(), compare=False)

    def organisation(self, key: str) -> NoticeOrganisation | None:
        """The organisation with this key, or the one that the touch point with it belongs to."""
        return self._by_key().get(key)

    @property
    def touch_points(self) -> tuple[NoticeOrganisation, ...]:
        """All units with their own address."""
        return tuple(unit for each in self.organisations for unit in each.touch_points)

    @property
    def buying(self) -> tuple[NoticeOrganisation, ...]:
        """The buyers' names, numbers and addresses, in the order of the notice."""
        known = self._by_key()
        named = (known.get(buyer.organisation) for buyer in self.buyers)
        return tuple(each for each in named if each is not None)

    @property
    def tender_deadline(self) -> datetime | None:
        """The earliest deadline for tenders among the lots."""
        return min((lot.tender_deadline for lot in self.lots if lot.tender_deadline), default=None)

    @property
    def question_deadline(self) -> datetime | None:
        """The earliest deadline for questions among the lots."""
        known = (lot.question_deadline for lot in self.lots if lot.question_deadline)
        return min(known, default=None)

    def winners(self, lot: str) -> tuple[NoticeOrganisation, ...]:
        """The organisations behind the contracts of a lot, through its result."""
        contracts = {key for each in self.results if each.lot == lot for key in each.contracts}
        tenders = {key for each in self.contracts if each.key in contracts for key in each.tenders}
        parties = {each.party for each in self.tenders if each.key in tenders and each.lot == lot}
        behind = (each.tenderers for each in self.parties if each.key in parties)
        keys = [member.organisation for members in behind for member in members]
        known = self._by_key()
        named = (known.get(key) for key in dict.fromkeys(keys))
        return tuple(each for each in named if each is not None)

    def _by_key(self) -> dict[str, NoticeOrganisation]:
        """Organisations by their own keys and by those of their touch points; the first counts."""
        own = {each.key: each for each in reversed(self.organisations)}
        inside = {unit.key: each for each in self.organisations for unit in each.touch_points}
        return inside | own
