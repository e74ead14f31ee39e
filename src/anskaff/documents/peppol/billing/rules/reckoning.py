"""How the official rules reckon: rounding, decimals as written, and which tax a category is of."""

from collections.abc import Iterable
from decimal import ROUND_FLOOR, Decimal
from typing import cast

from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.billing.lines import LineTaxCategory
from anskaff.documents.peppol.billing.parties import PartyTaxScheme, TaxScheme
from anskaff.documents.peppol.billing.totals import DocumentTaxCategory, SubtotalTaxCategory
from anskaff.documents.ubl.guards import Guard, lacks
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Amount, Value, normalized, written

Bill = Invoice | CreditNote
Category = LineTaxCategory | DocumentTaxCategory | SubtotalTaxCategory
HALF = Decimal("0.5")
VAT = "VAT"


def whole(value: Decimal) -> Decimal:
    """To a whole number, a half goes up (also below zero), as XPath rounds.

    >>> whole(Decimal("2.5")), whole(Decimal("-2.5"))
    (Decimal('3'), Decimal('-2'))
    """
    return (value + HALF).to_integral_value(rounding=ROUND_FLOOR)


def cents(value: Decimal) -> Decimal:
    """To two decimals, a half goes up.

    >>> cents(Decimal("1.005")), cents(Decimal("-1.005"))
    (Decimal('1.01'), Decimal('-1'))
    """
    return whole(value * 100) / 100


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
    found: dict[object, LineTaxCategory] = {}
    only_vat = not has_other_tax(reading) and "scheme" in reading.always(LineTaxCategory)
    for each in reading.all(LineTaxCategory):
        scheme = None if only_vat else each.scheme
        # Reading makes a value that comes again once; one that it made twice is merely two.
        key = each.category, id(each.percent), scheme and scheme.key
        if key not in found:
            found[key] = each
    return tuple(found.values())


def squeezed(text: str | None) -> str:
    """Without space around, and one space for many, as `normalize-space`.

    >>> squeezed(" a  b "), squeezed(None)
    ('a b', '')
    """
    return normalized(text or "")


def has_other_tax(reading: Reading[Group]) -> bool:
    """Whether some tax scheme is not VAT as it is usually written."""
    return reading.once(_other_tax)


def _other_tax(reading: Reading[Group]) -> bool:
    return any(each.key != VAT for each in reading.all(TaxScheme))


def no_vat(kind: type[Group]) -> tuple[Guard, ...]:
    """The guards that some category of a type is none of VAT."""
    return lacks(kind, "category"), lacks(kind, "scheme"), has_other_tax


def is_vat(owner: Category | PartyTaxScheme) -> bool:
    """Whether the tax scheme is VAT, in letters of any size."""
    scheme: TaxScheme | None = owner.scheme
    if scheme is None:
        return False
    return scheme.key == VAT or squeezed((scheme.key or "").upper()) == VAT
