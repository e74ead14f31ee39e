"""What items have in common in a catalogue (T19) and in a punch-out cart (T77)."""

from anskaff.documents.peppol.post_award.schemes import ITEM_SCHEME, UNIT
from anskaff.documents.peppol.words import delivery as goods
from anskaff.documents.peppol.words import document, item, party, tax
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    binary,
    group,
    identifier,
    listed_code,
    text,
)
from anskaff.documents.ubl.table import code as code_of
from anskaff.documents.ubl.table import quantity as quantity_of
from anskaff.documents.ubl.values import Binary, Code, Identifier, Quantity


class BuyerItemNumber(Group):
    """The number that the buyer knows the item by."""

    number: str | None = text("cbc:ID", "tir19-p040, tir77-p002", goods.ITEM_NUMBER, least=1)


class SellerItemNumber(Group):
    """The number that the seller knows the item by."""

    number: str | None = text("cbc:ID", "tir19-091, tir77-022", goods.ITEM_NUMBER, least=1)


class ManufacturerItemNumber(Group):
    """The number that the manufacturer knows the item by."""

    number: str | None = text("cbc:ID", "tir19-114, tir77-024", goods.ITEM_NUMBER, least=1)


class StandardItemNumber(Group):
    """The number of the item in a common register."""

    number: Identifier | None = identifier(
        "cbc:ID", "tir19-092, tir77-023", goods.ITEM_NUMBER, ITEM_SCHEME, least=1
    )


class SpecificationLink(Group):
    """Where the file can be fetched."""

    address: str | None = text("cbc:URI", "tir19-086, tir77-p003", document.ADDRESS_ON_WEB, least=1)


class SpecificationFile(Group):
    """The file, in the document or elsewhere."""

    embedded: Binary | None = binary(
        "cbc:EmbeddedDocumentBinaryObject",
        "tir19-107, tir77-038, OP-T77-006",
        document.EMBEDDED,
        Attribute(name="mimeCode", least=1, codes="MimeCode"),
        Attribute(name="filename", least=1),
    )
    file: SpecificationLink | None = group(
        SpecificationLink, "cac:ExternalReference", "", document.EXTERNAL
    )


class Classification(Group):
    """Where the item belongs in some scheme."""

    code: Code | None = listed_code(
        "cbc:ItemClassificationCode",
        "tir19-069, tir77-028",
        goods.CLASSIFICATION_CODE,
        Attribute(name="listID", least=1, codes="UNCL7143"),
        Attribute(name="listVersionID"),
        Attribute(name="name"),
        least=1,
    )


class TaxScheme(Group):
    """The tax on the item."""

    key: str | None = text("cbc:ID", "tir19-p048, tir77-p004", tax.TAX_SCHEME_ID, least=1)


class Property(Group):
    """A property of the item."""

    key: Identifier | None = identifier(
        "cbc:ID",
        "",
        goods.PROPERTY_ID,
        Attribute(name="schemeDataURI"),
        Attribute(name="schemeID"),
        Attribute(name="schemeVersionID"),
    )
    name: str | None = text(
        "cbc:Name", "tir19-076, tir77-018, tir77-026, tir77-043", goods.PROPERTY_NAME, least=1
    )
    name_code: Code | None = listed_code(
        "cbc:NameCode",
        "tir19-p039, tir77-040",
        goods.PROPERTY_CODE,
        Attribute(name="listID", least=1),
    )
    value: str | None = text("cbc:Value", "tir19-077, tir77-042", goods.PROPERTY_VALUE, least=1)
    quantity: Quantity | None = quantity_of(
        "cbc:ValueQuantity", "tir19-070, tir77-041", goods.PROPERTY_QUANTITY, UNIT
    )
    qualifier: str | None = text(
        "cbc:ValueQualifier", "tir19-103, tir77-p001", goods.PROPERTY_QUALIFIER
    )


class ManufacturerName(Group):
    """The name of the one who makes the item."""

    name: str | None = text("cbc:Name", "tir19-075, tir77-025", item.MANUFACTURER, least=1)


class Manufacturer(Group):
    """The one who makes the item."""

    party_name: ManufacturerName | None = group(
        ManufacturerName, "cac:PartyName", "", party.NAME, least=1
    )


class LabelIssuerName(Group):
    """The name of the one who gives the label."""

    name: str | None = text("cbc:Name", "tir77-030", item.LABEL_ISSUER, least=1)


class LabelIssuer(Group):
    """The one who gives the label."""

    party_name: LabelIssuerName | None = group(
        LabelIssuerName, "cac:PartyName", "", party.NAME, least=1
    )


class LabelDocument(Group):
    """Where the label is described."""

    number: str | None = text(
        "cbc:ID", "tir19-090, tir77-p005", item.LABEL_DOCUMENT_NUMBER, least=1
    )


class TerritoryAddressLine(Group):
    """The third line of the place."""

    line: str | None = text("cbc:Line", "OP-T77-009", party.ADDRESS_LINE_TEXT)


class TerritoryCountry(Group):
    """The country of the place."""

    code: str | None = code_of(
        "cbc:IdentificationCode",
        "tir19-063, tir19-113, tir01-033",
        party.COUNTRY_CODE,
        "ISO3166",
        least=1,
    )


class Territory(Group):
    """The place that the price is for."""

    street: str | None = text("cbc:StreetName", "tir19-108, OP-T77-007", party.STREET)
    additional_street: str | None = text(
        "cbc:AdditionalStreetName", "tir19-109, OP-T77-008", party.ADDITIONAL_STREET
    )
    city: str | None = text("cbc:CityName", "tir19-060, tir19-110, OP-T77-010", party.CITY)
    postal_zone: str | None = text("cbc:PostalZone", "tir19-111, OP-T77-011", party.POSTAL_ZONE)
    subdivision: str | None = text(
        "cbc:CountrySubentity", "tir19-062, tir19-112, OP-T77-012", party.COUNTRY_SUBDIVISION
    )
    third_line: TerritoryAddressLine | None = group(
        TerritoryAddressLine, "cac:AddressLine", "", party.ADDRESS_LINE
    )
    country: TerritoryCountry | None = group(TerritoryCountry, "cac:Country", "", party.COUNTRY)
