"""Who may administer an organisation, and which roles it has."""

from anskaff.concepts.actor import BUYER_ROLES, SUPPLIER_ROLES, Actor, Role
from anskaff.concepts.errors import Forbidden
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.parties.models import Organisation

ONLY_ADMINISTRATORS = FindingKind(
    code="only-administrators",
    text=Words(
        nb="Bare en administrator i virksomheten kan gjøre dette.",
        nn="Berre ein administrator i verksemda kan gjere dette.",
        en="Only an administrator of the organisation can do this.",
    ),
    cure=Words(
        nb="Be en administrator om hjelp, eller bytt rolle.",
        nn="Be ein administrator om hjelp, eller byt rolle.",
        en="Ask an administrator, or switch role.",
    ),
)


def only_administrators(by: Actor, organisation: int) -> None:
    """Stop everyone but the organisation's administrators and the system itself.

    Raises:
        Forbidden: `by` is neither.
    """
    administers = by.role is Role.ADMINISTRATOR and by.organisation == organisation
    if not (administers or by.role is Role.SYSTEM):
        raise Forbidden(ONLY_ADMINISTRATORS.at("role"))


def roles_of(organisation: Organisation) -> frozenset[Role]:
    """The roles that people can have in an organisation, by what it does."""
    found: frozenset[Role] = frozenset()
    if organisation.is_buyer:
        found |= BUYER_ROLES
    if organisation.is_supplier:
        found |= SUPPLIER_ROLES
    return found
