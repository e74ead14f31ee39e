"""The clients say what came of a request, and never take what may have arrived for a failure."""

import logging
import socket
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from anskaff.demo.notice_service import Manner, NoticeServiceSandbox
from anskaff.notices.gateway import contract, faults
from anskaff.notices.gateway.contract import Known, Stage
from anskaff.notices.gateway.faults import Fault
from anskaff.notices.gateway.public import NotFetched, PublicNotices
from anskaff.notices.gateway.service import NoticeService, Outcome
from anskaff.notices.gateway.transport import Http, NoReply, Reply, Request
from tests.conftest import PROJECT_ROOT
from tests.notices.a_notice import AT, KEY, PACE, Clock, a_client, a_notice, a_service, notice_id

ID = notice_id(1)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(tmp_path, clock: Clock) -> Iterator[NoticeServiceSandbox]:
    with a_service(tmp_path / "kept", clock) as running:
        yield running


@pytest.fixture
def client(service: NoticeServiceSandbox) -> NoticeService:
    return a_client(service)


def send(client: NoticeService, content: bytes | None = None) -> Outcome:
    content = a_notice() if content is None else content
    return client.submit(content, notice_id=ID, version="01", language="nb").outcome


def test_a_notice_arrives_as_it_was_written(service, client) -> None:
    assert send(client) is Outcome.DONE
    [kept] = service.kept()
    assert service.content(kept) == a_notice()


def test_a_notice_moves_through_the_stages_as_time_goes(client, clock) -> None:
    send(client)
    seen = []
    for step in (timedelta(), PACE.ted, PACE.published):
        clock.move(step)
        seen.append(client.status(notice_id=ID, version="01"))
    assert [one.stage for one in seen] == [Stage.RECEIVED, Stage.TED, Stage.PUBLISHED]
    assert (seen[0].publication, seen[2].publication) == ("", "2026-100001")
    assert seen[2].published_on == date(2026, 11, 21)


def test_a_notice_that_the_service_does_not_have_has_no_stage(client) -> None:
    seen = client.status(notice_id=ID, version="01")
    assert (seen.answer.outcome, seen.stage) == (Outcome.DONE, None)


def test_the_same_notice_again_is_not_taken_for_accepted(service, client) -> None:
    assert [send(client), send(client)] == [Outcome.DONE, Outcome.UNKNOWN]
    assert len(service.kept()) == 1


@pytest.mark.parametrize(
    ("manner", "outcome", "kept"),
    [
        (Manner.SILENT, Outcome.UNKNOWN, 0),
        (Manner.SLOW, Outcome.UNKNOWN, 0),
        (Manner.ERROR, Outcome.UNKNOWN, 0),
        (Manner.BUSY, Outcome.BUSY, 0),
        (Manner.LOST, Outcome.UNKNOWN, 1),
        (Manner.HTML, Outcome.UNKNOWN, 1),
        (Manner.TRUNCATED, Outcome.UNKNOWN, 1),
        (Manner.HUGE, Outcome.UNKNOWN, 1),
    ],
)
def test_only_a_whole_and_true_answer_is_acceptance(service, manner, outcome, kept) -> None:
    """`kept` is what the service has all the same."""
    service.will(manner)
    assert send(a_client(service, seconds=1)) is outcome
    assert len(service.kept()) == kept


def test_a_service_that_is_closed_surely_has_nothing(service) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nobody = Http(f"http://127.0.0.1:{taken.getsockname()[1]}")
        assert send(NoticeService(transport=nobody, key=KEY)) is Outcome.CLOSED


def test_a_busy_service_is_obeyed(service, client) -> None:
    service.will(Manner.BUSY)
    answer = client.submit(a_notice(), notice_id=ID, version="01", language="nb")
    assert answer.retry_after_seconds == 7


def test_a_refused_notice_is_explained(tmp_path) -> None:
    wrong = Fault(text="The deadline is too early", rule="BR-1", place="/*/x", stops=True)
    hint = Fault(text="No value", rule="BR-2", stops=False)
    with a_service(tmp_path, judge=lambda _: (wrong, hint)) as service:
        client = a_client(service)
        assert send(client) is Outcome.REFUSED
        judged = client.validate(a_notice(), notice_id=ID, version="01")
    assert (judged.valid, judged.faults) == (False, (wrong, hint))


def test_a_notice_refused_after_it_was_accepted_has_a_report(service, client, clock) -> None:
    service.will(Manner.REFUSED_LATER)
    send(client)
    clock.move(timedelta(hours=1))
    assert client.status(notice_id=ID, version="01").stage is Stage.REFUSED
    [fault] = client.report(notice_id=ID, version="01").faults
    assert (fault.rule, fault.stops) == ("SANDBOX-0001", True)


def test_a_notice_can_be_stopped_until_it_is_published(service, client, clock) -> None:
    assert client.stop(notice_id=ID, version="01").outcome is Outcome.NOT_THERE
    send(client)
    assert client.stop(notice_id=ID, version="01").outcome is Outcome.DONE
    assert client.status(notice_id=ID, version="01").stage is Stage.STOPPED
    other = notice_id(2)
    client.submit(a_notice(2), notice_id=other, version="01", language="nb")
    clock.move(timedelta(days=1))
    assert client.stop(notice_id=other, version="01").outcome is Outcome.REFUSED


def test_a_page_from_something_in_between_refuses_nothing() -> None:
    """A proxy that answers 400 or 404 with a page has not read our notice."""
    page = Reply(status=400, body=b"<html>Bad gateway configuration</html>")
    client = NoticeService(transport=lambda _: page, key=KEY)
    assert send(client) is Outcome.UNKNOWN


def test_a_wrong_key_is_told_apart(service) -> None:
    assert send(a_client(service, key="another")) is Outcome.KEY_REFUSED


def test_the_key_is_in_no_log_message_or_picture(service, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    client = a_client(service, seconds=1)
    service.will(Manner.LOST, Manner.ERROR, Manner.SILENT)
    said = [str(client.submit(a_notice(), notice_id=ID, version="01", language="nb"))]
    said += [str(client.status(notice_id=ID, version="01")) for _ in range(3)]
    request = Request(method="GET", path="/", headers={contract.KEY_HEADER.value: KEY})
    with pytest.raises(NoReply) as closed:
        Http("http://127.0.0.1:9")(request)
    shown = " ".join([*said, repr(client), repr(request), repr(closed.value), caplog.text])
    assert KEY not in shown
    with pytest.raises(ValueError, match="printable") as refused:
        NoticeService(transport=lambda _: Reply(status=200, body=b""), key=f"{KEY}\nX: y")
    assert KEY not in str(refused.value)


@pytest.mark.parametrize(
    "address",
    ["http://example.org", "ftp://example.org", "example.org", "https://u:p@example.org", "https:"],
)
def test_a_key_never_travels_unencrypted_to_another_machine(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        Http(address)


def test_redirects_are_not_followed() -> None:
    moved = Reply(status=302, body=b"")
    client = NoticeService(transport=lambda _: moved, key=KEY)
    assert send(client) is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"", 0),
        (b"\xff\xfe", 0),
        (b"[" * 5000, 0),
        (b'{"success": false}', 0),
        (b'[[{"text": "a"}, {"description": "b", "type": "WARNING"}], {"x": {"message": "c"}}]', 3),
        (b"<html>", 0),
    ],
)
def test_details_in_any_shape_are_read_or_left(body: bytes, found: int) -> None:
    assert len(faults.read(body)) == found


def test_every_line_of_the_contract_says_how_it_is_known() -> None:
    """And nobody takes an assumption for documentation."""
    lines = (*contract.PATHS, *contract.FIELDS)
    assert len({line.value for line in lines}) == len(lines)
    assert all(line.meaning and line.known in Known for line in lines)
    assert {line.known for line in lines} == set(Known)


def public(service: NoticeServiceSandbox, slept: list[int]) -> PublicNotices:
    return PublicNotices(transport=Http(service.address), key=KEY, sleep=slept.append)


def test_published_notices_of_a_day_are_listed_once_and_fetched(service, clock) -> None:
    service.publish([a_notice(n, title=f"Kjøp {n}") for n in range(1, 251)], at=AT)
    service.publish([a_notice(999)], at=AT + timedelta(days=1))
    clock.move(timedelta(days=7))
    slept: list[int] = []
    api = public(service, slept)
    hits = api.issued_on(AT.date()).hits
    assert len({hit.publication for hit in hits}) == 250
    assert len(service.asked) == 3, "a hundred on each page"
    assert api.notice(hits[0].publication) == a_notice(1, title="Kjøp 1")
    assert min(slept) > 0, "a pause before every request"


def test_a_passing_fault_is_waited_out_and_a_lasting_one_told(service, clock) -> None:
    service.publish([a_notice()], at=AT)
    clock.move(timedelta(days=1))
    slept: list[int] = []
    service.will(Manner.ERROR, Manner.SILENT, Manner.BUSY)
    assert len(public(service, slept).issued_on(AT.date()).hits) == 1
    assert sum(slept) >= 7000
    service.will(*[Manner.ERROR] * 4)
    with pytest.raises(NotFetched, match="500"):
        public(service, slept).issued_on(AT.date())
    with pytest.raises(NotFetched):
        public(service, slept).notice("2026-1")


def test_the_documentation_tells_every_belief_and_how_it_is_known() -> None:
    """A path or a word that is not in the document is a belief that nobody can check."""
    rows = [
        line.split("|")
        for line in (PROJECT_ROOT / "docs/notice-service.md").read_text().splitlines()
        if line.startswith("| `")
    ]
    said = {each: row[3].split()[0] for row in rows for each in row[1].replace("`", "").split(", ")}
    short = {Known.DOCUMENTED: "documented", Known.QUOTED: "quoted", Known.ASSUMED: "assumed"}
    lines = {line.value.strip(): line.known for line in (*contract.PATHS, *contract.FIELDS)}
    words = {word: known for word, (_, known) in contract.STAGES.items()}
    assert {each: short[known] for each, known in (lines | words).items()} == {
        each.strip(): known for each, known in said.items()
    }
