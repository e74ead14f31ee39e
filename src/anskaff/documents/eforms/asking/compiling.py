"""Expressions as functions of a place: compiled once, asked many times.

>>> from anskaff.documents.eforms.asking.values import xs_date
>>> node = Node("a", None, 1, (), {"b": "x"})
>>> test = truth("@b = ('x', 'y') and not(cbc:C)")
>>> test(node, Notice(node, xs_date("2026-11-21"), {}))
True
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple, cast

from anskaff.documents.eforms.asking import functions
from anskaff.documents.eforms.asking.parsing import (
    Binary,
    Call,
    Choice,
    Each,
    Expression,
    Literal,
    NotUnderstood,
    Path,
    Several,
    Step,
    Variable,
    parsed,
)
from anskaff.documents.eforms.asking.tree import Attribute, Node
from anskaff.documents.eforms.asking.values import (
    SIGNS,
    Atom,
    CannotAsk,
    Item,
    Items,
    atom,
    compared,
    plain,
    reckoned,
)

NOTHING: tuple[Item, ...] = ()
SELF = Path(None, (Step("self", "", ()),))
PLAIN_TEXT = Call("normalize-space", (Path(None, (Step("text", "", ()),)),))
TRIMMED = re.compile(r"replace\(replace\(\.,'\\s\+\$',''\),'\^\\s\+',''\) (?:eq|=) \.")
MOST_EXPRESSIONS = 100_000


class Notice:
    """What expressions may look at besides their place: the document, the day, variables.

    Variables of the rulebook are worked out when first asked for, and so are paths from the root.
    """

    __slots__ = ("day", "document", "found", "lets", "members", "place", "variables")

    def __init__(self, root: Node, day: datetime, lets: Mapping[str, "Ask"]) -> None:
        self.document = Node("", None, 1, (), {})
        self.document.children = {root.name: [root]}
        self.day = day
        self.lets = lets
        self.found: dict[int, Items] = {}
        self.variables: dict[str, Items] = {}
        self.place: Item = root
        self.members: dict[str, frozenset[Atom]] = {}

    def texts(self, name: str) -> frozenset[Atom]:
        """The values of a variable of the rulebook."""
        known = self.members.get(name)
        if known is None:
            known = self.members[name] = frozenset(atom(each) for each in self.variable(name))
        return known

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


class Compiled(NamedTuple):
    """A function that gives a sequence, and one that gives its truth."""

    items: Ask
    truth: Test


@lru_cache(maxsize=MOST_EXPRESSIONS)
def truth(expression: str) -> Test:
    """A rule's test as a function of a place.

    Raises:
        NotUnderstood: when it uses something that we do not understand.
    """
    if TRIMMED.fullmatch(expression):
        return _is_trimmed
    return compiled(parsed(expression)).truth


@lru_cache(maxsize=MOST_EXPRESSIONS)
def items(expression: str) -> Ask:
    """An expression as a function that gives a sequence."""
    return compiled(parsed(expression)).items


def _is_trimmed(place: Item, _notice: Notice) -> bool:
    text = cast(str, atom(place))
    return text == text.strip(" \t\r\n")


def compiled(expression: Expression) -> Compiled:
    """A parsed expression as functions.

    Raises:
        NotUnderstood: when it uses something that we do not understand.
    """
    match expression:
        case Literal(value):
            found = (value,)
            return Compiled(lambda _place, _notice: found, lambda _place, _notice: bool(value))
        case Several(members):
            return _several([compiled(each).items for each in members])
        case Variable(name):
            return _sequence(lambda _place, notice: notice.variable(name))
        case Binary(sign, left, right):
            return _binary(sign, left, right)
        case Choice(test, then, otherwise):
            return _choice(compiled(test).truth, compiled(then), compiled(otherwise))
        case Each():
            return _each(expression)
        case Path():
            return _path(expression)
        case Call(name, arguments):
            return _call(name, arguments)


def _sequence(ask: Ask) -> Compiled:
    return Compiled(ask, lambda place, notice: _effective(ask(place, notice)))


def _boolean(test: Test) -> Compiled:
    return Compiled(lambda place, notice: (test(place, notice),), test)


def _effective(found: Items) -> bool:
    """Whether a sequence counts as true."""
    if not found:
        return False
    first = found[0]
    if isinstance(first, (Node, Attribute)):
        return True
    return bool(first) and first == first  # noqa: PLR0124 - not-a-number is false


def _several(members: list[Ask]) -> Compiled:
    def ask(place: Item, notice: Notice) -> Items:
        return [item for each in members for item in each(place, notice)]

    return _sequence(ask)


def _choice(test: Test, then: Compiled, otherwise: Compiled) -> Compiled:
    return Compiled(
        lambda place, notice: (then if test(place, notice) else otherwise).items(place, notice),
        lambda place, notice: (then if test(place, notice) else otherwise).truth(place, notice),
    )


def _binary(sign: str, left: Expression, right: Expression) -> Compiled:
    if sign in {"and", "or"}:
        return _joined(
            [compiled(each).truth for each in _operands(sign, left, right)], sign == "or"
        )
    if sign in {"=", "!=", "<", "<=", ">", ">="}:
        return _comparison(sign, left, right)
    one, other = compiled(left).items, compiled(right).items
    if sign == "to":
        return _sequence(
            lambda place, notice: functions.span(one(place, notice), other(place, notice))
        )

    def ask(place: Item, notice: Notice) -> Items:
        before, after = one(place, notice), other(place, notice)
        if not before or not after:
            return NOTHING
        return (reckoned(sign, atom(before[0]), atom(after[0])),)

    return _sequence(ask)


def _operands(sign: str, *sides: Expression) -> Iterator[Expression]:
    """All that `and` or `or` joins, however they are nested."""
    for side in sides:
        if isinstance(side, Binary) and side.sign == sign:
            yield from _operands(sign, side.left, side.right)
        else:
            yield side


def _joined(tests: list[Test], decides: bool) -> Compiled:
    """The first test with the deciding answer decides; a pair is the most common."""
    if len(tests) == 2:  # noqa: PLR2004
        first, second = tests
        if decides:
            return _boolean(lambda place, notice: first(place, notice) or second(place, notice))
        return _boolean(lambda place, notice: first(place, notice) and second(place, notice))

    def test(place: Item, notice: Notice) -> bool:
        for each in tests:
            if each(place, notice) is decides:
                return decides
        return not decides

    return _boolean(test)


def _comparison(sign: str, left: Expression, right: Expression) -> Compiled:
    if isinstance(left, Call) and left.name == "count" and isinstance(right, Literal):
        return _counted(sign, compiled(left.arguments[0]).items, right.value)
    one = compiled(left).items
    codes = _codes(right)
    if sign == "=" and codes is not None:
        return _boolean(lambda place, notice: _among(one(place, notice), codes))
    named = right.name if sign == "=" and isinstance(right, Variable) else ""
    other = compiled(right).items

    def test(place: Item, notice: Notice) -> bool:
        before = one(place, notice)
        if not before:
            return False
        if named in notice.lets:
            return _among(before, notice.texts(named))
        after = other(place, notice)
        for a in before:
            first = atom(a)
            for b in after:
                second = atom(b)
                if first.__class__ is second.__class__ is str:
                    if SIGNS[sign](first, second):
                        return True
                elif compared(sign, first, second):
                    return True
        return False

    return _boolean(test)


def _counted(sign: str, ask: Ask, limit: str | float) -> Compiled:
    if (sign, limit) == (">", 0):
        return _boolean(lambda place, notice: bool(ask(place, notice)))
    if (sign, limit) == ("=", 0):
        return _boolean(lambda place, notice: not ask(place, notice))
    compares = SIGNS[sign]
    return _boolean(lambda place, notice: compares(len(ask(place, notice)), limit))


def _codes(expression: Expression) -> frozenset[str] | None:
    """The texts of a sequence of texts."""
    members = expression.members if isinstance(expression, Several) else (expression,)
    texts = [each.value for each in members if isinstance(each, Literal)]
    if len(texts) < len(members) or not all(isinstance(each, str) for each in texts):
        return None
    return frozenset(str(each) for each in texts)


def _among(found: Items, codes: Collection[Atom]) -> bool:
    for each in found:  # noqa: SIM110 - a loop takes half the time here
        if atom(each) in codes:
            return True
    return False


def _each(expression: Each) -> Compiled:
    """`every`, `some` and `for`: each variable in turn, for each of those before it."""
    variables = [(name, compiled(each).items) for name, each in expression.variables]
    body = compiled(expression.body)
    if len(variables) == 1 and expression.kind != "for":
        return _quantified(expression.kind, *variables[0], body.truth)

    def ways(place: Item, notice: Notice, at: int = 0) -> Iterable[None]:
        if at == len(variables):
            yield None
            return
        name, ask = variables[at]
        before = notice.variables.get(name)
        try:
            for item in ask(place, notice):
                notice.variables[name] = (item,)
                yield from ways(place, notice, at + 1)
        finally:
            if before is None:
                notice.variables.pop(name, None)
            else:
                notice.variables[name] = before

    if expression.kind == "every":
        return _boolean(
            lambda place, notice: all(body.truth(place, notice) for _ in ways(place, notice))
        )
    if expression.kind == "some":
        return _boolean(
            lambda place, notice: any(body.truth(place, notice) for _ in ways(place, notice))
        )
    return _sequence(
        lambda place, notice: [
            item for _ in ways(place, notice) for item in body.items(place, notice)
        ]
    )


def _quantified(kind: str, name: str, ask: Ask, body: Test) -> Compiled:
    """`every` or `some` over one variable, the most common."""
    decides = kind == "some"

    def test(place: Item, notice: Notice) -> bool:
        variables = notice.variables
        before = variables.get(name)
        try:
            for item in ask(place, notice):
                variables[name] = (item,)
                if body(place, notice) is decides:
                    return decides
        finally:
            if before is None:
                variables.pop(name, None)
            else:
                variables[name] = before
        return not decides

    return _boolean(test)


def _call(name: str, arguments: tuple[Expression, ...]) -> Compiled:
    if name in {"not", "boolean"}:
        inner = compiled(arguments[0]).truth
        if name == "boolean":
            return _boolean(inner)
        return _boolean(lambda place, notice: not inner(place, notice))
    if name in {"true", "false"}:
        value = name == "true"
        return _boolean(lambda _place, _notice: value)
    if name == "current-date":
        return _sequence(lambda _place, notice: (notice.day,))
    if name == "current":
        return _sequence(lambda _place, notice: (notice.place,))
    if name == "matches":
        return _matches(arguments)
    function = functions.FUNCTIONS.get(name)
    if function is None:
        raise NotUnderstood(f"the function {name}")
    if name == "normalize-space" and arguments == (SELF,):
        return _sequence(lambda place, _notice: (plain(_own_text(place)),))
    asks = [compiled(each).items for each in arguments]
    if not asks:
        return _sequence(lambda place, _notice: function((place,)))
    if len(asks) == 1:
        [ask] = asks
        return _sequence(lambda place, notice: function(ask(place, notice)))
    return _sequence(lambda place, notice: function(*(each(place, notice) for each in asks)))


def _own_text(place: Item) -> str:
    text = atom(place)
    return text if isinstance(text, str) else functions.one_text((text,))


def _matches(arguments: tuple[Expression, ...]) -> Compiled:
    ask, pattern = compiled(arguments[0]).items, arguments[1]
    if not isinstance(pattern, Literal):
        raise NotUnderstood("a pattern that is not a text")
    try:
        search = re.compile(str(pattern.value)).search
    except re.error as error:
        raise NotUnderstood(f"the pattern {pattern.value}: {error}") from None
    return _boolean(
        lambda place, notice: search(functions.one_text(ask(place, notice))) is not None
    )


def _path(path: Path) -> Compiled:
    steps = path.steps
    if path.start is None and len(steps) == 1:
        return _sequence(_one_step(steps[0]))
    names = [each.name for each in steps if each.axis == "child" and not each.tests]
    if path.start is None and len(names) == len(steps) and "*" not in names:
        return _chain(names)
    moves = [_move(each) for each in steps]
    if path.start is None:
        first, rest = _one_step(steps[0]), moves[1:]

        def walk(place: Item, notice: Notice) -> Items:
            places = first(place, notice)
            for move in rest:
                if not places:
                    return NOTHING
                places = move(places, notice)
            return places

        return _places(walk, steps[-1])
    key = id(path)
    kept = not _varies(path)

    def from_root(_place: Item, notice: Notice) -> Items:
        known = notice.found.get(key) if kept else None
        if known is not None:
            return known
        places: Items = (notice.document,)
        for move in moves:
            places = move(places, notice)
        if kept:
            notice.found[key] = places
        return places

    _KEPT.append(path)
    return _places(from_root, steps[-1])


def _chain(names: list[str]) -> Compiled:
    """Children of children, by name: most paths are only that."""

    def ask(place: Item, _notice: Notice) -> Items:
        places = _children(place, names[0])
        for name in names[1:]:
            if not places:
                return NOTHING
            if len(places) == 1:
                places = _children(places[0], name)
            else:
                places = [child for each in places for child in _children(each, name)]
        return places

    return Compiled(ask, lambda place, notice: bool(ask(place, notice)))


_KEPT: list[Path] = []  # so that no two paths that are compiled ever have the same identity


def _places(ask: Ask, last: Step) -> Compiled:
    """Places are true when there are any; what an expression at the end gives is judged itself."""
    if last.axis == "expression":
        return _sequence(ask)
    return Compiled(ask, lambda place, notice: bool(ask(place, notice)))


def _varies(value: object) -> bool:
    """Whether an expression looks at variables of its surroundings."""
    if isinstance(value, Variable) or (isinstance(value, Call) and value.name == "current"):
        return True
    if isinstance(value, tuple):
        return any(_varies(each) for each in value)
    parts = getattr(value, "__slots__", ())
    return any(_varies(getattr(value, each)) for each in parts)


Move = Callable[[Items, Notice], Items]


def _one_step(step: Step) -> Ask:
    """A step from one place."""
    if step.axis == "child" and step.name != "*" and not step.tests:
        name = step.name
        return lambda place, _notice: _children(place, name)
    if step.axis == "self" and not step.tests:
        return lambda place, _notice: (place,)
    move = _move(step)
    return lambda place, notice: move((place,), notice)


def _children(place: Item, name: str) -> Items:
    return place.children.get(name, NOTHING) if isinstance(place, Node) else NOTHING


def _move(step: Step) -> Move:
    """A step from many places; tests with a number count within each place."""
    if not step.tests and step.axis == "child" and step.name != "*":
        return _to_children(step.name)
    if not step.tests and step.expression == PLAIN_TEXT:
        return _to_plain_texts
    if not step.tests and step.axis == "parent":
        return _to_parents
    reach = _reach(step)
    tests = [_kept_by(each) for each in step.tests]

    def move(places: Items, notice: Notice) -> Items:
        found: list[Item] = []
        for place in places:
            reached = reach(place, notice)
            for test in tests:
                reached = test(reached, notice)
            found.extend(reached)
        if len(found) > 1 and step.axis in {"parent", "parent-named", "ancestor-or-self"}:
            return list(dict.fromkeys(found))
        return found

    return move


def _to_children(name: str) -> Move:
    def move(places: Items, _notice: Notice) -> Items:
        if len(places) == 1:
            [place] = places
            return _children(place, name)
        return [
            child
            for place in places
            if isinstance(place, Node)
            for child in place.children.get(name, NOTHING)
        ]

    return move


def _to_parents(places: Items, _notice: Notice) -> Items:
    above = [
        place.parent
        for place in places
        if isinstance(place, (Node, Attribute)) and place.parent is not None
    ]
    return above if len(above) < 2 else list(dict.fromkeys(above))  # noqa: PLR2004 - several


def _to_plain_texts(places: Items, _notice: Notice) -> Items:
    found: list[Item] = []
    for place in places:
        texts = place.texts if isinstance(place, Node) else ()
        if len(texts) > 1:
            raise CannotAsk("several texts where one is expected")
        found.append(plain(texts[0]) if texts else "")
    return found


def _kept_by(test: Expression) -> Move:
    if isinstance(test, Literal) and isinstance(test.value, float):
        at = int(test.value)
        return lambda places, _notice: places[at - 1 : at]
    if isinstance(test, Call) and test.name == "last":
        return lambda places, _notice: places[-1:]
    keeps = by_attribute(test) or compiled(test).truth
    return lambda places, notice: [each for each in places if keeps(each, notice)]


def by_attribute(test: Expression) -> Test | None:
    """The most common test: an attribute, of the place or of one child, is a certain text."""
    match test:
        case Binary(
            "=",
            Path(None, (*before, Step("attribute", attribute, ()))),
            Literal(str(text)),
        ):
            pass
        case _:
            return None
    match before:
        case []:
            return lambda place, _notice: (
                isinstance(place, Node) and place.attributes.get(attribute) == text
            )
        case [Step("child", name, ())] if name != "*":
            return lambda place, _notice: (
                isinstance(place, Node)
                and any(
                    child.attributes.get(attribute) == text
                    for child in place.children.get(name, ())
                )
            )
    return None


def _reach(step: Step) -> Ask:
    """The places that a step reaches from one place, before its tests."""
    name = step.name
    match step.axis:
        case "child" if name == "*":
            return lambda place, _notice: functions.all_children(place)
        case "child":
            return lambda place, _notice: _children(place, name)
        case "expression":
            assert step.expression is not None
            return compiled(step.expression).items
        case "attribute":
            return lambda place, _notice: functions.attribute(place, name)
    simple = functions.AXES.get(step.axis)
    if simple is None:
        raise NotUnderstood(f"the axis {step.axis}")
    return lambda place, _notice: simple(place, name)
