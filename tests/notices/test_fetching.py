"""Published notices are fetched day by day, each once, and a fetch that stopped goes on."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from anskaff.demo.notice_service import Manner, NoticeServiceSandbox
from anskaff.notices import fetching
from anskaff.notices.gateway.public import NotFetched, PublicNotices
from anskaff.notices.gateway.transport import Http
from anskaff.notices.models import Notice
from anskaff.project import clock as real_clock
from tests.cli.conftest import anskaff
from tests.notices.a_notice import AT, KEY, Clock, a_notice, a_service, notice_id
from tests.published import Published

__all__ = ["anskaff"]

pytestmark = pytest.mark.django_db
FIRST = AT.date()
LAST = FIRST + timedelta(days=2)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(tmp_path: Path, clock: Clock) -> Iterator[NoticeServiceSandbox]:
    with a_service(tmp_path / "kept", clock) as running:
        for days in range(3):
            at = AT + timedelta(days=days)
            running.publish([a_notice(100 * days + n) for n in range(1, 5)], at=at)
        clock.move(timedelta(days=3))
        yield running


@pytest.fixture
def api(service: NoticeServiceSandbox) -> PublicNotices:
    return PublicNotices(transport=Http(service.address), key=KEY, sleep=lambda _: None)


def fetched(api: PublicNotices, clock: Clock) -> list[fetching.Day]:
    return list(fetching.fetch(api, FIRST, LAST, now=clock))


def downloads(service: NoticeServiceSandbox) -> int:
    return sum("/download/" in one for one in service.asked)


def test_every_published_notice_comes_into_the_register(api, service, clock) -> None:
    days = fetched(api, clock)
    assert [len(day.outcomes) for day in days] == [4, 4, 4]
    assert Notice.objects.filter(source="imported").count() == 12
    numbers = set(Notice.objects.values_list("publication", flat=True))
    assert numbers == {kept.publication for kept in service.kept()}


def test_what_was_fetched_is_not_fetched_again(api, service, clock) -> None:
    fetched(api, clock)
    service.publish([a_notice(77)], at=AT)
    days = fetched(api, clock)
    assert [len(day.outcomes) for day in days] == [1, 0, 0]
    assert downloads(service) == 13


def test_a_day_that_can_no_longer_change_is_not_asked_about(api, service, clock) -> None:
    clock.move(timedelta(days=20))
    fetched(api, clock)
    before = len(service.asked)
    assert [day.asked for day in fetched(api, clock)] == [False, False, False]
    assert len(service.asked) == before


def test_a_fetch_that_stopped_goes_on_where_it_was(api, service, clock) -> None:
    run = fetching.fetch(api, FIRST, LAST, now=clock)
    next(run)
    service.will(*[Manner.ERROR] * 4)
    with pytest.raises(NotFetched):
        next(run)
    assert Notice.objects.count() == 4
    assert [len(day.outcomes) for day in fetched(api, clock)] == [0, 4, 4]


def test_a_notice_that_cannot_be_had_is_told_and_tried_next_time(api, service, clock) -> None:
    clock.move(timedelta(days=30))
    path = next(service.folder.glob("*.xml"))
    content = path.read_bytes()
    service.will(Manner.HONEST, *[Manner.ERROR] * 4)
    days = fetched(api, clock)
    assert [len(day.missing) for day in days] == [1, 0, 0]
    assert [len(day.outcomes) for day in fetched(api, clock)] == [1, 0, 0]
    assert path.read_bytes() == content


def test_what_is_no_notice_stops_no_other(api, service, clock) -> None:
    for path in sorted(service.folder.glob("*.xml"))[:2]:
        path.write_bytes(b"<html>gone</html>")
    outcomes = [one for day in fetched(api, clock) for one in day.outcomes]
    assert [one.state.value for one in outcomes].count("refused") == 2
    assert Notice.objects.count() == 10


@pytest.fixture
def busy_day(tmp_path: Path, clock: Clock) -> Iterator[NoticeServiceSandbox]:
    """A service that lets one read four hits of a query, and has 26 notices of one day."""
    with a_service(tmp_path / "busy", clock) as running:
        running.most_hits = 4
        forms = ("planning", "competition", "result")
        running.publish(
            (
                Published(
                    notice=notice_id(number),
                    form=forms[number % 3],
                    cpv=f"{30 + number // 3}000000",
                ).xml()
                for number in range(26)
            ),
            at=AT,
        )
        clock.move(timedelta(days=1))
        yield running


def test_a_day_with_more_hits_than_can_be_read_is_read_in_narrower_questions(
    busy_day, clock
) -> None:
    """No query reaches past the first hits, so a day is read from both ends, by kind and by CPV."""
    api = PublicNotices(
        transport=Http(busy_day.address), key=KEY, sleep=lambda _: None, hits_per_page=2
    )
    (day,) = fetching.fetch(api, FIRST, FIRST, now=clock)
    assert (len(day.outcomes), day.missing) == (26, ())
    assert Notice.objects.count() == 26


def test_a_last_page_that_is_not_full_is_read(service, clock) -> None:
    api = PublicNotices(
        transport=Http(service.address), key=KEY, sleep=lambda _: None, hits_per_page=3
    )
    listed = api.issued_on(FIRST)
    assert (len(listed.hits), listed.total) == (4, 4)
    assert sum("/search" in one for one in service.asked) == 2


def test_what_cannot_be_listed_is_told_and_the_rest_is_fetched(busy_day, clock) -> None:
    """Nine notices of one kind and one division, where both ends together reach eight."""
    alike = (Published(notice=notice_id(100 + n), cpv="45000000").xml() for n in range(9))
    busy_day.publish(alike, at=AT)
    api = PublicNotices(
        transport=Http(busy_day.address), key=KEY, sleep=lambda _: None, hits_per_page=2
    )
    (day,) = fetching.fetch(api, FIRST, FIRST, now=clock)
    assert len(day.outcomes) == 34
    assert day.missing == ("2026-11-21: 1 of 35 are not listed",)
    (again,) = fetching.fetch(api, FIRST, FIRST, now=clock)
    assert again.asked


def test_the_verb_fetches_and_says_what_is_missing(anskaff, tmp_path) -> None:
    now = real_clock.machine_now()
    with a_service(tmp_path / "kept", lambda: now) as service:
        service.publish([a_notice(n) for n in range(1, 4)], at=now - timedelta(days=2))
        env = {
            "ANSKAFF_PUBLIC_NOTICES_URL": service.address,
            "ANSKAFF_PUBLIC_NOTICES_KEY": KEY,
        }
        anskaff("setup")
        done = anskaff("notices", "fetch", "--json", env=env)
        assert (done.returncode, done.stderr) == (0, "")
        assert json.loads(done.stdout)["counts"] == {"registered": 3}
        wrong = anskaff("notices", "fetch", env=env | {"ANSKAFF_PUBLIC_NOTICES_KEY": "other"})
    assert wrong.returncode == 3
    assert "key was not accepted" in wrong.stderr
    unset = anskaff("notices", "fetch")
    assert unset.returncode == 2
    assert "ANSKAFF_PUBLIC_NOTICES_KEY" in unset.stderr
    future = anskaff("notices", "fetch", "--from", str(date(2999, 1, 1)), env=env)
    assert future.returncode == 2
