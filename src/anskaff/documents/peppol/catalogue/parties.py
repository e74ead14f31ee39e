"""The parties of a catalogue."""

from anskaff.documents.peppol.post_award.schemes import ENDPOINT_SCHEME, PARTY_SCHEME
from anskaff.documents.peppol.words import party
from anskaff.documents.ubl.table import Group, group, identifier, text
from anskaff.documents.ubl.table import code as code_of
from anskaff.documents.ubl.values import Identifier


class PartyIdentification(Group):
    """An identifier of a party."""

    key: Identifier | None = identifier(
        "cbc:ID",
        "tir19-010, tir19-013, tir19-016, tir19-055",
        party.IDENTIFIER,
        PARTY_SCHEME,
        least=1,
    )


class AddressLine(Group):
    """The third line of an address."""

    line: str | None = text("cbc:Line", "tir19-p047", party.ADDRESS_LINE_TEXT)


class Country(Group):
    """The country of an address."""

    code: str | None = code_of(
        "cbc:IdentificationCode",
        "tir19-p029f, tir19-p031f, tir19-026, tir19-p046",
        party.COUNTRY_CODE,
        "ISO3166",
        least=1,
    )


class PostalAddress(Group):
    """Where a party is."""

    street: str | None = text(
        "cbc:StreetName", "tir19-p029a, tir19-p031a, tir19-021, tir19-p041", party.STREET
    )
    additional_street: str | None = text(
        "cbc:AdditionalStreetName",
        "tir19-p029b, tir19-p031b, tir19-022, tir19-p042",
        party.ADDITIONAL_STREET,
    )
    city: str | None = text(
        "cbc:CityName", "tir19-p029c, tir19-p031c, tir19-023, tir19-p043", party.CITY
    )
    postal_zone: str | None = text(
        "cbc:PostalZone", "tir19-p029d, tir19-p031d, tir19-024, tir19-p044", party.POSTAL_ZONE
    )
    subdivision: str | None = text(
        "cbc:CountrySubentity",
        "tir19-p029e, tir19-p031e, tir19-025, tir19-p045",
        party.COUNTRY_SUBDIVISION,
    )
    third_line: AddressLine | None = group(AddressLine, "cac:AddressLine", "", party.ADDRESS_LINE)
    country: Country | None = group(Country, "cac:Country", "", party.COUNTRY, least=1)


class ProviderRegisteredCountry(Group):
    """The country where the provider is registered."""

    code: str | None = code_of(
        "cbc:IdentificationCode", "tir19-p028d", party.COUNTRY_CODE, "ISO3166", least=1
    )


class ProviderRegisteredAddress(Group):
    """Where the provider is registered."""

    city: str | None = text("cbc:CityName", "tir19-p028c", party.CITY)
    country: ProviderRegisteredCountry | None = group(
        ProviderRegisteredCountry, "cac:Country", "", party.COUNTRY
    )


class ProviderLegalEntity(Group):
    """The registered entity of the provider."""

    name: str | None = text("cbc:RegistrationName", "tir19-011", party.REGISTRATION_NAME, least=1)
    organisation_number: Identifier | None = identifier(
        "cbc:CompanyID", "tir19-p028a", party.COMPANY_ID, PARTY_SCHEME
    )
    address: ProviderRegisteredAddress | None = group(
        ProviderRegisteredAddress, "cac:RegistrationAddress", "", party.REGISTRATION_ADDRESS
    )


class Provider(Group):
    """The one who sends the catalogue."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir19-009", party.ENDPOINT, ENDPOINT_SCHEME, least=1
    )
    identification: PartyIdentification | None = group(
        PartyIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    address: PostalAddress | None = group(
        PostalAddress, "cac:PostalAddress", "tir19-p031", party.POSTAL_ADDRESS
    )
    legal_entity: ProviderLegalEntity | None = group(
        ProviderLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY, least=1
    )


class ReceiverRegisteredCountry(Group):
    """The country where the receiver is registered."""

    code: str | None = code_of(
        "cbc:IdentificationCode", "tir19-p030d", party.COUNTRY_CODE, "ISO3166"
    )


class ReceiverRegisteredAddress(Group):
    """Where the receiver is registered."""

    city: str | None = text("cbc:CityName", "tir19-p030c", party.CITY)
    country: ReceiverRegisteredCountry | None = group(
        ReceiverRegisteredCountry, "cac:Country", "", party.COUNTRY
    )


class ReceiverLegalEntity(Group):
    """The registered entity of the receiver."""

    name: str | None = text("cbc:RegistrationName", "tir19-014", party.REGISTRATION_NAME, least=1)
    organisation_number: Identifier | None = identifier(
        "cbc:CompanyID", "tir19-p030a", party.COMPANY_ID, PARTY_SCHEME
    )
    address: ReceiverRegisteredAddress | None = group(
        ReceiverRegisteredAddress, "cac:RegistrationAddress", "", party.REGISTRATION_ADDRESS
    )


class Receiver(Group):
    """The one who gets the catalogue."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir19-012", party.ENDPOINT, ENDPOINT_SCHEME, least=1
    )
    identification: PartyIdentification | None = group(
        PartyIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    address: PostalAddress | None = group(
        PostalAddress, "cac:PostalAddress", "tir19-p029", party.POSTAL_ADDRESS
    )
    legal_entity: ReceiverLegalEntity | None = group(
        ReceiverLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY, least=1
    )


class TradingName(Group):
    """The name that a party goes by."""

    name: str | None = text("cbc:Name", "tir19-017, tir19-079", party.PARTY_NAME, least=1)


class Contact(Group):
    """Whom to ask at a party."""

    name: str | None = text("cbc:Name", "tir19-027, tir19-080", party.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "tir19-030, tir19-082", party.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "tir19-031, tir19-083", party.EMAIL)


class SupplierParty(Group):
    """Who the supplier is and where."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir19-015", party.ENDPOINT, ENDPOINT_SCHEME
    )
    identification: PartyIdentification | None = group(
        PartyIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    party_name: TradingName | None = group(TradingName, "cac:PartyName", "", party.PARTY_NAME)
    address: PostalAddress | None = group(
        PostalAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS
    )
    contact: Contact | None = group(Contact, "cac:Contact", "", party.CONTACT)


class Supplier(Group):
    """The one who sells the items."""

    party: SupplierParty | None = group(SupplierParty, "cac:Party", "", party.PARTY, least=1)


class CustomerParty(Group):
    """Who the customer is and where."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir19-054", party.ENDPOINT, ENDPOINT_SCHEME
    )
    identification: PartyIdentification | None = group(
        PartyIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    party_name: TradingName | None = group(TradingName, "cac:PartyName", "", party.PARTY_NAME)
    address: PostalAddress | None = group(
        PostalAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS
    )
    contact: Contact | None = group(Contact, "cac:Contact", "", party.CONTACT)


class Customer(Group):
    """The one who may buy from the catalogue."""

    party: CustomerParty | None = group(CustomerParty, "cac:Party", "", party.PARTY)
