"""The parties of an invoice: seller, buyer, payee and tax representative, with addresses."""

from anskaff.documents.peppol.words import party as w
from anskaff.documents.peppol.words import tax
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    code,
    group,
    groups,
    identifier,
    text,
)
from anskaff.documents.ubl.values import Identifier

ADDRESS_SCHEME = Attribute(name="schemeID", least=1, codes="BR-CL-25")
PARTY_SCHEME = Attribute(name="schemeID", codes="BR-CL-10")
COMPANY_SCHEME = Attribute(name="schemeID", codes="BR-CL-11")


class TaxScheme(Group):
    """The tax that a registration or a category is about."""

    key: str | None = text("cbc:ID", "", tax.TAX_SCHEME_ID, least=1)


class AddressLine(Group):
    """The third line of an address."""

    line: str | None = text("cbc:Line", "", w.ADDRESS_LINE_TEXT, least=1)


class Country(Group):
    """A country by its code."""

    code: str | None = code("cbc:IdentificationCode", "", w.COUNTRY_CODE, "BR-CL-14", least=1)


class Address(Group):
    """An address; each place where one stands has its own business terms."""

    street: str | None = text("cbc:StreetName", "", w.STREET)
    additional_street: str | None = text("cbc:AdditionalStreetName", "", w.ADDITIONAL_STREET)
    city: str | None = text("cbc:CityName", "", w.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "", w.POSTAL_ZONE)
    subdivision: str | None = text("cbc:CountrySubentity", "", w.COUNTRY_SUBDIVISION)
    third_line: AddressLine | None = group(AddressLine, "cac:AddressLine", "", w.ADDRESS_LINE)
    country: Country | None = group(Country, "cac:Country", "", w.COUNTRY, least=1)


class SellerAddressLine(AddressLine):
    """The third line of the address of the seller."""

    line: str | None = text("cbc:Line", "BT-162", w.ADDRESS_LINE_TEXT, least=1)


class SellerCountry(Country):
    """The country of the seller."""

    code: str | None = code("cbc:IdentificationCode", "BT-40", w.COUNTRY_CODE, "BR-CL-14", least=1)


class SellerAddress(Address):
    """The address of the seller."""

    street: str | None = text("cbc:StreetName", "BT-35", w.STREET)
    additional_street: str | None = text("cbc:AdditionalStreetName", "BT-36", w.ADDITIONAL_STREET)
    city: str | None = text("cbc:CityName", "BT-37", w.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "BT-38", w.POSTAL_ZONE)
    subdivision: str | None = text("cbc:CountrySubentity", "BT-39", w.COUNTRY_SUBDIVISION)
    third_line: SellerAddressLine | None = group(
        SellerAddressLine, "cac:AddressLine", "", w.ADDRESS_LINE
    )
    country: SellerCountry | None = group(SellerCountry, "cac:Country", "", w.COUNTRY, least=1)


class BuyerAddressLine(AddressLine):
    """The third line of the address of the buyer."""

    line: str | None = text("cbc:Line", "BT-163", w.ADDRESS_LINE_TEXT, least=1)


class BuyerCountry(Country):
    """The country of the buyer."""

    code: str | None = code("cbc:IdentificationCode", "BT-55", w.COUNTRY_CODE, "BR-CL-14", least=1)


class BuyerAddress(Address):
    """The address of the buyer."""

    street: str | None = text("cbc:StreetName", "BT-50", w.STREET)
    additional_street: str | None = text("cbc:AdditionalStreetName", "BT-51", w.ADDITIONAL_STREET)
    city: str | None = text("cbc:CityName", "BT-52", w.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "BT-53", w.POSTAL_ZONE)
    subdivision: str | None = text("cbc:CountrySubentity", "BT-54", w.COUNTRY_SUBDIVISION)
    third_line: BuyerAddressLine | None = group(
        BuyerAddressLine, "cac:AddressLine", "", w.ADDRESS_LINE
    )
    country: BuyerCountry | None = group(BuyerCountry, "cac:Country", "", w.COUNTRY, least=1)


class RepresentativeAddressLine(AddressLine):
    """The third line of the address of the tax representative."""

    line: str | None = text("cbc:Line", "BT-164", w.ADDRESS_LINE_TEXT, least=1)


class RepresentativeCountry(Country):
    """The country of the tax representative."""

    code: str | None = code("cbc:IdentificationCode", "BT-69", w.COUNTRY_CODE, "BR-CL-14", least=1)


class RepresentativeAddress(Address):
    """The address of the tax representative."""

    street: str | None = text("cbc:StreetName", "BT-64", w.STREET)
    additional_street: str | None = text("cbc:AdditionalStreetName", "BT-65", w.ADDITIONAL_STREET)
    city: str | None = text("cbc:CityName", "BT-66", w.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "BT-67", w.POSTAL_ZONE)
    subdivision: str | None = text("cbc:CountrySubentity", "BT-68", w.COUNTRY_SUBDIVISION)
    third_line: RepresentativeAddressLine | None = group(
        RepresentativeAddressLine, "cac:AddressLine", "", w.ADDRESS_LINE
    )
    country: RepresentativeCountry | None = group(
        RepresentativeCountry, "cac:Country", "", w.COUNTRY, least=1
    )


class PartyTaxScheme(Group):
    """A number in a tax register."""

    number: str | None = text("cbc:CompanyID", "", w.TAX_REGISTRATION_NUMBER, least=1)
    scheme: TaxScheme | None = group(TaxScheme, "cac:TaxScheme", "", tax.TAX_SCHEME, least=1)


class SellerTaxScheme(PartyTaxScheme):
    """A tax registration of the seller."""

    number: str | None = text("cbc:CompanyID", "BT-31, BT-32", w.TAX_REGISTRATION_NUMBER, least=1)


class BuyerTaxScheme(PartyTaxScheme):
    """A tax registration of the buyer."""

    number: str | None = text("cbc:CompanyID", "BT-48", w.TAX_REGISTRATION_NUMBER, least=1)


class RepresentativeTaxScheme(PartyTaxScheme):
    """A tax registration of the tax representative."""

    number: str | None = text("cbc:CompanyID", "BT-63", w.TAX_REGISTRATION_NUMBER, least=1)


class PartyIdentification(Group):
    """A number or code that a party is known by."""

    key: Identifier | None = identifier("cbc:ID", "", w.IDENTIFIER, PARTY_SCHEME, least=1)


class SellerIdentification(PartyIdentification):
    """An identifier of the seller."""

    key: Identifier | None = identifier(
        "cbc:ID", "BT-29, BT-90", w.IDENTIFIER, PARTY_SCHEME, least=1
    )


class BuyerIdentification(PartyIdentification):
    """An identifier of the buyer."""

    key: Identifier | None = identifier("cbc:ID", "BT-46", w.IDENTIFIER, PARTY_SCHEME, least=1)


class PayeeIdentification(PartyIdentification):
    """An identifier of the payee."""

    key: Identifier | None = identifier(
        "cbc:ID", "BT-60, BT-90", w.IDENTIFIER, PARTY_SCHEME, least=1
    )


class PartyName(Group):
    """The name of a party."""

    name: str | None = text("cbc:Name", "", w.PARTY_NAME, least=1)


class SellerName(PartyName):
    """The name of the seller in trade."""

    name: str | None = text("cbc:Name", "BT-28", w.PARTY_NAME, least=1)


class BuyerName(PartyName):
    """The name of the buyer in trade."""

    name: str | None = text("cbc:Name", "BT-45", w.PARTY_NAME, least=1)


class PayeeName(PartyName):
    """The name of the payee."""

    name: str | None = text("cbc:Name", "BT-59", w.NAME, least=1)


class RepresentativeName(PartyName):
    """The name of the tax representative."""

    name: str | None = text("cbc:Name", "BT-62", w.NAME, least=1)


class LegalEntity(Group):
    """A party as the business register has it."""

    registered_name: str | None = text("cbc:RegistrationName", "", w.REGISTRATION_NAME, least=1)
    company: Identifier | None = identifier("cbc:CompanyID", "", w.COMPANY_ID, COMPANY_SCHEME)


class SellerLegalEntity(LegalEntity):
    """The seller as the business register has it."""

    registered_name: str | None = text(
        "cbc:RegistrationName", "BT-27", w.REGISTRATION_NAME, least=1
    )
    company: Identifier | None = identifier("cbc:CompanyID", "BT-30", w.COMPANY_ID, COMPANY_SCHEME)
    legal_form: str | None = text("cbc:CompanyLegalForm", "BT-33", w.COMPANY_LEGAL_FORM)


class BuyerLegalEntity(LegalEntity):
    """The buyer as the business register has it."""

    registered_name: str | None = text(
        "cbc:RegistrationName", "BT-44", w.REGISTRATION_NAME, least=1
    )
    company: Identifier | None = identifier("cbc:CompanyID", "BT-47", w.COMPANY_ID, COMPANY_SCHEME)


class PayeeLegalEntity(Group):
    """The payee as the business register has it."""

    company: Identifier | None = identifier(
        "cbc:CompanyID", "BT-61", w.COMPANY_ID, COMPANY_SCHEME, least=1
    )


class Contact(Group):
    """Who can answer questions."""

    name: str | None = text("cbc:Name", "", w.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "", w.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "", w.EMAIL)


class SellerContact(Contact):
    """Who answers at the seller."""

    name: str | None = text("cbc:Name", "BT-41", w.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "BT-42", w.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "BT-43", w.EMAIL)


class BuyerContact(Contact):
    """Who answers at the buyer."""

    name: str | None = text("cbc:Name", "BT-56", w.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "BT-57", w.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "BT-58", w.EMAIL)


class SellerParty(Group):
    """The seller as a party."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "BT-34", w.ENDPOINT, ADDRESS_SCHEME, least=1
    )
    identifications: tuple[SellerIdentification, ...] = groups(
        SellerIdentification, "cac:PartyIdentification", "", w.PARTY_IDENTIFICATION
    )
    trading_name: SellerName | None = group(SellerName, "cac:PartyName", "", w.PARTY_NAME)
    address: SellerAddress | None = group(
        SellerAddress, "cac:PostalAddress", "BG-5", w.POSTAL_ADDRESS, least=1
    )
    tax_schemes: tuple[SellerTaxScheme, ...] = groups(
        SellerTaxScheme, "cac:PartyTaxScheme", "", w.PARTY_TAX_SCHEME
    )
    legal_entity: SellerLegalEntity | None = group(
        SellerLegalEntity, "cac:PartyLegalEntity", "", w.LEGAL_ENTITY, least=1
    )
    contact: SellerContact | None = group(SellerContact, "cac:Contact", "BG-6", w.CONTACT)


class Seller(Group):
    """The one who delivers and asks for payment."""

    party: SellerParty | None = group(SellerParty, "cac:Party", "", w.PARTY, least=1)


class BuyerParty(Group):
    """The buyer as a party."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "BT-49", w.ENDPOINT, ADDRESS_SCHEME, least=1
    )
    identification: BuyerIdentification | None = group(
        BuyerIdentification, "cac:PartyIdentification", "", w.PARTY_IDENTIFICATION
    )
    trading_name: BuyerName | None = group(BuyerName, "cac:PartyName", "", w.PARTY_NAME)
    address: BuyerAddress | None = group(
        BuyerAddress, "cac:PostalAddress", "BG-8", w.POSTAL_ADDRESS, least=1
    )
    tax_scheme: BuyerTaxScheme | None = group(
        BuyerTaxScheme, "cac:PartyTaxScheme", "", w.PARTY_TAX_SCHEME
    )
    legal_entity: BuyerLegalEntity | None = group(
        BuyerLegalEntity, "cac:PartyLegalEntity", "", w.LEGAL_ENTITY, least=1
    )
    contact: BuyerContact | None = group(BuyerContact, "cac:Contact", "BG-9", w.CONTACT)


class Buyer(Group):
    """The one who buys and is to pay."""

    party: BuyerParty | None = group(BuyerParty, "cac:Party", "", w.PARTY, least=1)


class Payee(Group):
    """The one who is to have the money, when it is not the seller.

    EN 16931 allows the payee one identifier and beside it that of its bank (scheme SEPA).
    """

    identifications: tuple[PayeeIdentification, ...] = groups(
        PayeeIdentification, "cac:PartyIdentification", "", w.PARTY_IDENTIFICATION
    )
    name: PayeeName | None = group(PayeeName, "cac:PartyName", "", w.NAME, least=1)
    legal_entity: PayeeLegalEntity | None = group(
        PayeeLegalEntity, "cac:PartyLegalEntity", "", w.LEGAL_ENTITY
    )


class TaxRepresentative(Group):
    """The one who answers for the seller's VAT."""

    name: RepresentativeName | None = group(
        RepresentativeName, "cac:PartyName", "", w.NAME, least=1
    )
    address: RepresentativeAddress | None = group(
        RepresentativeAddress, "cac:PostalAddress", "BG-12", w.POSTAL_ADDRESS, least=1
    )
    tax_scheme: RepresentativeTaxScheme | None = group(
        RepresentativeTaxScheme, "cac:PartyTaxScheme", "", w.PARTY_TAX_SCHEME, least=1
    )
