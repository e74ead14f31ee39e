"""What the official schema of a UBL document says: what may stand where, and how often."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from anskaff.documents import xml
from anskaff.documents.ubl.table import PREFIXES
from tests.conftest import STANDARDS

XSD = "{http://www.w3.org/2001/XMLSchema}"
COMMON = ("CommonAggregateComponents", "CommonBasicComponents")
FOLDER = STANDARDS / "ubl-xsd"
LIMITS = xml.Limits(elements=10_000_000)


@dataclass(frozen=True, slots=True)
class Child:
    """An element in the sequence of another; `most` is None where it may stand any number."""

    tag: str
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Schema:
    """What may stand in each element of a UBL document."""

    root: str
    types: Mapping[str, str]
    children: Mapping[str, tuple[Child, ...]]
    kinds: Mapping[str, str]

    def allowed(self, element: etree._Element) -> tuple[Child, ...]:
        """The sequence of an element; nothing for a value."""
        return self.children.get(self.types.get(element.tag, ""), ())

    def most(self, path: str, tag: str) -> int | None:
        """How often an element may stand at a path such as `cac:OrderLine/cac:LineItem`.

        That is None for any number.
        """
        at = self.root
        for step in filter(None, path.split("/")):
            at = self._child(at, step).tag
        return self._child(at, tag).most

    def _child(self, parent: str, tag: str) -> Child:
        prefix, _, local = tag.partition(":")
        name = f"{{{PREFIXES[prefix]}}}{local}"
        return next(each for each in self.children[self.types[parent]] if each.tag == name)


@cache
def schema(maindoc: Path) -> Schema:
    """The sequences of a document's schema, read from its files."""
    version = maindoc.stem.rpartition("-")[2]
    common = maindoc.parents[1] / "common"
    types: dict[str, str] = {}
    children: dict[str, tuple[Child, ...]] = {}
    bases: dict[str, str] = {}
    files = [maindoc, *(common / f"UBL-{name}-{version}.xsd" for name in COMMON)]
    for file in files:
        root = xml.read(file.read_bytes(), limits=LIMITS)
        space = root.get("targetNamespace", "")
        for element in root.iterchildren(f"{XSD}element"):
            types[f"{{{space}}}{element.get('name')}"] = _qualified(element.get("type", ""), root)
        for kind in root.iterchildren(f"{XSD}complexType"):
            name = f"{{{space}}}{kind.get('name')}"
            children[name] = tuple(
                _child(each, root) for each in kind.iterfind(f"{XSD}sequence/{XSD}element[@ref]")
            )
            base = kind.find(f"{XSD}simpleContent/*[@base]")
            bases[name] = base.get("base", "").rpartition(":")[2] if base is not None else ""
    kinds = {
        tag: bases[name].removesuffix("Type") for tag, name in types.items() if bases.get(name)
    }
    return Schema(next(iter(types)), types, children, kinds)


def schema_of(element: str, version: str) -> Schema:
    """The schema of the document with this root element."""
    return schema(FOLDER / version / "maindoc" / f"UBL-{element}-{version}.xsd")


def _qualified(name: str, root: etree._Element) -> str:
    """A name with its namespace: a component and a value may have types of the same name."""
    prefix, _, local = name.rpartition(":")
    return f"{{{root.nsmap[prefix or None]}}}{local}"


def _child(element: etree._Element, root: etree._Element) -> Child:
    most = element.get("maxOccurs", "1")
    return Child(
        _qualified(element.get("ref", ""), root),
        int(element.get("minOccurs", "1")),
        None if most == "unbounded" else int(most),
    )
