"""Iceland: company numbers, addresses, claims and transfers by account, and the last day to pay."""

from anskaff.concepts.words import Words
from anskaff.documents.peppol.billing.parties import Buyer
from anskaff.documents.peppol.billing.rules.national.shapes import (
    CORRECT,
    WRONG,
    National,
    SeveralError,
    place,
    spelled,
)
from anskaff.documents.peppol.billing.rules.reckoning import Bill, squeezed
from anskaff.documents.peppol.billing.rules.standing import BILLS, along
from anskaff.documents.ubl import values
from anskaff.documents.ubl.reading import Reading
from anskaff.documents.ubl.rules import Facts, Sweep
from anskaff.documents.ubl.table import Group
from anskaff.documents.ubl.values import Identifier

COMPANY_SCHEME = "0196"
LAST_DAY = "EINDAGI"
ACCOUNT_LENGTH = 12
DATE_LENGTH = 10
SELLER = National(
    of="IS",
    holds=lambda where: where.seller_address == "IS",
    when=Words(nb="selgeren er islandsk", nn="seljaren er islandsk", en="the seller is Icelandic"),
)
BOTH = National(
    of="IS",
    holds=lambda where: where.seller_address == where.buyer_address == "IS",
    when=Words(
        nb="selger og kjøper er islandske",
        nn="seljar og kjøpar er islandske",
        en="seller and buyer are Icelandic",
    ),
)
COMPANY_NUMBER = Words(
    nb="en kennitala (ordning 0196)", nn="ei kennitala (ordning 0196)",
    en="a kennitala (scheme 0196)",
)  # fmt: skip
TYPES = Words(nb="380 eller 381", nn="380 eller 381", en="380 or 381")
ACCOUNT = Words(
    nb="et kontonummer på 12 tegn", nn="eit kontonummer på 12 teikn",
    en="an account number of 12 characters",
)  # fmt: skip
A_DATE = Words(
    nb="en dato som 2026-12-31", nn="ein dato som 2026-12-31", en="a date such as 2026-12-31"
)
NOT_BEFORE_DUE = Words(
    nb="forfallsdatoen eller senere", nn="forfallsdatoen eller seinare",
    en="the due date or later",
)  # fmt: skip


@SELLER.rule("IS-R-001", *BILLS, at="type_code", says=WRONG, cure=CORRECT, warning=True)
def type_is_plain(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """A bill is a plain invoice or a credit note."""
    got = squeezed(bill.type_code)
    return (
        None if got in {"380", "381"} else {"got": got, "what": TYPES, **place(bill, "type_code")}
    )


def _company(national: National, official: str, path: str, *kinds: type[Group]) -> Sweep:
    """A rule that a party has its number in the register of Iceland."""

    @national.rule(official, *kinds, says=WRONG, cure=CORRECT)
    def found(group: Group, _reading: Reading[Group]) -> Facts | None:
        companies = [each for each in along(group, path.split(".")) if isinstance(each, Identifier)]
        if any(each.scheme == COMPANY_SCHEME for each in companies):
            return None
        got = companies[0].value if companies else ""
        return {"got": got, "what": COMPANY_NUMBER, **place(group, path)}

    return found


def _account(official: str, code: str) -> Sweep:
    """A rule that a means of payment has an account of twelve characters."""

    @SELLER.rule(official, *BILLS, at="payment_means", says=WRONG, cure=CORRECT)
    def found(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
        means = [each for each in bill.payment_means if each.code == code]
        numbers = [str(each) for one in means for each in along(one, ["account", "number"])]
        if len(numbers) > 1:
            raise SeveralError
        if not means or (numbers and len(squeezed(numbers[0])) == ACCOUNT_LENGTH):
            return None
        got = numbers[0] if numbers else ""
        return {"got": got, "what": ACCOUNT, **place(bill, "payment_means.account.number")}

    return found


def _last_days(bill: Bill) -> list[str] | None:
    """The last days to pay, as attachments tell; nothing when none does."""
    documents = [each for each in bill.attachments if LAST_DAY in along(each, ["description"])]
    if not documents:
        return None
    return [each.number.value for each in documents if each.number is not None]


@SELLER.rule("IS-R-008", *BILLS, at="attachments", says=WRONG, cure=CORRECT)
def last_day_is_a_date(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """The last day to pay (eindagi) is a date."""
    days = _last_days(bill)
    if days is None:
        return None
    if len(days) > 1:
        raise SeveralError
    if days and len(days[0]) == DATE_LENGTH and values.day(days[0]):
        return None
    got = days[0] if days else ""
    return {"got": got, "what": A_DATE, **place(bill, "attachments.number")}


@SELLER.rule("IS-R-010", *BILLS, at="attachments", says=WRONG, cure=CORRECT)
def last_day_is_not_before_the_due_date(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """The last day to pay (eindagi) is not before the due date."""
    days = _last_days(bill)
    due = _due(bill)
    if days is None or (due and any(due <= each for each in days)):
        return None
    got = ", ".join(days)
    return {"got": got, "what": NOT_BEFORE_DUE, **place(bill, "attachments.number")}


def _due(bill: Bill) -> str:
    """The due date as it stands; a credit note has none of its own."""
    return spelled(bill, "due") if any(row.name == "due" for row in bill.fields) else ""


@SELLER.rule(
    "IS-R-009",
    *BILLS,
    says=Words(
        nb="Siste betalingsdag (EINDAGI) er oppgitt, men ikke forfallsdatoen.",
        nn="Siste betalingsdag (EINDAGI) er oppgitt, men ikkje forfallsdatoen.",
        en="The last day to pay (EINDAGI) is stated, but not the due date.",
    ),
    cure=Words(
        nb="Fyll ut forfallsdatoen.", nn="Fyll ut forfallsdatoen.", en="Fill in the due date."
    ),
)
def due_date_stands(bill: Bill, _reading: Reading[Bill]) -> Facts | None:
    """A bill with a last day to pay (eindagi) has a due date."""
    return {} if _last_days(bill) is not None and not _due(bill) else None


RULES = (
    type_is_plain,
    _company(SELLER, "IS-R-002", "seller.party.legal_entity.company", *BILLS),
    SELLER.needs(
        "IS-R-003", BILLS, "seller.party.address.street", "seller.party.address.postal_zone"
    ),
    _company(BOTH, "IS-R-004", "party.legal_entity.company", Buyer),
    BOTH.needs("IS-R-005", Buyer, "party.address.street", "party.address.postal_zone"),
    _account("IS-R-006", "9"),
    _account("IS-R-007", "42"),
    last_day_is_a_date,
    due_date_stands,
    last_day_is_not_before_the_due_date,
)
