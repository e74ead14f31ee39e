"""What the rules on a catalogue (T19) and on a punch-out cart (T77) have in common."""

from anskaff.documents.ubl.values import normalized

SEVERAL = frozenset(
    {
        ("", "cac:ReferencedContract"),
        ("", "cac:ValidityPeriod"),
        ("cac:Item", "cac:ClassifiedTaxCategory"),
        ("cac:Item", "cac:ManufacturerParty"),
        ("cac:Item", "cac:ManufacturersItemIdentification"),
    }
)
"""What UBL lets repeat in both, beside what it does in all post-award documents."""


def day_number(text: str) -> int | None:
    """A day as the rules compare them: its digits as one number; nothing with a time zone.

    >>> day_number("2026-12-31"), day_number("2026-12-31Z")
    (20261231, None)
    """
    digits = normalized(text.replace("-", ""))
    return int(digits) if digits.isascii() and digits.isdigit() else None
