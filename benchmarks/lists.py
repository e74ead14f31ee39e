"""How list and search pages bear 10 000 cases instead of 100.

Prints p95 of each page at both sizes, their ratio (at most 1.5 is wanted), and queries per page
(constant). Runs on the database of ANSKAFF_DATABASE_URL, else on a new SQLite file.

    python benchmarks/lists.py
"""

import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "anskaff.project.settings")
os.environ["ANSKAFF_DATA_DIR"] = tempfile.mkdtemp(prefix="anskaff-bench-")

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, get_runner, setup_test_environment

from anskaff.competition.models import Case, Competition, Lot
from anskaff.concepts.actor import SYSTEM, Role
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
STATES = ("published", "opened", "awarded", "signed", "cancelled", "published", "draft")
PAGES = (
    ("front page", "/nb/", False),
    ("all competitions", "/nb/sok/", False),
    ("search by word", "/nb/sok/?q=solceller", False),
    ("search, page 4", "/nb/sok/?page=4", False),
    ("buyer home", "/nb/innkjop/", True),
    ("buyer search", "/nb/innkjop/?q=renhold", True),
    ("API list", "/api/v1/competitions", False),
)
REQUESTS = 40


def grow(buyer: int, person: int, size: int, target: int) -> None:
    """Volume rows; states are spread as in a real installation."""
    cases = [
        Case(
            year=2026,
            number=n,
            reference=f"2026/{n}",
            ocid=f"ocds-bench-{n}",
            buyer_id=buyer,
            created_by_id=person,
            created_at=START + timedelta(minutes=n),
        )
        for n in range(size + 1, target + 1)
    ]
    Case.objects.bulk_create(cases, batch_size=500)
    made = []
    for case in cases:
        n = case.number
        state = STATES[n % len(STATES)]
        published = None if state == "draft" else START + timedelta(minutes=n)
        title = f"{WORDS[n % len(WORDS)].capitalize()} nummer {n}"
        made.append(
            Competition(
                case=case,
                state=state,
                title=title,
                description=f"Vi trenger {WORDS[(n * 7) % len(WORDS)]}.",
                kind="goods",
                buyer_kind="other",
                estimated_value_nok=Decimal(2_000_000),
                cpv="39130000",
                published_at=published,
                tender_deadline=START + timedelta(days=400, minutes=n),
                question_deadline=START + timedelta(days=390),
                search_text=f"{title} 2026/{n}".lower(),
            )
        )
    Competition.objects.bulk_create(made, batch_size=500)
    Lot.objects.bulk_create(
        [Lot(competition=one, key="LOT-0001", title=one.title, position=1) for one in made],
        batch_size=500,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def p95(client: Client, address: str) -> tuple[float, int]:
    """Milliseconds at the 95th percentile, and queries of one request."""
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    if response.status_code != 200:
        sys.exit(f"{address} answered {response.status_code}")
    taken = []
    for _ in range(REQUESTS):
        began = time.perf_counter()
        client.get(address)
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.quantiles(taken, n=20)[-1], len(captured)


def main() -> None:
    """Measure at both sizes."""
    setup_test_environment(debug=False)
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
        public, officer = Client(), Client()
        officer.force_login(Person.objects.get(pk=actor.person))
        measured: dict[str, list[tuple[float, int]]] = {name: [] for name, _, _ in PAGES}
        size = 0
        for target in (100, 10_000):
            grow(buyer, actor.person, size, target)
            size = target
            for name, address, inside in PAGES:
                measured[name].append(p95(officer if inside else public, address))
        print(f"{connection.vendor}: p95 in ms of {REQUESTS} requests")
        print(f"{'page':<20} {'100':>8} {'10 000':>8} {'ratio':>6} {'queries':>10}")
        for name, (few, many) in measured.items():
            print(
                f"{name:<20} {few[0]:>8.1f} {many[0]:>8.1f} {many[0] / few[0]:>6.2f} {few[1]:>4} →{many[1]:>4}"
            )
    finally:
        runner.teardown_databases(databases)


if __name__ == "__main__":
    call_command("check", verbosity=0)
    main()
