"""eForms: the notices of public procurement, read and written through one table of terms."""

from anskaff.documents.eforms.editions import completed, customization, plain
from anskaff.documents.eforms.notice import read
from anskaff.documents.eforms.writing import write

__all__ = ["completed", "customization", "plain", "read", "write"]
