"""The VAT families: the same ten rules for each category of tax, and what only some have.

Each family says which number of the parties it asks for, which rate it allows, how the base is
summed and whether a reason stands.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from anskaff.documents.peppol.billing.lines import Item, LineTaxCategory
from anskaff.documents.peppol.billing.rules import vat_words as words
from anskaff.documents.peppol.billing.rules.hidden_groups import hidden_groups
from anskaff.documents.peppol.billing.rules.reckoning import (
    Category,
    alike_lines,
    is_vat,
    squeezed,
    total,
    unlike_categories,
)
from anskaff.documents.peppol.billing.rules.standing import BILLS
from anskaff.documents.peppol.billing.rules.vat_overview import (
    Numbers,
    Overview,
    is_on_charge,
    overview,
    uses,
)
from anskaff.documents.peppol.billing.totals import (
    DocumentAllowance,
    DocumentTaxCategory,
    SubtotalTaxCategory,
    TaxSubtotal,
)
from anskaff.documents.peppol.rounding import cents
from anskaff.documents.ubl.guards import Among
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.table import Group

Read = Reading[Group]


class Rate(StrEnum):
    """Which rate a category has."""

    POSITIVE = "positive"
    ANY = "any"
    ZERO = "zero"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One category of VAT with what its rules ask for."""

    prefix: str
    code: str
    rate: Rate
    numbers: Numbers
    reason: bool


TAXED = (LineTaxCategory, DocumentTaxCategory)
FAMILIES = (
    Family(prefix="BR-S", code="S", rate=Rate.POSITIVE, numbers=Numbers.SELLER, reason=False),
    Family(prefix="BR-Z", code="Z", rate=Rate.ZERO, numbers=Numbers.SELLER, reason=False),
    Family(prefix="BR-E", code="E", rate=Rate.ZERO, numbers=Numbers.SELLER, reason=True),
    Family(
        prefix="BR-AE", code="AE", rate=Rate.ZERO, numbers=Numbers.SELLER_AND_BUYER, reason=True
    ),
    Family(prefix="BR-IC", code="K", rate=Rate.ZERO, numbers=Numbers.BOTH_VAT, reason=True),
    Family(prefix="BR-G", code="G", rate=Rate.ZERO, numbers=Numbers.SELLER_VAT, reason=True),
    Family(prefix="BR-O", code="O", rate=Rate.NONE, numbers=Numbers.NO_VAT, reason=True),
    Family(prefix="BR-AF", code="L", rate=Rate.ANY, numbers=Numbers.SELLER, reason=False),
    Family(prefix="BR-AG", code="M", rate=Rate.ANY, numbers=Numbers.SELLER, reason=False),
)

RATES = {each.code: each.rate for each in FAMILIES}


def _facts(family: Family) -> Facts:
    return {"category": words.CATEGORIES[family.code], "code": family.code}


def _broken_down(family: Family) -> Rule:
    """01: what is used on lines, allowances and charges is in the breakdown, and the reverse."""

    @rule(
        f"{family.prefix}-01",
        *BILLS,
        at="tax_totals",
        says=words.BREAKDOWN,
        cure=words.BREAK_DOWN,
        when=uses(family.code),
    )
    def found(_bill: Group, reading: Read) -> Facts | None:
        if _agrees(family, reading.once(overview)):
            return None
        return _facts(family)

    return found


def _agrees(family: Family, seen: Overview) -> bool:
    code = family.code
    if family.rate is Rate.POSITIVE:
        used = code in seen.lines.codes | seen.any_allowance.codes
        return used == (code in seen.subtotals.codes)
    used = code in seen.lines.vat | seen.any_allowance.vat
    if family.rate is not Rate.ANY:
        used = used or code in seen.elsewhere.vat
    if family.rate is Rate.ANY:
        # The official rules compare the code as it is spelled here, and one forgets the scheme.
        spelled = seen.subtotals.spelled if code == "L" else seen.subtotals.spelled_vat
        return code in spelled if used else code not in seen.subtotals.vat
    if not used and code not in seen.subtotals.vat:
        return True
    return seen.subtotal_count.get(code, 0) == 1


def _numbers(family: Family, number: int, used: Callable[[Overview], frozenset[str]]) -> Rule:
    """02 to 04: the parties have the numbers that the category asks for."""
    says, cure = words.NUMBERS[family.numbers]

    @rule(
        f"{family.prefix}-{number:02}",
        *BILLS,
        at="seller",
        says=says,
        cure=cure,
        when=uses(family.code),
    )
    def found(_bill: Group, reading: Read) -> Facts | None:
        seen = reading.once(overview)
        if family.code not in used(seen) or seen.numbers_stand(family.numbers):
            return None
        return _facts(family)

    return found


def _standard_rated_lines() -> Rule:
    """02 of the standard rate: it also looks at lines whose scheme is not VAT."""
    says, cure = words.NUMBERS[Numbers.SELLER]
    family = FAMILIES[0]

    @rule("BR-S-02", *BILLS, at="seller", says=says, cure=cure, when=uses("S"))
    def found(_bill: Group, reading: Read) -> Facts | None:
        seen = reading.once(overview)
        if "S" not in seen.lines.codes or ("S" in seen.lines.vat and seen.seller_number):
            return None
        return _facts(family)

    return found


def _rate(family: Family, number: int, kind: type[Group], on_charge: bool | None) -> Rule:
    """05 to 07: the rate is one that the category allows."""
    says, cure = words.RATES[family.rate]

    @rule(
        f"{family.prefix}-{number:02}",
        kind,
        at="percent",
        says=says,
        cure=cure,
        when=(
            Among(_wrong_on_lines, family.code) if kind is LineTaxCategory else uses(family.code)
        ),
    )
    def found(category: Category, _reading: Read) -> Facts | None:
        if squeezed(category.category) != family.code or not is_vat(category):
            return None
        if isinstance(category, DocumentTaxCategory) and is_on_charge(category) is not on_charge:
            return None
        if _rate_is_allowed(family.rate, category.percent):
            return None
        return {
            **_facts(family),
            "got": words.NOTHING if category.percent is None else category.percent,
        }

    return found


def _wrong_on_lines(reading: Read) -> frozenset[str]:
    """The categories that have a rate on some line that they do not allow."""
    used = [(squeezed(each.category), each) for each in reading.once(unlike_categories)]
    return frozenset(
        code
        for code, each in used
        if code in RATES and is_vat(each) and not _rate_is_allowed(RATES[code], each.percent)
    )


def _rate_is_allowed(rate: Rate, percent: Decimal | None) -> bool:
    if rate is Rate.NONE or percent is None:
        return rate is Rate.NONE and percent is None
    return {Rate.POSITIVE: percent > 0, Rate.ANY: percent >= 0, Rate.ZERO: percent == 0}[rate]


def _is_of(category: SubtotalTaxCategory, family: Family) -> TaxSubtotal | None:
    """The row of the breakdown when it is of the family."""
    row = category.parent
    if squeezed(category.category) != family.code or not is_vat(category):
        return None
    return row if isinstance(row, TaxSubtotal) else None


def _base(family: Family) -> Rule:
    """08: the base is the sum of the lines and charges less the allowances of the category."""

    @rule(
        f"{family.prefix}-08",
        SubtotalTaxCategory,
        says=words.BASE,
        cure=words.SUM_UP,
        when=uses(family.code),
    )
    def found(category: SubtotalTaxCategory, reading: Read) -> Facts | None:
        row = _is_of(category, family)
        if row is None:
            return None
        with_rate = family.rate in {Rate.POSITIVE, Rate.ANY}
        if with_rate and category.percent is None:
            return None
        bases = reading.once(_bases)
        key = (family.code, category.percent if with_rate else None)
        lines, others, has_lines, has_others = bases.of(key)
        got = row.taxable.value if row.taxable else None
        if _base_agrees(family, got, lines, others, (has_lines, has_others, bases.any_line)):
            return None
        expected = lines + others
        return {
            **_facts(family),
            "got": words.NOTHING if got is None else got,
            "expected": expected,
        }

    return found


def _base_agrees(
    family: Family,
    got: Decimal | None,
    lines: Decimal,
    others: Decimal,
    there: tuple[bool, bool, bool],
) -> bool:
    has_lines, has_others, any_line = there
    if got is None:
        return False
    if family.rate is Rate.POSITIVE:
        # The official rule tries the lines of the other kind of document too, which are none.
        both = (has_lines or has_others) and abs(got - lines - others) < 1
        return both or (has_others and abs(got - others) < 1)
    if family.rate is Rate.ANY:
        return any_line and abs(got - lines - others) < 1
    return any_line and got == lines + others


Key = tuple[str, Decimal | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bases:
    """Sums of lines, and of charges less allowances, by category, and by category and rate."""

    lines: dict[Key, Decimal]
    others: dict[Key, Decimal]
    any_line: bool

    def of(self, key: Key) -> tuple[Decimal, Decimal, bool, bool]:
        """The two sums of a category, and whether there is anything in each."""
        zero = Decimal(0)
        return (
            self.lines.get(key, zero),
            self.others.get(key, zero),
            key in self.lines,
            key in self.others,
        )


def _bases(reading: Read) -> Bases:
    lines: dict[Key, Decimal] = {}
    others: dict[Key, Decimal] = {}
    alike = reading.once(alike_lines)
    for value, line in alike:
        for key in _keys(line.item) if line.item is not None else ():
            lines[key] = lines.get(key, Decimal(0)) + value
    for each in reading.all(DocumentAllowance):
        value = total([each.amount])
        # One without indicator counts as there, but adds nothing.
        sign = 0 if each.is_charge is None else 1 if each.is_charge else -1
        for key in _keys(each):
            others[key] = others.get(key, Decimal(0)) + sign * value
    # A category inside what is not used counts as there too, and adds nothing.
    for category in hidden_groups(reading).all(DocumentTaxCategory):
        if isinstance(category, DocumentTaxCategory) and category.category is not None:
            others.setdefault((squeezed(category.category), category.percent), Decimal(0))
    return Bases(lines=lines, others=others, any_line=bool(alike))


def _keys(taxed: Item | DocumentAllowance) -> set[Key]:
    """Codes, and codes with rates; the official rules cross them when there are several."""
    tax = taxed.tax
    if taxed.extras is None and tax is not None and tax.category and tax.percent is not None:
        code = squeezed(tax.category)
        return {(code, None), (code, tax.percent)}
    categories = taxed.children(taxed.field("tax"))
    known = [each for each in categories if isinstance(each, TAXED)]
    codes = {squeezed(each.category) for each in known if each.category is not None}
    rates = {each.percent for each in known if each.percent is not None}
    return {(code, None) for code in codes} | {(code, rate) for code in codes for rate in rates}


def _tax(family: Family) -> Rule:
    """09: the tax of the row is the base times the rate."""

    @rule(
        f"{family.prefix}-09",
        SubtotalTaxCategory,
        says=words.TAX,
        cure=words.MULTIPLY,
        when=uses(family.code),
    )
    def found(category: SubtotalTaxCategory, _reading: Read) -> Facts | None:
        row = _is_of(category, family)
        if row is None:
            return None
        got = row.tax.value if row.tax else None
        percent = category.percent if family.rate in {Rate.POSITIVE, Rate.ANY} else Decimal(0)
        taxable = row.taxable.value if row.taxable else None
        expected = None
        if family.rate in {Rate.ZERO, Rate.NONE}:
            expected = Decimal(0)
            agrees = got == 0
        elif percent is None or taxable is None or got is None:
            agrees = False
        else:
            expected = cents(abs(taxable) * percent / 100)
            agrees = abs(abs(got) - expected) < 1
        if agrees:
            return None
        return {
            **_facts(family),
            "got": words.NOTHING if got is None else got,
            "expected": words.UNKNOWN if expected is None else expected,
        }

    return found


def _reason(family: Family) -> Rule:
    """10: a reason stands where there is no tax, and only there."""
    says, cure = words.REASON if family.reason else words.NO_REASON

    @rule(
        f"{family.prefix}-10",
        SubtotalTaxCategory,
        at="exemption_reason",
        says=says,
        cure=cure,
        when=uses(family.code),
    )
    def found(category: SubtotalTaxCategory, _reading: Read) -> Facts | None:
        if _is_of(category, family) is None:
            return None
        stands = category.exemption_reason is not None or category.exemption_code is not None
        return _facts(family) if stands is not family.reason else None

    return found


def _family(family: Family) -> Iterator[Rule]:
    yield _broken_down(family)
    if family.rate is Rate.POSITIVE:
        yield _standard_rated_lines()
    else:
        yield _numbers(family, 2, lambda seen: seen.lines.vat)
    if family.code == "O":
        yield _numbers(family, 3, lambda seen: seen.own_allowances.vat)
    else:
        yield _numbers(family, 3, lambda seen: seen.allowances.vat)
    if family.code == "L":
        yield _numbers(family, 4, lambda seen: seen.charges.spelled_vat)
    elif family.code == "O":
        yield _numbers(family, 4, lambda seen: seen.own_charges.vat)
    else:
        yield _numbers(family, 4, lambda seen: seen.charges.vat)
    yield _rate(family, 5, LineTaxCategory, None)
    yield _rate(family, 6, DocumentTaxCategory, False)
    yield _rate(family, 7, DocumentTaxCategory, True)
    yield from (_base(family), _tax(family), _reason(family))


RULES: tuple[Rule, ...] = tuple(each for family in FAMILIES for each in _family(family))
