"""Letters leave once, through real SMTP, and a failure is seen and tried again."""

import smtplib
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from typing import cast

import pytest
from aiosmtpd.controller import Controller
from django.db import connection

from anskaff.concepts.actor import Actor, Role
from anskaff.concepts.errors import Forbidden, NotFound
from anskaff.concepts.words import Words
from anskaff.parties import queries as parties
from anskaff.records import actions, inbox, outbox, queries
from anskaff.records.models import OutgoingMail
from anskaff.records.notices import MessageKind, notify
from tests import given

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
KIND = MessageKind(
    code="test.answered",
    title=Words(nb="Svar i {title}", nn="Svar i {title}", en="Answer in {title}"),
    text=Words(nb="Åpne saken.", nn="Opne saka.", en="Open the case."),
)
pytestmark = pytest.mark.django_db


class Receiver:
    """A mail server that keeps what it gets."""

    def __init__(self) -> None:
        self.got: list[EmailMessage] = []

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802
        parsed = BytesParser(policy=default).parsebytes(envelope.content)
        self.got.append(cast(EmailMessage, parsed))
        return "250 OK"


@pytest.fixture
def receiver(settings) -> Iterator[Receiver]:
    receiver = Receiver()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(receiver, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    yield receiver
    controller.stop()


@pytest.fixture
def person() -> Actor:
    return given.a_person(given.a_buyer(), Role.ADMINISTRATOR, "Kari Nordvik", language="nn")


def tell(person: Actor, *, at: datetime = AT) -> None:
    to = parties.recipients([person.person])
    notify(to, KIND, subject="2026/1", path="/innboks/", facts={"title": "Stoler"}, at=at)


def test_a_letter_leaves_through_smtp_in_the_readers_language(receiver, person) -> None:
    tell(person)
    assert outbox.deliver_due(AT) == outbox.Delivered(sent=1, put_off=0, failed=0)
    [letter] = receiver.got
    assert letter["To"] == "kari.nordvik@example.org"
    assert letter["Subject"] == "Svar i Stoler"
    assert "Opne saka." in letter.get_content()
    assert "/nn/innboks/" in letter.get_content()
    assert outbox.deliver_due(AT).sent == 0


def stoppable(person: Actor, *addresses: str) -> None:
    for address in addresses:
        outbox.put(
            parties.recipients([person.person])[0].email,
            title="Nye kunngjøringer",
            text="Ett treff.",
            path="/kunngjoringer/",
            language="nb",
            at=AT,
            bundled=True,
            stop_address=address,
        )


@pytest.mark.parametrize("scheme", ["https", "http"])
def test_a_mail_reader_gets_a_button_that_stops_letters_of_a_kind(
    receiver, person, scheme: str
) -> None:
    """RFC 8058: at once over HTTPS alone; the address is one long word that is never broken."""
    address = f"{scheme}://anskaff.example/nb/lagrede-sok/stopp/12:{'a' * 43}/"
    stoppable(person, address)
    outbox.deliver_due(AT)
    [letter] = receiver.got
    assert letter["List-Unsubscribe"].strip() == f"<{address}>"
    at_once = "List-Unsubscribe=One-Click" if scheme == "https" else None
    assert letter["List-Unsubscribe-Post"] == at_once
    assert OutgoingMail.objects.get().stop_address == ""


@pytest.mark.parametrize("other", ["", "https://anskaff.example/nb/lagrede-sok/stopp/13:b/"])
def test_letters_of_several_kinds_in_one_have_no_such_button(receiver, person, other) -> None:
    stoppable(person, "https://anskaff.example/nb/lagrede-sok/stopp/12:a/", other)
    outbox.deliver_due(AT)
    [letter] = receiver.got
    assert letter["List-Unsubscribe"] is None
    assert letter["List-Unsubscribe-Post"] is None


def test_the_text_is_not_kept_after_sending(receiver, person) -> None:
    tell(person)
    outbox.deliver_due(AT)
    row = OutgoingMail.objects.get()
    assert (row.state, row.text) == ("done", "")


def test_daily_letters_wait_for_the_morning_and_leave_as_one(receiver, person) -> None:
    """UX G18."""
    actions.choose_notifications({KIND.code: "daily"}, by=person, at=AT)
    tell(person)
    tell(person)
    assert outbox.deliver_due(AT + timedelta(hours=3)).sent == 0
    assert outbox.deliver_due(datetime(2026, 11, 22, 6, tzinfo=UTC)).sent == 2
    [letter] = receiver.got
    assert letter["Subject"] == "2 meldingar frå Anskaff"


def test_who_wants_no_letters_still_has_the_inbox(person) -> None:
    actions.choose_notifications({KIND.code: "never"}, by=person, at=AT)
    tell(person)
    assert not OutgoingMail.objects.exists()
    assert inbox.unread(person) == 1
    assert inbox.mark_read(person, None, AT) is None
    assert inbox.unread(person) == 0


def test_a_failure_is_tried_again_later_and_later_and_then_seen(settings, person) -> None:
    settings.EMAIL_BACKEND = "tests.records.test_outbox.Broken"
    tell(person)
    at = AT
    for pause in outbox.BACK_OFF:
        assert outbox.deliver_due(at).put_off == 1
        assert outbox.deliver_due(at + pause - timedelta(seconds=1)).put_off == 0
        at += pause
    assert outbox.deliver_due(at).failed == 1
    [failed] = queries.letters(person, parties.own_addresses(person), state="failed").lines
    assert "SMTPServerDisconnected" in failed.failure


def test_an_administrator_sends_a_failed_letter_again(settings, receiver, person) -> None:
    tell(person)
    OutgoingMail.objects.update(state="failed", tries=6)
    [failed] = queries.letters(person, parties.own_addresses(person)).lines
    mine = parties.own_addresses(person)
    leader = given.a_person(person.organisation, Role.LEADER, "Liv Nordvik")
    with pytest.raises(Forbidden):
        actions.retry_letter(failed.id, mine, by=leader, at=AT)
    with pytest.raises(NotFound):
        actions.retry_letter(failed.id, ["other@example.org"], by=person, at=AT)
    actions.retry_letter(failed.id, mine, by=person, at=AT)
    assert outbox.deliver_due(AT).sent == 1


def test_an_administrator_never_sees_letters_to_people_who_also_act_elsewhere(person) -> None:
    """A letter to someone who also tenders could show that they do (B9)."""
    given.a_person(given.a_supplier(), Role.TENDER_MANAGER, "Kari Nordvik")
    tell(person)
    assert queries.letters(person, parties.own_addresses(person)).total == 0


def test_a_letter_that_a_worker_died_with_is_taken_up_again(receiver, person) -> None:
    tell(person)
    OutgoingMail.objects.update(state="running", changed_at=AT)
    assert outbox.deliver_due(AT + timedelta(minutes=14)).sent == 0
    assert outbox.deliver_due(AT + timedelta(minutes=15)).sent == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_send_a_letter_twice(receiver, person) -> None:
    for _ in range(20):
        tell(person)
    barrier = threading.Barrier(2)
    sent: list[int] = []

    def work() -> None:
        barrier.wait()
        try:
            sent.append(outbox.deliver_due(AT).sent)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sum(sent) == 20
    assert len({letter["Message-ID"] for letter in receiver.got}) == len(receiver.got) == 20


class Broken:
    """A mail back-end whose server hangs up."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        pass

    def send_messages(self, messages: object) -> int:
        raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")
