"""Parts of a document whose tags stood before, in the same order: a pattern takes all their texts.

The lines of an invoice are mostly alike, and so are the documents of one sender. Where parts have
stood often enough in some state of the root, the tags of one become a pattern, and what they mean
becomes a function that fills groups with the texts. A part is a group that stands right in the root
with all that is inside, or the fields with values between two such groups.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import count
from typing import cast

from anskaff.documents.ubl.reading import (
    FieldSets,
    Priced,
    Reading,
    extras_of,
    field_sets,
    put_extras,
    put_position,
)
from anskaff.documents.ubl.states import END, GROUP, KEPT, ODD, VALUE, Learnt, Odd, State
from anskaff.documents.ubl.table import Field, Group

OFTEN = 16
"""How often parts are read tag by tag before a pattern is made, since that takes as long as reading
a hundred of them. Where patterns gave way to others, so many times as often."""
MOST_PATTERNS = 40
"""In one state; the one that was of no use for the longest time gives way."""
MOST_TAGS = 1000
"""In a part that a pattern is made of."""

Fill = Callable[[Sequence[str], Reading[Group]], None]
make_group = object.__new__


_numbers = count()


class Template:
    """A pattern for a part of a document, and what fills groups with its texts.

    It is known by its `number`, so that what is kept of documents does not keep it.

    `fill` puts what the texts say into the root; it raises `Odd` before anything is put when a text
    must be looked at more closely.
    """

    def __init__(self, state: State, pieces: Sequence[str]) -> None:
        """See what the pieces mean in a state of the root.

        Raises:
            Odd: some of them must be looked at one by one.
        """
        self.number = next(_numbers)
        drawn = _Drawn(state, [piece.partition(">")[0] for piece in pieces])
        self.match = re.compile("".join(drawn.pattern)).match
        self.after = drawn.after
        self.elements = sum(not each.startswith("/") for each in pieces)
        self.attributes = sum(each.partition(">")[0].count("=") for each in pieces)
        self.ends = frozenset(drawn.ends)
        self.fill: Fill = drawn.fill()


class Templates:
    """The templates of one kind of document, by the state of the root that they stand in.

    Those of a state are never changed but replaced, since several threads may read at once.
    """

    def __init__(self, learnt: Learnt) -> None:
        self.learnt = learnt
        self._found: dict[State, tuple[Template, ...]] = {}
        self._waited: dict[State, int] = {}
        self._wait: dict[State, int] = {}
        self._shapes: dict[tuple[frozenset[int], State], FieldSets] = {}

    def taken(
        self, state: State, text: str, at: int
    ) -> tuple[Template, int, tuple[str, ...]] | None:
        """The template that a part of a text is like, where the part ends, and its texts."""
        kept = self._found.get(state, ())
        for template in kept:
            found = template.match(text, at)
            if found is not None:
                if template is not kept[0]:
                    others = (each for each in kept if each is not template)
                    self._found[state] = (template, *others)
                return template, found.end(), found.groups()
        return None

    def shape(self, used: Collection[Template], last: State) -> FieldSets:
        """The fields that groups have in documents read by these, if the root ends in the state."""
        key = numbers_of(used), last
        if key not in self._shapes:
            self.learnt.size += len(used)
            ends = {last}.union(*(each.ends for each in used))
            self._shapes[key] = field_sets(frozenset((end.kind, end.names) for end in ends))
        return self._shapes[key]

    def learn(self, state: State, pieces: Sequence[str]) -> None:
        """Note that a part was read tag by tag; sometimes a template is made of it."""
        waited = self._waited[state] = self._waited.get(state, 0) + 1
        if waited < self._wait.get(state, OFTEN) or len(pieces) > MOST_TAGS:
            return
        self._waited[state] = 0
        try:
            made = Template(state, pieces)
        except Odd:
            return
        self.learnt.size += len(pieces)
        kept = self._found.get(state, ())
        if len(kept) >= MOST_PATTERNS:
            self._wait[state] = OFTEN * self._wait.get(state, OFTEN)
        self._found[state] = (made, *kept[: MOST_PATTERNS - 1])


def numbers_of(templates: Iterable[Template]) -> frozenset[int]:
    """What templates are known by."""
    return frozenset([each.number for each in templates])


class _Group:
    """A group that is drawn: its kind, where it stands, and by field the names of what it holds."""

    def __init__(self, kind: type[Group], parent: str, row: Field | None, occurrence: int) -> None:
        self.kind, self.parent, self.row, self.occurrence = kind, parent, row, occurrence
        self.held: dict[str, list[str]] = {}
        self.many: tuple[str, ...] = ()

    def hold(self, field: str, name: str) -> int:
        """Note what a field holds; how often it stood before."""
        held = self.held.setdefault(field, [])
        held.append(name)
        return len(held) - 1


class _Drawn:
    """What the tags of a part mean, one by one, and the function that says so.

    Its source holds nothing of a document: texts are `t0`, `t1`, groups `g0` (the root), `g1`, and
    all else is known by a number too.
    """

    def __init__(self, state: State, tags: Sequence[str]) -> None:
        self.groups = [_Group(state.kind, "", None, 0)]
        self.pattern: list[str] = []
        self.ends: list[State] = []
        self.known: dict[str, object] = {
            "Odd": Odd,
            "extras_of": extras_of,
            "new": make_group,
            "put_extras": put_extras,
            "put_position": put_position,
        }
        self._texts: list[str] = []
        self._words: list[str] = []
        self._values: list[str] = []
        self._noted: list[str] = []
        self._priced: set[Priced] = set()
        self._above: list[tuple[State, int]] = []
        self._group, self.after = 0, state
        number = 0
        while number < len(tags):
            number += self._draw(*tags[number : number + 2])
        if self._above:
            raise Odd

    def _name(self, what: object) -> str:
        name = f"k{len(self.known)}"
        self.known[name] = what
        return name

    def _draw(self, tag: str, following: str = "") -> int:
        """Note what one tag means; how many are done."""
        way, after, name, how = self.after[tag]
        if way == ODD:
            raise Odd
        if way == END:
            self._end(how)
            self.pattern.append(f"<{re.escape(tag)}>[^<]*+")
            return 1
        group = self.groups[self._group]
        if way == GROUP:
            kind, _, row, _, first = how
            self.pattern.append(f"<{re.escape(tag)}>[ \\t\\n]*+")
            occurrence = group.hold(name, f"g{len(self.groups)}")
            self.groups.append(_Group(kind, f"g{self._group}", row, occurrence))
            self._above.append((after, self._group))
            self.after, self._group = first, len(self.groups) - 1
            return 1
        if not following.startswith("/"):
            raise Odd
        self.pattern.append(f"<{re.escape(tag)}>([^<]*+)<{re.escape(following)}>[^<]*+")
        self.after = after
        text = f"t{len(self._texts)}"
        self._texts.append(text)
        group.hold(name, text)
        if way == VALUE:
            self._value(text, *how)
            return 2
        self._words.append(text)
        if way == KEPT:
            kept = f"{self._name(how)}.copy()"
            self._noted.append(f"extras_of(g{self._group}).attributes[{name!r}, 0] = {kept}")
        return 2

    def _value(self, text: str, made: object, _many: bool, note: Field | Priced | None) -> None:
        self._values.append(f"{text} = {self._name(made)}[{text}]")
        if isinstance(note, Field):
            found = f"(g{self._group}, {self._name(note)}, {text})"
            self._noted.append(f"reading.identifiers.append({found})")
        elif note is not None:
            self._priced.add(note)

    def _end(self, many: tuple[str, ...]) -> None:
        group = self.groups[self._group]
        if not group.held or not self._above:
            raise Odd
        group.many = many
        self.ends.append(self.after)
        self.after, self._group = self._above.pop()

    def fill(self) -> Fill:
        """The function."""
        source = "\n    ".join(("def fill(texts, reading):", *self._source()))
        exec(compile(source, "<template>", "exec"), self.known)  # noqa: S102 - see the class
        return cast(Fill, self.known["fill"])

    def _source(self) -> Iterator[str]:
        if self._texts:
            yield f"{', '.join(self._texts)}, = texts"
        if self._words:
            odd = " or ".join(f'{each} < "!"' for each in self._words)
            yield f"if {odd}: raise Odd"
        yield from self._values
        yield "g0 = reading.root; noted = reading.groups"
        for at, group in enumerate(self.groups[1:], 1):
            yield f"g{at} = new({self._name(group.kind)}); put_extras(g{at}, None)"
        for at, group in enumerate(self.groups[1:], 1):
            yield from self._inside(f"g{at}", group)
        top = self.groups[0]
        yield "d = g0.__dict__"
        for name, held in top.held.items():
            yield from self._in_root(top.kind.field(name), held)
        yield from self._noted
        if self._priced:
            yield f"reading.priced.update({self._name(frozenset(self._priced))})"

    def _inside(self, name: str, group: _Group) -> Iterator[str]:
        place = f"({group.parent}, {self._name(group.row)}, {group.occurrence})"
        if group.parent != "g0":
            yield f"put_position({name}, {place})"
        yield f"d = {name}.__dict__"
        for field, held in group.held.items():
            several = f"({', '.join(held)},)"
            yield f"d[{field!r}] = {several if field in group.many else held[0]}"
        yield f"noted[{self._name(group.kind.family)}].append({name})"

    def _in_root(self, row: Field, held: list[str]) -> Iterator[str]:
        if row.many:
            yield f"b = d.setdefault({row.name!r}, [])"
        for each in held:
            if row.type is not None:
                at = "len(b)" if row.many else "0"
                yield f"put_position({each}, (g0, {self._name(row)}, {at}))"
            yield f"b.append({each})" if row.many else f"d[{row.name!r}] = {each}"
