"""The parties of an agreed order."""

from anskaff.documents.peppol.post_award.schemes import ENDPOINT_SCHEME, PARTY_SCHEME
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import party
from anskaff.documents.ubl.table import Group, group, identifier, text
from anskaff.documents.ubl.table import code as code_of
from anskaff.documents.ubl.table import text as text_of
from anskaff.documents.ubl.values import Identifier


class SellerIdentification(Group):
    """An identifier of the seller."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir110-014", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class SellerAddressLine(Group):
    """One more line in the address of the seller."""

    text: str | None = text_of("cbc:Line", "", party.ADDRESS_LINE_TEXT)


class SellerCountry(Group):
    """The country of the seller."""

    code: str | None = code_of(
        "cbc:IdentificationCode", "tir110-062", party.COUNTRY_CODE, "ISO3166", least=1
    )


class SellerAddress(Group):
    """The address of the seller."""

    street: str | None = text("cbc:StreetName", "tir110-057", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir110-058", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir110-059", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir110-060", party.POSTAL_ZONE)
    region: str | None = text("cbc:CountrySubentity", "tir110-061", party.COUNTRY_SUBDIVISION)
    line: SellerAddressLine | None = group(
        SellerAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: SellerCountry | None = group(SellerCountry, "cac:Country", "", party.COUNTRY, least=1)


class SellerLegalEntity(Group):
    """The registered entity of the seller."""

    name: str | None = text("cbc:RegistrationName", "tir110-013", party.REGISTRATION_NAME, least=1)
    organisation_number: Identifier | None = identifier(
        "cbc:CompanyID", "tir110-p010", party.COMPANY_ID, PARTY_SCHEME
    )


class SellerContact(Group):
    """The contact of the seller."""

    name: str | None = text("cbc:Name", "tir110-016", party.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "tir110-018", party.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "tir110-019", party.EMAIL)


class SellerParty(Group):
    """Who the seller is, and where."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir110-015", party.ENDPOINT, ENDPOINT_SCHEME, least=1
    )
    identification: SellerIdentification | None = group(
        SellerIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    address: SellerAddress | None = group(
        SellerAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS
    )
    legal_entity: SellerLegalEntity | None = group(
        SellerLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY, least=1
    )
    contact: SellerContact | None = group(SellerContact, "cac:Contact", "", party.CONTACT)


class Seller(Group):
    """The one who delivers."""

    party: SellerParty | None = group(SellerParty, "cac:Party", "", party.PARTY, least=1)


class BuyerIdentification(Group):
    """An identifier of the buyer."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir110-011", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class BuyerAddressLine(Group):
    """One more line in the address of the buyer."""

    text: str | None = text_of("cbc:Line", "", party.ADDRESS_LINE_TEXT)


class BuyerCountry(Group):
    """The country of the buyer."""

    code: str | None = code_of(
        "cbc:IdentificationCode", "tir110-056", party.COUNTRY_CODE, "ISO3166", least=1
    )


class BuyerAddress(Group):
    """The address of the buyer."""

    street: str | None = text("cbc:StreetName", "tir110-051", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir110-052", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir110-053", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir110-054", party.POSTAL_ZONE)
    region: str | None = text("cbc:CountrySubentity", "tir110-055", party.COUNTRY_SUBDIVISION)
    line: BuyerAddressLine | None = group(
        BuyerAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: BuyerCountry | None = group(BuyerCountry, "cac:Country", "", party.COUNTRY, least=1)


class BuyerLegalEntity(Group):
    """The registered entity of the buyer."""

    name: str | None = text("cbc:RegistrationName", "tir110-010", party.REGISTRATION_NAME, least=1)
    organisation_number: Identifier | None = identifier(
        "cbc:CompanyID", "tir110-p009", party.COMPANY_ID, PARTY_SCHEME
    )


class BuyerParty(Group):
    """Who the buyer is, and where."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir110-012", party.ENDPOINT, ENDPOINT_SCHEME, least=1
    )
    identification: BuyerIdentification | None = group(
        BuyerIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    address: BuyerAddress | None = group(
        BuyerAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS
    )
    legal_entity: BuyerLegalEntity | None = group(
        BuyerLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY, least=1
    )


class BuyerDeliveryContact(Group):
    """Whom to ask about the delivery."""

    name: str | None = text("cbc:Name", "tir110-078", party.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "tir110-080", party.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "tir110-081", party.EMAIL)


class Buyer(Group):
    """The one who buys."""

    party: BuyerParty | None = group(BuyerParty, "cac:Party", "", party.PARTY, least=1)
    delivery_contact: BuyerDeliveryContact | None = group(
        BuyerDeliveryContact, "cac:DeliveryContact", "", goods.DELIVERY_CONTACT
    )


class OriginatorIdentification(Group):
    """An identifier of the originator."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir110-065", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class OriginatorTradingName(Group):
    """The trading name of the originator."""

    name: str | None = text("cbc:Name", "tir110-066", party.PARTY_NAME, least=1)


class OriginatorParty(Group):
    """Who the originator is, and where."""

    identification: OriginatorIdentification | None = group(
        OriginatorIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    trading_name: OriginatorTradingName | None = group(
        OriginatorTradingName, "cac:PartyName", "", party.PARTY_NAME
    )


class Originator(Group):
    """The one who asked for the order."""

    party: OriginatorParty | None = group(OriginatorParty, "cac:Party", "", party.PARTY)


class InvoiceeIdentification(Group):
    """An identifier of the invoicee."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir110-064", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class InvoiceeTradingName(Group):
    """The trading name of the invoicee."""

    name: str | None = text("cbc:Name", "tir110-063", party.PARTY_NAME, least=1)


class InvoiceeParty(Group):
    """Who the invoicee is, and where."""

    identification: InvoiceeIdentification | None = group(
        InvoiceeIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    trading_name: InvoiceeTradingName | None = group(
        InvoiceeTradingName, "cac:PartyName", "", party.PARTY_NAME
    )


class Invoicee(Group):
    """The one who gets the invoice."""

    party: InvoiceeParty | None = group(InvoiceeParty, "cac:Party", "", party.PARTY)
