"""Where each document of the family stands, brought in only when asked for.

A document is a folder named as its key in `known`, or a file at its `place` there, with `DOCUMENT`
(its type) and `RULE_SETS` (our rules, the oldest first).
"""

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import cast

from anskaff.documents.peppol.known import DOCUMENTS, Known
from anskaff.documents.ubl.document import DocumentType, RuleSet
from anskaff.documents.ubl.table import Group


def document(known: Known) -> DocumentType[Group] | None:
    """The type of a document; nothing when only the official rules can check it yet."""
    place = _place(known)
    return None if place is None else cast(DocumentType[Group], import_module(place).DOCUMENT)


def rule_set(known: Known, on: date) -> RuleSet[Group] | None:
    """Our rules for a document as they are on a day; nothing when we have none for it yet."""
    place = _place(known)
    if place is None:
        return None
    sets = cast(Sequence[RuleSet[Group]], import_module(place).RULE_SETS)
    return next((each for each in reversed(sets) if each.valid_from <= on), None)


def _place(known: Known) -> str | None:
    """The module of a document, when it is there."""
    folder, _, file = (known.place or known.key).partition(".")
    place = f"{__package__}.{folder}"
    if find_spec(place) is None:
        return None
    inside = f"{place}.{file}" if file else place
    return inside if find_spec(inside) is not None else None


def documents() -> tuple[DocumentType[Group], ...]:
    """Every document that has a table."""
    found = (document(known) for known in DOCUMENTS)
    return tuple(each for each in found if each is not None)
