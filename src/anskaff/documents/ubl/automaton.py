"""Reading in one pass: each element leads from one state of its group to the next.

A state is what has stood in a group so far. The table gives the states, and they are made when a
document first needs them: a field that is repeated or comes too late has no way on, and the state
that a group ends in tells what it holds. A value that comes again is made once.

What is odd is handed to the steps of `reading`; where the way ends, they read the whole document.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeVar, cast

from anskaff.documents.ubl import reading as careful
from anskaff.documents.ubl import values
from anskaff.documents.ubl.reading import Element, Reading, Spot, Step
from anskaff.documents.ubl.table import Field, Group, Kind
from anskaff.documents.ubl.values import BLANK, Amount, Code, Identifier, Quantity, Text, Value

Root = TypeVar("Root", bound=Group)
Make = Callable[[str | None, str], Value | None]
MOST_STATES = 5000
"""For one kind of document; one that needs more is read by the other steps."""


TEXT, VALUE, GROUP, ASIDE, UNKNOWN, END = range(6)
"""How an element is taken: three usual ways, by a step of `reading`, as unknown, or not."""


_Valued = tuple[int, list[str], str, Make, Field | None]
"""The number of a field, its usual attributes, the first of them, what makes a value of it, and the
field when it is an identifier."""
_Grouped = tuple[type[Group], type[Group], Field, bool, "State"]
"""The type of a group, its family, its field, whether that repeats, and the state it begins in."""
Taken = tuple[int, "State", str, _Valued, _Grouped, Step]
"""Which way an element is taken, the state after, the name of its field, how a value or a group is
made of it, and the step for what is odd. Plain tuples, since they are opened for each element."""
_NO_VALUE = cast(_Valued, None)
_NO_GROUP = cast(_Grouped, None)


class State(dict[object, Taken]):
    """What has stood in a group so far, with the way on for each element that may come next."""

    __slots__ = ("at", "automaton", "kind", "many", "names")

    def __init__(
        self, automaton: "Automaton", kind: type[Group], at: int, names: frozenset[str]
    ) -> None:
        super().__init__()
        self.automaton, self.kind, self.at, self.names = automaton, kind, at, names
        self.many = tuple(row.name for row in kind.fields if row.many and row.name in names)

    __hash__ = object.__hash__  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return self is other

    def __missing__(self, tag: object) -> Taken:
        """The way on for an element that no document had here before."""
        return self.automaton.way_on(self, tag)


class Automaton:
    """The states of one kind of document; `numbers` are those of its fields with values."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[type[Group], str], int] = {}
        self.amounts: set[int] = set()
        self._states = 0
        self._firsts: dict[type[Group], State] = {}
        self._places: dict[type[Group], dict[object, int]] = {}

    def first(self, kind: type[Group]) -> State:
        """A group where nothing has stood yet."""
        if kind not in self._firsts:
            self._firsts[kind] = State(self, kind, -1, frozenset())
            self._places[kind] = {row.qualified: at for at, row in enumerate(kind.fields)}
        return self._firsts[kind]

    def way_on(self, state: State, tag: object) -> Taken:
        """How an element is taken; kept in the state, unless it is odd."""
        at = self._places[state.kind].get(tag)
        if at is None:
            return UNKNOWN, state, "", _NO_VALUE, _NO_GROUP, careful.unknown
        row = state.kind.fields[at]
        again = at == state.at
        if at < state.at or (again and not row.many) or self._states >= MOST_STATES:
            return END, state, "", _NO_VALUE, _NO_GROUP, careful.unknown
        after = state
        if not again:
            after = State(self, state.kind, at, state.names | {row.name})
            self._states += 1
        state[tag] = self._taken(state.kind, row, after)
        return state[tag]

    def _taken(self, kind: type[Group], row: Field, after: State) -> Taken:
        aside = careful.step(row)
        if row.type is not None:
            first = self.first(row.type)
            grouped = (row.type, row.type.family, row, row.many, first)
            return GROUP, after, row.name, _NO_VALUE, grouped, aside
        if row.many or row.kind is Kind.BINARY:
            return ASIDE, after, row.name, _NO_VALUE, _NO_GROUP, aside
        if row.kind is Kind.TEXT:
            return TEXT, after, row.name, _NO_VALUE, _NO_GROUP, aside
        number = self.numbers.setdefault((kind.family, row.name), len(self.numbers))
        if row.kind is Kind.AMOUNT:
            self.amounts.add(number)
        identifier = row if row.kind is Kind.IDENTIFIER else None
        usual = list(row.parts[:1])
        valued = (number, usual, "".join(usual), _MAKERS[row.kind], identifier)
        return VALUE, after, row.name, valued, _NO_GROUP, aside


_automata: dict[type[Group], Automaton] = {}


def read(element: Element, root: type[Root]) -> Reading[Root]:
    """What a tree says, by the table of its root; the name of the root element is not looked at."""
    automaton = _automata.setdefault(root, Automaton())
    with careful.collector_paused():
        found = _walked(element, root, automaton) if len(element) else None
    return found if found is not None else careful.read(element, root)


def _walked(  # noqa: PLR0915 - one loop without calls, for speed
    root: Element, kind: type[Root], automaton: Automaton
) -> Reading[Root] | None:
    """The document, when every element has a way on."""
    top = careful.new(kind, None, None, 0)
    reading = Reading(root=top, as_written=True)
    plain = cast("Reading[Group]", reading)
    groups = reading.groups
    groups[kind.family].append(top)
    if root.keys():
        careful.stray(root, top, None, plain)
    made: defaultdict[int, dict[object, Value]] = defaultdict(dict)
    ends: set[State] = set()
    above: list[tuple[State, Group, dict[str, Any], int]] = []
    group: Group = top
    state, held, left = automaton.first(kind), top.__dict__, len(root)
    make_group, put_position, put_extras = object.__new__, careful.put_position, careful.put_extras
    elements = root.iter()
    next(elements)
    for element in elements:
        way, state, name, valued, grouped, aside = state[element.tag]
        keys, within = element.keys(), len(element)
        if way == TEXT:
            text = element.text
            if text and text[0] > " " and not keys and not within:
                held[name] = text
            elif not _aside(element, group, name, aside, plain, elements):
                return None
        elif way == VALUE:
            number, parts, attribute, make, identifier = valued
            beside = element.get(attribute, "") if keys and keys == parts else ""
            value = None
            if not within and (beside or not keys):
                known, key = made[number], (element.text, beside)
                value = known.get(key)
                if value is None:
                    value = make(*key)
                    if value is not None:
                        known[key] = value
            if value is not None:
                held[name] = value
                if beside and identifier is not None:
                    reading.identifiers.append((group, identifier, value))  # type: ignore[arg-type]
            elif _aside(element, group, name, aside, plain, elements):
                made[number][len(made[number])] = held[name]
                if number in automaton.amounts:
                    reading.as_written = False
            else:
                return None
        elif way == GROUP:
            kind_of, family, row, many, first = grouped
            child = make_group(kind_of)
            siblings = groups[family]
            put_extras(child, None)
            if many:
                brothers = held.setdefault(name, [])
                put_position(child, (group, row, len(brothers)))
                brothers.append(child)
            else:
                put_position(child, (group, row, 0))
                held[name] = child
            siblings.append(child)
            if keys:
                careful.stray(element, child, None, plain)
            text = element.text
            if text and text.strip(BLANK):
                return None
            if within:
                above.append((state, group, held, left))
                state, group, held, left = first, child, child.__dict__, within
                continue
            reading.empty.append(Spot(child))
            ends.add(first)
        elif way == END or not _aside(element, group, name, aside, plain, elements):
            return None
        left -= 1
        while not left:
            ends.add(state)
            for each in state.many:
                held[each] = tuple(held[each])
            if not above:
                break
            state, group, held, left = above.pop()
            left -= 1
    for place, number in automaton.numbers.items():
        reading.made[place] = made[number].values()
    for number in automaton.amounts:
        reading.currencies.update(each[1] for each in made[number].values())  # type: ignore[index]
    reading.held = {end.kind: [] for end in ends}
    for end in ends:
        reading.held[end.kind].append(end.names)
    return reading


def _aside(  # noqa: PLR0917 - called by place, for speed
    element: Element,
    group: Group,
    name: str,
    step: Step,
    reading: Reading[Group],
    rest: Iterator[Element],
) -> bool:
    """Take an odd element as `reading` does; false when its field has no value from that."""
    step(element, group, reading)
    for _ in element.iterdescendants():
        next(rest)
    return not name or name in group.__dict__


def _number(text: str | None, _beside: str) -> Decimal | None:
    return Decimal(text) if text and careful.plain_number(text) else None


def _amount(text: str | None, currency: str) -> Amount | None:
    return Amount(Decimal(text), currency) if text and careful.plain_number(text) else None


def _quantity(text: str | None, unit: str) -> Quantity | None:
    return Quantity(Decimal(text), unit) if text and careful.plain_number(text) else None


def _plain(text: str | None, _beside: str) -> str | None:
    return text if text and text[0] > " " else None


def _with(make: Callable[[str, str], Value]) -> Make:
    return lambda text, beside: make(text, beside) if text and text[0] > " " else None


def _exact(make: Callable[[str], Value | None]) -> Make:
    """A value that is written again as it stands."""

    def made(text: str | None, _beside: str) -> Value | None:
        value = make(text) if text else None
        return value if value is not None and values.written(value) == text else None

    return made


_MAKERS: Mapping[Kind, Make] = {
    Kind.TEXT: _plain,
    Kind.CODE: _plain,
    Kind.NUMBER: _number,
    Kind.AMOUNT: _amount,
    Kind.QUANTITY: _quantity,
    Kind.WORDS: _with(Text),
    Kind.LISTED_CODE: _with(Code),
    Kind.IDENTIFIER: _with(Identifier),
    Kind.DATE: _exact(values.day),
    Kind.TIME: _exact(values.clock_time),
    Kind.INDICATOR: _exact(values.indicator),
}
