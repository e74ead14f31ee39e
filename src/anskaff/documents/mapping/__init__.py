"""One table of business terms that reads a document and writes it (D6).

A `Term` says which nodes hold a business term, where the value goes and how it is converted; a
`Group` says which nodes repeat and which concept each of them becomes. Nothing is dropped: what
no row takes rides along with the concept it stands in, and is written where it stood.
"""

from anskaff.documents.mapping.reading import Reader
from anskaff.documents.mapping.table import (
    Converter,
    Found,
    Group,
    Leaf,
    Odd,
    Schema,
    Term,
    converter,
)
from anskaff.documents.mapping.unread import Places, unread
from anskaff.documents.mapping.writing import Writer

__all__ = [
    "Converter",
    "Found",
    "Group",
    "Leaf",
    "Odd",
    "Places",
    "Reader",
    "Schema",
    "Term",
    "Writer",
    "converter",
    "unread",
]
