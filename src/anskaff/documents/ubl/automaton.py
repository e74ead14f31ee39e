"""Reading in one pass: each tag leads from one state of its group to the next.

A state is what has stood in a group so far. The table gives the states, and they are made when a
document first needs them: a field that is repeated or comes too late has no way on, and the state
that a group ends in tells what it holds. A value that comes again is made once.

The parser has found the document well-formed, so its text is cut at each «<» and the pieces are
looked up as they are; opening each element of the tree takes three times as long. What is odd is
looked up in the tree and handed to the steps of `reading`; where the way ends, they read it all.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import length_hint
from typing import Any, TypeVar, cast

from lxml import etree

from anskaff.documents.ubl import reading as careful
from anskaff.documents.ubl.making import Make, maker
from anskaff.documents.ubl.pieces import (
    REMARK,
    InTree,
    chunks,
    inside,
    is_empty,
    skipped,
    unescaped,
)
from anskaff.documents.ubl.reading import Element, Reading, Spot
from anskaff.documents.ubl.table import PREFIXES, Field, Group, Kind
from anskaff.documents.ubl.values import BLANK, Amount, Value

Root = TypeVar("Root", bound=Group)
MOST_STATES = 5000
"""With the ways between them, for one kind of document; then they are made anew."""
MOST_AUTOMATA = 200
"""One for each kind of document and choice of prefixes; then they are made anew."""
MOST_TAG = 200
"""Letters in a tag that is kept."""

TEXT, VALUE, GROUP, END, ODD = range(5)
"""What follows a tag: text that is the value, text that a value is made of, the fields of a group,
those of the group around, or what must be looked up in the tree."""

_Valued = tuple[int, Make, bool, Field | None]
"""The number of a field, what makes a value of its text, whether it repeats, and the field when it
is an identifier."""
_Grouped = tuple[type[Group], type[Group], Field, bool, "State"]
"""The type of a group, its family, its field, whether that repeats, and the state it begins in."""
_Ended = tuple[str, ...]
"""The fields of a group that have several values."""
Way = tuple[int, "State", str, Any]
"""What a tag begins, the state after, the name of its field, and `_Valued`, `_Grouped` or `_Ended`.
Plain tuples, since they are opened for each tag."""


class State(dict[str, Way]):
    """What has stood in a group so far, with the way on for each tag that may come next."""

    __slots__ = ("at", "automaton", "kind", "names")

    def __init__(
        self, automaton: "Automaton", kind: type[Group], at: int, names: frozenset[str]
    ) -> None:
        super().__init__()
        self.automaton, self.kind, self.at, self.names = automaton, kind, at, names

    __hash__ = object.__hash__  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return self is other

    def __missing__(self, tag: str) -> Way:
        """The way on for a tag that no document had here before."""
        return self.automaton.way_on(self, tag)


class Automaton:
    """The states of one kind of document, where namespaces have these prefixes.

    `places` are its fields with values, in the order of their numbers.
    """

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = prefixes
        self.places: list[tuple[type[Group], str]] = []
        self.amounts: set[int] = set()
        self.size = 0
        self._numbers: dict[tuple[type[Group], str], int] = {}
        self._firsts: dict[type[Group], State] = {}
        self._named: dict[type[Group], dict[str, int]] = {}
        self._full: dict[type[Group], dict[object, int]] = {}
        self._afters: dict[tuple[State, int], State] = {}

    def first(self, kind: type[Group]) -> State:
        """A group where nothing has stood yet."""
        if kind not in self._firsts:
            self._firsts[kind] = State(self, kind, -1, frozenset())
            rows = enumerate(kind.fields)
            self._named[kind] = {self._prefixed(row.tag): at for at, row in rows}
        return self._firsts[kind]

    def _prefixed(self, tag: str) -> str:
        prefix, _, local = tag.partition(":")
        return self.prefixes.get(prefix, "\0") + local

    def after(self, state: State, at: int) -> State | None:
        """The state when a field has stood, or nothing when it may not stand there."""
        row = state.kind.fields[at]
        if at == state.at and row.many:
            return state
        if at <= state.at:
            return None
        key = (state, at)
        if key not in self._afters:
            self.size += 1
            self._afters[key] = State(self, state.kind, at, state.names | {row.name})
        return self._afters[key]

    def place(self, kind: type[Group], element: Element) -> int | None:
        """Which field of a group an element is, by its full name."""
        if kind not in self._full:
            self._full[kind] = {row.qualified: at for at, row in enumerate(kind.fields)}
        return self._full[kind].get(element.tag)

    def way_on(self, state: State, tag: str) -> Way:
        """What a tag is; kept in the state, unless it is odd."""
        way = self._end(state) if tag.startswith("/") else self._start(state, tag)
        if way[0] != ODD and len(tag) <= MOST_TAG:
            self.size += 1
            state[tag] = way
        return way

    @staticmethod
    def _end(state: State) -> Way:
        rows = state.kind.fields
        several: _Ended = tuple(row.name for row in rows if row.many and row.name in state.names)
        return END, state, "", several

    def _start(self, state: State, tag: str) -> Way:
        odd = (ODD, state, "", None)
        opened = _TAG.fullmatch(tag)
        at = self._named[state.kind].get(opened[1]) if opened else None
        after = None if at is None else self.after(state, at)
        if opened is None or at is None or after is None:
            return odd
        row = state.kind.fields[at]
        beside = dict(_ATTRIBUTE.findall(opened[2]))
        if row.type is not None:
            first = self.first(row.type)
            grouped: _Grouped = (row.type, row.type.family, row, row.many, first)
            return odd if beside else (GROUP, after, row.name, grouped)
        if not beside.keys() <= set(row.parts) or "" in beside.values() or row.kind is Kind.BINARY:
            return odd
        if row.kind is Kind.TEXT and not row.many:
            return TEXT, after, row.name, None
        identifier = row if row.kind is Kind.IDENTIFIER and beside else None
        make = maker(row.kind, [beside.get(part, "") for part in row.parts])
        valued: _Valued = (self.number(state.kind, row), make, row.many, identifier)
        return VALUE, after, row.name, valued

    def number(self, kind: type[Group], row: Field) -> int:
        """The number of a field that has values."""
        place = (kind.family, row.name)
        if place not in self._numbers:
            number = self._numbers[place] = len(self.places)
            self.places.append(place)
            if row.kind is Kind.AMOUNT:
                self.amounts.add(number)
        return self._numbers[place]


_TAG = re.compile(r"""([^\s<>&"'/=]+)((?: [^\s<>&"'/=]+="[^"<>&\t\n]*")*)""")
_ATTRIBUTE = re.compile(r' ([^=]+)="([^"]*)"')
_automata: dict[object, Automaton] = {}


def _automaton(root: type[Group], element: Element) -> Automaton:
    """The states of a kind of document as the prefixes of its root call them."""
    called = {uri: f"{prefix}:" if prefix else "" for prefix, uri in element.nsmap.items()}
    prefixes = {ours: called[uri] for ours, uri in PREFIXES.items() if uri in called}
    key = (root, *prefixes.items())
    found = _automata.get(key)
    if found is None or found.size > MOST_STATES:
        if len(_automata) >= MOST_AUTOMATA:
            _automata.clear()
        found = _automata[key] = Automaton(prefixes)
    return found


def read(element: Element, root: type[Root], plain: bytes = b"") -> Reading[Root]:
    """What a tree says, by the table of its root; the name of the root element is not looked at.

    `plain` is the document that the tree was parsed from in UTF-8, where it is at hand.
    """
    found = None
    with careful.collector_paused():
        if plain and len(element):
            found = _walked(element, root, plain)
        if found is None and len(element):
            found = _walked(
                element, root, etree.tostring(element, encoding="utf-8", with_tail=False)
            )
    return found if found is not None else careful.read(element, root)


def _walked(  # noqa: PLR0915 - one loop without calls, for speed
    root: Element, kind: type[Root], data: bytes
) -> Reading[Root] | None:
    """The document, when every element has a way on."""
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    begin = inside(data)
    if begin < 0:
        return None
    escaped = b"&" in data
    automaton = _automaton(kind, root)
    top = careful.new(kind, None, None, 0)
    reading = Reading(root=top, plain=True, as_written=True)
    plain = cast("Reading[Group]", reading)
    groups = reading.groups
    groups[kind.family].append(top)
    if root.keys():
        careful.stray(root, top, None, plain)
    made: defaultdict[int, dict[str, Value]] = defaultdict(dict)
    ends: set[State] = set()
    blank = {"", "\n"}
    group: Group = top
    state, held, still_open = automaton.first(kind), top.__dict__, 0
    above: list[tuple[State, Group, dict[str, Any]]] = [(state, top, held)]
    make_group, put_position, put_extras = object.__new__, careful.put_position, careful.put_extras
    in_tree = InTree(root, data, begin)
    for start, pieces in chunks(data, begin):
        rest = iter(pieces)
        if still_open:
            still_open = skipped(rest, still_open)
            if still_open < 0:
                return None
        following = rest.__next__
        for piece in rest:
            tag, _, said = piece.partition(">")
            way, after, name, how = state[tag]
            if way == TEXT:
                if escaped and "&" in said:
                    said = unescaped(said)
                if said and said[0] > " ":
                    held[name] = said
                    state = after
                    if following()[0] != "/":
                        return None
                    continue
            elif way == VALUE:
                number, make, many, identifier = how
                known = made[number]
                value = known.get(piece)
                if value is None:
                    value = make(unescaped(said) if escaped and "&" in said else said)
                    if value is not None:
                        known[piece] = value
                if value is not None:
                    if many:
                        held.setdefault(name, []).append(value)
                    else:
                        held[name] = value
                    if identifier is not None:
                        reading.identifiers.append((group, identifier, value))  # type: ignore[arg-type]
                    state = after
                    if following()[0] != "/":
                        return None
                    continue
            elif way == GROUP:
                if said not in blank:
                    if said.strip(BLANK):
                        return None
                    blank.add(said)
                kind_of, family, row, many, first = how
                child = make_group(kind_of)
                put_extras(child, None)
                if many:
                    brothers = held.setdefault(name, [])
                    put_position(child, (group, row, len(brothers)))
                    brothers.append(child)
                else:
                    put_position(child, (group, row, 0))
                    held[name] = child
                groups[family].append(child)
                above.append((after, group, held))
                state, group, held = first, child, child.__dict__
                continue
            elif way == END:
                ends.add(state)
                for each in how:
                    held[each] = tuple(held[each])
                if not held and group.extras is None:
                    reading.empty.append(Spot(group))
                state, group, held = above.pop()
                continue
            if piece[0] in REMARK:
                return None
            index = len(pieces) - length_hint(rest) - 1
            taken = _aside(in_tree.element(start, pieces, index), group, state, plain, made)
            still_open = skipped(rest, int(not is_empty(piece)))
            if taken is None or still_open < 0:
                return None
            state = taken
    return _summed_up(reading, automaton, made, ends)


def _aside(
    element: Element | None,
    group: Group,
    state: State,
    reading: Reading[Group],
    made: defaultdict[int, dict[str, Value]],
) -> State | None:
    """Take an odd element as `reading` does; the state after, or nothing when the way ends."""
    if element is None:
        return None
    automaton = state.automaton
    at = automaton.place(state.kind, element)
    if at is None:
        careful.unknown(element, group, reading)
        reading.plain = False
        return state
    row, after = state.kind.fields[at], automaton.after(state, at)
    if after is None or row.type is not None:
        return None
    careful.step(row)(element, group, reading)
    if group.extras is not None and not group.extras.only_attributes:
        reading.plain = False
    if row.name not in group.__dict__:
        return None
    if row.many or row.kind is not Kind.TEXT:
        number = automaton.number(state.kind, row)
        value = group.__dict__[row.name]
        made[number][f"<{len(made[number])}"] = value[-1] if row.many else value
        if number in automaton.amounts:
            reading.as_written = False
    return after


def _summed_up(
    reading: Reading[Root],
    automaton: Automaton,
    made: Mapping[int, Mapping[str, Value]],
    ends: set[State],
) -> Reading[Root]:
    """The reading with what the document as a whole holds, where the states tell it."""
    for number in automaton.amounts & made.keys():
        amounts = cast(Iterable[Amount], made[number].values())
        reading.currencies.update(each.currency for each in amounts)
    for number, found in made.items():
        reading.made[automaton.places[number]] = found.values()
    reading.held = careful.field_sets(frozenset((end.kind, end.names) for end in ends))
    return reading
