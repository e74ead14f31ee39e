"""What came of a procurement as a notice says it: results, tenders, contracts, changes."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from anskaff.concepts.money import Money
from anskaff.concepts.notice_base import Kept, NoticeFunding, Texts, Withheld


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
    dynamic_purchasing_ends: bool | None = None
    complaints: tuple["ReceivedCount", ...] = ()
    strategies: tuple["StrategicResult", ...] = ()
    withheld: tuple["Withheld", ...] = ()
    not_awarded_withheld: tuple["Withheld", ...] = ()
    framework_withheld: tuple["Withheld", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedCount(Kept):
    """How many tenders, requests or complaints of a kind were received; `of` names the list."""

    of: str = ""
    kind: str = ""
    count: int | None = None
    withheld: tuple["Withheld", ...] = ()


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
    subcontracted: Money | None = None
    subcontracted_percent: Decimal | None = None
    subcontracted_words: Texts = field(default_factory=Texts)
    subcontracted_known: bool | None = None
    subcontracted_percent_known: bool | None = None
    revenue_from_buyer: Money | None = None
    revenue_from_users: Money | None = None
    revenue_words: Texts = field(default_factory=Texts)
    origins: tuple[str, ...] = ()
    foreign_subsidies: str = ""
    paid: Money | None = None
    paid_words: Texts = field(default_factory=Texts)
    penalties: Money | None = None
    kilometres: int | None = None
    contract_terms: tuple["TenderTerm", ...] = ()
    withheld: tuple["Withheld", ...] = ()
    subcontracting_withheld: tuple["Withheld", ...] = ()
    revenue_withheld: tuple["Withheld", ...] = ()
    origins_withheld: tuple["Withheld", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderTerm(Kept):
    """A term of a public transport contract (OPP-030 to OPP-035); `subject` names the list.

    `percent` is the share of ticket sales that the operator gets.
    """

    subject: str = ""
    code: str = ""
    description: Texts = field(default_factory=Texts)
    percent: Decimal | None = None


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
    funding: tuple["NoticeFunding", ...] = ()
    framework_notice: str = ""
    extended: bool | None = None
    assets: tuple["ContractAsset", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractAsset(Kept):
    """What the operator provides that makes a transport contract last longer (OPP-021)."""

    description: Texts = field(default_factory=Texts)
    significance: str = ""
    predominance: str = ""


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
class GroupFramework(Kept):
    """The values of a framework agreement for a group of lots (BT-156, BT-1561, BT-556)."""

    group: str = ""
    maximum: Money | None = None
    estimate: Money | None = None
    withheld: tuple["Withheld", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedAssets(Kept):
    """How many of what, such as clean vehicles (OPT-155, OPT-156)."""

    kind: str = ""
    count: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredAssets(Kept):
    """The energy that goods use or save in a year (BT-813, BT-814)."""

    kind: str = ""
    kilowatt_hours_a_year: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategicDetail(Kept):
    """What was bought that a green law is about: its law, category, energy label and number."""

    framework: str = ""
    category: str = ""
    label: str = ""
    counts: tuple[CountedAssets, ...] = ()
    metrics: tuple[MeasuredAssets, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedMeasure(Kept):
    """A measure of the EU against tenders from a third country, or why it was not used."""

    code: str = ""
    tenders: int | None = None
    exception: str = ""
    exception_words: Texts = field(default_factory=Texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategicResult(Kept):
    """Clean vehicles or energy-efficient goods: of a lot (BT-717, BT-735), or what came of it."""

    subject: str = ""
    code: str = ""
    contract_kinds: tuple["StrategicContract", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategicContract(Kept):
    """A kind of contract that a green law is about (BT-735), with what was bought under it."""

    category: str = ""
    details: tuple[StrategicDetail, ...] = ()
    measures: tuple[AppliedMeasure, ...] = ()
