"""What may follow in a kind of document: each tag leads from one state of its group to the next.

A state is what has stood in a group so far. The table gives the states, and they are made when a
document first needs them: a field that is repeated or comes too late has no way on, and the state
that a group ends in tells what it holds.
"""

import re
from collections.abc import Mapping
from typing import Any

from anskaff.documents.ubl.making import Make, maker
from anskaff.documents.ubl.reading import Element, Priced
from anskaff.documents.ubl.table import Field, Group, Kind
from anskaff.documents.ubl.values import Value

MOST_TAG = 200
"""Letters in a tag that is kept."""

TEXT, VALUE, GROUP, END, KEPT, ODD = range(6)
"""What follows a tag: text that is the value, text that a value is made of, the fields of a group,
those of the group around, text with attributes that only ride along, or what must be looked up in
the tree."""
MOST_VALUES = 20_000
"""Kept of all documents; then they are made anew."""
MOST_TEXT = 100
"""Letters in a text whose value is kept."""

Valued = tuple["Made", bool, Field | Priced | None]
"""What makes a value of the text, whether it repeats, and what to note of it: the field when it is
an identifier, where it stands and its currency when it is an amount."""
Grouped = tuple[type[Group], type[Group], Field, bool, "State"]
"""The type of a group, its family, its field, whether that repeats, and the state it begins in."""
Ended = tuple[str, ...]
"""The fields of a group that have several values."""
Kept = dict[str, str]
"""The attributes that ride along."""
Way = tuple[int, "State", str, Any]
"""What a tag begins, the state after, the name of its field, and `Valued`, `Grouped`, `Ended` or
`Kept`. Plain tuples, since they are opened for each tag."""


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


class Odd(Exception):
    """The text of an element is not as values usually stand."""


class Made(dict[str, Value]):
    """The values that were made in one way, by their text; one that comes again is the same."""

    __slots__ = ("learnt", "make")

    def __init__(self, make: Make, learnt: "Learnt") -> None:
        super().__init__()
        self.make, self.learnt = make, learnt

    def __missing__(self, text: str) -> Value:
        """The value of a text that did not stand before.

        Raises:
            Odd: the text needs a closer look.
        """
        value = self.make(text)
        if value is None:
            raise Odd
        if len(text) <= MOST_TEXT:
            self.learnt.keep(self, text, value)
        return value


class Learnt:
    """How much is kept of the documents that were read, of all kinds together.

    `size` counts names of fields, states, the ways between them and the tags of templates, each
    800 bytes or less.
    """

    def __init__(self) -> None:
        self.size = 0
        self.values = 0
        self.made: list[Made] = []

    def keep(self, made: Made, text: str, value: Value) -> None:
        """Keep a value for the next time."""
        self.values += 1
        if self.values > MOST_VALUES:
            self.values = 1
            for each in self.made:
                each.clear()
        made[text] = value


class Automaton:
    """The states of one kind of document, where namespaces have these prefixes."""

    def __init__(self, prefixes: Mapping[str, str], learnt: Learnt) -> None:
        self.prefixes, self.learnt = prefixes, learnt
        self._firsts: dict[type[Group], State] = {}
        self._named: dict[type[Group], dict[str, int]] = {}
        self._full: dict[type[Group], dict[object, int]] = {}
        self._afters: dict[tuple[State, int], State] = {}
        self._made: dict[tuple[Kind, tuple[str, ...]], Made] = {}

    def first(self, kind: type[Group]) -> State:
        """A group where nothing has stood yet."""
        if kind not in self._firsts:
            self._firsts[kind] = State(self, kind, -1, frozenset())
            rows = enumerate(kind.fields)
            self._named[kind] = {self._prefixed(row.tag): at for at, row in rows}
            self.learnt.size += len(kind.fields)
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
            self.learnt.size += 1
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
            self.learnt.size += 1
            state[tag] = way
        return way

    @staticmethod
    def _end(state: State) -> Way:
        rows = state.kind.fields
        several: Ended = tuple(row.name for row in rows if row.many and row.name in state.names)
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
            grouped: Grouped = (row.type, row.type.family, row, row.many, first)
            return odd if beside else (GROUP, after, row.name, grouped)
        if "" in beside.values() or row.kind is Kind.BINARY:
            return odd
        plain = not row.many and row.kind in {Kind.TEXT, Kind.CODE}
        if not beside.keys() <= set(row.parts):
            known = beside.keys() <= {each.name for each in row.attributes}
            return (KEPT, after, row.name, beside) if plain and known else odd
        if plain:
            return TEXT, after, row.name, None
        parts = tuple(beside.get(part, "") for part in row.parts)
        note: Field | Priced | None = None
        if row.kind is Kind.AMOUNT:
            note = (state.kind, row.name, parts[0])
        elif row.kind is Kind.IDENTIFIER and beside:
            note = row
        valued: Valued = (self._made_by(row.kind, parts), row.many, note)
        return VALUE, after, row.name, valued

    def _made_by(self, kind: Kind, beside: tuple[str, ...]) -> Made:
        """The values of a kind with these attributes."""
        key = (kind, beside)
        if key not in self._made:
            self.learnt.size += 1
            self._made[key] = Made(maker(kind, beside), self.learnt)
            self.learnt.made.append(self._made[key])
        return self._made[key]


_TAG = re.compile(r"""([^\s<>&"'/=]+)((?: [^\s<>&"'/=]+="[^"<>&\t\n]*")*)""")
_ATTRIBUTE = re.compile(r' ([^=]+)="([^"]*)"')
