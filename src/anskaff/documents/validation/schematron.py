"""Our Schematron compiler: a schema becomes one XSLT 3 stylesheet with a small answer.

Each pattern is a mode, each rule a template whose priority falls from the first to the last, so
the first rule that matches a node is the one that counts. The answer of the stylesheet is a line

    17  4   message

with tabs for what was found, where the first is the place of the assertion in
`Stylesheet.assertions`, and the second counts the elements of the document in their order (the root
is 1, the document itself 0). Where a rule is about attributes or texts, an XPath stands there
instead, which takes longer to make. The message is only there when the document is quoted in it;
`Stylesheet.texts` has the others. A guarded stylesheet also tells of assertions that could not be
asked of the document, as `17  4   why     FORG0001`; it is slower, so it is for the documents on
which the plain one stops.

Every expression of the schema stands on a line of its own, and `Stylesheet.lines` tells which, so
that a compiler's complaint leads to the rule, which can then be left out by name.

>>> from anskaff.documents.validation.schematron_source import Assertion, Pattern, Piece, Rule
>>> short = Assertion(id="R1", test="@a", severity="fatal", report=False, message=(Piece("No a"),))
>>> rule = Rule(id="", context="b", lets=(), assertions=(short,))
>>> pattern = Pattern(id="p", lets=(), rules=(rule,))
>>> made = compile_schema(Schema(
...     title="", namespaces={}, lets=(), declarations=(), patterns=(pattern,)))
>>> [found] = [line for line in made.text.splitlines() if "@a" in line]
>>> "position() - 1" in found, "No a" in found, made.texts
(True, False, ('No a',))
>>> sorted(made.lines.values())
[Origin(kind='assertion', number=0), Origin(kind='rule', number=0)]
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from anskaff.documents.validation.schematron_source import (
    ALL,
    XSLT,
    Assertion,
    Let,
    Pattern,
    Piece,
    Rule,
    Schema,
    SchematronError,
)

ERRORS = "http://www.w3.org/2005/xqt-errors"
FUNCTIONS = "http://www.w3.org/2005/xpath-functions"
TYPES = "http://www.w3.org/2001/XMLSchema"
RESERVED = {"xml": "http://www.w3.org/XML/1998/namespace", "xsl": XSLT}
KNOWN_PREFIXES = {"xs": TYPES, "fn": FUNCTIONS, "err": ERRORS}
ELEMENTS = "/ | //*"
AT_ELEMENT = "(position() - 1)"
AT_NODE = "normalize-space(path(.))"
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_IN_QUOTES = _IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
_STRINGS_AND_NAMES = re.compile(r""""[^"]*"|'[^']*'|\$([\w.][\w.-]*)""")
_STRINGS = re.compile(r""""[^"]*"|'[^']*'""")


class Origin(NamedTuple):
    """What a line of the stylesheet was made from."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stylesheet:
    """A compiled schema: XSLT, the assertions it numbers, and what each line came from.

    `texts` are what the assertions say where they quote nothing of a document, else empty.
    `rules` gives, for each rule, the numbers of its assertions; `declared` names the variables and
    functions that lines with the origins `let` and `declaration` hold.
    """

    text: str
    assertions: tuple[Assertion, ...]
    texts: tuple[str, ...]
    rules: tuple[tuple[str, tuple[int, ...]], ...]
    declared: tuple[str, ...]
    lines: Mapping[int, Origin]
    namespaces: Mapping[str, str]


def compile_schema(
    schema: Schema,
    *,
    phase: str = "",
    without: Container[Origin] = frozenset(),
    guarded: bool = False,
) -> Stylesheet:
    """The stylesheet of a schema, or of one of its phases, without what is to be left out.

    Raises:
        SchematronError: when there is no such phase.
    """
    return _Writer(schema, without, guarded=guarded).written(phase)


class _Writer:
    """Lines of a stylesheet, and the origin of each."""

    def __init__(self, schema: Schema, without: Container[Origin], *, guarded: bool) -> None:
        self.schema = schema
        self.without = without
        self.guarded = guarded
        self.at = AT_ELEMENT
        self.out: list[str] = []
        self.lines: dict[int, Origin] = {}
        self.assertions: list[Assertion] = []
        self.rules: list[tuple[str, tuple[int, ...]]] = []
        self.declared: list[str] = []

    def written(self, phase: str) -> Stylesheet:
        patterns, lets = _chosen(self.schema, phase)
        self._head()
        for let in (*self.schema.lets, *lets):
            self._declare(let.name, _variable(let))
        for declaration in self.schema.declarations:
            self._declare(_name_of(declaration), declaration)
        shared = _shared_names(self.schema.lets, lets, patterns)
        for number, pattern in enumerate(patterns):
            self._pattern(number, pattern, shared)
        modes = "".join(
            f'<xsl:apply-templates select="{nodes}" mode="p{number}"/>'
            for number, pattern in enumerate(patterns)
            for nodes in _nodes(pattern)
        )
        self.out.append(f'<xsl:template match="/">{modes}</xsl:template>')
        self.out.append("</xsl:stylesheet>")
        return Stylesheet(
            text="\n".join(self.out),
            assertions=tuple(self.assertions),
            texts=tuple(_text(each) for each in self.assertions),
            rules=tuple(self.rules),
            declared=tuple(self.declared),
            lines=self.lines,
            namespaces=dict(self.schema.namespaces),
        )

    def _head(self) -> None:
        prefixes = {**KNOWN_PREFIXES, **self.schema.namespaces, **RESERVED}
        named = " ".join(
            f"xmlns:{prefix}={_quoted(uri)}" for prefix, uri in prefixes.items() if prefix != "xml"
        )
        self.out.append(f'<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" {named}>')
        self.out.append('<xsl:output method="text"/>')

    def _declare(self, name: str, text: str) -> None:
        """A variable or function that all rules see."""
        origin = Origin("declaration", len(self.declared))
        self.declared.append(name)
        if origin not in self.without:
            for line in text.splitlines():
                self._add(line, origin)

    def _add(self, line: str, origin: Origin) -> None:
        self.out.append(line)
        self.lines[len(self.out)] = origin

    def _pattern(self, number: int, pattern: Pattern, shared: Container[str]) -> None:
        renamed = {let.name: f"{let.name}.p{number}" for let in pattern.lets if let.name in shared}
        self.out.append(f'<xsl:mode name="p{number}" on-no-match="deep-skip"/>')
        # skipping a document still visits its root, which is asked on its own
        self.out.append(f'<xsl:template match="document-node()" mode="p{number}" priority="0"/>')
        for let in pattern.lets:
            self._declare(let.name, _variable(_with_names(let, renamed)))
        for before, rule in enumerate(pattern.rules):
            self._rule(rule, number, len(pattern.rules) - before, renamed)

    def _rule(self, rule: Rule, mode: int, priority: int, renamed: Mapping[str, str]) -> None:
        origin = Origin("rule", len(self.rules))
        first = len(self.assertions)
        numbers = tuple(range(first, first + len(rule.assertions)))
        self.rules.append((rule.context, numbers))
        self.assertions.extend(rule.assertions)
        if origin in self.without:
            return
        self.at = AT_NODE if any(_besides_elements(rule)) else AT_ELEMENT
        match = _quoted(_renamed(rule.context, renamed))
        opened = "<xsl:try>" if self.guarded else ""
        self._add(
            f'<xsl:template match={match} mode="p{mode}" priority="{priority}">{opened}', origin
        )
        for let in rule.lets:
            self._add(_variable(_with_names(let, renamed)), origin)
        for number, assertion in zip(numbers, rule.assertions, strict=True):
            if Origin("assertion", number) not in self.without:
                self._add(self._asked(number, assertion, renamed), Origin("assertion", number))
        self.out.append(f"{self._all_failed(numbers)}</xsl:template>")

    def _asked(self, number: int, assertion: Assertion, renamed: Mapping[str, str]) -> str:
        """The test stands alone in its attribute, so that no brackets of ours complete it."""
        test = _quoted(_renamed(assertion.test, renamed))
        told = self._told(number, _message(assertion, renamed))
        if assertion.report:
            found = f"<xsl:if test={test}>{told}</xsl:if>"
        else:
            found = (
                f"<xsl:choose><xsl:when test={test}/>"
                f"<xsl:otherwise>{told}</xsl:otherwise></xsl:choose>"
            )
        return f"<xsl:try>{found}{self._caught((number,))}</xsl:try>" if self.guarded else found

    def _all_failed(self, numbers: Iterable[int]) -> str:
        """When a variable of the rule has no value, none of its assertions can be asked."""
        return f"{self._caught(numbers)}</xsl:try>" if self.guarded else ""

    def _caught(self, numbers: Iterable[int]) -> str:
        why = ("$err:description", "local-name-from-QName($err:code)")
        told = "".join(self._told(number, "", *why) for number in numbers)
        return f"<xsl:catch>{told}</xsl:catch>"

    def _told(self, number: int, message: str, *more: str) -> str:
        """A line of the answer; what is from the document cannot break it."""
        line = f"'{number}&#9;' || {self.at}"
        if message:
            more = ("$said",)
            message = f'<xsl:variable name="said">{message}</xsl:variable>'
        line += "".join(f" || '&#9;' || normalize-space({each})" for each in more)
        return f"{message}<xsl:value-of select=\"{line} || '&#10;'\"/>"


def _chosen(schema: Schema, phase: str) -> tuple[tuple[Pattern, ...], tuple[Let, ...]]:
    """The patterns that run, and the variables of the phase."""
    wanted = phase or schema.default_phase
    if wanted == ALL:
        return schema.patterns, ()
    if wanted not in schema.phases:
        raise SchematronError(f"there is no phase {wanted}")
    chosen = schema.phases[wanted]
    return tuple(each for each in schema.patterns if each.id in chosen.active), chosen.lets


def _shared_names(
    lets: Iterable[Let], phase: Iterable[Let], patterns: Iterable[Pattern]
) -> frozenset[str]:
    """Names that several patterns give to variables of their own."""
    seen = Counter({let.name for let in (*lets, *phase)})
    for pattern in patterns:
        seen.update({let.name for let in pattern.lets})
    return frozenset(name for name, times in seen.items() if times > 1)


def _name_of(declaration: str) -> str:
    """What a declaration declares, such as `u:gln` or `k1`."""
    found = re.search(r"""\sname=["']([^"']*)["']""", declaration[: declaration.find(">")])
    return found[1] if found else declaration[:40]


def _nodes(pattern: Pattern) -> Iterable[str]:
    """The nodes that rules of a pattern can match: first elements, so that they can be counted."""
    others = (kind for rule in pattern.rules for kind in _besides_elements(rule))
    return dict.fromkeys((ELEMENTS, *others))


def _besides_elements(rule: Rule) -> Iterator[str]:
    """What a rule can match that is no element."""
    bare = _without_predicates(rule.context)
    if "@" in bare or "attribute" in bare or "node()" in bare:
        yield "//@*"
    if "text()" in bare or "node()" in bare:
        yield "//text()"


def _without_predicates(expression: str) -> str:
    """An expression without strings and without what stands in brackets.

    >>> _without_predicates("a[@b = ']']/c[d[1]] | e/@f")
    'a/c | e/@f'
    """
    kept: list[str] = []
    depth = 0
    for sign in _STRINGS.sub("", expression):
        depth += (sign == "[") - (sign == "]")
        if not depth and sign != "]":
            kept.append(sign)
    return "".join(kept)


def _renamed(expression: str, renamed: Mapping[str, str]) -> str:
    """An expression with other names for some variables; what stands in strings is kept.

    >>> _renamed("$a = '$a' or $a-b", {"a": "a.p1"})
    "$a.p1 = '$a' or $a-b"
    """
    if not renamed:
        return expression

    def name(found: re.Match[str]) -> str:
        return f"${renamed[found[1]]}" if found[1] in renamed else found[0]

    return _STRINGS_AND_NAMES.sub(name, expression)


def _with_names(let: Let, renamed: Mapping[str, str]) -> Let:
    return Let(renamed.get(let.name, let.name), _renamed(let.select, renamed))


def _variable(let: Let) -> str:
    return f"<xsl:variable name={_quoted(let.name)} select={_quoted(let.select)}/>"


def _text(assertion: Assertion) -> str:
    """What an assertion says of every document; nothing where it quotes the document."""
    if any(piece.select for piece in assertion.message):
        return ""
    return " ".join("".join(piece.text for piece in assertion.message).split())


def _message(assertion: Assertion, renamed: Mapping[str, str]) -> str:
    """What an assertion says of this document, where that is not the same for every one."""
    if not any(piece.select for piece in assertion.message):
        return ""
    return "".join(_said(piece, renamed) for piece in assertion.message)


def _said(piece: Piece, renamed: Mapping[str, str]) -> str:
    """A piece of a message; text in one line, without the braces that XSLT would read."""
    if piece.select:
        return f"<xsl:value-of select={_quoted(_renamed(piece.select, renamed))}/>"
    return " ".join(_words(piece.text)).translate(_IN_TEXT)


def _quoted(text: str) -> str:
    """An attribute's value, on one line."""
    return f'"{text.translate(_IN_QUOTES)}"'


def _words(text: str) -> Iterator[str]:
    """Words of a text, with an empty one where it begins or ends with space."""
    if text[:1].isspace():
        yield ""
    yield from text.split()
    if text[-1:].isspace():
        yield ""
