"""Many made-up published notices, as often of each kind as the real ones in the standards folder.

Kinds, codes, places, values, marks, texts and their lengths are as often as in the readings of the
real notices. Identifiers, days, buyers, winners and four words of each title are new. Days are
spread over six years, the last of them in the near future, so that one in twenty is open however
many there are. Buyers grow with the notices to one in sixty, and winners to one in six.
"""

import dataclasses
import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from django.db import transaction

from anskaff.concepts.money import Money
from anskaff.concepts.notice import NoticeLot, NoticeReading, Texts
from anskaff.documents.eforms import notice as eforms
from anskaff.notices import filing
from anskaff.notices.actions import registering
from anskaff.notices.actions.registering import Source
from anskaff.records.models import StoredDocument

DAYS, OPEN_SHARE, OPEN_DAYS = 2200, 0.05, 60
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


def real(standards: Path) -> list[NoticeReading]:
    """What the real notices say."""
    paths = sorted((standards / "real-notices").rglob("*.xml"))
    return [eforms.read(path.read_bytes()) for path in paths]


def made(models: Sequence[NoticeReading], many: int, now: datetime) -> Iterator[NoticeReading]:
    """So many notices, the same each time."""
    for number in range(many):
        chance = random.Random(number)
        model = chance.choice(models)
        published = now - timedelta(days=chance.random() * DAYS, hours=1)
        is_open = chance.random() < OPEN_SHARE
        if is_open:
            published = now - timedelta(days=chance.random() * OPEN_DAYS, hours=1)
        deadline = published + timedelta(days=OPEN_DAYS + 30 if is_open else 35)
        words = [*chance.sample(WORDS, 3), chance.choice(RARE)]
        title = Texts({"nb": f"{' '.join(words).capitalize()} {number}"})
        organisations = []
        for place, each in enumerate(model.organisations):
            serial = chance.randrange(max(1, many // 60 if place == 0 else many // 6))
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


def file(readings: Sequence[NoticeReading], now: datetime) -> None:
    """Register notices that were never written; rows and index become those of an import."""
    rows = []
    for reading in readings:
        row = filing.columns(reading, at=now)
        row.source, row.registered_at = Source.IMPORTED, now
        row.stored_id = sha256(row.notice.encode()).hexdigest()
        rows.append(row)
    with transaction.atomic():
        StoredDocument.objects.bulk_create(
            StoredDocument(sha256=row.stored_id, size=1, media_type="x", stored_at=now)
            for row in rows
        )
        registering.insert_rows(list(zip(rows, readings, strict=True)))
