"""How the register of notices bears 150 000 notices instead of 1 500, and how fast it takes them in.

Prints p95 of each search at both sizes, their ratio (at most 2 is wanted), and queries per page.
Runs in a new test database beside that of ANSKAFF_DATABASE_URL, else on SQLite.

The notices are made from the readings of the real ones in `standards/real-notices`: kinds, codes,
places, values, marks, texts and their lengths are as often as there. Identifiers, days, buyers,
winners and four words of each title are new. Days are spread over six years, the last of them in
the near future, so that one in twenty is open at either size. Buyers grow with the notices to 2 500
and winners to 25 000. The rows are made by the same functions that registering uses; only the bytes
are not kept.

The rate of import is that of `importing.Import` on bytes of the real notices with new identifiers:
reading, storing, indexing and log, in notices per second of this process's time on a processor, and
by the clock.

    python benchmarks/notices.py                     whole, which takes long
    python benchmarks/notices.py --sizes 1500 15000  smaller
    python benchmarks/notices.py --import-only
"""

import argparse
import dataclasses
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "anskaff.project.settings"
os.environ["ANSKAFF_DATA_DIR"] = tempfile.mkdtemp(prefix="anskaff-bench-")

import django

django.setup()

import pages
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import get_runner

from anskaff.concepts.actor import SYSTEM
from anskaff.concepts.money import Money
from anskaff.concepts.notice import NoticeLot, NoticeReading, Texts
from anskaff.documents.eforms import notice as eforms
from anskaff.notices import filing, importing
from anskaff.notices.actions import registering
from anskaff.records.models import StoredDocument

STANDARDS = Path(os.environ.get("ANSKAFF_BENCH_STANDARDS", "../shared/standards"))
NOW = datetime.now(UTC)  # noqa: TID251 - deadlines lie around the real present
DAYS, OPEN_SHARE, OPEN_DAYS = 2200, 0.05, 60
SIZES = (1_500, 150_000)
CHUNK = 500
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
    "ventilasjon",
    "barnehage",
    "sykehjem",
    "ferge",
    "drosje",
    "papir",
    "lisenser",
    "tak",
    "heis",
    "vann",
    "avløp",
    "maling",
]
RARE = [f"{first}{second}" for first in WORDS for second in ("plan", "service", "anlegg", "hall")]
PAGES = (
    ("open competitions", ""),
    ("open, deadline soon", "?sorter=deadline"),
    ("all phases", "?fase=alle"),
    ("all phases, last page", "?fase=alle&side=50"),
    ("by common word", "?fase=alle&ord=renhold"),
    ("by rare word", "?fase=alle&ord=fergeanlegg"),
    ("by two words", "?fase=alle&ord=renhold+solceller"),
    ("by word, open", "?ord=renhold"),
    ("no hits", "?fase=alle&ord=finnesikke"),
    ("by buyer's name", "?fase=alle&kjoper=kommune+7"),
    ("by buyer's number", "?fase=alle&kjoper=910000007"),
    ("by supplier", "?fase=alle&leverandor=leverandør+7+as"),
    ("by CPV division", "?fase=alle&cpv=45"),
    ("by CPV group", "?fase=alle&cpv=7113"),
    ("by place", "?fase=alle&sted=NO06"),
    ("by value", "?fase=alle&verdi_fra=1000000&verdi_til=5000000&sorter=value"),
    ("results", "?fase=result"),
    ("plans", "?fase=planning"),
    ("green", "?fase=alle&gronn=on"),
    ("word, CPV, place, open", "?ord=renhold&cpv=45&sted=NO0"),
    ("word, CPV, result", "?ord=renhold&cpv=45&fase=result"),
    ("Atom", "?fase=alle&format=atom"),
)
REQUESTS, ROUNDS = 20, 3


def real() -> list[NoticeReading]:
    """What the real notices say."""
    paths = sorted((STANDARDS / "real-notices").rglob("*.xml"))
    if not paths:
        sys.exit(f"no notices in {STANDARDS / 'real-notices'}; set ANSKAFF_BENCH_STANDARDS")
    return [eforms.read(path.read_bytes()) for path in paths]


def made(models: list[NoticeReading], first: int, last: int) -> Iterator[NoticeReading]:
    """Notices number `first` to `last`, the same whenever they are made."""
    for number in range(first, last):
        chance = random.Random(number)
        model = chance.choice(models)
        published = NOW - timedelta(days=chance.random() * DAYS, hours=1)
        is_open = chance.random() < OPEN_SHARE
        if is_open:
            published = NOW - timedelta(days=chance.random() * OPEN_DAYS, hours=1)
        deadline = published + timedelta(days=OPEN_DAYS + 30 if is_open else 35)
        words = [*chance.sample(WORDS, 3), chance.choice(RARE)]
        title = Texts({"nb": f"{' '.join(words).capitalize()} {number}"})
        organisations = []
        for place, each in enumerate(model.organisations):
            serial = chance.randrange(max(1, last // 60 if place == 0 else last // 6))
            name = f"Sted kommune {serial}" if place == 0 else f"Leverandør {serial} AS"
            new = {"name": Texts({"nb": name}), "number": str(910_000_000 + serial)}
            organisations.append(dataclasses.replace(each, **new))
        yield dataclasses.replace(
            model,
            notice=f"bench-{number}",
            version="01",
            procedure=f"procedure-{number // 2}",
            changes=(),
            title=title,
            value=model.value and Money(model.value.amount * chance.randrange(1, 50) / 10),
            published_on=None,
            dispatched=published,
            organisations=tuple(organisations),
            lots=tuple(_lot(lot, deadline) for lot in model.lots),
        )


def _lot(lot: NoticeLot, deadline: datetime) -> NoticeLot:
    moved = deadline if lot.tender_deadline else None
    return dataclasses.replace(lot, tender_deadline=moved, request_deadline=None)


def grow(models: list[NoticeReading], size: int, target: int) -> None:
    """Fill the register up, a chunk at a time."""
    chunk: list[NoticeReading] = []
    for reading in made(models, size, target):
        chunk.append(reading)
        if len(chunk) == CHUNK:
            _file(chunk)
            chunk = []
    _file(chunk)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def _file(readings: list[NoticeReading]) -> None:
    rows = []
    for reading in readings:
        row = filing.columns(reading, at=NOW)
        row.source, row.registered_at = "imported", NOW
        row.stored_id = sha256(row.notice.encode()).hexdigest()
        rows.append(row)
    with transaction.atomic():
        StoredDocument.objects.bulk_create(
            StoredDocument(sha256=row.stored_id, size=1, media_type="x", stored_at=NOW)
            for row in rows
        )
        registering.insert_rows(list(zip(rows, readings, strict=True)))


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


def main() -> None:
    """Measure at both sizes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=int, nargs=2, default=list(SIZES))
    parser.add_argument("--import-only", action="store_true")
    asked = parser.parse_args()
    call_command("collectstatic", verbosity=0, interactive=False)
    runner = get_runner(settings)(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        import_rate(600)
        if asked.import_only:
            return
        client = Client(SERVER_NAME="127.0.0.1")
        measured: dict[str, list[pages.Measured]] = {name: [] for name, _ in PAGES}
        models, size = real(), 0
        for target in asked.sizes:
            grow(models, size, target)
            size = target
            for name, query in PAGES:
                address = f"/nb/kunngjoringer/{query}"
                measured[name].append(pages.measure(client, address, ROUNDS, REQUESTS))
        print(f"{connection.vendor}: p95 in ms of {REQUESTS} requests, quietest of {ROUNDS} rounds")
        pages.tell(asked.sizes, measured)
    finally:
        runner.teardown_databases(databases)


if __name__ == "__main__":
    main()
