"""Notices that benchmarks file without writing them become the rows and hits of an import."""

from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from anskaff.concepts.actor import PUBLIC, SYSTEM
from anskaff.documents.eforms import writing
from anskaff.notices import importing
from anskaff.notices.models import Involvement, Notice, SearchText
from anskaff.notices.queries import finding
from tests.conftest import STANDARDS
from tests.notices import many

NOW = datetime(2026, 8, 3, 9, tzinfo=UTC)
MANY = 200
WORDS = ("renhold", "ferge", "services", "kommune 3", "bench-17")
OWN = {"id", "stored", "registered_at"}


def kept() -> dict[str, object]:
    """All rows, keys exchanged for what they stand for, and what words find."""
    fields = [field.name for field in Notice._meta.get_fields() if field.concrete]
    named = "organisation__name", "organisation__number", "organisation__folded"
    words = [
        [hit.notice for hit in finding.search_all(finding.Wish(words=text), PUBLIC, NOW)]
        for text in WORDS
    ]
    assert all(words)
    return {
        "notices": list(Notice.objects.order_by("pk").values(*sorted({*fields} - OWN))),
        "texts": sorted(
            SearchText.objects.values_list("notice__notice", "words", "buyers", "winners", "facts")
        ),
        "parts": sorted(
            Involvement.objects.values_list("notice__notice", "part", "position", *named)
        ),
        "hits": words,
    }


@pytest.mark.standards
@pytest.mark.django_db
def test_notices_filed_unwritten_are_as_if_they_were_imported() -> None:
    readings = list(many.made(many.real(STANDARDS), MANY, NOW))
    with transaction.atomic():
        many.file(readings, NOW)
        filed = kept()
        transaction.set_rollback(True)
    assert not Notice.objects.exists()
    batch = importing.Import(by=SYSTEM, clock=lambda: NOW)
    for number, reading in enumerate(readings):
        batch.take(str(number), writing.write(reading))
    batch.finish()
    imported = kept()
    for part, rows in imported.items():
        assert filed[part] == rows, part
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO notices_search(notices_search) VALUES ('integrity-check')")
