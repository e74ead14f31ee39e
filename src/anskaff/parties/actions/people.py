"""Deeds of one person: which role, which name and language, which opening key."""

from datetime import datetime

from anskaff.concepts.actor import Actor, Role
from anskaff.concepts.errors import Invalid, NotFound
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import LANGUAGES, Words
from anskaff.parties.models import Membership, OfficerKey, Person
from anskaff.records.deeds import deed, record

NOT_YOUR_ROLE = FindingKind(
    code="not-your-role",
    text=Words(
        nb="Du har ikke denne rollen lenger.",
        nn="Du har ikkje denne rolla lenger.",
        en="You no longer have this role.",
    ),
    cure=Words(
        nb="Velg en av rollene i listen.",
        nn="Vel ei av rollene i lista.",
        en="Choose one of the roles in the list.",
    ),
)
PROFILE_WRONG = FindingKind(
    code="profile-wrong",
    text=Words(
        nb="Navnet må ha 1–120 tegn, og språket må være ett av dem vi har.",
        nn="Namnet må ha 1–120 teikn, og språket må vere eitt av dei vi har.",
        en="The name must have 1–120 characters, and the language must be one that we have.",
    ),
    cure=Words(
        nb="Rett navnet, eller velg et språk i listen.",
        nn="Rett namnet, eller vel eit språk i lista.",
        en="Correct the name, or choose a language in the list.",
    ),
)
NAME_LIMIT = 120


@deed(
    "parties.role_chosen",
    nb="Valgte å handle i rollen {role}.",
    nn="Valde å handle i rolla {role}.",
    en="Chose to act in the role {role}.",
)
def choose_role(membership: int, *, by: Actor, at: datetime) -> Actor:
    """Let a person act in another of their running roles, and return who they are now.

    Raises:
        NotFound: the role is not a running role of this person.
    """
    del at
    found = (
        Membership.objects.select_related("organisation")
        .filter(id=membership, person=by.person, until=None)
        .first()
    )
    if found is None:
        raise NotFound(NOT_YOUR_ROLE.at("membership"))
    chosen = Actor(person=by.person, organisation=found.organisation_id, role=Role(found.role))
    record(
        f"person/{by.person}",
        {"role": found.role, "for_organisation": found.organisation.number},
        audience=chosen.organisation,
    )
    return chosen


@deed(
    "parties.profile_changed",
    nb="Endret navn eller språk på sin side.",
    nn="Endra namn eller språk på si side.",
    en="Changed name or language on their page.",
)
def change_profile(name: str, language: str, *, by: Actor, at: datetime) -> None:
    """Change the actor's own name and the language of their pages and letters.

    Raises:
        Invalid: the name is empty or too long, or the language is not nb, nn or en.
    """
    del at
    tidy = " ".join(name.split())
    if not 0 < len(tidy) <= NAME_LIMIT or language not in LANGUAGES:
        raise Invalid(PROFILE_WRONG.at("name"))
    Person.objects.filter(pk=by.person).update(name=tidy, language=language)
    record(f"person/{by.person}", {"language": language}, audience=by.organisation)


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
