"""Deeds: organisations, people, roles and officer keys."""

from datetime import datetime

from stdnum.no import orgnr

from anskaff.concepts.actor import Actor, Role
from anskaff.concepts.contract_kind import BuyerKind
from anskaff.concepts.errors import Conflict, Forbidden, Invalid
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.parties.models import Membership, OfficerKey, Organisation, Person
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
    allowed = by.role is Role.SYSTEM or (
        by.role is Role.ADMINISTRATOR and by.organisation == organisation
    )
    if not allowed:
        raise Forbidden(ONLY_ADMINISTRATORS.at("role"))
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
    "parties.officer_key_kept",
    nb="Laget en ny åpningsnøkkel.",
    nn="Laga ein ny opningsnøkkel.",
    en="Made a new opening key.",
)
def keep_officer_key(
    *, public_key: bytes, protected_private_key: str, by: Actor, at: datetime
) -> None:
    """Keep the actor's opening key pair; the private half comes protected by their passphrase.

    An older key is retired, not deleted: envelopes sealed to it still need it.
    """
    OfficerKey.objects.filter(person=by.person, retired_at=None).update(retired_at=at)
    OfficerKey.objects.create(
        person_id=by.person,
        public_key=public_key,
        protected_private_key=protected_private_key,
        made_at=at,
    )
    record(f"person/{by.person}", {"public_key": public_key.hex()}, audience=by.organisation)


DEEDS = (register_organisation, add_person, keep_officer_key)
