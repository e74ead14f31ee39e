"""How numbers, money and days are written for people in nb, nn and en."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from anskaff.concepts.days import OSLO
from anskaff.concepts.money import Money
from anskaff.concepts.words import Words

FactValue = str | int | Decimal | Fraction | date | datetime | Money | Words

NO_BREAK_SPACE = "\u00a0"
MONTHS = {
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "nn": "januar februar mars april mai juni juli august september oktober november desember",
    "en": "January February March April May June July August September October November December",
}
WEEKDAYS = {
    "nb": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "nn": "måndag tysdag onsdag torsdag fredag laurdag sundag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}


def as_text(value: FactValue, language: str) -> str:
    """Any fact as a person in `language` writes it; whole numbers stay ungrouped.

    >>> as_text(Money(Decimal("1234567.5")), "nb").replace(NO_BREAK_SPACE, " ")
    '1 234 567,50 kr'
    >>> as_text(date(2026, 12, 17), "nb"), as_text(date(2026, 12, 17), "en")
    ('17.12.2026', '17 December 2026')
    """
    match value:
        case Words():
            return value.in_(language)
        case Money():
            return money(value, language)
        case datetime():
            return instant(value, language)
        case date():
            return day(value, language)
        case Decimal():
            return number(value, language)
        case Fraction():
            return number(rounded(value, 3), language)
        case _:
            return str(value)


def number(value: Decimal, language: str) -> str:
    """Grouped by thousands, decimals as they are.

    >>> number(Decimal("12345.60"), "en"), number(Decimal("0.5"), "nn")
    ('12,345.60', '0,5')
    """
    text = f"{value:,f}"
    if language == "en":
        return text
    return text.replace(",", NO_BREAK_SPACE).replace(".", ",")


def rounded(value: Fraction, decimals: int) -> Decimal:
    """A fraction for show only, half away from zero; never calculate on with it."""
    scale = 10**decimals
    doubled = abs(value) * scale * 2
    whole = (doubled.numerator // doubled.denominator + 1) // 2
    signed = whole if value >= 0 else -whole
    return Decimal(f"{signed}E-{decimals}")


def money(value: Money, language: str) -> str:
    """Two decimals with the currency where the language puts it."""
    amount = number(value.rounded_half_up().amount, language)
    if value.currency == "NOK" and language != "en":
        return f"{amount}{NO_BREAK_SPACE}kr"
    return (
        f"{value.currency}{NO_BREAK_SPACE}{amount}"
        if language == "en"
        else f"{amount}{NO_BREAK_SPACE}{value.currency}"
    )


def day(value: date, language: str) -> str:
    """17.12.2026, or 17 December 2026 in English."""
    if language == "en":
        return f"{value.day} {MONTHS['en'].split()[value.month - 1]} {value.year}"
    return f"{value:%d.%m.%Y}"


def clock(value: datetime, language: str) -> str:
    """Kl. 12.00 in Oslo, or 12:00 in English."""
    local = value.astimezone(OSLO)
    if language == "en":
        return f"{local:%H:%M}"
    return f"kl.{NO_BREAK_SPACE}{local:%H.%M}"


def instant(value: datetime, language: str) -> str:
    """Weekday, day and clock in Norwegian time, said so (UX G1).

    >>> from datetime import UTC
    >>> instant(datetime(2026, 12, 17, 11, 0, tzinfo=UTC), "nb").replace(NO_BREAK_SPACE, " ")
    'torsdag 17.12.2026 kl. 12.00 (norsk tid)'
    """
    local = value.astimezone(OSLO)
    known = language if language in WEEKDAYS else "nb"
    weekday = WEEKDAYS[known].split()[local.weekday()]
    if known == "en":
        return f"{weekday} {day(local.date(), 'en')}, {clock(value, 'en')} (Norwegian time)"
    return f"{weekday} {day(local.date(), known)} {clock(value, known)} (norsk tid)"
