"""The change feed: every public change once, in commit order, while others write."""

import base64
import threading
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from tests import given

from anskaff.concepts.actor import SYSTEM
from anskaff.project import clock
from anskaff.records.deeds import deed, record
from anskaff.records.models import LogEntry
from anskaff.records.proof import checkpoint, merkle

API = "/api/v1"
WRITERS = 4
EACH = 12


@deed("test.told", nb="Fortalte.", nn="Fortalde.", en="Told.")
def tell(words: str, *, public: bool, pause: float, by: object, at: object) -> None:
    """A deed that takes its time between deciding and recording."""
    time.sleep(pause)
    record("2026/1", {"words": words}, public={"words": words} if public else None)


@pytest.mark.django_db(transaction=True)
def test_a_reader_gets_every_public_change_once_in_order_while_others_write() -> None:
    """Real threads with their own connections; some deeds are not public and some fail."""
    wrong: list[BaseException] = []

    def alone(work: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            try:
                work()
            except BaseException as error:  # noqa: BLE001 - told to the test
                wrong.append(error)
            finally:
                connection.close()

        return run

    def writer(number: int) -> Callable[[], None]:
        def write() -> None:
            for turn in range(EACH):
                words = f"{number}-{turn}"
                pause = 0.004 * ((number + turn) % 3)
                tell(words, public=turn % 4 != 3, pause=pause, by=SYSTEM, at=given.START)

        return write

    seen: list[tuple[int, str]] = []
    finished = threading.Event()

    def read() -> None:
        client, after = Client(), -1
        while True:
            ended = finished.is_set()
            answer = client.get(f"{API}/changes", {"after": after, "limit": 3}).json()
            seen.extend((one["index"], one["facts"]["words"]) for one in answer["items"])
            after = answer["last"]
            if ended and not answer["items"]:
                return

    writers = [threading.Thread(target=alone(writer(number))) for number in range(WRITERS)]
    reader = threading.Thread(target=alone(read))
    for thread in (reader, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    finished.set()
    reader.join()

    assert wrong == []
    wanted = {f"{n}-{t}" for n in range(WRITERS) for t in range(EACH) if t % 4 != 3}
    assert sorted(words for _, words in seen) == sorted(wanted)
    assert [index for index, _ in seen] == sorted(index for index, _ in seen)
    public = LogEntry.objects.filter(public=True).order_by("index")
    assert [index for index, _ in seen] == list(public.values_list("index", flat=True))
    for number in range(WRITERS):
        own = [int(words.split("-")[1]) for _, words in seen if words.startswith(f"{number}-")]
        assert own == sorted(own)


@pytest.mark.django_db
def test_the_feed_says_what_happened_and_where_to_read_on(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: given.AWARDED_AT + timedelta(days=1))
    case = given.an_awarded_competition()
    answer = client.get(f"{API}/changes").json()
    assert [one["deed"] for one in answer["items"]] == [
        "competition.published",
        "competition.tenders_opened",
        "competition.award_letters_sent",
    ]
    assert {one["competition"] for one in answer["items"]} == {case.reference.replace("/", "-")}
    assert answer["more"] is False
    after = client.get(f"{API}/changes", {"after": answer["last"]}).json()
    assert after == {"items": [], "last": answer["last"], "more": False}


@pytest.mark.django_db
def test_proofs_from_the_api_lead_to_the_signed_checkpoint(client: Client) -> None:
    given.a_published_competition()
    note = client.get(f"{API}/log/checkpoint")
    assert note["Content-Type"] == "text/plain; charset=utf-8"
    key = checkpoint.VerifierKey.parse(client.get(f"{API}/log/key").content.decode().strip())
    signed = checkpoint.verify(note.content, key)
    for index in (0, signed.size - 1):
        proof = client.get(f"{API}/log/entries/{index}/proof", {"size": signed.size}).json()
        assert merkle.verify_inclusion(
            index,
            signed.size,
            base64.b64decode(proof["leaf"]),
            [base64.b64decode(one) for one in proof["hashes"]],
            signed.root,
        )
    given.a_published_competition(serial=2)
    newer = checkpoint.verify(client.get(f"{API}/log/checkpoint").content, key)
    told = client.get(f"{API}/log/consistency", {"old": signed.size, "new": newer.size}).json()
    hashes = [base64.b64decode(one) for one in told["hashes"]]
    assert merkle.verify_consistency(signed.size, newer.size, signed.root, newer.root, hashes)
    kept = client.get(f"{API}/log/checkpoint", {"size": signed.size})
    assert kept.content == note.content
