import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anskaff.concepts.actor import Role
from anskaff.records.proof.canonical import Json, canonical_bytes, member, read_json, text
from anskaff.records.proof.commitment import commitment

INTEGERS = st.integers(-(2**53) + 1, 2**53 - 1)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | INTEGERS | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=20,
)


@given(VALUES)
def test_reading_inverts_writing(value: Json) -> None:
    assert read_json(canonical_bytes(value)) == value


@given(st.dictionaries(TEXTS, INTEGERS))
def test_the_order_of_members_does_not_matter(value: dict[str, int]) -> None:
    assert canonical_bytes(dict(reversed(value.items()))) == canonical_bytes(value)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"b": 1, "a": [True, None, "x"]}, '{"a":[true,null,"x"],"b":1}'),
        (
            {"€": 1, "\r": 2, "1": 3, "ö": 4, "😂": 5, "\ufb33": 6},
            '{"\\r":2,"1":3,"ö":4,"€":1,"😂":5,"\ufb33":6}',
        ),
        ('\x00\x1f\x7f"\\/\n\u2028', '"\\u0000\\u001f\x7f\\"\\\\/\\n\u2028"'),
        ((1, (2,)), "[1,[2]]"),
        (Role.SYSTEM, '"system"'),
    ],
)
def test_bytes_are_those_of_rfc_8785(value: Json, written: str) -> None:
    assert text(value) == written
    assert canonical_bytes(value) == written.encode()


@pytest.mark.parametrize(
    "value",
    [1.5, float("nan"), Decimal(1), date(2026, 1, 1), b"x", {1: 2}, {"a": {None: 1}}, {1, 2}],
)
def test_other_types_are_refused(value: Json) -> None:
    with pytest.raises(TypeError):
        canonical_bytes(value)


@pytest.mark.parametrize("value", [2**53, -(2**53), 10**400, "\ud800", {"\udfff": 1}])
def test_what_other_readers_would_change_is_refused(value: Json) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        canonical_bytes(value)


def test_endless_depth_is_refused() -> None:
    deep: list[Json] = []
    deep.append(deep)
    with pytest.raises(ValueError, match="deep"):
        canonical_bytes(deep)


@pytest.mark.parametrize(
    "content",
    [
        b'{"a":1,"a":2}',
        b"1.0",
        b"1e3",
        b"NaN",
        b"-Infinity",
        b"[" * 100_000,
        b"9" * 5000,
        b"9007199254740992",
        b'"\\ud800"',
        b"\xff",
        b"\xef\xbb\xbf1",
        b"",
        b"1 2",
    ],
)
def test_json_without_one_meaning_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_json(content)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        value = read_json(content)
    except ValueError:
        return
    assert json.loads(content) == value


@pytest.mark.parametrize("value", [{"a": True}, {"a": "1"}, {}, [], None, "a"])
def test_a_member_of_another_kind_is_refused(value: Json) -> None:
    with pytest.raises(ValueError, match="a is missing or is not int"):
        member(value, "a", int)


def test_a_salt_has_one_length() -> None:
    assert commitment(bytes(32), b"x") != commitment(b"\x01" * 32, b"x")
    with pytest.raises(ValueError, match="32 bytes"):
        commitment(bytes(31), b"x")
