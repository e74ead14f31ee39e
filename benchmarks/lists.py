"""How list and search pages bear 10 000 cases instead of 100.

Prints p95 of each page at both sizes, their ratio (at most 1.5 is wanted), and queries per page
(constant). Runs in a new test database beside that of ANSKAFF_DATABASE_URL, else on SQLite.

Like is compared with like: already the 100 cases fill each page that has hits (20 lines, and 20
tasks of each kind for the buyer), so more cases mean more to look through, never more to show. The
benchmark stops when a page names another number of cases at one size than at the other. A word
stands in three of ten cases, in long descriptions that repeat it. Beside the ratio by the clock
stands that of this process's time on a processor, which other programs disturb less; on SQLite it
has the whole work, on PostgreSQL not the server's. Names of pages as arguments measure only those.

    python benchmarks/lists.py
    python benchmarks/lists.py "search by word" "API list"
"""

import os
import re
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from decimal import Decimal

os.environ["DJANGO_SETTINGS_MODULE"] = "anskaff.project.settings"
os.environ["ANSKAFF_DATA_DIR"] = tempfile.mkdtemp(prefix="anskaff-bench-")
os.environ["ANSKAFF_API_REQUESTS_PER_MINUTE"] = "1000000"

import django

django.setup()

import pages
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import get_runner

from anskaff.competition.drafting import search_text
from anskaff.competition.models import Case, Competition, Lot, TeamMember
from anskaff.concepts.actor import SYSTEM, Actor, Role, TeamRole
from anskaff.concepts.contract_kind import BuyerKind
from anskaff.parties import actions as parties
from anskaff.parties.models import Person

WORDS = [
    "brøyting",
    "møbler",
    "renhold",
    "skolemat",
    "datamaskiner",
    "solceller",
    "trykksaker",
    "rådgiver",
    "veier",
    "klær",
]
START = datetime(2026, 1, 5, 9, tzinfo=UTC)
NOW = datetime.now(UTC)  # noqa: TID251 - deadlines lie around the real present
STATES = (*["published"] * 4, *["draft"] * 2, *["awarded"] * 2, "opened", "cancelled")
SIZES = (100, 10_000)
LAST = "999999"
PAGES = (
    ("front page", "/nb/", False),
    ("open competitions", "/nb/sok/", False),
    ("all competitions", "/nb/sok/?fase=alle", False),
    ("search, page 4", "/nb/sok/?fase=alle&side=4", False),
    ("search, last page", f"/nb/sok/?fase=alle&side={LAST}", False),
    ("search by word", "/nb/sok/?fase=alle&ord=solceller", False),
    ("search by two words", "/nb/sok/?fase=alle&ord=solceller+nummer", False),
    ("search, no hits", "/nb/sok/?fase=alle&ord=finnesikke", False),
    ("search, by filters", "/nb/sok/?fase=awarded&cpv=39&sted=NO0&sorter=deadline", False),
    ("search, by buyer", "/nb/sok/?fase=alle&kjoper=nordvik", False),
    ("buyer home", "/nb/innkjop/", True),
    ("buyer, page 4", "/nb/innkjop/?side=4", True),
    ("buyer, last page", f"/nb/innkjop/?side={LAST}", True),
    ("buyer, by word", "/nb/innkjop/?q=renhold", True),
    ("buyer, by phase", "/nb/innkjop/?status=draft&sorter=deadline", True),
    ("API list", "/api/v1/competitions?limit=20", False),
    ("API list, by word", "/api/v1/competitions?limit=20&words=solceller", False),
)
REQUESTS, ROUNDS = 20, 10
NAMED = re.compile(rb"nummer \d+")


def grow(officer: Actor, size: int, target: int) -> None:
    """Volume rows; states and deadlines are spread, and the officer is on each team."""
    cases = [
        Case(
            year=2026,
            number=n,
            reference=f"2026/{n}",
            ocid=f"ocds-bench-{n}",
            buyer_id=officer.organisation,
            created_by_id=officer.person,
            created_at=START + timedelta(minutes=n),
        )
        for n in range(size + 1, target + 1)
    ]
    Case.objects.bulk_create(cases, batch_size=500)
    made = Competition.objects.bulk_create([_competition(case) for case in cases], batch_size=500)
    Lot.objects.bulk_create(
        [Lot(competition=one, key="LOT-0001", title=one.title, position=1) for one in made],
        batch_size=500,
    )
    TeamMember.objects.bulk_create(
        [
            TeamMember(case=case, person_id=officer.person, role=role.value, since=START)
            for case in cases
            for role in (TeamRole.PROCUREMENT_OFFICER, TeamRole.OPENING_OFFICER)
        ],
        batch_size=500,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def _competition(case: Case) -> Competition:
    n = case.number
    state = STATES[n % len(STATES)]
    first, second, third = (WORDS[(n // 10 + more) % len(WORDS)] for more in (0, 3, 7))
    title = f"{first.capitalize()} nummer {n}"
    days = (n * 37 % 200 + 1) * (1 if n % 2 else -1)
    made = Competition(
        case=case,
        buyer_id=case.buyer_id,
        state=state,
        title=title,
        description=f"Vi trenger {second} og {third}. " * 40,
        kind="goods",
        buyer_kind="other",
        estimated_value_nok=Decimal(2_000_000),
        cpv="39130000",
        place="NO060",
        published_at=None if state == "draft" else START + timedelta(minutes=n),
        tender_deadline=NOW + timedelta(days=days),
        question_deadline=NOW + timedelta(days=days - 10),
    )
    made.search_text = search_text(made)
    return made


def named(page: pages.Measured) -> int:
    """How many cases a page names."""
    return len(NAMED.findall(page.content))


def main() -> None:
    """Measure at both sizes."""
    asked = [page for page in PAGES if page[0] in sys.argv[1:] or not sys.argv[1:]]
    call_command("collectstatic", verbosity=0, interactive=False)
    runner = get_runner(settings)(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        buyer = parties.register_organisation(
            "310000000", "Nordvik kommune", buyer_kind=BuyerKind.OTHER, by=SYSTEM, at=START
        )
        actor = parties.add_person(
            buyer,
            email="kari@nordvik.example",
            name="Kari",
            role=Role.PROCUREMENT_OFFICER,
            by=SYSTEM,
            at=START,
        )
        public, officer = Client(SERVER_NAME="127.0.0.1"), Client(SERVER_NAME="127.0.0.1")
        officer.force_login(
            Person.objects.get(pk=actor.person),
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )
        measured: dict[str, list[pages.Measured]] = {name: [] for name, _, _ in asked}
        size = 0
        for target in SIZES:
            grow(actor, size, target)
            size = target
            for name, address, inside in asked:
                client = officer if inside else public
                measured[name].append(pages.measure(client, address, ROUNDS, REQUESTS))
        print(f"{connection.vendor}: p95 in ms of {REQUESTS} requests, quietest of {ROUNDS} rounds")
        for name, (few, many) in measured.items():
            if named(few) != named(many):
                sys.exit(f"{name} names {named(few)} cases at first and {named(many)} at last")
        pages.tell(SIZES, measured)
    finally:
        runner.teardown_databases(databases)


if __name__ == "__main__":
    main()
