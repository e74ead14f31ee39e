"""How the official rules reckon: sums, decimals as written, and which tax a category is of."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.billing.lines import CreditNoteLine, InvoiceLine, LineTaxCategory
from anskaff.documents.peppol.billing.parties import PartyTaxScheme, TaxScheme
from anskaff.documents.peppol.billing.totals import (
    DocumentAllowance,
    DocumentTaxCategory,
    LineAllowance,
    SubtotalTaxCategory,
)
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Amount, Value, normalized, written

Bill = Invoice | CreditNote
Category = LineTaxCategory | DocumentTaxCategory | SubtotalTaxCategory
ZERO = Decimal(0)
VAT = "VAT"


def total(amounts: Iterable[Amount | None]) -> Decimal:
    """The sum of those that stand."""
    return sum((each.value for each in amounts if each is not None), Decimal(0))


def text_of(group: Group, name: str) -> str:
    """A value as it stands in the document."""
    if group.extras is not None and (name, 0) in group.extras.spelled:
        return group.extras.spelled[name, 0]
    return written(cast(Value, getattr(group, name)))


def decimals(group: Group, name: str) -> int:
    """How many characters stand after the point; zeros and spaces count."""
    if getattr(group, name) is None:
        return 0
    return len(text_of(group, name).partition(".")[2])


def unlike_categories(reading: Reading[Group]) -> tuple[LineTaxCategory, ...]:
    """One category of the lines for each code, rate and scheme."""
    items = (line.item for _, line in reading.once(alike_lines))
    return tuple(
        cast(LineTaxCategory, each)
        for item in items
        if item is not None
        for each in item.children(item.field("tax"))
    )


def squeezed(text: str | None) -> str:
    """Without space around, and one space for many, as `normalize-space`.

    >>> squeezed(" a  b "), squeezed(None)
    ('a b', '')
    """
    return normalized(text or "")


def alike_lines(reading: Reading[Group]) -> tuple[tuple[Decimal, InvoiceLine], ...]:
    """The sum of the lines of each category, rate and scheme as written, and one of the lines."""
    sums: dict[object, Decimal] = {}
    lines: dict[object, InvoiceLine] = {}
    for line in reading.all(InvoiceLine, CreditNoteLine):
        item, amount = line.item, line.amount
        tax = item.tax if item is not None and item.extras is None else None
        if tax is not None:
            # Reading makes a value that comes again once; one that it made twice is merely two.
            scheme = tax.scheme
            key: object = (tax.category, id(tax.percent), scheme and scheme.key)
        else:
            key = id(line)
        value = ZERO if amount is None else amount[0]
        if key in sums:
            sums[key] += value
        else:
            sums[key], lines[key] = value, line
    return tuple((value, lines[key]) for key, value in sums.items())


Reason = tuple[str | None, bool | None, bool]
"""The code of a reason, whether it is for a charge, and whether nothing odd stands beside it."""


def reasons(reading: Reading[Group]) -> frozenset[Reason]:
    """The different reasons of allowances and charges, of lines as well."""
    allowances: list[DocumentAllowance | LineAllowance] = [*reading.all(DocumentAllowance)]
    allowances += reading.all(LineAllowance)
    return frozenset(
        [(each.reason_code, each.is_charge, each.extras is None) for each in allowances]
    )


@dataclass(frozen=True, slots=True)
class UnlistedReason:
    """The guard that a charge, or an allowance, has a reason that is not in a code list."""

    list: str
    is_charge: bool

    def __call__(self, reading: Reading[Group]) -> bool:
        """Whether there is such a code, or one beside something odd."""
        codes = reading.lists.get(self.list)
        if codes is None:
            return False
        return any(
            not plain or (is_charge is self.is_charge and code is not None and code not in codes)
            for code, is_charge, plain in reading.once(reasons)
        )


@dataclass(frozen=True, slots=True)
class NoVat:
    """The guard that some category of a type is none of VAT."""

    kind: type[Category]

    def __call__(self, reading: Reading[Group]) -> bool:
        """Whether there is such a category."""
        categories: Iterable[Category] = reading.all(self.kind)
        if self.kind is LineTaxCategory:
            categories = reading.once(unlike_categories)
        return any(each.category is None or not is_vat(each) for each in categories)


def is_vat(owner: Category | PartyTaxScheme) -> bool:
    """Whether the tax scheme is VAT, in letters of any size."""
    scheme: TaxScheme | None = owner.scheme
    if scheme is None:
        return False
    return scheme.key == VAT or squeezed((scheme.key or "").upper()) == VAT
