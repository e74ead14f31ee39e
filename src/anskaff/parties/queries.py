"""Reads: who someone is, whom they act for, who is in an organisation."""

from collections.abc import Collection
from dataclasses import dataclass

from anskaff.concepts.actor import Actor, Role
from anskaff.parties.models import Membership, Person
from anskaff.records.notices import Recipient


@dataclass(frozen=True, slots=True, kw_only=True)
class Myself:
    """The header's answer to «who am I, for whom, in which role»."""

    person: int
    name: str
    email: str
    organisation: int
    organisation_name: str
    organisation_number: str
    role: Role
    is_buyer: bool
    is_supplier: bool
    choices: int


def actor_for(person: int, membership: int | None) -> Actor | None:
    """The actor of a chosen running membership, else of the person's first one, else None."""
    running = Membership.objects.filter(person=person, until=None, person__is_active=True)
    chosen = running.filter(id=membership).first() if membership else None
    found = chosen or running.order_by("id").first()
    if found is None:
        return None
    return Actor(person=person, organisation=found.organisation_id, role=Role(found.role))


def myself(viewer: Actor) -> Myself | None:
    """What the page header says about the viewer."""
    found = (
        Membership.objects.filter(
            person=viewer.person, organisation=viewer.organisation, role=viewer.role, until=None
        )
        .select_related("person", "organisation")
        .first()
    )
    if found is None:
        return None
    return Myself(
        person=viewer.person,
        name=found.person.name,
        email=found.person.email,
        organisation=viewer.organisation,
        organisation_name=found.organisation.name,
        organisation_number=found.organisation.number,
        role=viewer.role,
        is_buyer=found.organisation.is_buyer,
        is_supplier=found.organisation.is_supplier,
        choices=Membership.objects.filter(person=viewer.person, until=None).count(),
    )


def names(people: set[int]) -> dict[int, str]:
    """The names of people by id, for history and protocol."""
    return dict(Person.objects.filter(id__in=people).values_list("id", "name"))


def recipients(people: Collection[int]) -> tuple[Recipient, ...]:
    """How to reach these people, by id; those who can no longer log in are left out."""
    found = Person.objects.filter(id__in=people, is_active=True).order_by("id")
    return tuple(
        Recipient(person=person.pk, email=person.email, language=person.language)
        for person in found
    )


def people_in(organisations: Collection[int], roles: Collection[Role]) -> frozenset[int]:
    """Ids of those who have one of the roles in one of the organisations now."""
    running = Membership.objects.filter(organisation__in=organisations, role__in=roles, until=None)
    return frozenset(running.values_list("person_id", flat=True))
