"""The rules on the lines of an order and their prices."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from anskaff.concepts.words import Words
from anskaff.documents.peppol.post_award.anywhere import groups_at
from anskaff.documents.peppol.post_award.ordering.lines import (
    LineItem,
    Price,
    PriceDiscount,
    QuotationLine,
)
from anskaff.documents.peppol.post_award.ordering.references import Quotation
from anskaff.documents.peppol.post_award.ordering.sums import (
    NEGATIVE,
    NOT_NEGATIVE,
    NOT_THERE,
    sum_of,
    value,
)
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.rules import AnyRule, Facts, Rule, Sweep, rule, sweep
from anskaff.documents.ubl.table import Group

SLACK = Fraction(2, 100)
SAME_NUMBER = Words(
    nb="Linjenummeret «{got}» står på {count} linjer.",
    nn="Linjenummeret «{got}» står på {count} linjer.",
    en="The line number “{got}” stands on {count} lines.",
)
OWN_NUMBER = Words(
    nb="Gi hver linje sitt eget nummer.",
    nn="Gje kvar linje sitt eige nummer.",
    en="Give each line a number of its own.",
)
OTHER_NET = Words(
    nb="Linjen er på {got}, men {quantity} × {price} med rabatter og gebyrer er {expected}.",
    nn="Linja er på {got}, men {quantity} × {price} med rabattar og gebyr er {expected}.",
    en="The line is {got}, but {quantity} × {price} with allowances and charges is {expected}.",
)
CORRECT_NET = Words(
    nb="Rett linjebeløpet, mengden eller prisen.",
    nn="Rett linjebeløpet, mengda eller prisen.",
    en="Correct the line amount, the quantity or the price.",
)
NO_BASE = Words(
    nb="Prisen er for {got} enheter, men må være for mer enn 0.",
    nn="Prisen er for {got} einingar, men må vere for meir enn 0.",
    en="The price is for {got} units but must be for more than 0.",
)
MORE_THAN_ZERO = Words(
    nb="Skriv hvor mange enheter prisen er for, eller ta bort feltet.",
    nn="Skriv kor mange einingar prisen er for, eller ta bort feltet.",
    en="Write how many units the price is for, or remove the field.",
)
NO_QUANTITY = Words(nb="Mengden mangler.", nn="Mengda manglar.", en="The quantity is missing.")
ADD_QUANTITY = Words(
    nb="Skriv mengden som bestilles.",
    nn="Skriv mengda som blir bestilt.",
    en="Write the quantity that is ordered.",
)
OTHER_PRICE = Words(
    nb="Prisen er {got}, men listeprisen {gross} minus rabatten {discount} er {expected}.",
    nn="Prisen er {got}, men listeprisen {gross} minus rabatten {discount} er {expected}.",
    en="The price is {got}, but the list price {gross} less the discount {discount} is {expected}.",
)
CORRECT_PRICE = Words(
    nb="Rett prisen, listeprisen eller rabatten.",
    nn="Rett prisen, listeprisen eller rabatten.",
    en="Correct the price, the list price or the discount.",
)
NO_QUOTATION = Words(
    nb="Linjen viser til en linje i et tilbud, men ordren sier ikke hvilket tilbud.",
    nn="Linja viser til ei linje i eit tilbod, men ordren seier ikkje kva tilbod.",
    en="The line points to a line of a quotation, but the order does not say which.",
)
ADD_QUOTATION = Words(
    nb="Skriv nummeret på tilbudet i ordren.",
    nn="Skriv nummeret på tilbodet i ordren.",
    en="Write the number of the quotation in the order.",
)


def rules(prefix: str, line_item: type[LineItem]) -> Iterator[AnyRule]:
    """The rules on lines of a type, and on prices wherever they stand."""
    yield _own_number(f"{prefix}-R001", line_item)
    yield _quantity_is_not_negative(f"{prefix}-R004", line_item)
    yield _quantity_stands(f"{prefix}-R013", line_item)
    yield _net(f"{prefix}-R024", line_item)
    yield _base_quantity(f"{prefix}-R025", line_item)
    yield price_is_not_negative(f"{prefix}-R005")
    yield gross_price_is_not_negative(f"{prefix}-R027")
    yield discount_is_not_negative(f"{prefix}-R033")
    yield _discounted(f"{prefix}-R019")
    yield _quoted(f"{prefix}-R035")


def _own_number(official: str, line_item: type[LineItem]) -> Rule:
    def numbers(reading: Reading[Group]) -> Counter[str | None]:
        return Counter(each.number for each in reading.all(line_item))

    @rule(official, line_item, at="number", says=SAME_NUMBER, cure=OWN_NUMBER)
    def line_has_a_number_of_its_own(line: LineItem, reading: Reading[Group]) -> Facts | None:
        count = reading.once(numbers)[line.number] if line.number is not None else 0
        return None if count == 1 else {"got": line.number or "", "count": count}

    return line_has_a_number_of_its_own


def _quantity_is_not_negative(official: str, line_item: type[LineItem]) -> Rule:
    row = line_item.field("quantity")

    @rule(official, line_item, at="quantity", says=NEGATIVE, cure=NOT_NEGATIVE)
    def quantity_is_not_negative(line: LineItem, _: Reading[Group]) -> Facts | None:
        got = line.quantity.value if line.quantity is not None else None
        if got is not None and got >= 0:
            return None
        return {"label": row.said.label, "got": NOT_THERE if got is None else got}

    return quantity_is_not_negative


def _quantity_stands(official: str, line_item: type[LineItem]) -> Rule:
    @rule(official, line_item, at="quantity", says=NO_QUANTITY, cure=ADD_QUANTITY, warning=True)
    def quantity_stands(line: LineItem, _: Reading[Group]) -> Facts | None:
        return None if line.quantity is not None else {}

    return quantity_stands


def _net(official: str, line_item: type[LineItem]) -> Rule:
    """The rule that a line comes to quantity times price, give or take two cents."""

    @rule(official, line_item, at="net", says=OTHER_NET, cure=CORRECT_NET)
    def line_comes_to_quantity_times_price(line: LineItem, _: Reading[Group]) -> Facts | None:
        got = value(line.net)
        price, base = _price_and_base(line)
        quantity = line.quantity.value if line.quantity is not None else Decimal(1)
        charges = sum_of(line.allowances_charges, "true")
        allowances = sum_of(line.allowances_charges, "false")
        expected = Fraction(quantity) * Fraction(price) / Fraction(base)
        expected += Fraction(charges - allowances)
        if abs(Fraction(got) - expected) <= SLACK:
            return None
        near = Decimal(round(expected * 100)) / 100
        return {"got": got, "quantity": quantity, "price": price / base, "expected": near}

    return line_comes_to_quantity_times_price


def _price_and_base(line: LineItem) -> tuple[Decimal, Decimal]:
    """The price and how many units it is for; 0 units is taken for one."""
    if line.price is None:
        return Decimal(0), Decimal(1)
    base = line.price.base.value if line.price.base is not None else Decimal(1)
    return value(line.price.net), base or Decimal(1)


def _base_quantity(official: str, line_item: type[LineItem]) -> Rule:
    @rule(official, line_item, at="price", says=NO_BASE, cure=MORE_THAN_ZERO)
    def price_is_for_some_units(line: LineItem, _: Reading[Group]) -> Facts | None:
        base = line.price.base if line.price is not None else None
        return None if base is None or base.value > 0 else {"got": base.value}

    return price_is_for_some_units


def price_is_not_negative(official: str, kind: type[Price] = Price) -> Sweep:
    """The rule that a price is 0 or more."""

    @sweep(official, says=NEGATIVE, cure=NOT_NEGATIVE)
    def no_price_is_negative(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        for spot, price in groups_at(reading, "cac:Price", kind):
            if price.net is None or price.net.value < 0:
                label = Price.field("net").said.label
                yield spot, {"label": label, "got": price.net.value if price.net else NOT_THERE}

    return no_price_is_negative


def discounts(price: Price) -> tuple[PriceDiscount, ...]:
    """Every discount of a price; UBL allows several."""
    found = price.all(price.field("discount"))
    return tuple(each for each in found if isinstance(each, PriceDiscount))


def gross_price_is_not_negative(official: str, kind: type[Price] = Price) -> Sweep:
    """The rule that a list price is 0 or more; of several, one that is so is enough."""

    @sweep(official, says=NEGATIVE, cure=NOT_NEGATIVE)
    def no_list_price_is_negative(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        for spot, price in groups_at(reading, "cac:Price", kind):
            stated = [each.base.value for each in discounts(price) if each.base is not None]
            if stated and max(stated) < 0:
                label = PriceDiscount.field("base").said.label
                yield spot, {"label": label, "got": stated[0]}

    return no_list_price_is_negative


def discount_is_not_negative(official: str, kind: type[Price] = Price) -> Sweep:
    """The rule that a discount is 0 or more; with several the official rule cannot be asked."""

    @sweep(official, says=NEGATIVE, cure=NOT_NEGATIVE)
    def no_discount_is_negative(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        for spot, price in groups_at(reading, "cac:Price", kind):
            stated = [each.amount.value for each in discounts(price) if each.amount is not None]
            if len(stated) == 1 and stated[0] < 0:
                label = PriceDiscount.field("amount").said.label
                yield spot, {"label": label, "got": stated[0]}

    return no_discount_is_negative


def _discounted(official: str) -> Sweep:
    """The rule that a price is the list price less the discount."""

    @sweep(official, says=OTHER_PRICE, cure=CORRECT_PRICE)
    def prices_are_reckoned(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        for spot, price in groups_at(reading, "cac:Price", Price):
            net = price.net.value if price.net is not None else None
            for each in discounts(price):
                if each.base is None:
                    continue
                gross, discount = each.base.value, value(each.amount)
                if each.amount is None or net != gross - discount:
                    told = {"gross": gross, "discount": discount, "expected": gross - discount}
                    yield spot, {**told, "got": NOT_THERE if net is None else net}

    return prices_are_reckoned


def _quoted(official: str) -> Sweep:
    """The rule that a line of a quotation is of a quotation that is named."""

    @sweep(official, says=NO_QUOTATION, cure=ADD_QUOTATION)
    def quotations_are_named(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        named = any(each.number is not None for each in reading.all(Quotation))
        for spot, line in groups_at(reading, "cac:QuotationLineReference", QuotationLine):
            if line.number is not None and not named:
                yield spot, {}

    return quotations_are_named
