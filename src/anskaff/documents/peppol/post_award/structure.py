"""What the rule files of Peppol BIS Post-Award 3 say of the structure of a document.

All of it follows from the table: what must stand, what may not, which codes. The rules do not say
how often an element may stand; that is left to UBL, which lets more repeat than the tables do.
"""

from collections.abc import Collection

from anskaff.documents.ubl.numbering import IN_ORDER, Fault, Oddities, numbered
from anskaff.documents.ubl.structure import IGNORED, SCHEMA, Id, Official
from anskaff.documents.ubl.table import Field, Group

EMPTY = Id("PEPPOL-COMMON-R001")
SCHEMA_LOCATION = "schemaLocation"
TEXT = "text()"
IDENTIFIERS = ("ID", "URI")
ATTRIBUTES = frozenset(
    {
        "characterSetCode",
        "currencyCodeListVersionID",
        "encodingCode",
        "filename",
        "format",
        "languageID",
        "languageLocaleID",
        "listAgencyID",
        "listAgencyName",
        "listID",
        "listName",
        "listSchemeURI",
        "listURI",
        "listVersionID",
        "mimeCode",
        "name",
        "schemaLocation",
        "schemeAgencyID",
        "schemeAgencyName",
        "schemeDataURI",
        "schemeID",
        "schemeName",
        "schemeURI",
        "schemeVersionID",
        "unitCode",
        "unitCodeListAgencyID",
        "unitCodeListAgencyName",
        "unitCodeListID",
        "uri",
    }
)
"""Attributes that UBL has on some value; the rules do not speak of those the table lacks."""
REPEATING = frozenset(
    {
        "cac:AddressLine",
        "cac:ClassifiedTaxCategory",
        "cac:Consignment",
        "cac:Contract",
        "cac:DeliveryTerms",
        "cac:DocumentReference",
        "cac:DocumentResponse",
        "cac:ManufacturersItemIdentification",
        "cac:OrderDocumentReference",
        "cac:OrderLineReference",
        "cac:PartyIdentification",
        "cac:PartyLegalEntity",
        "cac:PartyName",
        "cac:PartyTaxScheme",
        "cac:PaymentTerms",
        "cac:Person",
        "cac:ProjectReference",
        "cac:ShipmentStage",
        "cac:Status",
        "cac:TaxTotal",
        "cac:TransportHandlingUnit",
        "cac:ValidityPeriod",
        "cbc:AllowanceChargeReason",
        "cbc:CancellationNote",
        "cbc:Description",
        "cbc:Information",
        "cbc:Note",
        "cbc:ShippingMarks",
        "cbc:SpecialTerms",
        "cbc:StatusReason",
        "cbc:ValueQualifier",
    }
)
"""What UBL lets repeat wherever a table lets it stand once."""
REPEATING_IN = frozenset(
    {
        ("", "cac:Delivery"),
        ("", "cac:OrderReference"),
        ("cac:AllowanceCharge", "cac:TaxCategory"),
        ("cac:DespatchLine", "cac:Shipment"),
        ("cac:LineItem", "cac:Delivery"),
        ("cac:LineResponse", "cac:Response"),
        ("cac:Price", "cac:AllowanceCharge"),
    }
)
"""What UBL lets repeat in one place and not in another: the parent ("" for the root) and it."""


def official(
    root: type[Group],
    prefix: str,
    *,
    without: Collection[str] = (),
    repeating: Collection[tuple[str, str]] = (),
    once: Collection[tuple[str, str]] = (),
    oddities: Oddities = IN_ORDER,
) -> Official:
    """The structure of a document by its table, under the ids that begin with the prefix.

    `without` are numbers that the publisher skips; `repeating` is as `REPEATING_IN`, for a document
    in another version of UBL, and `once` what does not repeat in it. `oddities` are those of the
    numbers.
    """
    ids = {
        (each.fault, each.path, each.attribute): Id(each.rule)
        for each in numbered(root, prefix, oddities)
        if each.rule not in without
    }
    several = REPEATING_IN | set(repeating)

    def unknown(group: Group, name: str) -> Id | None:
        if name == TEXT or any(row.tag == name and not row.barred for row in group.fields):
            return SCHEMA
        return ids.get((Fault.UNKNOWN, path_of(group), ""), SCHEMA)

    def stray(group: Group, row: Field | None, name: str) -> Id | None:
        if name == SCHEMA_LOCATION and row is None and group.parent is None:
            return ids[Fault.SCHEMA_LOCATION, "", ""]
        return IGNORED if row is not None and _has_in_ubl(row, name) else SCHEMA

    def repeated(group: Group, row: Field) -> Id | None:
        place = group.position[1]
        parent = place.tag if place is not None else ""
        repeats = row.tag in REPEATING or (parent, row.tag) in several
        return IGNORED if repeats and (parent, row.tag) not in once else SCHEMA

    return Official(
        missing=lambda group, row, attribute: ids.get(
            (Fault.MISSING, path_of(group, row), attribute), SCHEMA
        ),
        unknown=unknown,
        stray=stray,
        code=lambda group, row, attribute: (
            ids.get((Fault.NOT_IN_LIST, path_of(group, row), attribute))
            or ids.get((Fault.NOT_ALLOWED, path_of(group, row), attribute))
        ),
        only=lambda group, row: ids.get((Fault.NOT_ALLOWED, path_of(group, row), "")),
        empty=lambda _group, _row: EMPTY,
        repeated=repeated,
        exact_attributes=True,
    )


def _has_in_ubl(row: Field, attribute: str) -> bool:
    """Whether UBL has the attribute there: identifiers have a scheme and no language.

    What type an element of UBL is of shows in the end of its name.
    """
    is_identifier = row.tag.endswith(IDENTIFIERS)
    if attribute.startswith("scheme"):
        return is_identifier and attribute in ATTRIBUTES
    return attribute in ATTRIBUTES and not (is_identifier and attribute.startswith("language"))


def path_of(group: Group, row: Field | None = None) -> str:
    """The path from the root without counting, such as `cac:OrderLine/cac:LineItem/cbc:ID`."""
    steps = [row.tag] if row is not None else []
    parent, place, _ = group.position
    while parent is not None and place is not None:
        steps.append(place.tag)
        parent, place, _ = parent.position
    return "/".join(reversed(steps))
