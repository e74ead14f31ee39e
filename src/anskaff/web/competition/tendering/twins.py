"""The JSON twin of a page: the same values that the page shows (UX P1)."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from django.http import HttpResponse

from anskaff.concepts.words import Words
from anskaff.records.proof.canonical import Json
from anskaff.web.request import language


def twin(value: object, named: Callable[[Json], Json] = lambda value: value) -> HttpResponse:
    """An answer with `value` as JSON; decimals are texts, instants are ISO 8601 in UTC.

    `named` puts the names of codes beside them.
    """
    text = json.dumps(named(as_json(value)), ensure_ascii=False, indent=2)
    return HttpResponse(text, content_type="application/json")


def as_json(value: object) -> Json:
    """Values of the rooms as JSON, with texts in the language of the page."""
    match value:
        case None | bool() | int():
            return value
        case Enum():
            return str(value.value)
        case str():
            return value
        case Words():
            return value.in_(language())
        case Decimal():
            return f"{value:f}"
        case datetime() | date():
            return value.isoformat()
        case Mapping():
            return {str(key): as_json(item) for key, item in value.items()}
        case Sequence():
            return [as_json(item) for item in value]
        case _ if is_dataclass(value):
            return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
        case _:
            raise TypeError(f"no JSON for {type(value).__name__}")
