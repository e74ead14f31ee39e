"""From typed values to XML, in the order of the schema, with everything that rode along.

>>> from anskaff.documents.ubl.table import said, text, Group
>>> class Note(Group):
...     key: str | None = text("cbc:ID", "BT-1", said("Nummer", "Nummer", "Number"))
>>> write(Note(key="7"), "urn:example", "Note").decode().endswith("<cbc:ID>7</cbc:ID></Note>")
True
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import cast

from lxml import etree

from anskaff.documents import xml
from anskaff.documents.ubl.occurrences import occurrences
from anskaff.documents.ubl.reading import Element
from anskaff.documents.ubl.table import CAC, CBC, Extras, Field, Group
from anskaff.documents.ubl.values import Value, written

NOTHING = Extras()
NOT_CARRIED = "a text is not XML compatible: it holds a letter that XML cannot carry"


def write(document: Group, namespace: str, name: str) -> bytes:
    """A document as XML in UTF-8.

    Raises:
        ValueError: a text holds a letter that XML cannot carry.
    """
    pieces: list[str] = []
    try:
        _tell(document, pieces, defaultdict(dict))
    except _OddError:
        made = tree(document, namespace, name)
        return etree.tostring(made, encoding="UTF-8", xml_declaration=True)
    inside = _encoded("".join(pieces))
    known = f'<{name} xmlns="{namespace}" xmlns:cac="{CAC}" xmlns:cbc="{CBC}"'
    start = f"<?xml version='1.0' encoding='UTF-8'?>\n{known}".encode()
    return b"".join((start, b">", inside, f"</{name}>".encode())) if inside else start + b"/>"


def _encoded(text: str) -> bytes:
    """A text in UTF-8.

    Raises:
        ValueError: it holds a letter that XML cannot carry.
    """
    try:
        data = text.encode()
    except UnicodeEncodeError:
        raise ValueError(NOT_CARRIED) from None
    if len(data.translate(None, _CONTROLS)) < len(data) or any(map(data.count, _NO_LETTERS)):
        raise ValueError(NOT_CARRIED)
    return data


class _OddError(Exception):
    """Something rides along that only the tree has a place for."""


_CONTROLS = bytes(each for each in range(0x20) if chr(each) not in "\t\n\r")
_NO_LETTERS = ("\ufffe".encode(), "\uffff".encode())
_SPECIAL = re.compile(r'[&<>"\r\n\t]').search
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_QUOTES = _TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def _tell(group: Group, pieces: list[str], told: defaultdict[str, dict[int, str]]) -> None:
    """The inside of a group as text, piece by piece; quicker than a tree.

    `told` is what was said of each value that came before, by its element: values that are alike
    are mostly one, as they are made when read.
    """
    extras = group.extras
    if extras is not None:
        _check_plain(extras)
    beside = extras.attributes if extras is not None else {}
    held = group.__dict__
    say = pieces.append
    for name, tag, many, is_group, parts in _rows(type(group)):
        if name not in held:
            continue
        value = held[name]
        if is_group:
            for one in value if many else (value,):
                if not one.__dict__ and one.extras is None:
                    say(f"<{tag}/>")
                    continue
                say(f"<{tag}>")
                _tell(one, pieces, told)
                say(f"</{tag}>")
        elif beside or many:
            for at, one in enumerate(value if many else (value,)):
                say(_element(tag, parts, one, beside.get((name, at))))
        elif type(value) is str:
            text = value.translate(_TEXT) if _SPECIAL(value) else value
            say(f"<{tag}>{text}</{tag}>")
        else:
            known = told[tag]
            said = known.get(id(value))
            if said is None:
                said = known[id(value)] = _element(tag, parts, value, None)
            say(said)


def _check_plain(extras: Extras) -> None:
    """Attributes in no namespace are the only thing that may ride along.

    Raises:
        _OddError: there is something else.
    """
    attributes = extras.attributes
    if (
        extras.unknown
        or extras.order
        or extras.repeated
        or extras.spelled
        or ("", 0) in attributes
        or any(name.startswith("{") for each in attributes.values() for name in each)
    ):
        raise _OddError


def _element(
    tag: str, parts: tuple[str, ...], value: Value, beside: Mapping[str, str] | None
) -> str:
    """An element with its text and attributes."""
    first = value[0] if parts else value  # type: ignore[index]
    text = first if type(first) is str else _spelled(cast(Value, first))
    text = text.translate(_TEXT) if _SPECIAL(text) else text
    return f"<{tag}{_attributes(parts, value, beside)}>{text}</{tag}>"


def _attributes(parts: tuple[str, ...], value: Value, beside: Mapping[str, str] | None) -> str:
    """The attributes of an element: the parts of its value, then what rode along."""
    said = ""
    if parts:
        for name, part in zip(parts, value[1:], strict=True):  # type: ignore[index]
            if part:
                said += f' {name}="{part.translate(_IN_QUOTES) if _SPECIAL(part) else part}"'
    for name, part in beside.items() if beside else ():
        said += f' {name}="{part.translate(_IN_QUOTES) if _SPECIAL(part) else part}"'
    return said


def _spelled(value: Value) -> str:
    """As `written`; a number without exponent needs no format."""
    text = str(value) if type(value) is Decimal else "E"
    return written(value) if "E" in text else text


_Row = tuple[str, str, bool, bool, tuple[str, ...]]
_known: dict[type[Group], tuple[_Row, ...]] = {}


def _rows(kind: type[Group]) -> tuple[_Row, ...]:
    """What writing asks of each field of a group; worked out once."""
    if kind not in _known:
        _known[kind] = tuple(
            (row.name, row.tag, row.many, row.type is not None, row.parts) for row in kind.fields
        )
    return _known[kind]


def tree(document: Group, namespace: str, name: str) -> Element:
    """A document as a tree."""
    prefixes: dict[str | None, str] = {None: namespace, "cac": CAC, "cbc": CBC}
    root = etree.Element(f"{{{namespace}}}{name}", nsmap=prefixes)
    _fill(root, document)
    return root


def _fill(element: Element, group: Group) -> None:
    extras = group.extras or NOTHING
    for name, attribute in extras.attributes.get(("", 0), {}).items():
        element.set(name, attribute)
    if ("", 0) in extras.spelled:
        element.text = extras.spelled["", 0]
    for row, at, value in _in_order(group, extras):
        child = etree.SubElement(element, row.qualified)
        if isinstance(value, Group):
            _fill(child, value)
            continue
        if value is not None:
            _put(child, row, value)
        for name, attribute in extras.attributes.get((row.name, at), {}).items():
            child.set(name, attribute)
        if (row.name, at) in extras.spelled:
            child.text = extras.spelled[row.name, at]
    for place, kept in extras.unknown:
        element.insert(place, xml.read(kept))


def _in_order(group: Group, extras: Extras) -> Iterator[tuple[Field, int, "Value | Group | None"]]:
    """Every value with its field and occurrence, in the order to write them.

    An unreadable value is nothing; only its text is known.
    """
    rows = {row.name: list(occurrences(group, row)) for row in group.fields}
    for name in extras.order:
        if rows[name]:
            at, value = rows[name].pop(0)
            yield group.field(name), at, value
    for row in group.fields:
        for at, value in rows[row.name]:
            yield row, at, value


def _put(child: Element, row: Field, value: Value) -> None:
    child.text = written(value)
    if isinstance(value, tuple):
        for name, part in zip(row.parts, value[1:], strict=True):
            if part:
                child.set(name, part)
