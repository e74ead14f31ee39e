"""The values of UBL that carry an attribute beside their text."""

import re
from base64 import b64decode
from datetime import date, time
from decimal import Decimal
from typing import NamedTuple

from anskaff.concepts.money import Money


class Amount(NamedTuple):
    """A decimal number with a currency (`@currencyID`); `currency` is empty when none was given.

    >>> Amount(Decimal("12.50"), "NOK").money
    Money(amount=Decimal('12.50'), currency='NOK')
    """

    value: Decimal
    currency: str = ""

    @property
    def money(self) -> Money:
        """The same as money.

        Raises:
            ValueError: the currency is not three capital letters.
        """
        return Money(self.value, self.currency)


class Quantity(NamedTuple):
    """A decimal number with a unit (`@unitCode`), such as `Quantity(Decimal(3), "EA")`."""

    value: Decimal
    unit: str = ""


class Identifier(NamedTuple):
    """An identifier with the scheme it belongs to (`@schemeID`), such as `0192`."""

    value: str
    scheme: str = ""


class Code(NamedTuple):
    """A code with the list it is from (`@listID`) and the version of that list."""

    value: str
    list: str = ""
    version: str = ""


class Text(NamedTuple):
    """Words in a language (`@languageID`)."""

    value: str
    language: str = ""


class Binary(NamedTuple):
    """An embedded file as it stands in the document, in base64.

    >>> Binary("aGVp", "text/plain", "a.txt").content
    b'hei'
    """

    base64: str
    mime: str = ""
    filename: str = ""

    @property
    def content(self) -> bytes:
        """The file itself.

        Raises:
            ValueError: the text is not base64.
        """
        return b64decode("".join(self.base64.split()), validate=True)


SIGNS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
LAST_SIGNS = {0: SIGNS, 1: SIGNS[::4], 2: SIGNS[::16]}
"""What may stand last before so many «=»; the bits that the file does not need are none."""
_NO_SIGN = re.compile(r"[^A-Za-z0-9+/ \t\r\n]")
PIECE = 1 << 16


def base64_fault(text: str) -> int | None:
    r"""The place in a text from which it is not base64 (`xs:base64Binary`); nothing where it is.

    It takes little memory, however long the text is.

    >>> base64_fault("aGVp\n aGVpIQ=="), base64_fault("aGVp!Q=="), base64_fault("aGVpIQ=")
    (None, 4, 6)
    """
    end, fill = _without_fill(text)
    signs = 0
    for at in range(0, end, PIECE):
        piece = text[at : min(at + PIECE, end)].encode("ascii", "replace")
        rest = piece.translate(None, SIGNS)
        if rest.strip(b" \t\r\n"):
            found = _NO_SIGN.search(text, at, end)
            return found.start() if found else at
        signs += len(piece) - len(rest)
    if fill not in LAST_SIGNS or (signs + fill) % 4 or (fill and not signs):
        return end
    return None if not end or ord(text[end - 1]) in LAST_SIGNS[fill] else end - 1


def _without_fill(text: str) -> tuple[int, int]:
    """Where the signs of a text end, and how many «=» stand after them."""
    end, fill = len(text), 0
    while end:
        piece = text[max(0, end - PIECE) : end]
        kept = len(piece.rstrip(f"={BLANK}"))
        fill += piece.count("=", kept)
        end -= len(piece) - kept
        if kept:
            break
    return end, fill


Value = str | Decimal | date | time | bool | Amount | Quantity | Identifier | Code | Text | Binary

BLANK = " \t\r\n"
_BLANKS = re.compile(r"[ \t\r\n]+")
DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
DATE = re.compile(r"-?[0-9]{4,}-[0-9]{2}-[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2})?")
TIME = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})?")
MOST_DIGITS = 1000


def normalized(text: str) -> str:
    r"""A text with single spaces and none around it, as `normalize-space` of XPath.

    A space that does not break is no space there.

    >>> normalized(" a  b "), normalized("\u00a0") == "\u00a0"
    ('a b', True)
    """
    if text.isascii():
        return text if text.isalnum() else " ".join(text.split())
    return _BLANKS.sub(" ", text).strip(" ")


def decimal(text: str) -> Decimal | None:
    """The number in a text (`xs:decimal`: no exponent, no NaN), or nothing.

    >>> decimal(" 12.50 "), decimal("1E5"), decimal("NaN")
    (Decimal('12.50'), None, None)
    """
    plain = text.strip(BLANK)
    if len(plain) > MOST_DIGITS or not DECIMAL.fullmatch(plain):
        return None
    return Decimal(plain)


def day(text: str) -> date | None:
    """The day in a text (`xs:date`); a zone after it is left to the text.

    >>> day("2026-11-21Z"), day("2026-02-30"), day("20261121")
    (datetime.date(2026, 11, 21), None, None)
    """
    plain = text.strip(BLANK)
    if not DATE.fullmatch(plain):
        return None
    try:
        return date.fromisoformat(plain[:10])
    except ValueError:
        return None


def clock_time(text: str) -> time | None:
    """The time of day in a text (`xs:time`), with its zone when it has one.

    >>> clock_time("12:30:00"), clock_time("24:30:00"), clock_time("noon")
    (datetime.time(12, 30), None, None)
    """
    plain = text.strip(BLANK)
    if not TIME.fullmatch(plain):
        return None
    try:
        return time.fromisoformat(plain)
    except ValueError:
        return None


def indicator(text: str) -> bool | None:
    """Yes or no (`xs:boolean`: true, false, 1, 0), or nothing."""
    return {"true": True, "1": True, "false": False, "0": False}.get(text.strip(BLANK))


def written(value: Value) -> str:
    """The text of a value as this house writes it.

    >>> written(Decimal("1E+2")), written(True), written(date(2026, 1, 2)), written(time(9, 5))
    ('100', 'true', '2026-01-02', '09:05:00')
    """
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case date() | time():
            return value.isoformat()
        case _:
            return written(value[0])
