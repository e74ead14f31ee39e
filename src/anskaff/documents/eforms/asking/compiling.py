"""Expressions as functions of a place: compiled once, asked many times.

>>> from lxml import etree
>>> from anskaff.documents.eforms.asking.tree import tree
>>> from anskaff.documents.eforms.asking.values import xs_date
>>> node = tree(etree.fromstring("<a b='x'/>"))
>>> test = truth("@b = ('x', 'y') and not(cbc:C)")
>>> test(node, Notice(node, xs_date("2026-11-21"), {}))
True
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from anskaff.documents.eforms.asking import functions
from anskaff.documents.eforms.asking.comparing import (
    COMPARISONS,
    OWN_TEXT,
    alternatives,
    comparison,
    quantified,
    start,
)
from anskaff.documents.eforms.asking.notice import (
    NOTHING,
    Ask,
    Compiled,
    Notice,
    Test,
    boolean,
    from_document,
    kept,
    sequence,
    texts_of,
)
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
    Variable,
    parsed,
)
from anskaff.documents.eforms.asking.settling import operands
from anskaff.documents.eforms.asking.tree import Node
from anskaff.documents.eforms.asking.values import Item, Items, atom, plain, reckoned
from anskaff.documents.eforms.asking.walking import SELF, same_everywhere, walked

__all__ = ["Node", "Notice", "compiled", "items", "truth"]
MOST_EXPRESSIONS = 100_000


@lru_cache(maxsize=MOST_EXPRESSIONS)
def truth(expression: str) -> Test:
    """A rule's test as a function of a place.

    Raises:
        NotUnderstood: when it uses something that we do not understand.
    """
    return compiled(parsed(expression)).truth


@lru_cache(maxsize=MOST_EXPRESSIONS)
def items(expression: str) -> Ask:
    """An expression as a function that gives a sequence."""
    return compiled(parsed(expression)).items


@lru_cache(maxsize=MOST_EXPRESSIONS)
def compiled(expression: Expression) -> Compiled:
    """A parsed expression as functions; the same ones for the same expression.

    Raises:
        NotUnderstood: when it uses something that we do not understand.
    """
    match expression:
        case Literal(value):
            found = (value,)
            return Compiled(lambda _place, _notice: found, lambda _place, _notice: bool(value))
        case Several(members):
            return _several(members)
        case Variable(name):
            return _variable(name)
        case Binary(sign, left, right):
            return _binary(sign, left, right)
        case Choice(test, then, otherwise):
            return _choice(compiled(test).truth, compiled(then), compiled(otherwise))
        case Each():
            return _each(expression)
        case Path():
            return walked(expression, compiled)
        case Call(name, arguments):
            return _call(name, arguments)


def _several(members: tuple[Expression, ...]) -> Compiled:
    asks = [compiled(each).items for each in members]

    def ask(place: Item, notice: Notice) -> Items:
        return [item for each in asks for item in each(place, notice)]

    if members and all(same_everywhere(each) for each in members):
        return from_document(ask)
    return sequence(ask)


def _variable(name: str) -> Compiled:
    """A variable; of those of the rulebook the texts are kept."""
    _, texts = kept(lambda _place, notice: notice.variable(name))

    def found(_place: Item, notice: Notice) -> frozenset[str]:
        if name in notice.lets:
            return texts(notice.document, notice)
        return texts_of(notice.variable(name))

    return sequence(lambda _place, notice: notice.variable(name), found)


def _choice(test: Test, then: Compiled, otherwise: Compiled) -> Compiled:
    return Compiled(
        lambda place, notice: (then if test(place, notice) else otherwise).items(place, notice),
        lambda place, notice: (then if test(place, notice) else otherwise).truth(place, notice),
    )


def _binary(sign: str, left: Expression, right: Expression) -> Compiled:
    if sign in {"and", "or"}:
        every = operands(sign, Binary(sign, left, right))
        asked = every if sign == "and" else alternatives(every)
        return _joined([compiled(each).truth for each in asked], sign == "or")
    if sign in COMPARISONS:
        return comparison(sign, left, right, compiled)
    one, other = compiled(left).items, compiled(right).items
    if sign == "to":
        return sequence(
            lambda place, notice: functions.span(one(place, notice), other(place, notice))
        )

    def ask(place: Item, notice: Notice) -> Items:
        before, after = one(place, notice), other(place, notice)
        if not before or not after:
            return NOTHING
        return (reckoned(sign, atom(before[0]), atom(after[0])),)

    return sequence(ask)


def _joined(tests: list[Test], decides: bool) -> Compiled:
    """The first test with the deciding answer decides; a pair is the most common."""
    if len(tests) == 1:
        return boolean(tests[0])
    if len(tests) == 2:  # noqa: PLR2004
        first, second = tests
        if decides:
            return boolean(lambda place, notice: first(place, notice) or second(place, notice))
        return boolean(lambda place, notice: first(place, notice) and second(place, notice))

    def test(place: Item, notice: Notice) -> bool:
        for each in tests:
            if each(place, notice) is decides:
                return decides
        return not decides

    return boolean(test)


def _each(expression: Each) -> Compiled:
    """`every`, `some` and `for`: each variable in turn, for each of those before it."""
    variables = [(name, compiled(each).items) for name, each in expression.variables]
    body = compiled(expression.body)
    if len(variables) == 1 and expression.kind == "for":
        return sequence(_for_one(*variables[0], body.items))
    if len(variables) == 1:
        slowly = _quantified(expression.kind, *variables[0], body.truth)
        return boolean(quantified(expression, slowly, compiled))

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
        return boolean(
            lambda place, notice: all(body.truth(place, notice) for _ in ways(place, notice))
        )
    if expression.kind == "some":
        return boolean(
            lambda place, notice: any(body.truth(place, notice) for _ in ways(place, notice))
        )
    return sequence(
        lambda place, notice: [
            item for _ in ways(place, notice) for item in body.items(place, notice)
        ]
    )


def _for_one(name: str, ask: Ask, body: Ask) -> Ask:
    """`for` over one variable, the most common."""

    def found(place: Item, notice: Notice) -> Items:
        variables = notice.variables
        before = variables.get(name)
        gathered: list[Item] = []
        try:
            for item in ask(place, notice):
                variables[name] = (item,)
                gathered.extend(body(place, notice))
        finally:
            if before is None:
                variables.pop(name, None)
            else:
                variables[name] = before
        return gathered

    return found


def _quantified(kind: str, name: str, ask: Ask, body: Test) -> Test:
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

    return test


def _call(name: str, arguments: tuple[Expression, ...]) -> Compiled:
    if name in {"not", "boolean"}:
        inner = compiled(arguments[0]).truth
        if name == "boolean":
            return boolean(inner)
        return boolean(lambda place, notice: not inner(place, notice))
    if name in {"true", "false"}:
        value = name == "true"
        return boolean(lambda _place, _notice: value)
    if name == "current-date":
        return sequence(lambda _place, notice: (notice.day,))
    if name == "current":
        return sequence(lambda _place, notice: (notice.place,))
    if name == "matches":
        return _matches(arguments)
    if name == "starts-with" and isinstance(arguments[1], Several):
        return start(arguments[0], arguments[1], compiled)
    function = functions.FUNCTIONS.get(name)
    if function is None:
        raise NotUnderstood(f"the function {name}")
    if name == "normalize-space" and arguments == (SELF,):
        return sequence(lambda place, _notice: (plain(_own_text(place)),))
    asks = [compiled(each).items for each in arguments]
    if not asks:
        return sequence(lambda place, _notice: function((place,)))
    if len(asks) == 1:
        [ask] = asks
        return sequence(lambda place, notice: function(ask(place, notice)))
    return sequence(lambda place, notice: function(*(each(place, notice) for each in asks)))


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
    if arguments[0] == OWN_TEXT:
        return boolean(lambda place, _notice: search(plain(_own_text(place))) is not None)
    return boolean(lambda place, notice: search(functions.one_text(ask(place, notice))) is not None)
