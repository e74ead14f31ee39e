"""Germany: what a bill between German parties must hold (as in XRechnung)."""

import re
from collections.abc import Callable, Collection

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.delivery import DeliveryAddress
from anskaff.documents.peppol.billing.parties import (
    BuyerAddress,
    Seller,
    SellerAddress,
    SellerContact,
)
from anskaff.documents.peppol.billing.payment import PaymentMeans
from anskaff.documents.peppol.billing.references import ExternalFile
from anskaff.documents.peppol.billing.rules.national.shapes import (
    CORRECT,
    FILL_IN,
    REQUIRED,
    WRONG,
    National,
    SeveralError,
    place,
    said,
    spelled,
    stands,
)
from anskaff.documents.peppol.billing.rules.national.texts import is_bank_account
from anskaff.documents.peppol.billing.rules.reckoning import Bill, squeezed
from anskaff.documents.peppol.billing.rules.standing import BILLS, along, is_blank
from anskaff.documents.peppol.billing.totals import TaxSubtotal
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Sweep
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Binary, Identifier

BOTH = National(
    of="DE",
    holds=lambda where: where.german,
    when=Words(
        nb="selger og kjøper er tyske",
        nn="seljar og kjøpar er tyske",
        en="seller and buyer are German",
    ),
)
TAXED = frozenset({"S", "Z", "E", "AE", "K", "G", "L", "M"})
TYPES = frozenset({"326", "380", "384", "389", "381", "875", "876", "877"})
CORRECTED = "384"
SEPA = "SEPA"
TRANSFERS = frozenset({"30", "58"})
CARDS = frozenset({"48", "54", "55"})
DEBITS = frozenset({"59"})
DIGITS = 3
_discount = re.compile(
    r"#SKONTO#TAGE=[0-9]+#PROZENT=[0-9]+\.[0-9]{2}(#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#"
).fullmatch
_email = re.compile(r"[^@\s]+@([^@.\s]+\.)+[^@.\s]+", re.ASCII).fullmatch
_url = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:").match
_ends_line = re.compile(r"[ \t\r\n]*\n").match


def _words(nb: str, nn: str, en: str) -> Words:
    return Words(nb=nb, nn=nn, en=en)


@BOTH.rule("DE-R-016", *BILLS, at="seller", says=REQUIRED, cure=FILL_IN)
def seller_has_a_tax_number(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """Where there is a category of VAT, the seller has a tax number or a tax representative."""
    used = {
        code
        for each in bill.allowances
        if spelled(each, "is_charge") in {"true", "false"}
        for code in along(each, ["tax", "category"])
    }
    for line in bill.lines:
        used.update(along(line, ["item", "tax", "category"]))
    numbers = along(bill, ["seller", "party", "tax_schemes", "number"])
    if not used & TAXED or bill.tax_representative is not None:
        return None
    if any(not is_blank(each) for each in numbers):
        return None
    return place(bill, "seller.party.tax_schemes.number")


@BOTH.rule("DE-R-017", *BILLS, at="type_code", says=WRONG, cure=CORRECT, warning=True)
def type_is_in_use(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """The type is one that is in use between German parties."""
    got = squeezed(bill.type_code)
    what = ", ".join(sorted(TYPES))
    return None if got in TYPES else {"got": got, "what": what, **place(bill, "type_code")}


@BOTH.rule("DE-R-018", *BILLS, at="payment_terms", says=WRONG, cure=CORRECT)
def discount_is_in_the_form_of_skonto(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """A discount for early payment has its form, on a line of its own, ended."""
    notes = [str(each) for each in along(bill, ["payment_terms", "note"])]
    lines = [squeezed(each) for note in notes for each in re.split(r"\r?\n", note)]
    lines = [each for each in lines if each.startswith("#")]
    if not lines:
        return None
    if not all(_discount(each) for each in lines):
        wrong = True
    elif len(notes) > 1:
        raise SeveralError
    else:
        wrong = not _ends_line(re.split(r"#[^\r\n]+#", notes[0])[-1])
    path = place(bill, "payment_terms.note")
    return {"got": lines[0], "what": SKONTO, **path} if wrong else None


@BOTH.rule(
    "DE-R-022",
    *BILLS,
    at="attachments",
    says=_words(
        "To vedlegg har samme filnavn, «{got}», og det kan de ikke ha når {when}.",
        "To vedlegg har same filnamn, «{got}», og det kan dei ikkje ha når {when}.",
        "Two attachments have the same file name, “{got}”, which they cannot when {when}.",
    ),
    cure=_words("Gi filene ulike navn.", "Gje filene ulike namn.", "Give the files other names."),
)
def file_names_differ(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """No two attachments have one file name."""
    seen: set[str] = set()
    for each in bill.attachments:
        files = along(each, ["attachment", "file"])
        names = {file.filename for file in files if isinstance(file, Binary) and file.filename}
        if names & seen:
            return {"got": min(names & seen)}
        seen |= names
    return None


@BOTH.rule("DE-R-030", *BILLS, at="seller", says=REQUIRED, cure=FILL_IN)
def creditor_of_a_debit_is_told(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """A direct debit comes with the identifier that the bank gave the creditor (SEPA)."""
    keys = (
        *along(bill, ["seller", "party", "identifications", "key"]),
        *along(bill, ["payee", "identifications", "key"]),
    )
    known = any(isinstance(each, Identifier) and each.scheme == SEPA for each in keys)
    if known or not stands(bill, "payment_means.mandate"):
        return None
    return place(bill, "seller.party.identifications.key")


def _together(
    official: str, codes: Collection[str], needed: str, *others: str
) -> tuple[Sweep, Sweep]:
    """The rules on a kind of payment: that its own group stands, and not those of other kinds."""

    def asked(means: Group) -> bool:
        return squeezed(said(means, "code")) in codes

    @BOTH.rule(f"{official}-2", PaymentMeans, says=NOT_WITH, cure=REMOVE)
    def found(means: PaymentMeans, _reading: Reading[Bill]) -> Facts | None:
        there = [each for each in others if stands(means, each)]
        if not asked(means) or not there:
            return None
        return {"code": squeezed(means.code), **place(means, there[0])}

    return (BOTH.needs(f"{official}-1", PaymentMeans, needed, only=asked), found)


def _bank_account(official: str, code: str, path: str) -> Sweep:
    """A rule that an account of a SEPA payment is a bank account."""
    return BOTH.form(
        official,
        PaymentMeans,
        path,
        is_bank_account,
        ACCOUNT,
        warning=True,
        missing_is_wrong=True,
        only=lambda means: squeezed(said(means, "code")) == code,
    )


def _contact(official: str, name: str, right: Callable[[str], object], what: Words) -> Sweep:
    return BOTH.form(
        official,
        SellerContact,
        name,
        lambda text: bool(right(squeezed(text))),
        what,
        warning=True,
        missing_is_wrong=True,
    )


NOT_WITH = _words(
    "{label} skal ikke stå med betalingsmåten {code} når {when}.",
    "{label} skal ikkje stå med betalingsmåten {code} når {when}.",
    "{label} must not stand with the payment means {code} when {when}.",
)
REMOVE = _words(
    "Fjern {path}, eller rett betalingsmåten.",
    "Fjern {path}, eller rett betalingsmåten.",
    "Remove {path}, or correct the payment means.",
)
SKONTO = _words(
    "#SKONTO#TAGE=14#PROZENT=2.00# og linjeskift",
    "#SKONTO#TAGE=14#PROZENT=2.00# og linjeskift",
    "#SKONTO#TAGE=14#PROZENT=2.00# and a line break",
)
ACCOUNT = _words("et gyldig IBAN", "eit gyldig IBAN", "a valid IBAN")
TELEPHONE = _words(
    "et telefonnummer med minst tre siffer",
    "eit telefonnummer med minst tre siffer",
    "a telephone number of at least three digits",
)
EMAIL = _words("en e-postadresse", "ei e-postadresse", "an email address")
URL = _words(
    "en hel adresse (som https://)", "ei heil adresse (som https://)",
    "a whole address (such as https://)",
)  # fmt: skip
RULES = (
    BOTH.needs("DE-R-001", BILLS, "payment_means"),
    BOTH.needs("DE-R-015", BILLS, "buyer_reference", filled=True),
    seller_has_a_tax_number,
    type_is_in_use,
    discount_is_in_the_form_of_skonto,
    file_names_differ,
    BOTH.needs(
        "DE-R-026",
        BILLS,
        "preceding.invoice",
        warning=True,
        only=lambda bill: squeezed(said(bill, "type_code")) == CORRECTED,
    ),
    creditor_of_a_debit_is_told,
    BOTH.needs(
        "DE-R-031",
        BILLS,
        "payment_means.mandate.payer_account.number",
        only=lambda bill: stands(bill, "payment_means.mandate"),
    ),
    BOTH.form(
        "DE-R-T02",
        ExternalFile,
        "address",
        lambda text: bool(_url(text)),
        URL,
        warning=True,
        missing_is_wrong=True,
    ),
    BOTH.needs("DE-R-002", Seller, "party.contact"),
    *(
        BOTH.needs(f"DE-R-{number:03}", kind, name, filled=True)
        for number, kind, name in (
            (3, SellerAddress, "city"),
            (4, SellerAddress, "postal_zone"),
            (5, SellerContact, "name"),
            (6, SellerContact, "telephone"),
            (7, SellerContact, "email"),
            (8, BuyerAddress, "city"),
            (9, BuyerAddress, "postal_zone"),
            (10, DeliveryAddress, "city"),
            (11, DeliveryAddress, "postal_zone"),
            (14, TaxSubtotal, "category.percent"),
        )
    ),
    _contact(
        "DE-R-027", "telephone", lambda text: len(re.findall("[0-9]", text)) >= DIGITS, TELEPHONE
    ),
    _contact("DE-R-028", "email", _email, EMAIL),
    _bank_account("DE-R-019", "58", "account.number"),
    _bank_account("DE-R-020", "59", "mandate.payer_account.number"),
    *_together("DE-R-023", TRANSFERS, "account", "card", "mandate"),
    *_together("DE-R-024", CARDS, "card", "account", "mandate"),
    *_together("DE-R-025", DEBITS, "mandate", "account", "card"),
)
