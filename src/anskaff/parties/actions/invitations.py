"""Deeds: invite someone into an organisation, accept, withdraw.

The secret in the address exists only in the letter; the table keeps its SHA-256.
"""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from anskaff.concepts.actor import Actor, Role
from anskaff.concepts.errors import Conflict, Invalid, NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.parties.models import Invitation, Membership, Organisation, Person
from anskaff.parties.permissions import only_administrators, roles_of
from anskaff.records import outbox
from anskaff.records.deeds import deed, record

VALID_FOR = timedelta(days=14)
NAME_LIMIT = 120

NOT_AN_EMAIL = FindingKind(
    code="email-wrong",
    text=Words(
        nb="«{email}» er ikke en gyldig e-postadresse.",
        nn="«{email}» er ikkje ei gyldig e-postadresse.",
        en="“{email}” is not a valid e-mail address.",
    ),
    cure=Words(
        nb="Skriv adressen på nytt, for eksempel kari@kommune.example.",
        nn="Skriv adressa på nytt, til dømes kari@kommune.example.",
        en="Write the address again, for example kari@council.example.",
    ),
)
ROLE_NOT_HERE = FindingKind(
    code="role-not-for-organisation",
    text=Words(
        nb="Denne rollen finnes ikke i virksomheten.",
        nn="Denne rolla finst ikkje i verksemda.",
        en="The organisation does not have this role.",
    ),
    cure=Words(
        nb="Velg en av rollene i listen.",
        nn="Vel ei av rollene i lista.",
        en="Choose one of the roles in the list.",
    ),
)
INVITATION_NOT_FOUND = FindingKind(
    code="invitation-not-found",
    text=Words(
        nb="Invitasjonen finnes ikke, er trukket tilbake, er brukt eller har gått ut.",
        nn="Invitasjonen finst ikkje, er trekt tilbake, er brukt eller har gått ut.",
        en="The invitation does not exist, was withdrawn, was used or has run out.",
    ),
    cure=Words(
        nb="Be den som inviterte deg, om å sende en ny.",
        nn="Be den som inviterte deg, om å sende ein ny.",
        en="Ask the person who invited you to send a new one.",
    ),
)
FOR_ANOTHER_PERSON = FindingKind(
    code="invitation-for-another-person",
    text=Words(
        nb="Invitasjonen gjelder en annen e-postadresse enn den du er logget inn med.",
        nn="Invitasjonen gjeld ei anna e-postadresse enn den du er logga inn med.",
        en="The invitation is for another e-mail address than the one you are logged in with.",
    ),
    cure=Words(
        nb="Logg ut, og åpne lenken på nytt.",
        nn="Logg ut, og opne lenkja på nytt.",
        en="Log out and open the link again.",
    ),
)
KNOWN_PERSON = FindingKind(
    code="invitation-log-in-first",
    text=Words(
        nb="E-postadressen har alt en bruker her.",
        nn="E-postadressa har alt ein brukar her.",
        en="The e-mail address already has a user here.",
    ),
    cure=Words(
        nb="Logg inn, og åpne lenken på nytt.",
        nn="Logg inn, og opne lenkja på nytt.",
        en="Log in and open the link again.",
    ),
)
NAME_MISSING = FindingKind(
    code="name-missing",
    text=Words(
        nb="Navnet må ha 1–120 tegn.",
        nn="Namnet må ha 1–120 teikn.",
        en="The name must have 1–120 characters.",
    ),
    cure=Words(nb="Skriv navnet ditt.", nn="Skriv namnet ditt.", en="Write your name."),
)
LETTER_TITLE = Words(
    nb="Du er invitert til {organisation}",
    nn="Du er invitert til {organisation}",
    en="You are invited to {organisation}",
)
LETTER_TEXT = Words(
    nb="{organisation} inviterer deg til å bruke Anskaff. Åpne lenken innen 14 dager:",
    nn="{organisation} inviterer deg til å bruke Anskaff. Opne lenkja innan 14 dagar:",
    en="{organisation} invites you to use Anskaff. Open the link within 14 days:",
)


@deed(
    "parties.person_invited",
    nb="Inviterte en person til rollen {role}.",
    nn="Inviterte ein person til rolla {role}.",
    en="Invited a person to the role {role}.",
)
def invite_person(email: str, role: Role, *, language: str, by: Actor, at: datetime) -> int:
    """Invite someone by e-mail into the organisation that `by` administers; returns its id.

    An older open invitation to the same address and role is replaced.

    Raises:
        Invalid: not an e-mail address, or a role that this organisation does not have.
    """
    only_administrators(by, by.organisation)
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise Invalid(NOT_AN_EMAIL.at("email", email=email)) from None
    organisation = Organisation.objects.get(pk=by.organisation)
    if role not in roles_of(organisation):
        raise Invalid(ROLE_NOT_HERE.at("role"))
    Invitation.objects.filter(
        organisation=organisation, email=address, role=role, accepted_at=None, withdrawn_at=None
    ).update(withdrawn_at=at)
    token = secrets.token_urlsafe(32)
    made = Invitation.objects.create(
        organisation=organisation,
        email=address,
        role=role.value,
        token_sha256=sha256(token.encode()).hexdigest(),
        invited_by_id=by.person,
        invited_at=at,
        expires_at=at + VALID_FOR,
    )
    outbox.put(
        address,
        title=LETTER_TITLE.in_(language).format(organisation=organisation.name),
        text=LETTER_TEXT.in_(language).format(organisation=organisation.name),
        path=f"/invitasjon/{token}/",
        language=language,
        at=at,
    )
    record(f"org/{organisation.number}", {"role": role.value}, audience=organisation.pk)
    return made.pk


@deed(
    "parties.invitation_withdrawn",
    nb="Trakk tilbake en invitasjon til rollen {role}.",
    nn="Trekte tilbake ein invitasjon til rolla {role}.",
    en="Withdrew an invitation to the role {role}.",
)
def withdraw_invitation(invitation: int, *, by: Actor, at: datetime) -> None:
    """Withdraw an open invitation of the organisation that `by` administers.

    Raises:
        NotFound: there is no such open invitation.
    """
    only_administrators(by, by.organisation)
    found = (
        Invitation.objects.select_for_update()
        .select_related("organisation")
        .filter(id=invitation, organisation=by.organisation, accepted_at=None, withdrawn_at=None)
        .first()
    )
    if found is None:
        raise NotFound(INVITATION_NOT_FOUND.at("invitation"))
    found.withdrawn_at = at
    found.save(update_fields=["withdrawn_at"])
    record(f"org/{found.organisation.number}", {"role": found.role}, audience=by.organisation)


@deed(
    "parties.invitation_accepted",
    nb="Tok imot en invitasjon til rollen {role}.",
    nn="Tok imot ein invitasjon til rolla {role}.",
    en="Accepted an invitation to the role {role}.",
)
def accept_invitation(
    token: str,
    *,
    name: str = "",
    password: str | None = None,
    language: str = "nb",
    by: Actor,
    at: datetime,
) -> Actor:
    """Join by the secret in the letter and return the new actor.

    A known person must be logged in: `by.person` is theirs. Someone new gives a name and a
    password, already checked for strength by the door, and `by` is `SYSTEM` (person 0).

    Raises:
        NotFound: the invitation is unknown, used, withdrawn or too old.
        Conflict: it is for somebody else than `by`, or for a known person who is not logged in.
        Invalid: someone new gave no name.
    """
    found = (
        Invitation.objects.select_for_update()
        .select_related("organisation")
        .filter(
            token_sha256=sha256(token.encode()).hexdigest(),
            accepted_at=None,
            withdrawn_at=None,
            expires_at__gt=at,
        )
        .first()
    )
    if found is None:
        raise NotFound(INVITATION_NOT_FOUND.at("token"))
    person = _joining(found.email, by, name=name, password=password, language=language, at=at)
    Membership.objects.get_or_create(
        person=person,
        organisation=found.organisation,
        role=found.role,
        until=None,
        defaults={"since": at},
    )
    found.accepted_at = at
    found.save(update_fields=["accepted_at"])
    record(
        f"org/{found.organisation.number}",
        {"new_person": person.pk, "role": found.role},
        audience=found.organisation_id,
    )
    return Actor(person=person.pk, organisation=found.organisation_id, role=Role(found.role))


def _joining(
    email: str, by: Actor, *, name: str, password: str | None, language: str, at: datetime
) -> Person:
    """The person the invitation is for: the one logged in, or someone new."""
    known = Person.objects.filter(email__iexact=email).first()
    if by.person:
        if known is None or known.pk != by.person:
            raise Conflict(FOR_ANOTHER_PERSON.at("token"))
        return known
    if known is not None:
        raise Conflict(KNOWN_PERSON.at("token"))
    tidy = " ".join(name.split())
    if not 0 < len(tidy) <= NAME_LIMIT:
        raise Invalid(NAME_MISSING.at("name"))
    person = Person(email=email, name=tidy, language=language, joined_at=at)
    person.set_password(password)
    person.save()
    return person
