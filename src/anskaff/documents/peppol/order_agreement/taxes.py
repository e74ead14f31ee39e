"""The rules of Peppol on the tax of an agreed order (T110)."""

from collections.abc import Iterator
from decimal import Decimal

from anskaff.concepts.words import Words
from anskaff.documents.peppol.order_agreement.items import ItemTaxCategory
from anskaff.documents.peppol.order_agreement.totals import (
    AllowanceChargeTaxCategory,
    TaxSubtotal,
    TaxSubtotalTaxCategory,
    TaxTotal,
)
from anskaff.documents.peppol.post_award.anywhere import groups_at
from anskaff.documents.peppol.post_award.ordering.rules import Category
from anskaff.documents.peppol.post_award.ordering.sums import total
from anskaff.documents.peppol.post_award.spelling import spelled
from anskaff.documents.peppol.rounding import cents, whole
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.rules import AnyRule, Facts, Sweep, rule, sweep
from anskaff.documents.ubl.table import Group

TAXED = " S Z L M "
NOT_TAXED = " E AE O K G "
MILLION = 1_000_000
Rate = tuple[str, Decimal | None]


def taxed(reading: Reading[Group]) -> Iterator[tuple[Spot, Category]]:
    """The tax categories of allowances, charges and items, wherever they stand."""
    yield from groups_at(
        reading, "cac:TaxCategory", AllowanceChargeTaxCategory, within="cac:AllowanceCharge"
    )
    yield from groups_at(reading, "cac:ClassifiedTaxCategory", ItemTaxCategory, within="cac:Item")


def _rate(category: Category | TaxSubtotalTaxCategory) -> Rate:
    """A category with its rate to six decimals."""
    percent = category.percent
    return spelled(category, "code"), None if percent is None else whole(percent * MILLION)


def _overview(reading: Reading[Group]) -> frozenset[Rate]:
    """Every category and rate in the tax totals of the document."""
    return frozenset(map(_rate, reading.all(TaxSubtotalTaxCategory)))


def _has_tax(reading: Reading[Group]) -> bool:
    """Whether any tax total stands in the document, known or not."""
    return any(True for _ in groups_at(reading, "cac:TaxTotal", TaxTotal))


@sweep(
    "PEPPOL-T110-R024",
    says=Words(
        nb="Avgiften er {got}, men {percent} prosent av {taxable} er {expected}.",
        nn="Avgifta er {got}, men {percent} prosent av {taxable} er {expected}.",
        en="The tax is {got}, but {percent} per cent of {taxable} is {expected}.",
    ),
    cure=Words(
        nb="Rett avgiften, satsen eller grunnlaget.",
        nn="Rett avgifta, satsen eller grunnlaget.",
        en="Correct the tax, the rate or the amount that is taxed.",
    ),
)
def tax_is_the_rate_of_what_is_taxed(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
    """A category comes to its rate of what is taxed; below half a per cent, to nearly nothing."""
    for spot, each in groups_at(reading, "cac:TaxSubtotal", TaxSubtotal, within="cac:TaxTotal"):
        percent = each.category.percent if each.category is not None else None
        tax = each.tax.value if each.tax is not None else None
        taxable = each.taxable.value if each.taxable is not None else None
        expected: Decimal | None = Decimal(0)
        right = tax is not None and whole(tax) == 0
        if percent is not None and whole(percent) != 0:
            expected = None if taxable is None else cents(taxable * percent / 100)
            right = expected is not None and tax == expected
        if not right:
            told = {"got": tax, "percent": percent, "taxable": taxable, "expected": expected}
            yield spot, {name: "" if found is None else found for name, found in told.items()}


@rule(
    "PEPPOL-T110-R025",
    TaxTotal,
    at="tax",
    says=Words(
        nb="Avgiften er {got}, men summen av kategoriene er {expected}.",
        nn="Avgifta er {got}, men summen av kategoriane er {expected}.",
        en="The tax is {got}, but the sum of the categories is {expected}.",
    ),
    cure=Words(
        nb="Rett summen, eller avgiften i kategoriene.",
        nn="Rett summen, eller avgifta i kategoriane.",
        en="Correct the sum, or the tax of the categories.",
    ),
)
def tax_is_the_sum_of_its_categories(each: TaxTotal, _: Reading[Group]) -> Facts | None:
    """With categories, the tax is what they come to."""
    expected = cents(total(part.tax for part in each.subtotals))
    if not each.subtotals or (each.tax is not None and each.tax.value == expected):
        return None
    return {"got": each.tax.value if each.tax is not None else "", "expected": expected}


REASONED = Words(
    nb="Kategorien «{got}» er uten avgift, men det står ikke hvorfor.",
    nn="Kategorien «{got}» er utan avgift, men det står ikkje kvifor.",
    en="The category “{got}” is without tax, but it is not said why.",
)
ADD_REASON = Words(
    nb="Skriv grunnen, eller bruk en kategori med avgift (S, Z, L, M).",
    nn="Skriv grunnen, eller bruk ein kategori med avgift (S, Z, L, M).",
    en="Write the reason, or use a category with tax (S, Z, L, M).",
)
UNREASONED = Words(
    nb="Kategorien «{got}» har en grunn til fritak, men er ikke fritatt.",
    nn="Kategorien «{got}» har ein grunn til fritak, men er ikkje friteken.",
    en="The category “{got}” has a reason for exemption but is not exempt.",
)
REMOVE_REASON = Words(
    nb="Ta bort grunnen, eller bruk en kategori uten avgift (E, AE, O, K, G).",
    nn="Ta bort grunnen, eller bruk ein kategori utan avgift (E, AE, O, K, G).",
    en="Remove the reason, or use a category without tax (E, AE, O, K, G).",
)


def _reasoned(official: str, codes: str, says: Words, cure: Words, *, with_reason: bool) -> Sweep:
    """The rule on categories with a reason for exemption, or on those without."""

    @sweep(official, says=says, cure=cure)
    def category_fits_its_reason(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        found = groups_at(
            reading, "cac:TaxCategory", TaxSubtotalTaxCategory, within="cac:TaxSubtotal"
        )
        for spot, each in found:
            got = spelled(each, "code")
            if (each.exemption_reason is not None) == with_reason and f" {got} " not in codes:
                yield spot, {"got": got}

    return category_fits_its_reason


MISMATCHED = Words(
    nb="Avgiftskategorien «{got}» står ikke i avgiftsoversikten.",
    nn="Avgiftskategorien «{got}» står ikkje i avgiftsoversikta.",
    en="The tax category “{got}” is not in the overview of taxes.",
)
MATCH = Words(
    nb="Legg kategorien til i oversikten, eller rett den her.",
    nn="Legg kategorien til i oversikta, eller rett han her.",
    en="Add the category to the overview, or correct it here.",
)


@sweep("PEPPOL-T110-R026", says=MISMATCHED, cure=MATCH)
def rates_are_in_the_overview(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
    """With a tax total, each rate is one of its categories."""
    if not _has_tax(reading):
        return
    known = reading.once(_overview)
    for spot, each in taxed(reading):
        if each.percent is not None and _rate(each) not in known:
            yield spot, {"got": f"{spelled(each, 'code')} {each.percent:f} %"}


@sweep("PEPPOL-T110-R027", says=MISMATCHED, cure=MATCH)
def categories_are_in_the_overview(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
    """With a tax total, each category is one of its own, spelled just so."""
    if not _has_tax(reading):
        return
    known = {code for code, _ in reading.once(_overview)}
    for spot, each in taxed(reading):
        if each.code not in known:
            yield spot, {"got": each.code or ""}


TAXES: tuple[AnyRule, ...] = (
    tax_is_the_rate_of_what_is_taxed,
    tax_is_the_sum_of_its_categories,
    _reasoned("PEPPOL-T110-R028", TAXED, REASONED, ADD_REASON, with_reason=False),
    _reasoned("PEPPOL-T110-R029", NOT_TAXED, UNREASONED, REMOVE_REASON, with_reason=True),
    rates_are_in_the_overview,
    categories_are_in_the_overview,
)
