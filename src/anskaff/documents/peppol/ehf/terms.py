"""What EHF asks of terms in several documents, and the terms that it has and Peppol has not."""

from anskaff.documents.peppol.known import Known
from anskaff.documents.peppol.words import document, item
from anskaff.documents.ubl.table import Attribute, text, texts
from anskaff.documents.ubl.variant import Alter, asked, attributes, then

NORWEGIAN_ADDRESS = attributes(Attribute(name="schemeID", least=1, only="0192"))
"""An electronic address is a Norwegian organisation number."""
ANY_ADDRESS = attributes(Attribute(name="schemeID", least=1))
"""An electronic address says its scheme, which may be any."""
UNIQUE = then(unique=text("cbc:UUID", "", document.UNIQUE))
"""After the number comes a key that no other document has."""
CLASSIFIED = attributes(
    Attribute(name="listID", least=1, codes="UNCL7143"), Attribute(name="listVersionID")
)
"""The code of a group of goods has a list and its version, but no name."""
LISTED_VALUES = then(listed=texts("cbc:ListValue", "", item.PROPERTY_VALUES))
"""A property may have several values."""


def identified(known: Known) -> dict[str, Alter]:
    """A document says which specification and process it follows, in one way only."""
    return {
        "cbc:CustomizationID": asked(only=known.customization),
        "cbc:ProfileID": asked(only=known.profiles[0]),
    }
