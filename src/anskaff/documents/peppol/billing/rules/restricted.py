"""The codes that Peppol narrows, currencies, and codes that ask for one another.

They are asked wherever such an element stands, also inside what is not used.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.billing.parties import BuyerParty, SellerParty
from anskaff.documents.peppol.billing.references import Attachment, Period
from anskaff.documents.peppol.billing.rules.countries import countries
from anskaff.documents.peppol.billing.rules.hidden_codes import LABEL
from anskaff.documents.peppol.billing.rules.process import Specification
from anskaff.documents.peppol.billing.rules.reckoning import Bill, UnlistedReason, squeezed, text_of
from anskaff.documents.peppol.billing.totals import (
    AllowanceCharge,
    DocumentAllowance,
    DocumentTaxCategory,
    LineAllowance,
    SubtotalTaxCategory,
    TaxSubtotal,
    TaxTotal,
)
from anskaff.documents.peppol.common_rules import dates_are_plain
from anskaff.documents.peppol.post_award.anywhere import hidden, qualified, standing, texts
from anskaff.documents.ubl.guards import AnyOf, has, has_unknown
from anskaff.documents.ubl.nearest_codes import unlisted
from anskaff.documents.ubl.reading import Element, Reading, Spot, short_name
from anskaff.documents.ubl.rules import AnyRule, Facts, Guards, Rule, Sweep, rule, sweep
from anskaff.documents.ubl.structure import stands_empty
from anskaff.documents.ubl.structure_faults import NOT_ALLOWED, NOT_IN_LIST
from anskaff.documents.ubl.table import CBC, Group
from anskaff.documents.ubl.values import Identifier, Value

AMOUNTS = frozenset(
    f"cbc:{each}Amount"
    for each in (
        "", "Base", "Price", "Tax", "Taxable", "LineExtension", "TaxExclusive", "TaxInclusive",
        "AllowanceTotal", "ChargeTotal", "Prepaid", "PayableRounding", "Payable",
    )
)  # fmt: skip
GERMAN_TYPES = frozenset({"326", "384"})
EXEMPTED = (has(SubtotalTaxCategory, "exemption_code"), has_unknown)


class Found(NamedTuple):
    """A code somewhere in a document; `beside` is what decides how it is judged."""

    spot: Spot
    code: str
    beside: str = ""


def listed(
    official: str,
    name: str,
    when: Guards,
    work: Callable[[Reading[Group]], tuple[Found, ...]],
    beside: str = "",
) -> Sweep:
    """The rule that codes of a kind are in a list; a list that is not installed is not asked."""

    @sweep(official, says=NOT_IN_LIST.text, cure=NOT_IN_LIST.cure, when=when)
    def found(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        codes = reading.lists.get(name)
        if codes is None:
            return
        for each in reading.once(work):
            if each.beside == beside and each.code not in codes:
                row = each.spot.field
                label = LABEL if row is None else row.said.label
                yield each.spot, unlisted(label, each.code, codes, name)

    return found


def _hidden(reading: Reading[Group], tag: str) -> Iterator[tuple[Spot, Element]]:
    """Elements of a name inside what is not used."""
    for spot, top in reading.once(hidden):
        for each in top.iter(qualified(tag)):
            yield spot, each


def _files(reading: Reading[Group]) -> tuple[Found, ...]:
    row = Attachment.field("file")
    known = [
        Found(Spot(each, row), each.file.mime)
        for each in reading.all(Attachment)
        if each.file is not None and (each.file.mime or stands_empty(each, "file", 0, "mimeCode"))
    ]
    unknown = [
        Found(spot, each.get("mimeCode", ""))
        for spot, each in _hidden(reading, "cbc:EmbeddedDocumentBinaryObject")
        if "mimeCode" in each.attrib
    ]
    return (*known, *unknown)


def _addresses(reading: Reading[Group]) -> tuple[Found, ...]:
    tag = "cbc:EndpointID"
    known = [
        Found(each.spot, each.scheme)
        for each in standing(reading, {tag})
        if each.spot.field is not None
        and (each.scheme or stands_empty(each.spot.group, each.spot.field.name, 0, "schemeID"))
    ]
    unknown = [
        Found(spot, each.get("schemeID", ""))
        for spot, each in _hidden(reading, tag)
        if "schemeID" in each.attrib
    ]
    return (*known, *unknown)


def _has_odd_address(reading: Reading[Group]) -> bool:
    codes = reading.lists.get("eaid", frozenset())
    places = ((SellerParty, "endpoint"), (BuyerParty, "endpoint"))
    addresses = (each for place in places for each in reading.distinct(*place))
    return any(isinstance(each, Identifier) and each.scheme not in codes for each in addresses)


def _tax_points(reading: Reading[Group]) -> tuple[Found, ...]:
    return tuple(
        Found(each.spot, squeezed(each.text))
        for each in standing(reading, {"cbc:DescriptionCode"})
        if each.within == "cac:InvoicePeriod"
    )


def _reasons(reading: Reading[Group]) -> tuple[Found, ...]:
    """Every reason code, with the text that tells a charge from an allowance."""
    allowances: list[DocumentAllowance | LineAllowance] = [*reading.all(DocumentAllowance)]
    allowances += reading.all(LineAllowance)
    known = [
        Found(Spot(each, row), squeezed(code), _spelled(each))
        for each in allowances
        if each.reason_code is not None
        for row in [each.field("reason_code")]
        for code in texts(each, row)
    ]
    unknown = []
    for spot, each in _hidden(reading, "cbc:AllowanceChargeReasonCode"):
        parent, group = each.getparent(), spot.group
        if parent is None and isinstance(group, AllowanceCharge):
            unknown.append(Found(spot, squeezed(each.text), _spelled(group)))
        elif parent is not None and short_name(parent) == "cac:AllowanceCharge":
            beside = parent.findtext(f"{{{CBC}}}ChargeIndicator") or ""
            unknown.append(Found(spot, squeezed(each.text), beside))
    return (*known, *unknown)


def _spelled(allowance: AllowanceCharge) -> str:
    return "" if allowance.is_charge is None else text_of(allowance, "is_charge")


def _has_odd_currency(reading: Reading[Group]) -> bool:
    return not reading.currencies <= reading.lists.get("ISO4217", frozenset())


def _currencies(reading: Reading[Group]) -> tuple[Found, ...]:
    """Every amount whose currency is not in the list, and those inside what is not used."""
    known = []
    if _has_odd_currency(reading):
        known = [
            Found(Spot(group, row), amount.currency) for group, row, amount in reading.amounts()
        ]
    return (*known, *(Found(spot, each.get("currencyID", "")) for spot, each in _sums(reading)))


def _sums(reading: Reading[Group]) -> Iterator[tuple[Spot, Element]]:
    for spot, top in reading.once(hidden):
        for each in top.iter("{*}*"):
            if short_name(each) in AMOUNTS:
                yield spot, each


def _has_several_currencies(reading: Reading[Group]) -> bool:
    expected = getattr(reading.root, "currency", None)
    return not expected or reading.currencies != {expected}


def one_currency(*, subtotals: bool) -> Sweep:
    """The rule that amounts are in the currency of the document; that of the tax may differ.

    `subtotals` tells whether the tax in each row of a breakdown is asked, too.
    """

    @sweep(
        "PEPPOL-EN16931-R051",
        says=Words(
            nb="Beløpet er i {got}, men dokumentets valuta er {expected}.",
            nn="Beløpet er i {got}, men valutaen til dokumentet er {expected}.",
            en="The amount is in {got}, but the currency of the document is {expected}.",
        ),
        cure=Words(
            nb="Oppgi beløpet i {expected}.",
            nn="Oppgje beløpet i {expected}.",
            en="State the amount in {expected}.",
        ),
        when=(_has_several_currencies, has_unknown),
    )
    def found(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        expected = getattr(reading.root, "currency", None) or ""
        if _has_several_currencies(reading):
            for group, row, amount in reading.amounts(but=expected):
                may_differ = (isinstance(group, TaxTotal) and not group.subtotals) or (
                    isinstance(group, TaxSubtotal) and row.name == "tax" and not subtotals
                )
                if not may_differ:
                    yield Spot(group, row), {"got": amount.currency, "expected": expected}
        for spot, each in _sums(reading):
            if each.get("currencyID") != expected and _is_asked(each, subtotals=subtotals):
                yield spot, {"got": each.get("currencyID", ""), "expected": expected}

    return found


def _is_asked(amount: Element, *, subtotals: bool) -> bool:
    """Whether an amount inside what is not used is to be in the currency of the document."""
    parent = amount.getparent()
    if short_name(amount) != "cbc:TaxAmount" or parent is None:
        return True
    if short_name(parent) == "cac:TaxSubtotal":
        return subtotals
    return parent.find(qualified("cac:TaxSubtotal")) is not None


def _type_code(official: str, root: type[Group], spec: Specification) -> Rule:
    """The rule on the type of an invoice, or of a credit note."""

    @rule(official, root, at="type_code", says=NOT_IN_LIST.text, cure=NOT_IN_LIST.cure)
    def found(bill: Bill, reading: Reading[Bill]) -> Facts | None:
        codes = spec.types.get(official) or reading.lists.get(official)
        if codes is None or bill.type_code is None or squeezed(bill.profile) not in spec.typed:
            return None
        got = squeezed(bill.type_code)
        if got in codes:
            return None
        label = bill.field("type_code").said.label
        return unlisted(label, got, codes, official)

    return found


def _is_german(code: Value) -> bool:
    return squeezed(str(code)) in GERMAN_TYPES


@rule(
    "PEPPOL-EN16931-P0112",
    Invoice,
    at="type_code",
    says=Words(
        nb="Fakturatypen {got} er bare for handel mellom tyske parter.",
        nn="Fakturatypen {got} er berre for handel mellom tyske partar.",
        en="The invoice type {got} is only for trade between German parties.",
    ),
    cure=Words(
        nb="Bruk 380 for en vanlig faktura.",
        nn="Bruk 380 for ein vanleg faktura.",
        en="Use 380 for an ordinary invoice.",
    ),
    when=AnyOf(Invoice, "type_code", _is_german),
)
def german_types_are_for_germans(bill: Invoice, reading: Reading[Invoice]) -> Facts | None:
    """Partial and corrected invoices are only between German parties."""
    got = squeezed(bill.type_code)
    if not _is_german(got) or reading.once(countries).german:
        return None
    return {"got": got}


def _exemptions(reading: Reading[Group]) -> tuple[Found, ...]:
    """Every reason for no tax, in capitals, with the category that it stands in."""
    known = [
        Found(Spot(each, each.field("category")), each.exemption_code.upper(), each.category or "")
        for each in reading.all(SubtotalTaxCategory)
        if each.exemption_code is not None
    ]
    unknown = []
    for spot, each in _hidden(reading, "cbc:TaxExemptionReasonCode"):
        parent, group, code = each.getparent(), spot.group, (each.text or "").upper()
        if parent is None and isinstance(group, DocumentTaxCategory):
            unknown.append(Found(spot, code, group.category or ""))
        elif parent is not None and short_name(parent) == "cac:TaxCategory":
            unknown.append(Found(spot, code, parent.findtext(f"{{{CBC}}}ID") or ""))
    return (*known, *unknown)


def _goes_with(official: str, exemption: str, category: str) -> Sweep:
    """The rule that a reason for no tax stands in its category."""

    @sweep(official, says=NOT_ALLOWED.text, cure=NOT_ALLOWED.cure, when=EXEMPTED)
    def found(reading: Reading[Group]) -> Iterator[tuple[Spot, Facts]]:
        for spot, code, beside in reading.once(_exemptions):
            if code == exemption and squeezed(beside) != category:
                label = SubtotalTaxCategory.field("category").said.label
                facts: Facts = {"label": label, "got": beside, "expected": category}
                yield spot, {**facts, "path": spot.where}

    return found


CATEGORY_OF = {"G": "G", "O": "O", "IC": "K", "AE": "AE", "D": "E", "F": "E", "I": "E", "J": "E"}
"""The category of tax for the reasons that have just one, after `VATEX-EU-`, in rule order."""
CODE_RULES: tuple[AnyRule, ...] = (
    listed("PEPPOL-EN16931-CL001", "MIMECODE", (has(Attachment, "file"), has_unknown), _files),
    listed(
        "PEPPOL-EN16931-CL002",
        "UNCL5189",
        (UnlistedReason("UNCL5189", is_charge=False), has_unknown),
        _reasons,
        "false",
    ),
    listed(
        "PEPPOL-EN16931-CL003",
        "UNCL7161",
        (UnlistedReason("UNCL7161", is_charge=True), has_unknown),
        _reasons,
        "true",
    ),
    listed(
        "PEPPOL-EN16931-CL006",
        "UNCL2005",
        (has(Period, "tax_point_code"), has_unknown),
        _tax_points,
    ),
    listed("PEPPOL-EN16931-CL007", "ISO4217", (_has_odd_currency, has_unknown), _currencies),
    listed("PEPPOL-EN16931-CL008", "eaid", (_has_odd_address, has_unknown), _addresses),
    replace(
        dates_are_plain,
        kind=replace(dates_are_plain.kind, code="peppol-en16931-f001", rule="PEPPOL-EN16931-F001"),
    ),
    *(
        _goes_with(f"PEPPOL-EN16931-P{at:04}", f"VATEX-EU-{reason}", category)
        for at, (reason, category) in enumerate(CATEGORY_OF.items(), 104)
    ),
)


def type_rules(spec: Specification) -> tuple[Rule, ...]:
    """The rules on the types of invoices and credit notes, for a specification."""
    return (
        _type_code("PEPPOL-EN16931-P0100", Invoice, spec),
        _type_code("PEPPOL-EN16931-P0101", CreditNote, spec),
    )
