"""A document as JSON with business names, and back, losing nothing.

>>> from anskaff.documents.ubl.table import said, amount, text, Group
>>> class Note(Group):
...     key: str | None = text("cbc:ID", "BT-1", said("Nummer", "Nummer", "Number"))
...     sum: Amount | None = amount("cbc:Amount", "BT-2", said("Sum", "Sum", "Sum"))
>>> note = Note(key="7", sum=Amount(Decimal("10.50"), "NOK"))
>>> to_json(note)
{'key': '7', 'sum': {'value': '10.50', 'currency': 'NOK'}}
>>> from_json(to_json(note), Note) == note
True
>>> from_json({"kye": "7"}, Note)
Traceback (most recent call last):
anskaff.concepts.errors.Unreadable: json-name-unknown

Numbers are texts, so that no program rounds them. What the table does not know stands under `$`:
unknown elements as XML with their place, attributes beside the value, text as it was spelled.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from typing import TypeVar, cast

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.documents import xml
from anskaff.documents.ubl import values
from anskaff.documents.ubl.table import Extras, Field, Group, Kind
from anskaff.documents.ubl.values import (
    Amount,
    Binary,
    Code,
    Identifier,
    Quantity,
    Text,
    Value,
    written,
)

Json = str | bool | int | None | Sequence["Json"] | Mapping[str, "Json"]
G = TypeVar("G", bound=Group)
BESIDE = "$"

NAME_UNKNOWN = FindingKind(
    code="json-name-unknown",
    text=Words(
        nb="Feltet «{name}» finnes ikke i {group}.",
        nn="Feltet «{name}» finst ikkje i {group}.",
        en="The field “{name}” does not exist in {group}.",
    ),
    cure=Words(nb="Bruk {nearest}.", nn="Bruk {nearest}.", en="Use {nearest}."),
)
NOT_A_VALUE = FindingKind(
    code="json-value",
    text=Words(
        nb="{path}: ventet {expected}, fant {got}.",
        nn="{path}: venta {expected}, fann {got}.",
        en="{path}: expected {expected}, found {got}.",
    ),
    cure=Words(nb="Rett verdien.", nn="Rett verdien.", en="Correct the value."),
)
AN_OBJECT = Words(nb="et objekt", nn="eit objekt", en="an object")
A_LIST = Words(nb="en liste", nn="ei liste", en="a list")
A_TEXT = Words(nb="en tekst", nn="ein tekst", en="a text")
A_NUMBER = Words(
    nb="et tall som tekst, «10.50»", nn="eit tal som tekst, «10.50»", en="a number as text, “10.50”"
)
A_DAY = Words(nb="en dato, «2026-12-31»", nn="ein dato, «2026-12-31»", en="a date, “2026-12-31”")
A_TIME = Words(nb="et klokkeslett", nn="eit klokkeslett", en="a time of day")
YES_OR_NO = Words(nb="true eller false", nn="true eller false", en="true or false")

COMPOSED: Mapping[Kind, tuple[str, ...]] = {
    Kind.WORDS: Text._fields,
    Kind.LISTED_CODE: Code._fields,
    Kind.IDENTIFIER: Identifier._fields,
    Kind.AMOUNT: Amount._fields,
    Kind.QUANTITY: Quantity._fields,
    Kind.BINARY: Binary._fields,
}


def to_json(group: Group) -> dict[str, Json]:
    """A group, and all in it, as JSON."""
    made: dict[str, Json] = {}
    for row in group.present():
        held = group.__dict__[row.name]
        made[row.name] = (
            [_value_out(row, each) for each in held] if row.many else _value_out(row, held)
        )
    if group.extras is not None:
        made[BESIDE] = _extras_out(group, group.extras)
    return made


def _value_out(row: Field, value: Value | Group) -> Json:
    if isinstance(value, Group):
        return to_json(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, tuple):
        first, *names = COMPOSED[row.kind]
        parts = zip(names, value[1:], strict=True)
        return {first: written(value), **{name: part for name, part in parts if part}}
    return written(value)


def _extras_out(group: Group, extras: Extras) -> dict[str, Json]:
    made: dict[str, Json] = {}
    if extras.unknown:
        made["unknown"] = [{"at": at, "xml": kept.decode()} for at, kept in extras.unknown]
    if extras.repeated:
        made["repeated"] = {
            name: [_value_out(group.field(name), each) for each in again]
            for name, again in extras.repeated.items()
        }
    if extras.attributes:
        made["attributes"] = [
            {"field": name, "at": at, "values": dict(beside)}
            for (name, at), beside in extras.attributes.items()
        ]
    if extras.spelled:
        made["spelled"] = [
            {"field": name, "at": at, "text": text} for (name, at), text in extras.spelled.items()
        ]
    if extras.order:
        made["order"] = list(extras.order)
    return made


def from_json(form: Json, kind: type[G], path: str = "") -> G:
    """The group that a JSON form says.

    Raises:
        Unreadable: a name, a value or XML that does not fit, with what was expected.
    """
    held_form = _object(form, path)
    names = [row.name for row in kind.fields]
    for name in held_form:
        if name not in names and name != BESIDE:
            near = get_close_matches(name, names, 3, 0.4) or names[:3]
            facts = {"name": name, "group": kind.__name__, "nearest": ", ".join(near)}
            raise Unreadable(NAME_UNKNOWN.at(_step(path, name), **facts))
    held: dict[str, object] = {}
    for row in kind.fields:
        if row.name in held_form:
            held[row.name] = _field_in(row, held_form[row.name], _step(path, row.name))
    made = kind(**held)
    if BESIDE in held_form:
        extras = _extras_in(kind, _object(held_form[BESIDE], path), _step(path, BESIDE))
        object.__setattr__(made, "extras", extras)
    return made


def _field_in(row: Field, form: Json, path: str) -> object:
    if not row.many:
        return _value_in(row, form, path)
    return tuple(
        _value_in(row, each, f"{path}[{at}]") for at, each in enumerate(_list(form, path), 1)
    )


def _value_in(row: Field, form: Json, path: str) -> Value | Group:
    if row.type is not None:
        return from_json(form, row.type, path)
    if row.kind not in COMPOSED:
        return _plain(row.kind, form, path)
    parts = _object(form, path)
    names = COMPOSED[row.kind]
    for name in parts:
        if name not in names:
            facts = {"name": name, "group": row.kind.value, "nearest": ", ".join(names)}
            raise Unreadable(NAME_UNKNOWN.at(_step(path, name), **facts))
    first = _step(path, names[0])
    texts = [_text(parts.get(name, ""), _step(path, name)) for name in names[1:]]
    if row.kind in NUMBERED:
        number = cast(Decimal, _plain(Kind.NUMBER, parts.get(names[0]), first))
        return NUMBERED[row.kind](number, *texts)
    return WORDED[row.kind](_text(parts.get(names[0]), first), *texts)


NUMBERED: Mapping[Kind, Callable[..., Value]] = {Kind.AMOUNT: Amount, Kind.QUANTITY: Quantity}
WORDED: Mapping[Kind, Callable[..., Value]] = {
    Kind.WORDS: Text,
    Kind.LISTED_CODE: Code,
    Kind.IDENTIFIER: Identifier,
    Kind.BINARY: Binary,
}


def _plain(kind: Kind, form: Json, path: str) -> Value:
    if kind is Kind.INDICATOR:
        if not isinstance(form, bool):
            raise _refused(path, YES_OR_NO, form)
        return form
    text = _text(form, path)
    if kind in {Kind.TEXT, Kind.CODE}:
        return text
    read, expected = READ[kind]
    value = read(text)
    if value is None:
        raise _refused(path, expected, text)
    return value


READ: Mapping[Kind, tuple[Callable[[str], Value | None], Words]] = {
    Kind.NUMBER: (values.decimal, A_NUMBER),
    Kind.DATE: (values.day, A_DAY),
    Kind.TIME: (values.clock_time, A_TIME),
}


def _extras_in(kind: type[Group], form: Mapping[str, Json], path: str) -> Extras:
    extras = Extras()
    for each in _objects(form.get("unknown", ()), path):
        kept = _text(each.get("xml"), path).encode()
        xml.read(kept)
        extras.unknown.append((_whole(each.get("at"), path), kept))
    for name, again in _object(form.get("repeated", {}), path).items():
        row = _row(kind, name, path)
        extras.repeated[name] = [_value_in(row, each, path) for each in _list(again, path)]
    for each in _objects(form.get("attributes", ()), path):
        beside = _object(each.get("values"), path)
        place = (_text(each.get("field"), path), _whole(each.get("at"), path))
        extras.attributes[place] = {name: _text(value, path) for name, value in beside.items()}
    for each in _objects(form.get("spelled", ()), path):
        place = (_text(each.get("field"), path), _whole(each.get("at"), path))
        extras.spelled[place] = _text(each.get("text"), path)
    for step in _list(form.get("order", ()), path):
        extras.order.append(_row(kind, _text(step, path), path).name)
    return extras


def _row(kind: type[Group], name: str, path: str) -> Field:
    names = {row.name: row for row in kind.fields}
    if name not in names:
        facts = {"name": name, "group": kind.__name__, "nearest": ", ".join(list(names)[:3])}
        raise Unreadable(NAME_UNKNOWN.at(path, **facts))
    return names[name]


def _step(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _object(form: Json, path: str) -> Mapping[str, Json]:
    if not isinstance(form, Mapping):
        raise _refused(path, AN_OBJECT, form)
    return form


def _objects(form: Json, path: str) -> list[Mapping[str, Json]]:
    return [_object(each, path) for each in _list(form, path)]


def _list(form: Json, path: str) -> Sequence[Json]:
    if isinstance(form, str) or not isinstance(form, Sequence):
        raise _refused(path, A_LIST, form)
    return form


def _text(form: Json, path: str) -> str:
    if not isinstance(form, str):
        raise _refused(path, A_TEXT, form)
    return form


def _whole(form: Json, path: str) -> int:
    if not isinstance(form, int) or isinstance(form, bool):
        raise _refused(path, A_NUMBER, form)
    return form


def _refused(path: str, expected: Words, got: Json) -> Unreadable:
    shown = repr(got)[:80]
    return Unreadable(NOT_A_VALUE.at(path, path=path or "$", expected=expected, got=shown))
