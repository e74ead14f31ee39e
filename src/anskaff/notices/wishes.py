"""A wish as it is kept in a row, and back.

>>> wish = Wish(words="renhold", phase=Phase.OPEN, cpv=("909",), value_from=Decimal("1.50"))
>>> from_json(as_json(wish)) == wish, from_json({"words": 7, "phase": "gone"}) == Wish()
(True, True)
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from anskaff.notices.public_words import Phase
from anskaff.notices.queries.finding import Wish

Kept = str | bool | list[str]
INSTANTS = frozenset({"due_from", "due_before"})
AMOUNTS = frozenset({"value_from", "value_to"})
EARLIER_NAMES = {"value_from": "from_nok", "value_to": "to_nok"}
MARKS = frozenset({"green", "social", "innovation"})


def as_json(wish: Wish) -> dict[str, Kept]:
    """What the wish asks for, without what it leaves open."""
    kept: dict[str, Kept] = {}
    for field in fields(wish):
        value = getattr(wish, field.name)
        if value in (None, "", False, ()):
            continue
        if isinstance(value, tuple):
            kept[field.name] = list(value)
        elif isinstance(value, datetime):
            kept[field.name] = value.isoformat()
        else:
            kept[field.name] = value if isinstance(value, bool) else str(value)
    return kept


def from_json(kept: Mapping[str, Any]) -> Wish:
    """The wish that a row keeps; what cannot be understood is left open."""
    read: dict[str, Any] = {}
    for field in fields(Wish):
        value = kept.get(field.name, kept.get(EARLIER_NAMES.get(field.name, "")))
        try:
            if field.name in MARKS:
                read[field.name] = value is True
            elif field.name == "cpv" and isinstance(value, list):
                read["cpv"] = tuple(str(code) for code in value)
            elif isinstance(value, str):
                read[field.name] = _value(field.name, value)
        except (ValueError, InvalidOperation):
            continue
    return Wish(**read)


def _value(name: str, text: str) -> object:
    if name == "phase":
        return Phase(text)
    if name in INSTANTS:
        return datetime.fromisoformat(text)
    return Decimal(text) if name in AMOUNTS else text
