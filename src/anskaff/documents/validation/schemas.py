"""XSD from the bundle: compiled once, without network, and with the place of each fault."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from lxml import etree

from anskaff.documents.ubl.table import PREFIXES
from anskaff.documents.validation.answer import Found

if TYPE_CHECKING:
    from lxml.etree._docloader import _InputDocument

Element = etree._Element  # noqa: SLF001 - the only public name for the type

XSD = "xsd"
MOST_FAULTS = 200
EFORMS = {
    "http://data.europa.eu/p27/eforms-ubl-extensions/1": "efext",
    "http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1": "efac",
    "http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1": "efbc",
}
_SHORT = {**{uri: prefix for prefix, uri in PREFIXES.items()}, **EFORMS}


class SchemaError(Exception):
    """A schema that cannot be used, with the reason."""


class _Only(etree.Resolver):
    """Opens files below one folder, and nothing else."""

    def __init__(self, within: Path) -> None:
        super().__init__()
        self.within = within

    def resolve(
        self, url: str | None, public: str | None, context: object
    ) -> "_InputDocument | None":
        """The file, when it lies in the folder; else an error, so that nothing else is tried."""
        del public
        parts = urlsplit(url or "")
        path = Path(unquote(parts.path)).resolve()
        if parts.scheme in {"", "file"} and path.is_relative_to(self.within) and path.is_file():
            return self.resolve_filename(str(path), context)
        raise SchemaError(f"the schema asks for {url}")


@dataclass(slots=True)
class _Ready:
    schema: etree.XMLSchema
    lock: threading.Lock


class Schemas:
    """XSD that are compiled when first asked for, and kept."""

    def __init__(self) -> None:
        self.ready: dict[Path, _Ready] = {}
        self.lock = threading.Lock()

    def faults(self, document: Element, xsd: Path, *, within: Path) -> tuple[Found, ...]:
        """What makes a document break a schema; at most two hundred faults.

        Raises:
            SchemaError: when the schema itself cannot be used.
        """
        with self.lock:
            if xsd not in self.ready:
                self.ready[xsd] = _Ready(_compiled(xsd, within), threading.Lock())
            ready = self.ready[xsd]
        with ready.lock:
            if ready.schema.validate(document):
                return ()
            return tuple(islice(_found(ready.schema, document), MOST_FAULTS))


def _compiled(xsd: Path, within: Path) -> etree.XMLSchema:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    parser.resolvers.add(_Only(within.resolve()))
    try:
        return etree.XMLSchema(etree.parse(str(xsd), parser))
    except (etree.LxmlError, OSError) as error:
        raise SchemaError(f"{xsd.name}: {' '.join(str(error).split())[:300]}") from None


def _found(schema: etree.XMLSchema, document: Element) -> Iterator[Found]:
    for fault in schema.error_log:
        text = " ".join(str(fault.message).split())
        for uri, prefix in _SHORT.items():
            text = text.replace(f"{{{uri}}}", f"{prefix}:")
        where = place_of(_at(document, str(fault.path or "")))
        yield Found(XSD, "fatal", where, f"line {fault.line}: {text}")


def _at(document: Element, path: str) -> Element:
    """The element at a path as the parser writes it: `*` for any name without a prefix."""
    here = document
    for step in path.split("/")[2:]:
        name, _, number = step.rstrip("]").partition("[")
        fitting = [
            child
            for child in here.iterchildren(etree.Element)
            if name in {"*", ":".join(filter(None, (child.prefix, etree.QName(child).localname)))}
        ]
        here = fitting[int(number or 1) - 1]
    return here


def place_of(element: Element) -> str:
    """The place of an element: from the root, and with a number from the second on.

    >>> root = etree.fromstring("<a><b/><b><c/></b></a>")
    >>> place_of(root[1][0]), place_of(root)
    ('b[2]/c', '')
    """
    steps: list[str] = []
    here: Element | None = element
    while here is not None and (above := here.getparent()) is not None:
        name = etree.QName(here)
        prefix = _SHORT.get(str(name.namespace), "")
        number = 1 + sum(int(each.tag == here.tag) for each in here.itersiblings(preceding=True))
        again = f"[{number}]" if number > 1 else ""
        steps.append(f"{prefix}{':' if prefix else ''}{name.localname}{again}")
        here = above
    return "/".join(reversed(steps))
