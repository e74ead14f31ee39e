"""From an XML tree to typed values in one pass, and what did not fit the table on the way.

Each group's table becomes a small automaton: the name of a child leads to the step that takes it.
Reading never fails; what is odd is noted with its place, and the checks judge it.
"""

import gc
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import Generic, NamedTuple, TypeVar, cast

from lxml import etree

from anskaff.documents.ubl import values
from anskaff.documents.ubl.table import PREFIXES, Extras, Field, Group, Kind
from anskaff.documents.ubl.values import (
    BLANK,
    Amount,
    Binary,
    Code,
    Identifier,
    Quantity,
    Text,
    Value,
)

Element = etree._Element  # noqa: SLF001 - the only public name for the type
Root = TypeVar("Root", bound=Group)
G = TypeVar("G", bound=Group)
T = TypeVar("T")
Convert = Callable[[str, Element], Value | None]
Step = Callable[[Element, Group, "Reading[Group]"], None]

MOST_SHOWN = 80
NEAR = 128
"""Groups of a family that are let go at a time."""
PLAIN = {Kind.TEXT, Kind.CODE}
plain_number = re.compile(r"-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?").fullmatch
_PREFIX_OF = {uri: prefix for prefix, uri in PREFIXES.items()}


class Spot(NamedTuple):
    """A place in a document: the group, its field, what stood there, and a step further down."""

    group: Group
    field: Field | None = None
    got: str = ""
    step: str = ""

    @property
    def where(self) -> str:
        """The path from the root."""
        return "/".join(filter(None, (self.group.where(self.field), self.step)))


Priced = tuple[type[Group], str, str]
"""A type of group, a field of it, and a currency that it has an amount in."""
Held = tuple[type[Group], frozenset[str]]
"""A type of group, and the fields that one of it has."""
MOST_SHAPES = 500


class FieldSets:
    """The different sets of fields that the groups of a document have, by type.

    Groups of a variant count for the type that it stands on too. `always` are the fields that every
    group of a type has, and `ever` those that any has.
    """

    def __init__(self, held: Collection[Held]) -> None:
        self.kinds = tuple(dict.fromkeys(kind for kind, _ in held))
        self.sets: dict[type[Group], list[frozenset[str]]] = defaultdict(list)
        for kind, names in held:
            for each in kind.__mro__:
                if issubclass(each, Group):
                    self.sets[each].append(names)
        none: frozenset[str] = frozenset()
        self.always: dict[type[Group], frozenset[str]] = defaultdict(lambda: none)
        self.ever: dict[type[Group], frozenset[str]] = defaultdict(lambda: none)
        for kind, several in self.sets.items():
            self.always[kind] = several[0].intersection(*several)
            self.ever[kind] = none.union(*several)


field_sets = lru_cache(maxsize=MOST_SHAPES)(FieldSets)
"""Made once for documents of the same shape: those from one sender are mostly of a few."""


@dataclass(slots=True)
class Reading(Generic[Root]):
    """A document as it was read: its values, all groups by family, and what did not fit.

    - `empty`: elements without text and children; `unreadable`: values that are not of their type;
    - `unknown`: elements that are not in the table (`step` is the name);
    - `repeated`: what should stand once; `disorder`: children that came too late;
    - `stray`: attributes that are not in the table (`step` is `@name`);
    - `identifiers`: every identifier with a scheme; `priced`: which fields have amounts, and in
      which currencies;
    - `lists`: the code lists that the document is checked against, for rules that choose a list;
    - `last_unknown`: by group, the last of its children that was unknown and its place;
    - `held`: the different sets of fields that groups have; `made`: the different values of a
      field. Either is found out when asked for, if reading did not tell;
    - `templates`: the numbers of those that it was read by, if by nothing else; `track`: what can
      then read others that begin in the same way;
    - `plain`: whether no group is known to have more in its `extras` than attributes;
    - `as_written`: whether all amounts are known to stand as this house would write them.
    """

    root: Root
    groups: defaultdict[type[Group], list[Group]] = field(default_factory=lambda: defaultdict(list))
    empty: list[Spot] = field(default_factory=list)
    unreadable: list[Spot] = field(default_factory=list)
    unknown: list[Spot] = field(default_factory=list)
    repeated: list[Spot] = field(default_factory=list)
    disorder: list[Spot] = field(default_factory=list)
    stray: list[Spot] = field(default_factory=list)
    identifiers: list[tuple[Group, Field, Identifier]] = field(default_factory=list)
    priced: set[Priced] = field(default_factory=set)
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    last_unknown: dict[int, tuple[Element | None, int]] = field(default_factory=dict, repr=False)
    held: "FieldSets | None" = field(default=None, repr=False)
    made: dict[tuple[type[Group], str], Collection[Value]] = field(default_factory=dict, repr=False)
    templates: frozenset[int] | None = field(default=None, repr=False)
    track: object | None = field(default=None, repr=False)
    plain: bool = False
    as_written: bool = False
    _worked_out: dict[object, object] = field(default_factory=dict)

    def once(self, work: Callable[["Reading[Group]"], T]) -> T:
        """What `work` finds out about the document; asked again, it is not done again."""
        if work not in self._worked_out:
            self._worked_out[work] = work(cast("Reading[Group]", self))
        return cast(T, self._worked_out[work])

    def all(self, *types: type[G]) -> Iterator[G]:
        """Every group of the families of these types, in document order within a family."""
        for each in types:
            yield from cast(list[G], self.groups.get(each.family, []))

    @property
    def currencies(self) -> set[str]:
        """Those that amounts are in."""
        return {currency for _, _, currency in self.priced}

    def let_go(self) -> None:
        """Part parents from children, so that all is freed at once; nothing can be asked after.

        It goes backwards through all families side by side: what was read together lies together
        in memory, and family by family takes half as long again in a large document.
        """
        parts = max(map(len, self.groups.values())) // NEAR + 1
        for part in reversed(range(parts)):
            for groups in self.groups.values():
                start = len(groups) * part // (part + 1)
                for each in groups[start:]:
                    each.__dict__.clear()
                del groups[start:]

    def kinds(self) -> Iterator[tuple[type[Group], list[Group]]]:
        """Every group by its own type, the variants of a family apart."""
        for family, groups in self.groups.items():
            if not family.has_variants:
                yield family, groups
                continue
            found = list(dict.fromkeys(map(type, groups)))
            for kind in found:
                alone = len(found) == 1
                yield kind, groups if alone else [each for each in groups if type(each) is kind]

    @property
    def shape(self) -> "FieldSets":
        """The different sets of fields that its groups have; the same for documents alike."""
        if self.held is None:
            held = {
                (kind, frozenset(each.__dict__)) for kind, groups in self.kinds() for each in groups
            }
            self.held = field_sets(frozenset(held))
        return self.held

    def sets(self, kind: type[Group]) -> list[frozenset[str]]:
        """The different sets of fields that groups of a type have, its own kinds of it too."""
        return self.shape.sets.get(kind, [])

    def always(self, kind: type[Group]) -> frozenset[str]:
        """The fields that every group of a type has."""
        return self.shape.always[kind]

    def ever(self, kind: type[Group]) -> frozenset[str]:
        """The fields that any group of a type has."""
        return self.shape.ever[kind]

    def distinct(self, kind: type[Group], name: str) -> Collection[Value]:
        """The values of a field in all groups of a family, each at least once."""
        key = (kind, name)
        if key not in self.made:
            self.made[key] = self._values(kind, name) if name in self.ever(kind) else ()
        return self.made[key]

    def _values(self, kind: type[Group], name: str) -> Collection[Value]:
        groups = self.groups.get(kind, ())
        found = [each.__dict__[name] for each in groups if name in each.__dict__]
        if self.plain and found and type(found[0]) is not tuple:
            return found
        holders = (each for each in groups if name in each.__dict__)
        several = (each.all(each.field(name)) for each in holders)
        return set(chain.from_iterable(cast(Iterable[Collection[Value]], several)))

    def amounts(self, *, but: str = "") -> Iterator[tuple[Group, Field, Amount]]:
        """Every amount with its place, perhaps without those in one currency.

        Fields that have no other currency are passed over.
        """
        asked = {(kind, name) for kind, name, currency in self.priced if currency != but or not but}
        for kind, groups in self.kinds():
            rows = [row for row in amounts_of(kind) if (kind, row.name) in asked]
            for group in groups if rows else ():
                for row in rows:
                    for each in group.all(row):
                        value = cast(Amount, each)
                        if value.currency != but or not but:
                            yield group, row, value


def amounts_of(kind: type[Group]) -> tuple[Field, ...]:
    """The fields of a group that are amounts; worked out once."""
    if kind not in _amounts:
        _amounts[kind] = tuple(row for row in kind.fields if row.kind is Kind.AMOUNT)
    return _amounts[kind]


_amounts: dict[type[Group], tuple[Field, ...]] = {}


def read(element: Element, root: type[Root]) -> Reading[Root]:
    """What a tree says, by the table of its root; the name of the root element is not looked at."""
    top = new(root, None, None, 0)
    reading = Reading(root=top)
    reading.groups[root.family].append(top)
    plain = cast("Reading[Group]", reading)
    if element.keys():
        stray(element, top, None, plain)
    with collector_paused():
        _automaton(root)(element, top, plain)
    if not len(element):
        reading.empty.append(Spot(top))
    return reading


@contextmanager
def collector_paused() -> Iterator[None]:
    """Values are made by the thousand and none is garbage: looking for it takes as long again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def new(kind: type[G], parent: Group | None, place: Field | None, occurrence: int) -> G:
    """An empty group at its place."""
    made = object.__new__(kind)
    put_extras(made, None)
    put_position(made, (parent, place, occurrence))
    return made


put_position: Callable[[Group, tuple[Group | None, Field | None, int]], None]
put_position = vars(Group)["position"].__set__
put_extras: Callable[[Group, Extras | None], None] = vars(Group)["extras"].__set__


_automata: dict[type[Group], Step] = {}


def _automaton(kind: type[Group]) -> Step:
    """The function that reads the children of a group; made once."""
    if kind not in _automata:
        _automata[kind] = _make_automaton(kind)
    return _automata[kind]


def _make_automaton(kind: type[Group]) -> Step:
    steps: dict[object, tuple[int, str, Step]] = {
        row.qualified: (at, "" if row.many or row.kind not in PLAIN else row.name, step(row))
        for at, row in enumerate(kind.fields)
    }
    find = steps.get
    many = tuple(row.name for row in kind.fields if row.many)

    def visit(element: Element, group: Group, reading: Reading[Group]) -> None:
        held = group.__dict__
        last = -1
        ordered = True
        for child in element:
            step = find(child.tag)
            if step is None:
                unknown(child, group, reading)
                continue
            at, plain, take = step
            if at < last:
                ordered = False
                reading.disorder.append(Spot(group, kind.fields[at]))
            else:
                last = at
            if plain:
                text = child.text
                usual = text and text[0] > " " and not child.keys() and not len(child)
                if usual and plain not in held:
                    held[plain] = text
                    continue
            take(child, group, reading)
        if not ordered:
            names = (steps[child.tag][0] for child in element if child.tag in steps)
            extras_of(group).order.extend(kind.fields[at].name for at in names)
        for name in many:
            if name in held:
                held[name] = tuple(held[name])

    return visit


def step(row: Field) -> Step:
    """The function that takes one child."""
    if row.type is not None:
        return _group_step(row, row.type)
    number = _NUMBERS.get(row.kind)
    if number is not None:
        return _number_step(row, number)
    return _value_step(row, _CONVERTERS[row.kind])


def _group_step(row: Field, kind: type[Group]) -> Step:
    name, many, visit = row.name, row.many, _automaton(kind)
    family = kind.family

    def take(child: Element, group: Group, reading: Reading[Group]) -> None:
        held = group.__dict__
        if many:
            siblings = held.setdefault(name, [])
            made = new(kind, group, row, len(siblings))
            siblings.append(made)
        elif name in held:
            siblings = extras_of(group).repeated.setdefault(name, [])
            made = new(kind, group, row, len(siblings) + 1)
            siblings.append(made)
            reading.repeated.append(Spot(made))
        else:
            made = held[name] = new(kind, group, row, 0)
        reading.groups[family].append(made)
        if child.keys():
            stray(child, made, None, reading)
        visit(child, made, reading)
        if not made.__dict__ and not len(child):
            reading.empty.append(Spot(made))
        text = child.text
        if text and text.strip(BLANK):
            extras_of(made).spelled[("", 0)] = text
            reading.unknown.append(Spot(made, None, text.strip()[:MOST_SHOWN], "text()"))

    return take


def _value_step(row: Field, convert: Convert) -> Step:
    """A step for values that are mostly text; `convert` gives nothing when it cannot."""
    name, parts, many = row.name, list(row.parts), row.many
    identifier = row.kind is Kind.IDENTIFIER
    exact = row.kind not in {Kind.DATE, Kind.TIME, Kind.INDICATOR}

    def take(child: Element, group: Group, reading: Reading[Group]) -> None:
        text = child.text
        if len(child):
            unknown(child, group, reading)
            return
        if not text or not text.strip(BLANK):
            reading.empty.append(Spot(group, row))
            text = text or ""
        value = convert(text, child)
        if not exact and value is not None and values.written(value) != text:
            _spell(group, row, text)
        keys = child.keys()
        if keys and (keys != parts or "" in cast(tuple[str, ...], value)):
            stray(child, group, row, reading)
        if value is None:
            _unreadable(group, row, text)
            reading.unreadable.append(Spot(group, row, text.strip()[:MOST_SHOWN]))
            return
        held = group.__dict__
        if many:
            held.setdefault(name, []).append(value)
        elif name in held:
            _again(group, row, value, reading)
        else:
            held[name] = value
        if identifier and value[1]:  # type: ignore[index]
            reading.identifiers.append((group, row, cast(Identifier, value)))

    return take


def _number_step(row: Field, attribute: str) -> Step:
    """A step for numbers, amounts and quantities; they never repeat in UBL 2."""
    name, parts = row.name, list(row.parts)
    is_amount = row.kind is Kind.AMOUNT
    plain = row.kind is Kind.NUMBER
    made: type[Amount | Quantity] = Amount if is_amount else Quantity

    def take(child: Element, group: Group, reading: Reading[Group]) -> None:
        text = child.text or ""
        if len(child):
            unknown(child, group, reading)
            return
        beside = child.get(attribute, "") if attribute else ""
        keys = child.keys()
        if keys and (keys != parts or not beside):
            stray(child, group, row, reading)
        number: Decimal | None
        if plain_number(text):
            number = Decimal(text)
        else:
            number = values.decimal(text)
            if number is not None:
                _spell(group, row, text)
            else:
                if beside:
                    place = (name, _count(group, row))
                    extras_of(group).attributes.setdefault(place, {})[attribute] = beside
                _unreadable(group, row, text)
                if not text.strip(BLANK):
                    reading.empty.append(Spot(group, row))
                reading.unreadable.append(Spot(group, row, text.strip()[:MOST_SHOWN]))
                return
        held = group.__dict__
        value: Value = number if plain else made(number, beside)
        if name in held:
            _again(group, row, value, reading)
        else:
            held[name] = value
        if is_amount:
            reading.priced.add((type(group), name, beside))

    return take


def _again(group: Group, row: Field, value: Value, reading: Reading[Group]) -> None:
    extras_of(group).repeated.setdefault(row.name, []).append(value)
    reading.repeated.append(Spot(group, row, values.written(value)[:MOST_SHOWN]))


def _spell(group: Group, row: Field, text: str) -> None:
    """Keep the text of the occurrence that is being read."""
    extras = extras_of(group)
    extras.spelled[row.name, _count(group, row)] = text


def _unreadable(group: Group, row: Field, text: str) -> None:
    """Keep the text of an occurrence that is not a value of its type."""
    _spell(group, row, text)
    counted = extras_of(group).unreadable
    counted[row.name] = counted.get(row.name, 0) + 1


def _count(group: Group, row: Field) -> int:
    """How many values a field has so far, the unreadable ones too."""
    held = group.__dict__.get(row.name)
    count = 0 if held is None else len(held) if row.many else 1
    if group.extras is None:
        return count
    extras = group.extras
    return count + len(extras.repeated.get(row.name, ())) + extras.unreadable.get(row.name, 0)


def extras_of(group: Group) -> Extras:
    """The extras of a group that is being read, made when first needed."""
    if group.extras is None:
        put_extras(group, Extras())
    return cast(Extras, group.extras)


def _kept(child: Element) -> bytes:
    """An element as bytes that stand alone, the same wherever its namespaces were declared.

    The canonical form refuses namespaces that are no whole address, such as `here`, and does not
    escape signs in them; they are odd, and no less to be kept.
    """
    kept = _canonical(child)
    if kept:
        return kept
    alone = deepcopy(child)
    alone.tail = None
    etree.cleanup_namespaces(alone)
    return _canonical(alone) or _DECLARED.sub(_in_order, etree.tostring(alone, encoding="utf-8"), 1)


def _canonical(element: Element) -> bytes:
    """The canonical form; nothing where there is none, or it could not be read."""
    try:
        kept = etree.tostring(element, method="c14n", exclusive=True, with_comments=False)
    except etree.C14NError:
        return b""
    is_odd = b"&" in kept and any(map(_has_odd_namespace, element.iter(etree.Element)))
    return b"" if is_odd else kept


_ONE_DECLARED = rb" xmlns(?::[^\s=]+)?=(?:\"[^\"]*\"|'[^']*')"
_DECLARED = re.compile(rb"(?<=^<)([^\s/>]+)((?:%s)+)" % _ONE_DECLARED)


def _in_order(found: re.Match[bytes]) -> bytes:
    return found[1] + b"".join(sorted(re.findall(_ONE_DECLARED, found[2])))


def _has_odd_namespace(element: Element) -> bool:
    return any("&" in uri for uri in element.nsmap.values())


def unknown(child: Element, group: Group, reading: Reading[Group]) -> None:
    """Keep an element that the table does not have, with its place among its siblings."""
    kept = _kept(child)
    extras_of(group).unknown.append((_place(child, group, reading), kept))
    name = short_name(child)
    reading.unknown.append(Spot(group, None, (child.text or "").strip()[:MOST_SHOWN], name))
    for each in child.iter(etree.Element):
        if not len(each) and not (each.text or "").strip(BLANK):
            reading.empty.append(Spot(group, None, "", name))


def _place(child: Element, group: Group, reading: Reading[Group]) -> int:
    """How many siblings stand before a child, counted from the last one that was unknown."""
    last, place = reading.last_unknown.get(id(group), (None, -1))
    for each in child.itersiblings(preceding=True):
        place += 1
        if each is last:
            break
    else:
        place += 1
    reading.last_unknown[id(group)] = (child, place)
    return place


def stray(child: Element, group: Group, row: Field | None, reading: Reading[Group]) -> None:
    """Keep the attributes that are not part of the value."""
    known = (*row.parts, *(each.name for each in row.attributes)) if row else ()
    beside = {str(key): str(value) for key, value in child.items() if key not in known}
    if row is not None:
        place = (row.name, _count(group, row))
        kept = {key: value for key, value in child.items() if key not in row.parts or not value}
    else:
        place, kept = ("", 0), beside
    if kept:
        extras_of(group).attributes[place] = {str(key): str(value) for key, value in kept.items()}
    for name, value in beside.items():
        reading.stray.append(
            Spot(group, row, value[:MOST_SHOWN], f"@{etree.QName(name).localname}")
        )


def short_name(element: Element) -> str:
    """An element's name with the prefix we know it by, such as `cbc:ID`."""
    name = etree.QName(element)
    prefix = _PREFIX_OF.get(str(name.namespace), "")
    return f"{prefix}:{name.localname}" if prefix else name.localname


_NUMBERS: Mapping[Kind, str] = {
    Kind.NUMBER: "",
    Kind.AMOUNT: "currencyID",
    Kind.QUANTITY: "unitCode",
}
_CONVERTERS: Mapping[Kind, Convert] = {
    Kind.TEXT: lambda text, _: text,
    Kind.CODE: lambda text, _: text,
    Kind.WORDS: lambda text, child: Text(text, child.get("languageID", "")),
    Kind.LISTED_CODE: lambda text, child: Code(
        text, child.get("listID", ""), child.get("listVersionID", "")
    ),
    Kind.IDENTIFIER: lambda text, child: Identifier(text, child.get("schemeID", "")),
    Kind.BINARY: lambda text, child: Binary(
        text, child.get("mimeCode", ""), child.get("filename", "")
    ),
    Kind.DATE: lambda text, _: values.day(text),
    Kind.TIME: lambda text, _: values.clock_time(text),
    Kind.INDICATOR: lambda text, _: values.indicator(text),
}
