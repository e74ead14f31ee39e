"""A notice is sent once, whatever the service, the line and our own workers do."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection

from anskaff.concepts.actor import Actor, Role
from anskaff.concepts.errors import Conflict, Forbidden, Invalid, NotFound, Unreadable
from anskaff.demo.notice_service import Manner, NoticeServiceSandbox
from anskaff.notices import sending
from anskaff.notices.actions.sending import retry, stop, submit
from anskaff.notices.gateway.faults import Fault
from anskaff.notices.gateway.service import NoticeService
from anskaff.notices.models import Notice, Submission
from anskaff.notices.queries import submissions as queries
from anskaff.notices.queries.submissions import SubmissionView
from anskaff.records import inbox
from anskaff.records import queries as records
from tests import given
from tests.notices.a_notice import AT, Clock, a_client, a_notice, a_service, notice_id

pytestmark = pytest.mark.django_db


def never(most: int) -> int:
    """No extra in the pauses."""
    return 0 * most


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(tmp_path, clock: Clock) -> Iterator[NoticeServiceSandbox]:
    with a_service(tmp_path / "kept", clock) as running:
        yield running


@pytest.fixture
def officer() -> Actor:
    return given.a_person(given.a_buyer(), Role.PROCUREMENT_OFFICER, "Kari Innkjøper")


class Office:
    """An officer with one notice on its way, and the worker that carries it."""

    def __init__(self, officer: Actor, service: NoticeServiceSandbox, clock: Clock) -> None:
        self.officer, self.service, self.clock = officer, service, clock
        self.number = submit(a_notice(), case="2026/1001", by=officer, at=clock())

    def work(self, client: NoticeService | None = None) -> SubmissionView:
        """One round of the worker; where the notice then is."""
        client = client or a_client(self.service, seconds=1)
        sending.send_due(self.clock, client, never)
        return self.seen()

    def work_until_quiet(self, *, most: int = 120) -> SubmissionView:
        """Rounds with time between them, as long as something is due and time helps."""
        for _ in range(most):
            seen = self.work()
            if seen.next_at is None:
                break
            self.clock.at = max(self.clock.at, seen.next_at)
        return seen

    def seen(self) -> SubmissionView:
        """Where the notice is."""
        return queries.submission(self.number, self.officer)

    def sent(self) -> list[str]:
        """The requests to send that reached the service."""
        return [one for one in self.service.asked if one.endswith("/submit")]


@pytest.fixture
def office(officer: Actor, service: NoticeServiceSandbox, clock: Clock) -> Office:
    return Office(officer, service, clock)


def step_names(seen: SubmissionView) -> list[str]:
    return [one.step for one in seen.steps if one.at is not None]


def test_a_notice_goes_all_the_way_with_a_time_for_each_step(office) -> None:
    """UX B5."""
    seen = office.work_until_quiet()
    assert seen.state == "published"
    assert step_names(seen) == ["sent", "validated", "received", "ted", "published"]
    times = [one.at for one in seen.steps]
    assert times == sorted(times)
    assert len(office.sent()) == 1
    assert seen.publication == "2026-100001"


def test_a_published_notice_is_in_the_register_and_the_officer_has_the_receipt(office) -> None:
    """UX G9."""
    seen = office.work_until_quiet()
    row = Notice.objects.get()
    assert (row.notice, row.publication, row.case) == (notice_id(1), seen.publication, "2026/1001")
    [message] = inbox.messages(office.officer).lines
    assert message.kind == "submission-published"
    assert message.facts["sha256"] == seen.sha256


def test_every_step_that_counts_is_one_entry_in_the_log(office) -> None:
    office.work_until_quiet()
    entries = records.history("2026/1001", office.officer).lines
    assert [one.deed for one in entries][::-1] == [
        "notices.submitted",
        "notices.accepted",
        "notices.published",
    ]


def test_each_raw_answer_is_kept_and_can_be_fetched(office) -> None:
    seen = office.work()
    [attempt] = seen.attempts
    kept = queries.raw_answer(office.number, attempt.id, office.officer)
    assert b"".join(kept.chunks) == b'{"success": true}'


def test_the_same_answer_again_is_counted_and_not_repeated(office) -> None:
    office.work()
    for seconds in (20, 60):
        office.clock.move(timedelta(seconds=seconds))
        seen = office.work()
    assert [(one.asked, one.times) for one in seen.attempts] == [("status", 2), ("submit", 1)]


def test_nobody_else_knows_of_a_submission(office) -> None:
    other = given.a_person(given.a_buyer(2), Role.PROCUREMENT_OFFICER, "Ola Annen")
    supplier = given.a_person(given.a_supplier(), Role.TENDER_MANAGER, "Siv Selger")
    office.work()
    [attempt] = office.seen().attempts
    for stranger in (other, supplier):
        assert queries.submissions_of("2026/1001", stranger) == ()
        with pytest.raises(NotFound):
            queries.submission(office.number, stranger)
        with pytest.raises(NotFound):
            queries.raw_answer(office.number, attempt.id, stranger)
        with pytest.raises(NotFound):
            stop(office.number, by=stranger, at=AT)


def test_only_procurement_officers_send_and_stop(office) -> None:
    leader = given.a_person(office.officer.organisation, Role.LEADER, "Liv Leder")
    assert queries.submission(office.number, leader).may_stop is False
    for deed in (
        lambda: submit(a_notice(2), by=leader, at=AT),
        lambda: retry(office.number, by=leader, at=AT),
        lambda: stop(office.number, by=leader, at=AT),
    ):
        with pytest.raises(Forbidden):
            deed()


def test_one_version_is_submitted_once(office) -> None:
    with pytest.raises(Conflict):
        submit(a_notice(), by=office.officer, at=AT)
    with pytest.raises(Conflict):
        submit(a_notice(title="Noe annet"), by=office.officer, at=AT)
    submit(a_notice(version="02"), by=office.officer, at=AT)
    office.work()
    assert len(office.sent()) == 2


@pytest.mark.parametrize("version", ["", "1", "00", "1a", "001"])
def test_a_notice_without_a_number_is_not_taken(officer, version) -> None:
    with pytest.raises(Invalid):
        submit(a_notice(version=version), by=officer, at=AT)


def test_what_is_no_notice_is_not_taken(officer) -> None:
    with pytest.raises(Unreadable):
        submit(b"<html/>", by=officer, at=AT)
    with pytest.raises(Invalid):
        submit(b"<" + b" " * 20_000_001, by=officer, at=AT)
    assert not Submission.objects.exists()


@pytest.mark.parametrize("manner", [m for m in Manner if m != Manner.REFUSED_LATER])
def test_however_the_service_answers_the_notice_is_published_once(office, manner) -> None:
    """Reply lost, cut off, replaced by a page, late in the list: found again, never sent twice."""
    office.service.will(manner)
    seen = office.work_until_quiet()
    assert seen.state == "published"
    assert [one.copies for one in office.service.kept()] == [1]


@pytest.mark.parametrize("manner", [Manner.LOST, Manner.HTML, Manner.TRUNCATED, Manner.HUGE])
def test_a_reply_lost_after_acceptance_is_found_and_not_sent_again(office, manner) -> None:
    office.service.will(manner)
    assert office.work().state == "uncertain"
    office.clock.move(timedelta(minutes=2))
    assert office.work().state == "ted"
    assert len(office.sent()) == 1


def test_a_run_of_faults_of_every_kind_loses_nothing(office) -> None:
    office.service.will(
        *(Manner.BUSY, Manner.ERROR, Manner.HTML, Manner.SILENT, Manner.TRUNCATED, Manner.LOST),
        *(Manner.HUGE, Manner.ERROR, Manner.LOST, Manner.HTML),
    )
    seen = office.work_until_quiet(most=80)
    assert seen.state == "published"
    assert [one.copies for one in office.service.kept()] == [1]


def test_a_busy_service_is_left_alone_as_long_as_it_asks(office) -> None:
    office.service.will(Manner.BUSY)
    seen = office.work()
    assert (seen.state, seen.outcome) == ("waiting", "busy")
    assert seen.next_at == AT + timedelta(minutes=1)


def test_a_closed_service_is_waited_for_and_the_officer_told(office) -> None:
    """UX G8."""
    service = a_client(office.service)
    office.service.server.shutdown()
    office.service.server.server_close()
    pauses = []
    for _ in range(3):
        seen = office.work(service)
        assert (seen.state, seen.outcome) == ("waiting", "closed")
        pauses.append(seen.next_at - office.clock())
        office.clock.at = seen.next_at
    assert pauses == [timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=5)]
    [message] = inbox.messages(office.officer).lines
    assert (message.kind, message.facts["tries"]) == ("submission-delayed", "3")


def test_a_refused_notice_shows_what_is_wrong(officer, clock, tmp_path) -> None:
    fault = Fault(text="Fristen er for kort", rule="BR-BT-00131", place="/*/cac:TenderingProcess")
    with a_service(tmp_path, clock, judge=lambda _: (fault,)) as service:
        office = Office(officer, service, clock)
        seen = office.work()
    assert (seen.state, seen.faults) == ("refused", (fault,))
    assert [one.step for one in seen.steps] == ["refused"]
    assert inbox.messages(officer).lines[0].kind == "submission-refused"
    with pytest.raises(Conflict):
        retry(office.number, by=officer, at=AT)


def test_a_notice_refused_after_acceptance_shows_the_report(office) -> None:
    office.service.will(Manner.REFUSED_LATER)
    seen = office.work_until_quiet()
    assert (seen.state, [one.rule for one in seen.faults]) == ("refused", ["SANDBOX-0001"])
    assert not Notice.objects.exists()


def test_a_wrong_key_is_not_tried_over_and_over(office) -> None:
    seen = office.work(a_client(office.service, key="another"))
    assert (seen.state, seen.outcome, seen.next_at) == ("failed", "key-refused", None)
    assert inbox.unread(office.officer) == 1
    retry(office.number, by=office.officer, at=office.clock())
    assert office.work().state == "validated"


def test_without_a_service_nothing_leaves_and_the_page_says_so(office) -> None:
    sending.send_due(office.clock, None, never)
    assert office.seen().state == "not-sent"
    assert office.work().state == "not-sent", "a service set up later is no permission to publish"
    retry(office.number, by=office.officer, at=AT)
    assert office.work().state == "validated"


def test_a_notice_that_has_not_left_is_stopped_at_once(office) -> None:
    stop(office.number, by=office.officer, at=AT)
    assert office.work().state == "stopped"
    assert office.service.asked == []
    with pytest.raises(Conflict):
        stop(office.number, by=office.officer, at=AT)


def test_a_notice_that_the_service_has_is_stopped_by_asking_it(office) -> None:
    office.work()
    stop(office.number, by=office.officer, at=office.clock())
    assert office.seen().stop_is_wanted
    seen = office.work()
    assert (seen.state, step_names(seen)[-1]) == ("stopped", "stopped")
    assert office.service.kept()[0].stopped


def test_a_notice_that_may_have_arrived_is_stopped_where_it_is(office) -> None:
    office.service.will(Manner.LOST)
    office.work()
    stop(office.number, by=office.officer, at=office.clock())
    assert office.work_until_quiet().state == "stopped"
    assert office.service.kept()[0].stopped


def test_too_late_to_stop_is_said_and_the_notice_followed_to_its_end(office) -> None:
    office.work()
    stop(office.number, by=office.officer, at=office.clock())
    office.clock.move(timedelta(days=2))
    seen = office.work_until_quiet()
    assert (seen.state, seen.stop_was_refused) == ("published", True)


def test_a_retry_looks_before_it_sends(office) -> None:
    """An impatient officer does not make a second notice."""
    office.service.will(Manner.LOST, Manner.ERROR)
    office.work()
    for _ in range(4):
        retry(office.number, by=office.officer, at=office.clock())
        office.work()
    assert len(office.sent()) == 1


class Killed(BaseException):
    """The worker's process is gone."""


def test_a_worker_that_dies_before_it_heard_the_answer_leaves_a_mark(office, monkeypatch) -> None:
    """Raised at the seam: the request has left, nothing of the answer is saved."""

    def die(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(sending, "file_answer", die)
        with pytest.raises(Killed):
            office.work()
    row = Submission.objects.get()
    assert (row.state, row.begun_at) == ("waiting", AT)
    assert office.work().attempts == (), "the row is still the dead worker's"
    office.clock.move(sending.ABANDONED_AFTER)
    assert office.work_until_quiet().state == "published"
    assert len(office.sent()) == 1


def test_a_worker_that_dies_before_anything_left_sends_it_when_the_service_has_it_not(
    office, monkeypatch
) -> None:
    def die(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(NoticeService, "submit", die)
        with pytest.raises(Killed):
            office.work()
    office.clock.move(sending.ABANDONED_AFTER)
    assert office.work_until_quiet().state == "published"
    asked = [one.rpartition("/")[2].partition("?")[0] for one in office.service.asked]
    assert asked[: sending.LOOKS + 1] == [*["search-esentool"] * sending.LOOKS, "submit"]
    assert len(office.sent()) == 1


def _work_and_be_killed(address: str, database: str) -> None:
    """A worker of its own process that is killed while it waits for the answer."""
    from django.db import connections

    connections["default"].settings_dict["NAME"] = database
    connections["default"].close()
    from anskaff.notices.gateway.transport import Http
    from tests.notices.a_notice import KEY

    client = NoticeService(transport=Http(address), key=KEY)
    sending.send_due(Clock(), client, never)


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_while_it_waits_for_the_answer_sends_nothing_twice(office) -> None:
    """A real process, a real SIGKILL, a service that has the notice and never says so."""
    arrived = threading.Event()
    keep = office.service._keep

    def kept(*given: object) -> None:
        keep(*given)  # type: ignore[arg-type]
        arrived.set()
        office.service.free.wait()

    office.service._keep = kept  # type: ignore[method-assign,assignment]
    name = str(connection.settings_dict["NAME"])
    connection.close()
    worker = multiprocessing.get_context("fork").Process(
        target=_work_and_be_killed, args=(office.service.address, name)
    )
    worker.start()
    assert arrived.wait(30)
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGKILL)
    worker.join()
    office.service.free.set()
    assert Submission.objects.get().begun_at == AT
    office.clock.move(sending.ABANDONED_AFTER)
    assert office.work_until_quiet().state == "published"
    assert [one.copies for one in office.service.kept()] == [1]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_notice_once(office) -> None:
    for serial in range(2, 12):
        submit(a_notice(serial), by=office.officer, at=AT)
    barrier = threading.Barrier(2)

    def work() -> None:
        barrier.wait()
        try:
            sending.send_due(office.clock, a_client(office.service), never)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(office.sent()) == 11
    assert {one.copies for one in office.service.kept()} == {1}


def test_a_slow_worker_that_was_given_up_changes_nothing(office, monkeypatch) -> None:
    """Another worker has taken over; what the first one heard is kept, and nothing else."""
    heard = sending.file_answer

    def take_over(*given: object) -> None:
        heard(*given)  # type: ignore[arg-type]
        Submission.objects.update(claimed_at=AT + timedelta(minutes=20))

    monkeypatch.setattr(sending, "file_answer", take_over)
    seen = office.work()
    assert (seen.state, [one.asked for one in seen.attempts]) == ("waiting", ["submit"])


def test_a_national_notice_has_no_step_at_ted(officer, service, clock) -> None:
    national = a_notice(7).replace(b":eforms:eu<", b":eforms:national<")
    number = submit(national, by=officer, at=AT)
    steps = queries.submission(number, officer).steps
    assert [one.step for one in steps] == ["sent", "validated", "received", "published"]


def test_a_service_that_refuses_what_it_finds_valid_may_be_asked_again(office) -> None:
    """Seen at the operator's test service: everything is refused for a while."""
    judge = office.service.judge
    office.service.judge = lambda _: (Fault(text="", rule="x"),)
    real = NoticeService.validate

    def later(self, notice, **said):
        office.service.judge = judge
        return real(self, notice, **said)

    client = a_client(office.service)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(NoticeService, "validate", later)
        seen = office.work(client)
    assert (seen.state, seen.outcome, seen.may_retry) == ("failed", "refused", True)


@pytest.mark.django_db(transaction=True)
def test_two_submissions_of_the_same_version_at_once_become_one(officer) -> None:
    barrier = threading.Barrier(2)
    told: list[str] = []

    def send() -> None:
        barrier.wait()
        try:
            submit(a_notice(), by=officer, at=AT)
            told.append("submitted")
        except Conflict as error:
            told.append(error.findings[0].code)
        finally:
            connection.close()

    both = [threading.Thread(target=send) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(told) == ["submission-already-there", "submitted"]
    assert Submission.objects.count() == 1
