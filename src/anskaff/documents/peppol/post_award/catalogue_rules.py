"""The rules that a catalogue (T19) and a punch-out cart (T77) have in common."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeVar

from anskaff.concepts.words import Words
from anskaff.documents.peppol.post_award.anywhere import groups_at
from anskaff.documents.peppol.post_award.parties import holds
from anskaff.documents.peppol.post_award.spelling import normalized
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.rules import Facts, Sweep, sweep
from anskaff.documents.ubl.table import Group

G = TypeVar("G", bound=Group)
ITEM = "cac:Item"
TAX_CATEGORY = "cac:ClassifiedTaxCategory"
OUTSIDE = "O"
STANDARD_RATE = "S"
SEVERAL = frozenset(
    {
        ("", "cac:ReferencedContract"),
        ("", "cac:ValidityPeriod"),
        ("cac:Item", "cac:ClassifiedTaxCategory"),
        ("cac:Item", "cac:ManufacturerParty"),
        ("cac:Item", "cac:ManufacturersItemIdentification"),
    }
)
"""What UBL lets repeat in both, beside what it does in all post-award documents."""

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


def categories_have_a_rate(official: str, kind: type[Group]) -> Sweep:
    """The rule that a category of tax has a rate, unless it is outside of the tax."""

    @sweep(official, says=WITHOUT_RATE, cure=WRITE_RATE)
    def look(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        for spot, category in groups_at(reading, TAX_CATEGORY, kind):
            got = category_code(category)
            if got != OUTSIDE and not stands(category, "percent"):
                yield spot, {"got": got}

    return look


def standard_rates_are_above_nothing(official: str, kind: type[Group]) -> Sweep:
    """The rule that the standard rate is more than nothing."""

    @sweep(official, says=RATE_TOO_LOW, cure=NO_STANDARD_RATE)
    def look(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        for spot, category in groups_at(reading, TAX_CATEGORY, kind):
            rate: Decimal | None = getattr(category, "percent", None)
            if category_code(category) == STANDARD_RATE and (rate is None or rate <= 0):
                yield spot, {"got": rate if rate is not None else "–"}

    return look


def category_code(category: Group) -> str:
    """The code of a category of tax, without space around it."""
    return normalized(getattr(category, "code", None) or "")


def stands(group: Group, name: str) -> bool:
    """Whether a field has a value, also one that is not of its type."""
    spelled = group.extras.spelled if group.extras else {}
    return name in group.__dict__ or (name, 0) in spelled


def day_number(text: str) -> int | None:
    """A day as the rules compare them: its digits as one number; nothing with a time zone.

    >>> day_number("2026-12-31"), day_number("2026-12-31Z")
    (20261231, None)
    """
    digits = normalized(text.replace("-", ""))
    return int(digits) if digits.isascii() and digits.isdigit() else None
