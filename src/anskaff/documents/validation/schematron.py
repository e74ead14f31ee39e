"""Our Schematron compiler: a schema becomes one XSLT 3 stylesheet with a small answer.

Each pattern is a mode, each rule a template whose priority falls from the first to the last, so
the first rule that matches a node is the one that counts. The answer of the stylesheet is

    <found><f n="17" at="4">message</f>…</found>

where `n` is the place of the assertion in `Stylesheet.assertions`, and `at` counts the elements of
the document in their order (the root is 1, the document itself 0). Where a pattern also looks at
attributes or texts, `at` is an XPath instead, which takes longer to make. A guarded stylesheet also
tells of assertions that could not be asked of the document, as `<e n="17" code="FORG0001">why</e>`;
it is slower, so it is for the documents on which the plain one stops.

Every expression of the schema stands on a line of its own, and `Stylesheet.lines` tells which, so
that a compiler's complaint leads to the rule, which can then be left out by name.

>>> from anskaff.documents.validation.schematron_source import Assertion, Pattern, Piece, Rule
>>> short = Assertion(id="R1", test="@a", severity="fatal", report=False, message=(Piece("No a"),))
>>> rule = Rule(id="", context="b", lets=(), assertions=(short,))
>>> pattern = Pattern(id="p", lets=(), rules=(rule,))
>>> made = compile_schema(Schema(
...     title="", namespaces={}, lets=(), declarations=(), patterns=(pattern,)))
>>> [found] = [line for line in made.text.splitlines() if "No a" in line]
>>> found[:62], found[62:92]
('<xsl:choose><xsl:when test="@a"/><xsl:otherwise><f n="0" at="{', 'position() - 1}">No a</f></xsl')
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
AT_ELEMENT = "{position() - 1}"
AT_NODE = "{path(.)}"
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

    `rules` gives, for each rule, the numbers of its assertions; `declared` names the variables and
    functions that lines with the origins `let` and `declaration` hold.
    """

    text: str
    assertions: tuple[Assertion, ...]
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
            f'<xsl:apply-templates select="{_nodes(pattern)}" mode="p{number}"/>'
            for number, pattern in enumerate(patterns)
        )
        self.out.append(f'<xsl:template match="/"><found>{modes}</found></xsl:template>')
        self.out.append("</xsl:stylesheet>")
        return Stylesheet(
            text="\n".join(self.out),
            assertions=tuple(self.assertions),
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
        self.out.append('<xsl:output method="xml" omit-xml-declaration="yes" indent="no"/>')

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
        self.at = AT_ELEMENT if _nodes(pattern) == ELEMENTS else AT_NODE
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
        said = "".join(_said(piece, renamed) for piece in assertion.message)
        told = f'<f n="{number}" at="{self.at}">{said}</f>'
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
        told = "".join(
            f'<e n="{number}" at="{self.at}" code="{{local-name-from-QName($err:code)}}">'
            '<xsl:value-of select="$err:description"/></e>'
            for number in numbers
        )
        return f"<xsl:catch>{told}</xsl:catch>"


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


def _nodes(pattern: Pattern) -> str:
    """The nodes that rules of a pattern can match, in document order."""
    bare = " ".join(_without_predicates(rule.context) for rule in pattern.rules)
    wanted = [ELEMENTS]
    if "@" in bare or "attribute" in bare or "node()" in bare:
        wanted.append("//@*")
    if "text()" in bare or "node()" in bare:
        wanted.append("//text()")
    return " | ".join(wanted)


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
