"""Amounts have at most two decimals as they are written (BR-DEC and UBL-DT-01).

BR-DEC-13 and BR-DEC-15 are left out: the official ones look for a currency inside the amount and
therefore always hold.
"""

from decimal import Decimal

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.lines import CreditNoteLine, InvoiceLine
from anskaff.documents.peppol.billing.rules.reckoning import decimals, text_of
from anskaff.documents.peppol.billing.totals import (
    AllowanceCharge,
    DocumentAllowance,
    LineAllowance,
    TaxSubtotal,
    TaxTotal,
    Totals,
)
from anskaff.documents.ubl.reading import Reading, amounts_of
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.table import Group

MOST = 2
SAYS = Words(
    nb="{label} er {got}, med flere enn to desimaler.",
    nn="{label} er {got}, med fleire enn to desimalar.",
    en="{label} is {got}, with more than two decimals.",
)
CURE = Words(
    nb="Rund av til to desimaler, uten nuller etter dem.",
    nn="Rund av til to desimalar, utan nullar etter dei.",
    en="Round to two decimals, without zeros after them.",
)


LINES = (InvoiceLine, CreditNoteLine)
IN_CENTS: tuple[type[Group], ...] = (
    DocumentAllowance,
    LineAllowance,
    TaxTotal,
    TaxSubtotal,
    Totals,
    *LINES,
)
"""The groups whose amounts are all in whole cents."""
is_cents, is_tenths, is_whole = (Decimal(each).same_quantum for each in ("0.01", "0.1", "1"))
PLACES = tuple((kind, tuple(row.name for row in amounts_of(kind))) for kind in IN_CENTS)


def has_finer_than_cents(reading: Reading[Group]) -> bool:
    """Whether some amount has more than two decimals, or may have them as it is written."""
    if not reading.as_written:
        return True
    for kind, names in PLACES:
        for group in reading.groups.get(kind, ()):
            held = group.__dict__
            for name in names:
                if name not in held:
                    continue
                value = held[name][0]
                if not (is_cents(value) or is_whole(value) or is_tenths(value)):
                    return True
    return False


def at_most_two(
    official: str, name: str, *kinds: type[Group], is_charge: bool | None = None
) -> Rule:
    """A rule that an amount of these groups has two decimals at most."""

    @rule(official, *kinds, at=name, says=SAYS, cure=CURE, when=has_finer_than_cents)
    def found(group: Group, _reading: Reading[Group]) -> Facts | None:
        if isinstance(group, AllowanceCharge) and is_charge is not group.is_charge:
            return None
        if decimals(group, name) <= MOST:
            return None
        return {"label": group.field(name).said.label, "got": text_of(group, name)}

    return found


def _amount_type(kind: type[Group]) -> Rule:
    """UBL-DT-01 for all amounts of a group; prices and price discounts may have more decimals."""
    names = [row.name for row in amounts_of(kind)]

    @rule("UBL-DT-01", kind, says=SAYS, cure=CURE, when=has_finer_than_cents)
    def found(group: Group, _reading: Reading[Group]) -> Facts | None:
        for name in names:
            if decimals(group, name) > MOST:
                return {"label": group.field(name).said.label, "got": text_of(group, name)}
        return None

    return found


RULES: tuple[Rule, ...] = (
    at_most_two("BR-DEC-01", "amount", DocumentAllowance, is_charge=False),
    at_most_two("BR-DEC-02", "base", DocumentAllowance, is_charge=False),
    at_most_two("BR-DEC-05", "amount", DocumentAllowance, is_charge=True),
    at_most_two("BR-DEC-06", "base", DocumentAllowance, is_charge=True),
    at_most_two("BR-DEC-09", "lines", Totals),
    at_most_two("BR-DEC-10", "allowances", Totals),
    at_most_two("BR-DEC-11", "charges", Totals),
    at_most_two("BR-DEC-12", "without_tax", Totals),
    at_most_two("BR-DEC-14", "with_tax", Totals),
    at_most_two("BR-DEC-16", "prepaid", Totals),
    at_most_two("BR-DEC-17", "rounding", Totals),
    at_most_two("BR-DEC-18", "payable", Totals),
    at_most_two("BR-DEC-19", "taxable", TaxSubtotal),
    at_most_two("BR-DEC-20", "tax", TaxSubtotal),
    at_most_two("BR-DEC-23", "amount", *LINES),
    at_most_two("BR-DEC-24", "amount", LineAllowance, is_charge=False),
    at_most_two("BR-DEC-25", "base", LineAllowance, is_charge=False),
    at_most_two("BR-DEC-27", "amount", LineAllowance, is_charge=True),
    at_most_two("BR-DEC-28", "base", LineAllowance, is_charge=True),
    *map(_amount_type, IN_CENTS),
)
