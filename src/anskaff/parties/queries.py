"""Reads: who someone is, whom they act for, who is in an organisation."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db.models import Exists, OuterRef

from anskaff.concepts.actor import Actor, Role, Viewer
from anskaff.concepts.contract_kind import BuyerKind
from anskaff.parties.models import Invitation, Membership, OfficerKey, Organisation, Person
from anskaff.parties.permissions import only_administrators, roles_of
from anskaff.records.notices import Recipient


@dataclass(frozen=True, slots=True, kw_only=True)
class Myself:
    """The header's answer to «who am I, for whom, in which role»."""

    person: int
    name: str
    email: str
    language: str
    organisation: int
    organisation_name: str
    organisation_number: str
    role: Role
    is_buyer: bool
    is_supplier: bool
    choices: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChoice:
    """One running role of a person; choosing it takes its `membership` id."""

    membership: int
    organisation: int
    organisation_name: str
    organisation_number: str
    role: Role
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person's running role in an organisation."""

    membership: int
    person: int
    name: str
    email: str
    role: Role
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenInvitation:
    """An invitation that can still be accepted; `is_known` when the address has a user here."""

    id: int
    organisation_name: str
    email: str
    role: Role
    expires_at: datetime
    is_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonInRole:
    """Someone who can log in, with one of their running roles."""

    membership: int
    person: int
    name: str
    email: str
    organisation_name: str
    is_buyer: bool
    role: Role


def actor_for(person: int, membership: int | None) -> Actor | None:
    """The actor of a chosen running membership, else of the person's first one, else None."""
    running = Membership.objects.filter(person=person, until=None, person__is_active=True)
    chosen = running.filter(id=membership).first() if membership else None
    found = chosen or running.order_by("id").first()
    if found is None:
        return None
    return Actor(person=person, organisation=found.organisation_id, role=Role(found.role))


def myself(viewer: Viewer) -> Myself | None:
    """What the page header says about the viewer; None for the public."""
    if not isinstance(viewer, Actor):
        return None
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
        language=found.person.language,
        organisation=viewer.organisation,
        organisation_name=found.organisation.name,
        organisation_number=found.organisation.number,
        role=viewer.role,
        is_buyer=found.organisation.is_buyer,
        is_supplier=found.organisation.is_supplier,
        choices=Membership.objects.filter(person=viewer.person, until=None).count(),
    )


def my_roles(viewer: Viewer) -> tuple[RoleChoice, ...]:
    """The viewer's running roles, by organisation."""
    if not isinstance(viewer, Actor):
        return ()
    found = Membership.objects.filter(person=viewer.person, until=None).select_related(
        "organisation"
    )
    return tuple(
        RoleChoice(
            membership=row.pk,
            organisation=row.organisation_id,
            organisation_name=row.organisation.name,
            organisation_number=row.organisation.number,
            role=Role(row.role),
            is_chosen=(row.organisation_id, row.role) == (viewer.organisation, viewer.role.value),
        )
        for row in found.order_by("organisation__name", "role")
    )


def members(viewer: Actor) -> tuple[Member, ...]:
    """The people of the organisation that the viewer administers.

    Raises:
        Forbidden: the viewer is no administrator there.
    """
    only_administrators(viewer, viewer.organisation)
    found = Membership.objects.filter(organisation=viewer.organisation, until=None)
    return tuple(
        Member(
            membership=row.pk,
            person=row.person_id,
            name=row.person.name,
            email=row.person.email,
            role=Role(row.role),
            since=row.since,
        )
        for row in found.select_related("person").order_by("person__name", "role")
    )


def open_invitations(viewer: Actor, at: datetime) -> tuple[OpenInvitation, ...]:
    """Invitations of the organisation that the viewer administers that nobody has used yet.

    Raises:
        Forbidden: the viewer is no administrator there.
    """
    only_administrators(viewer, viewer.organisation)
    found = Invitation.objects.filter(
        organisation=viewer.organisation, accepted_at=None, withdrawn_at=None, expires_at__gt=at
    )
    return tuple(
        _invitation(row) for row in found.select_related("organisation").order_by("-invited_at")
    )


def invitation(token: str, at: datetime) -> OpenInvitation | None:
    """The invitation that the secret in the letter opens, or None."""
    found = (
        Invitation.objects.filter(
            token_sha256=sha256(token.encode()).hexdigest(),
            accepted_at=None,
            withdrawn_at=None,
            expires_at__gt=at,
        )
        .select_related("organisation")
        .first()
    )
    return _invitation(found) if found else None


def roles_here(viewer: Actor) -> tuple[Role, ...]:
    """The roles that people of the viewer's organisation can have, in the order of `Role`."""
    organisation = Organisation.objects.get(pk=viewer.organisation)
    return tuple(role for role in Role if role in roles_of(organisation))


def own_addresses(viewer: Actor) -> frozenset[str]:
    """E-mail addresses of people who act for the viewer's organisation and for no other.

    Letters to someone who also acts elsewhere may be about that, so they are left out.
    """
    elsewhere = Membership.objects.filter(until=None).exclude(organisation=viewer.organisation)
    found = Person.objects.filter(
        memberships__organisation=viewer.organisation, memberships__until=None
    ).exclude(id__in=elsewhere.values("person"))
    return frozenset(found.values_list("email", flat=True))


def people(role: str = "") -> tuple[PersonInRole, ...]:
    """Everyone who can log in, buyers first, in one role or in all.

    For the command line and the demo login only, which are not for viewers.
    """
    found = Membership.objects.filter(until=None, person__is_active=True)
    if role:
        found = found.filter(role=role)
    return tuple(
        PersonInRole(
            membership=row.pk,
            person=row.person_id,
            name=row.person.name,
            email=row.person.email,
            organisation_name=row.organisation.name,
            is_buyer=row.organisation.is_buyer,
            role=Role(row.role),
        )
        for row in found.select_related("person", "organisation").order_by(
            "-organisation__is_buyer", "organisation__name", "role", "person__name"
        )
    )


def procurement_officer(email: str = "") -> Actor | None:
    """The procurement officer with this e-mail, or the first one; None when there is none.

    For the command line only, where someone acts for an officer whom they name.
    """
    for one in people(Role.PROCUREMENT_OFFICER.value):
        if not email or one.email.casefold() == email.casefold():
            return actor_for(one.person, one.membership)
    return None


def organisation_with_number(number: str) -> int | None:
    """The id of the organisation with this number, or None."""
    return Organisation.objects.filter(number=number).values_list("id", flat=True).first()


def names(people: Collection[int]) -> dict[int, str]:
    """The names of people by id, for history and protocol."""
    return dict(Person.objects.filter(id__in=people).values_list("id", "name"))


def organisation_names(organisations: Collection[int]) -> dict[int, str]:
    """The names of organisations by id, for history and protocol."""
    return dict(Organisation.objects.filter(id__in=organisations).values_list("id", "name"))


def language_of(email: str) -> str | None:
    """The language of the person with this address, for a letter to them; None for a stranger."""
    return Person.objects.filter(email__iexact=email).values_list("language", flat=True).first()


def recipients(people: Iterable[int]) -> tuple[Recipient, ...]:
    """Active people as recipients of a message, each in their own language."""
    found = Person.objects.filter(id__in=list(people), is_active=True).order_by("id")
    return tuple(_recipient(person) for person in found)


def people_in(organisations: Collection[int], roles: Collection[Role]) -> frozenset[int]:
    """Ids of those who have one of the roles in one of the organisations now."""
    running = Membership.objects.filter(organisation__in=organisations, role__in=roles, until=None)
    return frozenset(running.values_list("person_id", flat=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """A buyer as its cases need it: the rule set it follows and how many must open."""

    organisation: int
    name: str
    number: str
    kind: BuyerKind
    openers_required: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """A person in the viewer's organisation; `has_key` when they can open tenders."""

    person: int
    name: str
    has_key: bool


def buyer(viewer: Viewer) -> Buyer | None:
    """The organisation that the viewer acts for, when it is a buyer."""
    if not isinstance(viewer, Actor):
        return None
    found = Organisation.objects.filter(pk=viewer.organisation, is_buyer=True).first()
    if found is None:
        return None
    return Buyer(
        organisation=found.pk,
        name=found.name,
        number=found.number,
        kind=BuyerKind(found.buyer_kind),
        openers_required=found.openers_required,
    )


def colleagues(viewer: Viewer) -> tuple[Colleague, ...]:
    """The active people of the organisation that the viewer acts for, by name."""
    if not isinstance(viewer, Actor):
        return ()
    found = Person.objects.filter(
        memberships__organisation=viewer.organisation, memberships__until=None, is_active=True
    )
    with_key = OfficerKey.objects.filter(person=OuterRef("pk"), retired_at=None)
    ordered = found.distinct().annotate(has_key=Exists(with_key)).order_by("name", "pk")
    return tuple(
        Colleague(person=person.pk, name=person.name, has_key=person.has_key) for person in ordered
    )


def _recipient(person: Person) -> Recipient:
    return Recipient(person=person.pk, email=person.email, language=person.language)


def _invitation(row: Invitation) -> OpenInvitation:
    return OpenInvitation(
        id=row.pk,
        organisation_name=row.organisation.name,
        email=row.email,
        role=Role(row.role),
        expires_at=row.expires_at,
        is_known=Person.objects.filter(email__iexact=row.email).exists(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOfficerKey:
    """An opening key as it is kept: its private half opens only with the officer's passphrase."""

    id: int
    protected: bytes
    made_at: datetime
    in_use: bool

    def __repr__(self) -> str:
        return f"KeptOfficerKey(id={self.id})"


def officer_keys_of(person: int) -> tuple[KeptOfficerKey, ...]:
    """A person's opening keys, the one in use first, then retired ones, newest first."""
    rows = OfficerKey.objects.filter(person=person).order_by("-made_at", "-id")
    kept = [
        KeptOfficerKey(
            id=row.pk,
            protected=row.protected_private_key.encode(),
            made_at=row.made_at,
            in_use=row.retired_at is None,
        )
        for row in rows
    ]
    return tuple(sorted(kept, key=lambda key: not key.in_use))
