"""Greece: tax numbers, the number of the bill in six parts, and its mark and address (myDATA)."""

import re
from collections.abc import Callable, Sequence

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.parties import (
    BuyerParty,
    SellerParty,
    SellerTaxScheme,
)
from anskaff.documents.peppol.billing.references import SupportingDocument
from anskaff.documents.peppol.billing.rules.national.shapes import (
    CORRECT,
    WRONG,
    National,
    SeveralError,
    place,
    plain,
    said,
    spelled,
    stands,
    tax_numbers,
)
from anskaff.documents.peppol.billing.rules.national.texts import is_greek_vat, is_tin, number
from anskaff.documents.peppol.billing.rules.reckoning import Bill, squeezed
from anskaff.documents.peppol.billing.rules.standing import BILLS, along
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Sweep
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Identifier

MARK = "##M.AR.K##"
ADDRESS = "##INVOICE|URL##"
ADDRESS_SCHEME = "9933"
GREEK = frozenset({"GR", "EL"})
PARTS = 6
TIN_LENGTH = 9
TYPES = frozenset({"1.1", "1.6", "2.1", "2.4", "5.1", "5.2"})
_date = re.compile(
    r"(0?[1-9]|[12][0-9]|3[01])[-\\/ ]?(0?[1-9]|1[0-2])[-\\/ ]?(19|20)[0-9]{2}"
).match
WHEN = Words(nb="selgeren er gresk", nn="seljaren er gresk", en="the seller is Greek")
SELLER = National(of="GR EL", holds=lambda where: where.seller in GREEK, when=WHEN)
AT_HOME = National(
    of="GR EL",
    holds=lambda where: where.seller in GREEK and where.seller_address == "GR",
    when=WHEN,
)
ITSELF = National(of="GR EL", holds=lambda where: where.accounting_seller in GREEK, when=WHEN)
BOTH = National(
    of="GR EL",
    holds=lambda where: where.seller in GREEK and where.buyer in GREEK,
    when=Words(
        nb="selger og kjøper er greske",
        nn="seljar og kjøpar er greske",
        en="seller and buyer are Greek",
    ),
)


def _words(nb: str, nn: str, en: str) -> Words:
    return Words(nb=nb, nn=nn, en=en)


TIN = _words(
    "EL og et gyldig gresk skattenummer",
    "EL og eit gyldig gresk skattenummer",
    "EL and a valid Greek tax number",
)
ENDPOINT = _words(
    "et gyldig gresk skattenummer med ordningen 9933",
    "eit gyldig gresk skattenummer med ordninga 9933",
    "a valid Greek tax number with the scheme 9933",
)
COUNTED = _words(
    "Dokumentet har {got} vedlegg med beskrivelsen {description}, og skal ha {most} når {when}.",
    "Dokumentet har {got} vedlegg med skildringa {description}, og skal ha {most} når {when}.",
    "The document has {got} attachments with the description {description} and must have {most} "
    "when {when}.",
)
COUNT = _words(
    "Legg ved, eller fjern, så det blir {most}.",
    "Legg ved, eller fjern, så det blir {most}.",
    "Attach or remove so that there is {most}.",
)


def _part(official: str, right: Callable[[Bill, Sequence[str]], bool], what: Words) -> Sweep:
    """A rule on the parts of the number of a bill, which bars divide."""

    @SELLER.rule(official, *BILLS, at="number", says=WRONG, cure=CORRECT)
    def found(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
        if bill.number is None:
            return None
        parts = bill.number.split("|") if bill.number else []
        padded = [*parts, *[""] * (PARTS - len(parts))]
        if right(bill, parts if official.endswith("1-1") else padded):
            return None
        return {"got": bill.number, "what": what, **place(bill, "number")}

    return found


def _begins_with_the_sellers_tin(bill: Bill, parts: Sequence[str]) -> bool:
    first = parts[0]
    numbers = [
        str(found)[2 : 2 + TIN_LENGTH]
        for path in (["seller", "party", "tax_schemes"], ["tax_representative", "tax_scheme"])
        for each in along(bill, path)
        if isinstance(each, Group) and "VAT" in along(each, ["scheme", "key"])
        for found in along(each, ["number"])
    ]
    return len(squeezed(first)) == TIN_LENGTH and is_tin(first) and first in numbers


def _has_the_day(bill: Bill, parts: Sequence[str]) -> bool:
    day = spelled(bill, "issued").split("-")
    return bool(_date(parts[1])) and parts[1].split("/")[:3] == day[2::-1] and len(day) > 2  # noqa: PLR2004


def _has_a_count(_bill: Bill, parts: Sequence[str]) -> bool:
    got = squeezed(parts[2])
    if not got or number(got) is None:
        return False
    if not re.fullmatch("[+-]?[0-9]+", got):
        raise SeveralError
    return int(got) >= 0


def _counted(
    official: str, description: str, allowed: Sequence[int], *, warning: bool = False
) -> Sweep:
    """A rule on how many attachments have a description."""

    @AT_HOME.rule(official, *BILLS, at="attachments", says=COUNTED, cure=COUNT, warning=warning)
    def found(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
        got = sum(1 for each in bill.attachments if description in along(each, ["description"]))
        if got in allowed:
            return None
        return {"got": got, "description": description, "most": allowed[-1]}

    return found


def _vat(
    national: National, official: str, kind: type[Group], path: str, *, warning: bool
) -> Sweep:
    """A rule that a party has one Greek VAT number."""

    @national.rule(official, kind, at=path, says=WRONG, cure=CORRECT, warning=warning)
    def found(party: Group, _reading: Reading[Group]) -> Facts | None:
        numbers = [each for each in tax_numbers(party, name=path) if each]
        if len(numbers) == 1 and is_greek_vat(numbers[0]):
            return None
        return {"got": ", ".join(numbers), "what": TIN, **place(party, path)}

    return found


def _endpoint(national: National, official: str, kind: type[Group]) -> Sweep:
    """A rule that the electronic address of a party is its tax number."""

    @national.rule(official, kind, at="endpoint", says=WRONG, cure=CORRECT)
    def found(party: Group, _reading: Reading[Group]) -> Facts | None:
        for each in along(party, ["endpoint"]):
            if not isinstance(each, Identifier):
                continue
            if each.scheme != ADDRESS_SCHEME or not is_tin(each.value):
                return {"got": each.value, "what": ENDPOINT, **place(party, "endpoint")}
        return None

    return found


@AT_HOME.rule(
    "GR-R-004-2",
    SupportingDocument,
    at="number",
    tag="cac:AdditionalDocumentReference",
    says=WRONG,
    cure=CORRECT,
)
def mark_is_a_count(document: SupportingDocument, _reading: Reading[Bill]) -> Facts | None:
    """The mark begins with a digit that is not zero."""
    if MARK not in along(document, ["description"]) or not stands(document, "number"):
        return None
    got = said(document, "number") or ""
    if "1" <= got[:1] <= "9":
        return None
    return {"got": got, "what": POSITIVE, **place(document, "number")}


POSITIVE = _words("et positivt heltall", "eit positivt heiltal", "a positive whole number")


@SELLER.rule(
    "GR-R-008-3",
    SupportingDocument,
    at="attachment",
    tag="cac:AdditionalDocumentReference",
    says=WRONG,
    cure=CORRECT,
)
def address_of_the_bill_stands(
    document: SupportingDocument, _reading: Reading[Bill]
) -> Facts | None:
    """What tells where the bill is has the address."""
    path = "attachment.external.address"
    if ADDRESS not in along(document, ["description"]) or plain(document, path):
        return None
    return {"got": "", "what": URL, **place(document, path)}


URL = _words("adressen til fakturaen", "adressa til fakturaen", "the address of the invoice")
A_NAME = _words("et navn", "eit namn", "a name")
RULES = (
    _part(
        "GR-R-001-1",
        lambda _, parts: len(parts) == PARTS,
        _words("seks deler med | mellom", "seks delar med | mellom", "six parts with | between"),
    ),
    _part(
        "GR-R-001-2",
        _begins_with_the_sellers_tin,
        _words(
            "et nummer som begynner med selgerens skattenummer",
            "eit nummer som byrjar med skattenummeret til seljaren",
            "a number that begins with the seller's tax number",
        ),
    ),
    _part(
        "GR-R-001-3",
        _has_the_day,
        _words(
            "et nummer med fakturadatoen som andre del (31/12/2026)",
            "eit nummer med fakturadatoen som andre del (31/12/2026)",
            "a number with the issue date as its second part (31/12/2026)",
        ),
    ),
    _part(
        "GR-R-001-4",
        _has_a_count,
        _words(
            "et nummer med et heltall som tredje del",
            "eit nummer med eit heiltal som tredje del",
            "a number with a whole number as its third part",
        ),
    ),
    _part(
        "GR-R-001-5",
        lambda _, parts: parts[3] in TYPES,
        _words(
            "et nummer med en gresk dokumenttype som fjerde del",
            "eit nummer med ein gresk dokumenttype som fjerde del",
            "a number with a Greek document type as its fourth part",
        ),
    ),
    _part(
        "GR-R-001-6",
        lambda _, parts: bool(parts[4]),
        _words(
            "et nummer med en femte del",
            "eit nummer med ein femte del",
            "a number with a fifth part",
        ),
    ),
    _part(
        "GR-R-001-7",
        lambda _, parts: bool(parts[5]),
        _words(
            "et nummer med en sjette del",
            "eit nummer med ein sjette del",
            "a number with a sixth part",
        ),
    ),
    SELLER.form("GR-R-002", SellerParty, "trading_name.name", bool, A_NAME, missing_is_wrong=True),
    _vat(SELLER, "GR-S-011", SellerParty, "tax_schemes", warning=True),
    SELLER.form(
        "GR-R-003",
        SellerTaxScheme,
        "number",
        is_greek_vat,
        TIN,
        only=lambda each: plain(each, "scheme.key") == "VAT",
    ),
    _counted("GR-R-004-1", MARK, (1,)),
    _counted("GR-S-008-1", ADDRESS, (1,), warning=True),
    _counted("GR-R-008-2", ADDRESS, (0, 1)),
    mark_is_a_count,
    address_of_the_bill_stands,
    SELLER.form("GR-R-005", BuyerParty, "trading_name.name", bool, A_NAME, missing_is_wrong=True),
    _endpoint(ITSELF, "GR-R-009", SellerParty),
    _vat(BOTH, "GR-R-006", BuyerParty, "tax_scheme", warning=False),
    _endpoint(BOTH, "GR-R-010", BuyerParty),
)
