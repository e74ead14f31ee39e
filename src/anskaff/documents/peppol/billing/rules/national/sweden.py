"""Sweden: organisation and VAT numbers, F-tax, rates of VAT, Plusgiro and Bankgiro."""

from collections.abc import Callable, Collection

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.lines import LineTaxCategory
from anskaff.documents.peppol.billing.parties import (
    SellerLegalEntity,
    SellerParty,
    SellerTaxScheme,
)
from anskaff.documents.peppol.billing.payment import PaymentMeans
from anskaff.documents.peppol.billing.rules.national.shapes import (
    CORRECT,
    WRONG,
    National,
    SeveralError,
    place,
    plain,
    said,
    stands,
)
from anskaff.documents.peppol.billing.rules.national.texts import is_number, is_swedish_company
from anskaff.documents.peppol.billing.rules.reckoning import Bill, squeezed
from anskaff.documents.peppol.billing.rules.standing import along
from anskaff.documents.peppol.billing.totals import (
    DocumentTaxCategory,
    SubtotalTaxCategory,
    TaxCategory,
)
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Sweep
from anskaff.documents.ubl.table import Group

F_TAX = "GODKÄND FÖR F-SKATT"
RATES = frozenset({25, 12, 6})
VAT_LENGTH = 14
COMPANY_LENGTH = 10
SELLER = National(
    of="SE",
    holds=lambda where: where.seller_address == "SE",
    when=Words(nb="selgeren er svensk", nn="seljaren er svensk", en="the seller is Swedish"),
)
BOTH = National(
    of="SE",
    holds=lambda where: where.seller_address == where.buyer_address == "SE",
    when=Words(
        nb="selger og kjøper er svenske",
        nn="seljar og kjøpar er svenske",
        en="seller and buyer are Swedish",
    ),
)


def _numbers(seller: Group) -> list[str]:
    """The VAT numbers of the seller, where the scheme is just VAT."""
    return [
        str(number)
        for each in along(seller, ["tax_schemes"])
        if isinstance(each, Group) and "VAT" in along(each, ["scheme", "key"])
        for number in along(each, ["number"])
    ]


def _has_swedish_number(seller: Group) -> bool:
    return any(each.startswith("SE") for each in _numbers(seller))


def _vat_number(official: str, right: Callable[[str], bool], what: Words) -> Sweep:
    """A rule on the VAT number of a seller whose VAT number is Swedish."""

    @SELLER.rule(official, SellerParty, at="tax_schemes", says=WRONG, cure=CORRECT)
    def found(seller: SellerParty, _reading: Reading[Bill]) -> Facts | None:
        numbers = _numbers(seller)
        if not _has_swedish_number(seller):
            return None
        if len(numbers) > 1:
            raise SeveralError
        facts = {"got": numbers[0], "what": what, **place(seller, "tax_schemes.number")}
        return None if right(numbers[0]) else facts

    return found


@SELLER.rule(
    "SE-R-006",
    SubtotalTaxCategory,
    DocumentTaxCategory,
    LineTaxCategory,
    at="percent",
    tag="cac:TaxCategory cac:ClassifiedTaxCategory",
    says=WRONG,
    cure=CORRECT,
)
def rate_is_swedish(category: TaxCategory, reading: Reading[Group]) -> Facts | None:
    """The standard rate (S) is 25, 12 or 6."""
    sellers = along(reading.root, ["seller", "party"])
    swedish = any(isinstance(each, Group) and _has_swedish_number(each) for each in sellers)
    if category.category != "S" or category.percent in RATES or not swedish:
        return None
    got = category.percent
    return {"got": "" if got is None else got, "what": RATE, **place(category, "percent")}


def _giro(official: str, bank: str, right: Callable[[str], bool], what: Words) -> Sweep:
    """A rule on the number of an account that is paid to through a Swedish giro."""
    return SELLER.form(
        official,
        PaymentMeans,
        "account.number",
        lambda text: right(squeezed(text)),
        what,
        warning=True,
        only=lambda each: plain(each, "code") == "30" and plain(each, "account.bank.key") == bank,
    )


def _instead(official: str, national: National, codes: Collection[str]) -> Sweep:
    """A rule that a means of payment is told by another code."""

    @national.rule(
        official, PaymentMeans, at="code", tag="cac:PaymentMeans", says=WRONG, cure=CORRECT,
        warning=True,
    )  # fmt: skip
    def found(means: PaymentMeans, _reading: Reading[Bill]) -> Facts | None:
        if means.code not in codes:
            return None
        return {"got": means.code or "", "what": TRANSFER, **place(means, "code")}

    return found


RATE = Words(nb="25, 12 eller 6", nn="25, 12 eller 6", en="25, 12 or 6")
TRANSFER = Words(
    nb="30 (for giro med banken SE:BANKGIRO eller SE:PLUSGIRO)",
    nn="30 (for giro med banken SE:BANKGIRO eller SE:PLUSGIRO)",
    en="30 (for giro with the bank SE:BANKGIRO or SE:PLUSGIRO)",
)
VAT_NUMBER = Words(nb="SE og 12 siffer", nn="SE og 12 siffer", en="SE and 12 digits")
COMPANY = Words(
    nb="et svensk organisasjonsnummer (10 siffer)",
    nn="eit svensk organisasjonsnummer (10 siffer)",
    en="a Swedish organisation number (10 digits)",
)
DIGITS = Words(nb="bare siffer", nn="berre siffer", en="digits only")
PLUSGIRO = Words(nb="2 til 8 siffer", nn="2 til 8 siffer", en="2 to 8 digits")
BANKGIRO = Words(nb="7 eller 8 siffer", nn="7 eller 8 siffer", en="7 or 8 digits")
APPROVED = Words(nb="«Godkänd för F-skatt»", nn="«Godkänd för F-skatt»", en="“Godkänd för F-skatt”")
RULES = (
    _vat_number("SE-R-001", lambda text: len(squeezed(text)) == VAT_LENGTH, VAT_NUMBER),
    _vat_number("SE-R-002", lambda text: is_number(text[2:VAT_LENGTH]), VAT_NUMBER),
    SELLER.form("SE-R-003", SellerLegalEntity, "company", is_number, DIGITS),
    SELLER.form(
        "SE-R-004",
        SellerLegalEntity,
        "company",
        lambda text: len(squeezed(text)) == COMPANY_LENGTH,
        COMPANY,
    ),
    SELLER.form(
        "SE-R-013",
        SellerLegalEntity,
        "company",
        lambda text: is_swedish_company(squeezed(text)),
        COMPANY,
    ),
    SELLER.form(
        "SE-R-005",
        SellerTaxScheme,
        "number",
        lambda text: squeezed(text).upper() == F_TAX,
        APPROVED,
        only=lambda each: (
            (said(each, "scheme.key") or "").upper().split() != ["VAT"]
            and each.parent is not None
            and stands(each.parent, "legal_entity.company")
        ),
    ),
    rate_is_swedish,
    _giro("SE-R-007", "SE:PLUSGIRO", is_number, DIGITS),
    _giro("SE-R-010", "SE:PLUSGIRO", lambda text: 2 <= len(text) <= 8, PLUSGIRO),  # noqa: PLR2004
    _giro("SE-R-008", "SE:BANKGIRO", is_number, DIGITS),
    _giro("SE-R-009", "SE:BANKGIRO", lambda text: len(text) in {7, 8}, BANKGIRO),
    _instead("SE-R-011", SELLER, {"50", "56"}),
    _instead("SE-R-012", BOTH, {"31"}),
)
