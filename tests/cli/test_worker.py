"""The worker sends what is due, and goes on when the database is away for a while."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.db import OperationalError

from anskaff.cli import worker
from anskaff.concepts.actor import Role
from anskaff.notices.actions.sending import submit
from anskaff.notices.queries.submissions import submission
from anskaff.records import outbox
from anskaff.records.models import Checkpoint
from tests import given
from tests.notices.a_notice import KEY, a_notice, a_service

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


@pytest.mark.django_db
def test_the_log_is_signed_each_hour_when_it_has_grown() -> None:
    def signed_after(at: datetime) -> int:
        worker.one_round(at)
        return Checkpoint.objects.count()

    assert signed_after(AT) == 0, "an empty log has nothing to sign"
    given.a_buyer(1)
    assert signed_after(AT) == 1
    given.a_buyer(2)
    assert signed_after(AT + timedelta(minutes=59)) == 1
    assert signed_after(AT + timedelta(minutes=61)) == 2
    assert signed_after(AT + timedelta(days=1)) == 2


@pytest.mark.django_db
def test_without_a_notice_service_notices_are_set_aside(settings) -> None:
    settings.ANSKAFF_NOTICE_SERVICE_URL = ""
    officer = given.a_person(given.a_buyer(), Role.PROCUREMENT_OFFICER, "Kari Innkjøper")
    number = submit(a_notice(), by=officer, at=AT)
    worker.send_notices(AT)
    assert submission(number, officer).state == "not-sent"


@pytest.mark.django_db
def test_notices_are_sent_to_the_service_that_is_set(settings, tmp_path) -> None:
    officer = given.a_person(given.a_buyer(), Role.PROCUREMENT_OFFICER, "Kari Innkjøper")
    number = submit(a_notice(), by=officer, at=AT)
    with a_service(tmp_path) as service:
        settings.ANSKAFF_NOTICE_SERVICE_URL = service.address
        settings.ANSKAFF_NOTICE_SERVICE_KEY = KEY
        assert worker.send_notices(AT) == 1
    assert submission(number, officer).state == "validated"


@pytest.mark.parametrize(
    ("url", "key"), [("http://example.org", "k"), ("https://example.org", "two\nlines")]
)
def test_a_service_that_is_set_wrongly_is_told_at_the_start(anskaff, url, key) -> None:
    names = {"ANSKAFF_NOTICE_SERVICE_URL": url, "ANSKAFF_NOTICE_SERVICE_KEY": key}
    done = anskaff("work", env=names)
    assert done.returncode == 2
    assert "Notices cannot be sent" in done.stderr
    assert key not in done.stderr.split()
    assert "Traceback" not in done.stderr
