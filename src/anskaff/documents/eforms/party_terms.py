"""Mapping rows for organisations, touch points and buyers (part of `terms.NOTICE`)."""

from anskaff.concepts.notice import NoticeOrganisation, NoticeService
from anskaff.documents.eforms.paths import PARTY
from anskaff.documents.eforms.values import (
    activities,
    flag,
    number_plate,
    pointer,
    pointers,
    text,
    texts,
    words,
)
from anskaff.documents.mapping import Group, Term

organisation = pointer()


def _address(node: str) -> tuple[Term, ...]:
    """Name, address and contact, said alike of an organisation and of its touch points."""
    place = f"{node}cac:PostalAddress"
    contact = f"{node}cac:Contact"
    return (
        Term("OPT-200, OPT-201", f"{node}{PARTY}", "key", organisation),
        Term("BT-500", f"{node}cac:PartyName/cbc:Name", "name", words, each="cac:PartyName"),
        Term("BT-510(a)", f"{place}/cbc:StreetName", "street", text()),
        Term("BT-510(b)", f"{place}/cbc:AdditionalStreetName", "street_more", text()),
        Term("BT-510(c)", f"{place}/cac:AddressLine/cbc:Line", "street_line", text()),
        Term("BT-512", f"{place}/cbc:PostalZone", "postcode", text()),
        Term("BT-513", f"{place}/cbc:CityName", "city", text()),
        Term(
            "BT-507",
            f"{place}/cbc:CountrySubentityCode",
            "nuts",
            text("nuts", "nuts-lvl3", "nuts3"),
        ),
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
TOUCH_POINT = _address("")
ORGANISATION: tuple[Term | Group, ...] = (
    *_address(f"{COMPANY}/"),
    Term("BT-501", f"{COMPANY}/cac:PartyLegalEntity/cbc:CompanyID", "number", number_plate),
    Term(
        "BT-501 more",
        f"{COMPANY}/cac:PartyLegalEntity[position()>1]/cbc:CompanyID",
        "more_numbers",
        texts(),
        each="cac:PartyLegalEntity",
    ),
    Term("BT-165", f"{COMPANY}/efbc:CompanySizeCode", "size", text("economic-operator-size")),
    Term("OPP-050", "efbc:GroupLeadIndicator", "leads_group", flag),
    Term("OPP-052", "efbc:AcquiringCPBIndicator", "buys_for_others", flag),
    Term("OPP-051", "efbc:AwardingCPBIndicator", "awards_for_others", flag),
    Term("BT-633", "efbc:NaturalPersonIndicator", "natural_person", flag),
    Term("BT-746", "efbc:ListedOnRegulatedMarketIndicator", "listed", flag),
    Term(
        "OPT-302",
        "efac:UltimateBeneficialOwner/cbc:ID",
        "owners",
        pointers(),
        each="efac:UltimateBeneficialOwner",
    ),
    Group("OPT-201", "efac:TouchPoint", "touch_points", NoticeOrganisation, TOUCH_POINT),
)

SERVICE = (
    Term(
        "OPT-030", "cbc:ServiceTypeCode", "role", text("organisation-role", "service-provider-type")
    ),
    Term("OPT-300-SProvider", f"cac:Party/{PARTY}", "organisation", organisation),
)
BUYER = (
    Term("OPT-300", f"cac:Party/{PARTY}", "organisation", organisation),
    Term(
        "BT-11",
        "cac:ContractingPartyType[cbc:PartyTypeCode/@listName='buyer-legal-type']/cbc:PartyTypeCode",
        "legal_type",
        text("buyer-legal-type"),
    ),
    Term(
        "BT-740",
        "cac:ContractingPartyType[cbc:PartyTypeCode/@listName='buyer-contracting-type']"
        "/cbc:PartyTypeCode",
        "contracting_type",
        text("buyer-contracting-type"),
    ),
    Term(
        "BT-10, BT-610",
        "cac:ContractingActivity/cbc:ActivityTypeCode",
        "activities",
        activities(),
        each="cac:ContractingActivity",
    ),
    Term("BT-508", "cbc:BuyerProfileURI", "profile", text()),
    Group("OPT-030", "cac:Party/cac:ServiceProviderParty", "services", NoticeService, SERVICE),
)

HOME = "cac:ResidenceAddress"
OWNER = (
    Term("OPT-202", "cbc:ID", "key", pointer()),
    Term("OPT-160", "cbc:FirstName", "first_name", text()),
    Term("BT-500-UBO", "cbc:FamilyName", "family_name", text()),
    Term(
        "BT-706",
        "efac:Nationality/cbc:NationalityID",
        "nationalities",
        texts(),
        each="efac:Nationality",
    ),
    Term("BT-503-UBO", "cac:Contact/cbc:Telephone", "telephone", text()),
    Term("BT-739-UBO", "cac:Contact/cbc:Telefax", "telefax", text()),
    Term("BT-506-UBO", "cac:Contact/cbc:ElectronicMail", "email", text()),
    Term("BT-510(a)-UBO", f"{HOME}/cbc:StreetName", "street", text()),
    Term("BT-510(b)-UBO", f"{HOME}/cbc:AdditionalStreetName", "street_more", text()),
    Term("BT-510(c)-UBO", f"{HOME}/cac:AddressLine/cbc:Line", "street_line", text()),
    Term("BT-512-UBO", f"{HOME}/cbc:PostalZone", "postcode", text()),
    Term("BT-513-UBO", f"{HOME}/cbc:CityName", "city", text()),
    Term(
        "BT-507-UBO", f"{HOME}/cbc:CountrySubentityCode", "nuts", text("nuts", "nuts-lvl3", "nuts3")
    ),
    Term("BT-514-UBO", f"{HOME}/cac:Country/cbc:IdentificationCode", "country", text("country")),
)
