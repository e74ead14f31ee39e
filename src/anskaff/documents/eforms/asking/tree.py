"""A notice as a light tree: children by name, so that a step of a path is one look-up."""

from collections.abc import Iterable, Mapping
from functools import cache

from lxml import etree

from anskaff.documents.eforms.paths import NAMESPACES

Element = etree._Element  # noqa: SLF001 - the only public name for the type

PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}
NO_ATTRIBUTES: Mapping[str, str] = {}
NO_CHILDREN: dict[str, list["Node"]] = {}


class Node:
    """One element: its name with our prefix, parent, children by name, text and attributes.

    `number` is its place among its namesakes, from 1; `several` tells that some of its children are
    namesakes. `texts` are its own texts, mostly one, and `text` is all text in the element and
    below; of an element with others in it they are read from `element` when first asked for.
    """

    __slots__ = (
        "attributes", "children", "element", "name", "number", "parent", "several", "text", "texts",
    )  # fmt: skip
    attributes: Mapping[str, str]
    children: dict[str, list["Node"]]
    element: Element
    name: str
    number: int
    parent: "Node | None"
    several: bool
    text: str
    texts: tuple[str, ...]

    def __getattr__(self, name: str) -> object:
        """The texts of an element that has others in it."""
        if name == "texts":
            own = (self.element.text, *(child.tail for child in self.element))
            self.texts = tuple([each for each in own if each])
            return self.texts
        if name == "text":
            below = (child.text for each in self.children.values() for child in each)
            self.text = "".join((*self.texts, *below))
            return self.text
        raise AttributeError(name)


class Attribute:
    """An attribute as the place that a rule is asked of."""

    __slots__ = ("children", "name", "parent", "text")

    def __init__(self, parent: Node, name: str, text: str) -> None:
        self.parent = parent
        self.name = name
        self.text = text
        self.children = NO_CHILDREN

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


def document() -> Node:
    """What a root element stands in; rules see it only from paths that begin at the root."""
    made = Node()
    made.name, made.parent, made.number, made.several = "", None, 1, False
    made.children, made.attributes, made.texts = {}, NO_ATTRIBUTES, ()
    return made


def tree(root: Element) -> Node:
    """The light tree of a document; comments and processing instructions are left out.

    Nodes are made in line, since calls would take as long as all the rest.
    """
    outside = document()
    waiting: list[tuple[Node, Iterable[Element]]] = [(outside, (root,))]
    while waiting:
        node, inside = waiting.pop()
        children = node.children
        for each in inside:
            tag = each.tag
            if tag.__class__ is not str:
                continue
            made = Node()
            made.name = name = prefixed(tag)
            made.parent = node
            attributes = each.items()
            made.attributes = dict(attributes) if attributes else NO_ATTRIBUTES
            namesakes = children.get(name)
            if namesakes is None:
                made.number = 1
                children[name] = [made]
            else:
                namesakes.append(made)
                made.number = len(namesakes)
                node.several = True
            made.several = False
            if len(each):
                made.children = {}
                made.element = each
                waiting.append((made, each))
            else:
                made.children = NO_CHILDREN
                made.text = text = each.text or ""
                made.texts = (text,) if text else ()
    [[top]] = outside.children.values()
    top.parent = None
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
