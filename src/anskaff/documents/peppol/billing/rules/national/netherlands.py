"""The Netherlands: addresses, company numbers, and how payment is told."""

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.billing.lines import OrderLineReference
from anskaff.documents.peppol.billing.parties import (
    BuyerAddress,
    BuyerLegalEntity,
    RepresentativeAddress,
    SellerAddress,
    SellerLegalEntity,
)
from anskaff.documents.peppol.billing.payment import PaymentMeans
from anskaff.documents.peppol.billing.rules.countries import Countries
from anskaff.documents.peppol.billing.rules.national.shapes import (
    CORRECT,
    FILL_IN,
    REQUIRED,
    WRONG,
    National,
    place,
    stands,
)
from anskaff.documents.peppol.billing.rules.reckoning import Bill, squeezed
from anskaff.documents.peppol.billing.rules.standing import along
from anskaff.documents.peppol.billing.totals import Totals
from anskaff.documents.peppol.post_award.anywhere import groups_at
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Sweep
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Identifier

ADDRESS = ("street", "city", "postal_zone")
MEANS = frozenset({"30", "48", "49", "57", "58", "59"})
SCHEMES = (" 0106 ", " 0190 ")


def is_dutch(code: str) -> bool:
    """Whether the country of an address is the Netherlands."""
    return squeezed(code).upper() == "NL"


def _both(where: Countries) -> bool:
    return is_dutch(where.seller_address) and is_dutch(where.buyer_address)


SELLER = National(
    of="NL",
    holds=lambda where: is_dutch(where.seller_address),
    when=Words(
        nb="selgeren er nederlandsk", nn="seljaren er nederlandsk", en="the seller is Dutch"
    ),
)
BOTH = National(
    of="NL",
    holds=_both,
    when=Words(
        nb="selger og kjøper er nederlandske",
        nn="seljar og kjøpar er nederlandske",
        en="seller and buyer are Dutch",
    ),
)
REPRESENTATIVE = National(
    of="NL",
    holds=lambda where: is_dutch(where.seller_address) and is_dutch(where.representative_address),
    when=Words(
        nb="selger og avgiftsrepresentant er nederlandske",
        nn="seljar og avgiftsrepresentant er nederlandske",
        en="seller and tax representative are Dutch",
    ),
)
COMPANY_NUMBER = Words(
    nb="et KVK- eller OIN-nummer (ordning 0106 eller 0190)",
    nn="eit KVK- eller OIN-nummer (ordning 0106 eller 0190)",
    en="a KVK or OIN number (scheme 0106 or 0190)",
)
ONE_OF = Words(
    nb="30, 48, 49, 57, 58 eller 59", nn="30, 48, 49, 57, 58 eller 59",
    en="30, 48, 49, 57, 58 or 59",
)  # fmt: skip


def _company(national: National, official: str, kind: type[Group]) -> Sweep:
    @national.rule(official, kind, at="company", says=WRONG, cure=CORRECT)
    def found(entity: Group, _reading: Reading[Group]) -> Facts | None:
        for each in along(entity, ["company"]):
            if not isinstance(each, Identifier):
                continue
            known = any(scheme in f" {each.scheme} " for scheme in SCHEMES)
            if not known or not squeezed(each.value):
                return {"got": each.value, "what": COMPANY_NUMBER, **place(entity, "company")}
        return None

    return found


@SELLER.rule(
    "NL-R-007",
    Totals,
    at="payable",
    says=Words(
        nb="Betalingsmåte mangler, og skal stå når {when} og noe skal betales.",
        nn="Betalingsmåte manglar, og skal stå når {when} og noko skal betalast.",
        en="Payment means are missing and must stand when {when} and something is to be paid.",
    ),
    cure=Words(
        nb="Oppgi hvordan det skal betales.",
        nn="Oppgje korleis det skal betalast.",
        en="State how it is to be paid.",
    ),
)
def payment_is_told(totals: Totals, reading: Reading[Group]) -> Facts | None:
    """What the buyer owes comes with a means of payment."""
    payable = totals.payable.value if totals.payable is not None else None
    is_invoice = isinstance(reading.root, Invoice)
    settled = payable is not None and (payable <= 0 if is_invoice else payable >= 0)
    there = settled or any(True for _ in groups_at(reading, "cac:PaymentMeans", PaymentMeans))
    return None if there else {}


@BOTH.rule("NL-R-008", PaymentMeans, at="code", tag="cac:PaymentMeans", says=WRONG, cure=CORRECT)
def means_are_in_use(means: PaymentMeans, _reading: Reading[Bill]) -> Facts | None:
    """The means of payment is one that is in use between Dutch parties."""
    got = squeezed(means.code)
    return None if got in MEANS else {"got": got, "what": ONE_OF, **place(means, "code")}


@SELLER.rule(
    "NL-R-009",
    OrderLineReference,
    tag="cac:OrderLineReference",
    says=REQUIRED,
    cure=FILL_IN,
)
def order_of_the_line_is_told(
    reference: OrderLineReference, reading: Reading[Group]
) -> Facts | None:
    """A line of an order is only referred to when the order is."""
    if not stands(reference, "number") or stands(reading.root, "order.number"):
        return None
    return place(reading.root, "order.number")


RULES = (
    SELLER.needs(
        "NL-R-001",
        CreditNote,
        "preceding.invoice.number",
        only=lambda note: stands(note, "type_code"),
    ),
    SELLER.needs("NL-R-002", SellerAddress, *ADDRESS),
    _company(SELLER, "NL-R-003", SellerLegalEntity),
    BOTH.needs("NL-R-004", BuyerAddress, *ADDRESS),
    _company(BOTH, "NL-R-005", BuyerLegalEntity),
    REPRESENTATIVE.needs("NL-R-006", RepresentativeAddress, *ADDRESS),
    payment_is_told,
    means_are_in_use,
    order_of_the_line_is_told,
)
