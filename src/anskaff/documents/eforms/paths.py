"""Where things stand in an eForms document: namespaces, roots, and the paths used again and again.

Source: eForms SDK 1.14.2, `fields.json`.
"""

from anskaff.documents.eforms import sequence
from anskaff.documents.mapping import Schema

NAMESPACES = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "ext": "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2",
    "efac": "http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1",
    "efbc": "http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1",
    "efext": "http://data.europa.eu/p27/eforms-ubl-extensions/1",
}
UBL = "urn:oasis:names:specification:ubl:schema:xsd"
REGISTRATION = "BusinessRegistrationInformationNotice"
DOCUMENTS = {
    **{
        name: f"{UBL}:{name}-2"
        for name in ("PriorInformationNotice", "ContractNotice", "ContractAwardNotice")
    },
    REGISTRATION: "http://data.europa.eu/p27/eforms-business-registration-information-notice/1",
}
"""The documents that a notice may be, each with its namespace."""
ROOTS = frozenset(f"{{{uri}}}{name}" for name, uri in DOCUMENTS.items())

EXTENSION = "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension"
PROJECT = "cac:ProcurementProject"
TERMS = "cac:TenderingTerms"
PROCESS = "cac:TenderingProcess"
RESULT = f"{EXTENSION}/efac:NoticeResult"
PARTY = "cac:PartyIdentification/cbc:ID"
_PREFIXES = {uri: f"{prefix}:" for prefix, uri in NAMESPACES.items()}


def _name(tag: str) -> str:
    uri, _, local = tag[1:].partition("}")
    return f"{_PREFIXES.get(uri, '')}{local}"


def _place(parent: str, child: str) -> int:
    return sequence.place(_name(parent), _name(child))


SCHEMA = Schema(NAMESPACES, _place)
