"""The rule sets of EHF after award, release February 2023: what all its documents share.

The newer files of the publisher only hold what is to be put on top of Peppol's, and cannot be asked
alone; the release of 2023 is the last that stands whole.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from anskaff.documents.peppol.ehf.rules import EHF_RULES
from anskaff.documents.peppol.post_award import structure
from anskaff.documents.ubl.document import DocumentType
from anskaff.documents.ubl.numbering import IN_ORDER, Oddities, numbered_inside
from anskaff.documents.ubl.rule_set import TOLD_BY_SCHEMA, RuleSet
from anskaff.documents.ubl.rules import AnyRule
from anskaff.documents.ubl.structure import Id
from anskaff.documents.ubl.table import Field, Group

Root = TypeVar("Root", bound=Group)
RELEASED = date(2023, 2, 15)
"""When the release was made, as its rule files tell (checked 2026-11-21)."""
FOLDER = "ehf-post-award-g3/sch-flat-2023-02"


class Release(NamedTuple):
    """What the publisher calls a document, its numbers (such as `EHF-T01`) and its rule file."""

    name: str
    prefix: str
    file: str


def released(
    document: DocumentType[Root],
    release: Release,
    rules: Sequence[AnyRule] = (),
    *,
    without: Collection[str] = (),
    repeating: Collection[tuple[str, str]] = (),
    once: Collection[tuple[str, str]] = (),
    repeated: Callable[[Group, Field], Id | None] | None = None,
    oddities: Oddities = IN_ORDER,
    silent: Mapping[str, str] = MappingProxyType({}),
) -> RuleSet[Root]:
    """The rules of a document: its own, those in common, and its structure by number.

    `without` are rules that EHF switches off, or that Peppol has made since. `repeating`, `once`
    and `oddities` are as in `structure.official`; `repeated` tells what UBL lets repeat, when that
    is not as in Peppol's post-award documents. `silent` are rules never told, beside those that the
    schema tells.
    """
    official = structure.official(
        document.root, release.prefix, repeating=repeating, once=once, oddities=oddities
    )
    inside = numbered_inside(document.root, release.prefix, oddities)
    return RuleSet(
        id=f"no.ehf.g3:{release.name}:2023.2",
        valid_from=RELEASED,
        document=document,
        official=replace(
            official, empty=lambda _group, _row: None, repeated=repeated or official.repeated
        ),
        rules=(*(each for each in rules if each.id not in without), *EHF_RULES),
        source="EHF post-award G3, release 2023-02",
        lists=(f"{FOLDER}/{release.file}.sch",),
        silent={**dict.fromkeys(inside, TOLD_BY_SCHEMA), **silent},
    )
