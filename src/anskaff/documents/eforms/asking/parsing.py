"""XPath 2, as far as the rules of notices use it, read into values.

>>> parsed("@a = 'x'")
Binary(sign='=', left=Path(start=None, steps=(Step(axis='attribute', name='a', tests=()),)), \
right=Literal(value='x'))
"""

import re
from dataclasses import dataclass
from typing import Union

TOKEN = re.compile(
    r"""\s*(?:(?P<string>'(?:[^']|'')*'|"(?:[^"]|"")*")|(?P<number>\d+(?:\.\d+)?)"""
    r"""|(?P<variable>\$[\w.-]+)|(?P<name>[A-Za-z_][\w.-]*(?::(?!:)[A-Za-z_][\w.-]*)?)"""
    r"""|(?P<sign>::|//|\.\.|!=|<=|>=|[()\[\],/.@=<>|+*-]))"""
)
COMPARISONS = {"eq": "=", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
AXES = {
    "child": "child",
    "attribute": "attribute",
    "preceding-sibling": "preceding-sibling",
    "ancestor-or-self": "ancestor-or-self",
    "ancestor": "ancestor",
    "descendant": "descendant",
    "parent": "parent-named",
}


class NotUnderstood(ValueError):
    """An expression with something that we do not understand, and where it stands."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A text or a number."""

    value: str | float


@dataclass(frozen=True, slots=True)
class Several:
    """A sequence in parentheses."""

    members: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Binary:
    """Two expressions with a sign between: a comparison, `and`, `or`, or arithmetic."""

    sign: str
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments."""

    name: str
    arguments: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: an axis with a name, or an expression asked of each place."""

    axis: str
    name: str
    tests: tuple["Expression", ...]
    expression: Union["Expression", None] = None

    def __repr__(self) -> str:
        expression = f", {self.expression!r}" if self.expression else ""
        return f"Step(axis={self.axis!r}, name={self.name!r}, tests={self.tests!r}{expression})"


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from a place; `start` is `/` for the document, `None` for the place itself."""

    start: str | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """`if … then … else …`."""

    test: "Expression"
    then: "Expression"
    otherwise: "Expression"


@dataclass(frozen=True, slots=True)
class Each:
    """`every`, `some` or `for` over one or more variables."""

    kind: str
    variables: tuple[tuple[str, "Expression"], ...]
    body: "Expression"


Expression = Literal | Several | Variable | Binary | Call | Path | Choice | Each


def parsed(text: str) -> Expression:
    """An expression as values.

    Raises:
        NotUnderstood: when it uses something that the rules of notices did not use so far.
    """
    reader = _Reader(text)
    found = reader.expression()
    if reader.at < len(reader.tokens):
        raise NotUnderstood(f"{reader.peek()!r} in {text[:80]}")
    return found


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens: list[tuple[str, str]] = []
    at, end = 0, len(text.rstrip())
    while at < end:
        found = TOKEN.match(text, at)
        if found is None:
            raise NotUnderstood(f"{text[at : at + 20]!r}")
        at = found.end()
        tokens.append((str(found.lastgroup), found[str(found.lastgroup)]))
    return tokens


class _Reader:
    """Recursive descent, loosest first."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.at = 0

    def peek(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.tokens[place][1] if place < len(self.tokens) else ""

    def kind(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def next(self) -> str:
        word = self.peek()
        self.at += 1
        return word

    def expect(self, word: str) -> None:
        if self.next() != word:
            raise NotUnderstood(f"expected {word!r} before {self.peek()!r}")

    def expression(self) -> Expression:
        """One expression, or several with commas between."""
        members = [self.single()]
        while self.peek() == ",":
            self.next()
            members.append(self.single())
        return members[0] if len(members) == 1 else Several(tuple(members))

    def single(self) -> Expression:
        word, after = self.peek(), self.peek(1)
        if word in {"every", "some", "for"} and after.startswith("$"):
            return self._each()
        if word == "if" and after == "(":
            self.next()
            self.expect("(")
            test = self.expression()
            self.expect(")")
            self.expect("then")
            then = self.single()
            self.expect("else")
            return Choice(test, then, self.single())
        return self._or()

    def _each(self) -> Expression:
        kind = self.next()
        variables: list[tuple[str, Expression]] = []
        while True:
            name = self.next().removeprefix("$")
            self.expect("in")
            variables.append((name, self.single()))
            if self.peek() != ",":
                break
            self.next()
        self.expect("return" if kind == "for" else "satisfies")
        return Each(kind, tuple(variables), self.single())

    def _or(self) -> Expression:
        left = self._and()
        while self.peek() == "or":
            self.next()
            left = Binary("or", left, self._and())
        return left

    def _and(self) -> Expression:
        left = self._comparison()
        while self.peek() == "and":
            self.next()
            left = Binary("and", left, self._comparison())
        return left

    def _comparison(self) -> Expression:
        left = self._range()
        sign = COMPARISONS.get(self.peek(), self.peek())
        if sign not in COMPARISONS.values():
            return left
        self.next()
        return Binary(sign, left, self._range())

    def _range(self) -> Expression:
        left = self._sum()
        if self.peek() != "to":
            return left
        self.next()
        return Binary("to", left, self._sum())

    def _sum(self) -> Expression:
        left = self._product()
        while self.peek() in {"+", "-"}:
            left = Binary(self.next(), left, self._product())
        return left

    def _product(self) -> Expression:
        left = self._union()
        while self.peek() in {"*", "div", "mod"}:
            left = Binary(self.next(), left, self._union())
        return left

    def _union(self) -> Expression:
        members = [self._signed()]
        while self.peek() == "|":
            self.next()
            members.append(self._signed())
        return members[0] if len(members) == 1 else Several(tuple(members))

    def _signed(self) -> Expression:
        if self.peek() == "-":
            self.next()
            return Binary("-", Literal(0.0), self._path())
        return self._path()

    def _path(self) -> Expression:
        start: str | None = None
        steps: list[Step] = []
        if self.peek() in {"/", "//"}:
            start = "/"
            if self.next() == "//":
                steps.append(Step("descendant-or-self", "", ()))
            steps.append(self._step())
        else:
            first = self._step()
            if first.axis == "expression" and self.peek() not in {"/", "//"} and not first.tests:
                assert first.expression is not None
                return first.expression
            steps.append(first)
        while self.peek() in {"/", "//"}:
            if self.next() == "//":
                steps.append(Step("descendant-or-self", "", ()))
            steps.append(self._step())
        return Path(start, tuple(steps))

    def _step(self) -> Step:
        kind, word = self.kind(), self.peek()
        if word == "..":
            self.next()
            return Step("parent", "", self._tests())
        if word == "." and kind == "sign":
            self.next()
            return Step("self", "", self._tests())
        if word == "@":
            self.next()
            return Step("attribute", self.next(), self._tests())
        if word == "*":
            self.next()
            return Step("child", "*", self._tests())
        if kind == "name" and self.peek(1) == "::":
            return self._axis()
        if kind == "name" and (word, self.peek(1), self.peek(2)) == ("text", "(", ")"):
            self.at += 3
            return Step("text", "", self._tests())
        if kind == "name" and self.peek(1) != "(":
            self.next()
            return Step("child", word, self._tests())
        expression = self._primary()
        return Step("expression", "", self._tests(), expression)

    def _axis(self) -> Step:
        word = self.next()
        if word not in AXES:
            raise NotUnderstood(f"the axis {word}")
        self.expect("::")
        return Step(AXES[word], self.next(), self._tests())

    def _tests(self) -> tuple[Expression, ...]:
        tests: list[Expression] = []
        while self.peek() == "[":
            self.next()
            tests.append(self.expression())
            self.expect("]")
        return tuple(tests)

    def _primary(self) -> Expression:
        kind, word = self.kind(), self.next()
        if kind == "string":
            return Literal(word[1:-1].replace(word[0] * 2, word[0]))
        if kind == "number":
            return Literal(float(word))
        if kind == "variable":
            return Variable(word[1:])
        if word == "(":
            if self.peek() == ")":
                self.next()
                return Several(())
            inner = self.expression()
            self.expect(")")
            return inner
        if kind == "name" and self.peek() == "(":
            return self._call(word)
        raise NotUnderstood(f"{word!r}")

    def _call(self, name: str) -> Expression:
        self.expect("(")
        arguments: list[Expression] = []
        while self.peek() != ")":
            arguments.append(self.single())
            if self.peek() == ",":
                self.next()
        self.expect(")")
        return Call(name, tuple(arguments))
