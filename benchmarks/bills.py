"""Invoices of any length for the benchmarks, from the lines of an official example.

The lines of the example are repeated; each gets a number, a name and a quantity of its own, and all
sums follow, so that the invoice is valid. Nothing is copied: the example is read when asked for.
"""

from collections import Counter
from copy import deepcopy
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from random import Random

from lxml import etree

from anskaff.documents import xml
from anskaff.documents.ubl.document import LIMITS
from anskaff.documents.ubl.reading import Element
from anskaff.documents.ubl.table import CAC, CBC

STANDARDS = Path(__file__).parents[2] / "shared" / "standards"
EXAMPLES = STANDARDS / "peppol-billing-3.0.21/examples/billing"
USUAL = "Allowance-example.xml"
NAMES = {"cbc": CBC, "cac": CAC}
CENT = Decimal("0.01")
MAY_LACK = (
    "cbc:AccountingCost",
    "cbc:AdditionalStreetName",
    "cbc:CompanyLegalForm",
    "cbc:Description",
    "cbc:Note",
    "cbc:PostalZone",
    "cac:AdditionalItemProperty",
    "cac:CommodityClassification",
    "cac:Contact",
    "cac:ContractDocumentReference",
    "cac:Delivery",
    "cac:OrderLineReference",
    "cac:OriginCountry",
    "cac:PartyName",
    "cac:SellersItemIdentification",
)
SHARE_LEFT_OUT = 0.35


def bill(lines: int, example: str = USUAL, number: int = 0) -> bytes:
    """A valid invoice with so many lines; each number gives others of the same sender."""
    root = xml.read((EXAMPLES / example).read_bytes(), limits=LIMITS)
    patterns = root.findall("cac:InvoiceLine", NAMES)
    for each in patterns:
        root.remove(each)
    _put(root, "cbc:ID", f"F-{number}")
    taxable: Counter[tuple[str, Decimal]] = Counter()
    for each in root.findall("cac:AllowanceCharge", NAMES):
        sign = 1 if each.findtext("cbc:ChargeIndicator", "", NAMES) == "true" else -1
        taxable[_rate(each.find("cac:TaxCategory", NAMES))] += sign * _number(each, "cbc:Amount")
    total = Decimal(0)
    for at in range(lines):
        line = deepcopy(patterns[at % len(patterns)])
        amount = _varied(line, at, number)
        taxable[_rate(line.find("cac:Item/cac:ClassifiedTaxCategory", NAMES))] += amount
        total += amount
        root.append(line)
    _sum_up(root, taxable, total)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def of_senders(count: int, lines: int) -> list[bytes]:
    """Bills of senders that each leave out other things that may be left out; most are valid."""
    made = []
    for sender in range(count):
        chance = Random(sender)
        root = xml.read(bill(lines, USUAL, sender), limits=LIMITS)
        for path in (each for each in MAY_LACK if chance.random() < SHARE_LEFT_OUT):
            for each in root.findall(f".//{path}", NAMES):
                each.getparent().remove(each)
        made.append(etree.tostring(root, encoding="UTF-8", xml_declaration=True))
    return made


def _varied(line: Element, at: int, number: int) -> Decimal:
    quantity = Decimal(1 + (at * 7 + number * 13) % 97)
    price = _number(line, "cac:Price/cbc:PriceAmount")
    base = _number(line, "cac:Price/cbc:BaseQuantity") or Decimal(1)
    amount = (quantity * price / base).quantize(CENT, ROUND_HALF_UP)
    for each in line.findall("cac:AllowanceCharge", NAMES):
        sign = 1 if each.findtext("cbc:ChargeIndicator", "", NAMES) == "true" else -1
        amount += sign * _number(each, "cbc:Amount")
    _put(line, "cbc:ID", str(at + 1))
    _put(line, "cbc:InvoicedQuantity", str(quantity))
    _put(line, "cbc:LineExtensionAmount", str(amount))
    _put(line, "cac:Item/cbc:Name", f"Item {(at * 31 + number * 57) % 5003}")
    return amount


def _sum_up(root: Element, taxable: Counter[tuple[str, Decimal]], total: Decimal) -> None:
    tax_total = root.find("cac:TaxTotal", NAMES)
    tax = Decimal(0)
    for row in tax_total.findall("cac:TaxSubtotal", NAMES):
        rate = _rate(row.find("cac:TaxCategory", NAMES))
        row_tax = (taxable[rate] * rate[1] / 100).quantize(CENT, ROUND_HALF_UP)
        _put(row, "cbc:TaxableAmount", str(taxable[rate]))
        _put(row, "cbc:TaxAmount", str(row_tax))
        tax += row_tax
        if rate not in taxable:
            tax_total.remove(row)
    _put(tax_total, "cbc:TaxAmount", str(tax))
    totals = root.find("cac:LegalMonetaryTotal", NAMES)
    without = sum(taxable.values(), Decimal(0))
    _put(totals, "cbc:LineExtensionAmount", str(total))
    _put(totals, "cbc:TaxExclusiveAmount", str(without))
    _put(totals, "cbc:TaxInclusiveAmount", str(without + tax))
    prepaid = _number(totals, "cbc:PrepaidAmount")
    _put(totals, "cbc:PayableAmount", str(without + tax - prepaid))


def _rate(category: Element) -> tuple[str, Decimal]:
    return category.findtext("cbc:ID", "", NAMES), _number(category, "cbc:Percent").normalize()


def _number(element: Element, path: str) -> Decimal:
    return Decimal(element.findtext(path, "0", NAMES))


def _put(element: Element, path: str, text: str) -> None:
    element.find(path, NAMES).text = text


@cache
def mixed() -> tuple[bytes, ...]:
    """All official examples of documents that we know, small and of many kinds."""
    families = ("peppol-billing-3.0.21/examples", "peppol-post-award-3", "peppol-logistics-1.2")
    files = [file for each in families for file in sorted((STANDARDS / each).rglob("*.xml"))]
    return tuple(
        file.read_bytes() for file in files if "xample" in str(file.relative_to(STANDARDS))
    )
