"""A notice as a light tree: children by name, so that a step of a path is one look-up."""

from collections.abc import Mapping
from functools import cache

from lxml import etree

from anskaff.documents.eforms.paths import NAMESPACES

Element = etree._Element  # noqa: SLF001 - the only public name for the type

PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}
NO_ATTRIBUTES: Mapping[str, str] = {}


class Node:
    """One element: its name with our prefix, parent, children by name, text and attributes.

    `number` is its place among its namesakes, from 1; `texts` are its own texts, mostly one, and
    `text` is all text in the element and below.
    """

    __slots__ = ("attributes", "children", "name", "number", "parent", "text", "texts")
    text: str

    def __init__(
        self,
        name: str,
        parent: "Node | None",
        number: int,
        texts: tuple[str, ...],
        attributes: Mapping[str, str],
    ) -> None:
        self.name = name
        self.parent = parent
        self.number = number
        self.texts = texts
        self.attributes = attributes
        self.children: dict[str, list[Node]] = {}

    def __getattr__(self, name: str) -> str:
        """The text when it is first asked for of an element that has others in it."""
        if name != "text":
            raise AttributeError(name)
        below = (child.text for each in self.children.values() for child in each)
        self.text = "".join((*self.texts, *below))
        return self.text


class Attribute:
    """An attribute as the place that a rule is asked of."""

    __slots__ = ("children", "name", "parent", "text")

    def __init__(self, parent: Node, name: str, text: str) -> None:
        self.parent = parent
        self.name = name
        self.text = text
        self.children: dict[str, list[Node]] = {}

    @property
    def texts(self) -> tuple[str, ...]:
        return ()

    @property
    def attributes(self) -> Mapping[str, str]:
        return NO_ATTRIBUTES


Place = Node | Attribute


@cache
def prefixed(tag: str) -> str:
    """A name with our prefix; a name of another namespace keeps it, as rules never ask for it.

    >>> prefixed("{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ID")
    'cbc:ID'
    >>> prefixed("{urn:other}a"), prefixed("languageID")
    ('{urn:other}a', 'languageID')
    """
    uri, _, name = tag.rpartition("}")
    prefix = PREFIXES.get(uri[1:])
    return f"{prefix}:{name}" if prefix else tag


def tree(root: Element) -> Node:
    """The light tree of a document; comments and processing instructions are left out."""
    top = Node(prefixed(str(root.tag)), None, 1, (), dict(root.items()))
    waiting = [(root, top)]
    while waiting:
        element, node = waiting.pop()
        children = node.children
        text = element.text
        texts = [text] if text else []
        for child in element:
            tail = child.tail
            if tail:
                texts.append(tail)
            tag = child.tag
            if tag.__class__ is not str:
                continue
            name = prefixed(tag)
            namesakes = children.get(name)
            if namesakes is None:
                namesakes = children[name] = []
            attributes = child.items()
            text = child.text
            made = Node(
                name,
                node,
                len(namesakes) + 1,
                (text,) if text else (),
                dict(attributes) if attributes else NO_ATTRIBUTES,
            )
            namesakes.append(made)
            if len(child):
                waiting.append((child, made))
            else:
                made.text = text or ""
        node.texts = tuple(texts)
    return top


def where(place: Place) -> str:
    """A place as findings tell it: from the root, and with a number from the second on."""
    steps: list[str] = []
    here = place
    if isinstance(here, Attribute):
        steps.append(f"@{here.name}")
        here = here.parent
    while here.parent is not None:
        steps.append(f"{here.name}[{here.number}]" if here.number > 1 else here.name)
        here = here.parent
    return "/".join(reversed(steps))
