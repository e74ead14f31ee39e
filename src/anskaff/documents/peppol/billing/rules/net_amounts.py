"""What Peppol asks of lines, prices, allowances and charges: that they add up and fit together."""

from collections.abc import Iterator
from decimal import ROUND_HALF_DOWN, Decimal
from typing import cast

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.peppol.billing.lines import CreditNoteLine, InvoiceLine, Price
from anskaff.documents.peppol.billing.rules.periods import FIRST_DAYS, LAST_DAYS
from anskaff.documents.peppol.billing.rules.reckoning import Bill, reasons, squeezed
from anskaff.documents.peppol.billing.rules.standing import LINES
from anskaff.documents.peppol.billing.totals import (
    AllowanceCharge,
    DocumentAllowance,
    LineAllowance,
    PriceAllowance,
)
from anskaff.documents.peppol.post_award.anywhere import hidden, hidden_at, qualified
from anskaff.documents.peppol.rounding import cents, in_cents
from anskaff.documents.ubl.guards import AnyOf, has, has_repeated, has_unknown
from anskaff.documents.ubl.reading import Element, Reading, Spot
from anskaff.documents.ubl.rules import AnyRule, Facts, Rule, rule, sweep
from anskaff.documents.ubl.structure_faults import MISSING
from anskaff.documents.ubl.table import CBC, Group
from anskaff.documents.ubl.values import Quantity, Value

ALLOWANCES = (DocumentAllowance, LineAllowance)
SLACK = Decimal("0.02")
SPELLED = {"true": True, "false": False}
ZERO = Decimal(0)
ONE = Decimal(1)
DIVISION = Decimal("1E-18")
"""How exact the official engine divides."""
OBJECT = "130"


def indicator(allowance: AllowanceCharge) -> str:
    """The text that tells a charge from an allowance, without space around it."""
    if allowance.extras is not None and ("is_charge", 0) in allowance.extras.spelled:
        return squeezed(allowance.extras.spelled["is_charge", 0])
    return "" if allowance.is_charge is None else "true" if allowance.is_charge else "false"


def _missing(official: str, there: str, lacking: str) -> Rule:
    """A rule that percentage and base of an allowance or charge stand together."""

    @rule(
        official,
        *ALLOWANCES,
        at=lacking,
        says=MISSING.text,
        cure=MISSING.cure,
        when=[has(kind, there, but_not=lacking) for kind in ALLOWANCES],
    )
    def found(each: DocumentAllowance | LineAllowance, _reading: Reading[Bill]) -> Facts | None:
        if getattr(each, there) is None or getattr(each, lacking) is not None:
            return None
        row = each.field(lacking)
        return {"label": row.said.label, "meaning": row.said.meaning, "path": each.where(row)}

    return found


@rule(
    "PEPPOL-EN16931-R040",
    *ALLOWANCES,
    at="amount",
    says=Words(
        nb="Beløpet er {got}, men {percent} prosent av {base} er {expected}.",
        nn="Beløpet er {got}, men {percent} prosent av {base} er {expected}.",
        en="The amount is {got}, but {percent} per cent of {base} is {expected}.",
    ),
    cure=Words(
        nb="Rett beløpet, grunnlaget eller prosenten.",
        nn="Rett beløpet, grunnlaget eller prosenten.",
        en="Correct the amount, the base or the percentage.",
    ),
    when=[has(kind, "percent", "base") for kind in ALLOWANCES],
)
def amount_is_percent_of_base(
    each: DocumentAllowance | LineAllowance, _reading: Reading[Bill]
) -> Facts | None:
    """The amount is so many per cent of the base, give or take 0.02."""
    if each.percent is None or each.base is None:
        return None
    got = each.amount.value if each.amount is not None else ZERO
    expected = each.base.value * each.percent / 100
    if got == expected or abs(got - expected) <= SLACK:
        return None
    facts = {"got": got, "percent": each.percent, "base": each.base.value}
    return {**facts, "expected": cents(expected)}


def _has_odd_indicator(reading: Reading[Group]) -> bool:
    return any(not plain or is_charge is None for _, is_charge, plain in reading.once(reasons))


@rule(
    "PEPPOL-EN16931-R043",
    *ALLOWANCES,
    at="is_charge",
    says=Words(
        nb="Om det er gebyr eller rabatt, står som «{got}».",
        nn="Om det er gebyr eller rabatt, står som «{got}».",
        en="Whether it is a charge or an allowance stands as “{got}”.",
    ),
    cure=Words(
        nb="Skriv true for gebyr eller false for rabatt.",
        nn="Skriv true for gebyr eller false for rabatt.",
        en="Write true for a charge or false for an allowance.",
    ),
    when=_has_odd_indicator,
)
def indicator_is_in_words(
    each: DocumentAllowance | LineAllowance, _reading: Reading[Bill]
) -> Facts | None:
    """True or false, not 1 or 0; not asked when percentage or base is missing."""
    got = indicator(each)
    alone = (each.percent is None) is not (each.base is None)
    return None if alone or got in {"true", "false"} else {"got": got}


@rule(
    "PEPPOL-EN16931-R120",
    *LINES,
    at="amount",
    says=Words(
        nb="Linjebeløpet er {got}, men antall ganger pris med gebyrer og rabatter er {expected}.",
        nn="Linjebeløpet er {got}, men mengd gonger pris med gebyr og rabattar er {expected}.",
        en="The line amount is {got}, but quantity times price with charges and allowances is "
        "{expected}.",
    ),
    cure=Words(
        nb="Rett linjebeløpet, antallet eller prisen.",
        nn="Rett linjebeløpet, mengda eller prisen.",
        en="Correct the line amount, the quantity or the price.",
    ),
)
def line_adds_up(line: InvoiceLine, _reading: Reading[Bill]) -> Facts | None:
    """Quantity times price, with charges and less allowances, give or take 0.02."""
    amount, quantity, price, allowances = line.amount, line.quantity, line.price, line.allowances
    got = amount[0] if amount is not None else ZERO
    expected = quantity[0] if quantity is not None else ONE
    net = price.net if price is not None else None
    if price is None or net is None:
        expected = ZERO
    else:
        per = price.base_quantity
        if per is None or not per[0] or per[0] == ONE:
            expected *= net[0]
        else:
            expected *= (net[0] / per[0]).quantize(DIVISION, ROUND_HALF_DOWN)
    if allowances:
        expected += _charged(allowances)
    if expected == got or abs(expected - got) <= SLACK:
        return None
    return {"got": got, "expected": cents(expected)}


def _charged(allowances: tuple[LineAllowance, ...]) -> Decimal:
    """The charges less the allowances, each sum in whole cents."""
    charges = reductions = ZERO
    for each in allowances:
        if each.amount is None:
            continue
        is_charge = each.is_charge if each.extras is None else SPELLED.get(indicator(each))
        if is_charge:
            charges += each.amount.value
        elif is_charge is False:
            reductions += each.amount.value
    return (in_cents(charges) if charges else ZERO) - (in_cents(reductions) if reductions else ZERO)


def _is_for_none(per: Value) -> bool:
    return isinstance(per, Quantity) and per.value <= 0


@rule(
    "PEPPOL-EN16931-R121",
    *LINES,
    at="price",
    says=Words(
        nb="Prisen gjelder {got} enheter, men skal gjelde mer enn null.",
        nn="Prisen gjeld {got} einingar, men skal gjelde meir enn null.",
        en="The price is for {got} units but must be for more than zero.",
    ),
    cure=Words(
        nb="Skriv hvor mange enheter prisen gjelder, som 1.",
        nn="Skriv kor mange einingar prisen gjeld, som 1.",
        en="Write how many units the price is for, such as 1.",
    ),
    when=AnyOf(Price, "base_quantity", _is_for_none),
)
def price_is_for_some_units(line: InvoiceLine, _reading: Reading[Bill]) -> Facts | None:
    """The quantity that a price is for is more than zero."""
    per = line.price.base_quantity if line.price is not None else None
    return None if per is None or per.value > 0 else {"got": per.value}


@rule(
    "PEPPOL-EN16931-R100",
    *LINES,
    at="object",
    says=Words(
        nb="Linjen viser til {count} objekter, men bare ett er tillatt.",
        nn="Linja viser til {count} objekt, men berre eitt er tillate.",
        en="The line refers to {count} objects, but only one is allowed.",
    ),
    cure=Words(nb="Behold det riktige.", nn="Behald det rette.", en="Keep the right one."),
    when=has_repeated,
)
def one_object_is_enough(line: InvoiceLine, _reading: Reading[Bill]) -> Facts | None:
    """A line is about one object at most."""
    if line.extras is None or line.object is None:
        return None
    count = 1 + len(line.extras.repeated.get("object", ()))
    return {"count": count} if count > 1 else None


@rule(
    "PEPPOL-EN16931-R101",
    *LINES,
    at="object",
    says=Words(
        nb="Linjen viser til noe annet enn et fakturert objekt (130).",
        nn="Linja viser til noko anna enn eit fakturert objekt (130).",
        en="The line refers to something else than an invoiced object (130).",
    ),
    cure=Words(
        nb="Skriv 130 som dokumenttype, eller fjern referansen.",
        nn="Skriv 130 som dokumenttype, eller fjern referansen.",
        en="Write 130 as the document type, or remove the reference.",
    ),
    when=has(InvoiceLine, "object"),
)
def lines_refer_to_objects(line: InvoiceLine, _reading: Reading[Bill]) -> Facts | None:
    """What a line refers to is an invoiced object."""
    if line.object is None or line.object.type_code == OBJECT:
        return None
    others = line.extras.repeated.get("object", ()) if line.extras is not None else ()
    return None if any(getattr(each, "type_code", "") == OBJECT for each in others) else {}


@sweep(
    "PEPPOL-EN16931-R044",
    says=Words(
        nb="Prisen har et gebyr, men der er bare rabatt tillatt.",
        nn="Prisen har eit gebyr, men der er berre rabatt tillaten.",
        en="The price has a charge, but only an allowance may stand there.",
    ),
    cure=Words(
        nb="Skriv false, eller flytt gebyret til linjen.",
        nn="Skriv false, eller flytt gebyret til linja.",
        en="Write false, or move the charge to the line.",
    ),
    when=(has(Price, "discount"), has_unknown),
)
def price_has_no_charge(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
    """What stands in a price is a discount."""
    for spot, discount, _ in _discounts(reading):
        if discount.is_charge is not False or indicator(discount) != "false":
            yield spot or Spot(discount), {}


@sweep(
    "PEPPOL-EN16931-R046",
    says=Words(
        nb="Nettoprisen er {got}, men bruttopris minus rabatt er {expected}.",
        nn="Nettoprisen er {got}, men bruttopris minus rabatt er {expected}.",
        en="The net price is {got}, but the gross price less the discount is {expected}.",
    ),
    cure=Words(
        nb="Rett nettoprisen, bruttoprisen eller rabatten.",
        nn="Rett nettoprisen, bruttoprisen eller rabatten.",
        en="Correct the net price, the gross price or the discount.",
    ),
    when=(has(Price, "discount"), has_unknown),
)
def net_price_is_gross_less_discount(
    reading: Reading[Group],
) -> Iterator[tuple[Spot, Facts]]:
    """The net price is the gross price less the discount, when there is a gross price."""
    for spot, discount, price in _discounts(reading):
        if discount.base is None:
            continue
        net = price.net.value if price.net is not None else None
        off = discount.amount.value if discount.amount is not None else None
        if net is None or off is None or net != discount.base.value - off:
            expected = discount.base.value - (off or ZERO)
            where = spot or Spot(discount)
            yield where, {"got": ZERO if net is None else net, "expected": expected}


def _discounts(reading: Reading[Group]) -> Iterator[tuple[Spot | None, PriceAllowance, Price]]:
    """Every discount in a price, with the price; a place for those inside what is not used."""
    for each in reading.all(PriceAllowance):
        if isinstance(each.parent, Price):
            yield None, each, each.parent
    for spot, price in hidden_at(reading, "cac:Price", Price):
        for discount in price.children(price.field("discount")):
            if isinstance(discount, PriceAllowance):
                yield spot, discount, price


def _has_several_units(reading: Reading[Group]) -> bool:
    places = [(kind, "quantity") for kind in LINES]
    prices = reading.distinct(Price, "base_quantity")
    quantities = (each for place in places for each in reading.distinct(*place))
    return bool(prices) and len({cast(Quantity, each).unit for each in (*quantities, *prices)}) > 1


@sweep(
    "PEPPOL-EN16931-R130",
    says=Words(
        nb="Prisen er per {got}, men linjen har antall i {expected}.",
        nn="Prisen er per {got}, men linja har mengd i {expected}.",
        en="The price is per {got}, but the line has its quantity in {expected}.",
    ),
    cure=Words(
        nb="Bruk samme enhet i pris og antall.",
        nn="Bruk same eining i pris og mengd.",
        en="Use the same unit in price and quantity.",
    ),
    when=(_has_several_units, has_unknown),
)
def units_are_the_same(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
    """The unit of a price is that of the quantity."""
    for kind in (InvoiceLine, CreditNoteLine):
        for line in reading.all(kind):
            price, quantity = line.price, line.quantity
            per = price.base_quantity if price is not None else None
            if per is None or quantity is None or per.unit == quantity.unit:
                continue
            if per.unit:
                spot = Spot(line, line.field("price"))
                yield spot, {"got": per.unit, "expected": quantity.unit}
    name = "Credited" if isinstance(reading.root, CreditNote) else "Invoiced"
    for spot, top in reading.once(hidden):
        for each in top.iter(qualified("cbc:BaseQuantity")):
            yield from _hidden_unit(spot, each, name)


def _hidden_unit(spot: Spot, per: Element, name: str) -> Iterator[tuple[Spot, Facts]]:
    """The same inside what is not used; the quantity is that of the kind of document."""
    price = per.getparent()
    line = price.getparent() if price is not None else None
    if price is None or price.tag != qualified("cac:Price") or line is None:
        return
    has = [line.find(f"{{{CBC}}}{each}Quantity") for each in ("Invoiced", "Credited")]
    asked = line.find(f"{{{CBC}}}{name}Quantity")
    unit = per.get("unitCode")
    if unit is None or not any(each is not None for each in has):
        return
    if asked is None or asked.get("unitCode") != unit:
        yield spot, {"got": unit, "expected": "" if asked is None else asked.get("unitCode", "")}


LINE_RULES: tuple[AnyRule, ...] = (
    _missing("PEPPOL-EN16931-R041", "percent", "base"),
    _missing("PEPPOL-EN16931-R042", "base", "percent"),
    amount_is_percent_of_base,
    indicator_is_in_words,
    price_has_no_charge,
    net_price_is_gross_less_discount,
    FIRST_DAYS,
    LAST_DAYS,
    line_adds_up,
    price_is_for_some_units,
    one_object_is_enough,
    lines_refer_to_objects,
    units_are_the_same,
)
"""The rules of Peppol on what a bill is made up of."""
