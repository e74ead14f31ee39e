"""The schemes that identifiers are from, and how an identifier of each scheme is written.

The forms and check digits are those of the Peppol rule files (release May 2026), oddities and all:
they do exactly what `PEPPOL-COMMON-R040` to `R057` do. The text is given without space around it.
"""

import re

from anskaff.documents.ubl.table import Attribute

ENDPOINT_SCHEME = Attribute(name="schemeID", least=1, codes="eas")
PARTY_SCHEME = Attribute(name="schemeID", codes="ICD")
ITEM_SCHEME = Attribute(name="schemeID", least=1, codes="ICD")
CURRENCY = Attribute(name="currencyID", least=1, codes="ISO4217")
UNIT = Attribute(name="unitCode", least=1, codes="UNECERec20")
OPTIONAL_UNIT = Attribute(name="unitCode", codes="UNECERec20")

_digits = re.compile("[0-9]+").fullmatch
_integer = re.compile("[+-]?[0-9]+").fullmatch
_latin = re.compile("[A-Za-z]*").fullmatch
IPA_LENGTH = 6
TAX_CODE_LENGTH = 16
VAT_LENGTH = 11
ABN_WEIGHTS = (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)


def is_gln(text: str) -> bool:
    """Whether the last digit is that of GS1; the length is not asked for.

    >>> is_gln("7300010000001"), is_gln("7300010000002"), is_gln("73000100x0001")
    (True, False, False)
    """
    if not _digits(text):
        return False
    digits = [int(each) for each in reversed(text[:-1])]
    total = sum(digit * (1 if at % 2 else 3) for at, digit in enumerate(digits))
    return -total % 10 == int(text[-1])


def is_norwegian(text: str) -> bool:
    """Whether it is a Norwegian organisation number: nine digits, the last by modulus 11.

    >>> is_norwegian("991825827"), is_norwegian("991825828"), is_norwegian("000000000")
    (True, False, False)
    """
    if len(text) != len("991825827") or not _digits(text) or not int(text):
        return False
    total = sum(int(digit) * (at % 6 + 2) for at, digit in enumerate(reversed(text[:-1])))
    return -total % 11 == int(text[-1])


def is_swedish(text: str) -> bool:
    """Whether it is a Swedish organisation number: ten digits, the last by Luhn.

    >>> is_swedish("5560360793"), is_swedish("5560360794"), is_swedish("556036079")
    (True, False, False)
    """
    if len(text) != len("5560360793") or not _digits(text):
        return False
    doubled = (int(digit) * (1 if at % 2 else 2) for at, digit in enumerate(reversed(text[:9])))
    return -sum(each % 10 + each // 10 for each in doubled) % 10 == int(text[-1])


def is_belgian(text: str) -> bool:
    """Whether it is a Belgian enterprise number: ten digits, the last two by modulus 97.

    >>> is_belgian("0202239951"), is_belgian("0202239952")
    (True, False)
    """
    if len(text) != len("0202239951") or not _digits(text):
        return False
    return 97 - int(text[:8]) % 97 == int(text[8:])


def is_australian(text: str) -> bool:
    """Whether it is an Australian business number: eleven digits by modulus 89.

    >>> is_australian("51824753556"), is_australian("51824753557")
    (True, False)
    """
    if len(text) != len(ABN_WEIGHTS) or not _digits(text):
        return False
    weighted = (int(digit) * weight for digit, weight in zip(text, ABN_WEIGHTS, strict=True))
    return (sum(weighted) - ABN_WEIGHTS[0]) % 89 == 0


def is_italian_office(text: str) -> bool:
    """Whether it has the form of an Italian office code (IPA): six letters or digits.

    >>> is_italian_office("UFK2DP"), is_italian_office("UFK-DP")
    (True, False)
    """
    return len(text) == IPA_LENGTH and text.isascii() and text.isalnum()


def is_italian_tax_code(text: str) -> bool:
    """Whether it has the form of an Italian tax code of a person (16) or a company (11).

    >>> is_italian_tax_code("RSSMRA85T10A562S"), is_italian_tax_code("12345678901")
    (True, True)
    >>> is_italian_tax_code("RSSMRA85T10A56"), is_italian_tax_code("1SSMRA85T10A562S")
    (False, False)
    """
    if len(text) == VAT_LENGTH:
        return _integer(text) is not None
    letters = text[:6] + text[8:9] + text[15:]
    numbers = (text[6:8], text[9:11], text[14:15])
    whole = len(text) == TAX_CODE_LENGTH and _latin(letters) is not None
    return whole and all(_integer(each.strip(" ")) for each in numbers)


def is_italian_vat(text: str) -> bool:
    """Whether the eleven digits after `IT` are right; what does not begin so is not asked.

    >>> is_italian_vat("IT00743110157"), is_italian_vat("IT00743110158"), is_italian_vat("FR1")
    (True, False, True)
    """
    number = text[2:]
    if text[:2] not in {"IT", "it"}:
        return True
    if len(number) != VAT_LENGTH or not _digits(number):
        return False
    doubled = (int(digit) * (1 + at % 2) for at, digit in enumerate(number))
    return sum(each % 10 + each // 10 for each in doubled) % 10 == 0


def is_danish(text: str) -> bool:
    """Whether it is a Danish company number (CVR): eight digits, with or without `DK`.

    >>> is_danish("DK12345678"), is_danish("12345678"), is_danish("SE12345678")
    (True, True, False)
    """
    return _is_form("(DK)?[0-9]{8}", text)


def is_danish_place(text: str) -> bool:
    """Whether it is a Danish production unit number (P): ten digits.

    >>> is_danish_place("1234567890"), is_danish_place("DK12345678")
    (True, False)
    """
    return _is_form("[0-9]{10}", text)


def is_danish_vat(text: str) -> bool:
    """Whether it is a Danish VAT number (SE): eight digits after `DK`.

    >>> is_danish_vat("DK12345678"), is_danish_vat("12345678")
    (True, False)
    """
    return _is_form("DK[0-9]{8}", text)


def is_dutch(text: str) -> bool:
    """Whether it is a number of the Dutch Chamber of Commerce (KVK): eight digits.

    >>> is_dutch("12345678"), is_dutch("1234567")
    (True, False)
    """
    return _is_form("[0-9]{8}", text)


def is_dutch_place(text: str) -> bool:
    """Whether it is the number of an establishment at the Dutch Chamber of Commerce: twelve digits.

    >>> is_dutch_place("123456789012"), is_dutch_place("12345678")
    (True, False)
    """
    return _is_form("[0-9]{12}", text)


def is_dutch_public(text: str) -> bool:
    """Whether it is a Dutch public organisation number (OIN): twenty digits.

    >>> is_dutch_public("12345678901234567890"), is_dutch_public("1234567890")
    (True, False)
    """
    return _is_form("[0-9]{20}", text)


def is_dutch_vat(text: str) -> bool:
    """Whether it is a Dutch VAT number.

    >>> is_dutch_vat("NL123456789B12"), is_dutch_vat("NL123456789")
    (True, False)
    """
    return _is_form("NL[0-9]{9}B[0-9]{2}", text)


def _is_form(form: str, text: str) -> bool:
    return re.fullmatch(form, text) is not None
