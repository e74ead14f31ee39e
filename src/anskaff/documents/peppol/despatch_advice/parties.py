"""The parties of a despatch advice, with addresses and contacts."""

from anskaff.documents.peppol.post_award.schemes import ENDPOINT_SCHEME, PARTY_SCHEME
from anskaff.documents.peppol.words import delivery as w
from anskaff.documents.peppol.words import party
from anskaff.documents.ubl.table import Group, code, group, identifier, text
from anskaff.documents.ubl.values import Identifier


class DespatcherIdentification(Group):
    """An identifier of the one who sends the goods."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir16-p001", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class DespatcherAddressLine(Group):
    """The third line of the address of the one who sends the goods."""

    line: str | None = text("cbc:Line", "tir16-p017", party.ADDRESS_LINE_TEXT)


class DespatcherCountry(Group):
    """The country of the one who sends the goods."""

    code: str | None = code(
        "cbc:IdentificationCode", "tir16-p045", party.COUNTRY_CODE, "ISO3166", least=1
    )


class DespatcherAddress(Group):
    """The address of the one who sends the goods."""

    street: str | None = text("cbc:StreetName", "tir16-p012", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir16-p013", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir16-p014", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir16-p015", party.POSTAL_ZONE)
    subdivision: str | None = text("cbc:CountrySubentity", "tir16-p016", party.COUNTRY_SUBDIVISION)
    third_line: DespatcherAddressLine | None = group(
        DespatcherAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: DespatcherCountry | None = group(
        DespatcherCountry, "cac:Country", "", party.COUNTRY, least=1
    )


class DespatcherLegalEntity(Group):
    """The registered name of the one who sends the goods."""

    name: str | None = text("cbc:RegistrationName", "tir16-007", party.REGISTRATION_NAME, least=1)


class DespatcherContact(Group):
    """Whom to ask at the one who sends the goods."""

    name: str | None = text("cbc:Name", "tir16-008", party.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "tir16-012", party.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "tir16-013", party.EMAIL)


class DespatcherParty(Group):
    """Who is the one who sends the goods."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir16-071", party.ENDPOINT, ENDPOINT_SCHEME, least=1
    )
    identification: DespatcherIdentification | None = group(
        DespatcherIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    address: DespatcherAddress | None = group(
        DespatcherAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS
    )
    legal_entity: DespatcherLegalEntity | None = group(
        DespatcherLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY, least=1
    )
    contact: DespatcherContact | None = group(DespatcherContact, "cac:Contact", "", party.CONTACT)


class Despatcher(Group):
    """The one who sends the goods."""

    party: DespatcherParty | None = group(DespatcherParty, "cac:Party", "", party.PARTY, least=1)


class ConsigneeIdentification(Group):
    """An identifier of the one the goods are sent to."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir16-015", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class ConsigneeAddressLine(Group):
    """The third line of the address of the one the goods are sent to."""

    line: str | None = text("cbc:Line", "tir16-p011", party.ADDRESS_LINE_TEXT)


class ConsigneeCountry(Group):
    """The country of the one the goods are sent to."""

    code: str | None = code(
        "cbc:IdentificationCode", "tir16-023", party.COUNTRY_CODE, "ISO3166", least=1
    )


class ConsigneeAddress(Group):
    """The address of the one the goods are sent to."""

    street: str | None = text("cbc:StreetName", "tir16-018", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir16-019", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir16-020", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir16-021", party.POSTAL_ZONE)
    subdivision: str | None = text("cbc:CountrySubentity", "tir16-022", party.COUNTRY_SUBDIVISION)
    third_line: ConsigneeAddressLine | None = group(
        ConsigneeAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: ConsigneeCountry | None = group(
        ConsigneeCountry, "cac:Country", "", party.COUNTRY, least=1
    )


class ConsigneeLegalEntity(Group):
    """The registered name of the one the goods are sent to."""

    name: str | None = text("cbc:RegistrationName", "tir16-014", party.REGISTRATION_NAME, least=1)


class ConsigneeParty(Group):
    """Who is the one the goods are sent to."""

    endpoint: Identifier | None = identifier(
        "cbc:EndpointID", "tir16-016", party.ENDPOINT, ENDPOINT_SCHEME, least=1
    )
    identification: ConsigneeIdentification | None = group(
        ConsigneeIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    address: ConsigneeAddress | None = group(
        ConsigneeAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS
    )
    legal_entity: ConsigneeLegalEntity | None = group(
        ConsigneeLegalEntity, "cac:PartyLegalEntity", "", party.LEGAL_ENTITY, least=1
    )


class ConsigneeContact(Group):
    """Whom to ask at the one the goods are sent to."""

    name: str | None = text("cbc:Name", "tir16-024", party.CONTACT_NAME)
    telephone: str | None = text("cbc:Telephone", "tir16-027", party.TELEPHONE)
    email: str | None = text("cbc:ElectronicMail", "tir16-028", party.EMAIL)


class Consignee(Group):
    """The one the goods are sent to."""

    party: ConsigneeParty | None = group(ConsigneeParty, "cac:Party", "", party.PARTY, least=1)
    contact: ConsigneeContact | None = group(
        ConsigneeContact, "cac:DeliveryContact", "", w.DELIVERY_CONTACT
    )


class BuyerIdentification(Group):
    """An identifier of the buyer."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir16-030", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class BuyerName(Group):
    """The name of the buyer."""

    name: str | None = text("cbc:Name", "tir16-029", party.NAME, least=1)


class BuyerAddressLine(Group):
    """The third line of the address of the buyer."""

    line: str | None = text("cbc:Line", "tir16-p030", party.ADDRESS_LINE_TEXT)


class BuyerCountry(Group):
    """The country of the buyer."""

    code: str | None = code(
        "cbc:IdentificationCode", "tir16-p031", party.COUNTRY_CODE, "ISO3166", least=1
    )


class BuyerAddress(Group):
    """The address of the buyer."""

    street: str | None = text("cbc:StreetName", "tir16-p025", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir16-p026", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir16-p027", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir16-p028", party.POSTAL_ZONE)
    subdivision: str | None = text("cbc:CountrySubentity", "tir16-p029", party.COUNTRY_SUBDIVISION)
    third_line: BuyerAddressLine | None = group(
        BuyerAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: BuyerCountry | None = group(BuyerCountry, "cac:Country", "", party.COUNTRY, least=1)


class BuyerParty(Group):
    """Who is the buyer."""

    identification: BuyerIdentification | None = group(
        BuyerIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    party_name: BuyerName | None = group(BuyerName, "cac:PartyName", "", party.PARTY_NAME)
    address: BuyerAddress | None = group(
        BuyerAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS
    )


class Buyer(Group):
    """The buyer."""

    party: BuyerParty | None = group(BuyerParty, "cac:Party", "", party.PARTY, least=1)


class SellerIdentification(Group):
    """An identifier of the seller."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir16-066", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class SellerName(Group):
    """The name of the seller."""

    name: str | None = text("cbc:Name", "tir16-065", party.NAME, least=1)


class SellerAddressLine(Group):
    """The third line of the address of the seller."""

    line: str | None = text("cbc:Line", "tir16-p023", party.ADDRESS_LINE_TEXT)


class SellerCountry(Group):
    """The country of the seller."""

    code: str | None = code(
        "cbc:IdentificationCode", "tir16-p024", party.COUNTRY_CODE, "ISO3166", least=1
    )


class SellerAddress(Group):
    """The address of the seller."""

    street: str | None = text("cbc:StreetName", "tir16-p018", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir16-p019", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir16-p020", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir16-p021", party.POSTAL_ZONE)
    subdivision: str | None = text("cbc:CountrySubentity", "tir16-p022", party.COUNTRY_SUBDIVISION)
    third_line: SellerAddressLine | None = group(
        SellerAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: SellerCountry | None = group(SellerCountry, "cac:Country", "", party.COUNTRY, least=1)


class SellerParty(Group):
    """Who is the seller."""

    identification: SellerIdentification | None = group(
        SellerIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    party_name: SellerName | None = group(SellerName, "cac:PartyName", "", party.PARTY_NAME)
    address: SellerAddress | None = group(
        SellerAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS
    )


class Seller(Group):
    """The seller."""

    party: SellerParty | None = group(SellerParty, "cac:Party", "", party.PARTY, least=1)


class OriginatorIdentification(Group):
    """An identifier of the one who asked for the goods."""

    key: Identifier | None = identifier(
        "cbc:ID", "tir16-032", party.IDENTIFIER, PARTY_SCHEME, least=1
    )


class OriginatorName(Group):
    """The name of the one who asked for the goods."""

    name: str | None = text("cbc:Name", "tir16-031", party.NAME, least=1)


class OriginatorAddressLine(Group):
    """The third line of the address of the one who asked for the goods."""

    line: str | None = text("cbc:Line", "tir16-p037", party.ADDRESS_LINE_TEXT)


class OriginatorCountry(Group):
    """The country of the one who asked for the goods."""

    code: str | None = code(
        "cbc:IdentificationCode", "tir16-p038", party.COUNTRY_CODE, "ISO3166", least=1
    )


class OriginatorAddress(Group):
    """The address of the one who asked for the goods."""

    street: str | None = text("cbc:StreetName", "tir16-p032", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir16-p033", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir16-p034", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir16-p035", party.POSTAL_ZONE)
    subdivision: str | None = text("cbc:CountrySubentity", "tir16-p036", party.COUNTRY_SUBDIVISION)
    third_line: OriginatorAddressLine | None = group(
        OriginatorAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: OriginatorCountry | None = group(
        OriginatorCountry, "cac:Country", "", party.COUNTRY, least=1
    )


class OriginatorParty(Group):
    """Who is the one who asked for the goods."""

    identification: OriginatorIdentification | None = group(
        OriginatorIdentification, "cac:PartyIdentification", "", party.PARTY_IDENTIFICATION
    )
    party_name: OriginatorName | None = group(OriginatorName, "cac:PartyName", "", party.PARTY_NAME)
    address: OriginatorAddress | None = group(
        OriginatorAddress, "cac:PostalAddress", "", party.POSTAL_ADDRESS
    )


class Originator(Group):
    """The one who asked for the goods."""

    party: OriginatorParty | None = group(OriginatorParty, "cac:Party", "", party.PARTY, least=1)
