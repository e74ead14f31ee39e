"""From typed values to XML, in the order of the schema, with everything that rode along.

>>> from anskaff.documents.ubl.table import said, text, Group
>>> class Note(Group):
...     key: str | None = text("cbc:ID", "BT-1", said("Nummer", "Nummer", "Number"))
>>> write(Note(key="7"), "urn:example", "Note").decode().endswith("<cbc:ID>7</cbc:ID></Note>")
True
"""

from collections.abc import Iterator

from lxml import etree

from anskaff.documents import xml
from anskaff.documents.ubl.reading import Element
from anskaff.documents.ubl.table import CAC, CBC, Extras, Field, Group
from anskaff.documents.ubl.values import Value, written

NOTHING = Extras()


def write(document: Group, namespace: str, name: str) -> bytes:
    """A document as XML in UTF-8.

    Raises:
        ValueError: a text holds a letter that XML cannot carry.
    """
    return etree.tostring(
        tree(document, namespace, name), encoding="UTF-8", xml_declaration=True, pretty_print=False
    )


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
    rows = {row.name: list(_occurrences(group, row, extras)) for row in group.fields}
    for name in extras.order:
        if rows[name]:
            at, value = rows[name].pop(0)
            yield group.field(name), at, value
    for row in group.fields:
        for at, value in rows[row.name]:
            yield row, at, value


def _occurrences(
    group: Group, row: Field, extras: Extras
) -> Iterator[tuple[int, "Value | Group | None"]]:
    values = group.all(row)
    yield from enumerate(values)
    for name, at in extras.spelled:
        if name == row.name and at >= len(values):
            yield at, None


def _put(child: Element, row: Field, value: Value) -> None:
    child.text = written(value)
    if isinstance(value, tuple):
        for name, part in zip(row.parts, value[1:], strict=True):
            if part:
                child.set(name, part)
