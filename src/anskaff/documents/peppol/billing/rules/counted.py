"""What may stand once at most although UBL lets it repeat (UBL-SR)."""

from collections.abc import Sequence

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing import parties, payment, references, totals
from anskaff.documents.peppol.billing.delivery import Delivery, DeliveryAddress
from anskaff.documents.peppol.billing.lines import InvoiceLine, Item
from anskaff.documents.peppol.billing.rules.hidden_groups import hidden_groups
from anskaff.documents.peppol.billing.rules.reckoning import Bill
from anskaff.documents.peppol.billing.rules.standing import BILLS, LINES, along, rows_along
from anskaff.documents.ubl.guards import (
    AnyOf,
    Guard,
    Several,
    has,
    has_repeated,
    has_unknown,
    lacks,
)
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Rule, rule
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Identifier, Value

SAYS = Words(
    nb="{label} står {count} ganger, men skal stå {most} gang eller færre.",
    nn="{label} står {count} gonger, men skal stå {most} gong eller færre.",
    en="{label} stands {count} times but should stand {most} time or fewer.",
)
CURE = Words(
    nb="Behold den riktige og fjern resten.",
    nn="Behald den rette og fjern resten.",
    en="Keep the right one and remove the rest.",
)


def at_most(official: str, path: str, *kinds: type[Group], most: int = 1) -> Rule:
    """A rule that something stands so many times at most at the end of a path."""
    steps = path.split(".")

    rows = [list(rows_along(kind, steps)) for kind in kinds]
    repeats = any(row.many for each in rows for _, row in each)
    ends = [has(at, row.name) for each in rows for at, row in each[-1:]]
    when: Sequence[Guard] = ends if repeats else [has_repeated]

    @rule(official, *kinds, at=steps[0], says=SAYS, cure=CURE, when=when)
    def found(group: Group, _reading: Reading[Group]) -> Facts | None:
        return _too_many(group, steps, most)

    return found


def _too_many(group: Group, steps: Sequence[str], most: int) -> Facts | None:
    count = sum(1 for _ in along(group, steps))
    if count <= most:
        return None
    return {"label": group.field(steps[0]).said.label, "count": count, "most": most}


ADDRESSES = (
    parties.SellerAddress,
    parties.BuyerAddress,
    parties.RepresentativeAddress,
    DeliveryAddress,
)
IDENTIFIED: tuple[type[parties.PartyIdentification], ...] = (
    parties.SellerIdentification,
    parties.BuyerIdentification,
    parties.PayeeIdentification,
)
ROWS: tuple[tuple[str, str, tuple[type[Group], ...]], ...] = (
    ("UBL-SR-01", "contract.number", BILLS),
    ("UBL-SR-02", "receipt.number", BILLS),
    ("UBL-SR-03", "despatch.number", BILLS),
    ("UBL-SR-05", "payment_terms.note", BILLS),
    ("UBL-SR-08", "period", BILLS),
    ("UBL-SR-09", "seller.party.legal_entity.registered_name", BILLS),
    ("UBL-SR-10", "seller.party.trading_name.name", BILLS),
    ("UBL-SR-11", "seller.party.legal_entity.company", BILLS),
    ("UBL-SR-14", "seller.party.legal_entity.legal_form", BILLS),
    ("UBL-SR-15", "buyer.party.legal_entity.registered_name", BILLS),
    ("UBL-SR-16", "buyer.party.identification.key", BILLS),
    ("UBL-SR-17", "buyer.party.legal_entity.company", BILLS),
    ("UBL-SR-22", "name.name", (parties.TaxRepresentative,)),
    ("UBL-SR-23", "tax_scheme.number", (parties.TaxRepresentative,)),
    ("UBL-SR-24", "delivery", BILLS),
    ("UBL-SR-25", "party.name.name", (Delivery,)),
    ("UBL-SR-26", "payment_reference", (payment.PaymentMeans,)),
    ("UBL-SR-28", "mandate.number", (payment.PaymentMeans,)),
    ("UBL-SR-32", "category.exemption_reason", (totals.TaxSubtotal,)),
    ("UBL-SR-33", "description", (references.SupportingDocument,)),
    ("UBL-SR-34", "note", LINES),
    ("UBL-SR-35", "order_line.number", LINES),
    ("UBL-SR-36", "period", LINES),
    ("UBL-SR-37", "price.discount.amount", LINES),
    ("UBL-SR-39", "project.number", BILLS[:1]),
    ("UBL-SR-40", "buyer.party.trading_name.name", BILLS),
    ("UBL-SR-45", "payment_means.due", BILLS),
    ("UBL-SR-49", "period.tax_point_code", BILLS),
    ("UBL-SR-50", "item.description", LINES),
    ("UBL-SR-51", "third_line", ADDRESSES),
    ("UBL-SR-52", "object", LINES),
    ("UBL-SR-54", "payment_means.card", BILLS),
    ("UBL-SR-55", "payment_means.mandate", BILLS),
    ("UBL-SR-56", "tender.number", BILLS),
)


def reason_stands_once(official: str, is_charge: bool, *kinds: type[Group]) -> Rule:
    """A rule that an allowance, or a charge, has one reason at most."""

    @rule(official, *kinds, at="reason", says=SAYS, cure=CURE, when=has_repeated)
    def found(group: totals.AllowanceCharge, _reading: Reading[Group]) -> Facts | None:
        return _too_many(group, ["reason"], 1) if group.is_charge is is_charge else None

    return found


def tax_number_stands_once(
    official: str, owner: str, name: str, kind: type[Group], *, is_of_vat: bool
) -> Rule:
    """A rule that a party has one number for VAT, or one for other taxes."""

    @rule(official, *BILLS, at=owner, says=SAYS, cure=CURE, when=Several(kind))
    def found(bill: Group, _reading: Reading[Group]) -> Facts | None:
        count = 0
        for each in along(bill, [owner, "party", name]):
            if not isinstance(each, parties.PartyTaxScheme) or each.number is None:
                continue
            if each.scheme is not None:
                count += ((each.scheme.key or "").upper() == "VAT") is is_of_vat
        if count <= 1:
            return None
        return {"label": bill.field(owner).said.label, "count": count, "most": 1}

    return found


@rule(
    "UBL-SR-04",
    *BILLS,
    at="attachments",
    says=SAYS,
    cure=CURE,
    when=Several(references.SupportingDocument),
)
def invoiced_object_stands_once(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """One object of the whole document."""
    count = sum(1 for each in bill.attachments if each.type_code == "130" and each.number)
    label = bill.field("attachments").said.label
    return {"label": label, "count": count, "most": 1} if count > 1 else None


def _is_of_a_bank(key: Value) -> bool:
    return isinstance(key, Identifier) and key.scheme.upper() == "SEPA"


@rule(
    "UBL-SR-29",
    *BILLS,
    at="seller",
    says=SAYS,
    cure=CURE,
    when=[AnyOf(kind, "key", _is_of_a_bank) for kind in IDENTIFIED],
)
def bank_creditor_stands_once(bill: Bill, reading: Reading[Bill]) -> Facts | None:
    """One creditor identifier of a bank, at any party."""
    keys = [each.key for each in reading.all(*IDENTIFIED)]
    count = sum(1 for key in keys if key is not None and _is_of_a_bank(key))
    label = bill.field("seller").said.label
    return {"label": label, "count": count, "most": 1} if count > 1 else None


@rule(
    "UBL-SR-42",
    parties.SellerParty,
    at="tax_schemes",
    says=SAYS,
    cure=CURE,
    when=Several(parties.SellerTaxScheme),
)
def seller_has_two_tax_numbers_at_most(
    party: parties.SellerParty, _reading: Reading[Bill]
) -> Facts | None:
    """One for VAT and one for another register."""
    return _too_many(party, ["tax_schemes"], 2)


DIFFERENT = Words(
    nb="{label} er ikke den samme overalt: {got}.",
    nn="{label} er ikkje den same overalt: {got}.",
    en="{label} is not the same everywhere: {got}.",
)
MAKE_SAME = Words(
    nb="Bruk den samme i alle betalingsmåter.",
    nn="Bruk den same i alle betalingsmåtar.",
    en="Use the same in all payment means.",
)


def same_everywhere(official: str, name: str) -> Rule:
    """A rule that all payment means have the same value."""

    @rule(
        official,
        *BILLS,
        at="payment_means",
        says=DIFFERENT,
        cure=MAKE_SAME,
        when=(Several(payment.PaymentMeans), has_repeated, has_unknown),
    )
    def found(bill: Group, reading: Reading[Group]) -> Facts | None:
        row = payment.PaymentMeans.field(name)
        got = {str(value) for value in along(bill, ["payment_means", name])}
        got |= hidden_groups(reading).texts.get(row.tag, set())
        label = row.said.label
        return {"label": label, "got": ", ".join(sorted(got))} if len(got) > 1 else None

    return found


@rule(
    "UBL-SR-46",
    *BILLS,
    at="payment_means",
    says=SAYS,
    cure=CURE,
    when=Several(payment.PaymentMeans),
)
def payment_text_stands_once(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """The name of the payment means stands in one of them."""
    extras = [each.extras for each in bill.payment_means if each.extras is not None]
    count = sum("name" in each.attributes.get(("code", 0), {}) for each in extras)
    label = payment.PaymentMeans.field("code").said.label
    return {"label": label, "count": count, "most": 1} if count > 1 else None


@rule(
    "UBL-SR-48",
    *LINES,
    at="item",
    says=Words(
        nb="Linjen har {count} avgiftskategorier, men skal ha én.",
        nn="Linja har {count} avgiftskategoriar, men skal ha éin.",
        en="The line has {count} VAT categories but should have one.",
    ),
    cure=Words(
        nb="Oppgi én avgiftskategori på linjen.",
        nn="Oppgi éin avgiftskategori på linja.",
        en="Give the line one VAT category.",
    ),
    when=(lacks(InvoiceLine, "item"), lacks(Item, "tax"), has_repeated),
)
def line_has_one_tax_category(line: Group, _reading: Reading[Group]) -> Facts | None:
    """One category for each line, no more and no fewer."""
    count = sum(1 for _ in along(line, ["item", "tax"]))
    return None if count == 1 else {"count": count}


@rule(
    "UBL-SR-53",
    parties.SellerTaxScheme,
    parties.BuyerTaxScheme,
    parties.RepresentativeTaxScheme,
    at="number",
    says=Words(
        nb="Registreringen for avgift mangler nummer eller ordning.",
        nn="Registreringa for avgift manglar nummer eller ordning.",
        en="The tax registration has no number or no scheme.",
    ),
    cure=Words(
        nb="Fyll ut både nummeret og avgiftsordningen.",
        nn="Fyll ut både nummeret og avgiftsordninga.",
        en="Fill in both the number and the tax scheme.",
    ),
    when=(
        lacks(parties.PartyTaxScheme, "number"),
        lacks(parties.PartyTaxScheme, "scheme"),
        lacks(parties.TaxScheme, "key"),
    ),
)
def tax_registration_is_whole(
    registration: parties.PartyTaxScheme, _reading: Reading[Bill]
) -> Facts | None:
    """A number and the scheme it belongs to."""
    scheme = registration.scheme
    whole = registration.number is not None and scheme is not None and scheme.key is not None
    return None if whole else {}


RULES: tuple[Rule, ...] = (
    *(at_most(official, path, *kinds) for official, path, kinds in ROWS),
    invoiced_object_stands_once,
    tax_number_stands_once(
        "UBL-SR-12", "seller", "tax_schemes", parties.SellerTaxScheme, is_of_vat=True
    ),
    tax_number_stands_once(
        "UBL-SR-13", "seller", "tax_schemes", parties.SellerTaxScheme, is_of_vat=False
    ),
    tax_number_stands_once(
        "UBL-SR-18", "buyer", "tax_scheme", parties.BuyerTaxScheme, is_of_vat=True
    ),
    bank_creditor_stands_once,
    reason_stands_once("UBL-SR-30", False, totals.DocumentAllowance, totals.LineAllowance),
    reason_stands_once("UBL-SR-31", True, totals.DocumentAllowance, totals.LineAllowance),
    seller_has_two_tax_numbers_at_most,
    same_everywhere("UBL-SR-44", "payment_reference"),
    payment_text_stands_once,
    same_everywhere("UBL-SR-47", "code"),
    line_has_one_tax_category,
    tax_registration_is_whole,
)
