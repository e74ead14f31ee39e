"""Documents that are referred to, with their type as a code."""

from anskaff.documents.peppol.despatch_advice.table import Document as PlainDocument
from anskaff.documents.peppol.words import logistics as w
from anskaff.documents.ubl.table import code
from anskaff.documents.ubl.variant import then, varied

TYPED = code("cbc:DocumentTypeCode", "", w.DOCUMENT_TYPE, "UNCL1001")
Document = varied(PlainDocument, {"cbc:ID": then(type_code=TYPED)})
