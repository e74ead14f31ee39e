"""A published notice as we read it: what is bought, by whom, in which lots, until when.

Codes of the standard that have no word of ours (procedure type, legal basis, document kind) are
kept as the standard writes them. Every field may be empty: a notice is shown as it came.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from anskaff.concepts.contract_kind import ContractKind
from anskaff.concepts.criterion import CriterionKind
from anskaff.concepts.finding import Finding
from anskaff.concepts.money import Money
from anskaff.concepts.notice_base import (
    WEIGHT_KINDS,
    Duration,
    DurationUnit,
    EarlierNotice,
    Kept,
    LotKind,
    NoticeForm,
    NoticeFunding,
    Rest,
    Texts,
    Unread,
    WeightKind,
    Withheld,
)
from anskaff.concepts.notice_party import (
    NoticeBuyer,
    NoticeLaw,
    NoticeOrganisation,
    NoticeOwner,
    NoticePlace,
    NoticeService,
)
from anskaff.concepts.notice_registration import RegisteredBusiness, RegistrationAnnouncement
from anskaff.concepts.notice_result import (
    AppliedMeasure,
    AwardedTender,
    ChangedPart,
    ContractAsset,
    CountedAssets,
    GroupFramework,
    LotResult,
    MeasuredAssets,
    NoticeChange,
    PartyMember,
    ReceivedCount,
    SettledContract,
    StrategicContract,
    StrategicDetail,
    StrategicResult,
    TenderingParty,
    TenderTerm,
)
from anskaff.concepts.notice_review import NoticeReview

__all__ = [
    "CLIMATE_CRITERION",
    "CRITERION_KINDS",
    "WEIGHT_KINDS",
    "AppliedMeasure",
    "AwardedTender",
    "ChangedPart",
    "ContractAsset",
    "CountedAssets",
    "DirectAward",
    "Duration",
    "DurationUnit",
    "EarlierNotice",
    "GroupFramework",
    "Kept",
    "LotKind",
    "LotResult",
    "LotsTogether",
    "MeasuredAssets",
    "NoticeBuyer",
    "NoticeChange",
    "NoticeCondition",
    "NoticeCriterion",
    "NoticeDocument",
    "NoticeForm",
    "NoticeFunding",
    "NoticeGuidance",
    "NoticeLaw",
    "NoticeLot",
    "NoticeOrganisation",
    "NoticeOwner",
    "NoticePlace",
    "NoticePrize",
    "NoticeReading",
    "NoticeReview",
    "NoticeSelection",
    "NoticeService",
    "PartyMember",
    "ReceivedCount",
    "RegisteredBusiness",
    "RegistrationAnnouncement",
    "Rest",
    "SettledContract",
    "StatedWeight",
    "StrategicContract",
    "StrategicDetail",
    "StrategicResult",
    "SubcontractingDuty",
    "TenderTerm",
    "TenderingParty",
    "Texts",
    "Unread",
    "WeightKind",
    "Withheld",
]

CANCEL = "cancel"
"""The ground of a change notice that cancels (BT-140)."""
CLIMATE_CRITERION = "quality-nor-env-criteria"
CRITERION_KINDS = {
    "price": CriterionKind.PRICE,
    "cost": CriterionKind.COST,
    "quality": CriterionKind.QUALITY,
    CLIMATE_CRITERION: CriterionKind.QUALITY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedWeight(Kept):
    """A number on a criterion as the notice states it: weight, fixed value or threshold.

    `code` is of the lists BT-5421 (a weight), BT-5422 (fixed) or BT-5423 (threshold).
    """

    amount: Decimal | None = None
    code: str = ""
    withheld: tuple[Withheld, ...] = ()

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
    withheld: tuple[Withheld, ...] = ()

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
class SubcontractingDuty(Kept):
    """How much the winner must, or may, leave to others (BT-65), in percent of the value."""

    code: str = ""
    fewest_percent: Decimal | None = None
    most_percent: Decimal | None = None


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
    duration_words: Texts = field(default_factory=Texts)
    options: Texts = field(default_factory=Texts)
    renewals_most: int | None = None
    renewals: Texts = field(default_factory=Texts)
    suits_small: bool | None = None
    award_criteria: tuple[NoticeCriterion, ...] = ()
    climate_statements: tuple[NoticeCondition, ...] = ()
    weighing: Texts = field(default_factory=Texts)
    order_reason: Texts = field(default_factory=Texts)
    weighing_withheld: tuple[Withheld, ...] = ()
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
    answer_deadline: datetime | None = None
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
    strategic: tuple[StrategicResult, ...] = ()
    no_electronic: str = ""
    no_electronic_words: Texts = field(default_factory=Texts)
    funding: tuple[NoticeFunding, ...] = ()
    jury: tuple[str, ...] = ()
    preselected: tuple[str, ...] = ()
    framework_group_maximum: Money | None = None
    relaunched: bool | None = None
    confirm_interest_from: date | None = None
    security_clearance_by: date | None = None
    subcontracting_duties: tuple[SubcontractingDuty, ...] = ()
    subcontracting_stated: tuple[str, ...] = ()
    tool: str = ""
    tool_url: str = ""
    previous_notices: tuple[EarlierNotice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LotsTogether(Kept):
    """The lots that a group of lots is made of (BT-330, BT-1375)."""

    group: str = ""
    lots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectAward(Kept):
    """A further reason for an award without a competition (BT-136, BT-1252, BT-135)."""

    code: str = ""
    after: str = ""
    reason: Texts = field(default_factory=Texts)
    withheld: tuple[Withheld, ...] = ()


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
    owners: tuple[NoticeOwner, ...] = ()
    buyers: tuple[NoticeBuyer, ...] = ()
    purpose: str = ""
    businesses: tuple[RegisteredBusiness, ...] = ()
    sectors: tuple[str, ...] = ()
    announcements: tuple[RegistrationAnnouncement, ...] = ()
    remarks: Texts = field(default_factory=Texts)
    sender_email: str = ""
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
    transport: tuple[str, ...] = ()
    procedure_type: str = ""
    procedure_words: Texts = field(default_factory=Texts)
    procedure_withheld: tuple[Withheld, ...] = ()
    accelerated: bool | None = None
    accelerated_reason: Texts = field(default_factory=Texts)
    accelerated_withheld: tuple[Withheld, ...] = ()
    direct_award_code: str = ""
    direct_award_after: str = ""
    direct_award_reason: Texts = field(default_factory=Texts)
    direct_award_withheld: tuple[Withheld, ...] = ()
    more_direct_awards: tuple["DirectAward", ...] = ()
    terminated: bool | None = None
    previous_notices: tuple[str, ...] = ()
    exclusion_grounds: tuple[NoticeCondition, ...] = ()
    exclusion_sources: tuple[NoticeCondition, ...] = ()
    lots_presented: str = ""
    relaunched: bool | None = None
    lot_groups: tuple[LotsTogether, ...] = ()
    most_lots_tendered: int | None = None
    most_lots_awarded: int | None = None
    lots: tuple[NoticeLot, ...] = ()
    award_day: date | None = None
    total: Money | None = None
    total_framework: Money | None = None
    total_framework_estimate: Money | None = None
    total_withheld: tuple[Withheld, ...] = ()
    group_frameworks: tuple[GroupFramework, ...] = ()
    results: tuple[LotResult, ...] = ()
    tenders: tuple[AwardedTender, ...] = ()
    parties: tuple[TenderingParty, ...] = ()
    contracts: tuple[SettledContract, ...] = ()
    reviews: tuple[NoticeReview, ...] = ()
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

    @property
    def cancels(self) -> bool:
        """Whether this version cancels the notice (BT-140)."""
        return any(each.reason == CANCEL for each in self.changes)

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
