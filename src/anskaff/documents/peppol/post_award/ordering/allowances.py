"""The rules on allowances and charges: percentage and base, reasons, no negative amounts."""

from collections.abc import Iterator
from decimal import Decimal

from anskaff.concepts.words import Words
from anskaff.documents.peppol.post_award.anywhere import groups_at, texts_at
from anskaff.documents.peppol.post_award.ordering.lines import PriceDiscount
from anskaff.documents.peppol.post_award.ordering.sums import (
    NEGATIVE,
    NOT_NEGATIVE,
    amount_in,
    value,
)
from anskaff.documents.peppol.post_award.ordering.totals import AllowanceCharge
from anskaff.documents.peppol.post_award.spelling import normalized
from anskaff.documents.ubl.nearest_codes import unlisted
from anskaff.documents.ubl.reading import Reading, Spot
from anskaff.documents.ubl.rules import AnyRule, Facts, Rule, Sweep, rule, sweep
from anskaff.documents.ubl.structure_faults import NOT_IN_LIST
from anskaff.documents.ubl.table import Group

TAG = "cac:AllowanceCharge"
PERCENT = "cbc:MultiplierFactorNumeric"
BASE = "cbc:BaseAmount"
INDICATOR = "cbc:ChargeIndicator"
REASON = "cbc:AllowanceChargeReason"
REASON_CODE = "cbc:AllowanceChargeReasonCode"
SLACK = Decimal("0.02")

WITHOUT_BASE = Words(
    nb="Rabatten eller gebyret har en prosent, men ikke beløpet prosenten er av.",
    nn="Rabatten eller gebyret har ein prosent, men ikkje beløpet prosenten er av.",
    en="The allowance or charge has a percentage but not the amount it is of.",
)
ADD_BASE = Words(
    nb="Oppgi grunnlaget, eller ta bort prosenten.",
    nn="Oppgje grunnlaget, eller ta bort prosenten.",
    en="State the base amount, or remove the percentage.",
)
WITHOUT_PERCENT = Words(
    nb="Rabatten eller gebyret har et grunnlag, men ikke prosenten av det.",
    nn="Rabatten eller gebyret har eit grunnlag, men ikkje prosenten av det.",
    en="The allowance or charge has a base amount but not the percentage of it.",
)
ADD_PERCENT = Words(
    nb="Oppgi prosenten, eller ta bort grunnlaget.",
    nn="Oppgje prosenten, eller ta bort grunnlaget.",
    en="State the percentage, or remove the base amount.",
)
OTHER_AMOUNT = Words(
    nb="Beløpet er {got}, men {percent} prosent av {base} er {expected}.",
    nn="Beløpet er {got}, men {percent} prosent av {base} er {expected}.",
    en="The amount is {got}, but {percent} per cent of {base} is {expected}.",
)
CORRECT_AMOUNT = Words(
    nb="Rett beløpet, prosenten eller grunnlaget.",
    nn="Rett beløpet, prosenten eller grunnlaget.",
    en="Correct the amount, the percentage or the base.",
)
WITHOUT_REASON = Words(
    nb="Det står ikke hva rabatten eller gebyret er for.",
    nn="Det står ikkje kva rabatten eller gebyret er for.",
    en="It is not said what the allowance or charge is for.",
)
ADD_REASON = Words(
    nb="Skriv en grunn, som tekst eller kode.",
    nn="Skriv ei grunngiving, som tekst eller kode.",
    en="Write a reason, as text or as a code.",
)


def rules(prefix: str, *kinds: type[Group]) -> Iterator[AnyRule]:
    """The rules on allowances and charges of these kinds, and on all that stand elsewhere."""
    yield _percent_has_base(f"{prefix}-R020", *kinds, PriceDiscount)
    yield base_has_percent(f"{prefix}-R021", *kinds)
    yield amount_is_the_percentage(f"{prefix}-R022", *kinds)
    yield has_a_reason(f"{prefix}-R023", *kinds)
    yield is_not_negative(f"{prefix}-R032", *kinds)
    yield from reason_codes(prefix, *kinds, PriceDiscount)


def reason_codes(prefix: str, *kinds: type[Group]) -> Iterator[Sweep]:
    """The rules that an allowance and a charge have reason codes from lists of their own."""
    yield _reason_code(f"{prefix}-CL001", "false", "UNCL5189", kinds)
    yield _reason_code(f"{prefix}-CL002", "true", "UNCL7161", kinds)


def _percent_has_base(official: str, *kinds: type[Group]) -> Sweep:
    """The rule that a percentage stands with its base, also in a price."""

    @sweep(official, says=WITHOUT_BASE, cure=ADD_BASE)
    def has_a_base(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        for spot, charge in groups_at(reading, TAG, *kinds):
            if texts_at(charge, PERCENT) and not texts_at(charge, BASE):
                yield spot, {}

    return has_a_base


def charge_has_base(official: str, *kinds: type[Group]) -> Rule:
    """The rule that a percentage stands with its base, in charges of these kinds."""

    @rule(official, *kinds, at="percent", says=WITHOUT_BASE, cure=ADD_BASE)
    def charge_has_a_base(charge: Group, _: Reading[Group]) -> Facts | None:
        return {} if texts_at(charge, PERCENT) and not texts_at(charge, BASE) else None

    return charge_has_a_base


def _is_left(charge: Group) -> bool:
    """Whether the official rules go on: not when a percentage or a base stands alone."""
    return bool(texts_at(charge, PERCENT)) == bool(texts_at(charge, BASE))


def base_has_percent(official: str, *kinds: type[Group]) -> Rule:
    """The rule that a base stands with its percentage."""

    @rule(official, *kinds, at="base", says=WITHOUT_PERCENT, cure=ADD_PERCENT)
    def has_a_percentage(charge: Group, _: Reading[Group]) -> Facts | None:
        return {} if texts_at(charge, BASE) and not texts_at(charge, PERCENT) else None

    return has_a_percentage


def amount_is_the_percentage(official: str, *kinds: type[Group]) -> Rule:
    """The rule that the amount is the percentage of the base, give or take two cents."""

    @rule(official, *kinds, at="amount", says=OTHER_AMOUNT, cure=CORRECT_AMOUNT)
    def is_the_percentage(charge: Group, _: Reading[Group]) -> Facts | None:
        percent: Decimal | None = getattr(charge, "percent", None)
        base = amount_in(charge, "base")
        if percent is None or base is None:
            return None
        got, expected = value(amount_in(charge, "amount")), base.value * percent / 100
        if abs(got - expected) <= SLACK:
            return None
        return {"got": got, "expected": expected, "percent": percent, "base": base.value}

    return is_the_percentage


def has_a_reason(official: str, *kinds: type[Group]) -> Rule:
    """The rule that an allowance or charge says what it is for."""

    @rule(official, *kinds, at="reason_code", says=WITHOUT_REASON, cure=ADD_REASON)
    def says_what_it_is_for(charge: Group, _: Reading[Group]) -> Facts | None:
        told = texts_at(charge, REASON) or texts_at(charge, REASON_CODE)
        return {} if _is_left(charge) and not told else None

    return says_what_it_is_for


def is_not_negative(official: str, *kinds: type[Group]) -> Rule:
    """The rule that the amount is 0 or more."""

    @rule(official, *kinds, at="amount", says=NEGATIVE, cure=NOT_NEGATIVE)
    def amount_is_not_negative(charge: Group, _: Reading[Group]) -> Facts | None:
        amount = amount_in(charge, "amount")
        if not _is_left(charge) or (amount is not None and amount.value >= 0):
            return None
        return {"label": charge.field("amount").said.label, "got": value(amount)}

    return amount_is_not_negative


def _reason_code(
    official: str, indicator: str, codes: str, kinds: tuple[type[Group], ...]
) -> Sweep:
    @sweep(official, says=NOT_IN_LIST.text, cure=NOT_IN_LIST.cure)
    def reason_is_in_its_list(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        known = reading.lists.get(codes)
        if not known:
            return
        label = AllowanceCharge.field("reason_code").said.label
        for spot, charge in groups_at(reading, TAG, *kinds):
            if indicator in texts_at(charge, INDICATOR):
                for got in map(normalized, texts_at(charge, REASON_CODE)):
                    if got not in known:
                        yield spot, unlisted(label, got, known, codes)

    return reason_is_in_its_list
