"""An agreed order in EHF (EHF Order Agreement 3.0).

>>> document = OrderAgreement(number="7")
>>> read(write(document)).number
'7'
"""

from anskaff.documents.peppol.ehf.document import document_type
from anskaff.documents.peppol.ehf.terms import (
    CLASSIFIED,
    LISTED_VALUES,
    NORWEGIAN_ADDRESS,
    identified,
)
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.order_agreement import table
from anskaff.documents.ubl.variant import asked, left_out, varied

KNOWN = BY_KEY["ehf_order_agreement"]
SELLER = "cac:SellerSupplierParty/cac:Party"
BUYER = "cac:BuyerCustomerParty/cac:Party"
ITEM = "cac:OrderLine/cac:LineItem/cac:Item"
LATER = (
    f"{SELLER}/cac:PartyLegalEntity/cbc:CompanyID",
    f"{BUYER}/cac:PartyLegalEntity/cbc:CompanyID",
    f"{ITEM}/cac:ItemSpecificationDocumentReference/cbc:DocumentTypeCode",
    f"{ITEM}/cac:AdditionalItemProperty/cbc:ID",
)
"""What Peppol has taken in since EHF was made."""
CATEGORIES = (
    "cac:AllowanceCharge/cac:TaxCategory/cbc:ID",
    "cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID",
    f"{ITEM}/cac:ClassifiedTaxCategory/cbc:ID",
)
OrderAgreement = varied(
    table.OrderAgreement,
    {
        **dict.fromkeys(LATER, left_out),
        **dict.fromkeys(CATEGORIES, asked(codes="UNCL5305")),
        **identified(KNOWN),
        f"{SELLER}/cbc:EndpointID": NORWEGIAN_ADDRESS,
        f"{BUYER}/cbc:EndpointID": NORWEGIAN_ADDRESS,
        f"{ITEM}/cac:CommodityClassification/cbc:ItemClassificationCode": CLASSIFIED,
        f"{ITEM}/cac:AdditionalItemProperty/cbc:Value": asked(least=0),
        f"{ITEM}/cac:AdditionalItemProperty/cbc:ValueQualifier": LISTED_VALUES,
    },
)
DOCUMENT = document_type(KNOWN, OrderAgreement)
read = DOCUMENT.read
write = DOCUMENT.write
