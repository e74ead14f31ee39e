"""A document of EHF, made of its row in `known` and its table."""

from typing import TypeVar

from anskaff.documents.peppol.known import Known
from anskaff.documents.ubl.document import DocumentType
from anskaff.documents.ubl.table import Group

Root = TypeVar("Root", bound=Group)


def document_type(known: Known, root: type[Root]) -> DocumentType[Root]:
    """A document of EHF by its row in `known` and its table."""
    return DocumentType(
        key=known.key,
        name=known.name,
        root=root,
        namespace=known.namespace,
        element=known.element,
        customization=known.customization,
        profiles=known.profiles,
    )
