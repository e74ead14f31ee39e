"""Who and where in a notice: organisations, buyers, owners, places, and the law they follow."""

from dataclasses import dataclass, field

from anskaff.concepts.notice_base import Kept, Texts, Withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOrganisation(Kept):
    """An organisation that a notice names; `key` is its key inside the notice (ORG-0001).

    `number` is the registration number without spaces; `country` is ISO 3166-1 alpha-3.
    `touch_points` are its units with their own address, `owners` keys of its beneficial owners.
    """

    key: str = ""
    name: Texts = field(default_factory=Texts)
    number: str = ""
    more_numbers: tuple[str, ...] = ()
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
    owners: tuple[str, ...] = ()
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
class NoticeLaw(Kept):
    """A law that the procurement follows: an ELI, or the name of a kind with words."""

    reference: str = ""
    description: Texts = field(default_factory=Texts)
    withheld: tuple[Withheld, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOwner(Kept):
    """A person who in the end owns an organisation (UBO)."""

    key: str = ""
    first_name: str = ""
    family_name: str = ""
    nationalities: tuple[str, ...] = ()
    telephone: str = ""
    telefax: str = ""
    email: str = ""
    street: str = ""
    street_more: str = ""
    street_line: str = ""
    postcode: str = ""
    city: str = ""
    nuts: str = ""
    country: str = ""
