"""The punch-out cart in EHF (EHF Punch Out 3.0).

>>> cart = PunchOut(number="7", complete="true")
>>> read(write(cart)).complete
'true'
"""

from anskaff.documents.peppol.ehf.document import document_type
from anskaff.documents.peppol.ehf.terms import (
    CLASSIFIED,
    LISTED_VALUES,
    NORWEGIAN_ADDRESS,
    identified,
)
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.punch_out import table
from anskaff.documents.ubl.variant import asked, left_out, varied

KNOWN = BY_KEY["ehf_punch_out"]
ITEM = "cac:CatalogueLine/cac:Item"
LATER = (
    f"{ITEM}/cac:AdditionalItemProperty/cbc:ID",
    f"{ITEM}/cac:Certificate/cac:DocumentReference",
    f"{ITEM}/cac:ItemSpecificationDocumentReference/cac:Attachment/cac:ExternalReference",
)
"""What Peppol has taken in since EHF was made."""
PunchOut = varied(
    table.PunchOut,
    {
        **dict.fromkeys(LATER, left_out),
        **identified(KNOWN),
        "cac:ProviderParty/cbc:EndpointID": NORWEGIAN_ADDRESS,
        "cac:ReceiverParty/cbc:EndpointID": NORWEGIAN_ADDRESS,
        f"{ITEM}/cac:CommodityClassification/cbc:ItemClassificationCode": CLASSIFIED,
        f"{ITEM}/cac:ClassifiedTaxCategory/cbc:ID": asked(codes="UNCL5305"),
        f"{ITEM}/cac:AdditionalItemProperty/cbc:Value": asked(least=0),
        f"{ITEM}/cac:AdditionalItemProperty/cbc:ValueQualifier": LISTED_VALUES,
        f"{ITEM}/cac:Certificate/cbc:CertificateTypeCode": asked(
            only="", codes="NA PackagingMarkedLabelAccreditationCode"
        ),
    },
)
DOCUMENT = document_type(KNOWN, PunchOut)
read = DOCUMENT.read
write = DOCUMENT.write
