"""The cancellation of an order: its table, in the order of UBL."""

from datetime import date, time

from anskaff.documents.peppol.post_award.schemes import ENDPOINT_SCHEME, PARTY_SCHEME
from anskaff.documents.peppol.words import document, party, tax
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    binary,
    clock_time,
    code,
    day,
    group,
    groups,
    identifier,
    text,
)
from anskaff.documents.ubl.values import Binary, Identifier


class OrderReference(Group):
    """The order that this is about."""

    number: str | None = text("cbc:ID", "", document.NUMBER, least=1)


class OriginatorDocument(Group):
    """What the order comes of."""

    number: str | None = text("cbc:ID", "tir01-012", document.NUMBER, least=1)


class Link(Group):
    """Where a document can be fetched."""

    address: str | None = text("cbc:URI", "tir01-018", document.ADDRESS_ON_WEB, least=1)


class AttachedContent(Group):
    """A file, or where it is."""

    file: Binary | None = binary(
        "cbc:EmbeddedDocumentBinaryObject",
        "tir01-017",
        document.EMBEDDED,
        Attribute(name="mimeCode", least=1, codes="MimeCode"),
        Attribute(name="filename", least=1),
    )
    link: Link | None = group(Link, "cac:ExternalReference", "", document.EXTERNAL)


class AttachedDocument(Group):
    """A document that comes along."""

    number: str | None = text("cbc:ID", "tir01-154", document.NUMBER, least=1)
    kind: str | None = text("cbc:DocumentType", "tir01-016", document.DOCUMENT_KIND)
    content: AttachedContent | None = group(
        AttachedContent, "cac:Attachment", "", document.ATTACHMENT
    )


class Contract(Group):
    """The contract that is bought under."""

    number: str | None = text("cbc:ID", "tir01-019", document.NUMBER, least=1)


class BuyerIdentification(Group):
    """An identifier of the buyer."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir01-022", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class BuyerTradingName(Group):
    """The trading name of the buyer."""

    name: str | None = text("cbc:Name", "tir01-023", party.PARTY_NAME, least=1)


class BuyerAddressLine(Group):
    """One more line in the address of the buyer."""

    text: str | None = text("cbc:Line", "tir01-p003", party.ADDRESS_LINE_TEXT)


class BuyerCountry(Group):
    """The country of the buyer."""

    code: str | None = code(
        "cbc:IdentificationCode", "tir01-033", party.COUNTRY_CODE, "ISO3166", least=1
    )


class BuyerAddress(Group):
    """The postal address of the buyer."""

    street: str | None = text("cbc:StreetName", "tir01-032", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir01-027", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir01-031", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir01-024", party.POSTAL_ZONE)
    region: str | None = text("cbc:CountrySubentity", "tir01-141", party.COUNTRY_SUBDIVISION)
    line: BuyerAddressLine | None = group(
        BuyerAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: BuyerCountry | None = group(BuyerCountry, "cac:Country", "", party.COUNTRY, least=1)


class BuyerTaxScheme(Group):
    """The tax that the buyer is registered for."""

    key: str | None = text("cbc:ID", "tir01-p004", tax.TAX_SCHEME_ID, least=1)


class BuyerTaxRegistration(Group):
    """The registration for tax of the buyer."""

    tax_number: str | None = text(
        "cbc:CompanyID", "tir01-034", party.TAX_REGISTRATION_NUMBER, least=1
    )
    scheme: BuyerTaxScheme | None = group(
        BuyerTaxScheme, "cac:TaxScheme", "", tax.TAX_SCHEME, least=1
    )


class BuyerRegisteredCountry(Group):
    """The country of registration of the buyer."""

    code: str | None = code(
        "cbc:IdentificationCode", "tir01-046", party.COUNTRY_CODE, "ISO3166", least=1
    )


class BuyerRegisteredAddress(Group):
    """The registered address of the buyer."""

    city: str | None = text("cbc:CityName", "tir01-045", party.CITY)
    country: BuyerRegisteredCountry | None = group(
        BuyerRegisteredCountry, "cac:Country", "", party.COUNTRY, least=1
    )


class BuyerLegalEntity(Group):
    """The registered entity of the buyer."""

    name: str | None = text("cbc:RegistrationName", "tir01-044", party.REGISTRATION_NAME, least=1)
    organisation_number: Identifier | None = identifier(
        "cbc:CompanyID", "tir01-043", party.COMPANY_ID, PARTY_SCHEME
    )
    address: BuyerRegisteredAddress | None = group(
        BuyerRegisteredAddress, "cac:RegistrationAddress", "", party.REGISTRATION_ADDRESS
    )


class BuyerContact(Group):
    """The contact of the buyer."""

    name: str | None = text("cbc:Name", "tir01-050", party.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "tir01-047", party.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "tir01-049", party.EMAIL)


class BuyerParty(Group):
    """Who the buyer is and where."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir01-021", party.ENDPOINT, ENDPOINT_SCHEME, least=1
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
        "cbc:ID", "tir01-059", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class SellerTradingName(Group):
    """The trading name of the seller."""

    name: str | None = text("cbc:Name", "tir01-060", party.PARTY_NAME, least=1)


class SellerAddressLine(Group):
    """One more line in the address of the seller."""

    text: str | None = text("cbc:Line", "tir01-p005", party.ADDRESS_LINE_TEXT)


class SellerCountry(Group):
    """The country of the seller."""

    code: str | None = code(
        "cbc:IdentificationCode", "tir01-069", party.COUNTRY_CODE, "ISO3166", least=1
    )


class SellerAddress(Group):
    """The postal address of the seller."""

    street: str | None = text("cbc:StreetName", "tir01-063", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir01-064", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir01-065", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir01-068", party.POSTAL_ZONE)
    region: str | None = text("cbc:CountrySubentity", "tir01-142", party.COUNTRY_SUBDIVISION)
    line: SellerAddressLine | None = group(
        SellerAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: SellerCountry | None = group(SellerCountry, "cac:Country", "", party.COUNTRY, least=1)


class SellerRegisteredCountry(Group):
    """The country of registration of the seller."""

    code: str | None = code(
        "cbc:IdentificationCode", "tir01-046", party.COUNTRY_CODE, "ISO3166", least=1
    )


class SellerRegisteredAddress(Group):
    """The registered address of the seller."""

    city: str | None = text("cbc:CityName", "tir01-045", party.CITY)
    country: SellerRegisteredCountry | None = group(
        SellerRegisteredCountry, "cac:Country", "", party.COUNTRY, least=1
    )


class SellerLegalEntity(Group):
    """The registered entity of the seller."""

    name: str | None = text("cbc:RegistrationName", "tir01-044", party.REGISTRATION_NAME, least=1)
    organisation_number: Identifier | None = identifier(
        "cbc:CompanyID", "tir01-043", party.COMPANY_ID, PARTY_SCHEME
    )
    address: SellerRegisteredAddress | None = group(
        SellerRegisteredAddress, "cac:RegistrationAddress", "", party.REGISTRATION_ADDRESS
    )


class SellerContact(Group):
    """The contact of the seller."""

    name: str | None = text("cbc:Name", "tir01-074", party.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "tir01-077", party.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "tir01-076", party.EMAIL)


class SellerParty(Group):
    """Who the seller is and where."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir01-058", party.ENDPOINT, Attribute(name="schemeID", least=1), least=1
    )
    identification: SellerIdentification | None = group(
        SellerIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    trading_name: SellerTradingName | None = group(
        SellerTradingName, "cac:PartyName", "tir01-060", party.PARTY_NAME
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
        "cbc:ID", "tir01-081", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class OriginatorTradingName(Group):
    """The trading name of the originator."""

    name: str | None = text("cbc:Name", "tir01-082", party.PARTY_NAME, least=1)


class OriginatorContact(Group):
    """The contact of the originator."""

    name: str | None = text("cbc:Name", "tir01-086", party.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "tir01-083", party.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "tir01-085", party.EMAIL)


class OriginatorParty(Group):
    """Who the originator is and where."""

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


class OrderCancellation(Group):
    """An order that is withdrawn, as Peppol BIS 3 has it."""

    customization: str | None = text(
        "cbc:CustomizationID",
        "tir01-001",
        document.CUSTOMIZATION,
        only="urn:fdc:peppol.eu:poacc:trns:order_cancellation:3",
        least=1,
    )
    profile: str | None = text(
        "cbc:ProfileID",
        "tir01-002",
        document.PROFILE,
        only="urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3",
        least=1,
    )
    number: str | None = text("cbc:ID", "tir01-003", document.NUMBER, least=1)
    issued: date | None = day("cbc:IssueDate", "tir01-004", document.ISSUED, least=1)
    issued_at: time | None = clock_time("cbc:IssueTime", "tir01-005", document.ISSUED_AT)
    note: str | None = text("cbc:Note", "tir01-006", document.NOTE)
    reason: str | None = text("cbc:CancellationNote", "", document.CANCELLATION_REASON, least=1)
    order: OrderReference | None = group(
        OrderReference, "cac:OrderReference", "", document.ORDER, least=1
    )
    originator_document: OriginatorDocument | None = group(
        OriginatorDocument, "cac:OriginatorDocumentReference", "", document.ORIGINATOR_DOCUMENT
    )
    attachments: tuple[AttachedDocument, ...] = groups(
        AttachedDocument, "cac:AdditionalDocumentReference", "", document.ADDITIONAL_DOCUMENT
    )
    contract: Contract | None = group(Contract, "cac:Contract", "", document.CONTRACT)
    buyer: Buyer | None = group(Buyer, "cac:BuyerCustomerParty", "", party.BUYER, least=1)
    seller: Seller | None = group(Seller, "cac:SellerSupplierParty", "", party.SELLER, least=1)
    originator: Originator | None = group(
        Originator, "cac:OriginatorCustomerParty", "", document.ORIGINATOR
    )
