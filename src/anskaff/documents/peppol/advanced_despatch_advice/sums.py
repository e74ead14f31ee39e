"""The rules on what a shipment adds up to: units, weight, volume, value and lines.

The official rules reckon with binary numbers of double precision, so 0.1 and 0.2 do not make 0.3
there; these rules answer as they do.
"""

from collections.abc import Callable, Iterator
from functools import reduce
from operator import add, ge

from anskaff.concepts.words import Words
from anskaff.documents.peppol.despatch_advice.shipment import Shipment
from anskaff.documents.peppol.logistics.units import Goods
from anskaff.documents.peppol.post_award.anywhere import standing
from anskaff.documents.peppol.post_award.pattern_rules import where
from anskaff.documents.peppol.post_award.patterns import (
    attributes_below,
    below,
    matching,
)
from anskaff.documents.ubl import values
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.rules import Facts, Sweep, sweep
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import normalized

UNIT = "cac:TransportHandlingUnit"
COUNT = "cbc:TotalTransportHandlingUnitQuantity"
DECLARED = "cbc:DeclaredStatisticsValueAmount"
GOODS = "cac:GoodsItem"
GROSS_WEIGHT = "AAB"
GROSS_VOLUME = "AAW"
AROUND_GOODS = (UNIT, "cac:Package", "cac:ContainedPackage")


def _number(text: str) -> float | None:
    found = values.decimal(text)
    return None if found is None else float(found)


def _sum(numbers: list[float]) -> float:
    """One after the other, as they stand."""
    return reduce(add, numbers, 0.0)


def _is_negative(shipment: Group) -> bool:
    """What is no number is not zero or more either."""
    counts = [_number(each) for each in below(shipment, COUNT)]
    return any(each is None or each < 0 for each in counts)


def _is_another_count(shipment: Group) -> bool:
    counts = [_number(each) for each in below(shipment, COUNT)]
    units = sum(1 for _ in below(shipment, UNIT))
    return any(each is None or (each >= 0 and each != units) for each in counts)


def _measures(shipment: Group, of: str) -> Iterator[tuple[str, str | None]]:
    """The number and the unit of each measure of a kind on the handling units."""
    for unit in _children(shipment, UNIT):
        for dimension in _children(unit, "cac:MeasurementDimension"):
            kinds = [normalized(each) for each in below(dimension, "cbc:AttributeID")]
            if kinds == [of]:
                units = attributes_below(dimension, "cbc:Measure", "unitCode")
                for text in below(dimension, "cbc:Measure"):
                    yield text, next(units, None)


def _children(group: Group, tag: str) -> Iterator[Group]:
    for row in group.fields:
        if row.tag == tag:
            yield from group.children(row)


def _differs(tag: str, of: str, holds: Callable[[float, float], bool]) -> Callable[[Group], bool]:
    """Whether a total is not as it should be beside the measures, when all are in one unit."""

    def broken(shipment: Group) -> bool:
        measures = [*_measures(shipment, of)]
        totals = [*below(shipment, tag)]
        if not measures or not totals:
            return False
        unit = next(attributes_below(shipment, tag, "unitCode"), None)
        if unit is not None and any(each != unit for _, each in measures if each is not None):
            return False
        numbers = [_number(each) for each, _ in measures]
        readable = [each for each in numbers if each is not None]
        if len(readable) < len(numbers):
            return False
        total = _number(totals[0])
        return total is None or not holds(total, _sum(readable))

    return broken


def _equal(one: float, other: float) -> bool:
    return one == other


@sweep(
    "PEPPOL-T120-R021",
    says=Words(
        nb="Verdien for statistikk er {got} for forsendelsen, men {expected} for godset i alt.",
        nn="Verdien for statistikk er {got} for forsendinga, men {expected} for godset i alt.",
        en="The value for statistics is {got} for the shipment but {expected} for all goods.",
    ),
    cure=Words(
        nb="Rett beløpene så de stemmer.",
        nn="Rett beløpa så dei stemmer.",
        en="Correct the amounts so that they agree.",
    ),
    warning=True,
)
def declared_value_is_that_of_the_goods(
    reading: Reading[Group],
) -> Iterator[tuple[Spot, Facts]]:
    """The value for statistics is the sum over all goods, wherever they are packed."""
    within = [each for each in standing(reading, {DECLARED}) if each.within == GOODS]
    parts = [_number(each.text) for each in within]
    readable = [each for each in parts if each is not None]
    if not parts or len(readable) < len(parts):
        return
    total = _sum(readable)
    for spot, shipment in matching(reading, "cac:Shipment", Shipment):
        for got in below(shipment, DECLARED):
            if _number(got) != total:
                yield spot, {"got": got, "expected": f"{total:g}"}


@sweep(
    "PEPPOL-T120-R020",
    says=Words(
        nb="Godset hører til linje «{got}», som ikke finnes.",
        nn="Godset høyrer til linje «{got}», som ikkje finst.",
        en="The goods belong to line “{got}”, which is not there.",
    ),
    cure=Words(
        nb="Skriv nummeret på en linje i pakkseddelen.",
        nn="Skriv nummeret på ei linje i pakksetelen.",
        en="Write the number of a line of the despatch advice.",
    ),
)
def goods_belong_to_a_line(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
    """What is packed is on a line."""
    root = reading.root
    lines = {
        normalized("".join(below(line, "cbc:ID"))) for line in _children(root, "cac:DespatchLine")
    }
    for around in AROUND_GOODS:
        for spot, goods in matching(reading, f"{around}/{GOODS}", Goods):
            line = normalized("".join(below(goods, "cbc:ID")))
            if line not in lines:
                yield spot, {"got": line}


SUMS: tuple[Sweep, ...] = (
    where(
        "PEPPOL-T120-R016",
        "cac:Shipment",
        Shipment,
        _is_negative,
        says=Words(
            nb="Antall kolli er ikke et tall fra 0 og opp.",
            nn="Talet på kolli er ikkje eit tal frå 0 og opp.",
            en="The number of handling units is not a number from 0 up.",
        ),
        cure=Words(nb="Rett antallet.", nn="Rett talet.", en="Correct the number."),
        warning=True,
    ),
    where(
        "PEPPOL-T120-R017",
        "cac:Shipment",
        Shipment,
        _is_another_count,
        says=Words(
            nb="Antall kolli er et annet enn de kolli som er ført opp.",
            nn="Talet på kolli er eit anna enn dei kolli som er førte opp.",
            en="The number of handling units is not that of the units listed.",
        ),
        cure=Words(
            nb="Rett antallet, eller før opp alle kolli.",
            nn="Rett talet, eller før opp alle kolli.",
            en="Correct the number, or list all units.",
        ),
        warning=True,
    ),
    where(
        "PEPPOL-T120-R018",
        "cac:Shipment",
        Shipment,
        _differs("cbc:GrossWeightMeasure", GROSS_WEIGHT, _equal),
        says=Words(
            nb="Bruttovekten er ikke summen av vekten på hvert kolli.",
            nn="Bruttovekta er ikkje summen av vekta på kvart kolli.",
            en="The gross weight is not the sum of the weights of the units.",
        ),
        cure=Words(nb="Rett vektene.", nn="Rett vektene.", en="Correct the weights."),
        warning=True,
    ),
    where(
        "PEPPOL-T120-R019",
        "cac:Shipment",
        Shipment,
        _differs("cbc:GrossVolumeMeasure", GROSS_VOLUME, ge),
        says=Words(
            nb="Bruttovolumet er mindre enn volumet av alle kolli.",
            nn="Bruttovolumet er mindre enn volumet av alle kolli.",
            en="The gross volume is less than that of all units.",
        ),
        cure=Words(nb="Rett volumene.", nn="Rett voluma.", en="Correct the volumes."),
        warning=True,
    ),
    goods_belong_to_a_line,
    declared_value_is_that_of_the_goods,
)
