"""Where things stand in a document, and what no row of the table took, told to people."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from anskaff.concepts.notice import Unread
from anskaff.documents.mapping.table import Schema


@dataclass(slots=True)
class Places:
    """Paths from the root with known prefixes, counted where siblings share a name.

    Each family of siblings is numbered once, so many paths stay cheap.
    """

    schema: Schema
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
            name = self.schema.name(str(each.tag))
            self.steps[each] = f"{name}[{seen[each.tag]}]" if alike[each.tag] > 1 else name


def unread(
    root: etree._Element,
    taken: set[tuple[etree._Element, str]],
    places: Places,
    descriptive: frozenset[str],
) -> Iterator[Unread]:
    """All content that no row took, in document order.

    `descriptive` attributes (language, currency ...) of an element without a value say nothing.
    """
    for element in root.iter(etree.Element):
        text = (element.text or "").strip()
        blank = not text and not len(element)
        line = int(element.sourceline or 0)
        if text and (element, "") not in taken:
            yield Unread(path=places.path(element), value=text, line=line)
        if (tail := (element.tail or "").strip()) and element is not root:
            yield Unread(path=f"{places.path(element)}/..", value=tail, line=line)
        for name, value in element.attrib.items():
            known = (element, str(name)) in taken or (blank and str(name) in descriptive)
            if value.strip() and not known:
                path = f"{places.path(element)}/@{name}"
                yield Unread(path=path, value=str(value), line=line)
