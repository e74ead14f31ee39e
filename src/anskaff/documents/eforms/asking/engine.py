"""Ask a rulebook of a notice in one pass over its tree.

The situation of an element among the contexts tells which rules are asked of it, and its shape (the
names of its children and attributes) which of them are settled by that. What is left is kept for
the next element that is in the same situation and has the same shape, in this notice and others.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from anskaff.documents.eforms.asking.compiling import compiled, items
from anskaff.documents.eforms.asking.contexts import Contexts, Situation
from anskaff.documents.eforms.asking.notice import Ask, Notice, Test
from anskaff.documents.eforms.asking.parsing import Expression, NotUnderstood, parsed
from anskaff.documents.eforms.asking.settling import NOTHING, Shape, settled
from anskaff.documents.eforms.asking.tree import Attribute, Node, Place, tree, where
from anskaff.documents.eforms.asking.values import SPACE, CannotAsk, xs_date
from anskaff.documents.eforms.rulebook import Assertion, Rulebook
from anskaff.documents.validation.answer import Answer, Found, LeftOut, Unasked

Element = etree._Element  # noqa: SLF001 - the only public name for the type
Key = tuple[object, ...]

EMPTY_LEAVES = "//*[not(child::*) and normalize-space(text()) = '']"
MOST_FOUND = 2_000
MOST_PROGRAMS = 5_000


@dataclass(slots=True)
class _Program:
    """What elements of one shape are asked in one situation, and what they break as they are.

    `attributes` are those that are asked something themselves.
    """

    broken: list[Assertion] = field(default_factory=list)
    asked: list[tuple[Test, Assertion]] = field(default_factory=list)
    attributes: list[tuple[str, "_Program"]] = field(default_factory=list)


NOTHING_TO_ASK = _Program()


@dataclass(slots=True)
class _Said:
    """What is found while a notice is asked."""

    found: list[Found] = field(default_factory=list)
    unasked: list[Unasked] = field(default_factory=list)


class Engine:
    """A rulebook, compiled; safe to share between threads.

    `left_out` names the rules that we do not understand; they are then for the official engine.
    """

    def __init__(self, book: Rulebook) -> None:
        self.left_out: list[LeftOut] = []
        self.contexts = Contexts()
        self.empty: Assertion | None = None
        self.lets: dict[str, Ask] = {}
        self.rules: dict[Situation, Sequence[tuple[Expression, Assertion]]] = {}
        self.programs: dict[Key, _Program] = {}
        lets = (*book.lets, *(each for stage in book.stages for each in stage.lets))
        for name, value in lets:
            try:
                self.lets[name] = items(value)
            except NotUnderstood as error:
                self.left_out.append(LeftOut(f"${name}", (), str(error)))
        for number, stage in enumerate(book.stages):
            for order, block in enumerate(stage.blocks):
                if block.context == EMPTY_LEAVES:
                    self.empty = block.assertions[0]
                    continue
                try:
                    self.contexts.start.put(number, order, block)
                except NotUnderstood as error:
                    rules = tuple(each.id for each in block.assertions)
                    self.left_out.append(LeftOut(block.context, rules, str(error)))

    def ask(self, root: Element, on: date) -> Answer:
        """What the rules say of a notice on a day."""
        top = tree(root)
        notice = Notice(top, xs_date(on.isoformat()), self.lets)
        said = _Said()
        parents: list[Node] = []
        waiting = [(top, self.contexts.first(top, notice))]
        while waiting and len(said.found) < MOST_FOUND:
            node, here = waiting.pop()
            if node.children:
                parents.append(node)
                self.contexts.follow(node, here, notice, waiting)
            elif self.empty is not None and not node.text.strip(SPACE):
                said.found.append(_found(self.empty, node))
            if here.states:
                program = self._program(node, here)
                if program is NOTHING_TO_ASK:
                    continue
                _run(program, node, notice, said)
                for name, inner in program.attributes:
                    place = Attribute(node, name, node.attributes[name])
                    _run(inner, place, notice, said)
        for node in parents:  # the tree is freed at once, not when cycles are looked for
            node.children.clear()
        return Answer(
            found=tuple(said.found),
            unasked=tuple(said.unasked),
            left_out=tuple(self.left_out),
        )

    def _program(self, node: Node, here: Situation) -> _Program:
        children = node.children
        if not children:
            key: Key = (here, *node.attributes)
        elif not node.several:
            key = (here, *children, None, *node.attributes)
        else:
            several = tuple([len(namesakes) > 1 for namesakes in children.values()])
            key = (here, *children, several, *node.attributes)
        known = self.programs.get(key)
        if known is None:
            if len(self.programs) >= MOST_PROGRAMS:
                self.programs.clear()
            made = self._made(node, here)
            asks = made.broken or made.asked or made.attributes
            known = self.programs[key] = made if asks else NOTHING_TO_ASK
        return known

    def _made(self, node: Node, here: Situation) -> _Program:
        shape = Shape(
            frozenset(node.children),
            frozenset(name for name, each in node.children.items() if len(each) > 1),
            frozenset(node.attributes),
        )
        program = self._settled(here, shape)
        for name in node.attributes:
            states = tuple(
                state.attributes[name] for state in here.states if name in state.attributes
            )
            if states:
                inner = self._settled(self.contexts.situation(states), NOTHING)
                program.attributes.append((name, inner))
        return program

    def _settled(self, here: Situation, shape: Shape) -> _Program:
        program = _Program()
        for expression, rule in self._rules(here):
            left = settled(expression, shape)
            if left is False:
                program.broken.append(rule)
            elif left is not True:
                program.asked.append((compiled(left).truth, rule))
        return program

    def _rules(self, here: Situation) -> Sequence[tuple[Expression, Assertion]]:
        """The rules of a situation, without those that we do not understand."""
        known = self.rules.get(here)
        if known is not None:
            return known
        rules: list[tuple[Expression, Assertion]] = []
        for block in here.blocks():
            for rule in block.assertions:
                try:
                    expression = parsed(rule.test)
                    compiled(expression)
                except NotUnderstood as error:
                    self.left_out.append(LeftOut(rule.id, (rule.id,), str(error)))
                else:
                    rules.append((expression, rule))
        self.rules[here] = rules
        return rules


def _run(program: _Program, place: Place, notice: Notice, said: _Said) -> None:
    notice.place = place
    for rule in program.broken:
        said.found.append(_found(rule, place))
    for test, rule in program.asked:
        try:
            if not test(place, notice):
                said.found.append(_found(rule, place))
        except CannotAsk as error:
            said.unasked.append(Unasked(rule.id, rule.severity, where(place), "", str(error)))


def _found(rule: Assertion, place: Place) -> Found:
    return Found(rule.id, rule.severity, where(place), rule.words)
