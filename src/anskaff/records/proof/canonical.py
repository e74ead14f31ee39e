"""Canonical JSON: one value, one sequence of bytes.

The subset of RFC 8785 (JCS) that needs no floating point: strings, whole numbers up to 2^53 - 1 in
size, true, false, null, lists and objects. Members are sorted by UTF-16 code units, there is no
space, and text is UTF-8. Any JCS implementation writes the same bytes.

>>> canonical_bytes({"tender": 7, "at": "2026-12-17T11:00:00Z", "lots": ["1", "2"]})
b'{"at":"2026-12-17T11:00:00Z","lots":["1","2"],"tender":7}'
>>> canonical_bytes({"price": 1.5})
Traceback (most recent call last):
TypeError: canonical JSON has no float; write an amount as a string
"""

import json
from collections.abc import Mapping, Sequence
from typing import NoReturn, TypeVar

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]

V = TypeVar("V")

LARGEST_INTEGER = 2**53 - 1


def canonical_bytes(value: Json) -> bytes:
    """The canonical UTF-8 bytes of `value`; errors as `text`."""
    return text(value).encode()


def text(value: Json) -> str:
    """The canonical text of `value`; a tuple is written as a list.

    Raises:
        TypeError: a type outside `Json` (float, Decimal, date ...) or a key that is no text.
        ValueError: a number beyond 2^53 - 1, text with a lone surrogate, or a value too deep.
    """
    try:
        written = json.dumps(_ordered(value), ensure_ascii=False, separators=(",", ":"))
    except RecursionError:
        raise ValueError("the value is nested too deeply") from None
    if not written.isascii():
        written.encode()
    return written


def read_json(content: bytes) -> Json:
    """Read JSON from outside that has a canonical form; it need not be in that form already.

    Raises:
        ValueError: not UTF-8, not JSON, a repeated key, a fraction or exponent, or too deep.
    """
    try:
        value: Json = json.loads(
            content.decode(),
            object_pairs_hook=_without_repetition,
            parse_float=_no_fraction,
            parse_constant=_no_fraction,
        )
    except RecursionError:
        raise ValueError("the value is nested too deeply") from None
    text(value)
    return value


def member(value: Json, name: str, kind: type[V]) -> V:
    """The member `name` of an object from outside, which must be of `kind`; no bool is an int.

    >>> member({"size": 3}, "size", int)
    3

    Raises:
        ValueError: `value` is no object, the member is missing, or it is of another kind.
    """
    found = value.get(name) if isinstance(value, dict) else None
    if not isinstance(found, kind) or (isinstance(found, bool) and kind is not bool):
        raise ValueError(f"{name} is missing or is not {kind.__name__}")
    return found


def _ordered(value: object) -> object:
    match value:
        case None | bool() | str():
            return value
        case int():
            if abs(value) > LARGEST_INTEGER:
                raise ValueError(
                    "a number is at most 2^53 - 1 in size; write a larger one as a string"
                )
            return value
        case list() | tuple():
            return [_ordered(item) for item in value]
        case dict():
            return {key: _ordered(value[key]) for key in sorted(value, key=_utf_16)}
        case _:
            name = type(value).__name__
            raise TypeError(f"canonical JSON has no {name}; write an amount as a string")


def _utf_16(key: object) -> bytes:
    if not isinstance(key, str):
        raise TypeError(f"a key is text, not {type(key).__name__}")
    return key.encode("utf-16-be")


def _without_repetition(pairs: list[tuple[str, Json]]) -> Mapping[str, Json]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a key is repeated")
    return members


def _no_fraction(number: str) -> NoReturn:
    raise ValueError(f"only whole numbers are allowed, not {number[:20]}")
