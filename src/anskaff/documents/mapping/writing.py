"""Write a concept through the table that reads it, and put back what rode along."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, cast

from lxml import etree

from anskaff.concepts.notice import Rest
from anskaff.documents.mapping import fragments
from anskaff.documents.mapping.table import Group, Leaf, Schema, Step, Term, path

_NUMBERED = re.compile(r"([\w:.-]+)(?:\[([0-9]{1,6})\])?")


class Kept(Protocol):
    """A concept that keeps what its fields do not hold."""

    @property
    def rest(self) -> tuple[Rest, ...]: ...


@dataclass(frozen=True, slots=True)
class Writer:
    """Makes elements of concepts; the order of siblings comes from the schema."""

    schema: Schema

    def write(self, group: Group, node: etree._Element, concept: object) -> None:
        """Fill a node with what a concept says, in the order of the rows, and with its rest."""
        for row in group.rows:
            value = getattr(concept, row.target)
            if isinstance(row, Group):
                self._nodes(row, node, cast("Sequence[object]", value))
            elif value is not None and value not in ((), ""):
                self.term(row, node, value)
        self._restore(node, cast("Kept", concept).rest)

    def sort(self, node: etree._Element) -> None:
        """Put siblings in the order of the schema; those of one name stay as they are."""
        for element in list(node.iter(etree.Element)):
            if len(element) > 1:
                parent = str(element.tag)
                element[:] = sorted(
                    element, key=lambda each: self.schema.place(parent, str(each.tag))
                )

    def _nodes(self, group: Group, node: etree._Element, concepts: Sequence[object]) -> None:
        steps = path(group, self.schema).steps
        for concept in concepts:
            parent = self._down(node, steps[:-1])
            made = etree.SubElement(parent, steps[-1].tag)
            _make_true(made, steps[-1])
            self.write(group, made, concept)

    def term(self, term: Term, node: etree._Element, value: object) -> None:
        """Write one value."""
        there = path(term, self.schema)
        for leaf in term.convert.write(value):
            self._leaf(term, there.steps, node, leaf, there.attribute)

    def _leaf(
        self, term: Term, steps: Sequence[Step], node: etree._Element, leaf: Leaf, attribute: str
    ) -> None:
        if attribute:
            self._down(node, steps).set(attribute, leaf.text)
            return
        if not term.convert.many:
            element = self._down(node, steps)
        else:
            at = len(steps) - 1
            if term.each:
                tag = self.schema.tag(term.each)
                at = next(number for number, step in enumerate(steps) if step.tag == tag)
            made = etree.SubElement(self._down(node, steps[:at]), steps[at].tag)
            _make_true(made, steps[at])
            element = self._down(made, steps[at + 1 :])
        if not element.text:
            element.text = leaf.text
        for name, value in leaf.attributes:
            if name not in element.attrib:
                element.set(name, value)
        if leaf.clock:
            beside = str(element.tag).removesuffix("Date") + "Time"
            parent = element.getparent()
            assert parent is not None
            etree.SubElement(parent, beside).text = leaf.clock

    def _down(self, node: etree._Element, steps: Sequence[Step]) -> etree._Element:
        """The first element at a path, made where it is missing."""
        for step in steps:
            there = step.find(node)
            if there:
                node = there[0]
            else:
                node = etree.SubElement(node, step.tag)
                _make_true(node, step)
        return node

    def _restore(self, node: etree._Element, rest: Sequence[Rest]) -> None:
        """Put back what rode along; places are counted as written, so all are found first."""
        for part, element, last in [(part, *self._at(node, part)) for part in rest]:
            if part.xml:
                element.append(fragments.element(part.xml, self.schema))
            elif last.startswith("@"):
                _restore_attribute(element, last[1:], part)
            else:
                _restore_text(element, part)

    def _at(self, node: etree._Element, part: Rest) -> tuple[etree._Element, str]:
        *steps, last = [*part.place.split("/"), ""] if part.xml else _split(part.place)
        for step in filter(None, steps):
            match = _NUMBERED.fullmatch(step)
            assert match, part.place
            tag, number = self.schema.tag(match[1]), int(match[2] or 1)
            there = node.findall(tag)
            node = there[number - 1] if number <= len(there) else etree.SubElement(node, tag)
        return node, last


def _split(place: str) -> list[str]:
    """Steps of a place; an attribute may have its namespace's own slashes in braces."""
    before, at, name = place.partition("@")
    return [*before.rstrip("/").split("/"), f"@{name}"] if at else before.split("/")


def _make_true(element: etree._Element, step: Step) -> None:
    """What a step's predicate says, said by the new element."""
    for fact in step.facts:
        of = etree.SubElement(element, fact.child) if fact.child else element
        if fact.attribute:
            of.set(fact.attribute, fact.value)
        else:
            of.text = fact.value


def _restore_attribute(element: etree._Element, name: str, part: Rest) -> None:
    if element.get(name) != part.instead:
        return
    if part.text is None:
        del element.attrib[name]
    else:
        element.set(name, part.text)


def _restore_text(element: etree._Element, part: Rest) -> None:
    clock = element.getparent()
    clock = None if clock is None else clock.find(str(element.tag).removesuffix("Date") + "Time")
    text, instead = part.text or "", part.instead or ""
    if " " in instead and clock is not None and str(element.tag).endswith("Date"):
        day, _, hour = text.partition(" ")
        if f"{element.text} {clock.text}" == instead:
            element.text, clock.text = day, hour
    elif (element.text or "") == instead:
        element.text = text
