"""A deed is one transaction with one entry that cannot be skipped."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from anskaff.concepts.actor import SYSTEM, Actor, Role
from anskaff.concepts.errors import Forbidden
from anskaff.records import log
from anskaff.records.deeds import deed, record
from anskaff.records.models import LogEntry, LogNode
from tests import given

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


@deed("test.forgetful", nb="x", nn="x", en="x")
def forgetful(*, by: Actor, at: datetime) -> None:
    """Records nothing."""


@deed("test.twice", nb="x", nn="x", en="x")
def twice(*, by: Actor, at: datetime) -> None:
    """Records twice."""
    record("a")
    record("b")


@pytest.mark.parametrize("wrong", [forgetful, twice])
def test_a_deed_that_does_not_record_exactly_once_is_a_bug(wrong) -> None:
    with pytest.raises(RuntimeError, match="exactly once"):
        wrong(by=SYSTEM, at=AT)
    assert not LogEntry.objects.exists()


def test_a_deed_needs_someone_and_a_time() -> None:
    with pytest.raises(TypeError):
        forgetful(by="me", at=AT)
    with pytest.raises(TypeError):
        forgetful(by=SYSTEM, at=datetime(2026, 1, 1))  # noqa: DTZ001 - the point


def test_what_takes_long_is_done_before_the_transaction_and_may_refuse() -> None:
    open_then: list[int] = []

    def first(allowed: bool, *, by: Actor, at: datetime) -> None:
        open_then.append(len(connection.savepoint_ids))
        if not allowed:
            raise Forbidden

    @deed("test.prepared", nb="x", nn="x", en="x", first=first)
    def prepared(allowed: bool, *, by: Actor, at: datetime) -> None:
        open_then.append(len(connection.savepoint_ids))
        record("a")

    prepared(True, by=SYSTEM, at=AT)
    before, inside = open_then
    assert inside == before + 1
    with pytest.raises(Forbidden):
        prepared(False, by=SYSTEM, at=AT)
    assert LogEntry.objects.count() == 1


def test_a_record_outside_a_deed_is_a_bug() -> None:
    with pytest.raises(RuntimeError):
        record("a")


def test_the_log_of_real_deeds_verifies() -> None:
    buyer = given.a_buyer()
    given.a_person(buyer, Role.PROCUREMENT_OFFICER, "Kari Nordvik")
    log.signed_checkpoint(AT)
    given.a_supplier()
    result = log.verified(batch=2)
    assert result.holds
    assert (result.entries, result.checkpoints) == (3, 1)


@pytest.mark.parametrize("column", ["body", "salt", "deed", "subject", "person", "public"])
def test_one_changed_byte_is_found_and_the_entry_named(column: str) -> None:
    given.a_buyer()
    given.a_supplier()
    entry = LogEntry.objects.get(index=1)
    value = getattr(entry, column)
    match value:
        case bool():
            changed = not value
        case str():
            changed = value[:-1] + ("x" if value[-1] != "x" else "y")
        case int():
            changed = value + 1
        case _:
            changed = bytes([value[0] ^ 1]) + bytes(value[1:])
    LogEntry.objects.filter(index=1).update(**{column: changed})
    result = log.verified()
    assert not result.holds
    assert result.wrong_entry == 1


def test_a_changed_tree_node_or_lost_entry_is_found() -> None:
    for serial in range(1, 6):
        given.a_buyer(serial)
    LogNode.objects.filter(level=2).update(hash=b"\0" * 32)
    assert not log.verified().holds
    LogEntry.objects.filter(index=4).delete()
    assert log.verified().wrong_entry == 4
