"""What an expression may look at, and what it becomes: functions of a place and a notice."""

from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import count
from typing import NamedTuple

from anskaff.documents.eforms.asking.parsing import Expression
from anskaff.documents.eforms.asking.tree import Attribute, Node, document
from anskaff.documents.eforms.asking.values import Atom, CannotAsk, Item, Items, atom

NOTHING: tuple[Item, ...] = ()
NOT_ALL_TEXTS: frozenset[str] = frozenset({"\0not all of them are texts"})
_numbers = count()


class Notice:
    """What expressions may look at besides their place: the document, the day, variables.

    Variables of the rulebook are worked out when first asked for. What paths reach, and the set of
    texts there, is kept by the number of the path and the place that it begins at, since many rules
    ask for the same.
    """

    __slots__ = ("day", "document", "found", "indexes", "lets", "place", "sets", "variables")

    def __init__(self, root: Node, day: datetime, lets: Mapping[str, "Ask"]) -> None:
        self.document = document()
        self.document.children[root.name] = [root]
        self.day = day
        self.lets = lets
        self.found: dict[tuple[int, Item], Items] = {}
        self.sets: dict[tuple[int, Item], frozenset[str]] = {}
        self.indexes: dict[int, Mapping[str, Items] | None] = {}
        self.variables: dict[str, Items] = {}
        self.place: Item = root

    def variable(self, name: str) -> Items:
        """What a variable stands for."""
        known = self.variables.get(name)
        if known is None:
            if name not in self.lets:
                raise CannotAsk(f"${name} is not known")
            root = next(iter(self.document.children.values()))[0]
            known = self.variables[name] = self.lets[name](root, self)
        return known


Ask = Callable[[Item, Notice], Items]
Test = Callable[[Item, Notice], bool]
Texts = Callable[[Item, Notice], frozenset[str]]


class Compiled(NamedTuple):
    """A function that gives a sequence, one that gives its truth, and one that gives its texts.

    The texts are there for what is kept. They are `NOT_ALL_TEXTS` when something else is among
    them, so that comparing needs more than looking for a text.
    """

    items: Ask
    truth: Test
    texts: Texts | None = None


Compile = Callable[[Expression], Compiled]


def sequence(ask: Ask, texts: Texts | None = None) -> Compiled:
    """An expression that gives a sequence; its truth follows from that."""
    return Compiled(ask, lambda place, notice: effective(ask(place, notice)), texts)


def boolean(test: Test) -> Compiled:
    """An expression that is true or false."""
    return Compiled(lambda place, notice: (test(place, notice),), test)


def effective(found: Items) -> bool:
    """Whether a sequence counts as true."""
    if not found:
        return False
    first = found[0]
    if isinstance(first, (Node, Attribute)):
        return True
    return bool(first) and first == first  # noqa: PLR0124 - not-a-number is false


def kept(ask: Ask) -> tuple[Ask, Texts]:
    """The same, worked out once for each place, and its texts."""
    number = next(_numbers)

    def items(place: Item, notice: Notice) -> Items:
        key = (number, place)
        known = notice.found.get(key)
        if known is None:
            known = notice.found[key] = ask(place, notice)
        return known

    def texts(place: Item, notice: Notice) -> frozenset[str]:
        key = (number, place)
        known = notice.sets.get(key)
        if known is None:
            known = notice.sets[key] = texts_of(items(place, notice))
        return known

    return items, texts


def from_document(ask: Ask) -> Compiled:
    """A sequence that is the same from every place, worked out once."""
    items, texts = kept(ask)
    return sequence(
        lambda _place, notice: items(notice.document, notice),
        lambda _place, notice: texts(notice.document, notice),
    )


def texts_of(found: Items) -> frozenset[str]:
    """The texts of a sequence, or `NOT_ALL_TEXTS`."""
    texts: set[str] = set()
    for each in found:
        text = atom(each)
        if not isinstance(text, str):
            return NOT_ALL_TEXTS
        texts.add(text)
    return frozenset(texts)


def indexed(ask: Ask) -> Callable[[Atom, Notice], Items | None]:
    """What of a sequence has a certain text; the sequence must be the same from every place.

    The answer is `None` when not all of it, and what is looked for, are texts.
    """
    number = next(_numbers)

    def having(text: Atom, notice: Notice) -> Items | None:
        if number not in notice.indexes:
            notice.indexes[number] = _index(ask(notice.document, notice))
        index = notice.indexes[number]
        if index is None or text.__class__ is not str:
            return None
        return index.get(str(text), NOTHING)

    return having


def _index(found: Items) -> Mapping[str, Items] | None:
    index: dict[str, list[Item]] = {}
    for each in found:
        text = atom(each)
        if text.__class__ is not str:
            return None
        index.setdefault(str(text), []).append(each)
    return index
