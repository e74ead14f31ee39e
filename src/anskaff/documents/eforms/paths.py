"""Where things stand in an eForms document: namespaces, roots, and the paths used again and again.

Source: eForms SDK 1.14.2, `fields.json`.
"""

NAMESPACES = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "ext": "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2",
    "efac": "http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1",
    "efbc": "http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1",
    "efext": "http://data.europa.eu/p27/eforms-ubl-extensions/1",
}
UBL = "urn:oasis:names:specification:ubl:schema:xsd"
ROOTS = frozenset(
    f"{{{UBL}:{name}-2}}{name}"
    for name in ("PriorInformationNotice", "ContractNotice", "ContractAwardNotice")
)

EXTENSION = "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension"
PROJECT = "cac:ProcurementProject"
TERMS = "cac:TenderingTerms"
PROCESS = "cac:TenderingProcess"
RESULT = f"{EXTENSION}/efac:NoticeResult"
PARTY = "cac:PartyIdentification/cbc:ID"
