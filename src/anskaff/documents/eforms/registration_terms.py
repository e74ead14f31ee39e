"""Mapping rows for the registration of a European company (part of `terms.NOTICE`)."""

from anskaff.documents.eforms.values import day, key, text
from anskaff.documents.mapping import Term

NATIONAL = "cac:PartyLegalEntity[cbc:CompanyID/@schemeName='national']"
EUROPEAN = "cac:PartyLegalEntity[cbc:CompanyID/@schemeName='EU']"
PLACE = f"{EUROPEAN}/cac:CorporateRegistrationScheme/cac:JurisdictionRegionAddress"
ADDRESS, CONTACT = "cac:PostalAddress", "cac:Contact"
COUNTRY = "cac:Country/cbc:IdentificationCode"

BUSINESS = (
    Term("BT-500-Business", f"{NATIONAL}/cbc:RegistrationName", "name", text()),
    Term("BT-501-Business-National", f"{NATIONAL}/cbc:CompanyID", "number", key("national")),
    Term("BT-500-Business-European", f"{EUROPEAN}/cbc:RegistrationName", "european_name", text()),
    Term("BT-501-Business-European", f"{EUROPEAN}/cbc:CompanyID", "european_number", key("EU")),
    Term("OPP-113", f"{EUROPEAN}/cbc:RegistrationDate", "registered_on", day),
    Term("OPP-110", f"{PLACE}/cbc:CityName", "registered_city", text()),
    Term("OPP-111", f"{PLACE}/cbc:PostalZone", "registered_postcode", text()),
    Term("OPP-112", f"{PLACE}/{COUNTRY}", "registered_country", text("country")),
    Term("BT-510(a)-Business", f"{ADDRESS}/cbc:StreetName", "street", text()),
    Term("BT-510(b)-Business", f"{ADDRESS}/cbc:AdditionalStreetName", "street_more", text()),
    Term("BT-510(c)-Business", f"{ADDRESS}/cac:AddressLine/cbc:Line", "street_line", text()),
    Term("BT-512-Business", f"{ADDRESS}/cbc:PostalZone", "postcode", text()),
    Term("BT-513-Business", f"{ADDRESS}/cbc:CityName", "city", text()),
    Term(
        "BT-507-Business",
        f"{ADDRESS}/cbc:CountrySubentityCode",
        "nuts",
        text("nuts", "nuts-lvl3", "nuts3"),
    ),
    Term("BT-514-Business", f"{ADDRESS}/{COUNTRY}", "country", text("country")),
    Term("BT-505-Business", "cbc:WebsiteURI", "website", text()),
    Term("BT-502-Business", f"{CONTACT}/cbc:Name", "contact", text()),
    Term("BT-503-Business", f"{CONTACT}/cbc:Telephone", "telephone", text()),
    Term("BT-739-Business", f"{CONTACT}/cbc:Telefax", "telefax", text()),
    Term("BT-506-Business", f"{CONTACT}/cbc:ElectronicMail", "email", text()),
)
ANNOUNCEMENT = (
    Term("OPP-120", "cbc:DocumentDescription", "gazette", text()),
    Term("OPP-124", "cbc:ID", "issue", text()),
    Term("OPP-121", "cbc:ReferencedDocumentInternalAddress", "title", text()),
    Term("OPP-123", "cbc:IssueDate", "published_on", day),
    Term("OPP-122", "cac:Attachment/cac:ExternalReference/cbc:URI", "url", text()),
)
