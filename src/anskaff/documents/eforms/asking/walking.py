"""Paths as functions of a place: steps along the tree, with what many rules ask for kept."""

from collections.abc import Callable, Sequence

from anskaff.documents.eforms.asking import functions
from anskaff.documents.eforms.asking.notice import (
    NOTHING,
    Ask,
    Compile,
    Compiled,
    Notice,
    Test,
    Texts,
    from_document,
    indexed,
    kept,
    sequence,
)
from anskaff.documents.eforms.asking.parsing import (
    Binary,
    Call,
    Expression,
    Literal,
    NotUnderstood,
    Path,
    Step,
    Variable,
)
from anskaff.documents.eforms.asking.tree import Attribute, Node
from anskaff.documents.eforms.asking.values import CannotAsk, Item, Items, atom, plain

SELF = Path(None, (Step("self", "", ()),))
CURRENT = Call("current", ())
PLAIN_TEXT = Call("normalize-space", (Path(None, (Step("text", "", ()),)),))
UPWARDS = frozenset({"parent", "parent-named", "ancestor-or-self"})
Move = Callable[[Items, Notice], Items]


def walked(path: Path, compiled: Compile) -> Compiled:
    """A path as functions.

    Raises:
        NotUnderstood: when it uses something that we do not understand.
    """
    steps = path.steps
    joined = _joined_by_text(path, compiled)
    if joined is not None:
        return joined
    if path.start is not None:
        return _from_root(path, compiled)
    while len(steps) > 1 and steps[0] == SELF.steps[0]:
        steps = steps[1:]
    up = _leading_parents(steps)
    if up and len(steps) > up:
        return _from_above(up, Path(None, steps[up:]), compiled)
    if len(steps) == 1 and not steps[0].tests:
        return _places(_one_step(steps[0], compiled), steps[0])
    names = [each.name for each in steps if each.axis == "child" and not each.tests]
    if len(names) == len(steps) and "*" not in names:
        return _places(_chain(names), steps[-1])
    if len(names) == len(steps) - 1 and "*" not in names and _is_plain_text(steps[-1]):
        return _places(_plain_texts(_chain(names)), steps[-1])
    last = max((at for at, each in enumerate(steps) if each.tests), default=-1)
    if 0 <= last < len(steps) - 1:
        start = compiled(Path(None, steps[: last + 1])).items
        moves = [_move(each, compiled) for each in steps[last + 1 :]]
        return _places(_onwards(start, moves), steps[-1])
    ask = _onwards(_one_step(steps[0], compiled), [_move(each, compiled) for each in steps[1:]])
    if last < 0 or varies(path):
        return _places(ask, steps[-1])
    ask, texts = kept(ask)
    return _places(ask, steps[-1], texts)


def _onwards(start: Ask, moves: Sequence[Move]) -> Ask:
    def ask(place: Item, notice: Notice) -> Items:
        places = start(place, notice)
        for move in moves:
            if not places:
                return NOTHING
            places = move(places, notice)
        return places

    return ask


def _from_root(path: Path, compiled: Compile) -> Compiled:
    moves = [_move(each, compiled) for each in path.steps]

    def ask(_place: Item, notice: Notice) -> Items:
        places: Items = (notice.document,)
        for move in moves:
            places = move(places, notice)
        return places

    if varies(path):
        return _places(ask, path.steps[-1])
    kept_once = from_document(ask)
    return _places(kept_once.items, path.steps[-1], kept_once.texts)


def same_everywhere(expression: Expression) -> bool:
    """Whether an expression is a path from the root that looks at no variable."""
    return isinstance(expression, Path) and expression.start is not None and not varies(expression)


def _leading_parents(steps: Sequence[Step]) -> int:
    up = 0
    while up < len(steps) and steps[up].axis == "parent" and not steps[up].tests:
        up += 1
    return up


def _from_above(up: int, rest: Path, compiled: Compile) -> Compiled:
    """What some steps up reaches; kept there, since all places below ask for the same."""
    items, _, texts = compiled(rest)
    if texts is None and not varies(rest):
        items, texts = kept(items)

    def above(place: Item) -> Node | None:
        here = place if isinstance(place, (Node, Attribute)) else None
        for _ in range(up):
            if here is None:
                return None
            here = here.parent
        return here  # type: ignore[return-value]

    def ask(place: Item, notice: Notice) -> Items:
        here = above(place)
        return NOTHING if here is None else items(here, notice)

    if texts is None:
        return _places(ask, rest.steps[-1])

    def texts_above(place: Item, notice: Notice) -> frozenset[str]:
        here = above(place)
        return frozenset() if here is None else texts(here, notice)

    return _places(ask, rest.steps[-1], texts_above)


def _joined_by_text(path: Path, compiled: Compile) -> Compiled | None:
    """`/*/a/b[. = $x]` and `$all[. = $x]`: looked up by text instead of one after the other."""
    *before, last = path.steps
    match last.tests:
        case (Binary("=", inside, Variable(name)),) if inside == SELF:
            pass
        case _:
            return None
    bare = Path(path.start, (*before, Step(last.axis, last.name, (), last.expression)))
    shared = last.expression if not before else None
    if not isinstance(shared, Variable) and (path.start is None or varies(bare)):
        return None
    everything = compiled(shared if isinstance(shared, Variable) else bare).items
    having = indexed(everything)
    lasting = shared.name if isinstance(shared, Variable) else ""

    def ask(place: Item, notice: Notice) -> Items:
        wanted = notice.variable(name)
        known = len(wanted) == 1 and (not lasting or lasting in notice.lets)
        found = having(atom(wanted[0]), notice) if known else None
        if found is not None:
            return found
        return slowly(everything(place, notice), notice)

    slowly = _kept_by(last.tests[0], compiled)
    return _places(ask, last)


def _chain(names: list[str]) -> Ask:
    """Children of children, by name: most paths are only that."""
    first, rest = names[0], names[1:]

    def ask(place: Item, _notice: Notice) -> Items:
        places = _children(place, first)
        for name in rest:
            if len(places) == 1:
                places = places[0].children.get(name, NOTHING)  # type: ignore[union-attr]
            elif places:
                places = _all_children(places, name)
            else:
                return NOTHING
        return places

    return ask


def _places(ask: Ask, last: Step, texts: Texts | None = None) -> Compiled:
    """Places are true when there are any; what an expression at the end gives is judged itself."""
    if last.axis == "expression":
        return sequence(ask, texts)
    return Compiled(ask, lambda place, notice: bool(ask(place, notice)), texts)


def varies(expression: Expression) -> bool:
    """Whether an expression looks at variables of its surroundings."""
    return _has(expression, lambda part: isinstance(part, Variable) or part == CURRENT)


def mentions(expression: Expression, variable: Variable) -> bool:
    """Whether an expression looks at a variable."""
    return _has(expression, lambda part: part == variable)


def _has(part: object, wanted: Callable[[object], bool]) -> bool:
    if wanted(part):
        return True
    if isinstance(part, tuple):
        return any(_has(each, wanted) for each in part)
    return any(_has(getattr(part, each), wanted) for each in getattr(part, "__slots__", ()))


def _one_step(step: Step, compiled: Compile) -> Ask:
    """A step from one place."""
    if not step.tests:
        name = step.name
        if step.axis == "child" and name != "*":
            return lambda place, _notice: _children(place, name)
        if step.axis == "self":
            return lambda place, _notice: (place,)
        if step.axis == "attribute":
            return lambda place, _notice: functions.attribute(place, name)
        if step.axis == "expression" and step.expression is not None:
            return compiled(step.expression).items
    move = _move(step, compiled)
    return lambda place, notice: move((place,), notice)


def _children(place: Item, name: str) -> Items:
    """The children of a name; a value has none."""
    try:
        return place.children.get(name, NOTHING)  # type: ignore[union-attr]
    except AttributeError:
        return NOTHING


def _all_children(places: Items, name: str) -> Items:
    return [child for each in places for child in _children(each, name)]


def _move(step: Step, compiled: Compile) -> Move:
    """A step from many places; tests with a number count within each place."""
    if not step.tests and step.axis == "child" and step.name != "*":
        return _to_children(step.name)
    if not step.tests and step.axis == "attribute":
        return _to_attributes(step.name)
    if _is_plain_text(step):
        return _to_plain_texts
    if not step.tests and step.axis == "parent":
        return _to_parents
    reach = _reach(step, compiled)
    tests = [_kept_by(each, compiled) for each in step.tests]

    def move(places: Items, notice: Notice) -> Items:
        found: list[Item] = []
        for place in places:
            reached = reach(place, notice)
            for test in tests:
                if not reached:
                    break
                reached = test(reached, notice)
            found.extend(reached)
        if len(found) > 1 and step.axis in UPWARDS:
            return list(dict.fromkeys(found))
        return found

    return move


def _to_children(name: str) -> Move:
    def move(places: Items, _notice: Notice) -> Items:
        if len(places) == 1:
            return _children(places[0], name)
        return _all_children(places, name)

    return move


def _to_attributes(name: str) -> Move:
    def move(places: Items, _notice: Notice) -> Items:
        texts = (place.attributes.get(name) for place in places if isinstance(place, Node))
        return [text for text in texts if text is not None]

    return move


def _to_parents(places: Items, _notice: Notice) -> Items:
    above = [
        place.parent
        for place in places
        if isinstance(place, (Node, Attribute)) and place.parent is not None
    ]
    return above if len(above) < 2 else list(dict.fromkeys(above))  # noqa: PLR2004 - several


def _is_plain_text(step: Step) -> bool:
    return not step.tests and step.expression == PLAIN_TEXT


def _plain_texts(ask: Ask) -> Ask:
    """The plain texts of what a path reaches, mostly one element with one text."""

    def texts(place: Item, notice: Notice) -> Items:
        places = ask(place, notice)
        if len(places) == 1:
            own = places[0].texts  # type: ignore[union-attr]
            if len(own) == 1:
                return (plain(own[0]),)
        return _to_plain_texts(places, notice) if places else NOTHING

    return texts


def _to_plain_texts(places: Items, _notice: Notice) -> Items:
    found: list[Item] = []
    for place in places:
        texts = place.texts if isinstance(place, Node) else ()
        if len(texts) > 1:
            raise CannotAsk("several texts where one is expected")
        found.append(plain(texts[0]) if texts else "")
    return found


def _kept_by(test: Expression, compiled: Compile) -> Move:
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


def _reach(step: Step, compiled: Compile) -> Ask:
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
