"""The rules that the official ones ask of every element by its name, inside unused ones too."""

from collections.abc import Iterator

from lxml import etree

from anskaff.concepts.finding import Severity
from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.rules import (
    coded,
    conditions,
    counted,
    decimals,
    standing,
    sums,
    vat,
)
from anskaff.documents.peppol.billing.rules.hidden_groups import hidden_groups
from anskaff.documents.peppol.billing.rules.standing import BILLS
from anskaff.documents.peppol.billing.totals import AllowanceCharge, PriceAllowance
from anskaff.documents.ubl.guards import has_unknown
from anskaff.documents.ubl.reading import Reading, short_name
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.structure_faults import MISSING
from anskaff.documents.ubl.table import Group

EVERYWHERE = frozenset(
    {
        *("BR-29", "BR-45", "BR-46", "BR-47", "BR-48", "BR-49", "BR-50", "BR-51", "BR-52"),
        *("BR-54", "BR-55", "BR-57", "BR-61", "BR-CL-24", "BR-CO-09", "BR-CO-17", "BR-CO-19"),
        *("BR-DEC-19", "BR-DEC-20", "UBL-CR-665", "UBL-CR-666", "UBL-CR-673"),
        *("UBL-SR-07", "UBL-SR-25", "UBL-SR-26", "UBL-SR-28", "UBL-SR-30", "UBL-SR-31"),
        *("UBL-SR-32", "UBL-SR-33", "UBL-SR-43", "UBL-SR-51", "UBL-SR-53"),
        *(f"{family.prefix}-{number:02}" for family in vat.FAMILIES for number in (6, 7)),
    }
)
MODULES = (standing, conditions, counted, coded, decimals, sums, vat)
REASONS = {False: "UBL-SR-30", True: "UBL-SR-31"}
REASON = "cbc:AllowanceChargeReason"
PRICE = "cac:Price"
MOST_DECIMALS = 2
AMOUNT = Words(nb="Beløp", nn="Beløp", en="Amount")
FILE = Words(nb="Filnavn", nn="Filnamn", en="File name")
FILE_MEANS = Words(
    nb="Navnet på vedlegget", nn="Namnet på vedlegget", en="The name of the attachment"
)


def _asked() -> Iterator[Rule]:
    for module in MODULES:
        yield from (each for each in module.RULES if each.id in EVERYWHERE)


def _everywhere(asked: Rule) -> Rule:
    """The same rule, asked of what stands inside unused elements."""

    @rule(
        asked.id,
        *BILLS,
        says=asked.kind.text,
        cure=asked.kind.cure,
        warning=asked.kind.severity is Severity.WARNING,
        when=has_unknown,
    )
    def found(_bill: Group, reading: Reading[Group]) -> Facts | None:
        hidden = hidden_groups(reading)
        for kind in asked.on:
            for group in hidden.all(kind):
                facts = asked.find(group, reading)
                if facts is not None:
                    return facts
        return None

    return found


@rule("UBL-DT-01", *BILLS, says=decimals.SAYS, cure=decimals.CURE, when=has_unknown)
def amounts_have_two_decimals(_bill: Group, reading: Reading[Group]) -> Facts | None:
    """Every amount but prices, and what is in a price."""
    for owner, parent, element in hidden_groups(reading).elements:
        name = etree.QName(element).localname
        if not name.endswith("Amount") or name.endswith("PriceAmount"):
            continue
        if parent == "cac:AllowanceCharge" and _in_price(owner, element):
            continue
        if len((element.text or "").partition(".")[2]) > MOST_DECIMALS:
            return {"label": AMOUNT, "got": element.text or ""}
    return None


def _in_price(owner: Group, element: etree._Element) -> bool:
    """Whether an allowance is one of a price: `owner` is what holds the unused element."""
    above = [short_name(each) for each in element.iterancestors()]
    return isinstance(owner, PriceAllowance) or above[1:2] == [PRICE]


@rule("UBL-DT-07", *BILLS, says=MISSING.text, cure=MISSING.cure, when=has_unknown)
def files_have_names(_bill: Group, reading: Reading[Group]) -> Facts | None:
    """Every embedded file."""
    for _, _, element in hidden_groups(reading).elements:
        is_file = etree.QName(element).localname.endswith("BinaryObject")
        if is_file and "filename" not in element.attrib:
            return {
                "label": FILE,
                "meaning": FILE_MEANS,
                "path": f"{short_name(element)}/@filename",
            }
    return None


def _reason_of_price(official: str, is_charge: bool) -> Rule:
    """An allowance or charge in a price has one reason at most; it should have none."""

    @rule(official, PriceAllowance, says=counted.SAYS, cure=counted.CURE, when=has_unknown)
    def found(group: AllowanceCharge, reading: Reading[Group]) -> Facts | None:
        if group.is_charge is not is_charge or group.extras is None or not group.extras.unknown:
            return None
        hidden = hidden_groups(reading).elements
        count = sum(owner is group and short_name(each) == REASON for owner, _, each in hidden)
        return {"label": REASON, "count": count, "most": 1} if count > 1 else None

    return found


RULES: tuple[Rule, ...] = (
    *(_everywhere(each) for each in _asked()),
    *(_reason_of_price(official, is_charge) for is_charge, official in REASONS.items()),
    amounts_have_two_decimals,
    files_have_names,
)
