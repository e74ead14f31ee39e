"""A kind of document: what it is recognised by, its table, and the rule sets that have held for it.

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

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar, cast

from lxml import etree

from anskaff.concepts.errors import Unreadable
from anskaff.concepts.finding import Finding, FindingKind
from anskaff.concepts.words import Words
from anskaff.documents import xml
from anskaff.documents.ubl import automaton, structure, writing
from anskaff.documents.ubl.demands import CodeLists
from anskaff.documents.ubl.reading import Element, Reading
from anskaff.documents.ubl.rules import AnyRule, Plan
from anskaff.documents.ubl.structure import Official
from anskaff.documents.ubl.table import Group

Root = TypeVar("Root", bound=Group)
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
        return automaton.read(element, self.root, plain)

    def write(self, document: Root) -> bytes:
        """The document as XML in UTF-8, in the order of the schema."""
        return writing.write(document, self.namespace, self.element)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet(Generic[Root]):
    """Our rules for a kind of document, as they are from a day on.

    `id` names the document and the release, such as `eu.peppol.bis3:invoice:2026.5`; `lists` are
    the files of the bundle that its code lists are read from. `without` are official rules that the
    publisher switches off for this document. `family` is what official rules say of the table that
    this one is a variant of, where both hold.
    """

    id: str
    valid_from: date
    document: DocumentType[Root]
    official: Official
    rules: Sequence[AnyRule]
    source: str
    lists: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    family: Official | None = None
    plan: Plan = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """See once which rules share their guards."""
        object.__setattr__(self, "plan", Plan(self.rules))

    def findings(self, read: Reading[Root], lists: CodeLists) -> tuple[Finding, ...]:
        """What is wrong with a document that was read, structure first."""
        plain = cast("Reading[Group]", read)
        plain.lists = lists
        found = [*structure.findings(plain, self.official, lists)]
        if self.family is not None:
            found = [each for each in found if each.kind.rule]
            found += structure.findings(plain, self.family, lists, by_family=True)
        found.extend(self.plan.findings(plain))
        return tuple(each for each in found if each.kind.rule not in self.without)
