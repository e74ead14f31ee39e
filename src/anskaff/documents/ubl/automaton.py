"""Reading in one pass over the tags of a document, by the states that its table gives.

The parser has found the document well-formed, so its text is cut at each «<» and the tags are
looked up as they are; opening each element of the tree takes three times as long. What is odd is
looked up in the tree and handed to the steps of `reading`; where the way ends, they read it all.
A value that comes again is made once, and a group whose tags stood before is filled in whole.
"""

from operator import length_hint
from typing import NamedTuple, TypeVar, cast

from lxml import etree

from anskaff.documents.ubl import reading as careful
from anskaff.documents.ubl.pieces import (
    MOST_LEFT,
    REMARK,
    InTree,
    Windows,
    is_empty,
    skipped,
    unescaped,
)
from anskaff.documents.ubl.reading import Element, Priced, Reading, Spot, put_extras, put_position
from anskaff.documents.ubl.states import (
    END,
    GROUP,
    TEXT,
    VALUE,
    Automaton,
    Learnt,
    Odd,
    State,
)
from anskaff.documents.ubl.table import PREFIXES, Field, Group, Kind
from anskaff.documents.ubl.templates import Template, Templates, make_group, numbers_of
from anskaff.documents.ubl.values import BLANK, Identifier, Value
from anskaff.documents.xml import Limits

Root = TypeVar("Root", bound=Group)
MOST_STATES = 100_000
"""With the ways between them and the tags of templates, for all documents; then they are made
anew."""

Key = tuple[object, ...]
"""A kind of document, and the prefixes that its root chose."""


class _Memory:
    """What is known from documents that came before."""

    def __init__(self) -> None:
        self.automata: dict[Key, tuple[Automaton, Templates]] = {}
        self.learnt = Learnt()

    def forget(self) -> None:
        """Know nothing of them."""
        self.automata, self.learnt = {}, Learnt()


MEMORY = _Memory()


def _automaton(root: type[Group], element: Element) -> tuple[Key, Automaton, Templates]:
    """The states of a kind of document as the prefixes of its root call them, and its templates."""
    called = {uri: f"{prefix}:" if prefix else "" for prefix, uri in element.nsmap.items()}
    prefixes = {ours: called[uri] for ours, uri in PREFIXES.items() if uri in called}
    key = (root, *prefixes.items())
    if MEMORY.learnt.size > MOST_STATES:
        MEMORY.forget()
    automata, learnt = MEMORY.automata, MEMORY.learnt
    if key not in automata:
        automata[key] = Automaton(prefixes, learnt), Templates(learnt)
    return key, *automata[key]


def read(element: Element, root: type[Root], plain: bytes = b"") -> Reading[Root]:
    """What a tree says, by the table of its root; the name of the root element is not looked at.

    `plain` is the document that the tree was parsed from in UTF-8, where it is at hand.
    """
    found = None
    with careful.collector_paused():
        if plain and len(element):
            found = _walked(element, root, plain)
        if found is None and len(element):
            text = etree.tostring(element, encoding="utf-8", with_tail=False)
            found = _walked(element, root, text)
            if found is not None:
                found.track = None
    return found if found is not None else careful.read(element, root)


class Track(NamedTuple):
    """What reads documents that begin as one that was parsed, where in them, and how they end."""

    kind: type[Group]
    key: Key
    start: int
    end: str


def read_at_once(text: str, track: Track, limits: Limits) -> Reading[Group] | None:
    """The document with just this text, if every part of it is like a template; else nothing.

    That no text holds anything odd must be known, and that the head was parsed before. What comes
    near a limit is left to the parser, too.
    """
    known = MEMORY.automata.get(track.key)
    if known is None:
        return None
    automaton, templates = known
    top = careful.new(track.kind, None, None, 0)
    reading = Reading(root=top, plain=True, as_written=True, track=track)
    reading.groups[track.kind.family].append(top)
    state, used = automaton.first(track.kind), set()
    at = track.start
    elements = attributes = 0
    while not text.startswith("</", at):
        taken = templates.taken(state, text, at)
        if taken is None:
            return None
        template, at, texts = taken
        elements += template.elements
        attributes += template.attributes
        if elements >= limits.elements or attributes >= limits.attributes:
            return None
        try:
            template.fill(texts, reading)
        except Odd:
            return None
        state = template.after
        used.add(template)
    if text[at:].rstrip(BLANK) != track.end:
        return None
    for each in state[track.end[1:-1]][3]:
        top.__dict__[each] = tuple(top.__dict__[each])
    reading.templates = numbers_of(used)
    reading.held = templates.shape(used, state)
    return reading


def _walked(root: Element, kind: type[Root], data: bytes) -> Reading[Root] | None:
    """The document, when every element has a way on."""
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    key, automaton, templates = _automaton(kind, root)
    top = careful.new(kind, None, None, 0)
    reading = Reading(root=top, plain=True, as_written=True)
    reading.groups[kind.family].append(top)
    if root.keys():
        careful.stray(root, top, None, cast("Reading[Group]", reading))
    walk = _Walk(root, cast("Reading[Group]", reading), automaton, escaped=b"&" in data)
    windows = Windows(data)
    done = 0
    for text in windows:
        walk.in_tree.move(text, done)
        done = 0
        while done < len(text):
            after = walk.by_template(text, done, templates)
            if not after and walk.goes_on(text, done) and windows.is_more:
                windows.left = text[done:]
                break
            done = after or walk.by_tags(text, done, templates)
            if done < 0:
                return None
    if walk.above:
        return None
    reading.held = careful.field_sets(frozenset((end.kind, end.names) for end in walk.ends))
    if walk.only_templates:
        reading.templates = numbers_of(walk.used)
        if not root.keys():
            start = len(data[: windows.start].decode())
            reading.track = Track(kind, key, start, walk.end)
    return reading


class _Walk:
    """How far a document is read: the group that is open, its state, and those around it.

    `still_open` are elements that are passed over, and `tag` is the last that began in the root.
    """

    def __init__(
        self, root: Element, reading: Reading[Group], automaton: Automaton, *, escaped: bool
    ) -> None:
        self.reading = reading
        self.escaped = escaped
        self.ends: set[State] = set()
        self.in_tree = InTree(root)
        self.group = reading.root
        self.state = automaton.first(type(reading.root))
        self.above: list[tuple[State, Group]] = [(self.state, reading.root)]
        self.still_open = 0
        self.tag = ""
        self.used: set[Template] = set()
        self.end = ""
        self.only_templates = True
        self._groups = f"<{automaton.prefixes.get('cac', '')}"

    @property
    def in_root(self) -> bool:
        """Whether the next tag stands right in the root."""
        return len(self.above) == 1 and not self.still_open

    def by_template(self, text: str, at: int, templates: Templates) -> int:
        """Take the part that starts there as a whole; where the next starts, or 0."""
        taken = templates.taken(self.state, text, at) if self.in_root else None
        if taken is None:
            return 0
        template, end, texts = taken
        if self.escaped:
            texts = tuple(map(unescaped, texts))
        try:
            template.fill(texts, self.reading)
        except Odd:
            return 0
        self.state = template.after
        self.ends |= template.ends
        self.used.add(template)
        return end

    def by_tags(self, text: str, at: int, templates: Templates) -> int:
        """Take the part that starts there tag by tag; where the next starts, or -1."""
        state = self.state if self.in_root else None
        end, whole = self._part(text, at)
        pieces = text[at + 1 : end].split("<")
        if pieces[0][0] == "/" and self.in_root:
            self.end = text[at:].rstrip(BLANK)
        else:
            self.only_templates = False
        if not self._take(pieces, at):
            return -1
        if state is not None and whole and self.in_root:
            templates.learn(state, pieces)
        return end

    def goes_on(self, text: str, at: int) -> bool:
        """Whether a part of the root starts there, not too long, that does not end in the text."""
        return self.in_root and len(text) - at < MOST_LEFT and not self._part(text, at)[1]

    def _part(self, text: str, at: int) -> tuple[int, bool]:
        """Where the part that starts there ends, and whether that is all of it.

        It is a group in the root, or the fields before the next group.
        """
        everything = len(text), False
        if self.still_open:
            return everything
        if self.in_root:
            self.tag = text[at + 1 : text.find(">", at)]
            if self.tag[0] == "/" or self.tag[0] in REMARK:
                return everything
            if self.state[self.tag][0] != GROUP:
                end = text.find(self._groups, at + 1)
                return (end, True) if len(self._groups) > 1 and end > 0 else everything
        last = text.find(f"</{self.tag}>", at)
        end = text.find("<", last + 1) if last > 0 else -1
        return (end, True) if end > 0 else everything

    def _take(  # noqa: PLR0915 - one loop without calls, for speed
        self, pieces: list[str], at: int
    ) -> bool:
        """Take a part tag by tag; whether there was a way on."""
        reading, groups, escaped = self.reading, self.reading.groups, self.escaped
        state, group, above = self.state, self.group, self.above
        held = group.__dict__
        rest = iter(pieces)
        passed = 0
        if self.still_open:
            self.still_open = skipped(rest, self.still_open)
            if self.still_open < 0:
                return False
        for piece in rest:
            tag, _, said = piece.partition(">")
            way, after, name, how = state[tag]
            if way == TEXT:
                if escaped:
                    said = unescaped(said)
                if said and said[0] > " ":
                    held[name] = said
                    state = after
                    if next(rest, "!")[0] != "/":
                        return False
                    continue
            elif way == VALUE:
                made, many, note = how
                try:
                    value = made[unescaped(said) if escaped else said]
                except Odd:
                    pass
                else:
                    if many:
                        held.setdefault(name, []).append(value)
                    else:
                        held[name] = value
                    if note is not None:
                        _note(note, group, value, reading)
                    state = after
                    if next(rest, "!")[0] != "/":
                        return False
                    continue
            elif way == GROUP:
                if said and said.strip(BLANK):
                    return False
                kind, family, row, many, first = how
                child = make_group(kind)
                put_extras(child, None)
                if many:
                    brothers = held.setdefault(name, [])
                    put_position(child, (group, row, len(brothers)))
                    brothers.append(child)
                else:
                    put_position(child, (group, row, 0))
                    held[name] = child
                groups[family].append(child)
                above.append((after, group))
                state, group, held = first, child, child.__dict__
                continue
            elif way == END:
                self.ends.add(state)
                for each in how:
                    held[each] = tuple(held[each])
                if not held and group.extras is None:
                    reading.empty.append(Spot(group))
                state, group = above.pop()
                held = group.__dict__
                continue
            if tag[0] in REMARK:
                return False
            index = len(pieces) - length_hint(rest) - 1
            at += sum(map(len, pieces[passed:index])) + index - passed
            passed = index
            taken = _aside(self.in_tree.element(at), group, state, reading)
            self.still_open = skipped(rest, int(not is_empty(piece)))
            if taken is None or self.still_open < 0:
                return False
            state = taken
        self.state, self.group = state, group
        return True


def _note(note: Field | Priced, group: Group, value: Value, reading: Reading[Group]) -> None:
    """Note an identifier with its field, or where an amount stands and its currency."""
    if isinstance(note, tuple):
        reading.priced.add(note)
    else:
        reading.identifiers.append((group, note, cast(Identifier, value)))


def _aside(
    element: Element | None, group: Group, state: State, reading: Reading[Group]
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
    if row.kind is Kind.AMOUNT:
        reading.as_written = False
    return after
