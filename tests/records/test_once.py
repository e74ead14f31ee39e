"""Repeating a request gives the same answer and does nothing twice."""

from datetime import UTC, datetime, timedelta

import pytest

from anskaff.concepts.errors import Conflict
from anskaff.records.once import Answer, forget_old, once

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


def test_a_repeated_request_is_answered_as_the_first_time() -> None:
    done = []

    def carry_out() -> Answer:
        done.append(1)
        return Answer(status=201, text="2026/1")

    first = once("person/1", "k", b"body", carry_out, at=AT)
    again = once("person/1", "k", b"body", carry_out, at=AT)
    assert (first.text, again.text, again.status) == ("2026/1", "2026/1", 201)
    assert (first.repeated, again.repeated, len(done)) == (False, True, 1)


def test_the_same_key_for_something_else_is_refused() -> None:
    once("person/1", "k", b"body", lambda: Answer(status=200, text=""), at=AT)
    with pytest.raises(Conflict):
        once("person/1", "k", b"other", lambda: Answer(status=200, text=""), at=AT)


def test_keys_of_different_people_do_not_meet() -> None:
    once("person/1", "k", b"a", lambda: Answer(status=200, text="a"), at=AT)
    assert once("person/2", "k", b"b", lambda: Answer(status=200, text="b"), at=AT).text == "b"


def test_a_request_that_failed_can_be_tried_again() -> None:
    def fail() -> Answer:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        once("person/1", "k", b"a", fail, at=AT)
    assert not once("person/1", "k", b"a", lambda: Answer(status=200, text="a"), at=AT).repeated


def test_answers_are_forgotten_after_a_week() -> None:
    once("person/1", "k", b"a", lambda: Answer(status=200, text="a"), at=AT)
    assert forget_old(AT + timedelta(days=7)) == 0
    assert forget_old(AT + timedelta(days=8)) == 1
