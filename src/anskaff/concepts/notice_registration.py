"""What a notice on the registration of a European company says (subtypes X01 and X02)."""

from dataclasses import dataclass
from datetime import date

from anskaff.concepts.notice_base import Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredBusiness(Kept):
    """The company: its names and numbers in the nation and in Europe, and where it is."""

    name: str = ""
    number: str = ""
    european_name: str = ""
    european_number: str = ""
    registered_on: date | None = None
    registered_city: str = ""
    registered_postcode: str = ""
    registered_country: str = ""
    street: str = ""
    street_more: str = ""
    street_line: str = ""
    postcode: str = ""
    city: str = ""
    nuts: str = ""
    country: str = ""
    website: str = ""
    contact: str = ""
    telephone: str = ""
    telefax: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationAnnouncement(Kept):
    """Where the registration was announced in the nation."""

    gazette: str = ""
    issue: str = ""
    title: str = ""
    published_on: date | None = None
    url: str = ""
