"""Denmark: company numbers, payment by bank, giro and FIK, and taxes that are not VAT."""

from collections.abc import Callable, Collection

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.credit_note import CreditNote
from anskaff.documents.peppol.billing.invoice import Invoice
from anskaff.documents.peppol.billing.parties import (
    BuyerIdentification,
    BuyerParty,
    PartyIdentification,
    SellerIdentification,
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
)
from anskaff.documents.peppol.billing.rules.national.texts import is_form, number
from anskaff.documents.peppol.billing.rules.reckoning import Bill, squeezed
from anskaff.documents.peppol.billing.rules.standing import BILLS, LINES, along
from anskaff.documents.peppol.billing.totals import DocumentAllowance, LineAllowance
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Sweep
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Code, Identifier

COMPANY_SCHEME = "0184"
MEANS = " 1 10 31 42 48 49 50 58 59 93 97 "
UNSPSC = "TST"
VERSIONS = frozenset({"19.05.01", "19.0501", "26.08.01", "26.0801"})
OTHER_TAX = "ZZZ"
TAX_CODE_LENGTH = 4
COMPANY = "legal_entity.company"
SELLER = National(
    of="DK",
    holds=lambda where: where.seller_address == "DK",
    when=Words(nb="selgeren er dansk", nn="seljaren er dansk", en="the seller is Danish"),
)
BOTH = National(
    of="DK",
    holds=lambda where: where.seller_address == where.buyer_address == "DK",
    when=Words(
        nb="selger og kjøper er danske",
        nn="seljar og kjøpar er danske",
        en="seller and buyer are Danish",
    ),
)
COMPANY_NUMBER = Words(
    nb="et dansk CVR-nummer med ordningen 0184",
    nn="eit dansk CVR-nummer med ordninga 0184",
    en="a Danish company number (CVR) with the scheme 0184",
)


def _company_scheme(national: National, official: str, path: str, *kinds: type[Group]) -> Sweep:
    @national.rule(official, *kinds, says=WRONG, cure=CORRECT)
    def found(group: Group, _reading: Reading[Group]) -> Facts | None:
        companies = [each for each in along(group, path.split(".")) if isinstance(each, Identifier)]
        schemes = [each.scheme for each in companies if each.scheme]
        if not companies:
            return None
        if len(schemes) > 1:
            raise SeveralError
        if schemes and squeezed(schemes[0]) == COMPANY_SCHEME:
            return None
        return {"got": companies[0].value, "what": COMPANY_NUMBER, **place(group, path)}

    return found


@BOTH.rule(
    "DK-R-013", SellerIdentification, BuyerIdentification, at="key", says=WRONG, cure=CORRECT
)
def identifiers_have_a_scheme(
    identification: PartyIdentification, _reading: Reading[Bill]
) -> Facts | None:
    """An identifier of a party says which scheme it is from."""
    key = identification.key
    if key is None or squeezed(key.scheme):
        return None
    return {"got": key.value, "what": WITH_SCHEME, **place(identification, "key")}


WITH_SCHEME = Words(
    nb="et nummer med ordning (@schemeID)",
    nn="eit nummer med ordning (@schemeID)",
    en="a number with a scheme (@schemeID)",
)


@SELLER.rule(
    "DK-R-016",
    CreditNote,
    at="totals",
    says=Words(
        nb="Kreditnotaen har en negativ sum, {got}, og det kan den ikke ha når {when}.",
        nn="Kreditnotaen har ein negativ sum, {got}, og det kan han ikkje ha når {when}.",
        en="The credit note has a negative total, {got}, which it cannot have when {when}.",
    ),
    cure=Words(
        nb="Send en faktura i stedet.",
        nn="Send ein faktura i staden.",
        en="Send an invoice instead.",
    ),
)
def credit_is_not_negative(note: CreditNote, _reading: Reading[CreditNote]) -> Facts | None:
    """What is credited between Danish parties is zero or more."""
    payable = note.totals.payable if note.totals is not None else None
    buyer = next(along(note, ["buyer", "party", "address", "country", "code"]), None)
    if buyer != "DK" or payable is None or payable.value >= 0:
        return None
    return {"got": payable.value}


def _payment(
    official: str, code: Collection[str], wrong: Callable[[PaymentMeans], bool], what: Words
) -> Sweep:
    """A rule on how an invoice with some means of payment is to be paid."""

    @BOTH.rule(official, PaymentMeans, says=PAYMENT, cure=PAY)
    def found(means: PaymentMeans, reading: Reading[Group]) -> Facts | None:
        if not isinstance(reading.root, Invoice) or means.code not in code or not wrong(means):
            return None
        return {"code": means.code or "", "what": what}

    return found


PAYMENT = Words(
    nb="Betalingsmåten {code} krever {what} når {when}.",
    nn="Betalingsmåten {code} krev {what} når {when}.",
    en="The payment means {code} requires {what} when {when}.",
)
PAY = Words(
    nb="Fyll ut {what}, eller velg en annen betalingsmåte.",
    nn="Fyll ut {what}, eller vel ein annan betalingsmåte.",
    en="Fill in {what}, or choose another means of payment.",
)


@BOTH.rule(
    "DK-R-005",
    PaymentMeans,
    at="code",
    says=Words(
        nb="Betalingsmåten «{got}» kan ikke brukes når {when}.",
        nn="Betalingsmåten «{got}» kan ikkje brukast når {when}.",
        en="The payment means “{got}” cannot be used when {when}.",
    ),
    cure=Words(
        nb="Bruk en av kodene {codes}.",
        nn="Bruk ein av kodane {codes}.",
        en="Use one of the codes {codes}.",
    ),
)
def means_are_in_use(means: PaymentMeans, reading: Reading[Group]) -> Facts | None:
    """The means of payment is one that is in use between Danish parties."""
    if not isinstance(reading.root, Invoice) or f" {means.code or ''} " in MEANS:
        return None
    return {"got": means.code or "", "codes": ", ".join(MEANS.split())}


def _lacks(*paths: str) -> Callable[[PaymentMeans], bool]:
    return lambda means: not all(plain(means, path) for path in paths)


def _begins(means: PaymentMeans, *cards: str) -> bool:
    return (said(means, "payment_reference") or "")[:3] in cards


def _length(means: PaymentMeans) -> int:
    return len(said(means, "payment_reference") or "")


def _is_no_giro(means: PaymentMeans) -> bool:
    account = said(means, "account.number") or ""
    return not (_begins(means, "01#", "04#", "15#") and is_form("[0-9]{7,8}", account))


def _is_no_fik(means: PaymentMeans) -> bool:
    account = said(means, "account.number") or ""
    return not (_begins(means, "71#", "73#", "75#") and len(account) == 8)  # noqa: PLR2004


@BOTH.rule(
    "DK-R-003",
    *LINES,
    at="item",
    says=Words(
        nb="UNSPSC (TST) er av versjonen «{got}», som ikke brukes når {when}.",
        nn="UNSPSC (TST) er av versjonen «{got}», som ikkje blir brukt når {when}.",
        en="UNSPSC (TST) is of the version “{got}”, which is not used when {when}.",
    ),
    cure=Words(
        nb="Bruk versjon 19.05.01 eller 26.08.01.",
        nn="Bruk versjon 19.05.01 eller 26.08.01.",
        en="Use version 19.05.01 or 26.08.01.",
    ),
)
def goods_are_of_a_known_version(line: Group, _reading: Reading[Bill]) -> Facts | None:
    """Goods that are classified by UNSPSC say that they are so by a version in use."""
    codes = [
        each for each in along(line, ["item", "classifications", "code"]) if isinstance(each, Code)
    ]
    versions = {each.version for each in codes}
    if not any(each.list == UNSPSC for each in codes) or versions & VERSIONS:
        return None
    return {"got": ", ".join(sorted(filter(None, versions)))}


@BOTH.rule(
    "DK-R-004",
    DocumentAllowance,
    LineAllowance,
    at="reason",
    tag="cac:AllowanceCharge",
    says=Words(
        nb="Avgiften ZZZ har grunnen «{got}», som ikke sier hvilken avgift det er.",
        nn="Avgifta ZZZ har grunnen «{got}», som ikkje seier kva avgift det er.",
        en="The tax ZZZ has the reason “{got}”, which does not say which tax it is.",
    ),
    cure=Words(
        nb="Skriv avgiftens kode på fire siffer, eller kode og tekst med # mellom.",
        nn="Skriv koden til avgifta på fire siffer, eller kode og tekst med # mellom.",
        en="Write the four-digit code of the tax, or code and text with # between.",
    ),
)
def other_tax_is_told(
    each: DocumentAllowance | LineAllowance, _reading: Reading[Bill]
) -> Facts | None:
    """A tax that is not VAT says which one it is."""
    if OTHER_TAX not in along(each, ["reason_code"]):
        return None
    got = said(each, "reason") or ""
    value = number(got)
    four = len(squeezed(got)) == TAX_CODE_LENGTH and value is not None and 0 <= value <= 9999  # noqa: PLR2004
    inside = "#" in got and not got.startswith("#") and not got.endswith("#")
    return None if four or inside else {"got": got}


ACCOUNT = Words(nb="konto og bank", nn="konto og bank", en="account and bank")
MANDATE = Words(
    nb="fullmakt og konto å trekke fra",
    nn="fullmakt og konto å trekkje frå",
    en="mandate and account to draw from",
)
GIRO = Words(
    nb="betalings-ID med 01#, 04# eller 15# og et kontonummer på 7 eller 8 siffer",
    nn="betalings-ID med 01#, 04# eller 15# og eit kontonummer på 7 eller 8 siffer",
    en="a payment ID with 01#, 04# or 15# and an account number of 7 or 8 digits",
)
GIRO_NUMBER = Words(
    nb="16 siffer etter 04# eller 15#", nn="16 siffer etter 04# eller 15#",
    en="16 digits after 04# or 15#",
)  # fmt: skip
FIK = Words(
    nb="betalings-ID med 71#, 73# eller 75# og et kontonummer på 8 tegn",
    nn="betalings-ID med 71#, 73# eller 75# og eit kontonummer på 8 teikn",
    en="a payment ID with 71#, 73# or 75# and an account number of 8 characters",
)
FIK_NUMBER = Words(
    nb="15 eller 16 siffer etter 71# eller 75#", nn="15 eller 16 siffer etter 71# eller 75#",
    en="15 or 16 digits after 71# or 75#",
)  # fmt: skip
RULES = (
    SELLER.needs("DK-R-002", BILLS, f"seller.party.{COMPANY}", filled=True),
    _company_scheme(SELLER, "DK-R-014", f"seller.party.{COMPANY}", *BILLS),
    credit_is_not_negative,
    identifiers_have_a_scheme,
    means_are_in_use,
    _payment("DK-R-006", {"31", "42"}, _lacks("account.number", "account.bank.key"), ACCOUNT),
    _payment("DK-R-007", {"49"}, _lacks("mandate.number", "mandate.payer_account.number"), MANDATE),
    _payment("DK-R-008", {"50"}, _is_no_giro, GIRO),
    _payment(
        "DK-R-009",
        {"50"},
        lambda means: _begins(means, "04#", "15#") and _length(means) != len("04#") + 16,
        GIRO_NUMBER,
    ),
    _payment("DK-R-010", {"93"}, _is_no_fik, FIK),
    _payment(
        "DK-R-011",
        {"93"},
        lambda means: _begins(means, "71#", "75#") and _length(means) not in {18, 19},
        FIK_NUMBER,
    ),
    _company_scheme(BOTH, "DK-R-017", COMPANY, BuyerParty),
    goods_are_of_a_known_version,
    other_tax_is_told,
)
