"""The rules on items that several documents have: a number to know one by, and its tax."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from anskaff.concepts.words import Words
from anskaff.documents.peppol.post_award.anywhere import groups_at
from anskaff.documents.peppol.post_award.parties import holds
from anskaff.documents.peppol.post_award.spelling import spelled
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.rules import Facts, Sweep, sweep
from anskaff.documents.ubl.table import Group

Categories = Callable[[Reading[Group]], Iterator[tuple[Spot, Group]]]
"""Where the categories of tax in a document are; each has a `code` and a `percent`."""
ITEM = "cac:Item"
TAX_CATEGORY = "cac:ClassifiedTaxCategory"
OUTSIDE = "O"
STANDARD_RATE = "S"

WITHOUT_NUMBER = Words(
    nb="Varen har verken selgerens eller et standard varenummer.",
    nn="Vara har verken varenummer frå seljaren eller eit standard varenummer.",
    en="The item has neither the seller's number nor a standard one.",
)
WRITE_ONE = Words(
    nb="Skriv minst ett av dem.", nn="Skriv minst eitt av dei.", en="Write at least one."
)
WITHOUT_RATE = Words(
    nb="Avgiftskategorien «{got}» har ingen sats.",
    nn="Avgiftskategorien «{got}» har ingen sats.",
    en="The VAT category “{got}” has no rate.",
)
WRITE_RATE = Words(
    nb="Skriv satsen, som 25. Bare kategori O (utenfor) skal ikke ha sats.",
    nn="Skriv satsen, som 25. Berre kategori O (utanfor) skal ikkje ha sats.",
    en="Write the rate, such as 25. Only category O (outside) has none.",
)
RATE_TOO_LOW = Words(
    nb="Kategori S (vanlig sats) har satsen {got}, men skal ha mer enn 0.",
    nn="Kategori S (vanleg sats) har satsen {got}, men skal ha meir enn 0.",
    en="Category S (standard rate) has the rate {got} but must have more than 0.",
)
NO_STANDARD_RATE = Words(
    nb="Skriv satsen, eller velg kategorien som gjelder, som Z (nullsats) eller E (fritatt).",
    nn="Skriv satsen, eller vel kategorien som gjeld, som Z (nullsats) eller E (fritatt).",
    en="Write the rate, or choose the category that applies, such as Z (zero) or E (exempt).",
)


def items_have_a_number(official: str, kind: type[Group]) -> Sweep:
    """The rule that an item is known by a number of the seller or of a common register."""

    @sweep(official, says=WITHOUT_NUMBER, cure=WRITE_ONE)
    def look(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        for spot, item in groups_at(reading, ITEM, kind):
            known = holds(item, "standard_number", "number")
            if not known and not holds(item, "seller_number", "number"):
                yield spot, {}

    return look


def of_items(kind: type[Group]) -> Categories:
    """The categories of tax of items, wherever one stands."""
    return lambda reading: groups_at(reading, TAX_CATEGORY, kind)


def categories_have_a_rate(official: str, categories: Categories) -> Sweep:
    """The rule that a category of tax has a rate, unless it is outside of the tax."""

    @sweep(official, says=WITHOUT_RATE, cure=WRITE_RATE)
    def look(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        for spot, category in categories(reading):
            got = spelled(category, "code")
            if got != OUTSIDE and not stands(category, "percent"):
                yield spot, {"got": got}

    return look


def standard_rates_are_above_nothing(official: str, categories: Categories) -> Sweep:
    """The rule that the standard rate is more than nothing."""

    @sweep(official, says=RATE_TOO_LOW, cure=NO_STANDARD_RATE)
    def look(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        for spot, category in categories(reading):
            rate: Decimal | None = getattr(category, "percent", None)
            if spelled(category, "code") == STANDARD_RATE and (rate is None or rate <= 0):
                yield spot, {"got": rate if rate is not None else "–"}

    return look


def stands(group: Group, name: str) -> bool:
    """Whether a field has a value, also one that is not of its type."""
    kept = group.extras.spelled if group.extras else {}
    return name in group.__dict__ or (name, 0) in kept
