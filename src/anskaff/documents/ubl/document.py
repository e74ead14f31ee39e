"""A kind of document: what it is recognised by, and its table.

>>> from anskaff.documents.ubl.table import said, text
>>> class Note(Group):
...     key: str | None = text("cbc:ID", "BT-1", said("Nummer", "Nummer", "Number"))
>>> notes = DocumentType(
...     key="note", name=Words(nb="Notat", nn="Notat", en="Note"), root=Note,
...     namespace="urn:example", element="Note", customization="urn:example:note", profiles=(),
... )
>>> notes.read(notes.write(Note(key="7"))).key
'7'
>>> notes.read(b"<Other/>")
Traceback (most recent call last):
anskaff.concepts.errors.Unreadable: document-other-root
"""

from dataclasses import dataclass
from threading import RLock
from typing import Generic, TypeVar

from lxml import etree

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import FindingKind
from anskaff.concepts.words import Words
from anskaff.documents import xml
from anskaff.documents.ubl import automaton, writing
from anskaff.documents.ubl.reading import Element, Reading
from anskaff.documents.ubl.table import Group

Root = TypeVar("Root", bound=Group)
ONE_AT_A_TIME = RLock()
"""What is learnt from one document (states, guards, codes) is kept for the next, so threads take
turns; the interpreter runs one of them at a time anyway."""
LIMITS = xml.Limits(total_bytes=200_000_000, depth=256, elements=4_000_000, attributes=4_000_000)

OTHER_ROOT = FindingKind(
    code="document-other-root",
    text=Words(
        nb="Dokumentet er ikke {expected}. Ventet rotelementet {element}, fant {got}.",
        nn="Dokumentet er ikkje {expected}. Venta rotelementet {element}, fann {got}.",
        en="The document is not {expected}. Expected the root element {element}, found {got}.",
    ),
    cure=Words(
        nb="Velg et dokument av riktig type.",
        nn="Vel eit dokument av rett type.",
        en="Choose a document of the right kind.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentType(Generic[Root]):
    """One kind of document. `profiles` are the processes that it may take part in."""

    key: str
    name: Words
    root: type[Root]
    namespace: str
    element: str
    customization: str
    profiles: tuple[str, ...]

    def read(self, data: bytes) -> Root:
        """The document in typed values; what the table does not know rides along in `extras`.

        Raises:
            Unreadable: the bytes are not XML, or the root is another.
        """
        read = xml.document(data, limits=LIMITS)
        return self.reading(read.root, read.plain).root

    def reading(self, element: Element, plain: bytes = b"") -> Reading[Root]:
        """The document with all that did not fit its table.

        It is quicker with the bytes in UTF-8 that the tree was made of, where they are at hand.

        Raises:
            Unreadable: the root is another.
        """
        name = etree.QName(element)
        if (name.namespace, name.localname) != (self.namespace, self.element):
            facts = {"element": self.element, "got": name.localname}
            raise Unreadable(OTHER_ROOT.at(name.localname, expected=self.name, **facts))
        with ONE_AT_A_TIME:
            return automaton.read(element, self.root, plain)

    def write(self, document: Root) -> bytes:
        """The document as XML in UTF-8, in the order of the schema."""
        return writing.write(document, self.namespace, self.element)
