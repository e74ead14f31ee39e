"""What must stand when something else does, or must not be so: prices, periods, reasons, tax."""

from collections.abc import Collection
from datetime import date
from typing import cast

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing import references, totals
from anskaff.documents.peppol.billing.lines import (
    InvoiceLine,
    Item,
    LinePeriod,
    LineTaxCategory,
    Price,
)
from anskaff.documents.peppol.billing.rules.payees import (
    account_has_a_number,
    card_number_is_cut,
    payee_is_another_than_the_seller,
    payee_once,
    seller_can_be_recognised,
    tax_representative_has_a_number,
    transfer_has_an_account,
)
from anskaff.documents.peppol.billing.rules.reckoning import (
    Bill,
    NoVat,
    is_vat,
    squeezed,
)
from anskaff.documents.peppol.billing.rules.standing import BILLS, LINES, along, lacking
from anskaff.documents.peppol.billing.rules.vat_words import NOTHING
from anskaff.documents.ubl.guards import AnyOf, has, lacks
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.structure_faults import MISSING
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Amount, Value

Days = Collection[date]


def _is_negative(value: Value) -> bool:
    return isinstance(value, Amount) and value.value < 0


@rule(
    "BR-27",
    *LINES,
    at="price",
    says=Words(
        nb="Nettoprisen er {got}, men skal være null eller mer.",
        nn="Nettoprisen er {got}, men skal vere null eller meir.",
        en="The net price is {got} but must be zero or more.",
    ),
    cure=Words(
        nb="Skriv prisen uten minus; bruk negativt antall for å trekke fra.",
        nn="Skriv prisen utan minus; bruk negativ mengd for å trekkje frå.",
        en="Write the price without minus; use a negative quantity to take off.",
    ),
    when=(
        lacks(InvoiceLine, "price"),
        lacks(Price, "net"),
        AnyOf(Price, "net", _is_negative),
    ),
)
def price_is_not_negative(line: InvoiceLine, _reading: Reading[Bill]) -> Facts | None:
    """A price is zero or more; one that is missing fails as well."""
    net = line.price.net if line.price is not None else None
    if net is not None and net.value >= 0:
        return None
    return {"got": NOTHING if net is None else net.value}


@rule(
    "BR-28",
    *LINES,
    at="price",
    says=Words(
        nb="Bruttoprisen er {got}, men skal være null eller mer.",
        nn="Bruttoprisen er {got}, men skal vere null eller meir.",
        en="The gross price is {got} but must be zero or more.",
    ),
    cure=Words(
        nb="Skriv bruttoprisen uten minus.",
        nn="Skriv bruttoprisen utan minus.",
        en="Write the gross price without minus.",
    ),
    when=AnyOf(totals.PriceAllowance, "base", _is_negative),
)
def gross_price_is_not_negative(line: InvoiceLine, _reading: Reading[Bill]) -> Facts | None:
    """A gross price is zero or more; of several one is enough."""
    values = [
        each.base.value
        for each in along(line, ["price", "discount"])
        if isinstance(each, totals.PriceAllowance) and each.base is not None
    ]
    if not values or any(value >= 0 for value in values):
        return None
    return {"got": values[0]}


END_FIRST = Words(
    nb="Perioden slutter {end}, før den begynner {start}.",
    nn="Perioden sluttar {end}, før han tek til {start}.",
    en="The period ends {end}, before it begins {start}.",
)
SWAP = Words(nb="Rett datoene.", nn="Rett datoane.", en="Correct the dates.")


def _period_order(official: str, kind: type[Group]) -> Rule:
    def may_end_first(reading: Reading[Group]) -> bool:
        first, last = reading.distinct(kind, "start"), reading.distinct(kind, "end")
        return bool(first and last) and min(cast(Days, last)) < max(cast(Days, first))

    @rule(official, kind, at="end", says=END_FIRST, cure=SWAP, when=may_end_first)
    def found(period: references.Period | LinePeriod, _reading: Reading[Group]) -> Facts | None:
        if period.start is None or period.end is None or period.end >= period.start:
            return None
        return {"start": period.start, "end": period.end}

    return found


NO_DATES = Words(
    nb="Perioden mangler både første og siste dag.",
    nn="Perioden manglar både første og siste dag.",
    en="The period has neither a first nor a last day.",
)
GIVE_DATES = Words(
    nb="Fyll ut minst én av dem.", nn="Fyll ut minst éin av dei.", en="Fill in at least one."
)


@rule(
    "BR-CO-19",
    references.Period,
    at="start",
    says=NO_DATES,
    cure=GIVE_DATES,
    when=lacks(references.Period, "start", "end", "tax_point_code"),
)
def period_says_something(period: references.Period, _reading: Reading[Bill]) -> Facts | None:
    """A first day, a last day, or the code of the tax date."""
    stands = period.start or period.end or period.tax_point_code is not None
    return None if stands else {}


@rule(
    "BR-CO-20",
    LinePeriod,
    at="start",
    says=NO_DATES,
    cure=GIVE_DATES,
    when=lacks(LinePeriod, "start", "end"),
)
def line_period_has_a_day(period: LinePeriod, _reading: Reading[Bill]) -> Facts | None:
    """A first day or a last day."""
    return None if period.start or period.end else {}


@rule(
    "BR-CO-03",
    *BILLS,
    at="tax_point",
    says=Words(
        nb="Både avgiftsdato og kode for avgiftsdato står.",
        nn="Både avgiftsdato og kode for avgiftsdato står.",
        en="Both a tax point date and a tax point code stand.",
    ),
    cure=Words(nb="Behold bare én av dem.", nn="Behald berre éin av dei.", en="Keep only one."),
    when=has(references.Period, "tax_point_code"),
)
def tax_point_is_a_date_or_a_code(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """Either the day of the tax, or the code of what it follows."""
    has_code = any(True for _ in along(bill, ["period", "tax_point_code"]))
    return {} if bill.tax_point is not None and has_code else None


NO_REASON = Words(
    nb="Rabatten eller gebyret mangler grunn.",
    nn="Rabatten eller gebyret manglar grunn.",
    en="The allowance or charge has no reason.",
)
GIVE_REASON = Words(
    nb="Skriv grunnen, som tekst eller kode.",
    nn="Skriv grunnen, som tekst eller kode.",
    en="Write the reason, as text or as a code.",
)


def _reason(official: str, kind: type[Group], is_charge: bool) -> Rule:
    @rule(
        official,
        kind,
        at="reason",
        says=NO_REASON,
        cure=GIVE_REASON,
        when=lacks(kind, "reason", "reason_code"),
    )
    def found(
        each: totals.DocumentAllowance | totals.LineAllowance, _reading: Reading[Group]
    ) -> Facts | None:
        stands = each.reason is not None or each.reason_code is not None
        return {} if each.is_charge is is_charge and not stands else None

    return found


def _amount(official: str, kind: type[Group], is_charge: bool) -> Rule:
    @rule(
        official,
        kind,
        at="amount",
        says=MISSING.text,
        cure=MISSING.cure,
        when=lacks(kind, "amount"),
    )
    def found(
        each: totals.DocumentAllowance | totals.LineAllowance, _reading: Reading[Group]
    ) -> Facts | None:
        if each.is_charge is not is_charge or each.amount is not None:
            return None
        return lacking(each, "amount")

    return found


def _category(official: str, is_charge: bool) -> Rule:
    @rule(
        official,
        totals.DocumentAllowance,
        at="tax",
        says=MISSING.text,
        cure=MISSING.cure,
        when=(lacks(totals.DocumentAllowance, "tax"), NoVat(totals.DocumentTaxCategory)),
    )
    def found(each: totals.DocumentAllowance, _reading: Reading[Bill]) -> Facts | None:
        if each.is_charge is not is_charge:
            return None
        found = [one for one in along(each, ["tax"]) if isinstance(one, totals.DocumentTaxCategory)]
        if any(is_vat(one) and one.category is not None for one in found):
            return None
        return lacking(each, "tax")

    return found


@rule(
    "BR-47",
    totals.TaxSubtotal,
    at="category",
    says=MISSING.text,
    cure=MISSING.cure,
    when=(lacks(totals.TaxSubtotal, "category"), NoVat(totals.SubtotalTaxCategory)),
)
def breakdown_has_a_category(row: totals.TaxSubtotal, _reading: Reading[Bill]) -> Facts | None:
    """Each row of the breakdown has a category of VAT."""
    category = row.category
    stands = category is not None and is_vat(category) and category.category is not None
    return None if stands else lacking(row, "category")


@rule(
    "BR-48",
    totals.TaxSubtotal,
    at="category",
    says=MISSING.text,
    cure=MISSING.cure,
    when=(
        lacks(totals.TaxSubtotal, "category"),
        lacks(totals.SubtotalTaxCategory, "percent"),
        NoVat(totals.SubtotalTaxCategory),
    ),
)
def breakdown_has_a_rate(row: totals.TaxSubtotal, _reading: Reading[Bill]) -> Facts | None:
    """Each row of the breakdown has a rate, except what is outside VAT."""
    category = row.category
    if category is None:
        return lacking(row, "category")
    stands = category.percent is not None or squeezed(category.category) == "O"
    return None if stands and is_vat(category) else lacking(category, "percent")


@rule(
    "BR-CO-04",
    *LINES,
    at="item",
    says=MISSING.text,
    cure=MISSING.cure,
    when=(lacks(InvoiceLine, "item"), lacks(Item, "tax"), NoVat(LineTaxCategory)),
)
def line_has_a_category(line: InvoiceLine, _reading: Reading[Bill]) -> Facts | None:
    """Each line has a category of VAT."""
    found = [each for each in along(line, ["item", "tax"]) if isinstance(each, totals.TaxCategory)]
    if any(is_vat(each) and each.category is not None for each in found):  # type: ignore[arg-type]
        return None
    return lacking(line.item, "tax") if line.item is not None else lacking(line, "item")


@rule(
    "BR-53",
    *BILLS,
    at="tax_totals",
    says=Words(
        nb="Avgiften mangler i avgiftsvalutaen {currency}.",
        nn="Avgifta manglar i avgiftsvalutaen {currency}.",
        en="The tax is missing in the VAT currency {currency}.",
    ),
    cure=Words(
        nb="Legg til avgiftsbeløpet i {currency}.",
        nn="Legg til avgiftsbeløpet i {currency}.",
        en="Add the VAT amount in {currency}.",
    ),
    when=[has(kind, "tax_currency") for kind in BILLS],
)
def tax_stands_in_the_tax_currency(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """When there is a currency for the tax, the tax stands in it."""
    currency = bill.tax_currency
    if currency is None:
        return None
    stands = any(each.tax and each.tax.currency == currency for each in bill.tax_totals)
    return None if stands else {"currency": currency}


RULES: tuple[Rule, ...] = (
    payee_is_another_than_the_seller,
    payee_once("UBL-SR-19", "name.name"),
    payee_once("UBL-SR-20", "identifications.key"),
    payee_once("UBL-SR-21", "legal_entity.company"),
    price_is_not_negative,
    gross_price_is_not_negative,
    _period_order("BR-29", references.Period),
    _period_order("BR-30", LinePeriod),
    period_says_something,
    line_period_has_a_day,
    tax_point_is_a_date_or_a_code,
    _amount("BR-31", totals.DocumentAllowance, False),
    _amount("BR-36", totals.DocumentAllowance, True),
    _amount("BR-41", totals.LineAllowance, False),
    _amount("BR-43", totals.LineAllowance, True),
    _category("BR-32", False),
    _category("BR-37", True),
    _reason("BR-33", totals.DocumentAllowance, False),
    _reason("BR-38", totals.DocumentAllowance, True),
    _reason("BR-42", totals.LineAllowance, False),
    _reason("BR-44", totals.LineAllowance, True),
    _reason("BR-CO-21", totals.DocumentAllowance, False),
    _reason("BR-CO-22", totals.DocumentAllowance, True),
    _reason("BR-CO-23", totals.LineAllowance, False),
    _reason("BR-CO-24", totals.LineAllowance, True),
    breakdown_has_a_category,
    breakdown_has_a_rate,
    line_has_a_category,
    account_has_a_number,
    transfer_has_an_account,
    card_number_is_cut,
    tax_stands_in_the_tax_currency,
    tax_representative_has_a_number,
    seller_can_be_recognised,
)
