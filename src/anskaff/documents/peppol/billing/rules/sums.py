"""The sums: what the lines, allowances, charges and tax come to (BR-CO-10 to BR-CO-17)."""

from decimal import Decimal

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.billing.rules.reckoning import (
    Bill,
    alike_lines,
    is_vat,
    total,
)
from anskaff.documents.peppol.billing.rules.vat_words import NOTHING
from anskaff.documents.peppol.billing.totals import DocumentAllowance, TaxSubtotal, TaxTotal, Totals
from anskaff.documents.peppol.rounding import cents, whole
from anskaff.documents.ubl.guards import has
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, rule
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Amount

ZERO = Decimal(0)
SOME_ALLOWANCES = (has(Totals, "allowances"), has(DocumentAllowance, "is_charge"))
SOME_CHARGES = (has(Totals, "charges"), has(DocumentAllowance, "is_charge"))


def number(amount: Amount | None) -> Decimal | None:
    """The number of an amount that may not stand."""
    return None if amount is None else amount.value


def differs(got: Decimal | None, expected: Decimal | None) -> Facts | None:
    """The facts when two numbers are not the same, or either does not stand."""
    if got is not None and got == expected:
        return None
    return {
        "got": NOTHING if got is None else got,
        "expected": NOTHING if expected is None else expected,
    }


def _sum_of_lines(reading: Reading[Group]) -> Decimal:
    return sum((value for value, _ in reading.once(alike_lines)), ZERO)


def _sum_of(reading: Reading[Group], is_charge: bool) -> Decimal | None:
    """The allowances or charges of the document, nothing when there are none."""
    found = [each for each in reading.all(DocumentAllowance) if each.is_charge is is_charge]
    return total(each.amount for each in found) if found else None


@rule(
    "BR-CO-10",
    Totals,
    at="lines",
    says=Words(
        nb="Sum linjer er {got}, men linjene gir {expected}.",
        nn="Sum linjer er {got}, men linjene gir {expected}.",
        en="The sum of lines is {got}, but the lines come to {expected}.",
    ),
    cure=Words(
        nb="Legg sammen alle linjebeløpene.",
        nn="Legg saman alle linjebeløpa.",
        en="Add up all line amounts.",
    ),
)
def lines_add_up(totals: Totals, reading: Reading[Bill]) -> Facts | None:
    """The sum of the lines is that of all line amounts."""
    return differs(number(totals.lines), cents(reading.once(_sum_of_lines)))


@rule(
    "BR-CO-11",
    Totals,
    at="allowances",
    says=Words(
        nb="Sum rabatter er {got}, men rabattene gir {expected}.",
        nn="Sum rabattar er {got}, men rabattane gir {expected}.",
        en="The sum of allowances is {got}, but the allowances come to {expected}.",
    ),
    cure=Words(
        nb="Legg sammen rabattene på dokumentet.",
        nn="Legg saman rabattane på dokumentet.",
        en="Add up the allowances on the document.",
    ),
    when=SOME_ALLOWANCES,
)
def allowances_add_up(totals: Totals, reading: Reading[Bill]) -> Facts | None:
    """The sum of allowances is that of the allowances on the document."""
    found = reading.once(_allowances)
    if totals.allowances is None and found is None:
        return None
    return differs(number(totals.allowances), cents(found or ZERO))


def _allowances(reading: Reading[Group]) -> Decimal | None:
    return _sum_of(reading, is_charge=False)


def _charges(reading: Reading[Group]) -> Decimal | None:
    return _sum_of(reading, is_charge=True)


@rule(
    "BR-CO-12",
    Totals,
    at="charges",
    says=Words(
        nb="Sum gebyrer er {got}, men gebyrene gir {expected}.",
        nn="Sum gebyr er {got}, men gebyra gir {expected}.",
        en="The sum of charges is {got}, but the charges come to {expected}.",
    ),
    cure=Words(
        nb="Legg sammen gebyrene på dokumentet.",
        nn="Legg saman gebyra på dokumentet.",
        en="Add up the charges on the document.",
    ),
    when=SOME_CHARGES,
)
def charges_add_up(totals: Totals, reading: Reading[Bill]) -> Facts | None:
    """The sum of charges is that of the charges on the document."""
    found = reading.once(_charges)
    if totals.charges is None and found is None:
        return None
    return differs(number(totals.charges), cents(found or ZERO))


@rule(
    "BR-CO-13",
    Totals,
    at="without_tax",
    says=Words(
        nb="Sum uten merverdiavgift er {got}, ventet {expected}.",
        nn="Sum utan meirverdiavgift er {got}, venta {expected}.",
        en="The total without VAT is {got}, expected {expected}.",
    ),
    cure=Words(
        nb="Ta sum linjer, trekk fra sum rabatter og legg til sum gebyrer.",
        nn="Ta sum linjer, trekk frå sum rabattar og legg til sum gebyr.",
        en="Take the sum of lines, take off the allowances and add the charges.",
    ),
)
def total_without_tax_adds_up(totals: Totals, _reading: Reading[Bill]) -> Facts | None:
    """The lines less allowances plus charges; rounded only when there are any of those."""
    if totals.lines is None:
        return differs(number(totals.without_tax), None)
    expected = totals.lines.value
    if totals.allowances is not None or totals.charges is not None:
        expected = cents(expected + total([totals.charges]) - total([totals.allowances]))
    return differs(number(totals.without_tax), expected)


@rule(
    "BR-CO-14",
    TaxTotal,
    at="tax",
    says=Words(
        nb="Avgiftsbeløpet er {got}, men kategoriene gir {expected}.",
        nn="Avgiftsbeløpet er {got}, men kategoriane gir {expected}.",
        en="The VAT amount is {got}, but the categories come to {expected}.",
    ),
    cure=Words(
        nb="Legg sammen avgiften i alle kategorier.",
        nn="Legg saman avgifta i alle kategoriar.",
        en="Add up the tax of all categories.",
    ),
)
def tax_adds_up(tax_total: TaxTotal, _reading: Reading[Bill]) -> Facts | None:
    """The VAT is the sum of that of the categories, when it is broken down."""
    if not tax_total.subtotals:
        return None
    return differs(number(tax_total.tax), cents(total(each.tax for each in tax_total.subtotals)))


@rule(
    "BR-CO-15",
    Invoice,
    CreditNote,
    at="totals",
    says=Words(
        nb="Sum med merverdiavgift er {got}, ventet {expected} i {currency}.",
        nn="Sum med meirverdiavgift er {got}, venta {expected} i {currency}.",
        en="The total with VAT is {got}, expected {expected} in {currency}.",
    ),
    cure=Words(
        nb="Legg avgiften til summen uten avgift, og oppgi avgiften én gang i {currency}.",
        nn="Legg avgifta til summen utan avgift, og oppgi avgifta éin gong i {currency}.",
        en="Add the tax to the total without it, and give the tax once in {currency}.",
    ),
)
def total_with_tax_adds_up(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """The total without tax plus the tax, which stands once in the currency of the document."""
    if bill.currency is None:
        return None
    taxes = [
        each.tax.value
        for each in bill.tax_totals
        if each.tax is not None and each.tax.currency == bill.currency
    ]
    expected = got = None
    if bill.totals is not None:
        got = number(bill.totals.with_tax)
        if len(taxes) == 1 and bill.totals.without_tax is not None:
            expected = cents(bill.totals.without_tax.value + taxes[0])
    facts = differs(got, expected)
    return None if facts is None else {**facts, "currency": bill.currency}


@rule(
    "BR-CO-16",
    Totals,
    at="payable",
    says=Words(
        nb="Å betale er {got}, ventet {expected}.",
        nn="Å betale er {got}, venta {expected}.",
        en="The amount due is {got}, expected {expected}.",
    ),
    cure=Words(
        nb="Ta summen med avgift, trekk fra det forhåndsbetalte og legg til avrundingen.",
        nn="Ta summen med avgift, trekk frå det førehandsbetalte og legg til avrundinga.",
        en="Take the total with VAT, take off what is prepaid and add the rounding.",
    ),
)
def payable_adds_up(totals: Totals, _reading: Reading[Bill]) -> Facts | None:
    """The total with tax less what is prepaid plus the rounding."""
    if totals.with_tax is None:
        return differs(number(totals.payable), None)
    rounding = total([totals.rounding])
    due = totals.with_tax.value
    if totals.prepaid is not None:
        due = cents(due - totals.prepaid.value)
    if totals.payable is None:
        return differs(None, due + rounding)
    paid = totals.payable.value
    if totals.rounding is not None:
        paid = cents(paid - rounding)
    return None if paid == due else differs(totals.payable.value, due + rounding)


@rule(
    "BR-CO-17",
    TaxSubtotal,
    at="tax",
    says=Words(
        nb="Avgiften i kategorien er {got}, ventet {expected}.",
        nn="Avgifta i kategorien er {got}, venta {expected}.",
        en="The tax of the category is {got}, expected {expected}.",
    ),
    cure=Words(
        nb="Gang grunnlaget med satsen og rund av til to desimaler.",
        nn="Gong grunnlaget med satsen og rund av til to desimalar.",
        en="Multiply the base by the rate and round to two decimals.",
    ),
)
def tax_is_base_times_rate(row: TaxSubtotal, _reading: Reading[Bill]) -> Facts | None:
    """The tax is the base times the rate, give or take one; no rate, no tax."""
    tax = number(row.tax)
    category = row.category
    percent = category.percent if category is not None and is_vat(category) else None
    if percent is None or whole(percent) == 0:
        return None if tax is not None and whole(tax) == 0 else differs(tax, ZERO)
    if tax is None or row.taxable is None:
        return differs(tax, None)
    expected = cents(abs(row.taxable.value) * percent / 100)
    return None if abs(abs(tax) - expected) < 1 else differs(tax, expected)


RULES = (
    lines_add_up,
    allowances_add_up,
    charges_add_up,
    total_without_tax_adds_up,
    tax_adds_up,
    total_with_tax_adds_up,
    payable_adds_up,
    tax_is_base_times_rate,
)
