"""How the register of notices bears 150 000 notices instead of 1 500, and how fast it takes them in.

Prints p95 of each search at both sizes, their ratio (at most 2 is wanted), and queries per page.
Runs in a new test database beside that of ANSKAFF_DATABASE_URL, else on SQLite.

The notices are made from the readings of the real ones in `standards/real-notices`, see
`tests/notices/many.py`; rows and index are those of an import, which `tests/notices/test_many.py`
proves. Both databases are there at once and are asked in turn, each page in several rounds, so that
what else the machine does hits both; the quietest round of each counts.

The rate of import is that of `importing.Import` on bytes of the real notices with new identifiers:
reading, storing, indexing and log, in notices per second of this process's time on a processor, and
by the clock.

    python benchmarks/notices.py                     whole, which takes long
    python benchmarks/notices.py --sizes 1500 15000  smaller
    python benchmarks/notices.py --import-only
    python benchmarks/notices.py --kept FOLDER       keeps the filled databases for the next time;
                                                     on PostgreSQL with a name that theirs begin with
"""

import argparse
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "anskaff.project.settings"
os.environ["ANSKAFF_DATA_DIR"] = tempfile.mkdtemp(prefix="anskaff-bench-")

import django

django.setup()
sys.path.insert(0, str(Path(__file__).parents[1]))

import pages
from django.core.management import call_command
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from django.test.utils import setup_test_environment
from tests.notices import many

from anskaff.concepts.actor import SYSTEM
from anskaff.documents.eforms import notice as eforms
from anskaff.notices import importing
from anskaff.notices.models import Notice

STANDARDS = Path(os.environ.get("ANSKAFF_BENCH_STANDARDS", "../shared/standards"))
NOW = datetime.now(UTC)  # noqa: TID251 - deadlines lie around the real present
SIZES = (1_500, 150_000)
SOON = NOW + timedelta(days=30)
CHUNK = 500
PAGES = (
    ("open competitions", ""),
    ("open, deadline soon", "?sorter=deadline"),
    ("all phases", "?fase=alle"),
    ("all phases, last page", "?fase=alle&side=50"),
    ("results", "?fase=result"),
    ("results, last page", "?fase=result&side=50"),
    ("plans", "?fase=planning"),
    ("closed", "?fase=closed"),
    ("cancelled", "?fase=cancelled"),
    ("common word", "?fase=alle&ord=renhold"),
    ("word, last page", "?fase=alle&ord=renhold&side=50"),
    ("word in most", "?fase=alle&ord=konkurranse"),
    ("word of all titles", "?fase=alle&ord=for"),
    ("rare word", "?fase=alle&ord=fergeanlegg"),
    ("rare name", "?fase=alle&ord=bench-1234"),
    ("word in nynorsk", "?fase=alle&ord=tenester"),
    ("word in English", "?fase=alle&ord=services"),
    ("two words", "?fase=alle&ord=renhold+solceller"),
    ("words in quotes", "?fase=alle&ord=%22kjøp+av+renhold%22"),
    ("one letter", "?fase=alle&ord=i"),
    ("two letters", "?fase=alle&ord=av"),
    ("one letter, rare", "?fase=alle&ord=q"),
    ("two letters, none", "?fase=alle&ord=qx"),
    ("word, open", "?ord=renhold"),
    ("word, by deadline", "?fase=alle&ord=renhold&sorter=deadline"),
    ("no hits", "?fase=alle&ord=finnesikke"),
    ("buyer's name", "?fase=alle&kjoper=kommune+7"),
    ("any municipality", "?fase=alle&kjoper=kommune"),
    ("buyer's number", "?fase=alle&kjoper=910000007"),
    ("no such buyer", "?fase=alle&kjoper=finnesikke"),
    ("supplier", "?fase=alle&leverandor=leverandør+7+as"),
    ("CPV division", "?fase=alle&cpv=45"),
    ("CPV group", "?fase=alle&cpv=7113"),
    ("CPV words", "?fase=alle&cpv=renhold"),
    ("place", "?fase=alle&sted=NO06"),
    ("whole country", "?fase=alle&sted=NO"),
    ("value, largest first", "?fase=alle&verdi_fra=1000000&verdi_til=5000000&sorter=value"),
    ("value, newest first", "?fase=alle&verdi_fra=1000000&verdi_til=1100000"),
    ("deadline", f"?fase=alle&frist_fra={SOON:%Y-%m-%d}&frist_til={SOON:%Y-%m-%d}"),
    ("green", "?fase=alle&gronn=on"),
    ("social", "?fase=alle&sosial=on"),
    ("innovation", "?fase=alle&innovasjon=on"),
    ("green and innovation", "?fase=alle&gronn=on&innovasjon=on"),
    ("word, CPV, place, open", "?ord=renhold&cpv=45&sted=NO0"),
    ("word, CPV, result", "?ord=renhold&cpv=45&fase=result"),
    ("CPV, place, value", "?fase=alle&cpv=45&sted=NO06&verdi_fra=1000000"),
    ("buyer, CPV", "?fase=alle&kjoper=kommune&cpv=45"),
    ("common word, rare place", "?fase=alle&ord=renhold&sted=NO074"),
    ("Atom", "?fase=alle&format=atom"),
    ("JSON, word", "?fase=alle&ord=renhold&format=json"),
)
REQUESTS, ROUNDS = 20, 4


def fill(size: int) -> None:
    """Fill an empty register, a chunk at a time."""
    notices = many.made(many.real(STANDARDS), size, NOW)
    while chunk := list(itertools.islice(notices, CHUNK)):
        many.file(chunk, NOW)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def import_rate(count: int) -> None:
    """Import real bytes with new identifiers, through the same deed as everyone's."""
    contents = [path.read_bytes() for path in sorted((STANDARDS / "real-notices").rglob("*.xml"))]
    known = [(data, eforms.read(data).notice.encode()) for data in contents]
    fresh = [
        data.replace(identifier, b"copy-%d" % number)
        for number in range(count)
        for data, identifier in (known[number % len(known)],)
    ]
    batch = importing.Import(by=SYSTEM, clock=lambda: NOW)
    began, used = time.perf_counter(), time.process_time()
    outcomes = [one for number, data in enumerate(fresh) for one in batch.take(str(number), data)]
    outcomes += batch.finish()
    wall, processor = time.perf_counter() - began, time.process_time() - used
    states = {state: sum(one.state is state for one in outcomes) for state in importing.State}
    told = ", ".join(f"{state.value} {number}" for state, number in states.items())
    print(f"{connection.vendor}: import of {count} notices: {told}")
    print(f"{count / processor:.0f} per second of processor, {count / wall:.0f} by the clock")


def database(name: str, filled: int = 0, kept: str = "") -> BaseDatabaseWrapper:
    """A test database in use from now on, filled to a size; new, or the one that was kept."""
    made = connections.create_connection("default")
    file = Path(kept or os.environ["ANSKAFF_DATA_DIR"]) / f"{name}.sqlite3"
    there = str(file) if made.vendor == "sqlite" else f"{kept or 'test_notices'}_{name}"
    test = {**made.settings_dict["TEST"], "NAME": there}
    made.settings_dict = {**made.settings_dict, "TEST": test}
    connections["default"] = made
    made.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False, keepdb=bool(kept))
    if filled and not Notice.objects.exists():
        fill(filled)
    return made


def compare(databases: Sequence[BaseDatabaseWrapper], sizes: Sequence[int]) -> None:
    """Ask each page of each database in turn, in rounds; tell what the quietest rounds took."""
    client = Client(SERVER_NAME="127.0.0.1")
    measured: dict[str, list[pages.Measured]] = {}
    everything: list[list[float]] = [[] for _ in databases]
    for name, query in PAGES:
        address = f"/nb/kunngjoringer/{query}"
        taken: list[list[pages.Round]] = [[] for _ in databases]
        for _ in range(ROUNDS):
            for each, rounds in zip(databases, taken, strict=True):
                connections["default"] = each
                rounds.append(pages.asked(client, address, REQUESTS))
        measured[name] = []
        for number, (each, rounds) in enumerate(zip(databases, taken, strict=True)):
            connections["default"] = each
            measured[name].append(pages.Measured.of(rounds, *pages.seen(client, address)))
            everything[number] += min(rounds, key=lambda one: pages.p95(one.wall)).wall
    print(f"{connection.vendor}: p95 in ms of {REQUESTS} requests, quietest of {ROUNDS} rounds")
    pages.tell(sizes, measured)
    few, many = map(pages.p95, everything)
    print(f"all searches together: {few:.1f} and {many:.1f} ms, {many / few:.2f} times")


def main() -> None:
    """Measure the import, then the searches at both sizes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=int, nargs=2, default=list(SIZES))
    parser.add_argument("--import-only", action="store_true")
    parser.add_argument("--kept", default="", help="folder, or first part of the databases' names")
    asked = parser.parse_args()
    if not (STANDARDS / "real-notices").is_dir():
        sys.exit(f"no notices in {STANDARDS / 'real-notices'}; set ANSKAFF_BENCH_STANDARDS")
    call_command("collectstatic", verbosity=0, interactive=False)
    setup_test_environment()
    databases = [database("import")]
    try:
        import_rate(600)
        if not asked.import_only:
            databases += [database(str(size), size, asked.kept) for size in asked.sizes]
            compare(databases[1:], asked.sizes)
    finally:
        for each in databases:
            connections["default"] = each
            keep = bool(asked.kept) and each is not databases[0]
            each.creation.destroy_test_db(str(each.settings_dict["NAME"]), verbosity=0, keepdb=keep)


if __name__ == "__main__":
    main()
