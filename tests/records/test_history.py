"""History, feed and receipts show what the viewer may know, and nothing more."""

import json
from datetime import UTC, datetime

import pytest

from anskaff.concepts.actor import PUBLIC, Actor, Role
from anskaff.concepts.errors import NotFound
from anskaff.records import log, queries
from anskaff.records.deeds import deed, record
from anskaff.records.proof import receipt as receipts
from tests import given

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
CASE = "2026/7"


@deed("test.published", nb="Kunngjorde {title}.", nn="Kunngjorde {title}.", en="Published {title}.")
def published(*, by: Actor, at: datetime) -> None:
    """A public deed of the buyer, with a fact that is not public."""
    record(
        CASE, {"title": "Kontorstoler", "note": "intern"}, public={"title": "Kontorstoler"},
        audience=by.organisation,
    )  # fmt: skip


@deed("test.tendered", nb="Leverte.", nn="Leverte.", en="Delivered.")
def tendered(*, by: Actor, at: datetime) -> None:
    """A sealed deed of a tenderer."""
    record(CASE, {"receipt": "K-1"}, audience=by.organisation, sealed=True)


@pytest.fixture
def buyer() -> Actor:
    return given.a_person(given.a_buyer(), Role.PROCUREMENT_OFFICER, "Kari Nordvik")


@pytest.fixture
def supplier() -> Actor:
    return given.a_person(given.a_supplier(), Role.TENDER_MANAGER, "Ola Fjellvatn")


@pytest.fixture
def rival() -> Actor:
    return given.a_person(given.a_supplier(102, name="Rival AS"), Role.TENDER_MANAGER, "Eva Rival")


@pytest.fixture(autouse=True)
def deeds(buyer: Actor, supplier: Actor) -> None:
    published(by=buyer, at=AT)
    tendered(by=supplier, at=AT)


def deeds_seen(viewer, **options) -> list[str]:
    return [line.deed for line in queries.history(CASE, viewer, **options).lines]


def test_before_opening_only_the_tenderer_sees_that_it_tendered(buyer, supplier, rival) -> None:
    assert deeds_seen(supplier) == ["test.tendered", "test.published"]
    for viewer in (buyer, rival, PUBLIC):
        assert deeds_seen(viewer) == ["test.published"]
        assert queries.history(CASE, viewer).total == 1


def test_after_opening_the_buyer_sees_the_opened_tenderers_only(buyer, supplier, rival) -> None:
    tendered(by=rival, at=AT)
    assert deeds_seen(buyer, opened={supplier.organisation}) == ["test.tendered", "test.published"]


def test_outsiders_see_only_the_public_facts_and_no_person(buyer, rival) -> None:
    [line] = queries.history(CASE, rival).lines
    assert line.facts == {"title": "Kontorstoler"}
    assert (line.person, line.organisation) == (0, 0)
    [own] = queries.history(CASE, buyer).lines
    assert own.facts["note"] == "intern"
    assert own.person == buyer.person


def test_history_is_filtered_by_deed_and_person(buyer, supplier) -> None:
    assert deeds_seen(supplier, deeds=["test.published"]) == ["test.published"]
    assert deeds_seen(supplier, person=supplier.person) == ["test.tendered"]
    assert deeds_seen(supplier, person=buyer.person) == []


def test_the_feed_holds_public_changes_once_in_order() -> None:
    first = queries.public_feed(PUBLIC)
    assert [(change.deed, change.facts) for change in first] == [
        ("test.published", {"title": "Kontorstoler"})
    ]
    assert queries.public_feed(PUBLIC, after=first[-1].index) == ()


def test_a_tenderer_gets_a_receipt_that_verifies_offline(supplier: Actor) -> None:
    index = queries.history(CASE, supplier).lines[0].index
    file = queries.receipt(index, supplier, at=AT)
    note = queries.checkpoint(PUBLIC, AT)
    answer = receipts.verify(file, note.encode(), key=queries.log_key(PUBLIC))
    assert isinstance(answer, receipts.Verified)
    assert answer.entry["facts"] == {"receipt": "K-1"}


def test_nobody_else_gets_the_receipt(buyer, supplier, rival) -> None:
    index = queries.history(CASE, supplier).lines[0].index
    for viewer in (buyer, rival, PUBLIC):
        with pytest.raises(NotFound):
            queries.receipt(index, viewer, at=AT)
    with pytest.raises(NotFound):
        queries.receipt(10**6, supplier, at=AT)


def test_a_receipt_for_an_older_entry_still_verifies(supplier: Actor) -> None:
    index = queries.history(CASE, supplier).lines[0].index
    for _ in range(5):
        tendered(by=supplier, at=AT)
    file = queries.receipt(index, supplier, at=AT)
    assert json.loads(file)["index"] == index
    assert log.verified().holds
