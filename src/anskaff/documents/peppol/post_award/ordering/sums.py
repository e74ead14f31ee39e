"""The rules on what an order is expected to come to, as a whole and in its parts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from anskaff.concepts.words import Words
from anskaff.documents.peppol.post_award.ordering.lines import LineAllowanceCharge, LineItem
from anskaff.documents.peppol.post_award.ordering.totals import AllowanceCharge, TaxTotal, Totals
from anskaff.documents.peppol.post_award.rounding import cents
from anskaff.documents.peppol.post_award.spelling import spelled
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Amount

NOTHING = Decimal(0)
Sums = Callable[[Totals, Reading[Group]], Decimal | None]

NEGATIVE = Words(
    nb="{label} er {got}, men kan ikke være negativt.",
    nn="{label} er {got}, men kan ikkje vere negativt.",
    en="{label} is {got} but cannot be negative.",
)
NOT_NEGATIVE = Words(nb="Skriv 0 eller mer.", nn="Skriv 0 eller meir.", en="Write 0 or more.")
OTHER_SUM = Words(
    nb="{label} er {got}, men skal være {expected}: {reckoned}.",
    nn="{label} er {got}, men skal vere {expected}: {reckoned}.",
    en="{label} is {got} but must be {expected}: {reckoned}.",
)
CORRECT_SUM = Words(
    nb="Rett summen, eller beløpene den er regnet av.",
    nn="Rett summen, eller beløpa han er rekna av.",
    en="Correct the sum, or the amounts that it is made of.",
)
SUM_OF_LINES = Words(nb="summen av linjene", nn="summen av linjene", en="the sum of the lines")
SUM_OF_ALLOWANCES = Words(
    nb="summen av rabattene", nn="summen av rabattane", en="the sum of the allowances"
)
SUM_OF_CHARGES = Words(nb="summen av gebyrene", nn="summen av gebyra", en="the sum of the charges")
WITHOUT_TAX = Words(
    nb="linjene minus rabatter pluss gebyrer",
    nn="linjene minus rabattar pluss gebyr",
    en="the lines less allowances plus charges",
)
TO_PAY = Words(
    nb="med avgift, minus forhåndsbetalt, pluss avrunding",
    nn="med avgift, minus betalt på førehand, pluss avrunding",
    en="with tax, less what is prepaid, plus rounding",
)
WITH_TAX = Words(
    nb="uten avgift pluss avgiften",
    nn="utan avgift pluss avgifta",
    en="without tax plus the tax",
)
NOT_THERE = Words(nb="ikke oppgitt", nn="ikkje oppgjeve", en="not stated")


def rules(prefix: str, line_item: type[LineItem], *, mild_lines: bool = False) -> Iterator[Rule]:
    """The rules on the sums; with `mild_lines` another sum of lines is only a warning."""
    yield _not_negative(f"{prefix}-R006", "payable")
    yield _not_negative(f"{prefix}-R007", "lines")

    def lines(_: Totals, reading: Reading[Group]) -> Decimal:
        return cents(total(each.net for each in reading.all(line_item)))

    yield _sum(f"{prefix}-R008", "lines", lines, SUM_OF_LINES, warning=mild_lines)
    yield _sum(f"{prefix}-R009", "allowances", document_sum("false"), SUM_OF_ALLOWANCES)
    yield _sum(f"{prefix}-R010", "charges", document_sum("true"), SUM_OF_CHARGES)
    yield _sum(f"{prefix}-R011", "without_tax", _without_tax, WITHOUT_TAX)
    yield _sum(f"{prefix}-R016", "payable", _to_pay, TO_PAY, asked=_has_tax_inclusive)
    yield _sum(f"{prefix}-R017", "with_tax", _with_tax, WITH_TAX, asked=_has_one_tax)


def total(amounts: Iterable[Amount | None]) -> Decimal:
    """The sum of those that stand."""
    return sum((each.value for each in amounts if each is not None), NOTHING)


def value(amount: Amount | None) -> Decimal:
    """An amount, or 0 when it is not stated."""
    return amount.value if amount is not None else NOTHING


def sum_of(charges: Iterable[AllowanceCharge | LineAllowanceCharge], indicator: str) -> Decimal:
    """The sum of the allowances (`false`) or charges (`true`), as their indicators are spelled."""
    return cents(total(each.amount for each in charges if spelled(each, "is_charge") == indicator))


def document_sum(indicator: str) -> Callable[[Totals, Reading[Group]], Decimal]:
    """The sum of the allowances or charges on the whole document."""

    def found(_: Totals, reading: Reading[Group]) -> Decimal:
        return sum_of(reading.all(AllowanceCharge), indicator)

    return found


def _excluding_tax(totals: Totals) -> Decimal | None:
    """The total without tax; where it is not stated, the official rules reckon it."""
    if totals.without_tax is not None:
        return totals.without_tax.value
    return _without_tax(totals, None)


def _without_tax(totals: Totals, _: Reading[Group] | None) -> Decimal | None:
    if totals.lines is None:
        return None
    return totals.lines.value - value(totals.allowances) + value(totals.charges)


def _to_pay(totals: Totals, _: Reading[Group]) -> Decimal:
    return value(totals.with_tax) - value(totals.prepaid) + value(totals.rounding)


def _with_tax(totals: Totals, reading: Reading[Group]) -> Decimal | None:
    without = _excluding_tax(totals)
    taxes = total(each.tax for each in reading.all(TaxTotal))
    return None if without is None else without + taxes


def _has_tax_inclusive(totals: Totals, _: Reading[Group]) -> bool:
    """The official rules take a total of 0 for none."""
    return value(totals.with_tax) != 0


def _has_one_tax(totals: Totals, reading: Reading[Group]) -> bool:
    """With several tax totals the official rule cannot be asked."""
    return value(totals.with_tax) != 0 and len(list(reading.all(TaxTotal))) == 1


def _not_negative(official: str, name: str) -> Rule:
    row = Totals.field(name)

    @rule(official, Totals, at=name, says=NEGATIVE, cure=NOT_NEGATIVE)
    def is_not_negative(totals: Totals, _: Reading[Group]) -> Facts | None:
        amount: Amount | None = getattr(totals, name)
        if amount is not None and amount.value >= 0:
            return None
        return {"label": row.said.label, "got": amount.value if amount else NOT_THERE}

    return is_not_negative


def _always(_totals: Totals, _reading: Reading[Group]) -> bool:
    return True


STATED_OR_ZERO = frozenset({"allowances", "charges"})
"""Sums that are 0 when they are not stated."""
OWN_SUMS: Mapping[str, Callable[[Totals], Decimal | None]] = {"without_tax": _excluding_tax}


def _sum(
    official: str,
    name: str,
    reckoned: Sums,
    how: Words,
    *,
    asked: Callable[[Totals, Reading[Group]], bool] = _always,
    warning: bool = False,
) -> Rule:
    """The rule that a total is what it is reckoned to be."""
    row = Totals.field(name)
    says, cure = OTHER_SUM, CORRECT_SUM

    @rule(official, Totals, at=name, says=says, cure=cure, warning=warning)
    def is_the_sum(totals: Totals, reading: Reading[Group]) -> Facts | None:
        if not asked(totals, reading):
            return None
        got, expected = _stated(totals, name), reckoned(totals, reading)
        if got is not None and got == expected:
            return None
        return {
            "label": row.said.label,
            "got": NOT_THERE if got is None else got,
            "expected": NOT_THERE if expected is None else expected,
            "reckoned": how,
        }

    return is_the_sum


def _stated(totals: Totals, name: str) -> Decimal | None:
    if name in OWN_SUMS:
        return OWN_SUMS[name](totals)
    amount: Amount | None = getattr(totals, name)
    if amount is None:
        return NOTHING if name in STATED_OR_ZERO else None
    return amount.value
