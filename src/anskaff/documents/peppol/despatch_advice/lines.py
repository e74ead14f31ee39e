"""The lines of a despatch advice: goods, numbers, properties and handling units."""

from datetime import date

from anskaff.documents.peppol.words import delivery as w
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    code,
    day,
    group,
    groups,
    identifier,
    indicator,
    listed_code,
    quantity,
    text,
    texts,
)
from anskaff.documents.ubl.values import Code, Identifier, Quantity


class LineOrder(Group):
    """The order of a line."""

    number: str | None = text("cbc:ID", "tir16-p010", w.ORDER_ID, least=1)


class LineOrderLine(Group):
    """The line of the order that the goods answer."""

    line: str | None = text("cbc:LineID", "tir16-051", w.ORDER_LINE_ID, least=1)
    sales_line: str | None = text("cbc:SalesOrderLineID", "tir16-p047", w.SALES_LINE_ID)
    order: LineOrder | None = group(LineOrder, "cac:OrderReference", "", w.ORDER)


class LineDocument(Group):
    """A document that belongs to the line."""

    number: str | None = text("cbc:ID", "tir16-p053", w.DOCUMENT_ID, least=1)
    kind: str | None = text("cbc:DocumentType", "tir16-p054", w.DOCUMENT_KIND)


class LineBuyerNumber(Group):
    """The number the buyer knows the goods by."""

    number: str | None = text("cbc:ID", "tir16-p041", w.ITEM_NUMBER, least=1)


class LineSellerNumber(Group):
    """The number the seller knows the goods by."""

    number: str | None = text("cbc:ID", "tir16-053", w.ITEM_NUMBER, least=1)
    variant: str | None = text("cbc:ExtendedID", "tir16-054", w.ITEM_EXTENDED)


class LineStandardNumber(Group):
    """The number of the goods in a common register."""

    number: Identifier | None = identifier(
        "cbc:ID",
        "tir16-055",
        w.ITEM_NUMBER,
        Attribute(name="schemeID", least=1, codes="ICD"),
        least=1,
    )
    variant: str | None = text("cbc:ExtendedID", "tir16-056", w.ITEM_EXTENDED)


class LineClassification(Group):
    """The group of goods by some scheme."""

    code: Code | None = listed_code(
        "cbc:ItemClassificationCode",
        "tir16-p048",
        w.CLASSIFICATION_CODE,
        Attribute(name="listID", least=1, codes="UNCL7143"),
        Attribute(name="listVersionID"),
        Attribute(name="name"),
    )


class LineHazard(Group):
    """A danger of the goods."""

    un_number: str | None = code("cbc:UNDGCode", "tir16-057", w.UNDG, "UNCL8273")
    hazard_class: str | None = text("cbc:HazardClassID", "tir16-058", w.HAZARD_CLASS)


class LineProperty(Group):
    """A property of the goods."""

    key: Identifier | None = identifier(
        "cbc:ID",
        "",
        w.PROPERTY_ID,
        Attribute(name="schemeDataURI"),
        Attribute(name="schemeID"),
        Attribute(name="schemeVersionID"),
    )
    name: str | None = text("cbc:Name", "tir16-p039", w.PROPERTY_NAME, least=1)
    code: Code | None = listed_code(
        "cbc:NameCode", "tir16-p042", w.PROPERTY_CODE, Attribute(name="listID", least=1)
    )
    value: str | None = text("cbc:Value", "tir16-p040", w.PROPERTY_VALUE, least=1)
    value_quantity: Quantity | None = quantity(
        "cbc:ValueQuantity",
        "tir16-p043",
        w.PROPERTY_QUANTITY,
        Attribute(name="unitCode", least=1, codes="UNECERec20"),
    )
    qualifier: str | None = text("cbc:ValueQualifier", "tir16-p044", w.PROPERTY_QUALIFIER)


class LineLot(Group):
    """The lot the specimen is from."""

    number: str | None = text("cbc:LotNumberID", "tir16-082", w.LOT_NUMBER)
    expires: date | None = day("cbc:ExpiryDate", "tir16-081", w.EXPIRES)


class LineInstanceProperty(Group):
    """A property of one specimen."""

    name: str | None = text("cbc:Name", "", w.PROPERTY_NAME, least=1)
    value: str | None = text("cbc:Value", "", w.PROPERTY_VALUE, least=1)


class LineInstance(Group):
    """One specimen of the goods."""

    trace: Identifier | None = identifier(
        "cbc:ProductTraceID",
        "tir16-p057",
        w.TRACE,
        Attribute(name="schemeID", codes="ProductTraceIDschemeIDCode"),
    )
    made: date | None = day("cbc:ManufactureDate", "tir16-079", w.MADE)
    best_before: date | None = day("cbc:BestBeforeDate", "tir16-080", w.BEST_BEFORE)
    serial: str | None = text("cbc:SerialID", "tir16-083", w.SERIAL)
    properties: tuple[LineInstanceProperty, ...] = groups(
        LineInstanceProperty, "cac:AdditionalItemProperty", "", w.PROPERTY
    )
    lot: LineLot | None = group(LineLot, "cac:LotIdentification", "", w.LOT)


class LineItem(Group):
    """The goods."""

    name: str | None = text("cbc:Name", "tir16-052", w.ITEM_NAME, least=1)
    buyer_number: LineBuyerNumber | None = group(
        LineBuyerNumber, "cac:BuyersItemIdentification", "", w.BUYER_ITEM
    )
    seller_number: LineSellerNumber | None = group(
        LineSellerNumber, "cac:SellersItemIdentification", "", w.SELLER_ITEM
    )
    standard_number: LineStandardNumber | None = group(
        LineStandardNumber, "cac:StandardItemIdentification", "", w.STANDARD_ITEM
    )
    classifications: tuple[LineClassification, ...] = groups(
        LineClassification, "cac:CommodityClassification", "", w.CLASSIFICATION
    )
    hazards: tuple[LineHazard, ...] = groups(LineHazard, "cac:HazardousItem", "", w.HAZARD)
    properties: tuple[LineProperty, ...] = groups(
        LineProperty, "cac:AdditionalItemProperty", "", w.PROPERTY
    )
    instances: tuple[LineInstance, ...] = groups(LineInstance, "cac:ItemInstance", "", w.INSTANCE)


class LineMeasurement(Group):
    """A weight or volume."""

    of: str | None = code("cbc:AttributeID", "", w.MEASURED, "UNCL6313-T16", least=1)
    measure: Quantity | None = quantity(
        "cbc:Measure",
        "tir16-p058",
        w.MEASURE,
        Attribute(name="unitCode", least=1, codes="UNECERec20"),
    )


class LinePackage(Group):
    """A package in the unit."""

    number: str | None = text("cbc:ID", "tir16-089", w.PACKAGE_ID, least=1)
    type_code: str | None = code("cbc:PackagingTypeCode", "tir16-090", w.PACKAGE_TYPE, "UNECERec21")


class LineHandlingUnit(Group):
    """A pallet, box or other unit that is moved as one."""

    number: Identifier | None = identifier(
        "cbc:ID",
        "tir16-061",
        w.HANDLING_UNIT_ID,
        Attribute(name="schemeID", codes="TransportHandlingUnitIDschemID"),
    )
    type_code: str | None = code(
        "cbc:TransportHandlingUnitTypeCode", "tir16-085", w.HANDLING_UNIT_TYPE, "UNECERec21"
    )
    hazardous: bool | None = indicator("cbc:HazardousRiskIndicator", "tir16-062", w.HAZARDOUS)
    marks: tuple[str, ...] = texts("cbc:ShippingMarks", "tir16-064", w.MARKS)
    measurements: tuple[LineMeasurement, ...] = groups(
        LineMeasurement, "cac:MeasurementDimension", "", w.MEASUREMENT
    )
    packages: tuple[LinePackage, ...] = groups(LinePackage, "cac:Package", "", w.PACKAGE)


class LineShipment(Group):
    """How the goods of the line are packed."""

    key: str | None = text("cbc:ID", "", w.SHIPMENT_ID, least=1, only="NA")
    units: tuple[LineHandlingUnit, ...] = groups(
        LineHandlingUnit, "cac:TransportHandlingUnit", "", w.HANDLING_UNIT
    )


class Line(Group):
    """One kind of goods that is sent."""

    number: str | None = text("cbc:ID", "tir16-046", w.LINE_ID, least=1)
    note: str | None = text("cbc:Note", "tir16-047", w.LINE_NOTE)
    delivered: Quantity | None = quantity(
        "cbc:DeliveredQuantity",
        "tir16-048",
        w.DELIVERED,
        Attribute(name="unitCode", least=1, codes="UNECERec20"),
        least=1,
    )
    outstanding: Quantity | None = quantity(
        "cbc:OutstandingQuantity",
        "tir16-049",
        w.OUTSTANDING,
        Attribute(name="unitCode", least=1, codes="UNECERec20"),
    )
    outstanding_reasons: tuple[str, ...] = texts(
        "cbc:OutstandingReason", "tir16-050", w.OUTSTANDING_REASON
    )
    order_line: LineOrderLine | None = group(
        LineOrderLine, "cac:OrderLineReference", "", w.ORDER_LINE, least=1
    )
    documents: tuple[LineDocument, ...] = groups(
        LineDocument, "cac:DocumentReference", "", w.DOCUMENT
    )
    item: LineItem | None = group(LineItem, "cac:Item", "", w.ITEM, least=1)
    shipment: LineShipment | None = group(LineShipment, "cac:Shipment", "", w.SHIPMENT)
