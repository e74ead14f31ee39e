"""The one who gets the invoice for an order."""

from anskaff.documents.peppol.post_award.schemes import ENDPOINT_SCHEME, PARTY_SCHEME
from anskaff.documents.peppol.words import party, tax
from anskaff.documents.ubl.table import Group, group, identifier, text
from anskaff.documents.ubl.table import code as code_of
from anskaff.documents.ubl.table import text as text_of
from anskaff.documents.ubl.values import Identifier


class InvoiceeIdentification(Group):
    """An identifier of the invoicee."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir01-156, tir114-156", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class InvoiceeTradingName(Group):
    """The trading name of the invoicee."""

    name: str | None = text("cbc:Name", "tir01-155, tir114-155", party.PARTY_NAME, least=1)


class InvoiceeAddressLine(Group):
    """One more line in the address of the invoicee."""

    text: str | None = text_of("cbc:Line", "tir01-p006, tir114-p006", party.ADDRESS_LINE_TEXT)


class InvoiceeCountry(Group):
    """The country of the invoicee."""

    code: str | None = code_of(
        "cbc:IdentificationCode", "tir01-p017, tir114-p017", party.COUNTRY_CODE, "ISO3166", least=1
    )


class InvoiceeAddress(Group):
    """The address of the invoicee."""

    street: str | None = text("cbc:StreetName", "tir01-p013, tir114-p013", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir01-p014, tir114-p014", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir01-p009, tir114-p009", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir01-p015, tir114-p015", party.POSTAL_ZONE)
    region: str | None = text(
        "cbc:CountrySubentity", "tir01-p016, tir114-p016", party.COUNTRY_SUBDIVISION
    )
    line: InvoiceeAddressLine | None = group(
        InvoiceeAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: InvoiceeCountry | None = group(
        InvoiceeCountry, "cac:Country", "", party.COUNTRY, least=1
    )


class InvoiceeTaxScheme(Group):
    """The tax that the invoicee is registered for."""

    key: str | None = text("cbc:ID", "tir01-p003, tir114-p003", tax.TAX_SCHEME_ID, least=1)


class InvoiceeTaxRegistration(Group):
    """The registration for tax of the invoicee."""

    tax_number: str | None = text(
        "cbc:CompanyID", "tir01-p018, tir114-p018", party.TAX_REGISTRATION_NUMBER, least=1
    )
    scheme: InvoiceeTaxScheme | None = group(
        InvoiceeTaxScheme, "cac:TaxScheme", "", tax.TAX_SCHEME, least=1
    )


class InvoiceeRegisteredCountry(Group):
    """The country of registration of the invoicee."""

    code: str | None = code_of(
        "cbc:IdentificationCode", "tir01-161, tir114-161", party.COUNTRY_CODE, "ISO3166", least=1
    )


class InvoiceeRegisteredAddress(Group):
    """The registered address of the invoicee."""

    city: str | None = text("cbc:CityName", "tir01-160, tir114-160", party.CITY)
    country: InvoiceeRegisteredCountry | None = group(
        InvoiceeRegisteredCountry, "cac:Country", "", party.COUNTRY, least=1
    )


class InvoiceeLegalEntity(Group):
    """The registered entity of the invoicee."""

    name: str | None = text(
        "cbc:RegistrationName", "tir01-159, tir114-159", party.REGISTRATION_NAME, least=1
    )
    organisation_number: Identifier | None = identifier(
        "cbc:CompanyID", "tir01-158, tir114-158", party.COMPANY_ID, PARTY_SCHEME
    )
    address: InvoiceeRegisteredAddress | None = group(
        InvoiceeRegisteredAddress, "cac:RegistrationAddress", "", party.REGISTRATION_ADDRESS
    )


class InvoiceeContact(Group):
    """The contact of the invoicee."""

    name: str | None = text("cbc:Name", "tir01-p025, tir114-p025", party.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "tir01-p026, tir114-p026", party.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "tir01-p027, tir114-p027", party.EMAIL)


class InvoiceeParty(Group):
    """Who the invoicee is, and where."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir01-157, tir114-157", party.ENDPOINT, ENDPOINT_SCHEME
    )
    identification: InvoiceeIdentification | None = group(
        InvoiceeIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    trading_name: InvoiceeTradingName | None = group(
        InvoiceeTradingName, "cac:PartyName", "", party.PARTY_NAME
    )
    address: InvoiceeAddress | None = group(
        InvoiceeAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS, least=1
    )
    tax_registration: InvoiceeTaxRegistration | None = group(
        InvoiceeTaxRegistration, "cac:PartyTaxScheme", "", party.PARTY_TAX_SCHEME
    )
    legal_entity: InvoiceeLegalEntity | None = group(
        InvoiceeLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY, least=1
    )
    contact: InvoiceeContact | None = group(InvoiceeContact, "cac:Contact", "", party.CONTACT)


class Invoicee(Group):
    """The one who gets the invoice."""

    party: InvoiceeParty | None = group(InvoiceeParty, "cac:Party", "", party.PARTY, least=1)
