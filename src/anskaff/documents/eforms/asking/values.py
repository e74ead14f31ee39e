"""Values of XPath: texts, numbers, days and durations, how they compare, and how they are written.

Numbers are doubles as in XPath, since the official rules reckon with doubles.

>>> compared("<", "2026-11-21", xs_date("2026-11-22+01:00"))
True
>>> compared("=", "true", True), compared("=", "07", 7.0), compared("=", "7", "07")
(True, True, False)
"""

import math
import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from anskaff.documents.eforms.asking.tree import Attribute, Node

_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)?")
_TIME = re.compile(r"(\d\d:\d\d:\d\d(?:\.\d{1,6})?)\d*(Z|[+-]\d\d:\d\d)?")
_DAYS = re.compile(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_MONTHS = re.compile(r"(-?)P(?:(\d+)Y)?(?:(\d+)M)?")
_SPACES = re.compile(r"[ \t\r\n]+")
SPACE = " \t\r\n"
ANY_DAY = "1972-12-31"
MOST_KEPT = 1_000


class CannotAsk(ValueError):
    """A value that a rule cannot be asked of, such as a day that is not a day."""


@dataclass(frozen=True, slots=True)
class Months:
    """A duration in months."""

    months: int


Atom = str | float | bool | datetime | timedelta | Months
Item = Atom | Node | Attribute
Items = Sequence[Item]

SIGNS: dict[str, Callable[[object, object], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,  # type: ignore[dict-item]
    "<=": operator.le,  # type: ignore[dict-item]
    ">": operator.gt,  # type: ignore[dict-item]
    ">=": operator.ge,  # type: ignore[dict-item]
}


def atom(item: Item) -> Atom:
    """The value of an item; the text of a place."""
    if item.__class__ is str:
        return item
    return item.text if isinstance(item, (Node, Attribute)) else item


def compared(sign: str, left: Atom, right: Atom) -> bool:
    """How two values compare; a text is read as what the other one is.

    Raises:
        CannotAsk: when they do not compare.
    """
    if type(left) is not type(right):
        left, right = _like(left, right), _like(right, left)
    try:
        return SIGNS[sign](left, right)
    except TypeError:
        raise CannotAsk(f"{left!r} {sign} {right!r}") from None


def _like(value: Atom, other: Atom) -> Atom:
    if not isinstance(value, str):
        return value
    if isinstance(other, bool):
        return xs_boolean(value)
    if isinstance(other, float):
        return xs_double(value)
    if isinstance(other, datetime):
        return xs_date(value) if "-" in value[:5] else xs_time(value)
    return value


def xs_boolean(text: str) -> bool:
    """A text as true or false."""
    plain = text.strip(SPACE)
    if plain not in {"true", "false", "1", "0"}:
        raise CannotAsk(f"{plain[:40]!r} is not true or false")
    return plain in {"true", "1"}


def xs_double(text: str) -> float:
    """A text as a number."""
    found = number(text)
    if math.isnan(found) and text.strip(SPACE) != "NaN":
        raise CannotAsk(f"{text[:40]!r} is not a number")
    return found


def number(value: Atom) -> float:
    """A value as a number, or not-a-number."""
    if isinstance(value, bool):
        return float(value)
    if isinstance(value, float):
        return value
    try:
        plain = str(value).strip(SPACE)
        return float(plain) if "_" not in plain else math.nan
    except ValueError:
        return math.nan


@lru_cache(maxsize=MOST_KEPT)
def xs_date(text: str) -> datetime:
    """A day as the instant that it begins; without a zone it is in UTC."""
    found = _DATE.fullmatch(text.strip(SPACE))
    return _instant(found[1], "00:00:00", found[2], text) if found else _no_day(text)


@lru_cache(maxsize=MOST_KEPT)
def xs_time(text: str) -> datetime:
    """A time of day, on a day that is the same for all."""
    found = _TIME.fullmatch(text.strip(SPACE))
    return _instant(ANY_DAY, found[1], found[2], text) if found else _no_day(text)


def _no_day(text: str) -> datetime:
    raise CannotAsk(f"{text[:40]!r} is not a day or time")


def _instant(day: str, time: str, zone: str | None, text: str) -> datetime:
    try:
        found = datetime.fromisoformat(f"{day}T{time}{(zone or 'Z').replace('Z', '+00:00')}")
        return found.astimezone(UTC)
    except (ValueError, OverflowError):
        return _no_day(text)


@lru_cache(maxsize=MOST_KEPT)
def day_duration(value: Atom) -> timedelta:
    """A duration in days and less."""
    if isinstance(value, timedelta):
        return value
    found = _DAYS.fullmatch(str(value).strip(SPACE))
    if not found or not any(found.groups()[1:]):
        raise CannotAsk(f"{str(value)[:40]!r} is not a duration")
    days, hours, minutes, seconds = (int(each or 0) for each in found.groups()[1:])
    try:
        length = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError:
        raise CannotAsk(f"{str(value)[:40]!r} is too long") from None
    return -length if found[1] else length


@lru_cache(maxsize=MOST_KEPT)
def month_duration(value: Atom) -> Months:
    """A duration in years and months."""
    found = _MONTHS.fullmatch(str(value).strip(SPACE))
    if not found or not any(found.groups()[1:]):
        raise CannotAsk(f"{str(value)[:40]!r} is not a duration in months")
    months = 12 * int(found[2] or 0) + int(found[3] or 0)
    return Months(-months if found[1] else months)


def written(value: Atom) -> str:
    """A value as text, as XPath writes it.

    >>> written(14.0), written(0.5), written(True)
    ('14', '0.5', 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def reckoned(sign: str, left: Atom, right: Atom) -> Atom:
    """Sum, difference, product … of two values.

    Raises:
        CannotAsk: when they cannot be reckoned with.
    """
    try:
        if isinstance(left, datetime | timedelta | Months):
            return _dated(sign, left, right)
        if isinstance(right, datetime | timedelta | Months):
            return _dated(sign, right, left)
        first, second = (
            xs_double(each) if isinstance(each, str) else number(each) for each in (left, right)
        )
        return number(NUMERIC[sign](first, second))
    except (TypeError, OverflowError, ZeroDivisionError, KeyError, ValueError) as error:
        raise CannotAsk(str(error)) from None


def _dated(sign: str, left: Atom, right: Atom) -> Atom:
    if isinstance(right, Months) and isinstance(left, datetime):
        return later(left, right.months if sign == "+" else -right.months)
    found: Atom = NUMERIC[sign](left, right)
    return found


NUMERIC: dict[str, Callable[..., Atom]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": operator.truediv,
    "mod": math.fmod,
}


def later(day: datetime, months: int) -> datetime:
    """The same day some months later, or the last of that month.

    >>> later(xs_date("2026-01-31"), 1).date().isoformat()
    '2026-02-28'
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return day.replace(year=year, month=month + 1, day=min(day.day, last))
        except ValueError:
            continue
    raise CannotAsk(f"{year} is too far away")


def plain(text: str) -> str:
    """A text with single spaces, and none around (`normalize-space`)."""
    if text.isascii() and text.isprintable() and "  " not in text and text[:1] != " ":
        return text.rstrip(" ")
    return _SPACES.sub(" ", text).strip(" ")
