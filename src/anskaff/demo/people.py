"""Who lives in the demo."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from os import urandom

from anskaff.competition.sealing import officer_keys
from anskaff.concepts.actor import SYSTEM, Actor, Role
from anskaff.concepts.contract_kind import BuyerKind
from anskaff.parties import actions as parties
from anskaff.records import log

PASSPHRASE = "blå elg spiser sju epler"  # noqa: S105 - the demo's, printed by ./run
PASSWORD = "nordvik-demo-2026"  # noqa: S105 - the demo's, printed by ./run


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """A person, with what they do in the demo."""

    name: str
    email: str
    role: Role
    what: str
    language: str = "nb"
    opens: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoOrganisation:
    """An organisation and its people."""

    number: str
    name: str
    people: tuple[DemoPerson, ...]
    buyer_kind: BuyerKind | None = None
    size: str = ""
    city: str = "Nordvik"


NORDVIK = DemoOrganisation(
    number="310000000",
    name="Nordvik kommune",
    buyer_kind=BuyerKind.OTHER,
    people=(
        DemoPerson(
            name="Kari Strand",
            email="kari@nordvik.example",
            role=Role.PROCUREMENT_OFFICER,
            what="innkjøper i alle saker",
        ),
        DemoPerson(
            name="Ola Berg",
            email="ola@nordvik.example",
            role=Role.EMPLOYEE,
            what="åpner (passordfrase: " + PASSPHRASE + ")",
            opens=True,
        ),
        DemoPerson(
            name="Ingrid Vik",
            email="ingrid@nordvik.example",
            role=Role.EMPLOYEE,
            what="åpner (samme passordfrase)",
            language="nn",
            opens=True,
        ),
        DemoPerson(
            name="Amina Lund",
            email="amina@nordvik.example",
            role=Role.EMPLOYEE,
            what="evaluerer",
        ),
        DemoPerson(
            name="Jonas Dahl",
            email="jonas@nordvik.example",
            role=Role.EMPLOYEE,
            what="evaluerer",
        ),
        DemoPerson(
            name="Liv Haug",
            email="liv@nordvik.example",
            role=Role.ADMINISTRATOR,
            what="administrator i kommunen",
        ),
    ),
)

SUPPLIERS = tuple(
    DemoOrganisation(
        number=number,
        name=name,
        size=size,
        city=city,
        people=(
            DemoPerson(
                name=manager,
                email=f"{manager.split()[0].lower()}@{domain}.example",
                role=Role.TENDER_MANAGER,
                what="tilbudsansvarlig",
                language=language,
            ),
            DemoPerson(
                name=signatory,
                email=f"{signatory.split()[0].lower()}@{domain}.example",
                role=Role.SIGNATORY,
                what="signatur",
            ),
        ),
    )
    for number, name, size, city, domain, manager, signatory, language in (
        (
            "310000019",
            "Fjellvatn Møbler AS",
            "small",
            "Storvatn",
            "fjellvatn",
            "Nora Fjell",
            "Stein Fjell",
            "nb",
        ),
        (
            "310000027",
            "Havblikk Innredning AS",
            "medium",
            "Havna",
            "havblikk",
            "Emil Hav",
            "Berit Hav",
            "nb",
        ),
        (
            "310000035",
            "Granskogen Tjenester AS",
            "large",
            "Granby",
            "granskogen",
            "Sara Gran",
            "Tor Gran",
            "nn",
        ),
        (
            "310000043",
            "Bekkefaret Bygg AS",
            "medium",
            "Bekkeli",
            "bekkefaret",
            "Mona Bekk",
            "Arne Bekk",
            "nb",
        ),
        (
            "310000051",
            "Solsida Data AS",
            "small",
            "Solsida",
            "solsida",
            "Erik Sol",
            "Hege Sol",
            "en",
        ),
        (
            "310000078",
            "Lyngheia Mat og Drift AS",
            "micro",
            "Lynghei",
            "lyngheia",
            "Tuva Lyng",
            "Geir Lyng",
            "nb",
        ),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """The municipality's people as actors, and each supplier's manager and signatory."""

    officer: Actor
    openers: tuple[Actor, ...]
    evaluators: tuple[Actor, ...]
    managers: tuple[Actor, ...]
    signatories: tuple[Actor, ...]


def settle(at: datetime) -> Team:
    """Register everyone."""
    organisations: Sequence[DemoOrganisation] = (NORDVIK, *SUPPLIERS)
    actors: dict[str, Actor] = {}
    for one in organisations:
        registered = parties.register_organisation(
            one.number,
            one.name,
            buyer_kind=one.buyer_kind,
            is_supplier=one.buyer_kind is None,
            size=one.size,
            city=one.city,
            by=SYSTEM,
            at=at,
        )
        for person in one.people:
            actors[person.email] = parties.add_person(
                registered,
                email=person.email,
                name=person.name,
                role=person.role,
                password=PASSWORD,
                language=person.language,
                by=SYSTEM,
                at=at,
            )
            if person.opens:
                give_key(actors[person.email], at)
    mine = [actors[person.email] for person in NORDVIK.people]
    return Team(
        officer=mine[0],
        openers=tuple(mine[1:3]),
        evaluators=tuple(mine[3:5]),
        managers=tuple(actors[one.people[0].email] for one in SUPPLIERS),
        signatories=tuple(actors[one.people[1].email] for one in SUPPLIERS),
    )


def give_key(person: Actor, at: datetime) -> None:
    """An opening key under the demo's passphrase, quick to stretch since it guards nothing."""
    protected = officer_keys.create(
        str(person.person),
        PASSPHRASE,
        random=urandom,
        cost=officer_keys.ScryptCost(n=1024, r=8, p=1),
    )
    parties.keep_officer_key(
        public_key=officer_keys.public_key(protected).public,
        protected_private_key=protected.decode(),
        by=person,
        at=at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """What the terminal shows of a demo person."""

    email: str
    password: str
    what: str


def logins() -> Iterator[Login]:
    """Everyone who can log in."""
    for organisation in (NORDVIK, *SUPPLIERS):
        for person in organisation.people:
            yield Login(
                email=person.email,
                password=PASSWORD,
                what=f"{person.name}, {organisation.name}: {person.what}",
            )


def is_empty() -> bool:
    """Whether nothing has happened in this installation yet."""
    return log.size() == 0
