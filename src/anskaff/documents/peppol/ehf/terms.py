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


LIST_NAMES = {
    "BR-CL-03": "ISO4217",
    "BR-CL-04": "ISO4217",
    "BR-CL-05": "ISO4217",
    "BR-CL-06": "UNCL2005",
    "BR-CL-10": "ICD",
    "BR-CL-11": "ICD",
    "BR-CL-13": "UNCL7143",
    "BR-CL-14": "ISO3166",
    "BR-CL-15": "ISO3166",
    "BR-CL-16": "UNCL4461",
    "BR-CL-17": "UNCL5305",
    "BR-CL-18": "UNCL5305",
    "BR-CL-21": "ICD",
    "BR-CL-23": "UNECERec20 UNECERec21",
    "BR-CL-25": "eas",
    "BR-CL-26": "ICD",
}
"""The code lists of the invoice, by the names that the rule files of EHF have for them."""
