"""Places as the official rules name them: a context that ends a path, and what stands below it.

A pattern such as `cac:Shipment/cac:Delivery` is met wherever a path ends so, also in parts of the
document that the table does not know.
"""

from collections.abc import Iterator

from anskaff.documents import xml
from anskaff.documents.peppol.post_award.anywhere import hidden, qualified, texts
from anskaff.documents.peppol.post_award.structure import path_of
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.reading import Element, Reading, Spot, read, short_name
from anskaff.documents.ubl.table import Group


def matching(
    reading: Reading[Group], pattern: str, *kinds: type[Group]
) -> Iterator[tuple[Spot, Group]]:
    """Every group that a pattern is met by, those of the table first.

    `kinds` are the types that the table has for it; what it does not know is read as the first.
    """
    for kind in kinds:
        for group in reading.all(kind):
            if _ends_so(path_of(group), pattern):
                yield Spot(group), group
    last = qualified(pattern.rpartition("/")[2])
    for spot, top in reading.once(hidden):
        for each in top.iter(last):
            if _ends_so(_path(spot.group, top, each), pattern):
                yield spot, read(each, kinds[0]).root


def below(group: Group, path: str) -> Iterator[str]:
    """The text of every element at a path below a group; "" for one that holds others.

    >>> from anskaff.documents.ubl.table import said, text
    >>> class Note(Group):
    ...     key: str | None = text("cbc:ID", "", said("Nummer", "Nummer", "Number"))
    >>> [*below(Note(key="7"), "cbc:ID")], [*below(Note(), "cbc:ID")]
    (['7'], [])
    """
    step, _, rest = path.partition("/")
    row = next((each for each in group.fields if each.tag == step), None)
    if row is not None and row.type is None:
        yield from texts(group, row)
    elif row is not None:
        for child in group.children(row):
            if rest:
                yield from below(child, rest)
            else:
                yield ""
    for element in _unknown(group, step):
        steps = "/".join(map(qualified, rest.split("/"))) if rest else "."
        yield from (found.text or "" for found in element.iterfind(steps))


def stands(group: Group, *paths: str) -> bool:
    """Whether an element stands at one of these paths below a group."""
    return any(True for path in paths for _ in below(group, path))


def attributes_below(group: Group, path: str, name: str) -> Iterator[str]:
    """The attribute of this name on every element at a path below a group, where it stands."""
    *above, last = path.split("/")
    groups = [group]
    for step in above:
        groups = [
            child
            for each in groups
            for row in each.fields
            if row.tag == step
            for child in each.children(row)
        ]
    for each in groups:
        yield from _attributes(each, last, name)


def _attributes(group: Group, tag: str, name: str) -> Iterator[str]:
    for row in group.fields:
        if row.tag != tag:
            continue
        for at, value in enumerate(group.all(row)):
            beside = group.extras.attributes.get((row.name, at), {}) if group.extras else {}
            if name in beside:
                yield beside[name]
            elif name in row.parts and isinstance(value, tuple):
                held = value[row.parts.index(name) + 1]
                if held:
                    yield str(held)


def _unknown(group: Group, tag: str) -> Iterator[Element]:
    if group.extras is None:
        return
    for _, kept in group.extras.unknown:
        element = xml.read(kept, limits=LIMITS)
        if short_name(element) == tag:
            yield element


def _ends_so(path: str, pattern: str) -> bool:
    return path == pattern or path.endswith(f"/{pattern}")


def _path(group: Group, top: Element, element: Element) -> str:
    """The path from the root to an element inside one that the table does not know."""
    steps = [short_name(element)]
    while element is not top:
        parent = element.getparent()
        if parent is None:
            break
        element = parent
        steps.append(short_name(element))
    return "/".join(filter(None, (path_of(group), *reversed(steps))))
