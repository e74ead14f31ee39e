"""What goods are packed in: handling units, packages, and how much of which line lies in each."""

from anskaff.documents.peppol.logistics.transport import Measurement
from anskaff.documents.peppol.words import delivery
from anskaff.documents.peppol.words import logistics as w
from anskaff.documents.ubl.table import (
    Attribute,
    Group,
    amount,
    code,
    group,
    groups,
    identifier,
    indicator,
    listed_code,
    quantity,
    text,
)
from anskaff.documents.ubl.values import Amount, Code, Identifier, Quantity

ANY_UNIT = Attribute(name="unitCode", least=1)
CURRENCY = Attribute(name="currencyID", least=1, codes="ISO4217")
HANDLING = listed_code(
    "cbc:HandlingCode",
    "",
    w.HANDLING_CODE,
    Attribute(name="listID", least=1),
    codes="TRED4079 HandlingCode",
)
UNIT_NUMBER = Attribute(name="schemeID", codes="TransportHandlingUnitIDType")


class Goods(Group):
    """How much of a line lies in a unit or package."""

    line: str | None = text("cbc:ID", "", w.GOODS_ID, least=1)
    hazardous: bool | None = indicator("cbc:HazardousRiskIndicator", "", delivery.HAZARDOUS)
    declared: Amount | None = amount(
        "cbc:DeclaredStatisticsValueAmount", "", w.DECLARED_VALUE, CURRENCY
    )
    contents: Quantity | None = quantity("cbc:Quantity", "", w.GOODS_QUANTITY, ANY_UNIT, least=1)
    trace: Identifier | None = identifier(
        "cbc:TraceID", "", w.GOODS_TRACE, Attribute(name="schemeID")
    )


PACKAGE_NUMBER = text("cbc:ID", "", delivery.PACKAGE_ID)
RETURNABLE = indicator("cbc:ReturnableMaterialIndicator", "", w.RETURNABLE)
PACKAGE_TYPE = code("cbc:PackagingTypeCode", "", delivery.PACKAGE_TYPE, "UNECERec21", least=1)
MATERIAL = text("cbc:PackingMaterial", "", w.MATERIAL)
GOODS = groups(Goods, "cac:GoodsItem", "", w.GOODS)
MEASUREMENTS = groups(Measurement, "cac:MeasurementDimension", "", delivery.MEASUREMENT)


class InnermostPackage(Group):
    """A package two steps inside another."""

    key: str | None = PACKAGE_NUMBER
    returnable: bool | None = RETURNABLE
    type_code: str | None = PACKAGE_TYPE
    material: str | None = MATERIAL
    goods: tuple[Goods, ...] = GOODS
    measurements: tuple[Measurement, ...] = MEASUREMENTS


class InnerPackage(Group):
    """A package inside another."""

    key: str | None = PACKAGE_NUMBER
    returnable: bool | None = RETURNABLE
    type_code: str | None = PACKAGE_TYPE
    material: str | None = MATERIAL
    packages: tuple[InnermostPackage, ...] = groups(
        InnermostPackage, "cac:ContainedPackage", "", w.CONTAINED
    )
    goods: tuple[Goods, ...] = GOODS
    measurements: tuple[Measurement, ...] = MEASUREMENTS


class Package(Group):
    """A package in a handling unit."""

    key: Identifier | None = identifier("cbc:ID", "", delivery.PACKAGE_ID, UNIT_NUMBER)
    returnable: bool | None = RETURNABLE
    type_code: str | None = PACKAGE_TYPE
    material: str | None = MATERIAL
    packages: tuple[InnerPackage, ...] = groups(
        InnerPackage, "cac:ContainedPackage", "", w.CONTAINED
    )
    goods: tuple[Goods, ...] = GOODS
    measurements: tuple[Measurement, ...] = MEASUREMENTS


class Temperature(Group):
    """The highest or lowest temperature."""

    of: str | None = code("cbc:AttributeID", "", delivery.MEASURED, "UNCL6313-T120", least=1)
    measure: Quantity | None = quantity("cbc:Measure", "", w.TEMPERATURE, ANY_UNIT, least=1)


class Equipment(Group):
    """A container, a refrigerated trailer or other equipment."""

    key: str | None = text("cbc:ID", "", w.EQUIPMENT_ID, least=1)
    type_code: str | None = code("cbc:TransportEquipmentTypeCode", "", w.EQUIPMENT_TYPE, "UNCL8053")
    size_code: str | None = code("cbc:SizeTypeCode", "", w.EQUIPMENT_SIZE, "TRED8155")
    refrigerated: bool | None = indicator("cbc:RefrigerationOnIndicator", "", w.REFRIGERATION)
    description: str | None = text("cbc:Description", "", w.EQUIPMENT_DESCRIPTION)
    powered: bool | None = indicator("cbc:PowerIndicator", "", w.POWER)


class HandlingUnit(Group):
    """A pallet, box or other unit that is moved as one."""

    key: Identifier | None = identifier(
        "cbc:ID", "", delivery.HANDLING_UNIT_ID, UNIT_NUMBER, least=1
    )
    type_code: str | None = code(
        "cbc:TransportHandlingUnitTypeCode", "", delivery.HANDLING_UNIT_TYPE, "UNECERec21", least=1
    )
    handling: Code | None = HANDLING
    instructions: str | None = text("cbc:HandlingInstructions", "", w.HANDLING_INSTRUCTIONS)
    hazardous: bool | None = indicator("cbc:HazardousRiskIndicator", "", delivery.HAZARDOUS)
    marks: str | None = text("cbc:ShippingMarks", "", delivery.MARKS)
    equipment: tuple[Equipment, ...] = groups(Equipment, "cac:TransportEquipment", "", w.EQUIPMENT)
    measurements: tuple[Measurement, ...] = MEASUREMENTS
    coldest: Temperature | None = group(
        Temperature, "cac:MinimumTemperature", "", w.LEAST_TEMPERATURE
    )
    warmest: Temperature | None = group(
        Temperature, "cac:MaximumTemperature", "", w.MOST_TEMPERATURE
    )
    goods: tuple[Goods, ...] = GOODS
    packages: tuple[Package, ...] = groups(Package, "cac:Package", "", delivery.PACKAGE)
