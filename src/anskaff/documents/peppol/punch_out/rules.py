"""The rules of Peppol on a punch-out cart (T77), beside those of its structure."""

from anskaff.concepts.words import Words
from anskaff.documents.peppol.known import BY_KEY
from anskaff.documents.peppol.post_award.anywhere import texts
from anskaff.documents.peppol.post_award.catalogue_item import Property
from anskaff.documents.peppol.post_award.catalogue_rules import day_number
from anskaff.documents.peppol.post_award.identity import specification
from anskaff.documents.peppol.post_award.item_rules import (
    categories_have_a_rate,
    items_have_a_number,
    of_items,
    standard_rates_are_above_nothing,
    stands,
)
from anskaff.documents.peppol.punch_out.items import Item, TaxCategory
from anskaff.documents.peppol.punch_out.lines import CartQuantity, Price, TermsOfDelivery
from anskaff.documents.peppol.punch_out.table import PunchOut, Validity
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import AnyRule, Facts, rule

PICTURE = "PRODUCT_IMAGE"
SERVICE = "ServiceIndicator"
YES_OR_NO = frozenset({"true", "false"})


@rule(
    "PEPPOL-T77-R001",
    Validity,
    at="end",
    says=Words(
        nb="Handlekurven er fra {issued}, men gjelder til «{end}».",
        nn="Handlekorga er frå {issued}, men gjeld til «{end}».",
        en="The cart is from {issued} but holds until “{end}”.",
    ),
    cure=Words(
        nb="Skriv en siste dag som ikke er før dagen handlekurven ble laget.",
        nn="Skriv ein siste dag som ikkje er før dagen handlekorga blei laga.",
        en="Write a last day that is not before the day the cart was made.",
    ),
)
def cart_holds_when_it_is_made(validity: Validity, reading: Reading[PunchOut]) -> Facts | None:
    """The last day is not before the day of issue; neither may have a time zone."""
    root = reading.root
    [end, *_] = [*texts(validity, Validity.field("end")), ""]
    [issued, *_] = [*texts(root, PunchOut.field("issued")), ""]
    last, first = day_number(end), day_number(issued)
    holds = last is not None and first is not None and last >= first
    return None if holds else {"end": end, "issued": issued}


@rule(
    "PEPPOL-T77-R003",
    Price,
    at="net",
    says=Words(
        nb="Prisen er ikke et tall fra 0 og opp.",
        nn="Prisen er ikkje eit tal frå 0 og opp.",
        en="The price is not a number from 0 up.",
    ),
    cure=Words(nb="Skriv 0 eller mer.", nn="Skriv 0 eller meir.", en="Write 0 or more."),
)
def price_is_not_negative(price: Price, _: Reading[PunchOut]) -> Facts | None:
    """A price is nothing or more."""
    return None if price.net is not None and price.net.value >= 0 else {}


@rule(
    "PEPPOL-T77-R005",
    Item,
    at="specifications",
    says=Words(
        nb="Varen har {count} hovedbilder (PRODUCT_IMAGE), men skal ha høyst ett.",
        nn="Vara har {count} hovudbilete (PRODUCT_IMAGE), men skal ha høgst eitt.",
        en="The item has {count} main images (PRODUCT_IMAGE) but may have one at most.",
    ),
    cure=Words(
        nb="Behold ett, og gi de andre en annen type.",
        nn="Behald eitt, og gje dei andre ein annan type.",
        en="Keep one, and give the others another type.",
    ),
)
def item_has_one_picture(item: Item, _: Reading[PunchOut]) -> Facts | None:
    """An item has one picture at most."""
    count = sum(each.kind == PICTURE for each in item.specifications)
    return {"count": count} if count > 1 else None


def _picked(terms: TermsOfDelivery) -> tuple[CartQuantity, ...]:
    """The quantities that are picked; UBL lets there be several."""
    units = terms.children(TermsOfDelivery.field("unit"))
    picked = (each for each in units if isinstance(each, CartQuantity))
    return tuple(each for each in picked if stands(each, "quantity"))


@rule(
    "PEPPOL-T77-R006",
    TermsOfDelivery,
    at="price",
    says=Words(
        nb="Prisen er per {price}, men mengden i handlekurven er i {picked}.",
        nn="Prisen er per {price}, men mengda i handlekorga er i {picked}.",
        en="The price is per {price} but the quantity in the cart is in {picked}.",
    ),
    cure=Words(
        nb="Bruk samme enhet (@unitCode) begge steder.",
        nn="Bruk same eining (@unitCode) begge stader.",
        en="Use the same unit (@unitCode) in both places.",
    ),
)
def units_are_the_same(terms: TermsOfDelivery, _: Reading[PunchOut]) -> Facts | None:
    """The unit of the price is that of what is picked, when both are stated."""
    picked = _picked(terms)
    if terms.price is None or not stands(terms.price, "base") or not picked:
        return None
    unit = terms.price.base.unit if terms.price.base else ""
    units = [each.quantity.unit for each in picked if each.quantity]
    return None if unit and unit in units else {"price": unit, "picked": ", ".join(units)}


@rule(
    "PEPPOL-T77-R002",
    TermsOfDelivery,
    says=Words(
        nb="Prisens antall og mengden i handlekurven skal begge være mer enn 0.",
        nn="Talet prisen gjeld og mengda i handlekorga skal båe vere meir enn 0.",
        en="The price base quantity and the quantity in the cart must both be more than 0.",
    ),
    cure=Words(
        nb="Skriv et tall over 0 begge steder.",
        nn="Skriv eit tal over 0 begge stader.",
        en="Write a number above 0 in both places.",
    ),
)
def quantities_are_above_nothing(terms: TermsOfDelivery, _: Reading[PunchOut]) -> Facts | None:
    """Both quantities are more than nothing; with several picked, the official rule stops."""
    picked = _picked(terms)
    if terms.price is None or not stands(terms.price, "base") or not picked:
        return None
    if terms.price.base is None or terms.price.base.value <= 0:
        return {}
    if len(picked) > 1:
        return None
    quantity = picked[0].quantity
    return None if quantity is not None and quantity.value > 0 else {}


@rule(
    "PEPPOL-T77-R007",
    Property,
    at="value",
    says=Words(
        nb="ServiceIndicator er «{got}», men skal være true eller false.",
        nn="ServiceIndicator er «{got}», men skal vere true eller false.",
        en="ServiceIndicator is “{got}” but must be true or false.",
    ),
    cure=Words(
        nb="Skriv true for en tjeneste, false for en vare.",
        nn="Skriv true for ei teneste, false for ei vare.",
        en="Write true for a service, false for goods.",
    ),
)
def service_is_yes_or_no(described: Property, _: Reading[PunchOut]) -> Facts | None:
    """Whether the item is a service is said as `true` or `false`."""
    wrong = described.name == SERVICE and described.value not in YES_OR_NO
    return {"got": described.value or ""} if wrong else None


RULES: tuple[AnyRule, ...] = (
    cart_holds_when_it_is_made,
    quantities_are_above_nothing,
    price_is_not_negative,
    items_have_a_number("PEPPOL-T77-R004", Item),
    item_has_one_picture,
    units_are_the_same,
    service_is_yes_or_no,
    categories_have_a_rate("PEPPOL-T77-R008", of_items(TaxCategory)),
    standard_rates_are_above_nothing("PEPPOL-T77-R009", of_items(TaxCategory)),
    specification("PEPPOL-T77-R010", PunchOut, BY_KEY["punch_out"].customization),
)
