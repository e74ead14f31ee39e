"""Parties in logistics: those of the despatch advice, with more said of each."""

from collections.abc import Mapping

from anskaff.documents.peppol.despatch_advice import parties as despatch
from anskaff.documents.peppol.post_award.schemes import PARTY_SCHEME
from anskaff.documents.peppol.words import party, tax
from anskaff.documents.ubl.table import Attribute, Group, code, group, identifier, text
from anskaff.documents.ubl.values import Identifier
from anskaff.documents.ubl.variant import Alter, left_out, then, varied


class PartyName(Group):
    """The name a party goes by."""

    name: str | None = text("cbc:Name", "", party.NAME, least=1)


class PartyIdentification(Group):
    """An identifier of a party."""

    key: Identifier | None = identifier("cbc:ID", "", party.IDENTIFIER, PARTY_SCHEME, least=1)


class TaxScheme(Group):
    """The tax that a registration is for."""

    key: str | None = text("cbc:ID", "", tax.TAX_SCHEME_ID, least=1)


class TaxRegistration(Group):
    """The number of a party in a tax register."""

    number: str | None = text("cbc:CompanyID", "", party.TAX_REGISTRATION_NUMBER, least=1)
    scheme: TaxScheme | None = group(TaxScheme, "cac:TaxScheme", "", tax.TAX_SCHEME, least=1)


class Country(Group):
    """A country."""

    code: str | None = code("cbc:IdentificationCode", "", party.COUNTRY_CODE, least=1)


class RegistrationAddress(Group):
    """Where a party is registered."""

    city: str | None = text("cbc:CityName", "", party.CITY)
    country: Country | None = group(Country, "cac:Country", "", party.COUNTRY, least=1)


class LegalEntity(Group):
    """A party as it stands in the business register."""

    name: str | None = text("cbc:RegistrationName", "", party.REGISTRATION_NAME, least=1)
    number: Identifier | None = identifier(
        "cbc:CompanyID", "", party.COMPANY_ID, Attribute(name="schemeID", least=1, codes="ICD")
    )
    address: RegistrationAddress | None = group(
        RegistrationAddress, "cac:RegistrationAddress", "", party.REGISTRATION_ADDRESS
    )


class Contact(Group):
    """Whom to ask."""

    name: str | None = text("cbc:Name", "", party.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "", party.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "", party.EMAIL)


class AddressLine(Group):
    """The third line of an address."""

    line: str | None = text("cbc:Line", "", party.ADDRESS_LINE_TEXT, least=1)


class Street(Group):
    """An address, the country apart."""

    street: str | None = text("cbc:StreetName", "", party.STREET)
    additional_street: str | None = text("cbc:AdditionalStreetName", "", party.ADDITIONAL_STREET)
    city: str | None = text("cbc:CityName", "", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "", party.POSTAL_ZONE)
    subdivision: str | None = text("cbc:CountrySubentity", "", party.COUNTRY_SUBDIVISION)
    third_line: AddressLine | None = group(AddressLine, "cac:AddressLine", "", party.ADDRESS_LINE)


class CarrierAddress(Street):
    """Where the carrier is; the country may be left out."""

    country: Country | None = group(Country, "cac:Country", "", party.COUNTRY)


class ManufacturerAddress(Street):
    """Where the manufacturer is."""

    country: Country | None = group(Country, "cac:Country", "", party.COUNTRY, least=1)


class ManufacturerLegalEntity(Group):
    """The registered name of the manufacturer."""

    name: str | None = text("cbc:RegistrationName", "", party.REGISTRATION_NAME, least=1)


class Manufacturer(Group):
    """The one who made the goods."""

    identification: PartyIdentification | None = group(
        PartyIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    party_name: PartyName | None = group(PartyName, "cac:PartyName", "", party.PARTY_NAME)
    address: ManufacturerAddress | None = group(
        ManufacturerAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS
    )
    legal_entity: ManufacturerLegalEntity | None = group(
        ManufacturerLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY
    )


LINE = "cac:PostalAddress/cac:AddressLine/cbc:Line"
NAME = group(PartyName, "cac:PartyName", "", party.PARTY_NAME)
TAX = group(TaxRegistration, "cac:PartyTaxScheme", "", party.PARTY_TAX_SCHEME)
LEGAL_ENTITY = group(LegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY)
CONTACT = group(Contact, "cac:Contact", "", party.CONTACT)
NUMBER = LegalEntity.field("number")
REGISTERED_AT = LegalEntity.field("address")
NAMED_AND_REGISTERED: Mapping[str, Alter] = {
    "cac:Party/cac:PartyIdentification": then(party_name=NAME),
    "cac:Party/cac:PostalAddress": then(tax=TAX),
    "cac:Party/cac:PartyLegalEntity/cbc:RegistrationName": then(
        number=NUMBER, address=REGISTERED_AT
    ),
}
"""What is said of despatcher and consignee beyond the plain despatch advice."""
REGISTERED: Mapping[str, Alter] = {
    "cac:Party/cac:PostalAddress": then(tax=TAX, legal_entity=LEGAL_ENTITY, contact=CONTACT),
}
"""What is said of buyer and seller beyond the plain despatch advice."""
Despatcher = varied(despatch.Despatcher, NAMED_AND_REGISTERED)
Consignee = varied(
    despatch.Consignee,
    {
        **NAMED_AND_REGISTERED,
        "cac:Party/cac:PartyLegalEntity": then(contact=CONTACT),
        "cac:DeliveryContact": left_out,
    },
)
