"""States reached through the same deeds that people use; tests begin with one of these."""

from datetime import UTC, datetime

from anskaff.concepts.actor import SYSTEM, Actor, Role
from anskaff.concepts.contract_kind import BuyerKind
from anskaff.parties import actions as parties

START = datetime(2026, 8, 3, 8, 0, tzinfo=UTC)
PASSWORD = "riktig hest batteri stift"  # noqa: S105 - invented


def organisation_number(serial: int) -> str:
    """An invented nine-digit number with a valid check digit, from 3xx xxx xxx."""
    weights = (3, 2, 7, 6, 5, 4, 3, 2)
    while True:
        digits = f"3{serial:07d}"
        rest = sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11
        if rest != 1:
            return digits + ("0" if rest == 0 else str(11 - rest))
        serial += 5_000_000


def a_buyer(
    serial: int = 1, *, name: str = "Nordvik kommune", kind: BuyerKind = BuyerKind.OTHER
) -> int:
    """A registered buyer; its id."""
    return parties.register_organisation(
        organisation_number(serial), name, buyer_kind=kind, by=SYSTEM, at=START
    )


def a_supplier(serial: int = 101, *, name: str = "Fjellvatn Møbler AS") -> int:
    """A registered supplier; its id."""
    return parties.register_organisation(
        organisation_number(serial), name, is_supplier=True, by=SYSTEM, at=START
    )


def a_person(organisation: int, role: Role, name: str, *, language: str = "nb") -> Actor:
    """A person in a role, with the password `PASSWORD`; as an actor."""
    email = f"{name.lower().replace(' ', '.')}@example.org"
    return parties.add_person(
        organisation,
        email=email,
        name=name,
        role=role,
        password=PASSWORD,
        language=language,
        by=SYSTEM,
        at=START,
    )


def an_invitation(admin: Actor, email: str, role: Role, *, at: datetime) -> str:
    """An invitation by letter; its secret, as the invited person reads it there."""
    from anskaff.records.models import OutgoingMail

    parties.invite_person(email, role, language="nb", by=admin, at=at)
    letter = OutgoingMail.objects.order_by("-id")[0].text
    return letter.rstrip().rstrip("/").rpartition("/")[2]
