"""Read a document through a mapping table, and keep what the table cannot say again."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from anskaff.concepts.finding import Finding, FindingKind, Severity
from anskaff.concepts.notice import Rest
from anskaff.concepts.words import Words
from anskaff.documents.mapping.fragments import fragment
from anskaff.documents.mapping.table import (
    Branch,
    Found,
    Group,
    Leaf,
    Odd,
    Schema,
    Step,
    Term,
    branches,
    path,
)
from anskaff.documents.mapping.unread import Places

MOST_SHOWN = 80
NOTHING: Mapping[str, str] = {}

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


@dataclass(slots=True)
class Reader:
    """What one reading collects on its way; converters say what they took.

    `counted` is the number an element will have among those of its name when it is written
    again: rows come in the same order both ways. `made` is what will be written in it.
    """

    schema: Schema
    language: str = ""
    findings: list[Finding] = field(default_factory=list)
    taken: set[tuple[etree._Element, str]] = field(default_factory=set)
    places: Places = field(init=False)
    used: list[Found] = field(default_factory=list)
    counted: dict[etree._Element, int] = field(default_factory=dict)
    made: dict[etree._Element, dict[str, str]] = field(default_factory=dict)
    clocks: dict[etree._Element, etree._Element] = field(default_factory=dict)
    hours: set[etree._Element] = field(default_factory=set)
    nodes: set[etree._Element] = field(default_factory=set)
    family: Counter[tuple[etree._Element | None, object]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.places = Places(self.schema)

    def take(self, found: Found, *attributes: str) -> str:
        """Note that a value, and these attributes beside it, are understood; returns the value."""
        self.used.append(found)
        self.taken.add((found.element, found.attribute))
        for name in attributes:
            self.taken.add((found.element, name))
        return found.text

    def take_clock(self, day: Found, clock: Found) -> None:
        """Note that the time beside a date is understood."""
        self.taken.add((clock.element, ""))
        self.clocks[day.element] = clock.element
        self.hours.add(clock.element)

    def read(self, group: Group, element: etree._Element) -> object:
        """The concept that one node of a group becomes."""
        values: dict[str, object] = {}
        there: set[int] = set()
        _rows_there(element, branches(group, self.schema), there)
        for row in (group.rows[number] for number in sorted(there)):
            value = self._term(row, element) if isinstance(row, Term) else self._nodes(row, element)
            if value is not None:
                values[row.target] = value
        if rest := self._rest(element):
            values["rest"] = rest
        return group.build(**values)

    def _nodes(self, group: Group, element: etree._Element) -> tuple[object, ...] | None:
        there = path(group, self.schema)
        nodes = there.find(element)
        for node in nodes:
            self._touch(element, node, there.steps)
            self.nodes.add(node)
        return tuple(self.read(group, node) for node in nodes) or None

    def _term(self, term: Term, element: etree._Element) -> object | None:
        there = path(term, self.schema)
        found = [each for each in map(_found, there.find(element)) if each.text]
        if not found:
            return None
        self.used = []
        try:
            value = term.convert.read(found, self)
        except Odd as odd:
            self.note(ODD_VALUE, term.id, odd.found, expected=odd.expected)
            return None
        if not self.used:
            return value
        for used, leaf in zip(self.used, term.convert.write(value), strict=False):
            self._touch(element, used.element, there.steps)
            self._will_write(used, leaf)
        return value

    def _will_write(self, used: Found, leaf: Leaf) -> None:
        made = self.made.setdefault(used.element, {})
        made.setdefault(f"@{used.attribute}" if used.attribute else "", leaf.text)
        for name, value in leaf.attributes:
            made.setdefault(f"@{name}", value)
        if leaf.clock:
            clock = self.clocks[used.element]
            self._count(clock)
            self.made.setdefault(clock, {}).setdefault("", leaf.clock)

    def _touch(self, node: etree._Element, element: etree._Element, steps: Sequence[Step]) -> None:
        """Count an element and those it stands in, down from the group's node."""
        if element in self.counted:
            return
        chain = [element]
        while (parent := chain[-1].getparent()) is not None and parent is not node:
            chain.append(parent)
        for each, step in zip(reversed(chain), steps, strict=False):
            if each is node or not self._count(each):
                continue
            for fact in step.facts:
                of = each.find(fact.child) if fact.child else each
                if of is not None:
                    if fact.child:
                        self._count(of)
                    key = f"@{fact.attribute}" if fact.attribute else ""
                    self.made.setdefault(of, {}).setdefault(key, fact.value)

    def _count(self, element: etree._Element) -> bool:
        """Number an element among those of its name; whether it was new."""
        if element in self.counted:
            return False
        family = (element.getparent(), element.tag)
        self.family[family] += 1
        self.counted[element] = self.family[family]
        return True

    def _rest(self, node: etree._Element) -> tuple[Rest, ...]:
        """What writing the concept would not write again, in one order wherever it stood."""
        found: list[tuple[Rest, int]] = []
        self._left(node, node, found)
        found.sort(key=lambda each: (each[0].place, each[1]))
        return tuple(rest for rest, _ in found)

    def _left(
        self, element: etree._Element, node: etree._Element, found: list[tuple[Rest, int]]
    ) -> None:
        if self._said(element) != self.made.get(element, NOTHING):
            found += ((rest, 0) for rest in self._differing(element, node))
        for child in element.iterchildren(etree.Element):
            if child in self.nodes:
                continue
            if child in self.counted:
                self._left(child, node, found)
            else:
                left = Rest(place=self._place(element, node), xml=fragment(child, self.schema))
                found.append((left, self.schema.place(str(element.tag), str(child.tag))))

    def _said(self, element: etree._Element) -> dict[str, str]:
        """What an element says, named as `made` names it."""
        said = {f"@{name}": value for name, value in element.items()}
        if text := (element.text or "").strip():
            said[""] = text
        return said

    def _place(self, element: etree._Element, node: etree._Element) -> str:
        """The way down to an element from its group's node, counted as it will be written."""
        steps: list[str] = []
        while element is not node:
            name, number = self.schema.name(str(element.tag)), self.counted[element]
            steps.append(name if number == 1 else f"{name}[{number}]")
            parent = element.getparent()
            assert parent is not None
            element = parent
        return "/".join(reversed(steps))

    def _differing(self, element: etree._Element, node: etree._Element) -> Iterator[Rest]:
        made = self.made.get(element, NOTHING)
        place = self._place(element, node)
        beside = f"{place}/" if place else ""
        if element not in self.hours:
            text, instead = (element.text or "").strip(), made.get("", "")
            clock = self.clocks.get(element)
            if clock is not None:
                text = f"{text} {(clock.text or '').strip()}"
                instead = f"{instead} {self.made[clock]['']}"
            if text != instead:
                yield Rest(place=f"{beside}text()", text=text, instead=instead)
        said = self._said(element)
        for name in sorted({*said, *made} - {""}):
            if said.get(name) != made.get(name):
                yield Rest(place=f"{beside}{name}", text=said.get(name), instead=made.get(name))

    def first(self, found: Sequence[Found], term: str) -> Found:
        """The only value there should be; a second, different one is a finding and stays unread."""
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


def _rows_there(element: etree._Element, branch: Branch, there: set[int]) -> None:
    """Collect the rows whose elements stand under an element, in one walk over it."""
    for child in element:
        below = branch.children.get(str(child.tag))
        if below is not None:
            there.update(below.rows)
            if below.children:
                _rows_there(child, below, there)


def _found(node: object) -> Found:
    """An element or attribute that an XPath gave."""
    if isinstance(node, etree._Element):  # noqa: SLF001 (the only public name for the type)
        return Found(node, "", (node.text or "").strip())
    parent, name = node.getparent(), str(node.attrname)  # type: ignore[attr-defined]
    return Found(parent, name, str(node).strip())
