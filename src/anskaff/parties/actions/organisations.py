"""Deeds: an organisation is registered, people join it and leave it."""

from datetime import datetime

from stdnum.no import orgnr

from anskaff.concepts.actor import Actor, Role
from anskaff.concepts.contract_kind import BuyerKind
from anskaff.concepts.errors import Conflict, Invalid, NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.parties.models import Membership, Organisation, Person
from anskaff.parties.permissions import only_administrators
from anskaff.records.deeds import deed, record

NOT_AN_ORGANISATION_NUMBER = FindingKind(
    code="organisation-number-wrong",
    text=Words(
        nb="«{number}» er ikke et gyldig organisasjonsnummer.",
        nn="«{number}» er ikkje eit gyldig organisasjonsnummer.",
        en="“{number}” is not a valid organisation number.",
    ),
    cure=Words(
        nb="Skriv ni sifre og kontroller det siste.",
        nn="Skriv ni siffer og kontroller det siste.",
        en="Write nine digits and check the last one.",
    ),
)
ALREADY_REGISTERED = FindingKind(
    code="organisation-already-registered",
    text=Words(
        nb="Virksomheten {number} er alt registrert.",
        nn="Verksemda {number} er alt registrert.",
        en="The organisation {number} is already registered.",
    ),
    cure=Words(
        nb="Be administratoren der om en invitasjon.",
        nn="Be administratoren der om ei invitasjon.",
        en="Ask its administrator for an invitation.",
    ),
)
LAST_ADMINISTRATOR = FindingKind(
    code="last-administrator",
    text=Words(
        nb="Virksomheten må ha minst én administrator.",
        nn="Verksemda må ha minst éin administrator.",
        en="The organisation must have at least one administrator.",
    ),
    cure=Words(
        nb="Gi en annen person rollen administrator først.",
        nn="Gje ein annan person rolla administrator først.",
        en="Make someone else administrator first.",
    ),
)
NO_SUCH_MEMBERSHIP = FindingKind(
    code="no-such-membership",
    text=Words(
        nb="Denne personen har ikke lenger denne rollen.",
        nn="Denne personen har ikkje lenger denne rolla.",
        en="This person no longer has this role.",
    ),
    cure=Words(
        nb="Last siden på nytt og se hvem som er med nå.",
        nn="Last sida på nytt og sjå kven som er med no.",
        en="Reload the page to see who is a member now.",
    ),
)


@deed(
    "parties.organisation_registered",
    nb="Registrerte virksomheten {name} ({number}).",
    nn="Registrerte verksemda {name} ({number}).",
    en="Registered the organisation {name} ({number}).",
)
def register_organisation(
    number: str,
    name: str,
    *,
    buyer_kind: BuyerKind | None = None,
    is_supplier: bool = False,
    email: str = "",
    address: str = "",
    postal_code: str = "",
    city: str = "",
    size: str = "",
    by: Actor,
    at: datetime,
) -> int:
    """Register a buyer (with its kind), a supplier, or both, and return its id.

    Raises:
        Invalid: the number fails its check digit.
        Conflict: the number is registered already.
    """
    del by
    compact = orgnr.compact(number)
    if not orgnr.is_valid(compact):
        raise Invalid(NOT_AN_ORGANISATION_NUMBER.at("number", number=number))
    if Organisation.objects.filter(number=compact).exists():
        raise Conflict(ALREADY_REGISTERED.at("number", number=compact))
    organisation = Organisation.objects.create(
        number=compact,
        name=name,
        is_buyer=buyer_kind is not None,
        buyer_kind=buyer_kind.value if buyer_kind else "",
        is_supplier=is_supplier,
        email=email,
        address=address,
        postal_code=postal_code,
        city=city,
        size=size,
        created_at=at,
    )
    record(f"org/{compact}", {"name": name, "number": compact}, audience=organisation.pk)
    return organisation.pk


@deed(
    "parties.person_joined",
    nb="La til en person i rollen {role}.",
    nn="La til ein person i rolla {role}.",
    en="Added a person in the role {role}.",
)
def add_person(
    organisation: int,
    *,
    email: str,
    name: str,
    role: Role,
    password: str | None = None,
    language: str = "nb",
    by: Actor,
    at: datetime,
) -> Actor:
    """Give a person (known by e-mail, else made) a role in an organisation.

    Without a password the person cannot log in until they have set one by mail.

    Raises:
        Forbidden: `by` is neither the system nor an administrator of the organisation.
    """
    only_administrators(by, organisation)
    number = Organisation.objects.values_list("number", flat=True).get(pk=organisation)
    person, made = Person.objects.get_or_create(
        email=email.lower(),
        defaults={"name": name, "language": language, "joined_at": at},
    )
    if made:
        person.set_password(password)
        person.save(update_fields=["password"])
    Membership.objects.get_or_create(
        person=person, organisation_id=organisation, role=role, until=None, defaults={"since": at}
    )
    record(
        f"org/{number}",
        {"new_person": person.pk, "role": role.value},
        audience=organisation,
    )
    return Actor(person=person.pk, organisation=organisation, role=role)


@deed(
    "parties.membership_ended",
    nb="Avsluttet rollen {role} for en person.",
    nn="Avslutta rolla {role} for ein person.",
    en="Ended a person's role as {role}.",
)
def end_membership(membership: int, *, by: Actor, at: datetime) -> None:
    """End a person's role in the organisation that `by` administers.

    Raises:
        NotFound: no such running role in that organisation.
        Conflict: it is the organisation's last administrator.
    """
    only_administrators(by, by.organisation)
    found = (
        Membership.objects.select_for_update()
        .select_related("organisation")
        .filter(id=membership, organisation=by.organisation, until=None)
        .first()
    )
    if found is None:
        raise NotFound(NO_SUCH_MEMBERSHIP.at("membership"))
    if found.role == Role.ADMINISTRATOR.value:
        others = Membership.objects.select_for_update().filter(
            organisation=by.organisation, role=Role.ADMINISTRATOR.value, until=None
        )
        if not [other for other in others if other.pk != found.pk]:
            raise Conflict(LAST_ADMINISTRATOR.at("membership"))
    found.until = at
    found.save(update_fields=["until"])
    record(
        f"org/{found.organisation.number}",
        {"person_left": found.person_id, "role": found.role},
        audience=by.organisation,
    )
