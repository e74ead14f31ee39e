"""Buyer, seller and originator of an order, a change of it and its cancellation."""

from anskaff.documents.peppol.post_award.schemes import ENDPOINT_SCHEME, PARTY_SCHEME
from anskaff.documents.peppol.words import party, tax
from anskaff.documents.ubl.table import Attribute, Group, group, identifier, text
from anskaff.documents.ubl.table import code as code_of
from anskaff.documents.ubl.table import text as text_of
from anskaff.documents.ubl.values import Identifier


class BuyerIdentification(Group):
    """An identifier of the buyer."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir01-022, tir114-022", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class BuyerTradingName(Group):
    """The trading name of the buyer."""

    name: str | None = text("cbc:Name", "tir01-023, tir114-023", party.PARTY_NAME, least=1)


class BuyerAddressLine(Group):
    """One more line in the address of the buyer."""

    text: str | None = text_of("cbc:Line", "tir01-p003, tir114-p003", party.ADDRESS_LINE_TEXT)


class BuyerCountry(Group):
    """The country of the buyer."""

    code: str | None = code_of(
        "cbc:IdentificationCode", "tir01-033, tir114-033", party.COUNTRY_CODE, "ISO3166", least=1
    )


class BuyerAddress(Group):
    """The address of the buyer."""

    street: str | None = text("cbc:StreetName", "tir01-032, tir114-032", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir01-027, tir114-027", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir01-031, tir114-031", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir01-024, tir114-024", party.POSTAL_ZONE)
    region: str | None = text(
        "cbc:CountrySubentity", "tir01-141, tir114-141", party.COUNTRY_SUBDIVISION
    )
    line: BuyerAddressLine | None = group(
        BuyerAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: BuyerCountry | None = group(BuyerCountry, "cac:Country", "", party.COUNTRY, least=1)


class BuyerTaxScheme(Group):
    """The tax that the buyer is registered for."""

    key: str | None = text("cbc:ID", "tir01-p004, tir114-p004", tax.TAX_SCHEME_ID, least=1)


class BuyerTaxRegistration(Group):
    """The registration for tax of the buyer."""

    tax_number: str | None = text(
        "cbc:CompanyID", "tir01-034, tir114-034", party.TAX_REGISTRATION_NUMBER, least=1
    )
    scheme: BuyerTaxScheme | None = group(
        BuyerTaxScheme, "cac:TaxScheme", "", tax.TAX_SCHEME, least=1
    )


class BuyerRegisteredCountry(Group):
    """The country of registration of the buyer."""

    code: str | None = code_of(
        "cbc:IdentificationCode", "tir01-046, tir114-046", party.COUNTRY_CODE, "ISO3166", least=1
    )


class BuyerRegisteredAddress(Group):
    """The registered address of the buyer."""

    city: str | None = text("cbc:CityName", "tir01-045, tir114-045", party.CITY)
    country: BuyerRegisteredCountry | None = group(
        BuyerRegisteredCountry, "cac:Country", "", party.COUNTRY, least=1
    )


class BuyerLegalEntity(Group):
    """The registered entity of the buyer."""

    name: str | None = text(
        "cbc:RegistrationName", "tir01-044, tir114-044", party.REGISTRATION_NAME, least=1
    )
    organisation_number: Identifier | None = identifier(
        "cbc:CompanyID", "tir01-043, tir114-043", party.COMPANY_ID, PARTY_SCHEME
    )
    address: BuyerRegisteredAddress | None = group(
        BuyerRegisteredAddress, "cac:RegistrationAddress", "", party.REGISTRATION_ADDRESS
    )


class BuyerContact(Group):
    """The contact of the buyer."""

    name: str | None = text("cbc:Name", "tir01-050, tir114-050", party.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "tir01-047, tir114-047", party.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "tir01-049, tir114-049", party.EMAIL)


class BuyerParty(Group):
    """Who the buyer is, and where."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir01-021, tir114-021", party.ENDPOINT, ENDPOINT_SCHEME, least=1
    )
    identification: BuyerIdentification | None = group(
        BuyerIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    trading_name: BuyerTradingName | None = group(
        BuyerTradingName, "cac:PartyName", "", party.PARTY_NAME
    )
    address: BuyerAddress | None = group(
        BuyerAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS
    )
    tax_registration: BuyerTaxRegistration | None = group(
        BuyerTaxRegistration, "cac:PartyTaxScheme", "", party.PARTY_TAX_SCHEME
    )
    legal_entity: BuyerLegalEntity | None = group(
        BuyerLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY, least=1
    )
    contact: BuyerContact | None = group(BuyerContact, "cac:Contact", "", party.CONTACT)


class Buyer(Group):
    """The one who buys."""

    party: BuyerParty | None = group(BuyerParty, "cac:Party", "", party.PARTY, least=1)


class SellerIdentification(Group):
    """An identifier of the seller."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir01-059, tir114-059", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class SellerTradingName(Group):
    """The trading name of the seller."""

    name: str | None = text("cbc:Name", "tir01-060, tir114-060", party.PARTY_NAME, least=1)


class SellerAddressLine(Group):
    """One more line in the address of the seller."""

    text: str | None = text_of("cbc:Line", "tir01-p005, tir114-p005", party.ADDRESS_LINE_TEXT)


class SellerCountry(Group):
    """The country of the seller."""

    code: str | None = code_of(
        "cbc:IdentificationCode", "tir01-069, tir114-069", party.COUNTRY_CODE, "ISO3166", least=1
    )


class SellerAddress(Group):
    """The address of the seller."""

    street: str | None = text("cbc:StreetName", "tir01-063, tir114-063", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir01-064, tir114-064", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir01-065, tir114-065", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir01-068, tir114-068", party.POSTAL_ZONE)
    region: str | None = text(
        "cbc:CountrySubentity", "tir01-142, tir114-142", party.COUNTRY_SUBDIVISION
    )
    line: SellerAddressLine | None = group(
        SellerAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: SellerCountry | None = group(SellerCountry, "cac:Country", "", party.COUNTRY, least=1)


class SellerRegisteredCountry(Group):
    """The country of registration of the seller."""

    code: str | None = code_of(
        "cbc:IdentificationCode",
        "tir01-p041, tir01-046, tir114-046",
        party.COUNTRY_CODE,
        "ISO3166",
        least=1,
    )


class SellerRegisteredAddress(Group):
    """The registered address of the seller."""

    city: str | None = text("cbc:CityName", "tir01-p040, tir01-045, tir114-045", party.CITY)
    country: SellerRegisteredCountry | None = group(
        SellerRegisteredCountry, "cac:Country", "", party.COUNTRY, least=1
    )


class SellerLegalEntity(Group):
    """The registered entity of the seller."""

    name: str | None = text(
        "cbc:RegistrationName",
        "tir01-p038, tir01-044, tir114-044",
        party.REGISTRATION_NAME,
        least=1,
    )
    organisation_number: Identifier | None = identifier(
        "cbc:CompanyID", "tir01-p039, tir01-043, tir114-043", party.COMPANY_ID, PARTY_SCHEME
    )
    address: SellerRegisteredAddress | None = group(
        SellerRegisteredAddress, "cac:RegistrationAddress", "", party.REGISTRATION_ADDRESS
    )


class SellerContact(Group):
    """The contact of the seller."""

    name: str | None = text("cbc:Name", "tir01-074, tir114-074", party.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "tir01-077, tir114-077", party.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "tir01-076, tir114-076", party.EMAIL)


class SellerParty(Group):
    """Who the seller is, and where."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir01-058, tir114-058", party.ENDPOINT, ENDPOINT_SCHEME, least=1
    )
    identification: SellerIdentification | None = group(
        SellerIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    trading_name: SellerTradingName | None = group(
        SellerTradingName, "cac:PartyName", "tir01-060, tir114-060", party.PARTY_NAME
    )
    address: SellerAddress | None = group(
        SellerAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS, least=1
    )
    legal_entity: SellerLegalEntity | None = group(
        SellerLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY, least=1
    )
    contact: SellerContact | None = group(SellerContact, "cac:Contact", "", party.CONTACT)


class Seller(Group):
    """The one who delivers."""

    party: SellerParty | None = group(SellerParty, "cac:Party", "", party.PARTY, least=1)


class OriginatorIdentification(Group):
    """An identifier of the originator."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir01-081, tir114-081", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class OriginatorTradingName(Group):
    """The trading name of the originator."""

    name: str | None = text("cbc:Name", "tir01-082, tir114-082", party.PARTY_NAME, least=1)


class OriginatorContact(Group):
    """The contact of the originator."""

    name: str | None = text("cbc:Name", "tir01-086, tir114-086", party.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "tir01-083, tir114-083", party.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "tir01-085, tir114-085", party.EMAIL)


class OriginatorParty(Group):
    """Who the originator is, and where."""

    identification: OriginatorIdentification | None = group(
        OriginatorIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    trading_name: OriginatorTradingName | None = group(
        OriginatorTradingName, "cac:PartyName", "", party.PARTY_NAME
    )
    contact: OriginatorContact | None = group(OriginatorContact, "cac:Contact", "", party.CONTACT)


class Originator(Group):
    """The one who asked for the order."""

    party: OriginatorParty | None = group(OriginatorParty, "cac:Party", "", party.PARTY, least=1)


class SellerPartyOfAnyScheme(SellerParty):
    """Who the seller is, with an electronic address of any scheme."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID",
        "tir01-058, tir114-058",
        party.ENDPOINT,
        Attribute(name="schemeID", least=1),
        least=1,
    )


class SellerOfAnyScheme(Seller):
    """The one who delivers, with an electronic address of any scheme."""

    party: SellerPartyOfAnyScheme | None = group(
        SellerPartyOfAnyScheme, "cac:Party", "", party.PARTY, least=1
    )
