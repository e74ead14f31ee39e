"""ISO Schematron 2016 as values: read, with everything that is included or abstract filled in.

Understood: `include` (and XInclude of whole files), `extends`, abstract patterns with parameters,
abstract rules, phases, `let` on every level, diagnostics, `value-of`, `name`, `emph`, `span`,
`flag`, `role`, and XSLT functions, keys, variables and parameters beside the patterns. A schema
without `queryBinding` is read as `xslt2`; the bindings `xslt2` and `xslt3` are the same to us.
Anything else is refused by name, since a rule that is not understood must not count as kept.

Source: ISO/IEC 19757-3:2016.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from anskaff.documents import xml

Element = etree._Element  # noqa: SLF001 - the only public name for the type

SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
XSLT = "http://www.w3.org/1999/XSL/Transform"
XINCLUDE = "http://www.w3.org/2001/XInclude"
BINDINGS = frozenset({"", "xslt2", "xslt3", "xpath2", "xpath3"})
DECLARATIONS = frozenset({"function", "key", "variable", "param", "decimal-format"})
SILENT = frozenset({"title", "p", "ns", "phase", "diagnostics", "properties", "include"})
ALL = "#ALL"
LIMITS = xml.Limits(total_bytes=200_000_000, elements=10_000_000, tag_bytes=4_000_000)
_WARNINGS = frozenset({"warning", "warn", "info", "information", "informational"})
_FATALS = frozenset({"fatal", "error"})
_PARAMETER = re.compile(r"\$([\w.][\w.-]*)")


class SchematronError(Exception):
    """A schema that cannot be read as ISO Schematron, with the file and what was wrong in it."""


class Let(NamedTuple):
    """A variable and the XPath that gives its value."""

    name: str
    select: str


class Piece(NamedTuple):
    """A piece of a message: text as it stands, or XPath whose value is put in."""

    text: str
    select: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One assert (or report, which speaks up when its test holds)."""

    id: str
    test: str
    severity: str
    report: bool
    message: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The assertions about nodes that match `context`, unless an earlier rule took them."""

    id: str
    context: str
    lets: tuple[Let, ...]
    assertions: tuple[Assertion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Rules of which the first that matches a node is the one that counts."""

    id: str
    lets: tuple[Let, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A named choice of patterns."""

    id: str
    lets: tuple[Let, ...]
    active: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A whole schema; `declarations` are its XSLT functions, keys and variables, as XML."""

    title: str
    namespaces: Mapping[str, str]
    lets: tuple[Let, ...]
    declarations: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    phases: Mapping[str, Phase] = field(default_factory=dict)
    default_phase: str = ALL


def load(path: Path, *, within: Path) -> Schema:
    """The schema in a file; what it includes must lie in the folder `within`.

    Raises:
        SchematronError: when a file is missing, lies outside, or holds what is not understood.
        Unreadable: when a file is not XML that we accept.
    """
    root = _Expansion(within.resolve()).of(path)
    if root.tag != _sch("schema"):
        raise SchematronError(f"{path.name}: expected a Schematron schema, found {root.tag!r}")
    return _Reader(root, path.name).schema()


def _sch(name: str) -> str:
    return f"{{{SCHEMATRON}}}{name}"


class _Expansion:
    """Files put together into one tree."""

    def __init__(self, within: Path) -> None:
        self.within = within

    def of(self, path: Path, above: tuple[Path, ...] = ()) -> Element:
        real = path.resolve()
        if not real.is_relative_to(self.within):
            raise SchematronError(f"{path}: lies outside {self.within.name}")
        if real in above:
            raise SchematronError(f"{path.name}: includes itself")
        try:
            root = xml.read(real.read_bytes(), limits=LIMITS)
        except OSError as error:
            raise SchematronError(f"{path.name}: {error.strerror}") from None
        for element in list(root.iter(_sch("include"), _sch("extends"), f"{{{XINCLUDE}}}include")):
            href = element.get("href")
            if href is None:
                continue
            name, _, fragment = href.partition("#")
            if element.get("xpointer") or element.get("parse", "xml") != "xml":
                raise SchematronError(f"{path.name}: cannot include a part of {href}")
            found = _part(self.of(real.parent / name, (*above, real)), fragment, name)
            parent = element.getparent()
            if parent is None:
                raise SchematronError(f"{path.name}: the whole file is an include")
            opened = element.tag == _sch("extends") or found.tag == _sch("schema")
            new = list(found) if opened else [found]
            at = parent.index(element)
            parent[at : at + 1] = new
        return root


def _part(root: Element, fragment: str, name: str) -> Element:
    if not fragment:
        return root
    for element in root.iter(etree.Element):
        if element.get("id") == fragment:
            return element
    raise SchematronError(f"{name}: has nothing with the id {fragment}")


class _Reader:
    """One expanded tree, read into values."""

    def __init__(self, root: Element, name: str) -> None:
        self.root = root
        self.name = name
        self.diagnostics = {str(each.get("id")): each for each in root.iter(_sch("diagnostic"))}
        self.abstract_patterns: dict[str, Element] = {}
        self.abstract_rules: dict[str, Element] = {}
        for each in root.iter(_sch("pattern"), _sch("rule")):
            if each.get("abstract") == "true":
                known = self.abstract_rules if each.tag == _sch("rule") else self.abstract_patterns
                known[str(each.get("id"))] = each

    def schema(self) -> Schema:
        binding = self.root.get("queryBinding", "").lower()
        if binding not in BINDINGS:
            raise SchematronError(f"{self.name}: the query binding {binding} is not known")
        self._refuse_unknown(self.root, {*SILENT, "let", "pattern"})
        prefixes = {prefix: uri for prefix, uri in self.root.nsmap.items() if prefix}
        prefixes |= {str(ns.get("prefix")): str(ns.get("uri")) for ns in self.root.iter(_sch("ns"))}
        return Schema(
            title=self.root.findtext(_sch("title"), "").strip(),
            namespaces=prefixes,
            lets=_lets(self.root, {}),
            declarations=tuple(
                etree.tostring(each, encoding="unicode", with_tail=False)
                for each in self.root.iterchildren(f"{{{XSLT}}}*")
            ),
            patterns=tuple(
                self._pattern(each)
                for each in self.root.iterchildren(_sch("pattern"))
                if each.get("abstract") != "true"
            ),
            phases={
                str(each.get("id")): Phase(
                    id=str(each.get("id")),
                    lets=_lets(each, {}),
                    active=tuple(str(one.get("pattern")) for one in each.iter(_sch("active"))),
                )
                for each in self.root.iterchildren(_sch("phase"))
            },
            default_phase=self.root.get("defaultPhase", ALL),
        )

    def _refuse_unknown(self, element: Element, known: set[str]) -> None:
        """What stands beside the rules must be understood, or be of a language nobody runs."""
        for child in element.iterchildren(etree.Element):
            name = etree.QName(child)
            allowed = (
                {SCHEMATRON: known, XSLT: DECLARATIONS if element is self.root else set()}
            ).get(str(name.namespace))
            if allowed is not None and name.localname not in allowed:
                raise SchematronError(
                    f"{self.name}: {name.localname} in {etree.QName(element).localname} "
                    "is not understood"
                )

    def _pattern(self, element: Element) -> Pattern:
        parent = element.get("is-a")
        if element.get("documents"):
            raise SchematronError(f"{self.name}: patterns over several documents")
        if not parent:
            return self._filled(element, element, {})
        if parent not in self.abstract_patterns:
            raise SchematronError(f"{self.name}: there is no abstract pattern {parent}")
        abstract = self.abstract_patterns[parent]
        given = {
            str(each.get("name")).strip(): str(each.get("value", ""))
            for source in (abstract, element)
            for each in source.iterchildren(_sch("param"))
        }
        return self._filled(abstract, element, given)

    def _filled(self, source: Element, named: Element, given: Mapping[str, str]) -> Pattern:
        self._refuse_unknown(source, {"title", "p", "param", "let", "rule"})
        return Pattern(
            id=named.get("id", ""),
            lets=_lets(source, given),
            rules=tuple(
                self._rule(each, given)
                for each in source.iterchildren(_sch("rule"))
                if each.get("abstract") != "true"
            ),
        )

    def _rule(self, element: Element, given: Mapping[str, str]) -> Rule:
        lets: list[Let] = []
        assertions: list[Assertion] = []
        for each in self._with_extended(element, ()):
            if each.tag == _sch("let"):
                lets.append(_let(each, given))
            else:
                assertions.append(self._assertion(each, element, given))
        return Rule(
            id=element.get("id", ""),
            context=_put_in(element.get("context", ""), given),
            lets=tuple(lets),
            assertions=tuple(assertions),
        )

    def _with_extended(self, element: Element, above: tuple[str, ...]) -> Iterator[Element]:
        """Lets and assertions of a rule, with those of the abstract rules that it extends."""
        self._refuse_unknown(element, {"let", "assert", "report", "extends", "p", "title"})
        for child in element.iterchildren(_sch("let"), _sch("assert"), _sch("report")):
            yield child
        for child in element.iterchildren(_sch("extends")):
            name = str(child.get("rule"))
            if name not in self.abstract_rules or name in above:
                raise SchematronError(f"{self.name}: there is no abstract rule {name} to extend")
            yield from self._with_extended(self.abstract_rules[name], (*above, name))

    def _assertion(self, element: Element, rule: Element, given: Mapping[str, str]) -> Assertion:
        message = list(_pieces(element, given, self.name))
        for name in element.get("diagnostics", "").split():
            if name in self.diagnostics:
                message += [Piece(" "), *_pieces(self.diagnostics[name], given, self.name)]
        return Assertion(
            id=element.get("id") or _bracketed(message) or str(rule.get("id", "")),
            test=_put_in(element.get("test", ""), given),
            severity=_severity(
                element.get("flag"), element.get("role"), rule.get("flag"), rule.get("role")
            ),
            report=element.tag == _sch("report"),
            message=tuple(message),
        )


def _bracketed(message: Sequence[Piece]) -> str:
    """The id that some publishers write first in the message, such as `[BR-01]-…`."""
    found = re.match(r"\s*\[([\w.-]+)\]", message[0].text) if message else None
    return found[1] if found else ""


def _severity(*marks: str | None) -> str:
    """`warning` when the first mark that says anything says so, else `fatal`.

    >>> _severity("warning", None), _severity("LAWFULNESS", "ERROR"), _severity(None, "WARN")
    ('warning', 'fatal', 'warning')
    """
    for mark in marks:
        word = (mark or "").lower()
        if word in _WARNINGS:
            return "warning"
        if word in _FATALS:
            return "fatal"
    return "fatal"


def _lets(element: Element, given: Mapping[str, str]) -> tuple[Let, ...]:
    return tuple(_let(each, given) for each in element.iterchildren(_sch("let")))


def _let(element: Element, given: Mapping[str, str]) -> Let:
    value = element.get("value")
    if value is None:
        raise SchematronError(f"the variable {element.get('name')} has no value attribute")
    return Let(str(element.get("name")), _put_in(value, given))


def _put_in(expression: str, given: Mapping[str, str]) -> str:
    """An expression of an abstract pattern with the parameters of a real one.

    >>> _put_in("$total = sum($line-total)", {"total": "cbc:A", "line-total": "cbc:B"})
    'cbc:A = sum(cbc:B)'
    """
    if not given:
        return expression
    return _PARAMETER.sub(lambda found: given.get(found[1], found[0]), expression)


def _pieces(element: Element, given: Mapping[str, str], name: str) -> Iterator[Piece]:
    """A message as text and values, in order."""
    if element.text:
        yield Piece(_put_in(element.text, given))
    for child in element.iterchildren(etree.Element):
        kind = etree.QName(child)
        if kind.localname == "value-of":
            yield Piece("", _put_in(str(child.get("select")), given))
        elif kind.localname == "name":
            yield Piece("", f"name({_put_in(child.get('path', '.'), given)})")
        elif kind.namespace == XSLT:
            raise SchematronError(f"{name}: {kind.localname} in a message is not understood")
        else:
            yield from _pieces(child, given, name)
        if child.tail:
            yield Piece(_put_in(child.tail, given))
