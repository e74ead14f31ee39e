"""The rules on every amount of an order: one currency, and two decimals at most but for prices."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from lxml import etree

from anskaff.concepts.words import Words
from anskaff.documents.peppol.post_award.anywhere import hidden, texts
from anskaff.documents.ubl.occurrences import occurrences
from anskaff.documents.ubl.reading import Element, Reading, Spot, short_name
from anskaff.documents.ubl.rules import Facts, Sweep, sweep
from anskaff.documents.ubl.table import CBC, Field, Group, Kind
from anskaff.documents.ubl.values import Amount

CURRENCY = "currencyID"
PRICE = "cac:Price"
MOST_DECIMALS = 2

OTHER_CURRENCY = Words(
    nb="Beløpet er i {got}, men dokumentet er i {expected}.",
    nn="Beløpet er i {got}, men dokumentet er i {expected}.",
    en="The amount is in {got} but the document is in {expected}.",
)
SAME_CURRENCY = Words(
    nb="Oppgi alle beløp i dokumentets valuta.",
    nn="Oppgje alle beløp i valutaen til dokumentet.",
    en="State every amount in the currency of the document.",
)
TOO_MANY_DECIMALS = Words(
    nb="Beløpet {got} har mer enn to desimaler.",
    nn="Beløpet {got} har meir enn to desimalar.",
    en="The amount {got} has more than two decimals.",
)
ROUND_IT = Words(
    nb="Rund av til to desimaler. Bare priser kan ha flere.",
    nn="Rund av til to desimalar. Berre prisar kan ha fleire.",
    en="Round it to two decimals. Only prices may have more.",
)


class Standing(NamedTuple):
    """An amount: its place, text and currency (nothing when none is told), and if it is a price."""

    spot: Spot
    text: str
    currency: str | None
    priced: bool


def one_currency(official: str, tags: Collection[str], totals: str) -> Sweep:
    """The rule that every amount is in the currency of the document.

    `tags` are the amounts that it is asked of, and `totals` the group whose every value it is.
    """

    @sweep(official, says=OTHER_CURRENCY, cure=SAME_CURRENCY)
    def amounts_are_in_one_currency(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        row = reading.root.field("currency")
        codes = texts(reading.root, row)
        if not reading.unknown and not reading.unreadable and reading.currencies <= {*codes}:
            return
        for each in _amounts(reading, tags, totals):
            if each.currency is not None and each.currency not in codes:
                yield each.spot, {"got": each.currency, "expected": ", ".join(codes)}

    return amounts_are_in_one_currency


def two_decimals(official: str, tags: Collection[str], totals: str) -> Sweep:
    """The rule that an amount has two decimals at most, unless it is part of a price."""

    @sweep(official, says=TOO_MANY_DECIMALS, cure=ROUND_IT)
    def amounts_have_two_decimals(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        for each in _amounts(reading, tags, totals):
            if not each.priced and len(each.text.partition(".")[2]) > MOST_DECIMALS:
                yield each.spot, {"got": each.text.strip()}

    return amounts_have_two_decimals


def _amounts(reading: Reading[Group], tags: Collection[str], totals: str) -> Iterator[Standing]:
    """Every amount of a document, those of the table first."""
    for kind, groups in reading.kinds():
        rows = [row for row in kind.fields if row.kind is Kind.AMOUNT]
        for group in groups if rows else ():
            priced = _is_priced(group)
            for row in rows:
                yield from _in_group(group, row, priced=priced)
    for spot, top in reading.once(hidden):
        for each in top.iter(etree.Element):
            if _is_asked(each, spot, tags, totals):
                yield Standing(spot, each.text or "", each.get(CURRENCY), _has_price(each, spot))


def _in_group(group: Group, row: Field, *, priced: bool) -> Iterator[Standing]:
    value = group.__dict__.get(row.name)
    if group.extras is None:
        if value is not None:
            currency = value.currency or None
            yield Standing(Spot(group, row), f"{value.value:f}", currency, priced)
        return
    values = (value for _, value in occurrences(group, row))
    for at, (text, found) in enumerate(zip(texts(group, row), values, strict=True)):
        currency = found.currency if isinstance(found, Amount) else ""
        kept = group.extras.attributes.get((row.name, at), {}).get(CURRENCY)
        yield Standing(Spot(group, row), text, currency or kept, priced)


def _is_priced(group: Group | None) -> bool:
    """Whether a group is a price, or stands in one."""
    while group is not None:
        parent, place, _ = group.position
        if place is not None and place.tag == PRICE:
            return True
        group = parent
    return False


def _is_asked(element: Element, spot: Spot, tags: Collection[str], totals: str) -> bool:
    if short_name(element) in tags:
        return True
    parent = element.getparent()
    place = spot.group.position[1]
    outside = place.tag if place is not None else ""
    inside = outside if parent is None else short_name(parent)
    return inside == totals and etree.QName(element).namespace == CBC


def _has_price(element: Element, spot: Spot) -> bool:
    local = {etree.QName(each).localname for each in element.iterancestors()}
    return "Price" in local or _is_priced(spot.group)
