"""The worker sends what is due, and goes on when the database is away for a while."""

import threading
from datetime import UTC, datetime

import pytest
from django.core import mail
from django.db import OperationalError

from anskaff.cli import worker
from anskaff.records import outbox

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.mark.django_db
def test_a_round_sends_the_letters_that_are_due() -> None:
    outbox.put("a@example.org", title="T", text="x", path="/", language="nb", at=AT)
    assert worker.one_round(AT).sent == 1
    assert [letter.subject for letter in mail.outbox] == ["T"]


def test_a_database_that_is_away_does_not_stop_the_worker(monkeypatch) -> None:
    stop = threading.Event()
    rounds: list[datetime] = []

    def away(at: datetime) -> None:
        rounds.append(at)
        if len(rounds) == 3:
            stop.set()
        raise OperationalError("database is locked")

    monkeypatch.setattr(worker, "one_round", away)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    worker.work_until(stop, pause_seconds=0)
    assert len(rounds) == 3
