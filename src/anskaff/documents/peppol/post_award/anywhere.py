"""Elements by name wherever they stand in a document, also where the table does not have them."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar, cast

from lxml import etree

from anskaff.documents import xml
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.occurrences import occurrences
from anskaff.documents.ubl.reading import Element, Reading, Spot, read, short_name
from anskaff.documents.ubl.table import CAC, CBC, PREFIXES, Field, Group, Kind
from anskaff.documents.ubl.values import Value, normalized, written

G = TypeVar("G", bound=Group)
TAX_SCHEME = "cac:PartyTaxScheme"
SCHEME = "schemeID"


class Standing(NamedTuple):
    """An element without children: its place, names of it and its parent, text and scheme.

    `tax_scheme` is the tax that the registration around it is for.
    """

    spot: Spot
    tag: str
    within: str
    text: str
    scheme: str = ""
    tax_scheme: str = ""


def standing(
    reading: Reading[Group],
    tags: Collection[str],
    asked: Callable[[Group, Field], bool] = lambda _group, _row: True,
) -> Iterator[Standing]:
    """Every element with one of these names, those that the table knows first.

    A name may be asked within another only, as `cac:PartyIdentification/cbc:ID`; `asked` tells
    which fields of the table are of interest.
    """
    names = frozenset(tags)
    for row, groups in rows_named(reading, names):
        for group in groups:
            if asked(group, row) and is_named(row.tag, within_of(group), names):
                yield from _in_group(group, row)
    for spot, element in reading.once(hidden):
        yield from _hidden_standing(spot, element, names)


def is_named(tag: str, within: str, names: frozenset[str]) -> bool:
    """Whether an element has one of the names, perhaps with the name of its parent before."""
    return tag in names or f"{within}/{tag}" in names


def rows_named(
    reading: Reading[Group], names: frozenset[str]
) -> Iterator[tuple[Field, Sequence[Group]]]:
    """The fields of a document with one of these names, each with the groups that may have it."""
    rows = _rows_named(type(reading.root), names)
    for kind, groups in reading.kinds():
        for row in rows.get(kind, ()):
            yield row, groups


_Rows = Mapping[type[Group], Sequence[Field]]
_kept: dict[tuple[type[Group], frozenset[str]], _Rows] = {}


def _rows_named(root: type[Group], names: frozenset[str]) -> _Rows:
    """The same by type of group, at the places that it has in the table; worked out once."""
    if (root, names) not in _kept:
        found: dict[type[Group], list[Field]] = {}
        for kind, places in _places(root).items():
            for row in kind.fields:
                here = any(is_named(row.tag, place, names) for place in places)
                if here and row.kind is not Kind.GROUP:
                    found.setdefault(kind, []).append(row)
        _kept[root, names] = found
    return _kept[root, names]


def kinds_named(root: type[Group], names: frozenset[str]) -> set[Kind]:
    """What the fields with these names hold in a document."""
    return {row.kind for row in fields_named(root, names)}


def fields_named(root: type[Group], names: frozenset[str]) -> Iterator[Field]:
    """The fields with these names in a document, wherever they stand."""
    return chain.from_iterable(_rows_named(root, names).values())


def _places(root: type[Group]) -> Mapping[type[Group], set[str]]:
    """The names of the elements that each type of group is in a document; "" for the root."""
    found: dict[type[Group], set[str]] = {root: {""}}
    left = [root]
    while left:
        for row in left.pop().fields:
            if row.type is not None and row.tag not in found.get(row.type, ()):
                found.setdefault(row.type, set()).add(row.tag)
                left.append(row.type)
    return found


def hidden(reading: Reading[Group]) -> tuple[tuple[Spot, Element], ...]:
    """The elements that the table does not know, each with the place it was noted at."""
    groups = {id(spot.group): spot.group for spot in reading.unknown}
    return tuple(
        (Spot(group, None, "", short_name(element)), element)
        for group in groups.values()
        if group.extras is not None
        for element in (xml.read(kept, limits=LIMITS) for _, kept in group.extras.unknown)
    )


def groups_at(
    reading: Reading[Group], tag: str, *kinds: type[G], within: str = ""
) -> Iterator[tuple[Spot, G]]:
    """Every group that is an element of this name, those of the table first.

    `kinds` are the types that the table has for it; what it does not know is read as the first,
    where it stands `within` an element of that name, when one is given.
    """
    for kind in kinds:
        yield from ((Spot(group), group) for group in reading.all(kind))
    yield from hidden_at(reading, tag, kinds[0], within=within)


def hidden_at(
    reading: Reading[Group], tag: str, kind: type[G], *, within: str = ""
) -> Iterator[tuple[Spot, G]]:
    """As `groups_at`, but only what the table does not know."""
    for spot, top in reading.once(hidden):
        for each in top.iter(qualified(tag)):
            parent = each.getparent()
            inside = within_of(spot.group) if parent is None else short_name(parent)
            if within in {"", inside}:
                yield spot, read(each, kind).root


def _in_group(group: Group, row: Field) -> Iterator[Standing]:
    within = within_of(group)
    if group.extras is None and not row.many:
        value = group.__dict__.get(row.name)
        if value is not None:
            text = value[0] if row.kind is Kind.IDENTIFIER else written(value)
            scheme = value[1] if row.kind is Kind.IDENTIFIER else ""
            tax_scheme = _tax_scheme(group, within)
            yield Standing(Spot(group, row), row.tag, within, text, scheme, tax_scheme)
        return
    for at, text in enumerate(texts(group, row)):
        value = group.all(row)[at] if row.kind is Kind.IDENTIFIER else None
        scheme = value[1] if isinstance(value, tuple) else ""
        if not scheme and group.extras is not None:
            scheme = group.extras.attributes.get((row.name, at), {}).get(SCHEME, "")
        yield Standing(Spot(group, row), row.tag, within, text, scheme, _tax_scheme(group, within))


def qualified(tag: str) -> str:
    """A name such as `cbc:ID` as the parser writes it."""
    prefix, _, local = tag.partition(":")
    return f"{{{PREFIXES[prefix]}}}{local}"


def within_of(group: Group) -> str:
    """The name of the element that a group is; "" for the root."""
    place = group.position[1]
    return place.tag if place is not None else ""


def texts(group: Group, row: Field) -> list[str]:
    """Every value of a field as it stood, in the order of the document.

    >>> from anskaff.documents.ubl.table import said, text
    >>> class Note(Group):
    ...     key: str | None = text("cbc:ID", "", said("Nummer", "Nummer", "Number"))
    >>> texts(Note(key=" 7"), Note.field("key"))
    [' 7']
    """
    if group.extras is None:
        return [written(cast(Value, each)) for each in group.all(row)]
    spelled = group.extras.spelled
    return [
        spelled[row.name, at] if (row.name, at) in spelled else written(cast(Value, value))
        for at, value in occurrences(group, row)
    ]


def texts_at(group: Group, tag: str) -> list[str]:
    """Every value with this name in a group as it stood, also one that the table does not know."""
    row = next((each for each in group.fields if each.tag == tag), None)
    if row is not None:
        return texts(group, row)
    kept = group.extras.unknown if group.extras is not None else ()
    elements = (xml.read(each, limits=LIMITS) for _, each in kept)
    return [each.text or "" for each in elements if each.tag == qualified(tag)]


def _tax_scheme(group: Group, within: str) -> str:
    """What a registration for tax says that the tax is; nothing when it says several."""
    if within != TAX_SCHEME:
        return ""
    row = next((each for each in group.fields if each.tag == "cac:TaxScheme"), None)
    schemes = group.children(row) if row is not None else ()
    keys = [
        text
        for scheme in schemes
        for field in scheme.fields
        if field.tag == "cbc:ID"
        for text in texts(scheme, field)
    ]
    return normalized(keys[0]) if len(keys) == 1 else ""


def _hidden_standing(spot: Spot, top: Element, names: frozenset[str]) -> Iterator[Standing]:
    for each in top.iter(etree.Element):
        tag = short_name(each)
        parent = each.getparent()
        within = within_of(spot.group) if parent is None else short_name(parent)
        if len(each) or not is_named(tag, within, names):
            continue
        tax = "" if parent is None or within != TAX_SCHEME else _hidden_tax(parent)
        yield Standing(spot, tag, within, each.text or "", each.get(SCHEME, ""), tax)


def _hidden_tax(registration: Element) -> str:
    keys = registration.findall(f"{{{CAC}}}TaxScheme/{{{CBC}}}ID")
    return normalized(keys[0].text or "") if len(keys) == 1 else ""
