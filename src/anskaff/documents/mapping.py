"""Read a document through one table of business terms (D6), and list what the table left unread.

A `Term` says which nodes hold a business term, where the value goes and how it is converted; a
`Group` says which nodes repeat and which concept each of them becomes. Nothing is dropped: every
element and attribute with content that no row took is listed.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.notice import Unread
from anskaff.concepts.words import Words

MOST_SHOWN = 80

ODD_VALUE = FindingKind(
    code="document-odd-value",
    severity=Severity.WARNING,
    text=Words(
        nb="{term} på linje {line}: ventet {expected}, fant «{got}». Verdien er ikke tatt med.",
        nn="{term} på linje {line}: venta {expected}, fann «{got}». Verdien er ikkje teken med.",
        en="{term} on line {line}: expected {expected}, found “{got}”. The value is left out.",
    ),
    cure=Words(
        nb="Se i originalen og fyll inn riktig verdi.",
        nn="Sjå i originalen og fyll inn rett verdi.",
        en="Look in the original and fill in the right value.",
    ),
)
REPEATED = FindingKind(
    code="document-repeated-value",
    severity=Severity.WARNING,
    text=Words(
        nb="{term} på linje {line} står flere ganger med ulik verdi. Den første, «{got}», er "
        "brukt.",
        nn="{term} på linje {line} står fleire gonger med ulik verdi. Den første, «{got}», er "
        "brukt.",
        en="{term} on line {line} is given several times with different values. The first, "
        "“{got}”, is used.",
    ),
    cure=Words(
        nb="Se i originalen hvilken verdi som gjelder.",
        nn="Sjå i originalen kva verdi som gjeld.",
        en="See in the original which value applies.",
    ),
)


class Odd(Exception):
    """A converter could not read a value; the words say what it expected."""

    def __init__(self, expected: Words, found: "Found") -> None:
        super().__init__(expected.en)
        self.expected = expected
        self.found = found


@dataclass(frozen=True, slots=True)
class Found:
    """An element's text, or one attribute's value when `attribute` is named; never blank."""

    element: etree._Element
    attribute: str
    text: str


@dataclass(slots=True)
class Reader:
    """What one reading collects on its way; converters say what they took."""

    places: "Places"
    language: str = ""
    findings: list[Finding] = field(default_factory=list)
    taken: set[tuple[etree._Element, str]] = field(default_factory=set)

    def take(self, found: Found, *attributes: str) -> str:
        """Note that a value, and these attributes beside it, are understood; returns the value."""
        self.taken.add((found.element, found.attribute))
        for name in attributes:
            self.taken.add((found.element, name))
        return found.text

    def read(self, group: "Group", element: etree._Element) -> object:
        """The concept that one node of a group becomes."""
        values: dict[str, object] = {}
        for row in group.rows:
            value = self._term(row, element) if isinstance(row, Term) else self._nodes(row, element)
            if value is not None:
                values[row.target] = value
        return group.build(**values)

    def _nodes(self, group: "Group", element: etree._Element) -> tuple[object, ...] | None:
        nodes = _compiled(group.path, tuple(self.places.namespaces.items()))(element)
        return tuple(self.read(group, node) for node in nodes) or None

    def _term(self, term: "Term", element: etree._Element) -> object | None:
        nodes = _compiled(term.path, tuple(self.places.namespaces.items()))(element)
        found = [each for each in map(_found, nodes) if each.text]
        if not found:
            return None
        try:
            return term.convert(found, self)
        except Odd as odd:
            self.note(ODD_VALUE, term.id, odd.found, expected=odd.expected)
            return None

    def first(self, found: Sequence[Found], term: str) -> Found:
        """The only value there should be; a second, different one is a finding and stays unread."""
        for other in found[1:]:
            if other.text == found[0].text:
                self.take(other)
        if any(other.text != found[0].text for other in found):
            self.note(REPEATED, term, found[0])
        return found[0]

    def note(self, kind: FindingKind, term: str, found: Found, **facts: Words | str | int) -> None:
        """Add a finding about one value."""
        self.findings.append(
            kind.at(
                self.places.path(found.element),
                term=term,
                line=int(found.element.sourceline or 0),
                got=found.text[:MOST_SHOWN],
                **facts,
            )
        )


Converter = Callable[[Sequence[Found], Reader], object]


@dataclass(frozen=True, slots=True)
class Term:
    """One business term: its id in the standard, XPath from its group, field, converter."""

    id: str
    path: str
    target: str
    convert: Converter


@dataclass(frozen=True, slots=True)
class Group:
    """A node that repeats, the field that collects it, the concept it becomes, and its rows."""

    id: str
    path: str
    target: str
    build: Callable[..., object]
    rows: tuple["Term | Group", ...]


@cache
def _compiled(path: str, namespaces: tuple[tuple[str, str], ...]) -> etree.XPath:
    return etree.XPath(path, namespaces=dict(namespaces), smart_strings=True)


def _found(node: object) -> Found:
    """An element or attribute that an XPath gave."""
    if isinstance(node, etree._Element):  # noqa: SLF001 (the only public name for the type)
        return Found(node, "", (node.text or "").strip())
    parent, name = node.getparent(), str(node.attrname)  # type: ignore[attr-defined]
    return Found(parent, name, str(node).strip())


@dataclass(slots=True)
class Places:
    """Paths from the root with known prefixes, counted where siblings share a name.

    Each family of siblings is numbered once, so many paths stay cheap.
    """

    namespaces: Mapping[str, str]
    steps: dict[etree._Element, str] = field(default_factory=dict)

    def path(self, element: etree._Element) -> str:
        """Such as `ContractNotice/cac:ProcurementProjectLot[2]/cbc:ID`."""
        steps: list[str] = []
        node: etree._Element | None = element
        while node is not None:
            if node not in self.steps:
                self._number_siblings(node)
            steps.append(self.steps[node])
            node = node.getparent()
        return "/".join(reversed(steps))

    def _number_siblings(self, element: etree._Element) -> None:
        parent = element.getparent()
        family = [element] if parent is None else list(parent)
        alike = Counter(each.tag for each in family)
        seen: Counter[object] = Counter()
        for each in family:
            seen[each.tag] += 1
            name = self._name(each)
            self.steps[each] = f"{name}[{seen[each.tag]}]" if alike[each.tag] > 1 else name

    def _name(self, element: etree._Element) -> str:
        name = etree.QName(element)
        for prefix, uri in self.namespaces.items():
            if uri == name.namespace:
                return f"{prefix}:{name.localname}"
        return name.localname


def unread(root: etree._Element, reader: Reader, descriptive: frozenset[str]) -> Iterator[Unread]:
    """All content that no row took, in document order.

    `descriptive` attributes (language, currency ...) of an element without a value say nothing.
    """
    for element in root.iter(etree.Element):
        text = (element.text or "").strip()
        blank = not text and not len(element)
        line = int(element.sourceline or 0)
        if text and (element, "") not in reader.taken:
            yield Unread(path=reader.places.path(element), value=text, line=line)
        if (tail := (element.tail or "").strip()) and element is not root:
            yield Unread(path=f"{reader.places.path(element)}/..", value=tail, line=line)
        for name, value in element.attrib.items():
            known = (element, str(name)) in reader.taken or (blank and str(name) in descriptive)
            if value.strip() and not known:
                path = f"{reader.places.path(element)}/@{name}"
                yield Unread(path=path, value=str(value), line=line)
