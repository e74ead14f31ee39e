"""The catalogue in EHF (EHF Catalogue 3.0).

>>> catalogue = Catalogue(number="7", name="Kontorrekvisita")
>>> read(write(catalogue)).name
'Kontorrekvisita'
"""

from anskaff.documents.peppol.catalogue import table
from anskaff.documents.peppol.ehf.document import document_type
from anskaff.documents.peppol.ehf.terms import (
    CLASSIFIED,
    LISTED_VALUES,
    NORWEGIAN_ADDRESS,
    identified,
)
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.ubl.table import Attribute
from anskaff.documents.ubl.variant import asked, attributes, left_out, varied

KNOWN = BY_KEY["ehf_catalogue"]
ITEM = "cac:CatalogueLine/cac:Item"
PARTIES = (
    "cac:ProviderParty",
    "cac:ReceiverParty",
    "cac:SellerSupplierParty/cac:Party",
    "cac:ContractorCustomerParty/cac:Party",
)
Catalogue = varied(
    table.Catalogue,
    {
        **identified(KNOWN),
        **{f"{each}/cbc:EndpointID": NORWEGIAN_ADDRESS for each in PARTIES},
        f"{ITEM}/cac:CommodityClassification/cbc:ItemClassificationCode": CLASSIFIED,
        f"{ITEM}/cac:TransactionConditions/cbc:ActionCode": asked(only="CT", codes=""),
        f"{ITEM}/cac:ClassifiedTaxCategory/cbc:ID": asked(codes="UNCL5305"),
        f"{ITEM}/cac:AdditionalItemProperty/cbc:ID": left_out,
        f"{ITEM}/cac:AdditionalItemProperty/cbc:NameCode": attributes(
            Attribute(name="listID", least=1)
        ),
        f"{ITEM}/cac:AdditionalItemProperty/cbc:Value": asked(least=0),
        f"{ITEM}/cac:AdditionalItemProperty/cbc:ValueQualifier": LISTED_VALUES,
    },
)
DOCUMENT = document_type(KNOWN, Catalogue)
read = DOCUMENT.read
write = DOCUMENT.write
