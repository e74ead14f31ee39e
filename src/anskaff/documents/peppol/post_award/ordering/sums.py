"""The rules on what an order is expected to come to, as a whole and in its parts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from anskaff.concepts.words import Words
from anskaff.documents.peppol.post_award.ordering.lines import LineAllowanceCharge, LineItem
from anskaff.documents.peppol.post_award.ordering.totals import AllowanceCharge, TaxTotal, Totals
from anskaff.documents.peppol.post_award.spelling import spelled
from anskaff.documents.peppol.rounding import cents
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Amount

NOTHING = Decimal(0)
Sums = Callable[[Totals, Reading[Group]], Decimal | None]
Asked = Callable[[Totals, Reading[Group]], bool]

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
    yield total_is_not_negative(f"{prefix}-R006", Totals, "payable")
    yield total_is_not_negative(f"{prefix}-R007", Totals, "lines")

    def lines(_: Totals, reading: Reading[Group]) -> Decimal:
        return cents(total(each.net for each in reading.all(line_item)))

    def is_sum(number: str, name: str, reckoned: Sums, how: Words, asked: Asked = always) -> Rule:
        return total_is(f"{prefix}-{number}", Totals, name, reckoned, how, asked=asked)

    yield total_is(f"{prefix}-R008", Totals, "lines", lines, SUM_OF_LINES, warning=mild_lines)
    yield is_sum("R009", "allowances", document_sum("false"), SUM_OF_ALLOWANCES)
    yield is_sum("R010", "charges", document_sum("true"), SUM_OF_CHARGES)
    yield is_sum("R011", "without_tax", _without_tax, WITHOUT_TAX)
    yield is_sum("R016", "payable", to_pay, TO_PAY, _has_tax_inclusive)
    yield is_sum("R017", "with_tax", _with_tax, WITH_TAX, _has_one_tax)


def total(amounts: Iterable[Amount | None]) -> Decimal:
    """The sum of those that stand."""
    return sum((each.value for each in amounts if each is not None), NOTHING)


def amount_in(group: Group, name: str) -> Amount | None:
    """The amount that a field holds."""
    found = getattr(group, name)
    return found if isinstance(found, Amount) else None


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


def to_pay(totals: Totals, _: Reading[Group]) -> Decimal:
    """What is left to pay: with tax, less what is prepaid, plus the rounding."""
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


def total_is_not_negative(official: str, kind: type[Totals], name: str) -> Rule:
    """The rule that a total is stated and is 0 or more."""
    row = kind.field(name)

    @rule(official, kind, at=name, says=NEGATIVE, cure=NOT_NEGATIVE)
    def is_not_negative(totals: Totals, _: Reading[Group]) -> Facts | None:
        amount = amount_in(totals, name)
        if amount is not None and amount.value >= 0:
            return None
        return {"label": row.said.label, "got": amount.value if amount else NOT_THERE}

    return is_not_negative


def always(_totals: Totals, _reading: Reading[Group]) -> bool:
    """A rule that is asked in any case."""
    return True


def total_is(
    official: str,
    kind: type[Totals],
    name: str,
    reckoned: Sums,
    how: Words,
    *,
    asked: Asked = always,
    warning: bool = False,
) -> Rule:
    """The rule that a total is what it is reckoned to be.

    A total that is not stated is taken as `UNSTATED` has it, else the rule is broken.
    """
    row = kind.field(name)

    @rule(official, kind, at=name, says=OTHER_SUM, cure=CORRECT_SUM, warning=warning)
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
    amount = amount_in(totals, name)
    if amount is not None:
        return amount.value
    if name in UNSTATED:
        return UNSTATED[name](totals)
    return None


UNSTATED: Mapping[str, Callable[[Totals], Decimal | None]] = {
    "allowances": lambda _: NOTHING,
    "charges": lambda _: NOTHING,
    "without_tax": _excluding_tax,
    "with_tax": lambda _: NOTHING,
}
"""What a total that is not stated is taken to be."""
