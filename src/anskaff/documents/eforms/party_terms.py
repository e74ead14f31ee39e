"""Mapping rows for organisations, touch points and buyers (part of `terms.NOTICE`)."""

from anskaff.documents.eforms.paths import PARTY
from anskaff.documents.eforms.values import flag, number_plate, text, texts, words
from anskaff.documents.mapping import Term

organisation = text("organization", "touchpoint")


def _address(node: str) -> tuple[Term, ...]:
    """Name, address and contact, said alike of an organisation and of its touch points."""
    place = f"{node}cac:PostalAddress"
    contact = f"{node}cac:Contact"
    return (
        Term("OPT-200, OPT-201", f"{node}{PARTY}", "key", organisation),
        Term("BT-500", f"{node}cac:PartyName/cbc:Name", "name", words),
        Term("BT-510(a)", f"{place}/cbc:StreetName", "street", text()),
        Term("BT-510(b)", f"{place}/cbc:AdditionalStreetName", "street_more", text()),
        Term("BT-510(c)", f"{place}/cac:AddressLine/cbc:Line", "street_line", text()),
        Term("BT-512", f"{place}/cbc:PostalZone", "postcode", text()),
        Term("BT-513", f"{place}/cbc:CityName", "city", text()),
        Term("BT-507", f"{place}/cbc:CountrySubentityCode", "nuts", text("nuts", "nuts-lvl3")),
        Term("BT-514", f"{place}/cac:Country/cbc:IdentificationCode", "country", text("country")),
        Term("BT-16", f"{place}/cbc:Department", "department", text()),
        Term("BT-505", f"{node}cbc:WebsiteURI", "website", text()),
        Term("BT-509", f"{node}cbc:EndpointID", "endpoint", text()),
        Term("BT-502", f"{contact}/cbc:Name", "contact", text()),
        Term("BT-503", f"{contact}/cbc:Telephone", "telephone", text()),
        Term("BT-739", f"{contact}/cbc:Telefax", "telefax", text()),
        Term("BT-506", f"{contact}/cbc:ElectronicMail", "email", text()),
    )


COMPANY = "efac:Company"
ORGANISATION = (
    *_address(f"{COMPANY}/"),
    Term("BT-501", f"{COMPANY}/cac:PartyLegalEntity/cbc:CompanyID", "number", number_plate),
    Term("BT-165", f"{COMPANY}/efbc:CompanySizeCode", "size", text("economic-operator-size")),
    Term("OPP-050", "efbc:GroupLeadIndicator", "leads_group", flag),
    Term("OPP-052", "efbc:AcquiringCPBIndicator", "buys_for_others", flag),
    Term("OPP-051", "efbc:AwardingCPBIndicator", "awards_for_others", flag),
    Term("BT-633", "efbc:NaturalPersonIndicator", "natural_person", flag),
    Term("BT-746", "efbc:ListedOnRegulatedMarketIndicator", "listed", flag),
)

TOUCH_POINT = (
    *_address(""),
    Term("OPT-200", f"../{COMPANY}/{PARTY}", "within", organisation),
)

TYPE_CODE = "cac:ContractingPartyType/cbc:PartyTypeCode"
PROVIDER = "cac:Party/cac:ServiceProviderParty"
BUYER = (
    Term("OPT-300", f"cac:Party/{PARTY}", "organisation", organisation),
    Term(
        "BT-11",
        f"{TYPE_CODE}[@listName='buyer-legal-type']",
        "legal_type",
        text("buyer-legal-type"),
    ),
    Term(
        "BT-740",
        f"{TYPE_CODE}[@listName='buyer-contracting-type']",
        "contracting_type",
        text("buyer-contracting-type"),
    ),
    Term(
        "BT-10, BT-610",
        "cac:ContractingActivity/cbc:ActivityTypeCode",
        "activities",
        texts("authority-activity", "entity-activity"),
    ),
    Term("BT-508", "cbc:BuyerProfileURI", "profile", text()),
    Term(
        "OPT-300-SProvider",
        f"{PROVIDER}/cac:Party/{PARTY}",
        "service_providers",
        texts("organization"),
    ),
    Term("OPT-030", f"{PROVIDER}/cbc:ServiceTypeCode", "service_roles", texts("organisation-role")),
)
