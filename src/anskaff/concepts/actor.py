"""Who does, and who looks: a person in a role for an organisation, or the public."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A person's role in an organisation."""

    ADMINISTRATOR = "administrator"
    PROCUREMENT_OFFICER = "procurement-officer"
    EMPLOYEE = "employee"
    LEADER = "leader"
    ARCHIVIST = "archivist"
    TENDER_MANAGER = "tender-manager"
    SIGNATORY = "signatory"
    SYSTEM = "system"


class TeamRole(StrEnum):
    """A person's task in one case."""

    PROCUREMENT_OFFICER = "procurement-officer"
    OPENING_OFFICER = "opening-officer"
    EVALUATOR = "evaluator"


BUYER_ROLES = frozenset(
    {Role.ADMINISTRATOR, Role.PROCUREMENT_OFFICER, Role.EMPLOYEE, Role.LEADER, Role.ARCHIVIST}
)
SUPPLIER_ROLES = frozenset({Role.ADMINISTRATOR, Role.TENDER_MANAGER, Role.SIGNATORY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One person acting in one role for one organisation; ids are those of the room `parties`."""

    person: int
    organisation: int
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Public:
    """Anyone, not logged in."""


Viewer = Actor | Public
PUBLIC = Public()
SYSTEM = Actor(person=0, organisation=0, role=Role.SYSTEM)
