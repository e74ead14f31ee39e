"""Ask a rulebook of a notice in one pass over its tree.

The contexts of all blocks make one tree of steps. Each element of the notice is followed through
it; the steps that it has reached name the program that is asked there. Rules that hold where an
element is missing (most of them forbid one) are only asked when the notice has that element.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from anskaff.documents.eforms.asking.compiling import compiled, items, truth
from anskaff.documents.eforms.asking.notice import Ask, Notice, Test
from anskaff.documents.eforms.asking.parsing import (
    Binary,
    Call,
    Each,
    Expression,
    Literal,
    NotUnderstood,
    Path,
    Step,
    parsed,
)
from anskaff.documents.eforms.asking.tree import Attribute, Node, Place, tree, where
from anskaff.documents.eforms.asking.values import SPACE, CannotAsk, xs_date
from anskaff.documents.eforms.asking.walking import by_attribute
from anskaff.documents.eforms.rulebook import Assertion, Block, Rulebook
from anskaff.documents.validation.answer import Answer, Found, LeftOut, Unasked

Element = etree._Element  # noqa: SLF001 - the only public name for the type

EMPTY_LEAVES = "//*[not(child::*) and normalize-space(text()) = '']"
MOST_FOUND = 2_000


Ready = tuple[Test, Assertion]


@dataclass(slots=True)
class _Program:
    """What is asked of a place: always, and only when it has a certain child, or several of it.

    `needed` are the rules that hold when the place has a certain child, whatever is in it, and
    `single` those that hold when it has it only once.
    """

    always: list[Ready] = field(default_factory=list)
    when: dict[str, list[Ready]] = field(default_factory=dict)
    several: dict[str, list[Ready]] = field(default_factory=dict)
    single: dict[str, list[Assertion]] = field(default_factory=dict)
    needed: dict[str, list[Assertion]] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _State:
    """A step of the contexts that an element may have reached, and the steps after it."""

    blocks: list[tuple[int, int, Block]] = field(default_factory=list)
    children: dict[str, list[tuple[Test | None, "_State"]]] = field(default_factory=dict)
    attributes: dict[str, "_State"] = field(default_factory=dict)
    known: dict[str, "_State"] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _Situation:
    """All states that an element has reached, with what follows from them when it was first asked.

    `moves` gives, for the name of a child, the tests that decide, and where each outcome leads.
    """

    states: tuple[_State, ...]
    program: _Program | None = None
    moves: dict[str, "_Move"] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _Move:
    edges: list[tuple[Test | None, _State]]
    tests: list[Test]
    known: dict[tuple[bool, ...], _Situation] = field(default_factory=dict)


class Engine:
    """A rulebook, compiled; safe to share between threads.

    `left_out` names the rules that we do not understand; they are then for the official engine.
    """

    def __init__(self, book: Rulebook) -> None:
        self.left_out: list[LeftOut] = []
        self.start = _State()
        self.empty: Assertion | None = None
        self.lets: dict[str, Ask] = {}
        self.situations: dict[tuple[_State, ...], _Situation] = {}
        lets = (*book.lets, *(each for stage in book.stages for each in stage.lets))
        for name, value in lets:
            self._let(name, value)
        for number, stage in enumerate(book.stages):
            for order, block in enumerate(stage.blocks):
                self._place(number, order, block)

    def ask(self, root: Element, on: date) -> Answer:
        """What the rules say of a notice on a day."""
        top = tree(root)
        notice = Notice(top, xs_date(on.isoformat()), self.lets)
        found: list[Found] = []
        unasked: list[Unasked] = []
        first = tuple(
            state
            for test, state in self.start.children.get("*", ())
            if test is None or _holds(test, top, notice)
        )
        waiting = [(top, self._situation(first))]
        while waiting and len(found) < MOST_FOUND:
            node, here = waiting.pop()
            if node.children:
                self._follow(node, here, notice, waiting)
            elif self.empty is not None and not node.text.strip(SPACE):
                found.append(_found(self.empty, node))
            if here.states:
                self._run(node, here, notice, found, unasked)
        return Answer(found=tuple(found), unasked=tuple(unasked), left_out=tuple(self.left_out))

    def _let(self, name: str, value: str) -> None:
        try:
            self.lets[name] = items(value)
        except NotUnderstood as error:
            self.left_out.append(LeftOut(f"${name}", (), str(error)))

    def _place(self, stage: int, order: int, block: Block) -> None:
        """Put a block where its context leads."""
        if block.context == EMPTY_LEAVES:
            self.empty = block.assertions[0]
            return
        try:
            here = self.start
            for step in _steps(block.context):
                here = _after(here, step)
        except NotUnderstood as error:
            rules = tuple(each.id for each in block.assertions)
            self.left_out.append(LeftOut(block.context, rules, str(error)))
            return
        here.blocks.append((stage, order, block))

    def _situation(self, states: tuple[_State, ...]) -> _Situation:
        known = self.situations.get(states)
        if known is None:
            known = self.situations[states] = _Situation(states)
        return known

    def _follow(
        self,
        node: Node,
        here: _Situation,
        notice: Notice,
        waiting: list[tuple[Node, _Situation]],
    ) -> None:
        """Put the children in line, each with the situation that it reaches."""
        for name, children in node.children.items():
            move = here.moves.get(name)
            if move is None:
                edges = [edge for state in here.states for edge in state.children.get(name, ())]
                move = here.moves[name] = _Move(edges, [test for test, _ in edges if test])
            for child in children:
                outcome = tuple([_holds(test, child, notice) for test in move.tests])
                reached = move.known.get(outcome)
                if reached is None:
                    reached = move.known[outcome] = self._reached(move, outcome)
                waiting.append((child, reached))

    def _reached(self, move: _Move, outcome: tuple[bool, ...]) -> _Situation:
        held = iter(outcome)
        return self._situation(
            tuple(state for test, state in move.edges if test is None or next(held))
        )

    def _run(
        self,
        node: Node,
        here: _Situation,
        notice: Notice,
        found: list[Found],
        unasked: list[Unasked],
    ) -> None:
        program = here.program
        if program is None:
            program = here.program = self._program(here.states)
        notice.place = node
        _ask(program.always, node, notice, found, unasked)
        children = node.children
        if not program.needed.keys() <= children.keys():
            for name in program.needed.keys() - children.keys():
                found.extend(_found(rule, node) for rule in program.needed[name])
        for name, namesakes in children.items():
            if name in program.when:
                _ask(program.when[name], node, notice, found, unasked)
            if len(namesakes) > 1:
                found.extend(_found(rule, node) for rule in program.single.get(name, ()))
                _ask(program.several.get(name, ()), node, notice, found, unasked)
        for name, text in node.attributes.items():
            for state in here.states:
                after = state.attributes.get(name)
                if after is not None:
                    place = Attribute(node, name, text)
                    self._run_at(place, after, notice, found, unasked)

    def _run_at(
        self,
        place: Attribute,
        state: _State,
        notice: Notice,
        found: list[Found],
        unasked: list[Unasked],
    ) -> None:
        here = self._situation((state,))
        if here.program is None:
            here.program = self._program(here.states)
        notice.place = place
        _ask(here.program.always, place, notice, found, unasked)

    def _program(self, states: tuple[_State, ...]) -> _Program:
        """The first block of each stage that these states have, made ready."""
        program = _Program()
        first: dict[int, tuple[int, Block]] = {}
        for state in states:
            for stage, order, block in state.blocks:
                if stage not in first or order < first[stage][0]:
                    first[stage] = (order, block)
        for _, block in first.values():
            for rule in block.assertions:
                try:
                    expression = parsed(rule.test)
                    ready = truth(rule.test), rule
                except NotUnderstood as error:
                    self.left_out.append(LeftOut(rule.id, (rule.id,), str(error)))
                    continue
                _put(ready, expression, program)
        return program


def _put(ready: Ready, expression: Expression, program: _Program) -> None:
    """A rule where it is asked as seldom as can be."""
    _, rule = ready
    match expression:
        case Binary(">", Call("count", (Path(None, (Step("child", name, ()),)),)), Literal(0)):
            if name != "*":
                program.needed.setdefault(name, []).append(rule)
                return
        case Binary("<", Call("count", (Path(None, (Step("child", name, ()),)),)), Literal(2)):
            if name != "*":
                program.single.setdefault(name, []).append(rule)
                return
        case Binary("=", Call("count", (Path(None, (Step("child", name, (test,)),)),)), Literal(0)):
            if name != "*" and _compares_with_before(test, name):
                program.several.setdefault(name, []).append(ready)
                return
    needed = true_without(expression)
    if needed:
        program.when.setdefault(needed, []).append(ready)
    else:
        program.always.append(ready)


def _compares_with_before(test: Expression, name: str) -> bool:
    """Whether a test holds only of a place that has a namesake before it."""
    match test:
        case Binary("=", _, Path(None, (Step("preceding-sibling", before, ()), *_))):
            return before == name
    return False


def _found(rule: Assertion, place: Place) -> Found:
    return Found(rule.id, rule.severity, where(place), rule.words)


def _holds(test: Test, child: Node, notice: Notice) -> bool:
    try:
        return test(child, notice)
    except CannotAsk:
        return False


def _ask(
    rules: Sequence[Ready],
    place: Place,
    notice: Notice,
    found: list[Found],
    unasked: list[Unasked],
) -> None:
    for test, rule in rules:
        try:
            if not test(place, notice):
                found.append(_found(rule, place))
        except CannotAsk as error:
            unasked.append(Unasked(rule.id, rule.severity, where(place), "", str(error)))


def _steps(context: str) -> Iterator[Step]:
    """The steps of a context, from the root."""
    path = parsed(context)
    if not isinstance(path, Path) or any(
        each.axis not in {"child", "attribute"} for each in path.steps
    ):
        raise NotUnderstood(context)
    if path.start is None:
        yield ROOT
    yield from path.steps


def _after(state: _State, step: Step) -> _State:
    """The state that a step leads to, the same for the same step."""
    key = repr(step)
    after = state.known.get(key)
    if after is None:
        after = state.known[key] = _State()
        if step.axis == "attribute":
            state.attributes[step.name] = after
        else:
            state.children.setdefault(step.name, []).append((_test(step.tests), after))
    return after


def _test(tests: Sequence[Expression]) -> Test | None:
    ready = [by_attribute(each) or compiled(each).truth for each in tests]
    if len(ready) <= 1:
        return ready[0] if ready else None
    return lambda place, notice: all(test(place, notice) for test in ready)


def true_without(expression: Expression) -> str:
    """A child without which an expression is true of a place; empty when there is none.

    >>> true_without(parsed("count(cbc:A[cbc:B]) = 0 or cbc:C"))
    'cbc:A'
    >>> true_without(parsed("count(cbc:A) > 0 or not(../cbc:B and cbc:C = 'x')"))
    'cbc:C'
    >>> true_without(parsed("count(cbc:A) > 0"))
    ''
    """
    match expression:
        case Binary("=", Call("count", (Path() as path,)), Literal(0)):
            return _first_child(path)
        case Binary("<", Call("count", (Path() as path,)), Literal(float(limit))) if limit > 0:
            return _first_child(path)
        case Binary("or", left, right):
            return true_without(left) or true_without(right)
        case Binary("and", left, right):
            first = true_without(left)
            return first if first == true_without(right) else ""
        case Call("not", (inner,)):
            return false_without(inner)
        case Each("every", ((_, Path() as path), *_), _):
            return _first_child(path)
    return ""


def false_without(expression: Expression) -> str:
    """A child without which an expression is false of a place; empty when there is none."""
    match expression:
        case Path():
            return _first_child(expression)
        case Binary("and", left, right):
            return false_without(left) or false_without(right)
        case Binary("or", left, right):
            first = false_without(left)
            return first if first == false_without(right) else ""
        case Binary("=" | "<" | ">" | "<=" | ">=" | "!=", Path() as path, _):
            return _first_child(path)
        case Call("exists" | "boolean", (inner,)):
            return false_without(inner)
    return ""


def _first_child(path: Path) -> str:
    first = path.steps[0]
    named = path.start is None and first.axis == "child" and first.name != "*"
    return first.name if named else ""


ROOT = Step("child", "*", ())
