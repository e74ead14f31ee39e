"""How the invoice is to be paid."""

from datetime import date

from anskaff.documents.peppol.words import money as w
from anskaff.documents.ubl.table import Attribute, Group, code, day, group, text


class CardAccount(Group):
    """The card that was paid with."""

    number: str | None = text("cbc:PrimaryAccountNumberID", "BT-87", w.CARD_NUMBER, least=1)
    network: str | None = text("cbc:NetworkID", "", w.CARD_NETWORK, least=1)
    holder: str | None = text("cbc:HolderName", "BT-88", w.CARD_HOLDER)


class Bank(Group):
    """The bank that an account is in."""

    key: str | None = text("cbc:ID", "BT-86", w.BANK_ID, least=1)


class PayeeAccount(Group):
    """The account that the money goes to."""

    number: str | None = text("cbc:ID", "BT-84", w.ACCOUNT_NUMBER, least=1)
    name: str | None = text("cbc:Name", "BT-85", w.ACCOUNT_NAME)
    bank: Bank | None = group(Bank, "cac:FinancialInstitutionBranch", "", w.BANK)


class PayerAccount(Group):
    """The account that a direct debit draws from."""

    number: str | None = text("cbc:ID", "BT-91", w.ACCOUNT_NUMBER, least=1)


class PaymentMandate(Group):
    """The agreement that lets the seller draw the amount."""

    number: str | None = text("cbc:ID", "BT-89", w.MANDATE_ID)
    payer_account: PayerAccount | None = group(
        PayerAccount, "cac:PayerFinancialAccount", "", w.PAYER_ACCOUNT
    )


class PaymentMeans(Group):
    """One way to pay; the due date stands here in credit notes."""

    code: str | None = code(
        "cbc:PaymentMeansCode",
        "BT-81",
        w.PAYMENT_MEANS_CODE,
        "BR-CL-16",
        Attribute(name="name", term="BT-82"),
        least=1,
    )
    due: date | None = day("cbc:PaymentDueDate", "BT-9", w.DUE_DATE)
    payment_reference: str | None = text("cbc:PaymentID", "BT-83", w.PAYMENT_ID)
    card: CardAccount | None = group(CardAccount, "cac:CardAccount", "BG-18", w.CARD)
    account: PayeeAccount | None = group(
        PayeeAccount, "cac:PayeeFinancialAccount", "BG-17", w.ACCOUNT
    )
    mandate: PaymentMandate | None = group(PaymentMandate, "cac:PaymentMandate", "BG-19", w.MANDATE)


class PaymentTerms(Group):
    """The terms in words."""

    note: str | None = text("cbc:Note", "BT-20", w.PAYMENT_TERMS_NOTE, least=1)
