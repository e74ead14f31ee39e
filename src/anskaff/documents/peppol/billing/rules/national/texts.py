"""Texts as national rules judge them: numbers, bank accounts, Greek and Swedish numbers."""

import re

from anskaff.documents.peppol.post_award.schemes import is_swedish

TIN_LENGTH = 9
SWEDISH_LENGTH = 10
_number = re.compile(r"[+-]?(?:INF|(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)").fullmatch
_account = re.compile("[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{0,30}").fullmatch
_digits = re.compile("[0-9]+").fullmatch


def is_form(form: str, text: str) -> bool:
    """Whether the whole text has the form of a regular expression."""
    return re.fullmatch(form, text) is not None


def number(text: str) -> float | None:
    """The number in a text as XPath reads it; nothing when it is none.

    >>> number(" 0120 "), number("1e2"), number("x")
    (120.0, 100.0, None)
    """
    plain = text.strip(" \t\r\n")
    return float(plain) if _number(plain) else None


def is_number(text: str) -> bool:
    """Whether XPath reads the text as a number.

    >>> is_number(" 12 "), is_number("12a")
    (True, False)
    """
    return number(text) is not None


def is_tin(text: str) -> bool:
    """Whether it begins with a Greek tax number: nine digits, the last by modulus 11.

    >>> is_tin("094019245"), is_tin("094019246"), is_tin("09401924")
    (True, False, False)
    """
    digits = text[:TIN_LENGTH]
    if len(digits) < TIN_LENGTH or not _digits(digits):
        return False
    total = sum(int(digit) << (8 - at) for at, digit in enumerate(digits[:8]))
    return total % 11 % 10 == int(digits[8])


def is_greek_vat(text: str) -> bool:
    """Whether it is EL and a Greek tax number.

    >>> is_greek_vat("EL094019245"), is_greek_vat("GR094019245")
    (True, False)
    """
    return text.startswith("EL") and is_tin(text[2:])


def is_swedish_company(text: str) -> bool:
    """Whether it begins with a Swedish organisation number and is digits only.

    >>> is_swedish_company("5560360793"), is_swedish_company("5560360794")
    (True, False)
    """
    return _digits(text) is not None and is_swedish(text[:SWEDISH_LENGTH])


def is_bank_account(text: str) -> bool:
    """Whether it has the form of an IBAN and the right check digits, space apart.

    >>> is_bank_account("NO93 8601 1117 947"), is_bank_account("NO9386011117948")
    (True, False)
    """
    plain = re.sub(r"[ \t\r\n]", "", text)
    if not _account(plain):
        return False
    moved = plain[4:] + plain[:4]
    values = (ord(each) - (55 if each > "@" else 48) for each in moved)
    return int("".join(map(str, values))) % 97 == 1
