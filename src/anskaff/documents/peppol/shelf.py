"""Where each document of the family stands, brought in only when asked for.

A document is a folder named as its key in `known`, or a file at its `place` there, with `DOCUMENT`
(its type). Beside it stand its `RULE_SETS` (our rules, the oldest first), in `rule_sets.py` of the
folder or in `<file>_rule_sets.py`: reading, showing and writing do without them.
"""

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from anskaff.documents.peppol.known import DOCUMENTS, Known
from anskaff.documents.ubl.document import DocumentType
from anskaff.documents.ubl.table import Group

if TYPE_CHECKING:
    from anskaff.documents.ubl.rule_set import RuleSet


def document(known: Known) -> DocumentType[Group] | None:
    """The type of a document; nothing when only the official rules can check it yet."""
    place = _place(known)
    return None if place is None else cast(DocumentType[Group], import_module(place).DOCUMENT)


def rule_set(known: Known, on: date) -> "RuleSet[Group] | None":
    """Our rules for a document as they are on a day; nothing when we have none for it yet."""
    return next((each for each in reversed(rule_sets(known)) if each.valid_from <= on), None)


def rule_sets(known: Known) -> "Sequence[RuleSet[Group]]":
    """Every set of our rules for a document, the oldest first."""
    place = _place(known)
    if place is None:
        return ()
    rules = f"{place}_rule_sets" if "." in known.place else f"{place}.rule_sets"
    return cast("Sequence[RuleSet[Group]]", import_module(rules).RULE_SETS)


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
