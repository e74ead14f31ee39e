"""A notice as JSON with our names, and back, losing nothing.

>>> from anskaff.concepts.notice import NoticeLot, NoticeReading, Texts
>>> lots = (NoticeLot(key="LOT-0001"),)
>>> notice = NoticeReading(subtype="16", lots=lots, title=Texts({"nb": "A"}))
>>> to_json(notice)
{'subtype': '16', 'title': {'nb': 'A'}, 'lots': [{'key': 'LOT-0001'}]}
>>> from_json(to_json(notice)) == notice
True
>>> from_json({"subtypo": "16"})
Traceback (most recent call last):
anskaff.concepts.errors.Unreadable: json-name-unknown

Numbers are texts, so that no program rounds them. What the table of terms does not know stands
under `rest`: with its place, as XML or as the text that stood there.
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import TypeVar, cast

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.money import Money
from anskaff.concepts.notice import NoticeReading, Texts
from anskaff.concepts.words import Words
from anskaff.documents.ubl.json_form import (
    A_DAY,
    A_LIST,
    A_NUMBER,
    A_TEXT,
    AN_OBJECT,
    NAME_UNKNOWN,
    NOT_A_VALUE,
    YES_OR_NO,
    Json,
)

V = TypeVar("V")
TOLD = frozenset({"unread", "findings"})
A_WHOLE = Words(nb="et helt tall", nn="eit heilt tal", en="a whole number")
AN_INSTANT = Words(
    nb="et tidspunkt, «2026-12-31T12:00:00+01:00»",
    nn="eit tidspunkt, «2026-12-31T12:00:00+01:00»",
    en="an instant, “2026-12-31T12:00:00+01:00”",
)


def to_json(notice: NoticeReading) -> dict[str, Json]:
    """A notice as JSON; what it does not say is left out."""
    return cast("dict[str, Json]", _out(notice))


def _out(value: object) -> Json:
    if isinstance(value, Texts):
        return dict(value.by_language)
    if isinstance(value, Money):
        return {"value": f"{value.amount:f}", "currency": value.currency}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        empty = _empty(type(value))
        names = sorted((each.name for each in dataclasses.fields(value)), key="rest".__eq__)
        named = ((name, getattr(value, name)) for name in names)
        return {
            name: _out(held)
            for name, held in named
            if name not in TOLD and held != empty.get(name, dataclasses.MISSING)
        }
    if isinstance(value, tuple):
        return [_out(each) for each in value]
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return cast("Json", value.value if isinstance(value, StrEnum) else value)


@cache
def _empty(kind: type) -> Mapping[str, object]:
    """What the fields of a concept are when nothing is said."""
    told = {}
    for each in dataclasses.fields(kind):
        if each.default is not dataclasses.MISSING:
            told[each.name] = each.default
        elif each.default_factory is not dataclasses.MISSING:
            told[each.name] = each.default_factory()
    return told


def from_json(form: Json) -> NoticeReading:
    """The notice that a JSON form says.

    Raises:
        Unreadable: a name or a value that does not fit, with its path and what was expected.
    """
    return cast("NoticeReading", _concept(form, NoticeReading, ""))


@cache
def _hints(kind: type) -> Mapping[str, object]:
    """The types of a concept's fields, without those that tell of one reading."""
    hints = typing.get_type_hints(kind)
    return {
        each.name: hints[each.name] for each in dataclasses.fields(kind) if each.name not in TOLD
    }


def _concept(form: Json, kind: type, path: str) -> object:
    hints = _hints(kind)
    held = {}
    for name, value in _object(form, path).items():
        place = f"{path}.{name}" if path else name
        if name not in hints:
            near = get_close_matches(name, hints, 3, 0.4) or list(hints)[:3]
            facts = {"name": name, "group": kind.__name__, "nearest": ", ".join(near)}
            raise Unreadable(NAME_UNKNOWN.at(place, **facts))
        held[name] = _in(value, hints[name], place)
    missing = hints.keys() - held.keys() - _empty(kind).keys()
    if missing:
        raise _refused(path, AN_OBJECT, form)
    return kind(**held)


def _in(form: Json, hint: object, path: str) -> object:
    if isinstance(hint, types.UnionType):
        if form is None:
            return None
        [hint] = (each for each in typing.get_args(hint) if each is not types.NoneType)
    if typing.get_origin(hint) is tuple:
        inside = typing.get_args(hint)[0]
        return tuple(
            _in(each, inside, f"{path}.{number}")
            for number, each in enumerate(_list(form, path), 1)
        )
    kind = cast("type", hint)
    if kind in PLAIN:
        read, expected = PLAIN[kind]
        return _read(read, expected, form, path)
    if issubclass(kind, StrEnum):
        known = Words(nb=", ".join(kind), nn=", ".join(kind), en=", ".join(kind))
        return _read(lambda text: kind(_text(text)), known, form, path)
    return _concept(form, kind, path)


def _text(form: Json) -> str:
    if not isinstance(form, str):
        raise TypeError
    return form


def _flag(form: Json) -> bool:
    if not isinstance(form, bool):
        raise TypeError
    return form


def _whole(form: Json) -> int:
    if not isinstance(form, int) or isinstance(form, bool):
        raise TypeError
    return form


def _number(form: Json) -> Decimal:
    value = Decimal(_text(form))
    if not value.is_finite():
        raise ValueError
    return value


def _instant(form: Json) -> datetime:
    value = datetime.fromisoformat(_text(form))
    if value.tzinfo is None:
        raise ValueError
    return value


def _words(form: Json) -> Texts:
    if not isinstance(form, Mapping):
        raise TypeError
    return Texts({tag: _text(text) for tag, text in form.items()})


def _money(form: Json) -> Money:
    if not isinstance(form, Mapping) or form.keys() != {"value", "currency"}:
        raise TypeError
    return Money(_number(form["value"]), _text(form["currency"]))


PLAIN: Mapping[object, tuple[Callable[[Json], object], Words]] = {
    str: (_text, A_TEXT),
    bool: (_flag, YES_OR_NO),
    int: (_whole, A_WHOLE),
    Decimal: (_number, A_NUMBER),
    date: (lambda form: date.fromisoformat(_text(form)), A_DAY),
    datetime: (_instant, AN_INSTANT),
    Texts: (_words, AN_OBJECT),
    Money: (_money, AN_OBJECT),
}


def _read(read: Callable[[Json], V], expected: Words, form: Json, path: str) -> V:
    try:
        return read(form)
    except (TypeError, ValueError, InvalidOperation):
        raise _refused(path, expected, form) from None


def _object(form: Json, path: str) -> Mapping[str, Json]:
    if not isinstance(form, Mapping):
        raise _refused(path, AN_OBJECT, form)
    return form


def _list(form: Json, path: str) -> Sequence[Json]:
    if isinstance(form, str) or not isinstance(form, Sequence):
        raise _refused(path, A_LIST, form)
    return form


def _refused(path: str, expected: Words, got: Json) -> Unreadable:
    return Unreadable(NOT_A_VALUE.at(path, path=path or "$", expected=expected, got=repr(got)[:80]))
