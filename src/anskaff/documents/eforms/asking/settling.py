"""What the shape of an element alone decides of a rule: most rules ask what is there and what not.

The shape is which children an element has, which of them several times, and which attributes.
Elements of one notice share few shapes, and so do notices; a rule is settled once for each.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

from anskaff.documents.eforms.asking.parsing import (
    Binary,
    Call,
    Each,
    Expression,
    Literal,
    Path,
    Step,
)
from anskaff.documents.eforms.asking.values import SIGNS


@dataclass(frozen=True, slots=True)
class Shape:
    """The names of an element's children, of those that it has several times, and attributes."""

    children: frozenset[str]
    several: frozenset[str]
    attributes: frozenset[str]


NOTHING = Shape(frozenset(), frozenset(), frozenset())


def settled(expression: Expression, shape: Shape) -> Expression | bool:
    """Whether an expression is true of elements of a shape, or what is left to ask of them.

    >>> from anskaff.documents.eforms.asking.parsing import parsed
    >>> shape = Shape(frozenset({"cbc:A"}), frozenset(), frozenset({"b"}))
    >>> settled(parsed("count(cbc:A) > 0 or cbc:C = 'x'"), shape)
    True
    >>> settled(parsed("not(cbc:C) and @b and count(cbc:A) < 2 and ../cbc:D"), shape)
    Path(start=None, steps=(Step(axis='parent', name='', tests=()), \
Step(axis='child', name='cbc:D', tests=())))
    """
    match expression:
        case Binary("and" | "or" as sign, _, _):
            return _joined(sign, expression, shape)
        case Binary(sign, Call("count", (Path() as path,)), Literal(float(limit))) if sign in SIGNS:
            return _counted(expression, sign, path, limit, shape)
        case Binary(sign, left, right) if sign in SIGNS:
            return expression if not (_empty(left, shape) or _empty(right, shape)) else False
        case Call("not", (inner,)):
            rest = settled(inner, shape)
            return not rest if isinstance(rest, bool) else Call("not", (rest,))
        case Call("boolean", (inner,)) | Call("exists", (Path() as inner,)):
            return settled(inner, shape)
        case Each("every" | "some" as kind, ((_, members), *_), _):
            return expression if not _empty(members, shape) else kind == "every"
        case Path():
            return _there(expression, shape)
    return expression


def _joined(sign: str, expression: Binary, shape: Shape) -> Expression | bool:
    decides = sign == "or"
    unsettled: list[Expression] = []
    for each in operands(sign, expression):
        left = settled(each, shape)
        if left is decides:
            return decides
        if not isinstance(left, bool):
            unsettled.append(left)
    if not unsettled:
        return not decides
    return reduce(lambda before, after: Binary(sign, before, after), unsettled)


def operands(sign: str, expression: Expression) -> Iterator[Expression]:
    """All that `and` or `or` joins, however they are nested."""
    if isinstance(expression, Binary) and expression.sign == sign:
        yield from operands(sign, expression.left)
        yield from operands(sign, expression.right)
    else:
        yield expression


def _counted(
    expression: Binary, sign: str, path: Path, limit: float, shape: Shape
) -> Expression | bool:
    compares = SIGNS[sign]
    if _empty(path, shape):
        return compares(0, limit)
    if _there(path, shape) is not True:
        return expression
    if path.steps[0].name not in shape.several:
        return compares(1, limit)
    return True if (sign, limit) == (">", 0) else expression


def _empty(expression: Expression, shape: Shape) -> bool:
    """Whether an expression is a path that leads nowhere from elements of a shape."""
    return isinstance(expression, Path) and _there(expression, shape) is False


def _there(path: Path, shape: Shape) -> Expression | bool:
    """Whether a path leads somewhere; itself when that is not settled."""
    first = path.steps[0]
    if path.start is not None or first.axis not in {"child", "attribute"} or first.name == "*":
        return path
    if first.name not in (shape.children if first.axis == "child" else shape.attributes):
        return False
    if first.name not in shape.several and any(_before(each, first.name) for each in first.tests):
        return False
    return path if len(path.steps) > 1 or first.tests else True


def _before(test: Expression, name: str) -> bool:
    """Whether a test holds only of a place that has a namesake before it."""
    match test:
        case Binary("=", _, Path(None, (Step("preceding-sibling", before, ()), *_))):
            return before == name
    return False
