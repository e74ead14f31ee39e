"""The contexts of rules as one tree of steps, and where the elements of a notice are in it.

Each element of a notice is followed through the tree. All the steps that it has reached make its
situation; from there its children go on. Situations are made when a notice first needs them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from anskaff.documents.eforms.asking.compiling import compiled
from anskaff.documents.eforms.asking.notice import Notice, Test
from anskaff.documents.eforms.asking.parsing import Expression, NotUnderstood, Path, Step, parsed
from anskaff.documents.eforms.asking.tree import Node
from anskaff.documents.eforms.asking.values import CannotAsk
from anskaff.documents.eforms.asking.walking import by_attribute
from anskaff.documents.eforms.rulebook import Block

ROOT = Step("child", "*", ())


@dataclass(slots=True, eq=False)
class State:
    """A step of the contexts that an element may have reached, and the steps after it.

    `blocks` stand here with the numbers of their stage and of their order in it.
    """

    blocks: list[tuple[int, int, Block]] = field(default_factory=list)
    children: dict[str, list[tuple[Test | None, "State"]]] = field(default_factory=dict)
    attributes: dict[str, "State"] = field(default_factory=dict)
    known: dict[str, "State"] = field(default_factory=dict)

    def put(self, stage: int, order: int, block: Block) -> None:
        """Put a block where its context leads from here.

        Raises:
            NotUnderstood: when the context is more than steps down.
        """
        here = self
        for step in _steps(block.context):
            here = here._after(step)
        here.blocks.append((stage, order, block))

    def _after(self, step: Step) -> "State":
        """The state that a step leads to, the same for the same step."""
        key = repr(step)
        after = self.known.get(key)
        if after is None:
            after = self.known[key] = State()
            if step.axis == "attribute":
                self.attributes[step.name] = after
            else:
                self.children.setdefault(step.name, []).append((_test(step.tests), after))
        return after


@dataclass(slots=True, eq=False)
class _Move:
    """A step to a child: the tests that decide which states it reaches, and what came of them."""

    edges: Sequence[tuple[Test | None, State]]
    tests: Sequence[Test]
    known: dict[tuple[bool, ...], "Situation"] = field(default_factory=dict)
    always: "Situation | None" = None


@dataclass(slots=True, eq=False)
class Situation:
    """All states that an element has reached, and where its children go from here."""

    states: tuple[State, ...]
    moves: dict[str, _Move] = field(default_factory=dict)

    def blocks(self) -> Iterator[Block]:
        """The blocks that are asked here: of each stage only the first."""
        first: dict[int, tuple[int, Block]] = {}
        for state in self.states:
            for stage, order, block in state.blocks:
                if stage not in first or order < first[stage][0]:
                    first[stage] = (order, block)
        return (block for _, block in first.values())


class Contexts:
    """The tree of steps; `start` is above the root element."""

    def __init__(self) -> None:
        self.start = State()
        self.situations: dict[tuple[State, ...], Situation] = {}

    def first(self, top: Node, notice: Notice) -> Situation:
        """The situation of the root element."""
        edges = self.start.children.get("*", ())
        held = (state for test, state in edges if test is None or _holds(test, top, notice))
        return self.situation(tuple(held))

    def situation(self, states: tuple[State, ...]) -> Situation:
        """The situation of having reached some states."""
        known = self.situations.get(states)
        if known is None:
            known = self.situations[states] = Situation(states)
        return known

    def follow(
        self,
        node: Node,
        here: Situation,
        notice: Notice,
        waiting: list[tuple[Node, Situation]],
    ) -> None:
        """Put the children of an element in line, each with the situation that it reaches."""
        moves = here.moves
        for name, children in node.children.items():
            move = moves.get(name)
            if move is None:
                move = moves[name] = self._move(here, name)
            if move.always is not None:
                for child in children:
                    waiting.append((child, move.always))  # noqa: PERF401 - as fast as can be
                continue
            for child in children:
                outcome = tuple([_holds(test, child, notice) for test in move.tests])
                reached = move.known.get(outcome)
                if reached is None:
                    reached = move.known[outcome] = self._reached(move, outcome)
                waiting.append((child, reached))

    def _move(self, here: Situation, name: str) -> _Move:
        edges = [edge for state in here.states for edge in state.children.get(name, ())]
        move = _Move(edges, [test for test, _ in edges if test is not None])
        if not move.tests:
            move.always = self._reached(move, ())
        return move

    def _reached(self, move: _Move, outcome: tuple[bool, ...]) -> Situation:
        held = iter(outcome)
        states = (state for test, state in move.edges if test is None or next(held))
        return self.situation(tuple(states))


def _holds(test: Test, child: Node, notice: Notice) -> bool:
    try:
        return test(child, notice)
    except CannotAsk:
        return False


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


def _test(tests: Sequence[Expression]) -> Test | None:
    ready = [by_attribute(each) or compiled(each).truth for each in tests]
    if len(ready) <= 1:
        return ready[0] if ready else None
    return lambda place, notice: all(test(place, notice) for test in ready)
